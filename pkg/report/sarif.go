package report

import (
	"io"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

// home is where the program lives; readers of a log come there for help.
const home = "https://github.com/shoplint/shoplint"

// SARIF writes version 2.1.0: one run with the rules that ask something of the
// reader and their results. Places are relative paths, of a file or of host and
// path, since GitHub refuses addresses; the whole address is a property.
func SARIF(w io.Writer, r *Report) error {
	log, err := sarifLog(r)
	if err != nil {
		return err
	}
	return encode(w, log)
}

func sarifLog(r *Report) (*sarif.Report, error) {
	r = tidy(r)
	p, err := newPrinter(r.Lang, TextOptions{})
	if err != nil {
		return nil, err
	}
	driver := sarif.NewToolComponent().WithName(r.Tool.Name).WithInformationURI(home).WithLanguage(sarifLanguage(p.lang))
	driver.WithProperties(sarif.NewPropertyBag().Add("rulebook", r.Tool.Rulebook))
	if r.Tool.Version != "" {
		driver.WithVersion(r.Tool.Version)
	}
	run := sarif.NewRun().WithTool(sarif.NewTool().WithDriver(driver)).WithLanguage(sarifLanguage(p.lang)).WithColumnKind("utf16CodeUnits")
	run.WithProperties(sarif.NewPropertyBag().Add("asOf", r.AsOf).Add("verdict", r.Gate.Verdict).Add("exit", r.Gate.Exit))
	known := map[string]int{}
	for i := range r.Shops {
		s := &r.Shops[i]
		f := arrange(s, r.AsOf, true)
		for _, res := range append(f.full, f.settled...) {
			at, ok := known[res.Rule]
			if !ok {
				at = len(known)
				known[res.Rule] = at
				driver.AddRule(p.sarifRule(res))
			}
			run.AddResult(p.sarifResult(r, s, res).WithRuleIndex(at))
		}
	}
	return sarif.NewReport().AddRun(run), nil
}

// sarifLanguage is a language with a country, which the schema asks for.
func sarifLanguage(lang string) string {
	return map[string]string{"nl": "nl-BE", "fr": "fr-BE", "de": "de-DE"}[lang] + map[string]string{"en": "en-US"}[lang]
}

// sarifResult is one finding with all its places.
func (p *printer) sarifResult(r *Report, s *Shop, res *Result) *sarif.Result {
	out := sarif.NewRuleResult(res.Rule).WithLevel(grade(res)).WithMessage(sarif.NewTextMessage(p.advice(res)))
	id := identity(r, s, res)
	out.WithPartialFingerprints(map[string]string{"shoplint/v1": id, "primaryLocationLineHash": id + ":1"})
	for i, at := range spots(r, s, res) {
		if i == 0 {
			out.AddLocation(sarifLocation(at))
			continue
		}
		out.AddRelatedLocation(sarifLocation(at).WithID(i))
	}
	props := sarif.NewPropertyBag().Add("shop", s.Target).Add("outcome", string(res.Outcome)).Add("fingerprint", res.Fingerprint)
	if res.Cause != "" {
		props.Add("cause", string(res.Cause))
	}
	out.WithProperties(props)
	switch {
	case res.State == "known":
		out.WithBaselineState("unchanged")
	case res.State == "new" && r.Compared: // without a baseline nothing is new to anything
		out.WithBaselineState("new")
	case res.State == "ignored":
		out.AddSuppression(sarif.NewSuppression().WithKind("external").WithJustification(res.Because))
	}
	return out
}

// sarifLocation is one place; a region needs a line, and the first is the
// honest answer where none is known.
func sarifLocation(at spot) *sarif.Location {
	where := sarif.NewPhysicalLocation().
		WithArtifactLocation(sarif.NewSimpleArtifactLocation(at.reference())).
		WithRegion(sarif.NewRegion().WithStartLine(max(at.line, 1)))
	loc := sarif.NewLocationWithPhysicalLocation(where)
	if at.url != "" {
		loc.WithProperties(sarif.NewPropertyBag().Add("url", at.url))
	}
	return loc
}
