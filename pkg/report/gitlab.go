package report

import (
	"io"
)

// qualityIssue is one entry of a GitLab Code Quality report.
type qualityIssue struct {
	Description string          `json:"description"`
	CheckName   string          `json:"check_name"`
	Fingerprint string          `json:"fingerprint"`
	Severity    string          `json:"severity"` // info | minor | major
	Location    qualityLocation `json:"location"`
}

type qualityLocation struct {
	Path  string       `json:"path"`
	Lines qualityLines `json:"lines"`
}

type qualityLines struct {
	Begin int `json:"begin"` // from 1
}

// GitLab writes a Code Quality report: a JSON list with one entry for each
// finding that nobody has accepted yet.
func GitLab(w io.Writer, r *Report) error {
	r = tidy(r)
	issues := []qualityIssue{}
	for i := range r.Shops {
		s := &r.Shops[i]
		for _, res := range arrange(s, r.AsOf, true).full {
			at := spots(r, s, res)[0]
			issues = append(issues, qualityIssue{
				Description: clip(headline(res)+": "+oneLine(res.Message), maxExcerpt), CheckName: res.Rule,
				Fingerprint: identity(r, s, res), Severity: qualitySeverity(grade(res)),
				Location: qualityLocation{Path: at.path, Lines: qualityLines{Begin: max(at.line, 1)}},
			})
		}
	}
	return encode(w, issues)
}

func qualitySeverity(grade string) string {
	switch grade {
	case gradeError:
		return "major"
	case gradeWarning:
		return "minor"
	}
	return "info"
}
