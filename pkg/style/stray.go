package style

import (
	"math"
	"strings"
)

// holder is what a box around an element measures at most, as is supposed
// where parts of it count, and anywhere is as far as nothing gets. Pixels.
const (
	holder   = 1500.0
	word     = 300.0 // as long as a word may be
	anywhere = 1e9
)

// Drift is how far something may lie from where the flow of the page would put
// it, in pixels, each way. Apart is what is to be added every way for what is
// taken out of the flow, which stays on the page but leaves its box; to its side
// by no more than Beside, for it is no wider than its box but for a long word.
type Drift struct{ Left, Right, Up, Down, Apart, Beside float64 }

// Add puts two drifts together.
func (d Drift) Add(e Drift) Drift {
	return Drift{d.Left + e.Left, d.Right + e.Right, d.Up + e.Up, d.Down + e.Down, d.Apart + e.Apart, d.Beside + e.Beside}
}

// Back is how far it may lie towards the view of what a hiding moved out of it;
// spun says that it may lie the other way, for what is around it is turned.
func (d Drift) Back(h Hiding, spun bool) float64 {
	switch {
	case spun:
		return max(d.Left, d.Right, d.Up, d.Down) + max(d.Beside, d.Apart)
	case h.Across && h.Behind:
		return d.Left + d.Beside
	case h.Across:
		return d.Right + d.Beside
	case h.Behind:
		return d.Up + d.Apart
	}
	return d.Down + d.Apart
}

func (d *Drift) all(px float64) { *d = d.Add(Drift{px, px, px, px, 0, 0}) }

// along adds a way along an axis, forward where it is above 0.
func (d *Drift) along(across bool, px float64) {
	switch {
	case across && px > 0:
		d.Right += px
	case across:
		d.Left -= px
	case px > 0:
		d.Down += px
	default:
		d.Up -= px
	}
}

// Drift says how far the declarations of an element may move it and what
// stands in it, undecided ones included. It is never too small, but for what
// ordinary margins and widths do inside of a box that gives them room.
func (o *Own) Drift(v View, box Box, s Shape) (d Drift) {
	if o == nil || s.Contents {
		return
	}
	if o.lost {
		d.all(anywhere)
		return
	}
	width, height := v.size()
	m := strayer{own: o, view: v, u: units{em: box.Em, base: holder, width: width, height: height}, drift: &d}
	m.offsets(s)
	m.margins(s)
	m.sizes(s)
	m.turns(s)
	return d
}

// Ends reports whether the element, or what stands in it, may lie at the right
// end of the box around it: however far to the left that begins, where a margin
// moves its start out it only grows wider.
func (o *Own) Ends(v View, s Shape) bool {
	if o == nil {
		return false
	}
	if o.lost {
		return true
	}
	placed := s.Position == "absolute" || s.Position == "fixed" || s.Perhaps
	for _, p := range []Property{Float, TextAlign, Justify, Right, MarginLeft} {
		value, maybe := o.Get(v, p)
		for _, m := range append(maybe, value) {
			switch {
			case m.Text == "" || wide(m.Text):
			case p == Float && m.Text == "left", p == Right && (!placed || m.Text == "auto"), p == MarginLeft && m.Text != "auto":
			default:
				return true
			}
		}
	}
	return false
}

// strayer adds up what the declarations of one element do.
type strayer struct {
	own   *Own
	view  View
	u     units
	drift *Drift
}

// each goes through what is declared for a property, and what may be.
func (m strayer) each(p Property, do func(text string)) {
	value, maybe := m.own.Get(m.view, p)
	if value.Text != "" && !wide(value.Text) && value.Text != "none" {
		do(value.Text)
	}
	for _, other := range maybe {
		if other.Text != "" && !wide(other.Text) && other.Text != "none" && other.Text != value.Text {
			do(other.Text)
		}
	}
}

// offsets are those of what is positioned, which lies where it is told to.
func (m strayer) offsets(s Shape) {
	placed := s.Position == "absolute" || s.Position == "fixed"
	m.each(Position, func(text string) { placed = placed || text == "absolute" || text == "fixed" })
	if placed {
		m.drift.Apart += holder
		m.drift.Beside += word
	}
	if s.Position == "static" && !placed {
		return
	}
	for i, p := range []Property{Left, Right, Top, Bottom} {
		m.each(p, func(text string) {
			px, ok := m.u.length(text, 0)
			switch {
			case !ok && text != "auto":
				m.drift.all(anywhere)
			case i%2 == 1:
				px = -px
			}
			m.drift.along(i < 2, px)
		})
	}
}

// margins move by as much as they are below 0. Above it they only count when
// they are more than there is room for.
func (m strayer) margins(s Shape) {
	for _, p := range []Property{MarginLeft, MarginTop, TextIndent, PadLeft, PadTop} {
		m.each(p, func(text string) {
			px, ok := m.u.length(text, 0)
			if p == TextIndent && (px < 0 || s.clipsX) {
				return // it is judged by itself
			}
			switch {
			case !ok && text == unknown:
				m.drift.all(anywhere)
			case ok && (px < 0 || px > roomy):
				m.drift.along(p != MarginTop && p != PadTop, px)
			}
		})
	}
}

// roomy is what margins and the like take at most where boxes give them room.
const roomy = 100

// sizes are those that what stands in a box may stick out of.
func (m strayer) sizes(s Shape) {
	m.each(FontSizeOf, func(text string) {
		if px, ok := m.u.length(text, 0); ok && px > 40 && !strings.HasSuffix(text, "%") {
			m.drift.all(20 * px)
		}
	})
	m.each(LineHeight, func(string) { m.drift.Down += oneLine; m.drift.Up += oneLine })
	m.each(Spacing, func(string) { m.drift.all(anywhere) })
	if s.Inline || s.Table {
		return
	}
	m.each(GridColumns, func(string) { m.drift.Right += holder })
	for _, p := range []Property{Width, MaxWidth, MinWidth} {
		m.each(p, func(text string) {
			px, ok := m.u.length(text, 0)
			switch {
			case ok && px < 60 && p != MinWidth && !s.clipsX: // words stick out of it
				m.drift.Right += word
				m.each(WhiteSpace, func(string) { m.drift.Right += holder })
			case ok && px > holder || ok && px > 400 && p != MaxWidth && !strings.Contains(text, "%"):
				m.drift.Right += px
			}
		})
	}
	for _, p := range []Property{Height, MaxHeight} {
		m.each(p, func(text string) {
			if px, ok := m.u.length(text, 0); ok && px < oneLine && !s.clipsY {
				m.drift.Down += holder
			}
		})
	}
	m.each(Columns, func(text string) {
		if text != "auto" {
			m.drift.Right += 2 * holder
		}
	})
}

// turns are transforms, and ways of writing that begin at another side.
func (m strayer) turns(s Shape) {
	for _, p := range []Property{Direction, WritingMode} {
		m.each(p, func(text string) {
			if text != "ltr" && text != "horizontal-tb" {
				m.drift.all(2 * holder)
			}
		})
	}
	if s.Inline {
		return
	}
	if s.Spun {
		m.drift.all(2 * holder)
	}
	for _, p := range []Property{Transform, Translate, Scale} {
		m.each(p, func(text string) {
			if text == unknown || p == Scale && bigger(text) || strings.Contains(text, "scale") && bigger(text) {
				m.drift.all(2 * holder)
			}
			x, y := axis{width: m.u.width, height: m.u.height}, axis{width: m.u.width, height: m.u.height}
			translated(func(q Property) Value {
				if q == p {
					return Value{Text: text}
				}
				return Value{}
			}, m.u.em, &x, &y)
			m.drift.along(true, x.shift+x.part*holder)
			m.drift.along(false, y.shift+y.part*holder)
		})
	}
}

// bigger reports whether a scale is other than one between nothing and all.
func bigger(text string) bool {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" (),", r) }) {
		if f, ok := number(word); ok && (f > 1 || math.Signbit(f)) {
			return true
		}
	}
	return false
}
