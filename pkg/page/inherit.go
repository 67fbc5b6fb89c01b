package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/style"
)

// Below these a person does not see a text: its size in pixels, and its
// contrast with what is behind it.
const (
	minFont     = 1.0
	minContrast = 1.1
	farIndent   = -999.0
)

// inherit applies an element's declarations of properties that those inside
// it inherit, or paint behind them.
func (at *seen) inherit(own *style.Own, v style.View, n *html.Node) {
	if n.DataAtom == atom.A && hasAttr(n, "href") {
		at.ink = paint{} // links have colours of their own
	}
	if own == nil {
		return
	}
	on := ""
	get := func(p style.Property) style.Value {
		value, maybe := own.Get(v, p)
		if maybe.Text != "" {
			return style.Value{Text: "unknown"}
		}
		if on = ""; !strings.Contains(value.Source, "in <style>") {
			on = " on " + n.Data
		}
		value.Source += on
		return value
	}
	at.size(get(style.FontSizeOf))
	at.veil(own.Get(v, style.Visibility))
	if indent := get(style.TextIndent); indent.Text != "" && indent.Text != "inherit" {
		px, ok := style.Length(indent.Text, at.em)
		at.indent = ""
		if ok && px <= farIndent {
			at.indent = indent.Source
		}
	}
	at.ink = at.ink.with(get(style.ColorOf), n)
	at.paper = at.paper.with(get(style.Background), n)
	if picture := get(style.BackgroundImage).Text; picture != "" && picture != "none" {
		at.paper = paint{}
	}
}

func (at *seen) size(v style.Value) {
	if v.Text == "" {
		return
	}
	px, ok := style.FontSize(v.Text, at.em)
	if !ok {
		px = 16
	}
	at.em = px
	switch {
	case !ok || px >= minFont:
		at.tiny = ""
	case at.tiny == "":
		at.tiny = v.Source
	}
}

// veil applies visibility. What cannot be decided takes the veil off and
// leaves the element open.
func (at *seen) veil(value, maybe style.Value) {
	if maybe.Text != "" && veils(maybe.Text) != veils(value.Text) {
		at.maybe = firstOf(at.maybe, maybe.Source)
		at.veiled = ""
		return
	}
	switch {
	case veils(value.Text):
		at.veiled = value.Source
	case value.Text == "visible" || value.Text == "initial":
		at.veiled = ""
	}
}

func veils(visibility string) bool { return visibility == "hidden" || visibility == "collapse" }

// with is a colour after a declaration.
func (c paint) with(v style.Value, n *html.Node) paint {
	switch v.Text {
	case "", "inherit", "currentcolor", "unset":
		return c
	}
	color, clear, ok := style.ParseColor(v.Text)
	if clear && ok {
		return c
	}
	return paint{color: color, known: ok, source: v.Source, by: n}
}

// blended names the declaration that gives a text the colour of what is behind
// it. Where sheets were not read, both colours must stand on one element:
// others may paint between them.
func (at *seen) blended(linked bool) string {
	ink, paper := at.ink, at.paper
	if !ink.known || !paper.known || ink.by == nil || linked && paper.by != ink.by {
		return ""
	}
	if style.Contrast(ink.color, paper.color) >= minContrast {
		return ""
	}
	return ink.source
}
