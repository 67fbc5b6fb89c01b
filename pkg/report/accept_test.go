package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/baseline"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
)

// audited is one shop with one result of the level error.
func audited(day string, r audit.Result) *audit.Shop {
	s := survey.New("https://a.be/", survey.Live)
	s.Pages = []survey.Page{{URL: "https://a.be/", Status: 200, Linked: true}}
	return &audit.Shop{Survey: s, Case: check.Case{Day: law.MustDay(day), Seller: "BE"}, Results: []audit.Result{r}}
}

func failing(from string) audit.Result {
	evidence := survey.Evidence{Place: survey.Place{URL: "https://a.be/blog/x"}, Key: "k", URLs: []string{"https://a.be/blog/x", "https://a.be/blog/y"}}
	return audit.Result{
		Rule:    &rule.Rule{ID: "r", Level: rule.Error, Added: law.MustDay("2026-06-01")},
		Binding: rule.Binding{State: "in-force", From: law.MustDay(from)}, Outcome: check.Fail,
		Verdict: check.Verdict{Outcome: check.Fail, Evidence: []survey.Evidence{evidence}}, Fingerprint: "0123456789abcdef",
	}
}

func built(t *testing.T, day string, r audit.Result, set Settings) *Report {
	t.Helper()
	book := &rule.Book{Updated: law.MustDay("2026-11-22")}
	return Build([]*audit.Shop{audited(day, r)}, BuildOptions{Lang: "en", Version: "1", Book: book, Settings: set})
}

func TestGraceEndsOnItsDay(t *testing.T) {
	for day, want := range map[string]int{"2026-03-01": 0, "2026-03-14": 0, "2026-03-15": ExitFinding} {
		r := built(t, day, failing("2026-03-01"), Settings{Grace: 14})
		res := r.Shops[0].Results[0]
		if r.Gate.Exit != want {
			t.Errorf("%s: exit %d, want %d", day, r.Gate.Exit, want)
		}
		if said := strings.Contains(strings.Join(res.Notes, " "), "2026-03-15"); said != (want == 0) {
			t.Errorf("%s: notes %q", day, res.Notes)
		}
	}
}

func TestPinMakesLaterRulesNotices(t *testing.T) {
	for pin, want := range map[string]int{"2026-05-31": 0, "2026-06-01": ExitFinding, "": ExitFinding} {
		var set Settings
		if pin != "" {
			set.Rulebook = law.MustDay(pin)
		}
		if r := built(t, "2026-11-22", failing("2020-01-01"), set); r.Gate.Exit != want {
			t.Errorf("pin %q: exit %d, want %d", pin, r.Gate.Exit, want)
		}
	}
}

func TestIgnoreHoldsWhereItSaysAndUntilItEnds(t *testing.T) {
	for _, c := range []struct {
		where, day string
		exit       int
	}{
		{"/blog/*", "2026-11-22", 0}, {"/blog/x", "2026-11-22", ExitFinding}, {"", "2026-11-22", 0}, {"", "2027-01-01", ExitFinding},
	} {
		set := Settings{Ignores: []baseline.Ignore{{Rules: []string{"r"}, Where: c.where, Reason: "because", Until: law.MustDay("2027-01-01")}}}
		r := built(t, c.day, failing("2020-01-01"), set)
		s := r.Shops[0]
		if r.Gate.Exit != c.exit || s.Summary["ignored"] != 1-c.exit || s.Summary["fail"] != c.exit {
			t.Errorf("%+v: exit %d, summary %v", c, r.Gate.Exit, s.Summary)
		}
		ended := strings.Contains(strings.Join(s.Results[0].Notes, " "), "counts again")
		if ended != (c.day == "2027-01-01") {
			t.Errorf("%+v: notes %q", c, s.Results[0].Notes)
		}
	}
}

func TestIgnoreTellsOfItsEndInEveryLanguage(t *testing.T) {
	set := Settings{Ignores: []baseline.Ignore{{Rules: []string{"r"}, Reason: "because", Until: law.MustDay("2027-01-01")}}}
	for lang, want := range map[string]string{"en": "ends in 10 days", "nl": "eindigt over 10 dagen", "fr": "prend fin dans 10 jours", "de": "endet in 10 Tagen"} {
		r := built(t, "2026-12-22", failing("2020-01-01"), set)
		r.Lang = lang
		var out bytes.Buffer
		if err := Text(&out, r, TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if text := strings.Join(strings.Fields(out.String()), " "); !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", lang, want, out.String())
		}
	}
}

func TestMarksCoverEveryPlace(t *testing.T) {
	m := baseline.NewMarks()
	m.Place("r", "https://a.be/blog/x", "k", "because")
	if r := built(t, "2026-11-22", failing("2020-01-01"), Settings{Marks: []*baseline.Marks{m}}); r.Gate.Exit != ExitFinding {
		t.Error("one of two places was enough")
	}
	m.Whole("r", "https://a.be/blog/y", "because")
	if r := built(t, "2026-11-22", failing("2020-01-01"), Settings{Marks: []*baseline.Marks{m}}); r.Gate.Exit != 0 {
		t.Error("both places are marked")
	}
}

func TestBaselineKnowsAndNamesWhatIsGone(t *testing.T) {
	known := baseline.Result{Rule: "r", Level: "error", Outcome: "fail", LawStatus: "in-force", From: "2020-01-01", Fingerprint: "0123456789abcdef"}
	gone := baseline.Result{Rule: "r", Level: "error", Outcome: "fail", LawStatus: "in-force", From: "2020-01-01", Fingerprint: "f", Headline: "\x1b[31mold"}
	old := baseline.Shop{Target: "https://preview.be/", Country: "BE", AsOf: "2026-10-01", Rulebook: "2026-11-22", Program: "1", Results: []baseline.Result{known, gone}}
	set := Settings{Baseline: &baseline.Report{Shops: []baseline.Shop{old}}}
	r := built(t, "2026-11-22", failing("2020-01-01"), set)
	if r.Gate.Exit != 0 || r.Shops[0].Summary["known"] != 1 || len(r.Shops[0].Resolved) != 1 {
		t.Errorf("exit %d, %v, %v", r.Gate.Exit, r.Shops[0].Summary, r.Shops[0].Resolved)
	}
	var out bytes.Buffer
	if err := Text(&out, r, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); strings.Contains(text, "\x1b") || !strings.HasSuffix(text, "1 known · 0 ignored · 1 resolved\n") {
		t.Errorf("%q", text)
	}
	set.Baseline.Shops[0].Results = set.Baseline.Shops[0].Results[1:]
	r = built(t, "2026-11-22", failing("2020-01-01"), set)
	if res := r.Shops[0].Results[0]; r.Gate.Exit != ExitFinding || res.Because != "page" || len(res.Notes) != 1 {
		t.Errorf("exit %d, because %q, notes %q", r.Gate.Exit, res.Because, res.Notes)
	}
}

func TestAgencyStandsOnThePage(t *testing.T) {
	r := built(t, "2026-11-22", failing("2020-01-01"), Settings{Agency: Agency{Name: "<Ag>", Logo: []byte("x"), LogoType: "image/png", Colour: "#123456"}})
	var out bytes.Buffer
	if err := HTML(&out, r); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"&lt;Ag&gt;", `src="data:image/png;base64,eA=="`, "background:#123456", "img-src data:"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s on the page", want)
		}
	}
	if strings.Contains(out.String(), "ZgotmplZ") {
		t.Error("the template refused a value")
	}
}
