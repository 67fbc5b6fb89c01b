package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/shoplint/shoplint/pkg/baseline"
	"github.com/shoplint/shoplint/pkg/check"
)

// Diff is what became of the findings of an older report in a newer one.
type Diff struct {
	Version int        `json:"version"`
	Old     DiffSide   `json:"old"`
	New     DiffSide   `json:"new"`
	Exit    int        `json:"exit"`
	Shops   []DiffShop `json:"shops"`
}

// DiffSide is one of the two reports.
type DiffSide struct {
	Name     string `json:"name"`
	AsOf     string `json:"as_of"`
	Rulebook string `json:"rulebook"`
}

// DiffShop is one shop. In says where it stands: both, old or new.
type DiffShop struct {
	Target   string        `json:"target"`
	In       string        `json:"in"`
	New      []DiffFinding `json:"new"`
	Known    []DiffFinding `json:"known"`
	Resolved []DiffFinding `json:"resolved"`
	Open     []DiffFinding `json:"open"` // of the older report, not judged in the newer
}

// DiffFinding is one finding; Because is why it is new or resolved.
type DiffFinding struct {
	Rule        string        `json:"rule"`
	Level       string        `json:"level"`
	Outcome     check.Outcome `json:"outcome"`
	Headline    string        `json:"headline"`
	Fingerprint string        `json:"fingerprint"`
	Because     string        `json:"because"`
}

// CompareReports compares two reports. The exit code is 1 for a new failure,
// or a new warning with failOn warn; else 3 for a duty that is newly open by a
// cause that gives exit 3; else 0. With failOn never it is 0.
func CompareReports(old, now *baseline.Report, failOn string) *Diff {
	d := &Diff{Version: 1, Old: side(old), New: side(now), Shops: []DiffShop{}}
	lone := len(now.Shops) == 1
	paired := map[*baseline.Shop]bool{}
	open := false
	for i := range now.Shops {
		s := &now.Shops[i]
		prior := old.Of(s.Target, lone)
		paired[prior] = true
		c := baseline.Compare(prior, s)
		out := DiffShop{Target: s.Target, In: "both", New: changes(c.New), Known: changes(c.Known), Resolved: changes(c.Resolved), Open: changes(c.Open)}
		if prior == nil {
			out.In = "new"
		}
		d.Shops = append(d.Shops, out)
		for _, x := range c.New {
			if x.Result.Level != "notice" && (x.Result.Outcome == "fail" || x.Result.Outcome == "warn" && failOn == "warn") {
				d.Exit = ExitFinding
			}
			open = open || x.Result.Gates()
		}
	}
	for i := range old.Shops {
		if s := &old.Shops[i]; !paired[s] {
			c := baseline.Compare(s, &baseline.Shop{})
			d.Shops = append(d.Shops, DiffShop{Target: s.Target, In: "old", New: []DiffFinding{}, Known: []DiffFinding{}, Resolved: []DiffFinding{}, Open: changes(c.Open)})
		}
	}
	switch {
	case failOn == "never":
		d.Exit = ExitClean
	case d.Exit == ExitClean && open:
		d.Exit = ExitUnclear
	}
	return d
}

// side names a report by its first shop's day and book.
func side(r *baseline.Report) DiffSide {
	out := DiffSide{Name: r.Name}
	if len(r.Shops) > 0 {
		out.AsOf, out.Rulebook = r.Shops[0].AsOf, r.Shops[0].Rulebook
	}
	return out
}

func changes(list []baseline.Change) []DiffFinding {
	out := []DiffFinding{}
	for _, c := range list {
		r := c.Result
		out = append(out, DiffFinding{r.Rule, r.Level, check.Outcome(r.Outcome), cmp.Or(r.Headline, r.Rule), r.Fingerprint, c.Because})
	}
	return out
}

// WriteDiff writes a comparison in text, markdown or json.
func WriteDiff(w io.Writer, d *Diff, format, lang string) error {
	d = tidied(d)
	if format == "json" {
		return encode(w, d)
	}
	p, err := newPrinter(lang, TextOptions{})
	if err != nil {
		return err
	}
	if format == "markdown" {
		p.diffMarkdown(d)
	} else {
		p.diffText(d)
	}
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write the comparison: %w", err)
	}
	return nil
}

// group is one of the four lists of a shop.
type group struct {
	key  string
	list []DiffFinding
}

func (s *DiffShop) groups() []group {
	return []group{{"new", s.New}, {"resolved", s.Resolved}, {"open", s.Open}, {"known", s.Known}}
}

// diffTitle names the two days.
func (p *printer) diffTitle(d *Diff) string {
	return p.say("diff.title", "Old", p.day(d.Old.AsOf), "New", p.day(d.New.AsOf))
}

// diffCounts counts the findings of all shops, in one line.
func (p *printer) diffCounts(d *Diff) string {
	n := map[string]int{}
	for i := range d.Shops {
		for _, g := range d.Shops[i].groups() {
			n[g.key] += len(g.list)
		}
	}
	var parts []string
	for _, key := range []string{"new", "resolved", "open", "known"} {
		parts = append(parts, p.say("diff.count-"+key, "N", fmt.Sprint(n[key])))
	}
	return strings.Join(parts, dot)
}

// diffLine is one finding and why.
func (p *printer) diffLine(f DiffFinding) string {
	text := p.word(string(f.Outcome)) + dot + f.Headline + " (" + f.Rule + ")"
	if why := p.sayOr("because."+f.Because, ""); f.Because != "" && why != "" {
		text += p.say("colon") + why
	}
	return text
}

func (p *printer) diffText(d *Diff) {
	p.para(0, p.diffTitle(d))
	for i := range d.Shops {
		s := &d.Shops[i]
		p.blank()
		p.line(p.tint("", middle(shopName(s.Target, p.tongue), p.wide)))
		if s.In != "both" {
			p.para(2, p.say("because.shop"))
		}
		for _, g := range s.groups() {
			if len(g.list) == 0 {
				continue
			}
			p.para(2, p.say("diff."+g.key))
			for _, f := range g.list {
				p.para(4, p.diffLine(f))
			}
		}
	}
	p.blank()
	p.para(0, p.diffCounts(d))
}

func (p *printer) diffMarkdown(d *Diff) {
	p.md("## " + mdText(p.diffTitle(d)))
	for i := range d.Shops {
		s := &d.Shops[i]
		p.md("### `" + mdCode(shopName(s.Target, p.tongue)) + "`")
		if s.In != "both" {
			p.md(mdText(p.say("because.shop")))
		}
		for _, g := range s.groups() {
			var items []string
			for _, f := range g.list {
				items = append(items, p.diffLine(f))
			}
			p.mdList("diff."+g.key, items)
		}
	}
	p.md("**" + p.diffCounts(d) + "**")
}
