package survey

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Survey is everything that was read of one shop.
type Survey struct {
	Target string
	Source Source
	Host   string // of the start page, "" for a file
	Pages  []Page // in reading order
	Unread []Unread
	Totals
	Emails      EmailBook
	Identifiers IdentifierBook
	Phones      PhoneBook
	Targets     []TargetLink
	Mentions    []Mention
	Forms       []Place
	Signs       []CountrySign
	Platform    string
	Kind        KindFacts // signs of what kind of shop it is
	Paths       []Way     // to legal pages; settled by Finish
	LeadsOn     bool      // some page links to another page of the shop, read or not
	languages   map[string]int

	at     map[string]int   // index in Pages by key and by alias
	ids    map[string]int32 // a number for each key that is linked or read
	edges  [][]int32        // by page: what it links; dropped by Finish
	clicks []int            // by page; nil when it must be counted again
}

// New is an empty survey of a target.
func New(target string, src Source) *Survey {
	return &Survey{Target: target, Source: src, languages: map[string]int{}, at: map[string]int{}, ids: map[string]int32{}}
}

// Add takes the record of one more page.
func (s *Survey) Add(r *Record) {
	n := len(s.Pages)
	s.Pages = append(s.Pages, r.Page)
	s.edges = append(s.edges, s.number(r.Links))
	s.LeadsOn = s.LeadsOn || leadsOn(r)
	s.clicks = nil
	for _, a := range append([]string{r.Page.URL}, r.Aliases...) {
		if k := Key(a); k != "" {
			if _, taken := s.at[k]; !taken {
				s.at[k] = n
			}
		}
	}
	s.Emails.Add(r.Facts.Emails)
	s.Identifiers.Add(r.Facts.Identifiers)
	s.Phones.Add(r.Facts.Phones)
	s.Targets = foldTargets(s.Targets, r.Facts.Targets)
	s.Mentions = foldMentions(s.Mentions, r.Facts.Mentions)
	s.Forms = append(s.Forms, r.Facts.Forms...)
	s.Signs = append(s.Signs, r.Facts.Countries...)
	s.Kind.add(r.Page, r.Facts.Kind)
	if s.Platform == "" {
		s.Platform = r.Facts.Platform
	}
	if r.Page.Language != "" && r.Page.Read() {
		s.languages[r.Page.Language]++
	}
}

// leadsOn reports whether a page links to another than itself and the front of
// its host, which a file that is a shop's front cannot tell from itself.
func leadsOn(r *Record) bool {
	own := Key(r.Page.URL)
	return slices.ContainsFunc(r.Links, func(e Edge) bool {
		front := e.To[max(strings.IndexByte(e.To, '/'), 0):] == "/"
		return !front && e.To != own && !slices.ContainsFunc(r.Aliases, func(a string) bool { return e.To == Key(a) })
	})
}

// Miss takes an address that could not be read.
func (s *Survey) Miss(u Unread) { s.Unread = append(s.Unread, u) }

// Finish takes the source's totals and settles the click depth of each page.
func (s *Survey) Finish(t Totals) {
	s.Totals = t
	for i, c := range s.countClicks() {
		if c >= 0 {
			s.Pages[i].Depth = c
		}
	}
	s.Paths = s.paths()
	s.edges, s.ids = nil, map[string]int32{} // a run over many shops keeps each survey to its end
}

// number gives each target its number: a menu stands on every page, and its
// addresses are kept once.
func (s *Survey) number(links []Edge) []int32 {
	out := make([]int32, len(links))
	for i, e := range links {
		n, ok := s.ids[e.To]
		if !ok {
			n = int32(len(s.ids))
			s.ids[e.To] = n
		}
		out[i] = n
	}
	return out
}

// Count is the number of pages that were read.
func (s *Survey) Count() int {
	n := 0
	for _, p := range s.Pages {
		if p.Read() {
			n++
		}
	}
	return n
}

// Languages lists the languages of the pages read, the most frequent first.
func (s *Survey) Languages() []string {
	out := make([]string, 0, len(s.languages))
	for l := range s.languages {
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b string) int {
		if d := s.languages[b] - s.languages[a]; d != 0 {
			return d
		}
		return s.firstIn(a) - s.firstIn(b)
	})
	return out
}

// firstIn is the index of the first page read in a language.
func (s *Survey) firstIn(lang string) int {
	return slices.IndexFunc(s.Pages, func(p Page) bool { return p.Language == lang && p.Read() })
}

// InLanguage is the number of pages read in a language.
func (s *Survey) InLanguage(lang string) int { return s.languages[lang] }

// Has reports whether a page of kind k in language lang ("" = any) was read.
func (s *Survey) Has(k words.Kind, lang string) bool {
	return slices.ContainsFunc(s.Pages, func(p Page) bool { return p.Answers(k, lang) })
}

// Page is the page at an address, also under an address that led to it.
func (s *Survey) Page(address string) (Page, bool) {
	i, ok := s.at[Key(address)]
	if !ok {
		return Page{}, false
	}
	return s.Pages[i], true
}

// Clicks is the length of the shortest path of links from a start page to the
// page at address; -1 when no read page leads there.
func (s *Survey) Clicks(address string) int {
	i, ok := s.at[Key(address)]
	if !ok {
		return -1
	}
	return s.countClicks()[i]
}

// numbered is the index of each page by the numbers of its addresses.
func (s *Survey) numbered() map[int32]int {
	page := make(map[int32]int, len(s.at))
	for key, i := range s.at {
		if n, ok := s.ids[key]; ok {
			page[n] = i
		}
	}
	return page
}

func (s *Survey) countClicks() []int {
	if s.clicks != nil {
		return s.clicks
	}
	s.clicks = make([]int, len(s.Pages))
	page := s.numbered()
	var queue []int
	for i, p := range s.Pages {
		s.clicks[i] = -1
		if p.Via == "start" {
			s.clicks[i] = 0
			queue = append(queue, i)
		}
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, e := range s.edges[i] {
			if j, ok := page[e]; ok && s.clicks[j] < 0 {
				s.clicks[j] = s.clicks[i] + 1
				queue = append(queue, j)
			}
		}
	}
	return s.clicks
}

// Excuses are the unread addresses for which "not found" may not be said by a
// check that needs pages of the given kinds: no page of the same kind and
// language was read instead. Pages cut at the size limit, empty shells and a
// crawl ended early are excuses too.
func (s *Survey) Excuses(kinds ...words.Kind) []Unread {
	var out []Unread
	for _, u := range s.Unread {
		wanted := u.Guess.Kind == words.Home || slices.Contains(kinds, u.Guess.Kind)
		if wanted && !s.Has(u.Guess.Kind, u.Guess.Language) {
			out = append(out, u)
		}
	}
	for _, p := range s.Pages {
		if p.Read() && (p.Kind == words.Home || p.Via == "start" || slices.Contains(kinds, p.Kind)) {
			if c := p.blind(); c != "" {
				out = append(out, Unread{URL: p.URL, Cause: c, Guess: words.Guess{Kind: p.Kind, Language: p.Language}})
			}
		}
	}
	if s.Count() == 0 && len(out) == 0 {
		out = append(out, s.nothing())
	}
	return append(out, s.cutShort(kinds)...)
}

// nothing is the excuse of a shop of which no page was read.
func (s *Survey) nothing() Unread {
	if len(s.Unread) > 0 {
		return s.Unread[0]
	}
	u := Unread{URL: s.Target, Cause: Unreachable, Detail: "no page was read", Guess: words.Guess{Kind: words.Home}}
	if len(s.Pages) > 0 {
		u.Detail = fmt.Sprintf("HTTP %d", s.Pages[0].Status)
	}
	return u
}

// blind is the cause for which a read page may hold more than was seen.
func (p Page) blind() Cause {
	switch {
	case p.Truncated:
		return Truncated
	case p.Shell && !p.Rendered:
		return NeedsJavaScript
	}
	return ""
}

// cutShort is the excuse of a source that stopped before it had looked
// everywhere while a needed kind is still missing.
func (s *Survey) cutShort(kinds []words.Kind) []Unread {
	var c Cause
	switch s.Stopped {
	case "interrupted":
		c = Interrupted
	case "budget", "timeout":
		if s.Searched {
			return nil
		}
		c = Budget
	default:
		return nil
	}
	for _, k := range kinds {
		if !s.Has(k, "") {
			return []Unread{{URL: s.Target, Cause: c, Detail: s.Stopped, Guess: words.Guess{Kind: k}}}
		}
	}
	if c == Interrupted {
		return []Unread{{URL: s.Target, Cause: c, Detail: s.Stopped}}
	}
	return nil
}

// Unmet lists the kinds of which no page was read while the source has not
// yet looked in every place that could lead to one. Kinds that not every shop
// has to have are asked for as samples.
func (s *Survey) Unmet(kinds ...words.Kind) []Need {
	if s.Searched {
		return nil
	}
	var out []Need
	for _, k := range kinds {
		if !s.Has(k, "") {
			out = append(out, Need{Kind: k, Sample: !k.Legal()})
		}
	}
	return out
}

// Template reports whether a region belongs to the page template, so that
// the same thing on many pages is one thing.
func Template(r page.Region) bool {
	return r == page.Header || r == page.Nav || r == page.Footer
}
