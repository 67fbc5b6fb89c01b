package style

import "strings"

// axis is one direction of a page for one element. Lengths are in pixels.
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
	across     bool    // it runs from left to right
	width      float64 // of the view
	height     float64
	flows      bool    // a block that is as wide as what it stands in
	loose      bool    // margins that are not declared may keep it in view
	vague      bool    // part of a size that is not known
	at         *Span   // where what it hangs on begins, if that is known
	back       float64 // how far what is around it may lie before the page's own start …
	forth      float64 // … or behind where it is thought to lie
	tail       float64 // where what is written in it ends at most, …
	told       bool    // … if that is known
}

// read takes offsets, size and margin along an axis.
func (a *axis) read(get getter, u units, s Shape, p [4]Property) {
	positioned := s.Position == "absolute" || s.Position == "fixed" || s.Position == "relative"
	for i, to := range []**float64{&a.start, &a.end} {
		value := get(p[i])
		if px, ok := u.length(value.Text, 0); ok && positioned {
			*to = &px
			a.vague = a.vague || px != 0 && (a.held || !a.absolute) && strings.Contains(value.Text, "%")
			if px < 0 || px >= a.view/2 || a.source == "" && px != 0 {
				a.source = value.Source
			}
		} else if positioned && value.Text == unknown {
			a.vague = true
		}
	}
	value := get(p[2])
	if px, ok := u.length(value.Text, 0); ok && (!strings.Contains(value.Text, "%") || a.absolute && !a.held) {
		a.size = px
	}
	a.limit(get, u)
	value = get(p[3])
	if px, ok := u.length(value.Text, 0); ok && (!s.Inline || p[3] == MarginLeft) { // margins above a part of a line do nothing
		a.margin = px
		a.vague = a.vague || px < -50 && strings.Contains(value.Text, "%")
		if px < -50 {
			a.source = value.Source
		}
	}
}

// limit holds the size between what is the most and, which is stronger, the
// least.
func (a *axis) limit(get getter, u units) {
	most, least := get(MaxWidth).Text, get(MinWidth).Text
	if !a.across {
		most, least = get(MaxHeight).Text, get(MinHeight).Text
	}
	if px, ok := u.length(most, 0); ok && a.size > px && !strings.Contains(most, "%") {
		a.size = px
	}
	px, ok := u.length(least, 0)
	switch {
	case !ok:
	case a.size >= 0:
		a.size = max(a.size, px)
	case px > a.many:
		a.vague = true
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
	if h := a.inFlow(); h.Why != "" {
		return h
	}
	if a.held && a.size < 0 && a.start != nil && a.end != nil && *a.start >= -a.many {
		return Hiding{} // it spans a box that is not known
	}
	sizes, likely := a.sizes()
	all, before, behind := true, anywhere, anywhere
	for _, size := range sizes {
		for _, origin := range a.origins() {
			from, to := a.place(size, origin)
			before, behind = min(before, -to), min(behind, from-a.view)
			all = all && a.out(from, to)
		}
	}
	out := Hiding{Why: a.source, Escapes: true, Moved: true, Across: a.across, Fits: (a.part != 0 || a.start == nil && a.end != nil) && a.size < 0}
	switch {
	case all && (before > -2 || behind > -2) && !a.vague:
		out.Slack, out.Behind = max(before, behind), behind > before
		out.Sure = !a.loose && !(a.part != 0 && a.size < 0 && (a.part < 0) == out.Behind) // however much stands in it
		return out
	case a.out(a.place(likely, 0)) || all:
		return out
	}
	return Hiding{}
}

// inFlow judges what stands in the flow of the page, within the view but for
// what moves it.
func (a *axis) inFlow() Hiding {
	out := Hiding{Why: a.source, Escapes: true, Moved: true, Across: true}
	if !a.absolute && a.part == 0 {
		if offset, _ := a.place(0, 0); a.across && a.view+a.forth+offset < 2 {
			out.Sure, out.Slack, out.Runs = !a.vague, -(a.view + a.forth + offset), a.margin < -50
			return out
		}
	}
	if a.told && a.tail < 0 {
		out.Sure, out.Slack = true, -a.tail
		return out
	}
	if from, _ := a.place(a.view, 0); a.flows && a.part < 0 && from < -a.view/7 {
		return out // what stands at its left end is gone
	}
	return Hiding{}
}

// sizes are those the element may have, and the one it likely has.
func (a *axis) sizes() (sizes []float64, likely float64) {
	switch {
	case a.size >= 0:
		return []float64{a.size}, a.size
	case a.part != 0 && a.absolute && a.start != nil && a.end != nil:
		likely = max(2, a.view-*a.start-*a.end)
		a.vague = a.vague || a.held
		return []float64{likely}, likely
	case a.absolute && a.start != nil && *a.start < -a.many: // what stands in it begins there
		a.vague = a.vague || a.end != nil && *a.end < a.view // … but for what is centred in it
	case a.absolute && !a.held && a.start != nil && a.end != nil:
		likely = max(2, a.view-*a.start-*a.end)
		return []float64{likely}, likely
	}
	return []float64{2, a.many}, a.few
}

// origins are the ends of where what the element hangs on may lie.
func (a *axis) origins() []float64 {
	if !a.held && a.absolute && (a.start != nil || a.end != nil) {
		return []float64{0}
	}
	if a.held && a.at != nil && a.start != nil {
		return []float64{a.at.From, a.at.To}
	}
	far := a.view / 2
	if !a.across {
		far = farDown
	} else if a.held || a.start != nil || a.end != nil {
		far = a.view
	}
	return []float64{-a.back, far + a.forth}
}

func (a *axis) out(from, to float64) bool {
	return to < 2 || !a.open && from > a.view-2
}
