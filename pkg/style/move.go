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

// away is an element placed outside of the document.
func away(get getter, v View, box Box, s Shape) Hiding {
	width, height := v.size()
	fixed := s.Position == "fixed" && !box.Pinned
	x := axis{view: width, size: -1, open: !fixed && !box.Still, across: true, few: fewWords, many: paragraph, back: box.Drift.Left, forth: box.Drift.Right}
	y := axis{view: height, size: -1, open: !fixed, few: oneLine, many: manyLines, back: box.Drift.Up, forth: box.Drift.Down}
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
	u := units{em: box.Em, base: width, width: width, height: height}
	x.read(get, u, s, [4]Property{Left, Right, Width, MarginLeft})
	d := get(Display).Text
	x.flows = !x.absolute && !s.Inline && !s.Table && !box.Item && x.size < 0 && !strings.HasPrefix(d, "inline")
	if m := get(MarginLeft); (x.source == "" || x.source == m.Source) && !x.absolute && strings.HasPrefix(m.Text, "-") && strings.HasSuffix(m.Text, "%") {
		if p, ok := number(m.Text); ok && p <= -0.8 {
			return Hiding{Why: m.Source, Escapes: true, Moved: true} // it hangs on how much stands in it
		}
	}
	if u.base = height; !s.Inline || s.Position == "relative" {
		y.read(get, u, s, [4]Property{Top, Bottom, Height, MarginTop})
	}
	if !s.Inline {
		translated(get, box.Em, &x, &y)
	}
	y.loose, x.loose = box.Margins && y.end != nil || box.Root, box.Root
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
	case box.Spun || s.Spun && (h.Slack < 2*holder || a.shift != 0 || a.part != 0):
		return false
	case box.Item && a.margin < 0: // those beside it may grow by as much
		return false
	case s.Table && a.margin != 0: // rows and cells have no margins
		return false
	case s.Inline && s.Position == "static" && !box.Words: // a margin in a line moves no block inside of it
		return false
	case !h.Across && h.Slack < 2*oneLine && (box.Tight || get(LineHeight).Text != "" || get(ContentVisibility).Text == "auto"):
		return false
	case h.Across && h.Slack < holder && strings.Trim(get(TextIndent).Text, "0px") != "" && !strings.HasPrefix(get(TextIndent).Text, "-"):
		return false
	case box.List && a.size >= 0 && h.Slack < 3*oneLine: // the room for its marks comes on top
		return false
	case h.Slack < holder && (get(GridColumns).Text != "" || get(Columns).Text != "" || get(Spacing).Text != "" || get(Border).Text != "" || get(PadLeft).Text != "" || get(PadTop).Text != ""):
		return false // which may come on top of its size
	}
	return true
}
