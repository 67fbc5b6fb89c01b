package style

import "strings"

// upright are the properties that move nothing to the left or right, and make
// nothing narrower, of what stands in a block.
const upright = 1<<Visibility | 1<<Opacity | 1<<ColorOf | 1<<TextFill | 1<<Background | 1<<BackgroundImage | 1<<BackgroundClip |
	1<<Clip | 1<<ClipPath | 1<<Filter | 1<<Backdrop | 1<<WillChange | 1<<Animation | 1<<Top | 1<<Bottom | 1<<MarginTop | 1<<Height |
	1<<MaxHeight | 1<<MinHeight | 1<<PadTop | 1<<PadBottom | 1<<LineHeight | 1<<WhiteSpace | 1<<TextIndent |
	1<<FontSizeOf | 1<<OverflowX | 1<<OverflowY | 1<<TransformStyle | 1<<Perspective

// widening are those that may make what is written in an element wider than its
// letters, or let it begin elsewhere.
const widening = 1<<Width | 1<<MinWidth | 1<<PadLeft | 1<<PadRight | 1<<MarginLeft | 1<<TextIndent | 1<<FontSizeOf | 1<<Spacing | 1<<Border |
	1<<Columns | 1<<GridColumns | 1<<Direction | 1<<WritingMode | 1<<TextAlign | 1<<Flex | 1<<Float

// Spreads reports whether the element, if it is a block, stays one that is as
// wide as what is around it.
func (o *Own) Spreads(v View) bool {
	if o == nil {
		return true
	}
	value, maybe := o.Get(v, Display)
	block := len(maybe) == 0 && (value.Text == "" || value.Text == "block" || value.Text == "flow-root" || value.Text == "list-item")
	return !o.lost && block && o.has[v]&^(upright|1<<Display) == 0
}

// Widens reports whether a declaration, or one that is undecided, may make what
// is written in the element wider than its letters are.
func (o *Own) Widens(v View) bool { return o != nil && (o.lost || o.has[v]&widening != 0) }

// Breaks reports whether a declaration may make a block of the element, which
// ends the line before it.
func (o *Own) Breaks(v View) bool {
	return o != nil && (o.lost || o.has[v]&(1<<Display|1<<Float|1<<Position) != 0)
}

// ListRoom is how far browsers move in what stands in a list, in pixels.
const ListRoom = 40.0

// Span is where something may lie along an axis, in pixels.
type Span struct{ From, To float64 }

// Begins says where an element begins that is positioned on the page, or on
// something of which that is known: from the left and from the top of the
// page. Nil: not known.
func (o *Own) Begins(v View, box Box, s Shape) (left, top *Span) {
	if o == nil || o.lost || s.Perhaps || s.Spun || box.Spun {
		return nil, nil
	}
	x, y := axes(func(p Property) Value { value, _ := o.Get(v, p); return value }, v, box, s)
	for _, p := range []Property{Transform, Scale, Filter, Contain, ContainerType} {
		if value, maybe := o.Get(v, p); len(maybe) > 0 || p != Transform && value.Text != "" || strings.Contains(value.Text, "scale") || strings.Contains(value.Text, "matrix") {
			return nil, nil
		}
	}
	if !x.absolute {
		if x.flows && box.Plain && x.start == nil && x.end == nil && x.margin == 0 && x.part == 0 {
			left = &Span{x.shift, box.Inset + x.shift}
		}
		return left, nil
	}
	if left = x.begins(); left != nil && box.Margins && !box.Lines && o.has[v]>>MarginLeft&1 == 0 {
		left.To += ListRoom // what browsers give at most
	}
	if !box.Margins || o.has[v]>>MarginTop&1 == 1 {
		top = y.begins()
	}
	return left, top
}

// begins is where the element begins along an axis.
func (a *axis) begins() *Span {
	if a.start == nil || a.vague || a.held && a.at == nil {
		return nil
	}
	sizes, _ := a.sizes()
	out := Span{anywhere, -anywhere}
	for _, size := range sizes {
		for _, origin := range a.origins() {
			from, _ := a.place(size, origin)
			out = Span{min(out.From, from), max(out.To, from)}
		}
	}
	return &out
}
