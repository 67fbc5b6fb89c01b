package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/mattn/go-runewidth"
)

// Screen is what a batch comes to, on one screen. Counts are shops.
type Screen struct {
	Name     string // of the list
	Shops    int
	Left     int // not done
	AsOf     string
	Rulebook string
	Elapsed  time.Duration
	Link     string // where to read on
	Verdicts map[string]int
	Causes   map[string]int // of those that are undecided
	Fails    []ScreenRule   // most shops first
	Coming   []ScreenComing // by day
	Unsure   int            // shops whose country was not recognised
	Profiles string         // the table to correct
	Exit     int
	Retry    string // the command that judges the undecided again

	Last *ScreenLast // nil: this is the first run
}

// ScreenRule is a rule that shops fail.
type ScreenRule struct {
	Title      string
	Shops, New int
}

// ScreenComing is a duty that begins, and how many shops would not meet it.
type ScreenComing struct {
	Day, Title string
	Shops      int
}

// ScreenLast is the run before.
type ScreenLast struct {
	Day         string
	Verdicts    map[string]int
	Mended, New int         // shops that failed then, and now
	Fresh       [][2]string // shop and rule of new failures
	File        string      // where all of them are
}

// Caps on the lines of a screen.
const (
	screenRules  = 5
	screenFresh  = 3
	screenComing = 2
)

// WriteScreen writes a batch on one screen of at most 80 columns.
func WriteScreen(w io.Writer, s *Screen, lang string, color bool) error {
	p, err := newPrinter(lang, TextOptions{Width: widest, Color: color})
	if err != nil {
		return err
	}
	p.screenHead(s)
	p.screenVerdicts(s)
	p.screenFails(s)
	p.screenFresh(s)
	p.screenTail(s)
	_, err = io.WriteString(w, p.out.String())
	return err
}

// put writes a line, cut to the width.
func (p *printer) put(format string, args ...any) {
	p.out.WriteString(strings.TrimRight(runewidth.Truncate(Clean(fmt.Sprintf(format, args...)), widest-2, "…"), " ") + "\n")
}

func (p *printer) screenHead(s *Screen) {
	head := []string{"shoplint batch " + s.Name, p.count("screen.shops", s.Shops)}
	if s.AsOf != "" {
		head = append(head, p.say("head.law", "Day", p.day(s.AsOf)))
	}
	p.put("%s", strings.Join(append(head, s.Elapsed.Round(time.Second).String()), " · "))
	var second []string
	if s.Rulebook != "" {
		second = append(second, p.say("screen.book", "Day", p.day(s.Rulebook)))
	}
	if s.Last != nil {
		second = append(second, p.say("screen.last", "Day", p.day(s.Last.Day)))
	}
	p.put("%s\n", strings.Join(append(second, s.Link), " · "))
	p.out.WriteByte('\n')
}

// screenVerdicts is the first table.
func (p *printer) screenVerdicts(s *Screen) {
	last := ""
	if s.Last != nil {
		last = p.say("screen.col-last")
	}
	p.put("  %s %s   %s", inCells("", 11), rightIn(p.say("screen.col-shops"), 9), last)
	for _, v := range []string{"fail", "warn", "pass", "unclear"} {
		word := inCells(p.say("verdict."+v), 11)
		line := rightIn(strconv.Itoa(s.Verdicts[v]), 9)
		if s.Last != nil {
			line += fmt.Sprintf("   (%4d)", s.Last.Verdicts[v])
		}
		switch {
		case v == "fail" && s.Last != nil:
			line += "   " + p.say("screen.mended", "N", strconv.Itoa(s.Last.Mended)) + " · " + p.say("screen.new", "N", strconv.Itoa(s.Last.New))
		case v == "unclear":
			line += "   " + p.screenCauses(s.Causes)
		}
		p.out.WriteString("  " + p.paint[v].Sprint(word) + " " + strings.TrimRight(runewidth.Truncate(Clean(line), 64, "…"), " ") + "\n")
	}
	if s.Left > 0 {
		p.put("  %s %s", inCells(p.say("screen.left"), 14), rightIn(strconv.Itoa(s.Left), 6))
	}
}

// screenCauses are why shops could not be judged, the most first.
func (p *printer) screenCauses(causes map[string]int) string {
	keys := slices.SortedFunc(maps.Keys(causes), func(a, b string) int {
		return cmp.Or(causes[b]-causes[a], cmp.Compare(a, b))
	})
	var out []string
	for _, k := range keys {
		if k != "" {
			out = append(out, fmt.Sprintf("%d %s", causes[k], p.sayOr("screen.cause."+k, k)))
		}
	}
	return strings.Join(out, " · ")
}

func (p *printer) screenFails(s *Screen) {
	if len(s.Fails) == 0 {
		return
	}
	news := ""
	if s.Last != nil {
		news = p.say("screen.col-new")
	}
	p.out.WriteByte('\n')
	p.put("  %s %s %s", inCells(p.say("screen.fails"), 52), rightIn(p.say("screen.col-shops"), 9), rightIn(news, 6))
	for _, r := range s.Fails[:min(len(s.Fails), screenRules)] {
		news := ""
		if s.Last != nil {
			news = strconv.Itoa(r.New)
		}
		p.put("  %s %s %s", inCells(Clean(r.Title), 52), rightIn(strconv.Itoa(r.Shops), 9), rightIn(news, 6))
	}
	if n := len(s.Fails) - screenRules; n > 0 {
		p.put("  %s", p.say("screen.more", "N", strconv.Itoa(n), "File", s.Link))
	}
}

// screenFresh lists what fails since the last run.
func (p *printer) screenFresh(s *Screen) {
	if s.Last == nil || len(s.Last.Fresh) == 0 {
		return
	}
	p.out.WriteByte('\n')
	p.put("  %s", p.say("screen.since"))
	for _, x := range s.Last.Fresh[:min(len(s.Last.Fresh), screenFresh)] {
		p.put("  %s  %s  %s", p.say("verdict.fail"), inCells(Clean(x[0]), 30), x[1])
	}
	if n := len(s.Last.Fresh) - screenFresh; n > 0 {
		p.put("  %s", p.say("screen.more", "N", strconv.Itoa(n), "File", s.Last.File))
	}
}

func (p *printer) screenTail(s *Screen) {
	p.out.WriteByte('\n')
	for _, c := range s.Coming[:min(len(s.Coming), screenComing)] {
		p.put("  %s", p.count("screen.coming", c.Shops, "Day", p.day(c.Day), "Title", c.Title))
	}
	if s.Unsure > 0 {
		p.put("  %s", p.count("screen.country", s.Unsure, "File", s.Profiles))
	}
	key := "screen.exit"
	if s.Left > 0 {
		key = "screen.exit-open"
	}
	p.put("  %s", p.say(key, "N", strconv.Itoa(s.Exit)))
	if n := s.Verdicts["unclear"]; n > 0 && s.Retry != "" {
		p.put("  %s", p.count("screen.retry", n))
		p.out.WriteString("  " + Clean(s.Retry) + "\n") // whole, to be copied
	}
}

// inCells fills text up to a width in cells, and cuts it there.
func inCells(s string, cells int) string {
	return runewidth.FillRight(runewidth.Truncate(s, cells, "…"), cells)
}

func rightIn(s string, cells int) string { return runewidth.FillLeft(s, cells) }
