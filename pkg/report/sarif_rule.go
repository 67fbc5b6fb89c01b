package report

import (
	"cmp"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/shoplint/shoplint/pkg/rule"
)

// sarifRule describes the rule of a finding: its name, its law, and what to do.
func (p *printer) sarifRule(res *Result) *sarif.ReportingDescriptor {
	title := cmp.Or(oneLine(res.Title), headline(res))
	d := sarif.NewRule(res.Rule).WithName(res.Rule)
	d.WithShortDescription(multiformat(title, ""))
	d.WithFullDescription(multiformat(clip(cmp.Or(oneLine(res.Message), title), 1000), ""))
	d.WithHelp(multiformat(p.help(res, title), p.helpMarkdown(res, title)))
	for _, l := range res.Law {
		if link(l.URL) != "" {
			d.WithHelpURI(link(l.URL))
			break
		}
	}
	d.WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(defaultLevel(res)))
	d.WithProperties(sarif.NewPropertyBag().Add("precision", precision(res)).WithTags([]string{"consumer-law", cmp.Or(res.Topic, res.Rule)}))
	return d
}

// defaultLevel is what a finding of the rule weighs at most.
func defaultLevel(res *Result) string {
	switch res.Level {
	case string(rule.Error):
		return gradeError
	case string(rule.Warning):
		return gradeWarning
	}
	return gradeNote
}

// precision says how far the three conditions of a failure are certain.
func precision(res *Result) string {
	return []string{"very-high", "high", "medium", "low"}[doubts(res.Certain)]
}

func (p *printer) help(res *Result, title string) string {
	parts := append([]string{title}, p.laws(res)...)
	if len(res.Fix.Steps) > 0 {
		parts = append(parts, numbered(res.Fix.Steps))
	}
	return strings.Join(append(parts, "shoplint explain "+res.Rule), "\n")
}

func (p *printer) helpMarkdown(res *Result, title string) string {
	var b strings.Builder
	b.WriteString("**" + mdText(title) + "**\n\n")
	for _, l := range res.Law {
		b.WriteString("- " + p.mdLaw(l) + "\n")
	}
	for i, s := range res.Fix.Steps {
		if i == 0 {
			b.WriteByte('\n')
		}
		b.WriteString("1. " + mdText(s) + "\n")
	}
	b.WriteString("\n`shoplint explain " + mdCode(res.Rule) + "`\n")
	return b.String()
}

func multiformat(text, markdown string) *sarif.MultiformatMessageString {
	m := sarif.NewMultiformatMessageString().WithText(text)
	if markdown != "" {
		m.WithMarkdown(markdown)
	}
	return m
}
