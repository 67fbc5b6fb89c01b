package survey

import "github.com/shoplint/shoplint/pkg/page"

// dataPhones are the telephone numbers that structured data gives, as written,
// on the pages on which a seller says who it is.
func dataPhones(p *page.Page) []string {
	if !SaysWho(p.Kind) {
		return nil
	}
	var out []string
	eachObject(p, func(o map[string]any) {
		s := textIn(o["telephone"])
		if _, ok := parsePhone(s); ok && len(out) < maxSigns {
			out = append(out, s)
		}
	})
	return out
}
