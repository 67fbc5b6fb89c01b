package style

import "testing"

// A sheet added for one page is none of another's.
func TestReuseKeepsSheetsApart(t *testing.T) {
	first := New()
	first.Add(".a{color:red} #b{color:red} p{color:red} *{color:red} :root{--x:1}", "")
	before := first.rules
	second := first.Reuse()
	second.Add(".a{display:none} #b{display:none} p{display:none} *{display:none} :root{--x:2} @import 'y.css';", "")
	if second.rules == before {
		t.Fatal("the second sheet was not read")
	}
	if first.rules != before || len(first.byClass["a"]) != 1 || len(first.byID["b"]) != 1 || len(first.byTag["p"]) != 1 ||
		first.variables["--x"][0] != "1" {
		t.Errorf("the first cascade changed: %d rules, %v", first.rules, first.variables)
	}
	if len(second.byClass["a"]) < 1 || second.variables["--x"][0] == "1" {
		t.Error("the second cascade lacks its own sheet")
	}
}
