package report

import (
	"strconv"
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
)

// table lists what is shown in full below, one line each.
func (p *printer) table(s *Shop, found sorted) {
	if len(found.full) == 0 && found.folded == 0 {
		return
	}
	p.blank()
	word, head := 0, 0
	for _, r := range found.full {
		word = max(word, width(p.word(verdictKey(r))))
		head = max(head, width(headline(r)))
	}
	digits := len(strconv.Itoa(len(found.full)))
	head = min(head, maxHeadline, p.wide-word-digits-6)
	for i, r := range found.full {
		p.row(s, r, i+1, word, digits, head)
	}
	if found.folded > 0 {
		p.para(2, p.count("folded", found.folded))
	}
}

// maxHeadline is how long a headline may be, in columns; rule texts are held
// to it when the book is loaded.
const maxHeadline = 50

// row is one line of the table: verdict, number, headline, and where.
func (p *printer) row(s *Shop, r *Result, n, word, digits, head int) {
	key := verdictKey(r)
	lead := 2 + word + 2 + digits + 1 + head + 2
	nr := strings.Repeat(" ", digits-len(strconv.Itoa(n))) + strconv.Itoa(n)
	left := "  " + p.tint(key, p.word(key)) + strings.Repeat(" ", word-width(p.word(key))+2) +
		nr + " " + pad(fit(headline(r), head), head)
	if room := p.wide - lead; room >= 6 {
		left += "  " + middle(p.where(s, r), room)
	}
	p.line(left)
}

// verdictKey is the word a result is filed under.
func verdictKey(r *Result) string {
	if r.Outcome == check.Broken {
		return string(check.Unclear)
	}
	return string(r.Outcome)
}

// headline is what was found, in a few words.
func headline(r *Result) string {
	for _, s := range []string{r.Headline, r.Title, r.Rule} {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			return s
		}
	}
	return "?"
}

// where says in a few words where a finding stands: how many pages, which
// page, or why it is open.
func (p *printer) where(s *Shop, r *Result) string {
	if key := verdictKey(r); key == string(check.Unclear) && r.Cause != "" {
		return p.sayOr("cause-short."+string(r.Cause), string(r.Cause))
	}
	if len(r.Evidence) == 0 {
		return p.count("pages", len(s.Survey.Pages))
	}
	if e := r.Evidence[0]; e.Pages < 2 {
		return place(s, e.URL)
	}
	return p.pagesOf(s, r.Evidence[0].Pages)
}

// pagesOf is "9 of 12 pages".
func (p *printer) pagesOf(s *Shop, n int) string {
	if all := len(s.Survey.Pages); n <= all {
		return p.count("pages-of", all, "Some", strconv.Itoa(n))
	}
	return p.count("pages", n)
}
