package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/style"
)

// Below these a person does not see a text, or sees it badly: its size in
// pixels, and its contrast with what is behind it.
const (
	minFont     = 1.0
	minContrast = 1.1
	lowContrast = 3.0
	farIndent   = -900.0
)

// inherit applies an element's declarations of properties that those inside
// it inherit, or paint behind them. What may or may not apply takes effect
// only where it shows what would be hidden.
func (at *seen) inherit(p *Page, t *trait, v style.View, n *html.Node) {
	parent, own := *at, t.own
	at.byTag(p, n)
	if own == nil {
		return
	}
	get := func(prop style.Property) style.Value {
		value, maybe := own.Get(v, prop)
		for _, m := range maybe {
			if m.Text != value.Text && !(none(m.Text) && none(value.Text) && (prop == style.Background || prop == style.BackgroundImage || prop == style.BackgroundClip)) {
				return style.Value{Text: "unknown"}
			}
		}
		if value.Source != "" && !strings.Contains(value.Source, "} in ") {
			value.Source += " on " + n.Data
		}
		return value
	}
	at.size(get(style.FontSizeOf), &parent)
	before := at.veiled
	at.veil(own.Get(v, style.Visibility))
	if at.veiled != "" && at.veiled != before && t.opens {
		at.veiled, at.note = before, firstOf(at.note, "opened by a click")
	}
	at.ink = at.ink.with(get(style.ColorOf), parent.ink, n)
	switch fill := get(style.TextFill); fill.Text {
	case "initial", "currentcolor":
		at.fill = paint{} // the colour of the text fills it
	default:
		at.fill = at.fill.with(fill, parent.fill, n)
	}
	at.paper = at.paper.behind(get(style.Background), at.ink, n)
	switch picture := get(style.BackgroundImage).Text; picture {
	case "", "none", "initial", "unset":
	default:
		at.paper = paint{}
	}
	if clip := get(style.BackgroundClip).Text; clip == "text" || clip == "unknown" {
		at.ink, at.fill = paint{}, paint{} // the background is what is seen of the letters
	}
}

// none reports whether a value is what stands where nothing is declared, for
// properties that nothing inherits.
func none(value string) bool {
	return value == "" || value == "border-box" || value == "none" || value == "initial" || value == "unset"
}

// byTag is what browsers, and attributes older than style sheets, set.
func (at *seen) byTag(p *Page, n *html.Node) {
	switch n.DataAtom {
	case atom.A:
		if hasAttr(n, "href") {
			at.ink = paint{color: style.Color{B: 238}, known: len(p.sights.unread) == 0, source: "a link's own colour", by: n}
		}
	case atom.Button, atom.Input, atom.Select, atom.Textarea:
		at.em, at.tiny, at.spec, at.indent = 40.0/3, "", "", ""
		at.ink, at.fill, at.paper = paint{known: true}, paint{}, paint{}
	case atom.Table:
		at.spec, at.indent = "", ""
	case atom.Mark:
		at.ink, at.paper = paint{known: true}, paint{color: style.Color{R: 255, G: 255}, known: true}
	case atom.Font:
		if c, _, ok := style.ParseColor(attr(n, "color")); ok {
			at.ink = paint{color: c, known: true, source: `color="` + attr(n, "color") + `"`, by: n}
		}
	case atom.Body:
		if c, _, ok := style.ParseColor(attr(n, "text")); ok {
			at.ink = paint{color: c, known: true, source: `text="` + attr(n, "text") + `"`, by: n}
		}
	}
	switch n.DataAtom {
	case atom.Body, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot:
		if bg := attr(n, "bgcolor"); bg != "" {
			c, _, ok := style.ParseColor(bg)
			at.paper = paint{color: c, known: ok, by: n}
		}
		if attr(n, "background") != "" {
			at.paper = paint{}
		}
	}
}

func (at *seen) size(v style.Value, parent *seen) {
	switch v.Text {
	case "":
		return
	case "inherit", "unset":
		at.em, at.tiny = parent.em, parent.tiny
		return
	}
	px, ok := style.FontSize(v.Text, parent.em)
	if !ok {
		px = 16
	}
	at.em = px
	switch {
	case !ok || px >= minFont || px > 0 && relative(v.Text): // browsers keep relative sizes legible
		at.tiny = ""
	case at.tiny == "":
		at.tiny = v.Source
	}
}

// relative reports whether a font size is a part of the size around it.
func relative(size string) bool {
	return strings.HasSuffix(size, "%") || strings.HasSuffix(size, "em") && !strings.HasSuffix(size, "rem") || size == "smaller"
}

// veil applies visibility. What cannot be decided takes the veil off and
// leaves the element open.
func (at *seen) veil(value style.Value, maybe []style.Value) {
	for _, m := range maybe {
		if veils(m.Text) != veils(value.Text) {
			at.maybe = firstOf(at.maybe, m.Source)
			at.veiled = ""
			return
		}
	}
	switch {
	case veils(value.Text):
		at.veiled = value.Source
	case value.Text == "visible" || value.Text == "initial":
		at.veiled = ""
	case value.Text == "unknown":
		at.maybe = firstOf(at.maybe, value.Source)
		at.veiled = ""
	}
}

func veils(visibility string) bool { return visibility == "hidden" || visibility == "collapse" }

// percentage reads a length that is a part of another, in percent.
func percentage(value string) (part float64, ok bool) {
	text, ok := strings.CutSuffix(value, "%")
	part, err := strconv.ParseFloat(text, 64)
	return part, ok && err == nil
}
