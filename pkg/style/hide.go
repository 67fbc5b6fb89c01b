package style

import (
	"strconv"
	"strings"
)

// far is the offset, in pixels, from which on something is taken for moved out
// of the document and not for a drawer that slides in.
const far = -999

// Box is what the effect of declarations on an element depends on beside them.
type Box struct {
	Inline bool    // it is an inline element unless display says otherwise
	Gone   string  // why it is not shown unless display says otherwise, such as "hidden"
	Em     float64 // its font size in pixels
}

// Hides says whether an element's own declarations hide it and all within:
// why is the declaration, empty when they do not. sure is false when
// something undecided may turn that round; why then names what may hide it.
func (o *Own) Hides(v View, box Box) (why string, sure bool) {
	if o == nil {
		return box.Gone, true
	}
	if o.lost {
		return "more style rules than can be decided", false
	}
	certain := hides(func(p Property) Value { value, _ := o.Get(v, p); return value }, box)
	if o.decided(v) {
		return certain, true
	}
	other := hides(func(p Property) Value {
		value, maybe := o.Get(v, p)
		if maybe.Text != "" {
			return maybe
		}
		return value
	}, box)
	if (certain == "") == (other == "") {
		return certain, true
	}
	return certain + other, false
}

// decided reports whether nothing undecided is declared.
func (o *Own) decided(v View) bool {
	for _, w := range o.set[v] {
		if !w.sure {
			return false
		}
	}
	return true
}

// hides goes through the ways of hiding an element with all that is in it.
func hides(get func(Property) Value, box Box) string {
	display := get(Display)
	switch {
	case display.Text == "none":
		return display.Source
	case display.Text == "" && box.Gone != "":
		return box.Gone
	}
	if o := get(Opacity); o.Text != "" {
		if f, ok := number(o.Text); ok && f <= 0 {
			return o.Source
		}
	}
	if c := get(ContentVisibility); c.Text == "hidden" {
		return c.Source
	}
	for _, way := range []func(func(Property) Value, Box) string{away, clipped, shrunk, scaled} {
		if why := way(get, box); why != "" {
			return why
		}
	}
	return ""
}

// away is an element placed outside of the document.
func away(get func(Property) Value, box Box) string {
	switch get(Position).Text {
	case "absolute", "fixed", "relative":
	default:
		return ""
	}
	for _, p := range []Property{Left, Top, Right, Bottom} {
		if at := get(p); at.Text != "" {
			if px, ok := Length(at.Text, box.Em); ok && px <= far {
				return at.Source
			}
		}
	}
	return ""
}

// clipped is an element cut down to nothing.
func clipped(get func(Property) Value, _ Box) string {
	if c := get(Clip); nothing(c.Text, "rect(") {
		if at := get(Position).Text; at == "absolute" || at == "fixed" {
			return c.Source
		}
	}
	c := get(ClipPath)
	if rest, ok := strings.CutPrefix(c.Text, "inset("); ok {
		if f, ok := number(strings.FieldsFunc(rest+" ", isSeparator)[0]); ok && f >= 0.5 && strings.Contains(rest, "%") {
			return c.Source
		}
	}
	if rest, ok := strings.CutPrefix(c.Text, "circle("); ok && strings.HasPrefix(rest, "0") && !strings.HasPrefix(rest, "0.") {
		return c.Source
	}
	if nothing(c.Text, "polygon(") {
		return c.Source
	}
	return ""
}

func isSeparator(r rune) bool { return r == ' ' || r == ')' || r == ',' }

// nothing reports whether all numbers of a function are the same length, of at
// most one pixel: a rectangle or polygon without an area.
func nothing(value, function string) bool {
	rest, ok := strings.CutPrefix(value, function)
	if !ok {
		return false
	}
	fields := strings.FieldsFunc(rest, isSeparator)
	for _, f := range fields {
		if px, ok := Length(f, rootFont); !ok && f != "0%" || px > 1 {
			return false
		}
	}
	return len(fields) > 0
}

// shrunk is a box of less than two pixels that shows nothing outside of it.
func shrunk(get func(Property) Value, box Box) string {
	if o := get(Overflow).Text; !strings.Contains(o, "hidden") && !strings.Contains(o, "clip") {
		return ""
	}
	if display := get(Display).Text; display == "inline" || display == "contents" || display == "" && box.Inline {
		if at := get(Position).Text; at != "absolute" && at != "fixed" {
			return ""
		}
	}
	for _, p := range []Property{Width, Height, MaxWidth, MaxHeight} {
		if size := get(p); size.Text != "" {
			px, ok := Length(size.Text, box.Em)
			if ok && px < 2 || size.Text == "0%" {
				return size.Source
			}
		}
	}
	return ""
}

// scaled is an element transformed to nothing or out of the document.
func scaled(get func(Property) Value, box Box) string {
	t := get(Transform)
	for part := range strings.SplitSeq(t.Text, ")") {
		name, args, _ := strings.Cut(strings.TrimSpace(part), "(")
		for arg := range strings.SplitSeq(args, ",") {
			arg = strings.TrimSpace(arg)
			if f, err := strconv.ParseFloat(arg, 64); err == nil && f == 0 && scales(name) {
				return t.Source
			}
			if px, ok := Length(arg, box.Em); ok && px <= far && strings.HasPrefix(name, "translate") {
				return t.Source
			}
		}
	}
	return ""
}

func scales(name string) bool { return name == "scale" || name == "scalex" || name == "scaley" }
