package style

// Box is what the effect of declarations on an element depends on beside them.
type Box struct {
	Inline bool    // it is an inline element unless display says otherwise
	Table  bool    // it is a table or part of one, which is never smaller than what is in it
	Part   bool    // … but not the table itself
	Item   bool    // it stands in a flex or grid box
	Gone   string  // why it is not shown unless display says otherwise, such as "hidden"
	Em     float64 // its font size in pixels
	Held   bool    // positioned absolutely it hangs on a box around it, not on the page
	Pinned bool    // positioned fixed it hangs on such a box too
	// Aligned says that something around it is placed by its last line, as
	// inline blocks and cells are: what moves that line up is moved down again.
	Aligned bool
	Left    *Span // where the box it hangs on begins, as far as that is known …
	Top     *Span // … in pixels from the edges of the page
	Still   bool  // what lies to the right of the page is cut off
	Root    bool  // its overflow is that of the whole page …
	Whole   bool  // … for it is the root element
	Words   bool  // nothing but text stands in it
	// Spun says that something around it is turned or mirrored, so that what
	// is moved to one side may show on another.
	Spun bool
	// Folded is the declaration of a grid around it that gives its row no
	// height, which lasts as long as it lets itself be cut.
	Folded string
	List   bool // it is a list, with room for marks
	// Tight says that lines are less high than letters, which stick out then.
	Tight bool
	// Drift is how far what is around it may lie from the flow of the page.
	Drift Drift
	// Ragged says that lines in it may begin at the right, and Bordered that
	// padding and borders do not come on top of its size.
	Ragged, Bordered bool
	// Margins says that it has margins unless some are declared.
	Margins bool
	// Lines says that nothing but lines of text stands in it: a paragraph.
	Lines bool
	// Extent is how wide what is written in it is at most where it is not
	// wrapped, in pixels; below 0 when other things stand in it too. flat says
	// that there is no block in it. Nil: not known.
	Extent func() (px float64, flat bool)
	// Plain says that it, and all around it, are blocks in the flow of the page
	// that nothing makes narrow: Inset pixels from its left at most, and Narrow
	// less wide than the view.
	Plain         bool
	Inset, Narrow float64
}

// Hiding is a way in which an element is hidden. Why is empty when it is not.
// Escapes says that what is positioned inside of it may yet be seen; where it
// was moved, that is only what has a place of its own.
type Hiding struct {
	Why     string
	Sure    bool
	Escapes bool
	Moved   bool
	// Of what was moved for sure: across the page, or along it; behind its end,
	// or before its start; and how many pixels out of view it lies at least.
	Across bool
	Behind bool
	Slack  float64
	Fits   bool // by as much as stands in it
	Runs   bool // what is written in it runs on from there, into view when it is much
}

// getter gives the value of a property in one view.
type getter func(Property) Value

// Hides says whether an element's own declarations hide it and all within.
// Where something undecided may turn that round it is not sure, and Why names
// what may hide it.
func (o *Own) Hides(v View, box Box) Hiding {
	if o == nil {
		return Hiding{Why: box.Gone, Sure: true}
	}
	if o.lost {
		return Hiding{Why: "more style rules than can be decided"}
	}
	base := hides(func(p Property) Value { value, _ := o.Get(v, p); return value }, v, box)
	for _, other := range o.others(v, box) {
		if (other.Why == "") != (base.Why == "") || !other.Sure || other.Moved != base.Moved || other.Escapes != base.Escapes {
			if base.Why == "" {
				base = other
			}
			base.Sure = false
		}
	}
	return base
}

// hides goes through the ways of hiding an element with all that is in it.
func hides(get getter, v View, box Box) Hiding {
	display := get(Display)
	switch {
	case display.Text == "none":
		return Hiding{Why: display.Source, Sure: true}
	case display.Text == "" && box.Gone != "":
		return Hiding{Why: box.Gone, Sure: true}
	case display.Text == unknown:
		return Hiding{Why: display.Source}
	case display.Text == "contents":
		return Hiding{Sure: true} // no box that could be cut, moved or faint
	}
	s := shapeOf(get, box)
	out := faint(get)
	if out.Why == "" && !s.Inline && !s.Table {
		if c := get(ContentVisibility); c.Text == "hidden" {
			out = Hiding{Why: c.Source, Sure: true}
		}
	}
	for _, way := range []func(getter, View, Box, Shape) Hiding{clipped, scaled, shrunk, away} {
		if out.Why != "" && out.Sure {
			break
		}
		if h := way(get, v, box, s); h.Why != "" && (out.Why == "" || h.Sure) {
			out = h
		}
	}
	if out.Why == "" {
		return Hiding{Sure: true}
	}
	if a := get(Animation).Text; a != "" && a != "none" && !wide(a) {
		out.Sure = false // it may end otherwise
	}
	return out
}

// faint is an element that lets everything through.
func faint(get getter) Hiding {
	o := get(Opacity)
	if o.Text == "" || wide(o.Text) {
		return Hiding{}
	}
	f, ok := number(o.Text)
	if !ok {
		f, ok = units{em: rootFont, base: -1}.length(o.Text, 0)
	}
	if ok && f > 0 {
		return Hiding{}
	}
	return Hiding{Why: o.Source, Sure: ok}
}
