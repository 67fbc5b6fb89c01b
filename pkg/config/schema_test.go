package config

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

// bySchema holds a file against the published schema.
func bySchema(t *testing.T, text string) error {
	t.Helper()
	var root yaml.Node
	if err := yaml.Load([]byte(text), &root); err != nil {
		t.Fatal(err)
	}
	plainDays(&root)
	var value any
	if err := root.Load(&value); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("config", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("config")
	if err != nil {
		t.Fatal(err)
	}
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(instance)
}

// plainDays makes days the text that they are in YAML 1.2, as editors read it.
func plainDays(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!timestamp" {
		n.Tag = "!!str"
	}
	for _, c := range n.Content {
		plainDays(c)
	}
}

func TestSampleIsValidBySchema(t *testing.T) {
	for _, text := range []string{string(Sample()), freed()} {
		if err := bySchema(t, text); err != nil {
			t.Error(err)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	for _, text := range []string{
		"contry: BE", "shop: {contry: BE}", "shops: [{country: BE}]", "shops: [{target: a, contry: BE}]",
		"ignore: [{rule: a}]", "law: {grace: soon}", "agency: {colour: '#000000'}",
		"shop: {headers: {A: secret}}", "budgets: {pages: 0}", "rules: {a: wrong}", "lang: it",
	} {
		if bySchema(t, text) == nil {
			t.Errorf("the schema takes %q", text)
		}
	}
}

// The schema names the keys that the reader knows, no more and no less.
func TestSchemaHasTheReadersKeys(t *testing.T) {
	var doc struct {
		Properties map[string]json.RawMessage `json:"properties"`
		Defs       map[string]struct {
			Properties map[string]json.RawMessage `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &doc); err != nil {
		t.Fatal(err)
	}
	inner := func(raw json.RawMessage) map[string]json.RawMessage {
		var s struct {
			Properties map[string]json.RawMessage `json:"properties"`
			Items      struct {
				Properties map[string]json.RawMessage `json:"properties"`
			} `json:"items"`
		}
		if err := json.Unmarshal(raw, &s); err != nil {
			t.Fatal(err)
		}
		if s.Properties != nil {
			return s.Properties
		}
		return s.Items.Properties
	}
	want := map[string]map[string]json.RawMessage{
		"the file": doc.Properties, "shop": doc.Defs["profile"].Properties, "law": inner(doc.Properties["law"]),
		"an entry of ignore": inner(doc.Properties["ignore"]), "budgets": inner(doc.Properties["budgets"]),
		"agency": inner(doc.Properties["agency"]),
	}
	var root yaml.Node
	if err := yaml.Load([]byte(freed()), &root); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	r := &reader{path: Name, known: known, file: &File{}}
	r.keys = func(where string, names []string) {
		seen[where] = true
		for name := range want[where] {
			if !slices.Contains(names, name) {
				t.Errorf("%s: the schema has %q, the reader has not", where, name)
			}
		}
		for _, name := range names {
			if _, ok := want[where][name]; !ok && where != "an entry of shops" {
				t.Errorf("%s: the reader has %q, the schema has not", where, name)
			}
		}
	}
	r.top(root.Content[0])
	for where := range want {
		if !seen[where] {
			t.Errorf("%s was not read", where)
		}
	}
}
