package check

import (
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// maxEvidence bounds what one check keeps of one shop.
const maxEvidence = 1000

// targetEvidence turns a link to a named target into evidence.
func targetEvidence(p *page.Page, t survey.TargetLink, group string) survey.Evidence {
	return survey.Evidence{
		Place: t.Place, Group: group, Key: normalHref(t.Href), Region: t.Region,
		Kind: p.Kind, Language: p.Language, Certain: t.Certain, Doubt: t.Doubt, Note: t.Note,
	}
}

// mentionEvidence turns text that names a target into evidence.
func mentionEvidence(p *page.Page, m survey.Mention, group string) survey.Evidence {
	return survey.Evidence{
		Place: survey.Place{
			URL: m.URL, Selector: m.Selector, Line: m.Line, Excerpt: m.Excerpt, Visible: m.Visible, Why: m.Why, Pages: 1,
		},
		Group: group, Key: m.Key, Region: m.Region, Kind: p.Kind, Language: p.Language, Certain: m.Certain, Doubt: m.Doubt,
	}
}

// normalHref is an address as the fingerprint knows it: lower case, without
// scheme, www. and closing slash.
func normalHref(href string) string {
	h := strings.ToLower(strings.TrimSpace(href))
	for _, p := range []string{"https:", "http:", "//", "www."} {
		h = strings.TrimPrefix(h, p)
	}
	return strings.TrimSuffix(h, "/")
}

// Fold joins equal evidence of many pages into one: the first place is kept
// and the pages counted. Equal means the same check's word for it, the same
// key, the same region and the same visibility.
func Fold(all, more []survey.Evidence) []survey.Evidence {
next:
	for _, e := range more {
		for i := range all {
			if same(all[i], e) {
				merge(&all[i], e)
				continue next
			}
		}
		if len(all) < maxEvidence {
			e.Pages = 1
			e.URLs = []string{e.URL}
			e.Kinds = []words.Kind{e.Kind}
			e.Languages = []string{e.Language}
			all = append(all, e)
		}
	}
	return all
}

func same(a, b survey.Evidence) bool {
	return a.Group == b.Group && a.Key == b.Key && a.Region == b.Region && a.Visible == b.Visible && a.Why == b.Why
}

func merge(into *survey.Evidence, e survey.Evidence) {
	if !slices.Contains(into.URLs, e.URL) {
		into.Pages++
		into.URLs = append(into.URLs, e.URL)
	}
	if !slices.Contains(into.Kinds, e.Kind) {
		into.Kinds = append(into.Kinds, e.Kind)
	}
	if !slices.Contains(into.Languages, e.Language) {
		into.Languages = append(into.Languages, e.Language)
	}
	if into.Certain = into.Certain || e.Certain; into.Certain {
		into.Doubt = page.NoDoubt
	}
}
