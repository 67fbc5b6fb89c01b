package words

import (
	"os"
	"testing"
)

// book is the rule book's own vocabulary: the tests judge data and matcher
// together, as shops meet them.
func book(t testing.TB) *Book {
	t.Helper()
	b, err := Load(os.DirFS("../../rules"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
