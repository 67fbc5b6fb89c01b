package survey

import "github.com/shoplint/shoplint/pkg/words"

// Way is how a visitor comes from a start page to a legal page, the shortest
// way in links of pages that were read.
type Way struct {
	Kind     words.Kind `json:"kind"`
	Language string     `json:"language"`
	URL      string     `json:"url"`
	Clicks   int        `json:"clicks"`  // -1 when no page that was read leads there
	Pages    []string   `json:"pages"`   // addresses on the way, the start page first; empty without a way
	Without  []Sort     `json:"without"` // templates of which no page that was read links it
}

// Sort is a kind of page, and the first of it that was read.
type Sort struct {
	Kind words.Kind `json:"kind"`
	URL  string     `json:"url"`
}

// links says which pages lead to which, by index.
type links struct {
	survey *Survey
	page   map[int32]int // by number
	from   []int         // the page a shortest way comes from, -1 for none
}

// paths lists the nearest page of each legal kind and language, in the order
// the pages were read.
func (s *Survey) paths() []Way {
	l := links{survey: s, page: s.numbered()}
	l.walk()
	best := map[Need]int{}
	var order []Need
	for i, p := range s.Pages {
		if !p.Kind.Legal() || !p.Read() {
			continue
		}
		n := Need{Kind: p.Kind, Language: p.Language}
		j, known := best[n]
		if !known {
			order = append(order, n)
		}
		if c := s.clicks[i]; !known || c >= 0 && (s.clicks[j] < 0 || c < s.clicks[j]) {
			best[n] = i
		}
	}
	var out []Way
	for _, n := range order {
		i := best[n]
		out = append(out, Way{
			Kind: n.Kind, Language: n.Language, URL: s.Pages[i].URL, Clicks: s.clicks[i], Pages: l.way(i), Without: l.without(i),
		})
	}
	return out
}

// walk notes for each page where a shortest way to it comes from.
func (l *links) walk() {
	s := l.survey
	clicks := s.countClicks()
	l.from = make([]int, len(s.Pages))
	for i := range l.from {
		l.from[i] = -1
	}
	for i := range s.Pages {
		for _, e := range s.edges[i] {
			if j, ok := l.page[e]; ok && clicks[i] >= 0 && clicks[j] == clicks[i]+1 && l.from[j] < 0 {
				l.from[j] = i
			}
		}
	}
}

// way is the addresses from a start page to a page.
func (l *links) way(i int) []string {
	out := []string{}
	if l.survey.clicks[i] < 0 {
		return out
	}
	for at := i; at >= 0 && len(out) <= l.survey.clicks[i]; at = l.from[at] {
		out = append([]string{l.survey.Pages[at].URL}, out...)
	}
	return out
}

// without lists the templates, in the page's language, of which no page links
// it.
func (l *links) without(i int) []Sort {
	s := l.survey
	type sort struct {
		template Sort
		links    bool
	}
	var sorts []sort
	for j, p := range s.Pages {
		if j == i || !p.Read() || p.Language != s.Pages[i].Language {
			continue
		}
		k := 0
		for k < len(sorts) && sorts[k].template.Kind != p.Kind {
			k++
		}
		if k == len(sorts) {
			sorts = append(sorts, sort{template: Sort{p.Kind, p.URL}})
		}
		for _, e := range s.edges[j] {
			if to, ok := l.page[e]; ok && to == i {
				sorts[k].links = true
				break
			}
		}
	}
	out := []Sort{}
	for _, x := range sorts {
		if !x.links {
			out = append(out, x.template)
		}
	}
	return out
}
