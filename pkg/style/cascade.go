package style

import (
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"golang.org/x/net/html"
)

// Cascade holds the rules of a page's style sheets, by the id, class or tag
// of the element they are about. It is for one goroutine.
type Cascade struct {
	Imports []string // addresses of sheets that @import names; they are not read

	byID, byClass, byTag map[string][]*rule
	others               []*rule
	rules                int
	faults               int
	variables            map[string][views]string
	matcher              matcher
	seen                 map[*html.Node]*Own
	shared               bool // what the rules are found by belongs to another cascade too
}

// rule is one selector with its declarations.
type rule struct {
	sel   *selector
	decls []Declaration
	holds verdict
	rank  rank
}

// rank orders declarations: importance, then inline, layers, specificity and
// place in the sheets.
type rank struct {
	important bool
	origin    int // 0 layered, 1 sheet, 2 style attribute
	weight    specificity
	order     int
}

func (a rank) less(b rank) bool {
	if a.important != b.important {
		return b.important
	}
	if a.origin != b.origin {
		return a.origin < b.origin
	}
	if a.weight != b.weight {
		return a.weight.less(b.weight)
	}
	return a.order < b.order
}

// New gives a cascade without rules: only style attributes count.
func New() *Cascade {
	return &Cascade{
		byID: map[string][]*rule{}, byClass: map[string][]*rule{}, byTag: map[string][]*rule{},
		variables: map[string][views]string{}, seen: map[*html.Node]*Own{},
	}
}

// Add reads one sheet, with the media attribute of its element. Sheets are
// added in document order, before the first question.
func (c *Cascade) Add(text, mediaList string) {
	c.unshare()
	c.read(text, block{holds: media(mediaList)}, 0)
}

// file puts a rule where elements it may be about are looked up.
func (c *Cascade) file(s *selector, decls []Declaration, b block) {
	if s.dead {
		return
	}
	r := &rule{sel: s, decls: decls, holds: b.holds, rank: rank{origin: 1, weight: s.weight, order: c.rules}}
	if b.layered {
		r.rank.origin = 0
	}
	c.rules++
	switch last := &s.parts[len(s.parts)-1]; {
	case last.id != "":
		c.byID[last.id] = append(c.byID[last.id], r)
	case len(last.classes) > 0:
		c.byClass[last.classes[0]] = append(c.byClass[last.classes[0]], r)
	case last.tag != "":
		c.byTag[last.tag] = append(c.byTag[last.tag], r)
	default:
		c.others = append(c.others, r)
	}
}

func (c *Cascade) setVariable(name, value string, holds verdict) {
	v := c.variables[name]
	for view := range views {
		if holds.yes.Has(view) {
			v[view] = value
		} else if holds.open.Has(view) {
			v[view] = "unknown"
		}
	}
	c.variables[name] = v
}

// about calls f for every rule that may be about an element.
func (c *Cascade) about(n *html.Node, f func(*rule)) {
	each := func(list []*rule) {
		for _, r := range list {
			if c.matcher.broke() {
				return
			}
			f(r)
		}
	}
	each(c.others)
	each(c.byTag[strings.ToLower(n.Data)])
	if id := attr(n, "id"); id != "" {
		each(c.byID[id])
	}
	if len(c.byClass) == 0 {
		return
	}
	var met []string
	for _, class := range strings.Fields(attr(n, "class")) {
		if len(met) < 100 && !slices.Contains(met, class) {
			met = append(met, class)
			each(c.byClass[class])
		}
	}
}

// Inline reads the declarations of a style attribute that can hide.
func Inline(text string) []Declaration {
	if text == "" || len(text) > 1<<16 {
		return nil
	}
	var out []Declaration
	p := css.NewParser(parse.NewInputString(text), true)
	for len(out) < 100 {
		kind, _, data := p.Next()
		if kind == css.ErrorGrammar && !p.HasParseError() {
			break
		}
		if kind == css.DeclarationGrammar {
			var b strings.Builder
			for _, t := range p.Values() {
				b.Write(t.Data)
			}
			out = append(out, declare(strings.ToLower(string(data)), b.String())...)
		}
	}
	return out
}
