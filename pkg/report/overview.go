package report

import (
	"maps"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
)

// Overview is many shops on one page: what stays of each is a row. Fill it with
// Add and write it with WriteOverview.
type Overview struct {
	Lang   string
	Tool   Tool
	AsOf   string
	Agency Agency
	Runs   []Run // earlier runs of the same list, the oldest first

	// Fresh reports whether a shop meets a rule no longer that it met in the last
	// run; nil: only findings that say why they are new count as new.
	Fresh func(target, rule string) bool

	shops  []overviewShop
	rules  map[string]*overviewRule
	order  []string // of the rules, as the book has them
	coming map[string]*overviewDay
}

// Run is one run of a list in numbers of shops by verdict.
type Run struct {
	Day                       string
	Fail, Warn, Pass, Unclear int
}

// overviewShop is one row.
type overviewShop struct {
	Name    string         `json:"n"`
	Link    string         `json:"l,omitempty"`
	Verdict string         `json:"v"`
	Country string         `json:"c"`
	Cells   map[string]int `json:"-"`
	Marks   string         `json:"m"` // one letter a rule, in the page's order
	New     int            `json:"w,omitempty"`
	Why     string         `json:"y,omitempty"`
}

// overviewRule is one column.
type overviewRule struct {
	ID, Title        string
	fails, new, each int
	why              map[string]int
}

// overviewDay is a duty that begins, with the shops that would not meet it.
type overviewDay struct {
	Day, Rule string
	Shops     []string
}

// The letters of a row, by outcome; a capital letter is a new finding.
const (
	letters    = "pwfunxe-"
	noOutcome  = 7
	maxComing  = 12
	maxNamed   = 5
	maxDuties  = 10
	maxColumns = 80
)

var outcomeLetter = map[check.Outcome]int{
	check.Pass: 0, check.Warn: 1, check.Fail: 2, check.Unclear: 3,
	check.NotApplicable: 4, check.NotInForce: 5, check.Broken: 6,
}

// Add takes one shop: its gate's verdict, and the address of its own report,
// relative to the page, "" where there is none.
func (o *Overview) Add(s *Shop, verdict, link string) {
	if o.rules == nil {
		o.rules, o.coming = map[string]*overviewRule{}, map[string]*overviewDay{}
	}
	if strings.Contains(link, ":") { // a file beside the page, never an address
		link = ""
	}
	row := overviewShop{Name: shortName(Clean(s.Target)), Link: link, Verdict: verdict, Country: s.Country, Cells: map[string]int{}}
	for i := range s.Results {
		o.result(&row, s.Target, &s.Results[i])
	}
	for _, c := range s.Coming {
		if c.WouldBe == string(check.Fail) || c.WouldBe == string(check.Warn) {
			o.day(c.Day, c.Title, row.Name)
		}
	}
	o.shops = append(o.shops, row)
}

// shortName is a target as a list of many shows it.
func shortName(target string) string {
	for _, scheme := range []string{"https://", "http://"} {
		if rest, ok := strings.CutPrefix(target, scheme); ok {
			return strings.TrimSuffix(rest, "/")
		}
	}
	return target
}

func (o *Overview) result(row *overviewShop, target string, r *Result) {
	c := o.rules[r.Rule]
	if c == nil {
		c = &overviewRule{ID: r.Rule, Title: r.Title, why: map[string]int{}}
		o.rules[r.Rule] = c
		o.order = append(o.order, r.Rule)
	}
	mark := outcomeLetter[r.Outcome]
	row.Cells[r.Rule] = mark
	if r.Outcome != check.Fail && r.Outcome != check.Warn || r.State != "new" {
		return
	}
	c.each++
	if r.Outcome != check.Fail {
		return
	}
	c.fails++
	if r.Because != "" || o.Fresh != nil && o.Fresh(target, r.Rule) {
		c.new++
		if r.Because != "" { // only a run that was compared knows why
			c.why[r.Because]++
		}
		row.New++
		row.Why = r.Because
		row.Cells[r.Rule] = mark | 8
	}
}

func (o *Overview) day(day, rule, shop string) {
	key := day + " " + rule
	d := o.coming[key]
	if d == nil {
		d = &overviewDay{Day: day, Rule: rule}
		o.coming[key] = d
	}
	d.Shops = append(d.Shops, shop)
}

// columns are the rules that some shop does not meet, the most frequent
// failure first, then in the order of the book; rules that every shop meets
// would only make the map wide.
func (o *Overview) columns() []*overviewRule {
	var out []*overviewRule
	for _, id := range o.order {
		if o.rules[id].each > 0 || o.open(id) {
			out = append(out, o.rules[id])
		}
	}
	slices.SortStableFunc(out, func(a, b *overviewRule) int { return b.fails - a.fails })
	return out[:min(len(out), maxColumns)]
}

// open reports whether a rule could not be judged for some shop.
func (o *Overview) open(id string) bool {
	return slices.ContainsFunc(o.shops, func(s overviewShop) bool {
		n, ok := s.Cells[id]
		return ok && (n == outcomeLetter[check.Unclear] || n == outcomeLetter[check.Broken])
	})
}

// marks is a row as the page's script reads it.
func (s *overviewShop) marks(columns []*overviewRule) string {
	var b strings.Builder
	for _, c := range columns {
		n, ok := s.Cells[c.ID]
		switch {
		case !ok:
			b.WriteByte(letters[noOutcome])
		case n&8 != 0:
			b.WriteString(strings.ToUpper(letters[n&7 : n&7+1]))
		default:
			b.WriteByte(letters[n])
		}
	}
	return b.String()
}

// now counts the shops of this run.
func (o *Overview) now() Run {
	r := Run{Day: o.AsOf}
	for _, s := range o.shops {
		r.Count(s.Verdict)
	}
	return r
}

// Count adds one shop.
func (r *Run) Count(verdict string) {
	switch verdict {
	case "fail":
		r.Fail++
	case "warn":
		r.Warn++
	case "pass":
		r.Pass++
	default:
		r.Unclear++
	}
}

// days are the next duties, the earliest first.
func (o *Overview) days() []*overviewDay {
	out := slices.Collect(maps.Values(o.coming))
	slices.SortFunc(out, func(a, b *overviewDay) int {
		if a.Day != b.Day {
			return strings.Compare(a.Day, b.Day)
		}
		if n := len(b.Shops) - len(a.Shops); n != 0 {
			return n
		}
		return strings.Compare(a.Rule, b.Rule)
	})
	return out[:min(len(out), maxComing)]
}
