package rules_test

import (
	"slices"
	"testing"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/ident"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/rules"
)

// Each of the 27 states has its profile: languages, schemes of numbers that
// are known, a body of dispute resolution or an authority to turn to.
func TestEveryStateHasAProfile(t *testing.T) {
	states, err := profile.LoadStates(rules.FS())
	if err != nil {
		t.Fatal(err)
	}
	bodies, err := adr.Load(rules.FS())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range states {
		if len(s.Country.Languages()) == 0 {
			t.Errorf("%s has no language", s.Country)
		}
		// Slovenia's bodies stand on a list of its ministry of which no
		// address was found.
		if len(bodies.ByCountry(s.Country)) == 0 && s.Country != "SI" {
			t.Errorf("%s has no body of dispute resolution in adr.yaml", s.Country)
		}
		for _, scheme := range slices.Concat(s.Register, s.VAT) {
			if ident.Scheme(scheme).Country() != string(s.Country) {
				t.Errorf("%s: no scheme %s", s.Country, scheme)
			}
		}
	}
}
