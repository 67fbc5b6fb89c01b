package page

import "strings"

// Generator is the software that the page names as its maker, in
// <meta name=generator>; "" when it names none.
func (p *Page) Generator() string {
	for _, n := range p.found.metas {
		if strings.EqualFold(strings.TrimSpace(attr(n, "name")), "generator") {
			return strings.TrimSpace(attr(n, "content"))
		}
	}
	return ""
}

// LinkedFiles are the addresses, as written, that <link> names: style sheets,
// icons, files to load early.
func (p *Page) LinkedFiles() []string {
	var out []string
	for _, n := range p.found.relLink {
		if href := strings.TrimSpace(attr(n, "href")); href != "" {
			out = append(out, href)
		}
	}
	return out
}
