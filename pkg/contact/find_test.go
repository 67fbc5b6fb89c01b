package contact

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// found gives the addresses of candidates, with the disguise behind a space.
func found(cs []Candidate) []string {
	out := []string{}
	for _, c := range cs {
		s := c.Address.String()
		if c.How != "" {
			s += " " + c.How
		}
		out = append(out, s)
	}
	return out
}

func TestFind(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Mail ons op info@bakker-jan.be.", []string{"info@bakker-jan.be"}},
		{"(info@bakker-jan.be)", []string{"info@bakker-jan.be"}},
		{"“info@bakker-jan.be”, of bel", []string{"info@bakker-jan.be"}},
		{"<info@bakker-jan.be>;", []string{"info@bakker-jan.be"}},
		{"E-Mail:info@bakker-jan.be", []string{"info@bakker-jan.be"}},
		{"E-Mailinfo@bakker-jan.be", []string{"info@bakker-jan.be"}},
		{"Fax 021234567info@bakker-jan.be", []string{"info@bakker-jan.be"}},
		{"info@bakker-jan.be.Wij antwoorden", []string{"info@bakker-jan.be"}},
		{"info@bakker-jan.be.Contact", []string{"info@bakker-jan.be"}},
		{"info@bakker-jan.beTel. 0475", []string{"info@bakker-jan.be"}},
		{"info@bakker-jan.be0475 12 34", []string{"info@bakker-jan.be"}},
		{"info@bakker-jan.be/verkoop@bakker-jan.be", []string{"info@bakker-jan.be", "verkoop@bakker-jan.be"}},
		{"Info@Bakker-Jan.BE", []string{"Info@bakker-jan.be"}},
		{"info@bäcker-köln.de", []string{"info@bäcker-köln.de"}},
		{"info@xn--bcker-gra.de", []string{"info@bäcker.de"}},
		{"kontakt@ελληνικά.gr", []string{"kontakt@ελληνικά.gr"}},
		{"Имейлinfo@magazin.bg", []string{"info@magazin.bg"}},
		{"müller@holz-weiss.de", []string{"müller@holz-weiss.de"}},
		{"voornaam.naam+web@post.kleding.co.uk", []string{"voornaam.naam+web@post.kleding.co.uk"}},
		{"info\u00ad@bakker\u200b-jan.be\u00a0of", []string{"info@bakker-jan.be"}},
		{"info＠bakker-jan.be", []string{"info@bakker-jan.be"}},
		{"📧info@bakker-jan.be", []string{"info@bakker-jan.be"}},
		{"...info@bakker-jan.be", []string{"info@bakker-jan.be"}},
		{"x@winkel.github.io", []string{"x@winkel.github.io"}},
		{"sjabloon@winkel.example", []string{"sjabloon@winkel.example"}},

		{"info[at]bakker-jan.be", []string{"info@bakker-jan.be at-word"}},
		{"info (at) bakker-jan.be", []string{"info@bakker-jan.be at-word"}},
		{"info{at}bakker-jan{dot}be", []string{"info@bakker-jan.be at-word"}},
		{"info <at> bakker-jan <punkt> de", []string{"info@bakker-jan.de at-word"}},
		{"info((at))bakker-jan.be", []string{"info@bakker-jan.be at-word"}},
		{"info (ät) bakker-jan (punkt) de", []string{"info@bakker-jan.de at-word"}},
		{"info(a)bakker-jan.dk", []string{"info@bakker-jan.dk at-word"}},
		{"info at bakker-jan dot be", []string{"info@bakker-jan.be at-word"}},
		{"info at bakker-jan (dot) be", []string{"info@bakker-jan.be at-word"}},
		{"info at bakker-jan[dot]be", []string{"info@bakker-jan.be at-word"}},
		{"info apenstaartje bakker-jan punt be", []string{"info@bakker-jan.be at-word"}},
		{"info arobase toile-fine point fr", []string{"info@toile-fine.fr at-word"}},
		{"info(arroba)tela-fina.es", []string{"info@tela-fina.es at-word"}},
		{"info chiocciola tela-fina.it", []string{"info@tela-fina.it at-word"}},
		{"info (zavináč) latka tečka cz", []string{"info@latka.cz at-word"}},
		{"info zavinac latka.cz", []string{"info@latka.cz at-word"}},
		{"info kukac vaszon pont hu", []string{"info@vaszon.hu at-word"}},
		{"info snabel-a laerred.dk", []string{"info@laerred.dk at-word"}},
		{"info(małpa)plotno.pl", []string{"info@plotno.pl at-word"}},
		{"info[@]bakker-jan.be", []string{"info@bakker-jan.be at-word"}},
		{"info@bakker-jan[dot]be", []string{"info@bakker-jan.be at-word"}},
		{"info@bakker-jan(punt)be", []string{"info@bakker-jan.be at-word"}},
		{"info@ bakker-jan.be", []string{"info@bakker-jan.be spaced"}},
		{"info @ bakker-jan.be", []string{"info@bakker-jan.be spaced"}},
		{"info @ bakker-jan . be", []string{"info@bakker-jan.be spaced"}},
		{"E-mail: jan @ bakker-jan.be", []string{"jan@bakker-jan.be spaced"}},
		{"info-at-bakker-jan.be", []string{"info@bakker-jan.be at-word"}},
		{"eb.naj-rekkab@ofni", []string{"info@bakker-jan.be reversed"}},
		{"vasb@onxxre-wna.or", []string{"info@bakker-jan.be rot13"}},
		{"vasb@gbvyr-svar.se", []string{"info@toile-fine.fr rot13"}},

		{"Meet us @ winkel.be on Sunday", nil},
		{"Look at winkel dot be", nil},
		{"We are at winkel.be", nil},
		{"Instagram @winkel.be", nil},
		{"Mastodon @winkel@mastodon.social", nil},
		{"info@shop", nil},
		{"info@[127.0.0.1]", nil},
		{"info@127.0.0.1", nil},
		{"logo@2x.png, logo@3x.ai", nil},
		{"009_wine_200x200@2x.png", nil},
		{"https://cdn.winkel.be/npm/@scope/ui@5.0/dist", nil},
		{"js-sdk@2.0.2 and sweetalert2@11", nil},
		{"https://0123456789abcdef0123456789abcdef@sentry.winkel.be/113", nil},
		{"https://winkel.be/out?mail=info@bakker-jan.be", nil},
		{"info.@bakker-jan.be", nil},
		{"a..b@bakker-jan.be", nil},
		{"@media (max-width:1px)", nil},
		{"@@@@", nil},
		{"x@co.uk", nil},
		{"f(a)b.be = g[a].com", []string{"f@b.be at-word"}},
	}
	for _, tt := range tests {
		if d := cmp.Diff(append([]string{}, tt.want...), found(Find(tt.text))); d != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", tt.text, d)
		}
	}
}

func TestFindOffsets(t *testing.T) {
	text := "Schrijf\u00a0naar in\u00adfo@bakker-jan.be. Of (info (at) b-j.be)"
	var got []string
	for _, c := range Find(text) {
		got = append(got, text[c.Start:c.End])
	}
	if d := cmp.Diff([]string{"in\u00adfo@bakker-jan.be", "info (at) b-j.be"}, got); d != "" {
		t.Errorf("spans (-want +got):\n%s", d)
	}
}

func TestFindInBorders(t *testing.T) {
	tests := []struct{ text, want string }{ // | is where a text node ends
		{"Mail|info@bakker-jan.be", "info@bakker-jan.be"},
		{"Kontakt|jan@bakker-jan.be", "jan@bakker-jan.be"},
		{"Bakkerij|info@bakker-jan.be", "info@bakker-jan.be"},
		{"info@|bakker-jan|.be", "info@bakker-jan.be"},
		{"info|@bakker-jan.be", "info@bakker-jan.be"},
		{"jan|.peeters@bakker-jan.be", "jan.peeters@bakker-jan.be"},
		{"info@bakker-jan.be|tel 0475", "info@bakker-jan.be"},
		{"info@bakker-jan.co|m", "info@bakker-jan.com"},
	}
	for _, tt := range tests {
		borders := map[int]bool{}
		var b strings.Builder
		for part := range strings.SplitSeq(tt.text, "|") {
			borders[b.Len()] = true
			b.WriteString(part)
		}
		got := FindIn(b.String(), func(i int) bool { return borders[i] })
		if len(got) != 1 || got[0].Address.String() != tt.want {
			t.Errorf("FindIn(%q) = %v, want %s", tt.text, found(got), tt.want)
		}
	}
}

// TestFindIsLinear has texts that would take a quadratic search minutes.
func TestFindIsLinear(t *testing.T) {
	for _, unit := range []string{"@", "a@", "a@a.", "a.", " at ", "[at]", "aAaAaA@aAaAaA.", "a@b.be", "a@aAaAaAaAaAaAaAaAaAaAaA.bE.cE.dE ", "(", "a(at"} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		if n := len(Find(text)); n > maxFound {
			t.Errorf("%q: %d addresses, want at most %d", unit, n, maxFound)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"info@winkel.be", "a (at) b (dot) be", "＠", "in\u00adfo @ b . be", "eb.b@ofni", "Имейлinfo@b.bg"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, c := range Find(text) {
			if c.Start < last || c.End <= c.Start || c.End > len(text) {
				t.Fatalf("span %d:%d after %d in %q", c.Start, c.End, last, text)
			}
			last = c.End
			if _, err := New(c.Address.Local, c.Address.Host); err != nil {
				t.Fatalf("%q gave %v: %v", text, c.Address, err)
			}
		}
	})
}
