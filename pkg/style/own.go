package style

import "golang.org/x/net/html/atom"

// Own are the declarations that apply to one element itself, for each view.
// Nothing is inherited in it.
type Own struct {
	set  [views][]candidateValue // the strongest first
	has  [views]uint64           // the properties in it, one bit each
	sets []variables
	lost bool // the page's rules cost too much to decide
}

// variables are the custom properties of one rule on an element.
type variables struct {
	vars  []variable
	rank  rank
	holds verdict
}

// lost is what is known of an element of a page with too many rules.
var lost = &Own{lost: true}

// candidateValue is a declaration that applies, or may.
type candidateValue struct {
	Declaration
	rank   rank
	source string // selector, or "" for the style attribute
	in     string // the name of its sheet
	sure   bool
}

// Value is what is declared for a property. Source names the selector and the
// declaration. Sure is false when it is not certain that it applies.
type Value struct {
	Text   string
	Source string
	Sure   bool
}

// byTag is how browsers lay out an element by itself.
func byTag(tag atom.Atom) string {
	switch tag {
	case atom.A, atom.Abbr, atom.B, atom.Cite, atom.Code, atom.Em, atom.Font, atom.I, atom.Label, atom.Mark, atom.S,
		atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.U:
		return "inline"
	case atom.Table:
		return "table"
	case atom.Tbody, atom.Thead, atom.Tfoot:
		return "table-row-group"
	case atom.Tr:
		return "table-row"
	case atom.Td, atom.Th:
		return "table-cell"
	}
	return "block"
}

// Get gives what is declared for a property in a view, and what may override
// it, the strongest first. The first is zero when nothing is declared;
// "revert" leaves what the browser's own sheet says, which is nothing too.
func (o *Own) Get(v View, p Property) (value Value, maybe []Value) {
	if o == nil || o.has[v]>>p&1 == 0 {
		return
	}
	var gone *rank // revert-layer: what is of this layer is passed over
	for i := range o.set[v] {
		w := &o.set[v][i]
		if w.Property != p || gone != nil && w.rank.sameLayer(*gone) {
			continue
		}
		text := w.Value
		if text == "revert-layer" && w.sure {
			gone = &w.rank
			continue
		}
		if text == "revert" || text == "revert-layer" {
			text = ""
		}
		out := Value{Text: text, Source: w.where(), Sure: w.sure}
		if w.sure {
			return out, maybe
		}
		if len(maybe) < 8 {
			maybe = append(maybe, out)
		}
	}
	return value, maybe
}

func (a rank) sameLayer(b rank) bool {
	return a.inline == b.inline && a.layer == b.layer
}

// where names a declaration for a reader.
func (w *candidateValue) where() string {
	if w.source == "" {
		return `style="` + w.Declaration.String() + `"`
	}
	return w.source + " {" + w.Declaration.String() + "} in " + w.in
}
