package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"

	"github.com/jstemmer/go-junit-report/v2/junit"

	"github.com/shoplint/shoplint/pkg/check"
)

// JUnit writes a test suite for each shop with a test for each rule. What the
// gate stops at is a failure, a duty left open an error, what passed or only
// needs a look is a passed or a skipped test. Times are left out: they would
// be the only thing to differ between two equal runs.
func JUnit(w io.Writer, r *Report) error {
	r = tidy(r)
	p, err := newPrinter(r.Lang, TextOptions{})
	if err != nil {
		return err
	}
	all := junit.Testsuites{Name: "shoplint"}
	for i := range r.Shops {
		all.AddSuite(p.suite(r, &r.Shops[i], i))
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write junit: %w", err)
	}
	if err := all.WriteXML(w); err != nil {
		return fmt.Errorf("write junit: %w", err)
	}
	return nil
}

func (p *printer) suite(r *Report, s *Shop, id int) junit.Testsuite {
	suite := junit.Testsuite{Name: shopName(s.Target, p.tongue), ID: id, Time: "0"}
	suite.AddProperty("as_of", r.AsOf)
	suite.AddProperty("rulebook", r.Tool.Rulebook)
	suite.AddProperty("country", s.Country)
	for i := range s.Results {
		suite.AddTestcase(p.testcase(r, s, &s.Results[i]))
	}
	if len(s.Results) == 0 || s.Interrupted || !s.read() { // a suite without a failure must not look green
		suite.AddTestcase(p.broken(s))
	}
	return suite
}

// testcase is one rule.
func (p *printer) testcase(r *Report, s *Shop, res *Result) junit.Testcase {
	c := junit.Testcase{Name: headline(res), Classname: res.Rule}
	text := &junit.Result{Message: headline(res), Type: string(res.Outcome), Data: p.advice(res) + "\n" + p.seenAt(r, s, res)}
	switch {
	case res.Outcome == check.Pass:
	case accepted(res) || !asks(res):
		text.Message, text.Data = p.unasked(res), ""
		c.Skipped = text
	case finding(res, r.Limits.FailOn) && grade(res) != gradeNote:
		c.Failure = text
	case gates(res) && (r.Limits.Unclear != "ok" || res.Outcome == check.Broken):
		c.Error = text
	default:
		c.Skipped = text
	}
	return c
}

// unasked says why a rule asks nothing of the reader.
func (p *printer) unasked(res *Result) string {
	if accepted(res) {
		return p.say("label."+res.State) + p.say("colon") + p.settledLine(res)
	}
	return p.say("label.not-due")
}

// seenAt is one line for each place.
func (p *printer) seenAt(r *Report, s *Shop, res *Result) string {
	text := ""
	if len(res.Evidence) == 0 {
		return text
	}
	for _, at := range spots(r, s, res) {
		text += "- " + at.path // a line that begins with colons could be an order
		if at.line > 0 {
			text += ":" + strconv.Itoa(at.line)
		}
		text += "\n"
	}
	return text
}

// broken is the test that stands for the reading itself.
func (p *printer) broken(s *Shop) junit.Testcase {
	why := p.say("nothing-read")
	switch {
	case s.Interrupted:
		why = p.say("interrupted")
	case len(s.Results) == 0:
		why = p.say("no-rules")
	}
	return junit.Testcase{Name: p.say("label.read"), Classname: "shoplint", Error: &junit.Result{Message: why, Type: "unclear"}}
}
