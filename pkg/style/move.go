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

// axis is one direction of a page for one element.
type axis struct {
	view       float64 // how much of it the view shows
	size       float64 // of the element, -1 where it is not declared
	start, end *float64
	margin     float64
	shift      float64 // by transforms: pixels …
	part       float64 // … and parts of its own size
	absolute   bool
	fixed      bool
	held       bool // it hangs on a box around it that may be anywhere
	open       bool // the page goes on behind the view
	source     string
	few, many  float64
	width      float64 // of the view
	height     float64
	flows      bool // a block that is as wide as what it stands in
	loose      bool // margins that are not declared may keep it in view
}

// away is an element placed outside of the document.
func away(get getter, v View, box Box, s Shape) Hiding {
	width, height := v.size()
	fixed := s.Position == "fixed" && !box.Pinned
	x := axis{view: width, size: -1, open: !fixed && !box.Still, few: fewWords, many: paragraph}
	y := axis{view: height, size: -1, open: !fixed, few: oneLine, many: manyLines}
	if box.Words {
		y.many = fewLines
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
			h.Sure = h.Sure && !(box.Item && a.margin < 0)                        // those beside it may grow by as much
			h.Sure = h.Sure && !box.Spun && (!s.Table || a.margin == 0)           // rows and cells have no margins
			h.Sure = h.Sure && (!s.Inline || s.Position != "static" || box.Words) // a margin in a line moves no block inside of it
			return h
		}
	}
	return Hiding{}
}

// read takes offsets, size and margin along an axis.
func (a *axis) read(get getter, u units, s Shape, p [4]Property) {
	positioned := s.Position == "absolute" || s.Position == "fixed" || s.Position == "relative"
	for i, to := range []**float64{&a.start, &a.end} {
		value := get(p[i])
		if px, ok := u.length(value.Text, 0); ok && positioned {
			*to = &px
			if px < 0 || px >= a.view/2 || a.source == "" && px != 0 {
				a.source = value.Source
			}
		}
	}
	value := get(p[2])
	if px, ok := u.length(value.Text, 0); ok && (!strings.Contains(value.Text, "%") || a.absolute && !a.held) {
		a.size = px
	}
	value = get(p[3])
	if px, ok := u.length(value.Text, 0); ok {
		a.margin = px
		if px < -50 {
			a.source = value.Source
		}
	}
}

// place is where the element lies for a size and an origin of what it hangs
// on.
func (a *axis) place(size, origin float64) (from, to float64) {
	from = origin
	switch {
	case a.absolute && a.start != nil:
		from = origin + *a.start + a.margin
	case a.absolute && a.end != nil:
		from = a.view - *a.end - size
		if a.held {
			from = origin - *a.end
		}
	case a.start != nil:
		from += *a.start + a.margin
	case a.end != nil:
		from += a.margin - *a.end
	default:
		from += a.margin
	}
	from += a.shift + a.part*size
	if a.size >= 0 {
		size = max(size, a.few) // what is in a small box sticks out of it
	}
	return from, from + size
}

// judge tries the sizes and places the element may have. It is hidden when it
// is out of the page with all of them, and open when it is with what is
// likely.
func (a *axis) judge() Hiding {
	if !a.absolute && a.part == 0 { // in the flow of the page it lies within the view
		if offset, _ := a.place(0, 0); a.few == fewWords && a.view+offset < 2 {
			return Hiding{Why: a.source, Sure: true, Escapes: true, Moved: true}
		}
	}
	if from, _ := a.place(a.view, 0); a.flows && a.part < 0 && from < -a.view/7 {
		return Hiding{Why: a.source, Escapes: true, Moved: true} // what stands at its left end is gone
	}
	sizes := []float64{2, a.many}
	likely := a.few
	if a.held && a.size < 0 && a.start != nil && a.end != nil && *a.start >= -a.many {
		return Hiding{} // it spans a box that is not known
	}
	if a.size >= 0 {
		sizes, likely = []float64{a.size}, a.size
	} else if a.absolute && a.start != nil && *a.start < -a.many { // what stands in it begins there
	} else if a.absolute && !a.held && a.start != nil && a.end != nil {
		likely = max(2, a.view-*a.start-*a.end)
		sizes = []float64{likely}
	}
	origins := []float64{0}
	if a.held || !a.absolute || a.start == nil && a.end == nil {
		origins = []float64{0, a.view / 2}
		if a.few == oneLine {
			origins[1] = farDown
		}
	}
	all := true
	for _, size := range sizes {
		for _, origin := range origins {
			all = all && a.out(size, origin)
		}
	}
	switch {
	case all:
		return Hiding{Why: a.source, Sure: !a.loose, Escapes: true, Moved: true}
	case a.out(likely, 0):
		return Hiding{Why: a.source, Escapes: true, Moved: true}
	}
	return Hiding{}
}

func (a *axis) out(size, origin float64) bool {
	from, to := a.place(size, origin)
	return to < 2 || !a.open && from > a.view-2
}
