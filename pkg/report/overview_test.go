package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/check"
)

// portfolio is an overview of n shops with a few duties each.
func portfolio(lang string, n int) *Overview {
	o := &Overview{
		Lang: lang, Tool: Tool{Name: "shoplint", Version: "0.0.0"}, AsOf: "2026-11-22",
		Runs: []Run{{Day: "2026-09-24", Fail: 30, Warn: 2, Pass: 3, Unclear: 1}, {Day: "2026-10-24", Fail: 20, Warn: 5, Pass: 7, Unclear: 2}},
	}
	for i := range n {
		s := &Shop{Target: fmt.Sprintf("https://shop-%04d.be/", i), Country: []string{"BE", "NL", "DE"}[i%3]}
		for j := range 30 {
			r := Result{Rule: fmt.Sprintf("duty-%02d", j), Title: fmt.Sprintf("Duty %02d of the book", j), Outcome: check.Pass, State: "new"}
			switch {
			case (i+j)%17 == 0:
				r.Outcome, r.Because = check.Fail, "the page changed"
			case (i+j)%11 == 0:
				r.Outcome = check.Warn
			case (i*j)%23 == 1:
				r.Outcome = check.Unclear
			}
			s.Results = append(s.Results, r)
		}
		s.Coming = []Coming{{Day: "2027-01-01", Title: "Withdrawal function", WouldBe: "fail"}, {Day: "2026-12-01", Title: "Nothing to do", WouldBe: "pass"}}
		o.Add(s, []string{"fail", "warn", "pass", "unclear"}[i%4], fmt.Sprintf("shops/shop-%04d.html", i))
	}
	return o
}

func overview(t *testing.T, o *Overview) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteOverview(&out, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOverview(t *testing.T) {
	page := string(overview(t, portfolio("en", 12)))
	for _, want := range []string{
		"12 shops", "last run: 20", `href="shops/shop-0003.html"`, "the page changed (", "12 shops do not show it yet (shop-0000.be, ", " &#43;7)",
		`"m":"`, "Duty 00 of the book", `points="5,`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	for _, not := range []string{"Nothing to do", "http://", "src=\"http", "duty-99"} {
		if strings.Contains(page, not) {
			t.Errorf("%q is in the page", not)
		}
	}
}

// TestOverviewLeavesOutWhatAllMeet keeps the map as narrow as it can be.
func TestOverviewLeavesOutWhatAllMeet(t *testing.T) {
	o := &Overview{Lang: "en"}
	o.Add(&Shop{Target: "a", Results: []Result{
		{Rule: "met", Title: "Met", Outcome: check.Pass}, {Rule: "not-due", Title: "Not due", Outcome: check.NotInForce},
		{Rule: "open", Title: "Open", Outcome: check.Unclear}, {Rule: "known", Title: "Known", Outcome: check.Fail, State: "known"},
		{Rule: "missed", Title: "Missed", Outcome: check.Fail, State: "new"},
	}}, "fail", "")
	var ids []string
	for _, c := range o.columns() {
		ids = append(ids, c.ID)
	}
	if got := strings.Join(ids, " "); got != "missed open" {
		t.Errorf("columns %q", got)
	}
}

func TestOverviewKeepsForeignTextIn(t *testing.T) {
	o := &Overview{Lang: "en"}
	o.Add(&Shop{Target: `</script><script>alert(1)</script>`, Results: []Result{{Rule: "x", Title: `<img src=x onerror=alert(1)>`, Outcome: check.Fail, State: "new", Because: `"><b>`}}}, "fail", `javascript:alert(1)`)
	page := string(overview(t, o))
	if n := len(regexp.MustCompile(`(?i)</script`).FindAllString(page, -1)); n != 2 {
		t.Errorf("%d ends of scripts, want those of data and program", n)
	}
	for _, not := range []string{"<img src=x", "<b>", `"l":"javascript:`, `href="javascript:`} {
		if strings.Contains(page, not) {
			t.Errorf("%q is in the page", not)
		}
	}
}

func TestOverviewInEveryLanguage(t *testing.T) {
	for _, lang := range Languages() {
		page := string(overview(t, portfolio(lang, 5)))
		if strings.Contains(page, "overview.") || !strings.Contains(page, `<html lang="`+lang+`"`) {
			t.Errorf("%s: a word is missing", lang)
		}
	}
}

// TestOverviewInABrowser draws two thousand shops, filters and sorts them.
func TestOverviewInABrowser(t *testing.T) {
	page := overview(t, portfolio("en", 2000))
	tree, console := browser(t, page)
	if console != "" {
		t.Errorf("the console says\n%s", console)
	}
	if n := strings.Count(tree, `<th scope="row"`); n < 60 {
		t.Errorf("%d rows are drawn", n)
	}
	tree, console = browser(t, withScript(page, `
		document.getElementById('q').value = 'shop-19'; document.getElementById('q').dispatchEvent(new Event('input'));
		document.querySelectorAll('#map thead button')[0].click();
		document.querySelectorAll('#map thead button')[0].click();
		document.title = 'rows ' + document.querySelectorAll('#map tbody tr').length + ' first ' + document.querySelector('#map tbody th').textContent;`))
	if console != "" || !strings.Contains(tree, "<title>rows 60 first shop-1999.be</title>") {
		t.Errorf("after filter and sort: %.300s\n%s", tree[strings.Index(tree, "<title>"):], console)
	}
}
