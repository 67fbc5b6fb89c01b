// Package config reads .shoplint.yaml: which shops there are and what is known
// of them, which rules count and how much, what is ignored and until when, and
// whose name stands on a report. It checks everything and does nothing.
package config

import (
	"fmt"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// Name is the file that is looked for.
const Name = ".shoplint.yaml"

// File is a configuration that has no fault.
type File struct {
	Path     string // as it was found; "" for no file
	Settings []Setting
	Shop     Shop   // what holds for every target without an entry of its own
	Shops    []Shop // one entry for each target that has one
	Rules    []RuleSetting
	Ignore   []Ignore
	Grace    int     // days in which a duty that has just begun only warns
	Rulebook law.Day // rules added after this day are notices; zero: none is
	Agency   Agency
}

// Setting is the value of a flag of check, given by the file. A flag that may
// be given several times has several Values.
type Setting struct {
	Flag   string // without dashes
	Values []string
	At     Position
}

// Shop is what is known of one shop. Empty fields are detected, as without a
// file; a flag goes before them.
type Shop struct {
	Target  string // address, folder or file, as check takes it; "" in the block for all
	URL     string // the canonical address, where the target is a preview or a folder
	Country law.Country
	SellsTo []law.Country
	Kind    string   // b2c | b2b | marketplace
	Sells   []string // goods | digital | services
	Size    string   // micro | small | large
	Pages   []Pages
	Headers []Header
	At      Position
}

// Pages are the paths on which a shop keeps pages of one kind.
type Pages struct {
	Kind  string
	Paths []string // host-free, each beginning with a slash
}

// Header is a request header whose value stands in the environment: a file
// under version control is no place for secrets.
type Header struct {
	Name string
	Env  string // name of the variable
	At   Position
}

// RuleSetting switches a rule or topic off or changes its level.
type RuleSetting struct {
	Name  string // id, alias or topic
	Off   bool
	Level rule.Level // "" with Off
	At    Position
}

// Ignore accepts the findings of a rule for a time and a reason.
type Ignore struct {
	Rule   string  // id, alias or topic
	Where  string  // glob of host-free paths, * for any run of characters; "" everywhere
	Reason string  // never empty
	Until  law.Day // the first day it no longer counts; zero: for good
	At     Position
}

// Agency is whose name stands on the HTML report.
type Agency struct {
	Name     string
	Logo     []byte // the picture itself, at most maxLogo bytes
	LogoType string // its media type
	Colour   string // #rrggbb, dark enough for white words
}

// Position is a place in a file; lines and columns count from 1.
type Position struct {
	File         string
	Line, Column int
}

// String is file:line:column, as editors and logs of pipelines expect it.
func (p Position) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// Setting is the value the file gives a flag.
func (f *File) Setting(flag string) (Setting, bool) {
	for _, s := range f.Settings {
		if s.Flag == flag {
			return s, true
		}
	}
	return Setting{}, false
}
