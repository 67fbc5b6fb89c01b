package style

import (
	"strings"

	"golang.org/x/net/html"
)

// Own are the declarations that win on one element itself, for each view.
// Nothing is inherited in it.
type Own struct {
	set  [views][]winner
	lost bool // the page's rules cost too much to decide
}

// lost is what is known of an element of a page with too many rules.
var lost = &Own{lost: true}

// winner is the declaration that wins for its property. A later one that may
// apply, but cannot be decided, stands beside it.
type winner struct {
	Declaration
	rank   rank
	source string // selector, or "" for the style attribute
	sure   bool
}

// Value is what is declared for a property. Source names the selector and the
// declaration. Sure is false when it is not certain that it applies.
type Value struct {
	Text   string
	Source string
	Sure   bool
}

// Of gives the declarations of an element; nil when there is none.
func (c *Cascade) Of(n *html.Node) *Own {
	if o, ok := c.seen[n]; ok {
		return o
	}
	o := c.compute(n)
	c.seen[n] = o
	return o
}

func (c *Cascade) compute(n *html.Node) *Own {
	if c.matcher.broke() {
		return lost
	}
	var o *Own
	give := func(r *rule, holds verdict) {
		if o == nil {
			o = &Own{}
		}
		for _, d := range r.decls {
			o.offer(d, r, holds)
		}
	}
	c.about(n, func(r *rule) {
		switch c.matcher.match(r.sel, n) {
		case yes:
			give(r, r.holds)
		case open:
			give(r, verdict{open: r.holds.yes | r.holds.open})
		}
	})
	if c.matcher.broke() {
		return lost
	}
	if s := attr(n, "style"); s != "" {
		if decls := Inline(s); len(decls) > 0 {
			give(&rule{decls: decls, rank: rank{origin: 2}}, always)
		}
	}
	c.substitute(o, n)
	return o
}

// offer puts a declaration in where it wins.
func (o *Own) offer(d Declaration, r *rule, holds verdict) {
	w := winner{Declaration: d, rank: r.rank}
	w.rank.important = d.Important
	if r.sel != nil {
		w.source = r.sel.text
	}
	for v := range views {
		if w.sure = holds.yes.Has(v); w.sure || holds.open.Has(v) {
			o.set[v] = place(o.set[v], w)
		}
	}
}

// place keeps, for each property, the sure winner and the strongest unsure
// declaration above it.
func place(list []winner, w winner) []winner {
	out := list[:0]
	for _, old := range list {
		if old.Property == w.Property {
			if w.rank.less(old.rank) && (old.sure || old.sure == w.sure) {
				return list // a stronger one of the same kind is there
			}
			if !w.rank.less(old.rank) && (w.sure || old.sure == w.sure) {
				continue
			}
		}
		out = append(out, old)
	}
	return append(out, w)
}

// Get gives what is declared for a property in a view: the sure winner first,
// then what may override it. Both are zero when nothing is declared.
func (o *Own) Get(v View, p Property) (value, maybe Value) {
	if o == nil {
		return
	}
	for _, w := range o.set[v] {
		if w.Property != p {
			continue
		}
		if w.sure {
			value = w.value()
		} else {
			maybe = w.value()
		}
	}
	return
}

func (w winner) value() Value {
	where := w.source + " {" + w.Declaration.String() + "} in <style>"
	if w.source == "" {
		where = `style="` + w.Declaration.String() + `"`
	}
	return Value{Text: w.Value, Source: where, Sure: w.sure}
}

// substitute replaces var() by the value set on the element's or an ancestor's
// style attribute or on the root, or by its fallback.
func (c *Cascade) substitute(o *Own, n *html.Node) {
	if o == nil {
		return
	}
	for v := range views {
		for i := range o.set[v] {
			w := &o.set[v][i]
			for range maxNesting {
				if !strings.Contains(w.Value, "var(") {
					break
				}
				w.Value = c.replaceVar(w.Value, v, n)
			}
		}
	}
}

// replaceVar replaces the first var() of a value.
func (c *Cascade) replaceVar(value string, v View, n *html.Node) string {
	start := strings.Index(value, "var(")
	end := endOf(value[start+3:], '(', ')')
	if end < 0 {
		return "unknown"
	}
	name, fallback, has := strings.Cut(value[start+4:start+3+end], ",")
	set := c.lookUp(strings.TrimSpace(name), v, n)
	if set == "" {
		if set = strings.TrimSpace(fallback); !has {
			set = "unknown"
		}
	}
	if out := value[:start] + set + value[start+3+end+1:]; len(out) < 400 {
		return out
	}
	return "unknown"
}

// lookUp finds a custom property on the element, its ancestors or the root.
func (c *Cascade) lookUp(name string, v View, n *html.Node) string {
	for ; n != nil; n = n.Parent {
		s := attr(n, "style")
		if len(s) > maxSelector || !strings.Contains(s, "--") {
			continue
		}
		s = strings.ToLower(s)
		if i := strings.Index(s, name+":"); i >= 0 {
			value, _, _ := strings.Cut(s[i+len(name)+1:], ";")
			return strings.TrimSpace(value)
		}
	}
	return c.variables[name][v]
}
