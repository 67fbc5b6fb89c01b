package report

import (
	"bytes"
	"net/url"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"pgregory.net/rapid"
)

// validSARIF asks the published schema, which the module carries, and what
// GitHub asks beyond it.
func validSARIF(t interface{ Fatalf(string, ...any) }, out []byte) {
	log, err := sarif.FromBytes(out)
	if err != nil {
		t.Fatalf("read back: %v", err)
	}
	if err := log.Validate(); err != nil {
		t.Fatalf("schema: %v", err)
	}
	run := log.Runs[0]
	for _, res := range run.Results {
		if res.RuleIndex < 0 || res.RuleIndex >= len(run.Tool.Driver.Rules) || *run.Tool.Driver.Rules[res.RuleIndex].ID != *res.RuleID {
			t.Fatalf("%s points at rule %d", *res.RuleID, res.RuleIndex)
		}
		if len(res.Locations) == 0 || res.PartialFingerprints["primaryLocationLineHash"] == "" || *res.Message.Text == "" {
			t.Fatalf("%s lacks a place, a fingerprint or a text", *res.RuleID)
		}
		for _, l := range res.Locations {
			uri := *l.PhysicalLocation.ArtifactLocation.URI
			u, err := url.Parse(uri)
			if err != nil || u.IsAbs() || u.Host != "" || uri == "" || strings.HasPrefix(uri, "/") || strings.ContainsAny(uri, " \\") {
				t.Fatalf("%q is no relative reference (%v)", uri, err)
			}
		}
	}
}

func TestSARIFIsValid(t *testing.T) {
	for _, r := range []*Report{bakery("en"), bakery("nl"), bakery("fr"), bakery("de"), hostile(), gone(), oldLaw(), several(), empty()} {
		validSARIF(t, render(t, "sarif", r, TextOptions{}))
	}
}

// TestSchemaOfSARIFRefuses shows that the validation can say no.
func TestSchemaOfSARIFRefuses(t *testing.T) {
	out := bytes.Replace(render(t, "sarif", bakery("en"), TextOptions{}), []byte(`"level": "error"`), []byte(`"level": "fatal"`), 1)
	log, err := sarif.FromBytes(out)
	if err == nil {
		err = log.Validate()
	}
	if err == nil {
		t.Error("an unknown level was let through")
	}
}

func TestSARIFOfAnyReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		if err := SARIF(&b, commandingReport(t)); err != nil {
			t.Fatal(err)
		}
		if rapid.IntRange(0, 9).Draw(t, "validate") == 0 { // the schema is slow to load
			validSARIF(t, b.Bytes())
		}
	})
}

func TestSARIFHoldsFindingsOnly(t *testing.T) {
	log, err := sarifLog(bakery("en"))
	if err != nil {
		t.Fatal(err)
	}
	levels := map[string]string{}
	for _, res := range log.Runs[0].Results {
		levels[*res.RuleID] = res.Level
		if ignored := len(res.Suppressions) > 0; ignored != (*res.RuleID == "contact-phone") {
			t.Errorf("%s: suppressed %t", *res.RuleID, ignored)
		}
	}
	want := map[string]string{"odr-link-stale": "error", "contact-email": "warning", "withdrawal-function": "warning", "adr-info": "note", "contact-phone": "warning"}
	if len(levels) != len(want) {
		t.Errorf("%v", levels)
	}
	for rule, level := range want {
		if levels[rule] != level {
			t.Errorf("%s is %q, want %q", rule, levels[rule], level)
		}
	}
}

// TestSARIFSaysWhatIsNew: only a run that was compared with a baseline knows.
func TestSARIFSaysWhatIsNew(t *testing.T) {
	for _, compared := range []bool{true, false} {
		r := bakery("en")
		r.Compared = compared
		out := render(t, "sarif", r, TextOptions{})
		validSARIF(t, out)
		if got := strings.Contains(string(out), `"baselineState": "new"`); got != compared {
			t.Errorf("compared %v: baselineState new is %v", compared, got)
		}
	}
}
