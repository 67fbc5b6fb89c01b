package law

// Act is a legal act: a regulation, a directive or a national law. Applies is
// the day from which its duties bind, which may be later than the day it came
// into force; Ended is the first day it no longer binds.
type Act struct {
	ID      string            `yaml:"id"`
	Country Country           `yaml:"country,omitempty"` // empty: an act of the Union
	CELEX   string            `yaml:"celex,omitempty"`
	Cite    map[string]string `yaml:"cite"` // short citation by report language; "en" is always there
	URL     string            `yaml:"url,omitempty"`
	InForce Day               `yaml:"in-force,omitempty"`
	Applies Day               `yaml:"applies,omitempty"`
	Ended   Day               `yaml:"ended,omitempty"`
	// Transpose is the day by which states had to have made a directive law.
	Transpose Day `yaml:"transpose,omitempty"`
	// Events are other days of the act that a reader of its history must know.
	Events []Event `yaml:"events,omitempty"`
	Source string  `yaml:"source,omitempty"` // where the days were read
}

// Event is a day on which something of an act changed, in words by report
// language; "en" is always there.
type Event struct {
	Day  Day               `yaml:"day"`
	What map[string]string `yaml:"what"`
}

// Short is the citation in lang, in English where lang has none.
func (a Act) Short(lang string) string {
	if s := a.Cite[lang]; s != "" {
		return s
	}
	return a.Cite["en"]
}

// Confidence says how well a legal fact was verified.
type Confidence string

// The three grades. An Unverified fact may warn and never fail.
const (
	Primary    Confidence = "primary"    // the act's own text was seen, or two independent sources
	Secondary  Confidence = "secondary"  // one good or two secondary sources
	Unverified Confidence = "unverified" // hearsay: at most a warning
)

// Status says how far a directive's duty has become law in a country.
type Status string

// The states of national law. Pending and Unknown may warn and never fail.
const (
	InForce Status = "in-force"
	Enacted Status = "enacted" // adopted, with a later day of its own
	Pending Status = "pending"
	Unknown Status = "unknown"
)
