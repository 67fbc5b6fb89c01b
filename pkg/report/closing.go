package report

import (
	"cmp"
	"strconv"
	"strings"
)

// closing is the summary of several shops, a sentence of modesty, the exit code
// with its meaning, and where each rule is explained.
func (p *printer) closing(r *Report) {
	if len(r.Shops) > 1 {
		p.summary(r)
	}
	p.blank()
	if !p.quiet {
		p.para(0, p.say("modesty"))
	}
	code := strconv.Itoa(r.Gate.Exit)
	last := []string{ // a command is not broken in two
		p.say("exit", "Code", code, "Meaning", p.sayOr("exit."+code, code)),
		p.say("explained", "Topic", topicOf(r)),
	}
	for _, line := range rows(last, p.wide) {
		p.para(0, line)
	}
	if text := p.acceptedLine(r); text != "" {
		p.para(0, text)
	}
}

// topicOf is what the reader is pointed to: the topic odr when it was judged,
// for its rule has turned round, or else the first there is.
func topicOf(r *Report) string {
	first := ""
	for _, s := range r.Shops {
		for _, res := range s.Results {
			if res.Topic == "odr" {
				return "odr"
			}
			first = cmp.Or(first, res.Topic, res.Rule)
		}
	}
	return cmp.Or(first, "odr")
}

// summary is one line for each of several shops.
func (p *printer) summary(r *Report) {
	word := 0
	for i := range r.Shops {
		word = max(word, width(p.word(r.Shops[i].Verdict())))
	}
	p.blank()
	p.line(strings.Repeat("=", p.wide))
	p.line(p.tint("", p.count("shops", len(r.Shops))))
	for i := range r.Shops {
		s := &r.Shops[i]
		c, v := tally(s), s.Verdict()
		counts := p.count("count.fail", c.fail) + dot + p.count("count.warn", c.warn) + dot + p.count("count.open", c.open)
		room := p.wide - 2 - word - 2 - 2 - width(counts)
		name := shopName(s.Target, p.tongue)
		lead := "  " + p.tint(v, p.word(v)) + pad("", word-width(p.word(v))+2)
		if room < 12 {
			p.line(lead + middle(name, p.wide-4-word))
			p.para(4+word, counts)
			continue
		}
		p.line(lead + pad(middle(name, room), room) + "  " + counts)
	}
}
