package check

import (
	"maps"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// consistencyParams is a rule against pages of one shop that contradict each
// other in who sells: another company number, another domain of the e-mail
// addresses, another place.
//
//	check:
//	  kind: consistency
//
// Outcomes: agree (pass), number, domain, address (warn, the most telling
// first; the parts number, domain and address say which agree). Two values
// that stand side by side on one page are no contradiction.
type consistencyParams struct {
	Kind string `yaml:"kind"`
}

type consistencyCheck struct{ consistencyParams }

func consistencyKind() Kind {
	return Kind{
		Reasons: []string{"agree", "number", "domain", "address", "undecided"},
		For: func(r *rule.Rule) (rule.Words, error) {
			return rule.Words{Reasons: []string{"agree", "number", "domain", "address", "undecided"}, Parts: []string{"number", "domain", "address"}}, nil
		},
		New: func(r *rule.Rule, _ *words.Book) (Check, error) {
			c := &consistencyCheck{}
			return c, strict(r, &c.consistencyParams)
		},
	}
}

func (c *consistencyCheck) Needs(_ Case, s *survey.Survey) []survey.Need {
	return s.Unmet(words.Imprint, words.Terms, words.Contact)
}

func (c *consistencyCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	if !survey.SaysWho(p.Kind) {
		return Finding{}
	}
	out := Finding{Evidence: whoEvidence(p, f)}
	for _, m := range f.Emails {
		if domain := ownDomain(m); domain != "" && p.Kind != words.Privacy {
			out.Evidence = append(out.Evidence, survey.Evidence{
				Place: survey.Place{URL: p.URL, Selector: m.Selector, Line: m.Line, Excerpt: m.Excerpt, Visible: true, Pages: 1},
				Group: "mail", Key: domain, Kind: p.Kind, Language: p.Language, Certain: true, Values: map[string]string{"value": m.Address},
			})
		}
	}
	return out
}

// ownDomain is the name of an accepted address's domain without its ending:
// shop.be and shop.nl are one seller's. "" for addresses of free-mail
// providers and those that are not accepted.
func ownDomain(m survey.Email) string {
	if !m.Accepted || !m.Visible || slices.Contains(m.Notes, "free-mail") {
		return ""
	}
	_, host, _ := strings.Cut(m.Address, "@")
	labels := strings.Split(host, ".")
	if n := len(labels); n >= 3 && len(labels[n-2]) <= 3 && len(labels[n-1]) == 2 {
		return labels[n-3] // co.uk, com.pl
	} else if n >= 2 {
		return labels[n-2]
	}
	return ""
}

func (c *consistencyCheck) Judge(_ Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: true, Reason: "agree", Args: counts(s, evidence)}
	for _, q := range []struct {
		id   string
		hits []survey.Evidence
	}{
		{"number", otherNumbers(evidence)},
		{"domain", apart(pick(evidence, inGroup("mail")), false)},
		{"address", otherAddress(evidence)},
	} {
		part := Part{ID: q.id, Outcome: Pass}
		if len(q.hits) > 0 {
			part.Outcome = Warn
			if v.Outcome == Pass {
				v.Outcome, v.Reason = Warn, q.id
				var values []string
				for _, e := range q.hits {
					values = append(values, e.Values["value"])
				}
				with(with(v.Args, "detail", strings.Join(values, " / ")), "url", q.hits[0].URL)
			}
			v.Evidence = append(v.Evidence, q.hits...)
		}
		v.Parts = append(v.Parts, part)
	}
	return v
}

// otherNumbers are two good numbers of one scheme that no page names together.
// Those of a scheme without check digits, and of establishments, say too
// little.
func otherNumbers(evidence []survey.Evidence) []survey.Evidence {
	schemes := map[string][]survey.Evidence{}
	for _, e := range pick(evidence, inGroup("number")) {
		switch e.Values["scheme"] {
		case "fr-siret", "eu-oss", "eu-ioss", "nl-kvk", "de-register", "it-rea":
		default:
			if e.Values["state"] == "good" {
				schemes[e.Values["scheme"]] = append(schemes[e.Values["scheme"]], e)
			}
		}
	}
	for _, scheme := range slices.Sorted(maps.Keys(schemes)) {
		if hits := apart(schemes[scheme], true); len(hits) > 0 {
			return hits
		}
	}
	return nil
}

// otherAddress is a place in structured data that no text of the shop names,
// beside one that a text names.
func otherAddress(evidence []survey.Evidence) []survey.Evidence {
	coded := pick(evidence, func(e survey.Evidence) bool { return e.Group == "address" && e.Values["code"] != "" })
	text := pick(coded, func(e survey.Evidence) bool { return e.Visible })
	data := pick(coded, func(e survey.Evidence) bool { return !e.Visible })
	if len(text) == 0 || len(data) == 0 {
		return nil
	}
	for _, d := range data {
		if slices.ContainsFunc(text, func(t survey.Evidence) bool { return t.Values["code"] == d.Values["code"] }) {
			return nil
		}
	}
	return []survey.Evidence{data[0], text[0]}
}

// apart are two values that stand on different pages and on no page together;
// with machines, a value of structured data may be one of them.
func apart(hits []survey.Evidence, machines bool) []survey.Evidence {
	for i, a := range hits {
		for _, b := range hits[i+1:] {
			if a.Key == b.Key || !machines && !(a.Visible && b.Visible) {
				continue
			}
			if !together(a.Key, b.Key, hits) && a.Visible {
				return []survey.Evidence{a, b}
			}
		}
		if i > 50 {
			break // a page of many numbers is a list of others
		}
	}
	return nil
}

// together reports whether some page carries both values.
func together(a, b string, hits []survey.Evidence) bool {
	pages := map[string]bool{}
	for _, e := range hits {
		if e.Key == a {
			for _, u := range e.URLs {
				pages[u] = true
			}
		}
	}
	return slices.ContainsFunc(hits, func(e survey.Evidence) bool {
		return e.Key == b && slices.ContainsFunc(e.URLs, func(u string) bool { return pages[u] })
	})
}
