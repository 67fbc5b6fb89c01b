package words

import (
	"fmt"
	"sync"
	"testing"
)

func TestClassify(t *testing.T) {
	b := book(t)
	for _, c := range []struct {
		label, path string
		want        Guess
	}{
		{"Algemene voorwaarden", "/contact", Guess{Terms, "nl", 1}},
		{"Mehr erfahren", "/de/datenschutz", Guess{Privacy, "de", 0.7}},
		{"Contact", "/nl/contacteer-ons", Guess{Contact, "nl", 1}}, // the address tells the language
		{"Contact lens solution", "/products/contact-lens", Guess{Product, "en", 0.7}},
		{"Blue shirt", "/blue-shirt-12", Guess{}},
		{"", "", Guess{}},
	} {
		for range 2 { // the second answer is the cache's
			if got := b.Classify(c.label, c.path); got != c.want {
				t.Errorf("Classify(%q, %q) = %+v, want %+v", c.label, c.path, got, c.want)
			}
		}
	}
}

// Far more answers than there are places, from several goroutines at once:
// each is that of its own question.
func TestClassifyCacheMixesNothingUp(t *testing.T) {
	b := book(t)
	kinds := []string{"Impressum", "AGB", "Kontakt", "item"}
	var all sync.WaitGroup
	for w := range 4 {
		all.Go(func() {
			for n := range slots {
				label, path := kinds[(n+w)%len(kinds)], fmt.Sprint("/p", n)
				if got, want := b.Classify(label, path), b.classify(pair{label, path}); got != want {
					t.Errorf("Classify(%q, %q) = %+v, want %+v", label, path, got, want)
					return
				}
			}
		})
	}
	all.Wait()
}

func TestClassifyHitDoesNotAllocate(t *testing.T) {
	b := book(t)
	b.Classify("Impressum", "/impressum")
	if n := testing.AllocsPerRun(100, func() { b.Classify("Impressum", "/impressum") }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
