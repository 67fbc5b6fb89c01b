// Package rule is what a rule of the book is: the law it stands on, the days
// and countries it binds, how to look, and the words for people.
package rule

import (
	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/words"
)

// Level caps the outcome of a rule: Error may fail, Warning at most warns,
// Notice at most warns and never changes the exit code.
type Level string

// The three levels.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Notice  Level = "notice"
)

// Basis says what kind of law a rule stands on: a duty to show, a ban, or a
// risk (something shown that can be misleading).
type Basis string

// The three bases.
const (
	Duty Basis = "duty"
	Ban  Basis = "ban"
	Risk Basis = "risk"
)

// Binds says whose country decides: the seller's seat, the consumer's home,
// or both.
type Binds string

// Whose country counts.
const (
	BySeller   Binds = "seller"
	ByConsumer Binds = "consumer"
	ByBoth     Binds = "both"
)

// Rule is one folder of the book.
type Rule struct {
	ID         string                `yaml:"id"`
	Topic      string                `yaml:"topic"`
	Aliases    []string              `yaml:"aliases,omitempty"`
	Level      Level                 `yaml:"level"`
	Basis      Basis                 `yaml:"basis"`
	BindsBy    Binds                 `yaml:"binds-by"`
	Applies    Applies               `yaml:"applies,omitempty"` // which shops, beside where they are
	Absence    string                `yaml:"absence"`           // provable | not-provable
	Law        []Entry               `yaml:"law"`
	FollowedBy string                `yaml:"followed-by,omitempty"`
	Countries  map[string]CountryLaw `yaml:"countries,omitempty"` // by code, "*" for the others
	Check      yaml.Node             `yaml:"check"`               // kind and its parameters, decoded strictly by the kind
	Fix        Fix                   `yaml:"fix"`
	CannotSee  []string              `yaml:"cannot-see,omitempty"` // in English; other languages in Text
	Confidence law.Confidence        `yaml:"confidence"`
	Added      law.Day               `yaml:"added,omitempty"` // when it came into the book, for a pinned rule book; empty: with the first

	Text  map[string]Text       `yaml:"-"` // by language: en, nl, fr, de
	Lists map[string]words.List `yaml:"-"` // the rule's own vocabulary, by name, from words.yaml

	acts map[string]law.Act // of the book, to tell directives from acts that bind at once
}

// Entry is one place in the law, with its days. Until is the first day it no
// longer binds. Countries limits it to some states (empty: all).
type Entry struct {
	Act          string `yaml:"act"`
	Article      string `yaml:"article"`
	law.Interval `yaml:",inline"`
	Countries    []law.Country  `yaml:"countries,omitempty"`
	BindsBy      Binds          `yaml:"binds-by,omitempty"`   // empty: the rule's
	Confidence   law.Confidence `yaml:"confidence,omitempty"` // empty: the rule's
	Source       string         `yaml:"source,omitempty"`
}

// CountryLaw is how a directive's duty stands in one state.
type CountryLaw struct {
	Status       law.Status `yaml:"status"`
	law.Interval `yaml:",inline"`
	Act          string         `yaml:"act,omitempty"`
	Article      string         `yaml:"article,omitempty"`
	Confidence   law.Confidence `yaml:"confidence,omitempty"`
	Source       string         `yaml:"source,omitempty"`
}

// Fix is how to mend a finding; its words stand in Text under the same ids.
type Fix struct {
	Kind     string    `yaml:"kind"` // remove | replace | add | needs-file | needs-function
	Who      string    `yaml:"who"`  // owner | developer | lawyer
	Minutes  int       `yaml:"minutes"`
	Where    string    `yaml:"where,omitempty"` // footer | legal | product | header; empty: by what was seen
	Steps    []Step    `yaml:"steps"`
	Snippets []Snippet `yaml:"snippets,omitempty"`
}

// Step is one numbered step. Reasons limits it to findings with one of these
// reasons (empty: all).
type Step struct {
	ID           string `yaml:"id"`
	law.Interval `yaml:",inline"`
	Countries    []law.Country `yaml:"countries,omitempty"`
	Reasons      []string      `yaml:"reasons,omitempty"`
}

// Snippet is text to paste, in the shop's language. Do says what pasting
// does: add, replace, or offer (one of several variants, the trader chooses).
type Snippet struct {
	ID           string `yaml:"id"`
	Do           string `yaml:"do"`
	law.Interval `yaml:",inline"`
	Countries    []law.Country `yaml:"countries,omitempty"`
	Languages    []string      `yaml:"languages,omitempty"` // empty: all four
}

// Text is a rule in the words of one language. {name} marks a placeholder
// that the check's verdict fills.
type Text struct {
	Title     string            `yaml:"title"`
	Why       string            `yaml:"why"`
	Reasons   map[string]Say    `yaml:"reasons"`
	Notes     map[string]string `yaml:"notes,omitempty"`
	Parts     map[string]string `yaml:"parts,omitempty"` // a name for each part of the duty, as {missing} and {found} list them
	Steps     map[string]string `yaml:"steps"`
	Snippets  map[string]string `yaml:"snippets,omitempty"`
	CannotSee []string          `yaml:"cannot-see,omitempty"`
}

// Say is a headline of at most 50 characters and the sentences below it.
type Say struct {
	Headline string `yaml:"headline"`
	Message  string `yaml:"message"`
}
