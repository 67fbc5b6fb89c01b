package report

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// overviewPage is all the template fills in.
type overviewPage struct {
	Lang, Title, Tool, Policy, Modesty string
	Style, Script, Data                template.HTML
	Brand                              *brand
	Counts                             []overviewCount
	Trend                              *overviewTrend
	Duties                             []overviewDuty
	Coming                             []named
	Verdicts, Outcomes                 []named
	Columns                            []*overviewRule
	Shops                              []overviewShop // for readers without script
	Shown                              string
}

// overviewCount is one verdict with its number of shops, now and in the last
// run ("" when there was none).
type overviewCount struct{ Tone, Word, Now, Before string }

// overviewDuty is one line of what fails.
type overviewDuty struct{ ID, Title, Shops, New, Why string }

// overviewTrend is how many shops failed, run by run.
type overviewTrend struct {
	Points string // of a line in a box of 300 by 60
	Runs   []overviewRun
}

type overviewRun struct{ Day, Fail, Warn, Pass, Unclear string }

// WriteOverview writes one self-contained page. It asks nothing of any server;
// without script it lists the shops and loses the heat map and its filters.
func WriteOverview(w io.Writer, o *Overview) error {
	p, err := newPrinter(o.Lang, TextOptions{})
	if err != nil {
		return err
	}
	page, err := p.overviewPage(o)
	if err != nil {
		return err
	}
	words := template.FuncMap{"say": func(key string) string { return p.say("overview." + key) }}
	return writePage(w, "overview.gohtml", words, page)
}

func (p *printer) overviewPage(o *Overview) (*overviewPage, error) {
	style, styleHash, err := element("style", "html/overview.css")
	if err != nil {
		return nil, err
	}
	script, scriptHash, err := element("script", "html/overview.js")
	if err != nil {
		return nil, err
	}
	columns := o.columns()
	data, err := p.overviewData(o, columns)
	if err != nil {
		return nil, err
	}
	page := &overviewPage{
		Lang: p.lang, Tool: o.Tool.Name + " " + o.Tool.Version, Style: style, Script: script, Data: data,
		Policy:  "default-src 'none'; style-src '" + styleHash + "'; script-src '" + scriptHash + "'; base-uri 'none'; form-action 'none'",
		Modesty: p.say("modesty"), Title: p.say("overview.title", "Day", p.day(o.AsOf)),
		Counts: p.overviewCounts(o), Trend: p.overviewTrend(o), Duties: p.overviewDuties(columns), Coming: p.overviewComing(o),
		Columns: columns, Shops: o.shops, Shown: p.count("overview.shops", len(o.shops)),
	}
	for _, v := range []string{"fail", "warn", "pass", "unclear"} {
		page.Verdicts = append(page.Verdicts, named{v, p.word(v)})
	}
	for i, key := range []string{"pass", "warn", "fail", "unclear", "not-applicable", "not-in-force", "error"} {
		page.Outcomes = append(page.Outcomes, named{letters[i : i+1], p.overviewWord(key)})
	}
	if page.Brand = brandOf(o.Agency); page.Brand != nil {
		page.Policy = page.Brand.policy(page.Policy)
	}
	return page, nil
}

// overviewWord is an outcome of one duty in words.
func (p *printer) overviewWord(outcome string) string {
	return p.sayOr("overview."+outcome, p.word(outcome))
}

// overviewData is what the script reads: shops, columns and words. The encoder
// writes < and > as escapes, so no text can end the element.
func (p *printer) overviewData(o *Overview, columns []*overviewRule) (template.HTML, error) {
	type column struct {
		ID    string `json:"id"`
		Title string `json:"t"`
	}
	data := struct {
		Shops   []overviewShop    `json:"shops"`
		Columns []column          `json:"columns"`
		Words   map[string]string `json:"words"`
	}{Shops: make([]overviewShop, len(o.shops)), Columns: []column{}, Words: map[string]string{"-": p.say("overview.not-run"), "new": p.say("overview.new")}}
	for i, s := range o.shops {
		s.Marks = s.marks(columns)
		data.Shops[i] = s
	}
	for _, c := range columns {
		data.Columns = append(data.Columns, column{c.ID, c.Title})
	}
	for i, key := range []string{"pass", "warn", "fail", "unclear", "not-applicable", "not-in-force", "error"} {
		data.Words[letters[i:i+1]] = p.overviewWord(key)
	}
	for _, v := range []string{"fail", "warn", "pass", "unclear"} {
		data.Words["v:"+v] = p.word(v)
	}
	data.Words["more"] = p.say("overview.more")
	data.Words["shown"] = p.say("overview.shown")
	raw, err := json.Marshal(data)
	if err != nil {
		return "", err
	}
	return template.HTML(`<script type="application/json" id="data">` + string(raw) + `</script>`), nil //nolint:gosec // JSON with its brackets escaped
}

func (p *printer) overviewCounts(o *Overview) []overviewCount {
	now, before := o.now(), Run{}
	if n := len(o.Runs); n > 0 {
		before = o.Runs[n-1]
	}
	var out []overviewCount
	for _, c := range []struct {
		tone      string
		now, then int
	}{{"fail", now.Fail, before.Fail}, {"warn", now.Warn, before.Warn}, {"pass", now.Pass, before.Pass}, {"unclear", now.Unclear, before.Unclear}} {
		x := overviewCount{Tone: c.tone, Word: p.word(c.tone), Now: strconv.Itoa(c.now)}
		if len(o.Runs) > 0 {
			x.Before = p.say("overview.before", "N", strconv.Itoa(c.then))
		}
		out = append(out, x)
	}
	return out
}

// overviewTrend is nil without an earlier run.
func (p *printer) overviewTrend(o *Overview) *overviewTrend {
	if len(o.Runs) == 0 {
		return nil
	}
	runs := append(append([]Run(nil), o.Runs...), o.now())
	t, most := &overviewTrend{}, 1
	for _, r := range runs {
		most = max(most, r.Fail)
	}
	var points []string
	for i, r := range runs {
		x := 5 + 290*i/max(len(runs)-1, 1)
		points = append(points, fmt.Sprintf("%d,%d", x, 55-50*r.Fail/most))
		t.Runs = append(t.Runs, overviewRun{p.day(r.Day), strconv.Itoa(r.Fail), strconv.Itoa(r.Warn), strconv.Itoa(r.Pass), strconv.Itoa(r.Unclear)})
	}
	t.Points = strings.Join(points, " ")
	return t
}

// overviewDuties are the duties that fail most often; the map has them all.
func (p *printer) overviewDuties(columns []*overviewRule) []overviewDuty {
	var out []overviewDuty
	for _, c := range columns {
		if c.fails == 0 || len(out) == maxDuties {
			break // the columns are in this order
		}
		d := overviewDuty{ID: c.ID, Title: c.Title, Shops: strconv.Itoa(c.fails), New: strconv.Itoa(c.new)}
		var why []string
		for _, k := range slices.Sorted(maps.Keys(c.why)) {
			why = append(why, fmt.Sprintf("%s (%d)", k, c.why[k]))
		}
		d.Why = strings.Join(why, ", ")
		out = append(out, d)
	}
	return out
}

func (p *printer) overviewComing(o *Overview) []named {
	var out []named
	for _, d := range o.days() {
		names := strings.Join(d.Shops[:min(len(d.Shops), maxNamed)], ", ")
		if more := len(d.Shops) - maxNamed; more > 0 {
			names += " +" + strconv.Itoa(more)
		}
		text := d.Rule + p.say("colon") + p.count("overview.turn", len(d.Shops)) + " (" + names + ")"
		out = append(out, named{p.day(d.Day), text})
	}
	return out
}
