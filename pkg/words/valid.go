package words

import (
	"fmt"
	"strings"
)

// valid refuses what the form of the file cannot: unknown kinds, empty or
// overlong phrases, one label for two kinds.
func (f *file) valid() error {
	seen := map[string]Kind{}
	for kind, e := range f.Kinds {
		if !known[kind] {
			return fmt.Errorf("kinds: unknown kind %q", kind)
		}
		for _, s := range e.Labels {
			k := Fold(s)
			if other, ok := seen[k]; ok && other != kind {
				return fmt.Errorf("label %q stands under %s and %s", s, kind, other)
			}
			seen[k] = kind
			if err := validPhrase(s); err != nil {
				return fmt.Errorf("kinds.%s.labels: %w", kind, err)
			}
		}
		for _, s := range e.Slugs {
			if err := validPhrase(s); err != nil {
				return fmt.Errorf("kinds.%s.slugs: %w", kind, err)
			}
		}
	}
	for list, phrases := range f.Phrases {
		for _, s := range phrases {
			if err := validPhrase(s); err != nil {
				return fmt.Errorf("phrases.%s: %w", list, err)
			}
		}
	}
	return nil
}

func validPhrase(s string) error {
	for _, w := range strings.Fields(s) {
		if strings.HasPrefix(w, "*") {
			return fmt.Errorf("phrase %q: * has no word before it", s)
		}
	}
	switch n := len(strings.Fields(Fold(s))); {
	case n == 0:
		return fmt.Errorf("phrase %q has no word", s)
	case n > maxWords:
		return fmt.Errorf("phrase %q has %d words, at most %d", s, n, maxWords)
	}
	return nil
}
