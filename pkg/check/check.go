// Package check is the closed set of ways to look at a shop, one file each.
package check

import (
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// Outcome is what a rule says of a shop.
type Outcome string

// The outcomes of report version 1.
const (
	Pass          Outcome = "pass"
	Warn          Outcome = "warn"
	Fail          Outcome = "fail"
	Unclear       Outcome = "unclear"
	NotApplicable Outcome = "not-applicable"
	NotInForce    Outcome = "not-in-force"
	Broken        Outcome = "error"
)

// Case is what a survey is judged for: a day, a seller, its customers.
type Case struct {
	Day         law.Day
	Seller      law.Country
	SellerBy    string // flag, config, detected, default
	Customers   []law.Country
	Given       bool          // the user named the customers' countries
	CustomersBy string        // flag, config, detected, default
	MarketSign  string        // what detected customers were read off
	Maybe       []law.Country // with SellerBy default: countries that signs point at, none of them surely
	Profile     profile.Profile
}

// Certain says which of the three conditions of a failure are certain.
type Certain struct {
	Law       bool `json:"law"`
	Fact      bool `json:"fact"`
	Addressee bool `json:"addressee"`
}

// Note is a sentence of the rule's text file with its placeholders filled.
type Note struct {
	Key  string
	Args map[string]string
}

// Verdict is what a check says before level and law cap it. Reason is the key
// of the words in the rule's text; Args fill its placeholders.
type Verdict struct {
	Outcome  Outcome
	Cause    survey.Cause
	Detail   string
	Reason   string
	Args     map[string]string
	Notes    []Note
	Evidence []survey.Evidence
	Parts    []Part
	Fact     bool // the fact is certain: seen, or absent where it had to be
}

// Part is a sub-result: one language version, one element of a duty.
type Part struct {
	ID       string
	Language string
	Outcome  Outcome
	Reason   string
	Args     map[string]string
}

// Finding is what a check takes from one page.
type Finding struct {
	Evidence []survey.Evidence
	Follow   []survey.Follow
}

// Check looks at pages and judges surveys. Inspect is pure, may run in many
// goroutines, and does not know the day; Judge is pure and may be called after
// any wave and for any Case.
type Check interface {
	Needs(Case, *survey.Survey) []survey.Need
	Inspect(*page.Page, *survey.PageFacts) Finding
	Judge(Case, *survey.Survey, []survey.Evidence) Verdict
}

// Kind builds a check from a rule's parameters and the vocabulary, once per
// run. Reasons and Notes name every key its verdicts may use, so that a rule
// without words for one of them is refused when the book is loaded. For, where
// a kind has it, narrows them to what one rule can say by its parameters, and
// names its parts; it refuses parameters that are wrong.
type Kind struct {
	New     func(*rule.Rule, *words.Book) (Check, error)
	Reasons []string
	Notes   []string
	For     func(*rule.Rule) (rule.Words, error)
}
