package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/shoplint/shoplint/pkg/report/schema/schematest"
)

func TestJSONIsValid(t *testing.T) {
	for _, r := range []*Report{bakery("en"), empty(), gone(), oldLaw(), several()} {
		out := render(t, "json", r, TextOptions{})
		if err := schematest.Validate(out); err != nil {
			t.Error(err)
		}
		if err := schematest.ValidateStrict(out); err != nil {
			t.Errorf("strict: %v", err)
		}
	}
}

// TestSchemaRefuses shows that the schema can say no.
func TestSchemaRefuses(t *testing.T) {
	good := string(render(t, "json", bakery("en"), TextOptions{}))
	tests := map[string][2]string{
		"unknown outcome":        {`"outcome": "fail"`, `"outcome": "failed"`},
		"unknown level":          {`"level": "error"`, `"level": "fatal"`},
		"null list":              {`"notes": []`, `"notes": null`},
		"missing field":          {`"fingerprint": "00112233aabbccdd",`, ``},
		"unknown form":           {`"form": "mailto"`, `"form": "link"`},
		"unclear without cause":  {`"cause": "blocked",` + "\n" + `          "detail": "HTTP 403 on`, `"cause": "",` + "\n" + `          "detail": "HTTP 403 on`},
		"day of another form":    {`"as_of": "2026-11-22"`, `"as_of": "22-11-2026"`},
		"count below zero":       {`"fail": 1`, `"fail": -1`},
		"version of the future":  {`"version": 1`, `"version": 2`},
		"string where a bool is": {`"interrupted": false`, `"interrupted": "no"`},
	}
	for name, change := range tests {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Errorf("%s: %q does not occur", name, change[0])
			continue
		}
		if schematest.Validate([]byte(bad)) == nil {
			t.Errorf("%s was let through", name)
		}
	}
	more := strings.Replace(good, `"version": 1`, `"extra": 1, "version": 1`, 1)
	if err := schematest.Validate([]byte(more)); err != nil {
		t.Errorf("a new field must be allowed: %v", err)
	}
}

func TestJSONOfAnyReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyReport(t)
		var b, c bytes.Buffer
		if err := JSON(&b, r); err != nil {
			t.Fatal(err)
		}
		if err := JSON(&c, r); err != nil || b.String() != c.String() {
			t.Fatal("two renderings differ", err)
		}
		var v any
		if err := json.Unmarshal(b.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		walk(t, "report", v)
	})
}

// walk refuses dangerous text and null anywhere but where null is an answer.
func walk(t *rapid.T, at string, v any) {
	switch v := v.(type) {
	case nil:
		t.Fatalf("%s is null", at)
	case string:
		if r, bad := dangerous(strings.ReplaceAll(v, "\n", "")); bad {
			t.Fatalf("%s holds %U: %q", at, r, v)
		}
	case []any:
		for _, x := range v {
			walk(t, at, x)
		}
	case map[string]any:
		for k, x := range v {
			walk(t, at+"."+k, x)
		}
	}
}

func TestHTMLIsNotEscaped(t *testing.T) {
	out := string(render(t, "json", bakery("en"), TextOptions{}))
	if !strings.Contains(out, `footer > p:nth-of-type(2) > a`) {
		t.Error("angle brackets were escaped")
	}
}
