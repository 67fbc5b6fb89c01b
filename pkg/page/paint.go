package page

import (
	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/style"
)

// paint is a colour and who declared it. Unknown covers pictures, and colours
// that were declared in a way that is not decided.
type paint struct {
	color  style.Color
	thin   float64 // how much of what is behind shows through, from 0 to 1
	known  bool
	source string
	by     *html.Node
}

// with is a colour of letters after a declaration.
func (c paint) with(v style.Value, parent paint, n *html.Node) paint {
	switch v.Text {
	case "":
		return c
	case "inherit", "currentcolor", "unset":
		return parent
	case "initial", "canvastext":
		return paint{known: true, source: v.Source, by: n}
	}
	color, opacity, ok := style.ParseColor(v.Text)
	return paint{color: color, thin: 1 - opacity, known: ok, source: v.Source, by: n}
}

// behind is the colour behind letters after a declaration.
func (c paint) behind(v style.Value, ink paint, n *html.Node) paint {
	switch v.Text {
	case "", "initial", "unset", "none", "inherit": // the one behind it shows the same
		return c
	case "currentcolor":
		ink.by, ink.source = n, v.Source
		return ink
	}
	color, opacity, ok := style.ParseColor(v.Text)
	switch {
	case ok && opacity == 0:
		return c
	case ok && opacity < 1:
		if !c.known {
			return c
		}
		color = color.Over(c.color, opacity)
	}
	return paint{color: color, known: ok, source: v.Source, by: n}
}

// letters is the colour a text is written in: the fill where one is set.
func (at *seen) letters() paint {
	if at.fill.by != nil {
		return at.fill
	}
	return at.ink
}

// blended names the declaration that gives a text the colour of what is behind
// it, and says whether it can hardly be told from that. Where sheets were not
// read, both colours must stand on one element: others may paint between them.
func (at *seen) blended(linked bool) (why string, faint bool) {
	ink, paper := at.letters(), at.paper
	if !ink.known || ink.by == nil && paper.by == nil {
		return "", false
	}
	if ink.thin == 1 {
		return ink.source, false
	}
	if !paper.known || linked && paper.by != ink.by {
		return "", false
	}
	switch c := style.Contrast(ink.color.Over(paper.color, 1-ink.thin), paper.color); {
	case c < minContrast:
		return firstOf(ink.source, paper.source), false
	case c < lowContrast:
		return "", !linked
	}
	return "", false
}
