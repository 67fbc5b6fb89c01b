package style

import "strings"

// What is supposed of boxes whose size is not declared: that of a few words,
// or at most that of a paragraph. Pixels.
const (
	fewWords  = 100
	paragraph = 900
	oneLine   = 20
	fewLines  = 60
	manyLines = 700
	dwarf     = 0.12 // scaled by less a line of text is too small to be seen
	farDown   = 8000 // as deep as pages are, but for very few
)

// axes are the two directions of an element, with all that moves it.
func axes(get getter, v View, box Box, s Shape) (x, y axis) {
	width, height := v.size()
	fixed := s.Position == "fixed" && !box.Pinned
	x = axis{view: width, size: -1, open: !fixed && !box.Still, across: true, few: fewWords, many: paragraph, back: box.Drift.Left, forth: box.Drift.Right}
	y = axis{view: height, size: -1, open: !fixed, few: oneLine, many: manyLines, back: box.Drift.Up, forth: box.Drift.Down}
	if box.Words {
		y.many = fewLines
	}
	if big := box.Em / rootFont; big > 1 {
		x.few, x.many, y.few, y.many = x.few*big, x.many*big, y.few*big, y.many*big
	}
	for _, a := range []*axis{&x, &y} {
		a.absolute = s.Position == "absolute" || s.Position == "fixed"
		a.fixed = fixed
		a.width, a.height = width, height
		a.held = a.absolute && !fixed && (box.Held || s.Position == "fixed")
	}
	x.at, y.at = box.Left, box.Top
	u := units{em: box.Em, base: width, width: width, height: height}
	x.read(get, u, s, [4]Property{Left, Right, Width, MarginLeft})
	if f := get(Float).Text; f == "right" && !x.absolute && !box.Item && x.margin != 0 { // its right edge stays
		if x.margin = 0; x.source == get(MarginLeft).Source {
			x.source = ""
		}
	}
	d := get(Display).Text
	x.flows = !x.absolute && !s.Inline && !s.Table && !box.Item && x.size < 0 && !strings.HasPrefix(d, "inline")
	if u.base = height; !s.Inline || s.Position == "relative" {
		y.read(get, u, s, [4]Property{Top, Bottom, Height, MarginTop})
	}
	if !s.Inline {
		translated(get, box.Em, &x, &y)
	}
	y.loose, x.loose = box.Margins && y.end != nil || box.Root, box.Root && (box.Whole || !x.absolute)
	if box.Lines && y.end != nil && y.start == nil && get(MarginTop).Text == "" { // a paragraph keeps its margin below
		up := *y.end + box.Em
		y.end, y.loose = &up, false
	}
	x.written(get, box)
	return x, y
}

// away is an element placed outside of the document.
func away(get getter, v View, box Box, s Shape) Hiding {
	x, y := axes(get, v, box, s)
	if m := get(MarginLeft); (x.source == "" || x.source == m.Source) && !x.absolute && strings.HasPrefix(m.Text, "-") && strings.HasSuffix(m.Text, "%") {
		if p, ok := number(m.Text); ok && p <= -0.8 {
			return Hiding{Why: m.Source, Escapes: true, Moved: true} // it hangs on how much stands in it
		}
	}
	for _, a := range []*axis{&x, &y} {
		if a.source == "" {
			continue
		}
		if h := a.judge(); h.Why != "" {
			h.Sure = h.Sure && a.proven(get, box, s, h)
			return h
		}
	}
	return Hiding{}
}

// proven reports whether nothing else may bring into view what an axis says is
// out of it.
func (a *axis) proven(get getter, box Box, s Shape, h Hiding) bool {
	switch {
	case box.Spun || s.Spun && (h.Slack < 2*holder || a.shift != 0 || a.part != 0 || a.margin != 0):
		return false
	case s.Position == "sticky" && (a.across && s.Anchored || !a.across && s.Upright): // it stays in view
		return false
	case a.flows && a.margin != 0 && (box.Ragged || get(TextAlign).Text != ""): // its right end stays
		return false
	case h.Slack < 2*holder && enlarged(get): // it grows in all directions
		return false
	case a.across && a.size < 0 && (a.part != 0 || a.start == nil || h.Slack < holder) && widthless(get): // it has no width, and what is in it sticks out
		return false
	case box.Root && h.Slack < oneLine: // browsers give it a margin
		return false
	case a.size < 0 && (a.part != 0 || a.start == nil && a.end != nil) && get(ContentVisibility).Text == "auto": // out of view it has no size
		return false
	case box.Item && a.margin < 0: // those beside it may grow by as much
		return false
	case !h.Across && a.margin != 0 && !a.absolute && (box.Aligned || s.Aligned):
		return false
	case s.Part && a.margin != 0 || strings.HasPrefix(get(Display).Text, "ruby"):
		return false
	case s.Inline && s.Position == "static" && !box.flat(): // a margin in a line moves no block inside of it
		return false
	case !h.Across && h.Slack < 2*oneLine && (box.Tight || get(LineHeight).Text != "" || get(ContentVisibility).Text == "auto"):
		return false
	case h.Across && (get(Spacing).Text != "" || upTo(get, TextIndent, box.Em, anywhere) > max(0, h.Slack-holder)):
		return false
	case h.Slack < holder && (get(GridColumns).Text != "" || get(Columns).Text != "" || get(Spacing).Text != ""):
		return false
	}
	return a.part <= -1 || a.farEnough(get, box, h) // moved by its own size, whatever that is
}

// farEnough reports whether an element is out of view although padding, a
// border or the room for the marks of a list may come on top of its size.
func (a *axis) farEnough(get getter, box Box, h Hiding) bool {
	sides := [2]Property{PadTop, PadBottom}
	if a.across {
		sides = [2]Property{PadLeft, PadRight}
	}
	room := padding(get, sides[0], box.Em) + padding(get, sides[1], box.Em)
	if a.across && box.List && get(PadLeft).Text == "" {
		room += ListRoom
	}
	if get(Border).Text != "" {
		room += 2 * oneLine
	}
	return room == 0 || box.Bordered || h.Slack >= holder || h.Slack >= room
}

// written takes in how wide the element's text is, where it counts.
func (a *axis) written(get getter, box Box) {
	if a.source == "" || a.size >= 0 || box.Extent == nil || !a.absolute && !(a.flows && box.Plain && a.part <= -1) {
		return
	}
	room := a.view - box.Narrow
	px, _ := box.Extent()
	switch {
	case px < 0 && !a.absolute && a.part <= -2: // what is wrapped is no wider than its box
		px = room
	case px < 0:
		return
	}
	px += padding(get, PadLeft, box.Em) + padding(get, PadRight, box.Em)
	if a.absolute {
		a.many = min(a.many, max(2, px))
		a.few = min(a.few, a.many)
		return
	}
	if a.margin == 0 && a.start == nil && a.end == nil && !a.vague {
		a.tail, a.told = box.Inset+a.part*room+a.shift+px, true
	}
}

// flat reports whether nothing but a line of text stands in the element.
func (b Box) flat() bool {
	if b.Words || b.Extent == nil {
		return b.Words
	}
	_, flat := b.Extent()
	return flat
}

// widthless reports whether a containment keeps what is in a box from giving it a
// width.
func widthless(get getter) bool {
	c := get(Contain).Text
	return c == "strict" || strings.Contains(c, "size") || strings.Contains(get(ContainerType).Text, "size")
}

// enlarged reports whether an element is scaled up.
func enlarged(get getter) bool {
	t := get(Transform).Text
	return bigger(get(Scale).Text) || strings.Contains(t, "scale") && bigger(t)
}
