package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
)

// Markdown writes a job summary: the verdict, and each finding as a to-do list
// whose boxes can be ticked. Text of a shop stands escaped or as code, so it
// can bring in neither HTML nor links.
func Markdown(w io.Writer, r *Report) error {
	r = tidy(r)
	p, err := newPrinter(r.Lang, TextOptions{})
	if err != nil {
		return err
	}
	p.all = r.All
	for i := range r.Shops {
		p.mdShop(r, &r.Shops[i])
	}
	p.md(p.say("modesty") + " " + mdText(p.say("explained", "Topic", topicOf(r))))
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write markdown: %w", err)
	}
	return nil
}

// md writes a paragraph.
func (p *printer) md(text string) { p.out.WriteString(text + "\n\n") }

func (p *printer) mdShop(r *Report, s *Shop) {
	found := arrange(s, r.AsOf, true)
	p.md("## " + p.word(verdictOf(r, s)) + dot + "`" + mdCode(shopName(s.Target, p.tongue)) + "`")
	p.md("**" + strings.Join(p.counted(tally(s)), dot) + "**" + dot + mdText(p.say("head.law", "Day", p.day(r.AsOf))+dot+p.seller(s)))
	if s.Interrupted {
		p.md("> " + mdText(p.say("interrupted")))
	}
	if !s.read() {
		p.md("> " + mdText(p.say("nothing-read")))
	}
	for i, res := range found.full {
		p.mdFinding(r, s, res, i+1)
	}
	p.mdTail(r, s, found)
}

// mdFinding is a heading, the sentence, the places, the law and the boxes.
func (p *printer) mdFinding(r *Report, s *Shop, res *Result, n int) {
	p.md(fmt.Sprintf("### %s %d%s%s", p.word(verdictKey(res)), n, dot, mdText(headline(res))))
	p.md("`" + mdCode(res.Rule) + "`")
	for _, para := range paragraphs(res.Message) {
		p.md(mdText(para))
	}
	for _, note := range res.Notes {
		p.out.WriteString("- " + mdText(note) + "\n")
	}
	p.mdPlaces(s, res)
	p.mdPictures(res)
	for _, l := range res.Law {
		p.out.WriteString("- " + p.say("label.law") + p.say("colon") + p.mdLaw(l) + "\n")
	}
	if res.Outcome == check.Fail || res.Outcome == check.Warn {
		p.out.WriteString("- " + mdText(p.certain(res)) + "\n")
	}
	p.out.WriteByte('\n')
	p.mdFix(res)
}

// mdPlaces lists where it was seen, the first places of many.
func (p *printer) mdPlaces(s *Shop, res *Result) {
	shown := res.Evidence[:min(len(res.Evidence), shownPlaces)]
	for i := range shown {
		e := &shown[i]
		text := "`" + mdCode(place(s, e.URL)) + "`"
		if e.Line > 0 {
			text += " " + mdText(p.say("line", "N", fmt.Sprint(e.Line)))
		}
		if e.Leaf > 0 {
			text += " " + mdText(p.say("leaf", "N", fmt.Sprint(e.Leaf)))
		}
		if q := oneLine(e.Excerpt); q != "" {
			text += dot + "`" + mdCode(clip(q, maxQuote)) + "`"
		}
		if c := p.circumstances(s, e); c != "" {
			text += dot + mdText(c)
		}
		p.out.WriteString("- " + p.say("label.seen") + p.say("colon") + text + "\n")
	}
	if more := max(res.EvidenceTotal, len(res.Evidence)) - len(shown); more > 0 {
		p.out.WriteString("- " + mdText(p.count("more-places", more)) + "\n")
	}
}

// mdFix is what to do, one box for each step, and the text to paste.
func (p *printer) mdFix(res *Result) {
	if verdictKey(res) == string(check.Unclear) {
		p.md("- [ ] " + mdText(p.reason(res)+". "+p.remedy(res.Cause, res.Detail, res.Outcome)))
		return
	}
	if len(res.Fix.Steps) > 0 {
		p.md("**" + p.say("label.do") + "** " + p.effort(res.Fix))
	}
	for _, s := range res.Fix.Steps {
		p.out.WriteString("- [ ] " + mdText(s) + "\n")
	}
	for _, s := range res.Fix.Snippets {
		p.out.WriteString("\n" + p.say("label.paste") + " (" + mdText(s.Language) + "):\n\n" + mdBlock(s.Text))
	}
	p.out.WriteByte('\n')
}
