package baseline

import "github.com/shoplint/shoplint/pkg/survey"

// Marks are the findings that the pages of a built site themselves accept, by
// an attribute on the element, on one around it, or on the whole page. They
// are filled from one goroutine at a time, in any order.
type Marks struct {
	places map[place]string
	whole  map[place]string // without a key: everything of the rule on the page
	start  string           // address of the start page
}

// place is one thing a rule sees on a page.
type place struct{ rule, url, key string }

// NewMarks holds no mark.
func NewMarks() *Marks { return &Marks{places: map[place]string{}, whole: map[place]string{}} }

// Page notes the address of the start page, which stands for what is missing.
func (m *Marks) Page(url string, start bool) {
	if start && m.start == "" {
		m.start = url
	}
}

// Place accepts what a rule sees under a key on a page.
func (m *Marks) Place(rule, url, key, reason string) { m.places[place{rule, url, key}] = reason }

// Whole accepts everything a rule sees on a page, and what it misses in the
// shop when the page is its start.
func (m *Marks) Whole(rule, url, reason string) { m.whole[place{rule, url, ""}] = reason }

// Reason is why a finding is accepted: that of its first place, when every
// place of it on every page is; "" when it is not.
func (m *Marks) Reason(rule string, evidence []survey.Evidence) string {
	if len(evidence) == 0 {
		return m.whole[place{rule, m.start, ""}]
	}
	first := ""
	for _, e := range evidence {
		urls := e.URLs
		if len(urls) == 0 {
			urls = []string{e.URL}
		}
		for _, u := range urls {
			reason := m.places[place{rule, u, e.Key}]
			if reason == "" {
				reason = m.whole[place{rule, u, ""}]
			}
			if reason == "" {
				return ""
			}
			if first == "" {
				first = reason
			}
		}
	}
	return first
}
