package cmd

import (
	"bytes"
	"net/url"
	"strings"
	"sync"

	"github.com/PuerkitoBio/goquery"

	"github.com/shoplint/shoplint/pkg/baseline"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// tuned is a sink to which a configuration has something to say: where pages
// of a kind are, which address is the shop's own, what its pages accept.
type tuned struct {
	survey.Sink
	book  *rule.Book
	rules []string              // ids, in the order of a record's evidence
	kinds map[string]words.Kind // by host-free path
	own   string                // host of the canonical address of a live preview
	at    *url.URL              // the address that is read; nil for files
	fault func(string)          // a mark that cannot be read

	mu     sync.Mutex
	marks  *baseline.Marks // nil: none are read
	follow []survey.Follow
}

// tune wraps a sink where there is something to say.
func (r *run) tune(t target, sink survey.Sink) survey.Sink {
	a := r.apart[t.name]
	if a == nil {
		return sink
	}
	x := &tuned{
		Sink: sink, book: r.book.Rules, rules: a.auditor.Rules(), kinds: map[string]words.Kind{}, marks: a.marks,
		fault: func(s string) { r.app.note(r.opts, s) },
	}
	if t.source == survey.Live {
		x.at, _ = url.Parse(t.name)
	}
	if own, err := url.Parse(a.shop.URL); err == nil && x.at != nil && own.Host != x.at.Host {
		x.own = strings.TrimPrefix(own.Host, "www.")
	}
	for _, p := range a.shop.Pages {
		for _, path := range p.Paths {
			u, err := url.Parse(path)
			if err != nil {
				continue
			}
			x.kinds[survey.PathOf(u)] = words.Kind(p.Kind)
			if x.at != nil {
				x.follow = append(x.follow, survey.Follow{URL: x.at.ResolveReference(u).String(), Purpose: p.Kind})
			}
		}
	}
	return x
}

// Inspect sets what the configuration knows of a page before the checks see
// it, and reads its marks afterwards.
func (x *tuned) Inspect(p *page.Page) *survey.Record {
	if k := x.kinds[survey.Path(p.URL)]; k != "" {
		p.Kind = k
	}
	if x.own != "" {
		x.claim(p)
	}
	r := x.Sink.Inspect(p)
	if x.marks != nil {
		x.mu.Lock()
		defer x.mu.Unlock()
		x.marks.Page(p.URL, p.Via == "start")
		if bytes.Contains(p.Body, []byte(markName)) {
			x.read(p, r)
		}
	}
	return r
}

// claim leads links to the canonical address to the preview that is read.
func (x *tuned) claim(p *page.Page) {
	for _, l := range p.Links() {
		if l.Target != nil && strings.TrimPrefix(l.Target.Host, "www.") == x.own {
			l.Target.Scheme, l.Target.Host = x.at.Scheme, x.at.Host
		}
	}
}

// Want asks for the pages of the configuration once, with the first wave.
func (x *tuned) Want() survey.Want {
	w := x.Sink.Want()
	if len(x.follow) > 0 {
		w.Follow, w.Enough = append(x.follow, w.Follow...), false
		x.follow = nil
	}
	return w
}

// markName is the attribute by which a built page accepts a finding.
const markName = "data-shoplint-ignore"

// maxMark caps the reason of a mark, in bytes.
const maxMark = 300

// read notes the marks of a page: whole pages by <html> and <body>, else every
// place inside a marked element.
func (x *tuned) read(p *page.Page, r *survey.Record) {
	doc := p.Doc()
	doc.Find("[" + markName + "]").Each(func(_ int, s *goquery.Selection) {
		name := goquery.NodeName(s)
		for id, reason := range x.parse(p, s) {
			if name == "html" || name == "body" {
				x.marks.Whole(id, p.URL, reason)
			}
		}
	})
	for i, list := range r.Evidence {
		if i < len(x.rules) {
			x.places(p, doc, x.rules[i], list)
		}
	}
}

// places notes what a rule sees under a key, where all of it is marked.
func (x *tuned) places(p *page.Page, doc *goquery.Document, id string, list []survey.Evidence) {
	marked := map[string]string{}
	open := map[string]bool{}
	for _, e := range list {
		reason := ""
		if e.Selector != "" {
			reason = x.around(p, doc.Find(e.Selector), id)
		}
		marked[e.Key] = reason
		open[e.Key] = open[e.Key] || reason == ""
	}
	for key, reason := range marked {
		if !open[key] {
			x.marks.Place(id, p.URL, key, reason)
		}
	}
}

// around is the reason of the mark on or around every element of a selection.
func (x *tuned) around(p *page.Page, all *goquery.Selection, id string) string {
	first := ""
	for i := range all.Nodes {
		reason := ""
		for s := all.Eq(i); s.Length() > 0 && reason == ""; s = s.Parent() {
			if _, marked := s.Attr(markName); marked {
				reason = x.parse(nil, s)[id]
			}
		}
		if reason == "" {
			return ""
		}
		first = reason
	}
	return first
}

// parse reads "rule: reason"; the reason by the id of each rule that is meant.
// With a page, a mark that says something else is told of.
func (x *tuned) parse(p *page.Page, s *goquery.Selection) map[string]string {
	value := s.AttrOr(markName, "")
	name, reason, _ := strings.Cut(value, ":")
	reason = strings.TrimSpace(reason)
	found := x.book.Find(strings.TrimSpace(name))
	if len(found) == 0 || reason == "" {
		if p != nil {
			x.fault(survey.Path(p.URL) + ": " + markName + ` needs a rule and a reason, as in "odr-link-stale: an old post"; got "` + value[:min(len(value), 80)] + `"`)
		}
		return nil
	}
	out := map[string]string{}
	for _, r := range found {
		out[r.ID] = strings.ToValidUTF8(reason[:min(len(reason), maxMark)], "")
	}
	return out
}
