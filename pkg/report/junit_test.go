package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/jstemmer/go-junit-report/v2/junit"
	"pgregory.net/rapid"

	"github.com/shoplint/shoplint/pkg/check"
)

// strictXML reads every token; the decoder refuses characters XML 1.0 lacks.
func strictXML(t interface{ Fatalf(string, ...any) }, out []byte) {
	d := xml.NewDecoder(bytes.NewReader(out))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v in %q", err, out)
		}
	}
}

func TestJUnitOfEveryControl(t *testing.T) {
	r := bakery("en")
	var b strings.Builder
	for c := rune(0); c < 0xA0; c++ {
		b.WriteRune(c)
	}
	all := b.String() + "]]>\ufffe\uffff\xff\xc0 &amp; <x>"
	res := &r.Shops[0].Results[0]
	res.Headline, res.Message, res.Evidence[0].URL, res.Fix.Steps = all, all, all, []string{all}
	r.Shops[0].Target = all
	out := render(t, "junit", r, TextOptions{})
	strictXML(t, out)
	if bytes.ContainsRune(out, 0xFFFE) || bytes.ContainsRune(out, 0xFFFF) {
		t.Error("a character that XML lacks came through")
	}
}

func TestJUnitOfAnyReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		if err := JUnit(&b, commandingReport(t)); err != nil {
			t.Fatal(err)
		}
		strictXML(t, b.Bytes())
	})
}

// TestJUnitAgreesWithTheGate: a suite is red exactly when the exit code is.
func TestJUnitAgreesWithTheGate(t *testing.T) {
	outcomes := []check.Outcome{check.Pass, check.Warn, check.Fail, check.Unclear, check.Broken, check.NotInForce, check.NotApplicable}
	for _, o := range outcomes {
		for _, level := range []string{"error", "warning", "notice"} {
			for _, limits := range []GateOptions{{}, {FailOn: "warn"}, {Unclear: "ok"}, {FailOn: "warn", Unclear: "ok"}} {
				r := bakery("en")
				res := mailUnclear()
				res.Outcome, res.Level = o, level
				r.Shops[0].Results, r.Limits = []Result{res}, limits
				var suites junit.Testsuites
				if err := xml.Unmarshal(render(t, "junit", r, TextOptions{}), &suites); err != nil {
					t.Fatal(err)
				}
				red := suites.Failures+suites.Errors > 0
				if exit := Decide(r.Shops, limits).Exit; red != (exit != 0) {
					t.Errorf("%s of level %s with %+v: exit %d, red %t", o, level, limits, exit, red)
				}
			}
		}
	}
}
