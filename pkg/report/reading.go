package report

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/shoplint/shoplint/pkg/survey"
)

// reading names every page read, and what was not read with the way to get it
// read.
func (p *printer) reading(s *Shop) {
	col := p.column(0, "label.read", "label.unread", "label.ways") + 1
	p.blank()
	names := make([]string, len(s.Survey.Pages))
	for i, page := range s.Survey.Pages {
		names[i] = p.pageName(s, page)
	}
	if len(names) == 0 {
		names = []string{p.say("read.none")}
	}
	p.entries(0, col, p.say("label.read"), rows(names, p.wide-col))
	if text := p.stopped(s); text != "" && !p.quiet {
		p.entries(0, col, "", []string{text})
	}
	if !p.quiet {
		for _, n := range s.Survey.Notes {
			p.entries(0, col, "", []string{"- " + p.translated("reading.", n)})
		}
	}
	p.ways(s, col)
	p.unread(s, col)
}

// pageName is a page's address with what is odd about it.
func (p *printer) pageName(s *Shop, page survey.Page) string {
	name := place(s, page.URL)
	var odd []string
	if page.Status == http.StatusNotFound || page.Status == http.StatusGone {
		odd = append(odd, strconv.Itoa(page.Status))
	}
	if page.Truncated {
		odd = append(odd, p.say("page.truncated"))
	}
	if !page.Linked && (s.Source == survey.Folder) {
		odd = append(odd, p.say("page.unlinked"))
	}
	if len(odd) > 0 {
		name += " (" + strings.Join(odd, ", ") + ")"
	}
	return name
}

// stopped says why no more was read, where that is worth knowing.
func (p *printer) stopped(s *Shop) string {
	switch s.Survey.Stopped {
	case "budget", "timeout":
		return p.say("stopped." + s.Survey.Stopped)
	}
	return ""
}

// maxUnread is how many addresses of one cause are named.
const maxUnread = 12

// unread lists what could not be read, by cause, and what is never opened.
func (p *printer) unread(s *Shop, col int) {
	var lines []string
	for _, g := range groupUnread(s.Survey.Unread) {
		lines = append(lines, p.unreadLine(s, g))
		if !p.quiet {
			lines = append(lines, "-> "+p.remedy(g[0].Cause, g[0].Detail, ""))
		}
	}
	if s.Source == survey.Live && !p.quiet {
		lines = append(lines, p.say("unread.never"))
	}
	p.entries(0, col, p.say("label.unread"), lines)
}

// unreadLine is a cause in words and the addresses it kept from us.
func (p *printer) unreadLine(s *Shop, g []survey.Unread) string {
	text := p.sayOr("cause."+string(g[0].Cause), string(g[0].Cause))
	if d := g[0].Detail; d != "" {
		text += " (" + clip(d, maxWhy) + ")"
	}
	var names []string
	for i, u := range g {
		if i == maxUnread && !p.all {
			names = append(names, "+"+strconv.Itoa(len(g)-i))
			break
		}
		names = append(names, place(s, u.URL))
	}
	return text + p.say("colon") + strings.Join(names, dot)
}

// groupUnread joins what has the same cause and detail, in order of first
// appearance.
func groupUnread(all []survey.Unread) [][]survey.Unread {
	type key struct {
		cause  survey.Cause
		detail string
	}
	at := map[key]int{}
	var out [][]survey.Unread
	for _, u := range all {
		k := key{u.Cause, u.Detail}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], u)
	}
	return out
}
