package words

import (
	"strings"
	"testing"
	"time"
)

// TestHostileTexts: a megabyte made to be slow must stay far below what a
// quadratic matcher would need (minutes). The bound is generous on purpose.
func TestHostileTexts(t *testing.T) {
	b := book(t)
	for _, unit := range []string{"platforma ", "nicht mehr ", "ec.europa.eu/", "http://ec.europa.eu/odrx", "\u00ad", "ﷺ ", "\xff", "online dispute ", "ec\u00ad."} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		start := time.Now()
		b.Find(text, b.Lists()...)
		b.Addresses(text)
		b.Language(text)
		b.Label(text)
		b.Slug(text)
		Fold(text)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("a megabyte of %q took %v", unit, took)
		}
	}
}
