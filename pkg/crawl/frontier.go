package crawl

import (
	"net/url"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/words"
)

// maxKnown bounds the addresses that are remembered for one shop, whatever
// its pages link.
const maxKnown = 50_000

// frontier knows every address seen and which are settled. Nothing is claimed
// twice, so nothing is read twice.
type frontier struct {
	known    map[string]*candidate
	list     []*candidate   // in order of first sight
	variants map[string]int // addresses with a query, by path and route
	shapes   map[string]int // addresses asked for, by template
	read     map[string]int // … and pages read
	limit    int            // query variants of one path
	dropped  bool
	head     int // everything before it is settled
}

func newFrontier(o Options) frontier {
	return frontier{known: map[string]*candidate{}, variants: map[string]int{}, shapes: map[string]int{}, read: map[string]int{}, limit: o.QueryVariants}
}

// add remembers a candidate. One that is known keeps its place and takes the
// better guess; nil is returned for it, and for one that a budget refuses.
func (f *frontier) add(k *candidate) *candidate {
	if old := f.known[k.key]; old != nil && k.key != "" {
		old.better(k)
		return nil
	}
	if len(f.list) >= maxKnown {
		f.dropped = true
		return nil
	}
	if k.url.RawQuery != "" && !k.wanted() {
		r := routed(k.url)
		if f.variants[r] >= f.limit {
			return nil
		}
		f.variants[r]++
	}
	k.url = detached(k.url)
	k.order = len(f.list)
	f.list = append(f.list, k)
	if k.key != "" {
		f.known[k.key] = k
	}
	return k
}

// detached is an address that shares no memory with the page it was read off:
// a link is a stretch of its page's text and would keep all of it alive.
func detached(u *url.URL) *url.URL {
	return &url.URL{
		Scheme: strings.Clone(u.Scheme), Host: strings.Clone(u.Host),
		Path: strings.Clone(u.Path), RawPath: strings.Clone(u.RawPath), RawQuery: strings.Clone(u.RawQuery),
	}
}

// better takes over what a later link says more clearly.
func (k *candidate) better(n *candidate) {
	if k.taken {
		return
	}
	if n.guess.Score > k.guess.Score {
		k.guess, k.region = n.guess, n.region
		if n.lang != "" {
			k.lang = n.lang
		}
	}
	k.linked = k.linked || n.linked
	k.probe = k.probe && n.probe
	k.follow = k.follow || n.follow
	k.version = k.version || n.version
	k.depth = min(k.depth, n.depth)
}

// claim marks an address as settled by k and reports whether it was free. An
// address k holds itself counts as free: a shop may send a visitor round once.
func (f *frontier) claim(key string, k *candidate) bool {
	old := f.known[key]
	if old == nil {
		f.known[key] = k
		return true
	}
	if old == k {
		return true
	}
	if old.taken {
		return false
	}
	old.taken = true
	f.known[key] = k
	return true
}

// open lists the candidates that are not settled and that pass, the most
// worth first.
func (f *frontier) open(pass func(*candidate) bool) []*candidate {
	out := f.pending(pass, len(f.list))
	slices.SortStableFunc(out, worth)
	return out
}

// pending lists at most n candidates that are not settled, in order of sight.
func (f *frontier) pending(pass func(*candidate) bool, n int) []*candidate {
	for f.head < len(f.list) && f.list[f.head].taken {
		f.head++
	}
	var out []*candidate
	for _, k := range f.list[f.head:] {
		if len(out) >= n {
			break
		}
		if !k.taken && pass(k) {
			out = append(out, k)
		}
	}
	return out
}

// byKind passes candidates of one kind.
func byKind(kind words.Kind) func(*candidate) bool {
	return func(k *candidate) bool { return k.guess.Kind == kind }
}
