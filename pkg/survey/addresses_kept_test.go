package survey

import "testing"

// What is remembered of an address is what was kept, and only by its key.
func TestKept(t *testing.T) {
	k := newKept()
	k.keep(5, Address{Code: "9000", Box: true}, 7)
	if a, at, ok := k.of(5); !ok || at != 7 || a != (Address{Code: "9000", Box: true}) {
		t.Errorf("%+v at %d, %v", a, at, ok)
	}
	if _, _, ok := k.of(5 + 2*keptPlaces); ok {
		t.Error("another text in the same place is taken for it")
	}
	k.keep(7, Address{Code: "a code of no post office at all"}, 0)
	if _, _, ok := k.of(7); ok {
		t.Error("a code without bounds is kept")
	}
}
