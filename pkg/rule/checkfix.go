package rule

import (
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
)

// checkFix wants a known kind of fix, and steps and snippets with ids of their
// own, valid days and countries, and reasons that the check knows.
func (c *checker) checkFix(r *Rule) {
	c.among(at("fix", "kind"), "fix kind", r.Fix.Kind, "remove", "replace", "add", "needs-file", "needs-function")
	c.among(at("fix", "who"), "who", r.Fix.Who, "owner", "developer", "lawyer")
	if r.Fix.Where != "" {
		c.among(at("fix", "where"), "where", r.Fix.Where, Places...)
	}
	if r.Fix.Minutes <= 0 {
		c.fault(at("fix"), "minutes must be more than 0: how long the fix takes")
	}
	seen := map[string]bool{}
	for i, s := range r.Fix.Steps {
		where := at("fix", "steps", i)
		c.checkPart(where, "step", s.ID, seen, s.Interval, s.Countries)
		for _, reason := range s.Reasons {
			if !slices.Contains(c.kind.Reasons, reason) {
				c.fault(where, "step %q is for the reason %q, which this kind of check never gives", s.ID, reason)
			}
		}
	}
	clear(seen)
	for i, s := range r.Fix.Snippets {
		where := at("fix", "snippets", i)
		c.checkPart(where, "snippet", s.ID, seen, s.Interval, s.Countries)
		c.among(where, "do", s.Do, "add", "replace", "offer")
	}
}

func (c *checker) checkPart(where []any, what, id string, seen map[string]bool, days law.Interval, countries []law.Country) {
	if id == "" || seen[id] {
		c.fault(where, "%s %q needs an id of its own", what, id)
	}
	seen[id] = true
	c.checkDays(where, days)
	c.checkCountries(where, countries)
}

func (c *checker) among(where []any, what, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		c.fault(where, "%s is %q: use one of %s", what, value, strings.Join(allowed, ", "))
	}
}

func (c *checker) checkDays(where []any, days law.Interval) {
	if err := days.Valid(); err != nil {
		c.fault(where, "%v", err)
	}
}

func (c *checker) checkCountries(where []any, countries []law.Country) {
	for _, country := range countries {
		if !state(country) {
			c.fault(where, "%q is no member state: use two capital letters such as BE", country)
		}
	}
}

// state reports whether c is one of the 27, written as the book writes them.
func state(c law.Country) bool { return c != law.EU && c.Member() }
