package cmd

import (
	"os"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/report"
)

// language is the report's: flag or SHOPLINT_LANG, else the locale of an
// interactive terminal, else English. A pipe never changes its language with
// the machine it runs on.
func (r *run) language() string { return r.app.language(r.opts.lang) }

func (a *app) language(given string) string {
	if given != "" {
		return given
	}
	if terminal(a.out) {
		for _, env := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
			if v := os.Getenv(env); v != "" {
				if code := strings.ToLower(v[:min(2, len(v))]); slices.Contains(report.Languages(), code) {
					return code
				}
				break
			}
		}
	}
	return "en"
}
