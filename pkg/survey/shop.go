package survey

import (
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

// Template reports whether a region belongs to the page template, so that
// the same thing on many pages is one thing.
func Template(r page.Region) bool {
	return r == page.Header || r == page.Nav || r == page.Footer
}
