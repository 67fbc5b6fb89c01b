package profile

import (
	"maps"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/survey"
)

// agree reports whether the best weak sign may decide: a number or address in
// data or text may, a host name only when no telephone number contradicts it.
func agree(weak []Country) bool {
	if weak[0].Sign != "host" {
		return true
	}
	return !slices.ContainsFunc(weak, func(c Country) bool { return c.Country != weak[0].Country })
}

// maybe are the states that signs speak for though none decides: those of
// every proof, and the one state whose own language the shop speaks when there
// is no proof at all.
func maybe(s *survey.Survey, all []survey.Identifier, weak []Country) []law.Country {
	found := map[law.Country]Country{}
	for _, i := range all {
		if i.Form == survey.Text && i.Good() && i.Weight > 0 {
			found[law.Country(i.Scheme.Country())] = Country{}
		}
	}
	for _, w := range weak {
		found[w.Country] = w
	}
	if out := sorted(found); len(out) > 0 {
		return out
	}
	return homeOf(s.Languages())
}

// sorted are the member states among the keys, in alphabetical order.
func sorted(m map[law.Country]Country) []law.Country {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(m)), func(c law.Country) bool { return c == law.EU || !c.Member() })
}

// homeOf is the one state that speaks a shop's first language.
func homeOf(languages []string) []law.Country {
	if len(languages) == 0 {
		return nil
	}
	var out []law.Country
	for _, c := range law.States() {
		if slices.Contains(c.Languages(), languages[0]) {
			out = append(out, c)
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// Markets are the states a shop sells to besides its own, and what that was
// read off: destinations of delivery in structured data, and the regions that
// its language versions are for.
func Markets(s *survey.Survey) (states []law.Country, by string) {
	for _, list := range []struct {
		names     []string
		key, page string
	}{{s.Kind.Ships, "delivery", s.Kind.ShipsAt}, {s.Kind.Markets, "versions", s.Kind.MarketsAt}} {
		for _, n := range list.names {
			c, err := law.ParseCountry(countryName(n))
			if err != nil || !c.Member() || slices.Contains(states, c) {
				continue
			}
			states = append(states, c)
			if by == "" {
				by = strings.TrimSpace(list.key + " " + list.page)
			}
		}
	}
	return states, by
}
