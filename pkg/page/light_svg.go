package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// Drawings have rules of their own: names that keep their capitals, tags that
// close themselves, elements that end the drawing. Only the plain ones are
// read here.

// svgNames are the elements of a drawing that are read, as they are kept.
var svgNames = map[string]string{
	"g": "g", "path": "path", "circle": "circle", "rect": "rect", "line": "line", "polyline": "polyline",
	"polygon": "polygon", "ellipse": "ellipse", "use": "use", "defs": "defs", "symbol": "symbol", "stop": "stop",
	"text": "text", "tspan": "tspan", "mask": "mask", "title": "title", "desc": "desc", "animate": "animate",
	"lineargradient": "linearGradient", "radialgradient": "radialGradient", "clippath": "clipPath",
	"animatetransform": "animateTransform",
}

// svgAttrs are the attributes of drawings that are read, as they are kept.
// Those with a prefix get it as their name space.
var svgAttrs = func() map[string]string {
	m := map[string]string{}
	for _, k := range strings.Fields("viewBox preserveAspectRatio gradientUnits gradientTransform clipPathUnits maskUnits " +
		"repeatCount attributeName class id style width height x y x1 x2 y1 y2 cx cy r rx ry d points transform fill " +
		"fill-rule fill-opacity clip-rule clip-path stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit " +
		"stroke-opacity stroke-dasharray opacity offset stop-color stop-opacity mask role focusable tabindex xmlns version " +
		"href dur begin from to values type title name overflow display color font-size font-family font-weight " +
		"text-anchor vector-effect xlink:href xmlns:xlink xml:space") {
		m[strings.ToLower(k)] = k
	}
	return m
}()

// adjust gives the attributes of the open element the form they have in a
// drawing.
func (b *lightBuilder) adjust() {
	attrs := b.top().Attr
	for i := range attrs {
		a := &attrs[i]
		kept, known := svgAttrs[a.Key]
		if !known {
			if strings.HasPrefix(a.Key, "data-") || strings.HasPrefix(a.Key, "aria-") {
				continue
			}
			b.refuse()
			return
		}
		a.Key = kept
		if space, name, ok := strings.Cut(kept, ":"); ok {
			a.Namespace, a.Key = space, name
		}
	}
}

// foreign opens an element of a drawing.
func (b *lightBuilder) foreign(tag atom.Atom, name string, closed bool) {
	kept, known := svgNames[name]
	if top := b.top().Data; !known || top == "title" || top == "desc" {
		b.refuse()
		return
	}
	if kept != name {
		tag = atom.Lookup([]byte(kept))
	}
	b.push(tag, kept)
	b.top().Namespace = "svg"
	b.adjust()
	if closed {
		b.pop()
	}
}

// foreignEnd closes the open element of a drawing.
func (b *lightBuilder) foreignEnd(name string) {
	if !strings.EqualFold(b.top().Data, name) {
		b.refuse()
		return
	}
	b.pop()
}
