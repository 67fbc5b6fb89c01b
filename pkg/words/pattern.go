package words

import "strings"

// foldPattern folds a phrase of the vocabulary and keeps its stem marks: a *
// at the end of a word.
func foldPattern(s string) string {
	var out []string
	for _, w := range strings.Fields(s) {
		stem := strings.HasSuffix(w, "*")
		f := Fold(w)
		if f == "" {
			continue
		}
		if stem {
			f += "*"
		}
		out = append(out, f)
	}
	return strings.Join(out, " ")
}
