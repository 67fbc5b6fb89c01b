// Package report is one value for everything that was found, and one file for
// each format that renders it.
package report

import (
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Report is report version 1. Lists are never null; order is fixed; times
// stand only under Times.
type Report struct {
	Version int    `json:"version"`
	Tool    Tool   `json:"tool"`
	AsOf    string `json:"as_of"`
	Gate    Gate   `json:"gate"`
	Shops   []Shop `json:"shops"`

	Lang string `json:"-"` // language of messages, and of the text format
	Past bool   `json:"-"` // as_of was given and is not today
	All  bool   `json:"-"` // --all: every warning in full

	Compared bool   `json:"-"` // with a baseline
	Agency   Agency `json:"-"`

	Limits GateOptions `json:"-"` // what the gate was asked to let pass
	Dir    string      `json:"-"` // the folder that file names are relative to; "" when unknown

	Picture func(name string) []byte `json:"-"` // the file of a screenshot, nil when it is not to be had

	tidy bool // every string in it is clean
}

// Tool names what made the report. Rulebook is the day of the book's facts.
type Tool struct {
	Name     string `json:"name"`
	Version  string `json:"version"`
	Rulebook string `json:"rulebook"`
}

// Gate is what a pipeline asks: the verdict, the exit code and the rules that
// caused it.
type Gate struct {
	Verdict string   `json:"verdict"` // pass | warn | fail | unclear
	Exit    int      `json:"exit"`
	Because []string `json:"because"`
}

// Shop is one audited shop.
type Shop struct {
	Target        string         `json:"target"`
	Source        survey.Source  `json:"source"`
	Interrupted   bool           `json:"interrupted"`
	Country       string         `json:"country"`
	CountrySource string         `json:"country_source"`
	CountrySign   string         `json:"country_sign"` // what the detected country was read off
	SellsTo       []string       `json:"sells_to"`
	SellsToSource string         `json:"sells_to_source"` // flag | config | detected | default
	SellsToSign   string         `json:"sells_to_sign"`   // what detected customers were read off
	Profile       Profile        `json:"profile"`
	Languages     []string       `json:"languages"`
	Platform      string         `json:"platform"`
	Facts         Facts          `json:"facts"`
	Survey        Survey         `json:"survey"`
	Results       []Result       `json:"results"`
	Coming        []Coming       `json:"coming"`
	Turns         []Turn         `json:"-"` // of a forecast
	Summary       map[string]int `json:"summary"`
	Resolved      []Gone         `json:"resolved,omitempty"` // of the baseline, found no longer
	Times         Times          `json:"times"`
}

// Profile is what kind of seller the shop is. An empty value is not known; a
// source is flag, config, detected or assumed, and a sign what it was read off.
type Profile struct {
	Shop        string   `json:"shop"` // b2c | b2b | marketplace
	ShopSource  string   `json:"shop_source"`
	ShopSign    string   `json:"shop_sign"`
	Sells       []string `json:"sells"` // goods | digital | services
	SellsSource string   `json:"sells_source"`
	SellsSign   string   `json:"sells_sign"`
	Size        string   `json:"size"` // micro | small | large
	SizeSource  string   `json:"size_source"`
	Trade       bool     `json:"trade"` // speaks to traders: who is addressed is not certain
	TradeSign   string   `json:"trade_sign"`
}

// Facts are what was gathered whatever the rules.
type Facts struct {
	Emails         []survey.Email   `json:"emails"`
	ODRLinks       []survey.ODRLink `json:"odr_links"`
	ODRMentions    []survey.Mention `json:"odr_mentions"`
	SuccessorLinks []survey.Mention `json:"successor_links"`
	Identifiers    []Identifier     `json:"identifiers"`
	Phones         []Phone          `json:"phones"`
}

// Survey is what was read.
type Survey struct {
	Pages    []survey.Page   `json:"pages"`
	Unread   []survey.Unread `json:"unread"`
	Requests int             `json:"requests"`
	Bytes    int64           `json:"bytes"`
	Stopped  string          `json:"stopped"`
	Notes    []string        `json:"notes"`
	Paths    []survey.Way    `json:"paths"` // to legal pages
}

// Result is one rule's answer.
type Result struct {
	Rule          string        `json:"rule"`
	Topic         string        `json:"topic"`
	Level         string        `json:"level"`
	Basis         string        `json:"basis"`
	Title         string        `json:"title"`    // the rule's name
	Headline      string        `json:"headline"` // what was found, in at most 50 characters
	Outcome       check.Outcome `json:"outcome"`
	Cause         survey.Cause  `json:"cause"`
	Detail        string        `json:"detail"`
	Message       string        `json:"message"`
	Notes         []string      `json:"notes"`
	Certain       check.Certain `json:"certain"`
	LawStatus     string        `json:"law_status"` // in-force | enacted | pending | unknown | ended | not-yet
	Confidence    string        `json:"confidence"`
	JudgedFor     JudgedFor     `json:"judged_for"`
	Parts         []Part        `json:"parts"`
	Evidence      []Evidence    `json:"evidence"`
	EvidenceTotal int           `json:"evidence_total"`
	Screenshots   []string      `json:"screenshots,omitempty"` // files, with --screenshots
	Law           []Law         `json:"law"`
	From          string        `json:"from"`
	Until         string        `json:"until"`
	FollowedBy    string        `json:"followed_by"`
	Fix           Fix           `json:"fix"`
	Fingerprint   string        `json:"fingerprint"`
	State         string        `json:"state"`                   // new | known | ignored
	Because       string        `json:"because"`                 // why ignored, or why new since the baseline
	IgnoredUntil  string        `json:"ignored_until,omitempty"` // the first day the ignore no longer counts
	EndsIn        int           `json:"-"`                       // days to that day, when it is near
}

// JudgedFor is whose law was applied.
type JudgedFor struct {
	Seller    string   `json:"seller"`
	Customers []string `json:"customers"`
}

// Part is a sub-result in words.
type Part struct {
	ID       string        `json:"id"`
	Language string        `json:"language"`
	Outcome  check.Outcome `json:"outcome"`
	Message  string        `json:"message"`
}

// Evidence is one place; the same in many pages is one, with Pages.
type Evidence struct {
	survey.Place
	Note  string `json:"note"`
	Where string `json:"where"` // header | nav | main | footer | "": the region of the template
}

// Law is one place in the law in words, with its link.
type Law struct {
	Act     string `json:"act"`  // id in the book
	Cite    string `json:"cite"` // short citation in the report's language
	Article string `json:"article"`
	URL     string `json:"url"`
	From    string `json:"from"`
	Until   string `json:"until"`
}

// Fix is how to mend it.
type Fix struct {
	Kind     string    `json:"kind"`
	Who      string    `json:"who"`
	Minutes  int       `json:"minutes"`
	Steps    []string  `json:"steps"`
	Snippets []Snippet `json:"snippets"`
}

// Snippet is text to paste, in the shop's language.
type Snippet struct {
	Language string `json:"language"`
	Text     string `json:"text"`
}

// Coming is a duty that begins after the audit's day.
type Coming struct {
	Rule    string `json:"rule"`
	Title   string `json:"title"`
	Day     string `json:"day"`
	Status  string `json:"status"` // enacted | pending
	WouldBe string `json:"would_be"`
	// Countries are those in which it begins, where it binds in others already.
	Countries []string `json:"countries"`
}

// Times are the only values that differ between two equal runs.
type Times struct {
	Started   string `json:"started"`
	ElapsedMS int64  `json:"elapsed_ms"`
}
