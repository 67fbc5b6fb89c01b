package report

import (
	"strconv"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/baseline"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Gone is a finding of the baseline that is a finding no longer.
type Gone struct {
	Rule        string `json:"rule"`
	Headline    string `json:"headline"` // as the baseline worded it
	Fingerprint string `json:"fingerprint"`
	Because     string `json:"because"` // page | law | rules | page-or-rules | profile
}

// ignored marks a finding that the configuration or the shop's own pages
// accept. One whose ignore has ended comes back, and says so.
func (b builder) ignored(n int, r audit.Result, out *Result) {
	if !asks(out) {
		return
	}
	if n < len(b.Marks) && b.Marks[n] != nil {
		if reason := b.Marks[n].Reason(out.Rule, r.Verdict.Evidence); reason != "" {
			out.State, out.Because = "ignored", reason
			return
		}
	}
	paths := b.paths(r)
	for i := range b.Ignores {
		x := &b.Ignores[i]
		if !x.Covers(out.Rule, paths) {
			continue
		}
		if x.Ended(b.shop.Case.Day) {
			b.remark(out, "ignore-ended", "day", x.Until.String(), "reason", x.Reason)
			continue
		}
		out.State, out.Because, out.IgnoredUntil = "ignored", x.Reason, x.Until.String()
		if x.EndsSoon(b.shop.Case.Day) {
			out.EndsIn = x.Until.Sub(b.shop.Case.Day)
		}
		return
	}
}

// paths are those of every page a finding stands on.
func (b builder) paths(r audit.Result) []string {
	var out []string
	for _, e := range r.Verdict.Evidence {
		for _, u := range append(e.URLs[:len(e.URLs):len(e.URLs)], e.URL) {
			out = append(out, survey.Path(u))
		}
	}
	return out
}

// remark adds a sentence of ours to a finding; pairs are names and values, of
// which a day is written as the language does.
func (b builder) remark(out *Result, key string, pairs ...string) {
	tongue, err := speak(b.Lang)
	if err != nil {
		return
	}
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
		if pairs[i] == "day" {
			args["day"] = tongue.day(pairs[i+1])
		}
	}
	if text := tongue.sayOr("note."+key, ""); text != "" {
		out.Notes = append(out.Notes, fill(text, args))
	}
}

// compare holds a shop against the baseline: what it knows is known, the rest
// says why it is new, and what it lists for nothing is named.
func (b builder) compare(s *Shop, lone bool) {
	if b.Baseline == nil {
		return
	}
	now := compared(s, b.Book.Updated.String(), b.Version)
	old := b.Baseline.Of(s.Target, lone)
	c := baseline.Compare(old, now)
	at := map[*baseline.Result]*Result{}
	for i := range now.Results {
		at[&now.Results[i]] = &s.Results[i]
	}
	for _, x := range c.Known {
		at[x.Result].State = "known"
	}
	for _, x := range c.New {
		r := at[x.Result]
		r.Because = x.Because
		day := ""
		if old != nil {
			day = old.AsOf
		}
		b.remark(r, "new-"+x.Because, "day", day)
	}
	for _, x := range c.Resolved {
		s.Resolved = append(s.Resolved, Gone{x.Result.Rule, x.Result.Headline, x.Result.Fingerprint, x.Because})
	}
}

// compared is a shop as the baseline compares it.
func compared(s *Shop, book, version string) *baseline.Shop {
	out := &baseline.Shop{Target: s.Target, Country: s.Country, Rulebook: book, Program: version}
	for i := range s.Results {
		r := &s.Results[i]
		out.Results = append(out.Results, baseline.Result{
			Rule: r.Rule, Level: r.Level, Outcome: string(r.Outcome), Cause: r.Cause, Headline: r.Headline,
			LawStatus: r.LawStatus, From: r.From, Until: r.Until, Fingerprint: r.Fingerprint, State: r.State,
		})
	}
	return out
}

// count sums up what the results came to. Accepted findings count as such
// alone.
func (s *Shop) count() {
	s.Summary = map[string]int{"ignored": 0, "known": 0}
	for _, o := range outcomes {
		s.Summary[string(o)] = 0
	}
	for i := range s.Results {
		r := &s.Results[i]
		if accepted(r) {
			s.Summary[r.State]++
			continue
		}
		s.Summary[string(r.Outcome)]++
	}
}

// gone lists what the baseline knows for nothing.
func (p *printer) gone(s *Shop) []string {
	var lines []string
	for _, g := range s.Resolved {
		text := g.Headline + " (" + g.Rule + ")"
		if why := p.sayOr("because."+g.Because, ""); why != "" {
			text += p.say("colon") + why
		}
		lines = append(lines, text)
	}
	return lines
}

// ending says until when a finding is ignored.
func (p *printer) ending(r *Result) string {
	switch {
	case r.IgnoredUntil == "":
		return ""
	case r.EndsIn > 0:
		return " " + p.count("ignored-ends", r.EndsIn, "Day", p.day(r.IgnoredUntil))
	}
	return " " + p.say("ignored-until", "Day", p.day(lastDay(r.IgnoredUntil)))
}

// acceptedLine counts known and ignored findings, which never change the exit
// code, and what the baseline lists for nothing; "" where none of them is in
// play.
func (p *printer) acceptedLine(r *Report) string {
	var c counts
	resolved := 0
	for i := range r.Shops {
		c.add(tally(&r.Shops[i]))
		resolved += len(r.Shops[i].Resolved)
	}
	if c.known+c.ignored+resolved == 0 && !r.Compared {
		return ""
	}
	text := p.count("count.known", c.known) + dot + p.count("count.ignored", c.ignored)
	if r.Compared {
		text += dot + p.say("count.resolved", "N", strconv.Itoa(resolved))
	}
	return text
}
