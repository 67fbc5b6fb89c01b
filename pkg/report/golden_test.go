package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/shoplint/shoplint/pkg/check"
)

var update = flag.Bool("update", false, "write the goldens instead of comparing them")

// golden compares got with testdata/name.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s (-want +got):\n%s", name, d)
	}
}

func render(t *testing.T, format string, r *Report, o TextOptions) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGoldenText(t *testing.T) {
	for _, lang := range Languages() {
		golden(t, "bakery."+lang+".txt", render(t, "text", bakery(lang), TextOptions{}))
	}
	golden(t, "bakery.all.txt", render(t, "text", bakery("en"), TextOptions{All: true}))
	golden(t, "bakery.quiet.txt", render(t, "text", bakery("en"), TextOptions{Quiet: true}))
	golden(t, "hostile.txt", render(t, "text", hostile(), TextOptions{}))
	golden(t, "empty.txt", render(t, "text", empty(), TextOptions{}))
	golden(t, "gone.txt", render(t, "text", gone(), TextOptions{}))
	golden(t, "old.txt", render(t, "text", oldLaw(), TextOptions{}))
	golden(t, "several.txt", render(t, "text", several(), TextOptions{}))
}

func TestGoldenJSON(t *testing.T) {
	golden(t, "bakery.json", render(t, "json", bakery("en"), TextOptions{}))
	golden(t, "hostile.json", render(t, "json", hostile(), TextOptions{}))
	golden(t, "empty.json", render(t, "json", empty(), TextOptions{}))
}

// gone is a shop without the link, judged today: the turned rule has passed.
func gone() *Report {
	r := bakery("nl")
	s := &r.Shops[0]
	pass := staleLink()
	pass.Outcome, pass.Headline = check.Pass, "Geen link naar het gesloten ODR-platform"
	pass.Message = "Goed. Tot en met 19 juli 2025 was een link naar het Europese ODR-platform verplicht; het platform is gesloten, er ontbreekt hier dus niets. " +
		"Deze zin staat er altijd voluit, want wie alleen het oude recht kent, zou een fout in het gereedschap vermoeden."
	pass.Evidence, pass.EvidenceTotal, pass.Parts, pass.Fix = nil, 0, nil, Fix{}
	s.Results = []Result{pass, s.Results[4]}
	s.Survey.Unread, s.Summary = nil, summaryOf(s.Results)
	r.Gate = Gate{Verdict: "pass"}
	return r
}

// oldLaw is a shop without the link, judged on the last day of the old law.
func oldLaw() *Report {
	r := bakery("en")
	s := &r.Shops[0]
	r.AsOf, r.Past = "2025-07-19", true
	due := mailUnclear()
	due.Rule, due.Topic, due.Outcome, due.Cause, due.Detail = "odr-link", "odr", check.Fail, "", ""
	due.Title, due.Headline, due.Message = "Link to the ODR platform", "No link to the ODR platform", "It was not seen on the 4 pages read."
	due.From, due.Until, due.FollowedBy, due.Certain = "2016-01-09", "2025-07-20", "odr-link-stale", yes
	later := staleLink()
	later.Outcome, later.LawStatus = check.NotInForce, "not-yet"
	s.Results, s.Coming = []Result{due, later}, nil
	s.Summary = summaryOf(s.Results)
	return r
}

// several are three shops in one report.
func several() *Report {
	r := gone()
	r.Lang = "de"
	r.Shops = append(r.Shops, bakery("de").Shops[0], empty().Shops[0])
	r.Gate = Gate{Verdict: "fail", Exit: 1}
	return r
}

func TestColourOnlyRepeats(t *testing.T) {
	plain := string(render(t, "text", bakery("en"), TextOptions{}))
	coloured := string(render(t, "text", bakery("en"), TextOptions{Color: true}))
	if strings.Contains(plain, "\x1b") {
		t.Error("colours without being asked for")
	}
	if !strings.Contains(coloured, "\x1b[31;1mFAIL 1") {
		t.Error("no colour on the verdict")
	}
	if d := cmp.Diff(plain, dropEscapes(coloured)); d != "" {
		t.Errorf("colour changes the words (-plain +coloured):\n%s", d)
	}
}

func TestUnknownFormat(t *testing.T) {
	err := Write(&bytes.Buffer{}, "pdf", empty(), TextOptions{})
	if err == nil || !strings.Contains(err.Error(), "github or gitlab") {
		t.Errorf("unknown format: %v", err)
	}
}

func TestReportIsNotChanged(t *testing.T) {
	r := hostile()
	render(t, "json", r, TextOptions{})
	render(t, "text", r, TextOptions{All: true})
	if d := cmp.Diff(hostile(), r, cmpopts.IgnoreUnexported(Report{})); d != "" {
		t.Errorf("rendering changed the report (-before +after):\n%s", d)
	}
}

// A report that is tidied once is written as one that each format tidies, and
// no format changes it for those behind it.
func TestTidiedOnce(t *testing.T) {
	r := hostile().Tidy()
	for _, format := range Formats() {
		if d := cmp.Diff(render(t, format, hostile(), TextOptions{All: true}), render(t, format, r, TextOptions{All: true})); d != "" {
			t.Errorf("%s (-each +once):\n%s", format, d)
		}
	}
	if d := cmp.Diff(hostile().Tidy(), r, cmpopts.IgnoreUnexported(Report{})); d != "" {
		t.Errorf("a format changed the report (-before +after):\n%s", d)
	}
}
