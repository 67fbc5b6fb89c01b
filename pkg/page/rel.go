package page

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/words"
)

// byRel is what a link's rel says that it leads to: the two legal types of the
// HTML standard's list of extensions. WordPress and others write them.
func byRel(rel string) words.Kind {
	if len(rel) < len("privacy-policy") {
		return ""
	}
	for _, r := range strings.Fields(strings.ToLower(rel)) {
		switch r {
		case "privacy-policy":
			return words.Privacy
		case "terms-of-service":
			return words.Terms
		}
	}
	return ""
}

// guessed is a guess that gives way to what the rel of its link says, unless
// its words name a legal page themselves.
func guessed(g words.Guess, rel string) words.Guess {
	if g.Kind.Legal() {
		return g
	}
	if k := byRel(rel); k != "" {
		return words.Guess{Kind: k, Language: g.Language, Score: 0.9}
	}
	return g
}
