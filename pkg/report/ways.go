package report

import "strings"

// farClicks is from how many clicks on a legal page is worth a line.
const farClicks = 3

// ways lists how a visitor comes to the legal pages: those that are far, that
// nothing leads to or that some templates do not link; with --all every one.
func (p *printer) ways(s *Shop, col int) {
	if p.quiet {
		return
	}
	var lines []string
	for _, w := range s.Survey.Paths {
		far := w.Clicks < 0 || w.Clicks >= farClicks
		if !far && !p.all {
			continue
		}
		line := place(s, w.URL) + p.say("colon") + p.say("way.none")
		if w.Clicks >= 0 {
			line = place(s, w.URL) + p.say("colon") + p.count("way.clicks", w.Clicks)
		}
		if len(w.Pages) > 2 {
			var names []string
			for _, u := range w.Pages {
				names = append(names, place(s, u))
			}
			line += " (" + strings.Join(names, " > ") + ")"
		}
		var lacking []string
		for _, x := range w.Without {
			lacking = append(lacking, place(s, x.URL))
		}
		if len(lacking) > 0 && p.all {
			line += dot + p.say("way.without", "Pages", strings.Join(lacking, ", "))
		}
		lines = append(lines, line)
	}
	p.entries(0, col, p.say("label.ways"), lines)
}
