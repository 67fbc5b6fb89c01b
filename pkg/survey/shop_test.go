package survey

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/words"
)

// shop is a survey of pages given as "address -> links".
func shop(t *testing.T, pages ...Record) *Survey {
	t.Helper()
	s := New("https://kaas.be/", Live)
	for _, r := range pages {
		s.Add(&r)
	}
	return s
}

func record(address, via string, k words.Kind, links ...string) Record {
	r := Record{Page: Page{URL: address, Status: 200, Via: via, Kind: k, Language: "nl"}}
	for _, l := range links {
		r.Links = append(r.Links, Edge{To: Key(l)})
	}
	return r
}

func TestClicksAreTheShortestPath(t *testing.T) {
	s := shop(t,
		record("https://kaas.be/", "start", words.Home, "https://www.kaas.be/a", "https://kaas.be/b#x"),
		record("https://kaas.be/a", "link", words.Other, "https://kaas.be/c"),
		record("https://kaas.be/b", "link", words.Other, "https://kaas.be/a"),
		record("https://kaas.be/c", "link", words.Terms),
		record("https://kaas.be/alone", "sitemap", words.Other),
	)
	for address, want := range map[string]int{"/": 0, "/a": 1, "/b": 1, "/c": 2, "/alone": -1, "/never": -1} {
		if got := s.Clicks("https://kaas.be" + address); got != want {
			t.Errorf("%s is %d clicks away, want %d", address, got, want)
		}
	}
}

func TestKey(t *testing.T) {
	same := [][]string{
		{"https://kaas.be", "https://kaas.be/", "http://WWW.kaas.be:80/index.html", "https://kaas.be:443/#top"},
		{"https://kaas.be/a?b=1&a=2", "https://kaas.be/a?a=2&b=1"},
		{"https://kaas.be/fr/", "https://kaas.be/fr/index.php"},
	}
	for _, group := range same {
		for _, a := range group[1:] {
			if Key(a) != Key(group[0]) {
				t.Errorf("Key(%q) = %q, but Key(%q) = %q", a, Key(a), group[0], Key(group[0]))
			}
		}
	}
	if Key("https://kaas.be/a") == Key("https://kaas.be/a/") || Key("https://kaas.be/a") == Key("https://ham.be/a") {
		t.Error("different pages share a key")
	}
}

func TestExcuses(t *testing.T) {
	missed := Unread{URL: "https://kaas.be/contact", Cause: Blocked, Guess: words.Guess{Kind: words.Contact}}
	s := shop(t, record("https://kaas.be/", "start", words.Home))
	s.Miss(missed)
	if got := s.Excuses(words.Contact); len(got) != 1 || got[0].Cause != Blocked {
		t.Errorf("an unread contact page is no excuse: %v", got)
	}
	if got := s.Excuses(words.Terms); len(got) != 0 {
		t.Errorf("a page that is not needed is an excuse: %v", got)
	}
	r := record("https://kaas.be/contact-2", "link", words.Contact)
	s.Add(&r)
	if got := s.Excuses(words.Contact); len(got) != 0 {
		t.Errorf("another contact page was read, yet: %v", got)
	}
	cut := record("https://kaas.be/voorwaarden", "link", words.Terms)
	cut.Page.Truncated = true
	s.Add(&cut)
	if got := s.Excuses(words.Terms); len(got) != 1 || got[0].Cause != Truncated {
		t.Errorf("a truncated page is no excuse: %v", got)
	}
}

func TestExcusesOfAShopNobodyCouldRead(t *testing.T) {
	s := New("https://kaas.be/", Live)
	s.Add(&Record{Page: Page{URL: "https://kaas.be/", Status: 404, Via: "start"}})
	s.Finish(Totals{Stopped: "exhausted", Searched: true})
	if got := s.Excuses(words.LegalKinds...); len(got) != 1 || got[0].Cause != Unreachable {
		t.Errorf("nothing was read, yet: %v", got)
	}
}
