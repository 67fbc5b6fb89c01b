package profile

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/law"
)

// statesFile is where the states' own facts stand in the rule book.
const statesFile = "countries.yaml"

// State is what is particular to one of the 27 states.
type State struct {
	Country  law.Country `yaml:"country"`
	Register []string    `yaml:"register"` // schemes of register numbers, the usual one first
	VAT      []string    `yaml:"vat"`      // schemes of numbers for value added tax
	Articles []Article   `yaml:"articles,omitempty"`
}

// Article is a place in a state's own law that a notice stands on.
type Article struct {
	Topic        string `yaml:"topic"` // one of topics
	Law          string `yaml:"law"`   // as the state abbreviates it
	Article      string `yaml:"article"`
	law.Interval `yaml:",inline"`
	Confidence   law.Confidence `yaml:"confidence"`
}

var topics = []string{"identity", "withdrawal", "order-button", "complaints", "adr", "prices", "language"}

// LoadStates reads countries.yaml: each of the 27 states once, in alphabetical
// order. The error names everything that is wrong.
func LoadStates(fsys fs.FS) ([]State, error) {
	raw, err := fs.ReadFile(fsys, statesFile)
	if err != nil {
		return nil, fmt.Errorf("read the states: %w", err)
	}
	var all []State
	if err := yaml.Load(raw, &all, yaml.WithKnownFields(), yaml.WithUniqueKeys()); err != nil {
		return nil, fmt.Errorf("%s: %w", statesFile, err)
	}
	var faults []error
	listed := make([]law.Country, len(all))
	for i, s := range all {
		listed[i] = s.Country
		if err := s.valid(); err != nil {
			faults = append(faults, fmt.Errorf("%s: %s: %w", statesFile, s.Country, err))
		}
	}
	if !slices.Equal(listed, law.States()) {
		faults = append(faults, fmt.Errorf("%s: the states are not the 27 in alphabetical order: %v", statesFile, listed))
	}
	return all, errors.Join(faults...)
}

// valid wants numbers of the state's own schemes, and articles that say what
// they are about and how sure they are.
func (s State) valid() error {
	var faults []error
	for _, scheme := range slices.Concat(s.Register, s.VAT) {
		if !strings.HasPrefix(scheme, strings.ToLower(string(s.Country))+"-") {
			faults = append(faults, fmt.Errorf("the scheme %q is of another state", scheme))
		}
	}
	if len(s.VAT) == 0 {
		faults = append(faults, errors.New("no scheme of VAT numbers"))
	}
	for _, a := range s.Articles {
		switch {
		case !slices.Contains(topics, a.Topic):
			faults = append(faults, fmt.Errorf("%s %s: the topic %q is none of %s", a.Law, a.Article, a.Topic, strings.Join(topics, ", ")))
		case strings.TrimSpace(a.Law) == "" || strings.TrimSpace(a.Article) == "":
			faults = append(faults, fmt.Errorf("an article on %s lacks its law or its number", a.Topic))
		case !slices.Contains([]law.Confidence{law.Primary, law.Secondary, law.Unverified}, a.Confidence):
			faults = append(faults, fmt.Errorf("%s %s: the confidence is %q", a.Law, a.Article, a.Confidence))
		case a.Valid() != nil:
			faults = append(faults, fmt.Errorf("%s %s: %w", a.Law, a.Article, a.Valid()))
		}
	}
	return errors.Join(faults...)
}
