package survey

import (
	"net/url"
	"strings"

	"github.com/shoplint/shoplint/pkg/contact"
	"github.com/shoplint/shoplint/pkg/page"
)

// knownHost is the shop's host: as given when it is a name of the public
// Internet, else that of the page's canonical address.
func knownHost(p *page.Page, given string) string {
	if _, err := contact.New("x", given); err == nil {
		return given
	}
	u, err := url.Parse(p.CanonicalURL())
	if err != nil {
		return ""
	}
	if _, err := contact.New("x", u.Hostname()); err != nil {
		return ""
	}
	return u.Hostname()
}

// maker gives the domain of an address when the page names it as the maker of
// the site: a link to that domain in a line such as "Website by …".
func (w *emailWalk) maker(a contact.Address) []string {
	d := a.Domain()
	if w.shop != "" && d == contact.Registrable(w.shop) {
		return nil
	}
	made, asked := w.credits[d]
	if !asked {
		made = w.credited(d)
		if w.credits == nil {
			w.credits = map[string]bool{}
		}
		w.credits[d] = made
	}
	if made {
		return []string{d}
	}
	return nil
}

// credited looks for the credit among the links to a domain.
func (w *emailWalk) credited(domain string) bool {
	asked := 0
	for _, l := range w.page.Links() {
		if !strings.Contains(l.Href, domain) || !strings.Contains(l.Href, "//") || asked > 20 {
			continue
		}
		asked++
		before, _ := textBeside(l.Node)
		if w.judge.Credit(before) || w.judge.Credit(l.Label) {
			return true
		}
	}
	return false
}
