package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
)

// fingerprint is the identity of a finding over time and hosts: the first 16
// hex digits of SHA-256 over rule, part, evidence key and path. Evidence in
// the page template has no path; what is missing has no key and the path "*".
// A rule that found nothing to say has none.
func fingerprint(r Result, s *survey.Survey) string {
	switch r.Outcome {
	case check.Fail, check.Warn, check.Unclear:
	default:
		return ""
	}
	key, path := "", "*"
	if r.Outcome != check.Unclear && len(r.Verdict.Evidence) > 0 && !absence(r.Verdict.Reason) {
		e := r.Verdict.Evidence[0]
		key, path = e.Key, ""
		if !survey.Template(e.Region) {
			path = pathIn(s, e.URL)
		}
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{r.Rule.ID, "", key, path}, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// absence reports whether a reason says that something is missing: what was
// seen instead may change without making it another finding.
func absence(reason string) bool {
	switch reason {
	case "missing", "form-only", "others-only", "placeholder", "no-reply", "undecided":
		return true
	}
	return false
}

// pathIn is the host-free path of a page; a lone file is the home page of its
// own shop.
func pathIn(s *survey.Survey, address string) string {
	if s.Source == survey.File || s.Source == survey.Stdin {
		return "/"
	}
	return survey.Path(address)
}
