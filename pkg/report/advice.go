package report

import (
	"cmp"
	"strconv"
	"strings"
)

// advice is what a finding says in one piece of plain text: the sentence, why
// it is open, the steps, and where to read on. Formats that have one field for
// everything use it.
func (p *printer) advice(r *Result) string {
	parts := []string{cmp.Or(strings.TrimSpace(r.Message), headline(r))}
	if verdictKey(r) == "unclear" {
		parts = append(parts, p.say("label.why")+p.say("colon")+p.reason(r)+"\n"+p.remedy(r.Cause, r.Detail, r.Outcome))
	}
	if len(r.Fix.Steps) > 0 {
		parts = append(parts, p.say("label.do")+" "+p.effort(r.Fix)+"\n"+numbered(r.Fix.Steps))
	}
	if laws := p.laws(r); len(laws) > 0 {
		parts = append(parts, p.say("label.law")+p.say("colon")+strings.Join(laws, "; "))
	}
	return strings.Join(append(parts, "shoplint explain "+r.Rule), "\n\n")
}

// laws are the citations of a finding.
func (p *printer) laws(r *Result) []string {
	var out []string
	for _, l := range r.Law {
		out = append(out, p.citation(l))
	}
	return out
}

// numbered is one line for each step.
func numbered(steps []string) string {
	var b strings.Builder
	for i, s := range steps {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(strconv.Itoa(i+1) + ". " + oneLine(s))
	}
	return b.String()
}

// oneLine joins the lines of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
