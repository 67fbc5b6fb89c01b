package words

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	b := book(t)
	for _, c := range []struct {
		text string
		want string // list:text, in order
	}{
		{"The ODR platform has been shut down.", "odr-announce:ODR platform closed:shut down"},
		{"Das ist die OS-Plattform der EU.", "odr-announce:OS-Plattform"},
		{"Online-Streit\u00adbeilegung", "odr-announce:Online-Streit\u00adbeilegung"},
		{"Die OS-Plattformen wurden abgeschaltet!", "odr-announce:OS-Plattformen closed:abgeschaltet"},
		{"La plateforme n’est plus accessible", "closed:n’est plus"},
		{"platformen van de zaak", ""},
		{"Verordnung (EU) 2024/3228", "closed:2024/3228"},
		{"règlement en ligne des litiges", "odr-announce:règlement en ligne des litiges"},
		{"RE\u0300GLEMENT EN LIGNE DES LITIGES", "odr-announce:RE\u0300GLEMENT EN LIGNE DES LITIGES"},
		{"Overeenkomsten die online gesloten zijn", ""},
	} {
		var got []string
		for _, h := range b.Find(c.text, "odr-announce", "closed") {
			got = append(got, h.List+":"+c.text[h.Start:h.End])
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("Find(%q) = %q, want %q", c.text, s, c.want)
		}
	}
	if got := b.Find("ODR platform", "no-such-list"); got != nil {
		t.Errorf("an unknown list found %v", got)
	}
}

func FuzzFind(f *testing.F) {
	b := book(f)
	for _, s := range []string{"ODR platform closed", "½ ODR-Plattform\u00ad", "\xff\xfe onlinegeschillen", "n’est plus", "ﬁ ﷺ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, h := range b.Find(text, b.Lists()...) {
			if h.Start < last || h.End <= h.Start || h.End > len(text) {
				t.Fatalf("Find(%q): hit %+v is out of order or range", text, h)
			}
			last = h.Start
			if first := foldPattern(h.Phrase)[:1]; !strings.HasPrefix(Fold(text[h.Start:h.End]), first) {
				t.Errorf("Find(%q): %q is no %q", text, text[h.Start:h.End], h.Phrase)
			}
		}
		b.Addresses(text)
		b.Language(text)
	})
}
