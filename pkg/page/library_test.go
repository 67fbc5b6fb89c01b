package page

import (
	"fmt"
	"strings"
	"testing"
)

func TestLibrarySharesEqualSheetsOnly(t *testing.T) {
	l := NewLibrary()
	css := ".footer a{color:#333;opacity:0}"
	if l.read(css) != l.read(strings.Clone(css)) {
		t.Error("the same text was read twice")
	}
	for i := range css {
		other := css[:i] + string(css[i]^1) + css[i+1:]
		if l.read(other) == l.read(css) {
			t.Errorf("%q has the sheet of %q", other, css)
		}
	}
	if none := (*Library)(nil); none.read(css) == none.read(css) {
		t.Error("a library that is not there kept a sheet")
	}
}

func TestLibraryIsBounded(t *testing.T) {
	l := NewLibrary()
	for i := range 40 {
		l.read(fmt.Sprintf("/* %d %s */", i, strings.Repeat("x", 300_000)))
		total := 0
		for text := range l.known {
			total += len(text)
		}
		if total > maxLibrary || total != l.bytes {
			t.Fatalf("after %d sheets it holds %d bytes and says %d", i+1, total, l.bytes)
		}
	}
	l.read(strings.Repeat("x", maxLibrary/4+1))
	if l.known[strings.Repeat("x", maxLibrary/4+1)] != nil {
		t.Error("a sheet was kept that takes more than a quarter")
	}
}
