package style

import "strings"

// Shape is how an element lays out what is in it.
type Shape struct {
	Inline   bool // no box of its own
	Contents bool // not even that: those inside stand in its place
	Table    bool
	Part     bool // of a table, which has no margins
	Items    bool // those inside are flex or grid items
	Aligned  bool // placed by its last line
	Position string
	Turned   bool   // transformed: what is fixed inside hangs on it
	Spun     bool   // … so that left may be right
	Folds    string // the declaration that gives the rows of a grid no height
	Outside  bool   // it is placed beside what it hangs on
	Anchored bool   // left or right is set
	Upright  bool   // top or bottom is set
	Perhaps  bool   // it may be taken out of the flow, or transformed
	rolls    bool   // to the right
	clipsX   bool
	clipsY   bool
}

// Clips reports whether it cuts off what lies to the right of it.
func (s Shape) Clips() bool { return s.clipsX && !s.Inline && !s.Contents }

// Stops reports whether what lies to the right of it is out of reach: it
// neither shows nor scrolls there.
func (s Shape) Stops() bool { return s.Clips() && !s.rolls }

// Placed reports whether what is positioned absolutely inside hangs on it.
func (s Shape) Placed() bool { return s.Position != "static" || s.Turned }

// Shape gives an element's shape in a view. Undecided declarations do not
// count.
func (o *Own) Shape(v View, box Box) Shape {
	s := shapeOf(func(p Property) Value { value, _ := o.Get(v, p); return value }, box)
	_, maybe := o.Get(v, Position)
	for _, m := range maybe {
		s.Perhaps = s.Perhaps || m.Text == "absolute" || m.Text == "fixed" || m.Text == "sticky" || m.Text == unknown
	}
	for _, p := range []Property{Transform, Scale, Rotate} {
		_, maybe = o.Get(v, p)
		s.Perhaps = s.Perhaps || len(maybe) > 0
	}
	return s
}

func shapeOf(get getter, box Box) Shape {
	s := Shape{Inline: box.Inline, Table: box.Table, Part: box.Part, Aligned: box.Part}
	if d := get(Display).Text; d != "" && d != "revert" {
		s = displayed(d)
	}
	s.Position = "static"
	if p := get(Position).Text; p != "" && !wide(p) {
		s.Position = p
	}
	if f := get(Float).Text; box.Item || s.Position == "absolute" || s.Position == "fixed" || f == "left" || f == "right" {
		s.Inline = s.Inline && s.Contents
	}
	for _, p := range []Property{Transform, Translate, Scale} {
		if t := get(p).Text; t != "" && t != "none" && !wide(t) && !s.Inline {
			s.Turned = true
			s.Spun = s.Spun || spins(t) || p == Scale && strings.Contains(t, "-")
		}
	}
	if t := get(Rotate).Text; t != "" && t != "none" && !wide(t) && !s.Inline {
		s.Turned, s.Spun = true, true
	}
	if filtered(get) || holdsFixed(get) && !s.Inline {
		s.Turned = true
	}
	if rows := get(GridRows); s.Items && rows.Text == "0fr" {
		s.Folds = rows.Source
	}
	for _, p := range []Property{Left, Right} {
		if t := get(p).Text; t != "" && t != "auto" && !wide(t) {
			s.Anchored = true
			part, ok := number(t)
			s.Outside = s.Outside || t[0] == '-' && p == Right || ok && strings.HasSuffix(t, "%") && part >= 0.8
		}
	}
	for _, p := range []Property{Top, Bottom} {
		if t := get(p).Text; t != "" && t != "auto" && !wide(t) {
			s.Upright = true
		}
	}
	x, y := get(OverflowX).Text, get(OverflowY).Text
	s.rolls = scrolls(x) && x != "hidden" || !cuts(x) && scrolls(y)
	s.clipsX = cuts(x) || scrolls(y)
	s.clipsY = cuts(y) || scrolls(x)
	return s
}

// displayed is the shape that a value of display gives.
func displayed(d string) (s Shape) {
	switch d {
	case "inline", "initial", "unset", "ruby", "ruby-text":
		s.Inline = true
	case "contents":
		s.Contents = true
	case "table-caption":
	case "table", "inline-table":
		s.Table, s.Aligned = true, d == "inline-table"
	case "table-cell", "table-row", "table-row-group", "table-header-group", "table-footer-group", "table-column", "table-column-group":
		s.Table, s.Part, s.Aligned = true, true, d == "table-cell"
	default:
		s.Aligned = strings.HasPrefix(d, "inline")
		s.Items = d == "flex" || d == "inline-flex" || d == "grid" || d == "inline-grid"
	}
	return s
}

// spins reports whether a transform turns, mirrors or slants, so that what is
// moved to one side of a box may show on another.
func spins(t string) bool {
	for _, part := range splitFields(t) {
		name, args, _ := strings.Cut(strings.TrimSuffix(part, ")"), "(")
		switch {
		case strings.HasPrefix(name, "rotate"), strings.HasPrefix(name, "perspective"), name == "matrix3d":
			return true
		case name == "matrix" && !strings.HasPrefix(strings.ReplaceAll(args, " ", ""), "1,0,0,1,"):
			return true
		case strings.HasPrefix(name, "skew") && strings.Trim(args, "0deg, ") != "":
			return true
		case strings.HasPrefix(name, "scale") && strings.Contains(args, "-"):
			return true
		}
	}
	return false
}

// cuts reports whether an overflow shows nothing outside of the box.
func cuts(overflow string) bool { return overflow == "clip" || scrolls(overflow) }

// scrolls reports whether an overflow makes the other axis cut too.
func scrolls(overflow string) bool {
	return overflow == "hidden" || overflow == "auto" || overflow == "scroll" || overflow == "overlay"
}

// filtered reports whether an element has a filter, which holds what is fixed
// inside of it even in a line.
func filtered(get getter) bool {
	for _, p := range []Property{Filter, Backdrop} {
		if t := get(p).Text; t != "" && t != "none" && !wide(t) {
			return true
		}
	}
	return false
}

// holdsFixed reports whether what is fixed inside hangs on an element that is
// not transformed.
func holdsFixed(get getter) bool {
	if t := get(Perspective).Text; t != "" && t != "none" && !wide(t) {
		return true
	}
	if c := get(ContentVisibility).Text; c == "auto" || c == "hidden" {
		return true
	}
	if get(TransformStyle).Text == "preserve-3d" {
		return true
	}
	w, c := get(WillChange).Text, get(Contain).Text
	return strings.Contains(w, "transform") || strings.Contains(w, "filter") || strings.Contains(w, "perspective") ||
		c == "strict" || strings.Contains(c, "paint") || strings.Contains(c, "layout") || c == "content"
}
