package report

import "strings"

// mdTail lists what asks nothing today, and what was not read.
func (p *printer) mdTail(r *Report, s *Shop, f sorted) {
	p.mdList("label.pass", p.passed(r, f.pass))
	for _, x := range f.settled {
		p.mdList("label."+x.State, []string{p.settledLine(x)})
	}
	p.mdList("label.resolved", p.gone(s))
	p.mdList("label.not-due", p.notDue(f.notDue))
	p.mdList("label.past", p.ended(f.ended))
	p.mdList("label.coming", p.coming(s, f.notYet))
	var unread []string
	for _, g := range groupUnread(s.Survey.Unread) {
		unread = append(unread, p.unreadLine(s, g)+" "+p.remedy(g[0].Cause, g[0].Detail, ""))
	}
	p.mdList("label.unread", unread)
}

// mdList is a list under a bold word; nothing without items.
func (p *printer) mdList(label string, items []string) {
	if len(items) == 0 {
		return
	}
	p.md("**" + p.say(label) + "**")
	for _, item := range items {
		p.out.WriteString("- " + mdText(strings.TrimPrefix(item, "- ")) + "\n")
	}
	p.out.WriteByte('\n')
}
