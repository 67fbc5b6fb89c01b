package check

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// adrEntry is one thing of the directory that a rule looks for: a body, or a
// name that a body has given up.
type adrEntry struct {
	body       adr.Body
	until      law.Day // of closed and renamed: the first day it no longer was
	confidence law.Confidence
}

// adrIndex finds entries by the words and the hosts that stand for them.
type adrIndex struct {
	entries map[string]adrEntry // by key
	phrases map[string]string   // folded phrase to key
	address map[string]bool     // folded phrases that are the host itself
	hosts   map[string]bool     // hosts of the entries, for a quick no
	dir     *adr.Directory
	list    words.List
}

func newADRIndex(p adrParams, d *adr.Directory) adrIndex {
	x := adrIndex{
		entries: map[string]adrEntry{}, phrases: map[string]string{}, address: map[string]bool{}, hosts: map[string]bool{},
		dir: d, list: words.List{Name: "adr/" + p.Of + string(p.Country), Phrases: map[string][]string{}},
	}
	for _, b := range d.All() {
		switch {
		case p.Country != "" && b.Country != p.Country:
		case p.Of == "renamed":
			for n, f := range b.Former {
				x.enter(b.ID+"/"+strconv.Itoa(n), adrEntry{b, f.Until, f.Confidence}, f.Names)
			}
		case p.Of == "named", !b.Until.IsZero():
			x.enter(b.ID, adrEntry{b, b.Until, b.Confidence}, b.Phrases())
			x.enterHosts(b)
		}
	}
	return x
}

// enter notes an entry under its phrases; of two under one phrase the first
// counts.
func (x *adrIndex) enter(key string, e adrEntry, phrases []string) {
	x.entries[key] = e
	for _, s := range phrases {
		x.phrase(s, key)
	}
}

func (x *adrIndex) phrase(s, key string) {
	folded := words.Fold(s)
	if _, known := x.phrases[folded]; known {
		return
	}
	x.phrases[folded] = key
	x.list.Phrases[words.Any] = append(x.list.Phrases[words.Any], s)
}

// enterHosts notes the addresses of a body: written in text they are phrases.
func (x *adrIndex) enterHosts(b adr.Body) {
	for _, s := range b.URLs {
		host, path, _ := strings.Cut(s, "/")
		x.hosts[host] = true
		if path == "" {
			x.address[words.Fold(host)] = true
			x.phrase(host, b.ID)
		}
	}
}

// of is the entry that a term names, and whether by its address.
func (x *adrIndex) of(t survey.Term) (key string, address bool) {
	folded := words.Fold(t.Phrase)
	return x.phrases[folded], x.address[folded]
}

// linked is the body that a link leads to.
func (x *adrIndex) linked(l *page.Link) (key string, ok bool) {
	if l.Target == nil || l.NoScript || !x.knows(l.Target) {
		return "", false
	}
	b, ok := x.dir.ByURL(l.Target)
	if !ok {
		return "", false
	}
	_, ok = x.entries[b.ID]
	return b.ID, ok
}

// knows is a quick no for the many links that lead elsewhere.
func (x *adrIndex) knows(u *url.URL) bool {
	host := strings.ToLower(u.Hostname())
	for host != "" {
		if x.hosts[host] {
			return true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return false
}
