package audit

import (
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// sink collects what the source reads of one shop.
type sink struct {
	a        *Auditor
	survey   *survey.Survey
	extract  *survey.Extractor
	evidence [][]survey.Evidence // by check
	follow   []survey.Follow
	asked    map[string]bool
	sheets   *page.Sheets

	mu     sync.Mutex
	broken map[int]string // check -> what made it panic

	judged []bool     // by check: is it judged for the case below
	of     check.Case // … as the last wave left it
}

func newSink(a *Auditor, target string, src survey.Source) *sink {
	k := &sink{
		a: a, survey: survey.New(target, src), evidence: make([][]survey.Evidence, len(a.checks)),
		asked: map[string]bool{}, broken: map[int]string{}, sheets: page.NewSheets(nil),
	}
	if u, err := url.Parse(target); err == nil && src == survey.Live {
		k.survey.Host = u.Hostname()
	}
	k.extract = a.extract.For(k.survey.Host)
	return k
}

// Inspect lets every check look at one page. It is called from the goroutine
// that parsed the page; nothing of the page's tree is kept.
func (k *sink) Inspect(p *page.Page) *survey.Record {
	p.ShareSheets(k.sheets)
	r := &survey.Record{Page: survey.PageOf(p), Aliases: append([]string{p.Requested}, p.Hops...)}
	if !k.guard(-1, func() { r.Facts = k.extract.Facts(p) }) {
		r.Page.Truncated = true // what could not be read to the end may hold more
	}
	r.Evidence = make([][]survey.Evidence, len(k.a.checks))
	for i, c := range k.a.checks {
		k.guard(i, func() {
			f := c.Inspect(p, &r.Facts)
			r.Evidence[i] = f.Evidence
			r.Follow = append(r.Follow, f.Follow...)
		})
	}
	own(r)
	r.Links = edges(p)
	return r
}

// guard runs f; a panic breaks only the check it happened in.
func (k *sink) guard(i int, f func()) (whole bool) {
	defer func() {
		if v := recover(); v != nil {
			k.mu.Lock()
			k.broken[i] = fmt.Sprint(v)
			k.mu.Unlock()
		}
	}()
	f()
	return true
}

// maxEdges bounds the links that are kept of one page.
const maxEdges = 5000

// edges are the links of a page to pages of the same shop, each target once.
func edges(p *page.Page) []survey.Edge {
	if p.Address == nil {
		return nil
	}
	host := p.Address.Host
	if u, err := url.Parse(p.CanonicalURL()); err == nil && host == "" {
		host = u.Host // what a file says of where it is published
	}
	links := p.Links()
	seen := make(map[string]bool, len(links))
	out := make([]survey.Edge, 0, len(links)*3/4+1)
	if to := survey.Key(p.MetaRefresh()); to != "" {
		out = append(out, survey.Edge{To: to})
	}
	for i := range links {
		l := &links[i]
		t := l.Target
		bare, _, _ := strings.Cut(l.Href, "#")
		if t == nil || bare == "" || l.NoScript || t.Host != host && t.Host != p.Address.Host || seen[bare] || len(out) >= maxEdges {
			continue
		}
		seen[bare] = true // as written: the few that differ only in form are joined by their key later
		key := survey.KeyOf(t)
		out = append(out, survey.Edge{To: key, Guess: l.Guess, Region: l.Region})
	}
	return out
}

// Take keeps the record of a page, in reading order.
func (k *sink) Take(r *survey.Record) {
	k.survey.Add(r)
	for i, e := range r.Evidence {
		k.evidence[i] = check.Fold(k.evidence[i], e)
	}
	for _, f := range r.Follow {
		if !k.asked[f.URL] {
			k.asked[f.URL] = true
			k.follow = append(k.follow, f)
		}
	}
}

// Miss keeps an address that could not be read.
func (k *sink) Miss(u survey.Unread) { k.survey.Miss(u) }

// Want asks every check in force what it still must have read; what several
// ask for is wanted once.
func (k *sink) Want() survey.Want {
	w := survey.Want{Follow: k.follow}
	k.follow = nil
	cs, _ := k.a.caseOf(k.survey)
	judged := k.wanted(cs)
	for i, c := range k.a.checks {
		if !judged[i] {
			continue
		}
		for _, n := range c.Needs(cs, k.survey) {
			if !slices.Contains(w.Needs, n) {
				w.Needs = append(w.Needs, n)
			}
		}
	}
	sought := slices.ContainsFunc(w.Needs, func(n survey.Need) bool { return !n.Sample })
	w.Enough = !sought && len(w.Follow) == 0
	return w
}

// wanted says of each check whether it is judged for a case. Most waves tell
// nothing new of the seller, so the law is asked again only when they do.
func (k *sink) wanted(cs check.Case) []bool {
	if k.judged != nil && reflect.DeepEqual(cs, k.of) {
		return k.judged
	}
	k.of, k.judged = cs, make([]bool, len(k.a.checks))
	for i := range k.a.checks {
		k.judged[i] = k.a.wanted(i, cs)
	}
	return k.judged
}
