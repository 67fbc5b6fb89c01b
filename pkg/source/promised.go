package source

import (
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// promised are the legal pages a lone page links to, one of each kind and
// language. They may hold what the page lacks, and cannot be read here.
func promised(p *page.Page) []survey.Unread {
	type sort struct {
		kind words.Kind
		lang string
	}
	seen := map[sort]bool{}
	own := ownPage(p)
	var out []survey.Unread
	for _, l := range p.Links() {
		s := sort{l.Guess.Kind, l.Guess.Language}
		if !s.kind.Legal() || seen[s] || l.NoScript || l.Target == nil || !own.elsewhere(l.Target) {
			continue
		}
		seen[s] = true
		out = append(out, survey.Unread{
			URL: l.Target.String(), Cause: survey.NoSource, Guess: l.Guess,
			Detail: "a lone page does not hold the pages it links to",
		})
	}
	return out
}

// lone is what is known about where a lone page belongs.
type lone struct {
	paths map[string]bool // the page's own
	hosts map[string]bool // the shop's, without www
}

func ownPage(p *page.Page) lone {
	o := lone{paths: map[string]bool{"/": true}, hosts: map[string]bool{"": true}}
	for _, s := range []string{p.Base, p.URL, p.CanonicalURL()} {
		if u, err := url.Parse(s); err == nil && s != "-" {
			o.paths[survey.PathOf(u)] = true
			o.hosts[site(u)] = true
		}
	}
	if len(o.hosts) == 1 {
		o.hosts[savedFrom(p)] = true
	}
	return o
}

// elsewhere reports whether an address is another page of the same shop.
func (o lone) elsewhere(u *url.URL) bool {
	return o.hosts[site(u)] && !o.paths[survey.PathOf(u)]
}

// savedFrom guesses the host of a page that a browser saved: all links were
// made absolute, so one host is linked at its front page and at three others.
// "" when no host is.
func savedFrom(p *page.Page) string {
	type tally struct {
		front bool
		paths map[string]bool
	}
	hosts := map[string]*tally{}
	for _, l := range p.Links() {
		if l.Target == nil || l.Target.Host == "" {
			continue
		}
		t := hosts[site(l.Target)]
		if t == nil {
			t = &tally{paths: map[string]bool{}}
			hosts[site(l.Target)] = t
		}
		if path := survey.PathOf(l.Target); path == "/" {
			t.front = true
		} else if len(t.paths) < 3 {
			t.paths[path] = true
		}
		if t.front && len(t.paths) == 3 {
			return site(l.Target)
		}
	}
	return ""
}

// site is the registrable domain of an address: www.shop.be and fr.shop.be
// are one shop.
func site(u *url.URL) string {
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if d, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return d
	}
	return host
}
