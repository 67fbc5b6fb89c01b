package report

import (
	"bytes"
	"encoding/json"
	"testing"
)

// The layout is that of encoding/json, whatever stands in texts.
func TestIndentIsThatOfTheStandardLibrary(t *testing.T) {
	for _, s := range []string{
		`{}`, `[]`, `""`, `1`, `null`, `{"a":[],"b":{},"c":[1,2,{"d":"e, {[:\"\\"}]}`,
		`[[[]],[{}],[{"a":null}],"\\","\\\"",true,-1.5e3]`, `{"ü":"→ \u0000 \\n","":""}`,
	} {
		var want bytes.Buffer
		if err := json.Indent(&want, []byte(s), "", "  "); err != nil {
			t.Fatal(err)
		}
		if got := indent([]byte(s)); string(got) != want.String() {
			t.Errorf("%s:\n%s\nwant\n%s", s, got, want.String())
		}
	}
}

func FuzzIndent(f *testing.F) {
	f.Add([]byte(`{"a":[{"b":"c\"\\"},[],{}]}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		var small, want bytes.Buffer
		if json.Compact(&small, src) != nil || json.Indent(&want, small.Bytes(), "", "  ") != nil {
			indent(src) // no panic, whatever it is
			return
		}
		if depthOf(small.Bytes()) < 60 && !bytes.Equal(indent(small.Bytes()), want.Bytes()) {
			t.Errorf("%q: %q, want %q", src, indent(small.Bytes()), want.Bytes())
		}
	})
}

// depthOf is more than the depth of nesting.
func depthOf(src []byte) int { return bytes.Count(src, []byte("[")) + bytes.Count(src, []byte("{")) }
