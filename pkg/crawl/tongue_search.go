package crawl

import (
	"context"
	"slices"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// hubsPerTongue is how many service pages of one language version are read
// for a legal page that the other versions have.
const hubsPerTongue = 2

// planTongues reads service pages of a language version in which a legal page
// is missing that another version has.
func (c *crawl) planTongues(context.Context, survey.Want) []*candidate {
	var out []*candidate
	for _, lang := range c.tongues() {
		if len(c.lacks(lang)) == 0 {
			continue
		}
		for _, kind := range hubKinds {
			for _, k := range c.front.open(byKind(kind)) {
				if k.lang == lang && c.tried.tongues[lang] < hubsPerTongue {
					c.tried.tongues[lang]++
					out = append(out, k)
					break // one of each kind
				}
			}
		}
	}
	return out
}

// tongues are the language versions a legal page was read in, in order.
func (c *crawl) tongues() []string {
	var out []string
	for at := range c.have {
		if at.lang != "" && !slices.Contains(out, at.lang) {
			out = append(out, at.lang)
		}
	}
	slices.Sort(out)
	return out
}

// lacks lists the legal kinds that answer in some language, but not in lang.
func (c *crawl) lacks(lang string) []words.Kind {
	var out []words.Kind
	for _, k := range words.LegalKinds {
		if c.answered(k) && c.have[kindIn{k, lang}] == 0 {
			out = append(out, k)
		}
	}
	return out
}
