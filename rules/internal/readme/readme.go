// Package readme writes the page of a rule folder from its facts, its English
// words and its fixtures, so that the page never says something else than the
// rule does.
package readme

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// Render is the page of a rule, in Markdown. fsys is the folder of the book.
func Render(fsys fs.FS, book *rule.Book, r *rule.Rule) (string, error) {
	p := &page{book: book, rule: r, text: r.Text["en"]}
	p.line("<!-- Written by go generate ./rules; change rule.yaml, text.en.yaml or testdata instead. -->")
	p.line("# `%s`: %s", r.ID, p.text.Title)
	p.line("%s", p.text.Why)
	p.facts()
	p.law()
	p.states()
	if err := p.looks(); err != nil {
		return "", err
	}
	p.reasons()
	p.fix()
	p.list("What it cannot see", r.CannotSee)
	if err := p.fixtures(fsys); err != nil {
		return "", err
	}
	return p.String(), nil
}

// page collects the lines of one page.
type page struct {
	strings.Builder
	book *rule.Book
	rule *rule.Rule
	text rule.Text
}

// line writes a paragraph.
func (p *page) line(format string, args ...any) {
	fmt.Fprintf(p, format+"\n\n", args...)
}

// row writes a line of a table; a bar in a cell would end it.
func (p *page) row(cells ...string) {
	for i, c := range cells {
		cells[i] = strings.ReplaceAll(strings.TrimSpace(c), "|", "\\|")
	}
	fmt.Fprintf(p, "| %s |\n", strings.Join(cells, " | "))
}

func (p *page) head(cells ...string) {
	p.row(cells...)
	p.row(slices.Repeat([]string{"---"}, len(cells))...)
}

func (p *page) list(title string, items []string) {
	if len(items) == 0 {
		return
	}
	p.line("## %s", title)
	for _, item := range items {
		fmt.Fprintf(p, "- %s\n", item)
	}
	p.WriteString("\n")
}

func (p *page) facts() {
	r := p.rule
	parts := []string{"topic " + r.Topic, "level " + string(r.Level), "basis " + string(r.Basis), "binds by " + string(r.BindsBy), "confidence " + string(r.Confidence)}
	if len(r.Aliases) > 0 {
		parts = append(parts, "once called "+strings.Join(r.Aliases, ", "))
	}
	if r.FollowedBy != "" {
		parts = append(parts, fmt.Sprintf("followed by [`%s`](../%s/)", r.FollowedBy, r.FollowedBy))
	}
	p.line("%s", strings.Join(parts, " · "))
}

func (p *page) law() {
	p.line("## Law")
	p.head("act", "article", "first day", "last day", "where", "source")
	for _, e := range p.rule.Law {
		act := p.book.Acts[e.Act]
		cite := act.Short("en")
		if act.URL != "" {
			cite = fmt.Sprintf("[%s](%s)", cite, act.URL)
		}
		p.row(cite, e.Article, e.From.String(), last(e.Interval), where(e.Countries), e.Source)
	}
	p.WriteString("\n")
}

// last is the last day an interval covers, as people say it.
func last(i law.Interval) string { return i.Until.Add(-1).String() }

func where(countries []law.Country) string {
	if len(countries) == 0 {
		return "EU"
	}
	names := make([]string, len(countries))
	for i, c := range countries {
		names[i] = c.Name("en")
	}
	return strings.Join(names, ", ")
}

// states is how the directives of the rule stand in the member states.
func (p *page) states() {
	if len(p.rule.Countries) == 0 {
		return
	}
	p.line("## National law")
	p.head("country", "status", "from", "act", "source")
	for _, code := range slices.Sorted(maps.Keys(p.rule.Countries)) {
		if code != "*" {
			p.state(law.Country(code).Name("en"), p.rule.Countries[code])
		}
	}
	if rest, ok := p.rule.Countries["*"]; ok {
		p.state("all others", rest)
	}
	p.WriteString("\n")
}

func (p *page) state(name string, cl rule.CountryLaw) {
	act := ""
	if cl.Act != "" {
		act = p.book.Acts[cl.Act].Short("en") + " " + cl.Article
	}
	p.row(name, string(cl.Status), cl.From.String(), act, cl.Source)
}

// looks shows the parameters of the check as the rule file has them.
func (p *page) looks() error {
	out, err := yaml.Dump(&p.rule.Check)
	if err != nil {
		return fmt.Errorf("write the check of %s: %w", p.rule.ID, err)
	}
	p.line("## How it looks")
	p.line("```yaml\n%s\n```", strings.TrimSpace(string(out)))
	return nil
}
