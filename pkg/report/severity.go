package report

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/rule"
)

// The three grades that formats for machines know.
const (
	gradeError   = "error"   // to mend
	gradeWarning = "warning" // to check, or a duty left open in a way that gives exit 3
	gradeNote    = "note"    // advice, or open without blame
)

// asks reports whether a result asks something of the reader.
func asks(r *Result) bool {
	switch r.Outcome {
	case check.Fail, check.Warn, check.Unclear, check.Broken:
		return true
	}
	return false
}

// grade is how much a result that asks something weighs.
func grade(r *Result) string {
	notice := r.Level == string(rule.Notice)
	switch {
	case r.Outcome == check.Fail && !notice:
		return gradeError
	case r.Outcome == check.Warn && !notice:
		return gradeWarning
	case (r.Outcome == check.Unclear || r.Outcome == check.Broken) && r.Level == string(rule.Error) &&
		(r.Outcome == check.Broken || r.Cause.Gates()):
		return gradeWarning
	}
	return gradeNote
}

// identity is a finding's lasting name within one report. The fingerprint
// leaves the host out, so several shops in one report need more.
func identity(r *Report, s *Shop, res *Result) string {
	if len(r.Shops) == 1 && res.Fingerprint != "" {
		return res.Fingerprint
	}
	sum := sha256.Sum256([]byte(s.Target + "\x00" + res.Rule + "\x00" + res.Fingerprint))
	return hex.EncodeToString(sum[:8])
}
