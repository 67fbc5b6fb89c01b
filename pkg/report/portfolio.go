package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Portfolio is what is to come for many shops: fill it with Add and write it
// with WritePortfolio. It keeps names, not shops.
type Portfolio struct {
	AsOf  string // the latest day for which a shop was judged
	Shops int
	turns map[string]*PortfolioTurn
}

// PortfolioTurn is a day on which a duty begins, and what the shops would get,
// their pages staying as they were read.
type PortfolioTurn struct {
	Day     string   `json:"day"`
	Rule    string   `json:"rule"`
	Title   string   `json:"title"`
	Status  string   `json:"status"` // enacted; pending where it is that for some shop
	Shops   int      `json:"shops"`  // for which it begins
	Fail    []string `json:"fail"`
	Warn    []string `json:"warn"`
	Unclear []string `json:"unclear"`
	Pass    []string `json:"pass"`
}

// Add takes the coming duties of one shop.
func (f *Portfolio) Add(l *Line) {
	if f.turns == nil {
		f.turns = map[string]*PortfolioTurn{}
	}
	f.Shops++
	f.AsOf = max(f.AsOf, l.AsOf)
	name := Clean(l.Target)
	for _, c := range l.Coming {
		key := c.Day + " " + c.Rule
		t := f.turns[key]
		if t == nil {
			t = &PortfolioTurn{Day: Clean(c.Day), Rule: Clean(c.Rule), Title: Clean(c.Title), Status: Clean(c.Status), Fail: []string{}, Warn: []string{}, Unclear: []string{}, Pass: []string{}}
			f.turns[key] = t
		}
		if c.Status == "pending" {
			t.Status = c.Status
		}
		if t.add(c.WouldBe, name) {
			t.Shops++
		}
	}
}

// add reports whether the shop is bound at all.
func (t *PortfolioTurn) add(wouldBe, shop string) bool {
	switch wouldBe {
	case "fail":
		t.Fail = append(t.Fail, shop)
	case "warn":
		t.Warn = append(t.Warn, shop)
	case "pass":
		t.Pass = append(t.Pass, shop)
	case "unclear", "error":
		t.Unclear = append(t.Unclear, shop)
	default:
		return false
	}
	return true
}

// Turns are the days, the earliest first, on one day the duty that most shops
// do not meet. Duties that bind none of the shops are left out.
func (f *Portfolio) Turns() []PortfolioTurn {
	out := []PortfolioTurn{}
	for _, t := range f.turns {
		if t.Shops > 0 {
			out = append(out, *t)
		}
	}
	slices.SortFunc(out, func(a, b PortfolioTurn) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), len(b.Fail)+len(b.Warn)-len(a.Fail)-len(a.Warn), cmp.Compare(a.Rule, b.Rule))
	})
	return out
}

// WritePortfolio writes which duties begin on which day, for how many shops
// and which, as "text", "markdown" or "json". Text names the first shops of
// each, the others name all. Other formats are an error.
func WritePortfolio(w io.Writer, f *Portfolio, format, lang string) error {
	if format == "json" {
		return encode(w, struct {
			Version int             `json:"version"`
			AsOf    string          `json:"as_of"`
			Shops   int             `json:"shops"`
			Turns   []PortfolioTurn `json:"turns"`
		}{1, Clean(f.AsOf), f.Shops, f.Turns()})
	}
	p, err := newPrinter(lang, TextOptions{})
	if err != nil {
		return err
	}
	switch format {
	case "text":
		p.portfolio(f)
	case "markdown":
		p.mdPortfolio(f)
	default:
		return fmt.Errorf("unknown format %q of a forecast: use text, markdown or json", format)
	}
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write forecast: %w", err)
	}
	return nil
}

// portfolio is the text for a terminal.
func (p *printer) portfolio(f *Portfolio) {
	p.put("%s", p.count("screen.shops", f.Shops))
	p.para(0, p.say("forecast.means", "Day", p.day(f.AsOf)))
	turns := f.Turns()
	if len(turns) == 0 {
		p.blank()
		p.para(0, p.say("portfolio.none"))
	}
	for i := range turns {
		t := &turns[i]
		p.blank()
		p.entry(0, 14, p.tint("", t.Day), width(t.Day), cmp.Or(t.Title, t.Rule)+" ("+t.Rule+")")
		p.entry(0, 14, "", 0, strings.Join(p.portfolioCounts(t), dot))
		for _, g := range t.groups() {
			if len(g.shops) > 0 {
				names := strings.Join(shortNames(g.shops[:min(len(g.shops), maxNamed)]), ", ")
				if more := len(g.shops) - maxNamed; more > 0 {
					names += " +" + strconv.Itoa(more)
				}
				p.entry(0, 14, "", 0, p.word(g.word)+": "+names)
			}
		}
	}
}

type portfolioGroup struct {
	word  string
	shops []string
}

// groups are the shops that have something to do, the most certain first.
func (t *PortfolioTurn) groups() []portfolioGroup {
	return []portfolioGroup{{"fail", t.Fail}, {"warn", t.Warn}, {"unclear", t.Unclear}}
}

// portfolioCounts says for how many shops a duty begins, and what they get.
func (p *printer) portfolioCounts(t *PortfolioTurn) []string {
	out := []string{p.count("portfolio.begins", t.Shops)}
	for _, g := range append(t.groups(), portfolioGroup{"pass", t.Pass}) {
		if len(g.shops) > 0 {
			out = append(out, p.word(g.word)+" "+strconv.Itoa(len(g.shops)))
		}
	}
	if t.Status == "pending" {
		out = append(out, p.say("portfolio.pending"))
	}
	return out
}

func shortNames(targets []string) []string {
	out := make([]string, len(targets))
	for i, t := range targets {
		out[i] = shortName(t)
	}
	return out
}

func (p *printer) mdPortfolio(f *Portfolio) {
	p.md(mdText(p.count("screen.shops", f.Shops) + dot + p.say("forecast.means", "Day", p.day(f.AsOf))))
	turns := f.Turns()
	if len(turns) == 0 {
		p.md(mdText(p.say("portfolio.none")))
	}
	for i := range turns {
		t := &turns[i]
		p.md("## " + t.Day + dot + mdText(cmp.Or(t.Title, t.Rule)) + " (`" + mdCode(t.Rule) + "`)")
		p.md(mdText(strings.Join(p.portfolioCounts(t), dot)))
		for _, g := range t.groups() {
			for _, s := range g.shops {
				p.line("- " + p.word(g.word) + " `" + mdCode(shortName(s)) + "`")
			}
		}
		p.blank()
	}
}
