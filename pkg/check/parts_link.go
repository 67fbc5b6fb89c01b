package check

import (
	"net/url"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// link is the first link of a page that a reader sees, else a hidden one, to a
// host that the part names.
func (r PartRule) link(p *page.Page) (best survey.Evidence, found bool) {
	if len(r.Links) == 0 {
		return best, false
	}
	links := p.Links()
	for _, i := range p.Away() {
		l := &links[i]
		if l.NoScript || !onHost(l.Target, r.Links) {
			continue
		}
		e := sightEvidence(p, l.Node, partGroup(r.ID))
		if found && !e.Visible {
			continue
		}
		if placed(p) {
			locate(p, l.Node, &e)
		}
		e.Key, e.Region, e.Excerpt = normalHref(l.Href), l.Region, l.Label
		e.Values = map[string]string{"label": l.Label}
		if best, found = e, true; e.Visible {
			break
		}
	}
	return best, found
}

// onHost reports whether an address is on one of the hosts, or on one below.
func onHost(u *url.URL, hosts []string) bool {
	if u == nil || u.Host == "" || u.User != nil {
		return false
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	return slices.ContainsFunc(hosts, func(h string) bool { return host == h || strings.HasSuffix(host, "."+h) })
}
