// Package schematest holds reports against their published schema. It is for
// tests: the program itself links no validator.
package schematest

import (
	"bytes"
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/shoplint/shoplint/pkg/report/schema"
)

// Validate is an error when report is no JSON or breaks the schema of report
// version 1.
func Validate(report []byte) error { return validate(report, func(any) {}) }

// ValidateStrict is Validate that also refuses fields the schema does not
// name: a field that is added must be published.
func ValidateStrict(report []byte) error { return validate(report, closeObjects) }

func validate(report []byte, change func(any)) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Report()))
	if err != nil {
		return fmt.Errorf("read the schema: %w", err)
	}
	change(doc)
	c := jsonschema.NewCompiler()
	const name = "report.schema.json"
	if err := c.AddResource(name, doc); err != nil {
		return fmt.Errorf("add the schema: %w", err)
	}
	s, err := c.Compile(name)
	if err != nil {
		return fmt.Errorf("compile the schema: %w", err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(report))
	if err != nil {
		return fmt.Errorf("read the report: %w", err)
	}
	if err := s.Validate(value); err != nil {
		return fmt.Errorf("hold the report against the schema: %w", err)
	}
	return nil
}

// closeObjects forbids unnamed fields in every object that names all it needs.
func closeObjects(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, object := v["required"]; object && v["type"] == "object" {
			v["additionalProperties"] = false
		}
		for _, sub := range v {
			closeObjects(sub)
		}
	case []any:
		for _, sub := range v {
			closeObjects(sub)
		}
	}
}
