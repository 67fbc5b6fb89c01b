package page

import "github.com/shoplint/shoplint/pkg/style"

// lined notes what its declarations mean for the lines in an element.
func (at *seen) lined(own *style.Own, v style.View) {
	space, _ := own.Get(v, style.WhiteSpace)
	switch space.Text {
	case "":
	case "nowrap", "pre":
		at.nowrap = true
	default:
		at.nowrap = false
	}
	set := func(p style.Property) bool {
		value, maybe := own.Get(v, p)
		return value.Text != "" || len(maybe) > 0
	}
	at.tight = at.tight || set(style.LineHeight)
	at.spaced = at.spaced || set(style.Spacing)
	at.right = at.right || set(style.TextAlign)
}

// indented applies text-indent, which moves the lines of blocks: a text in a
// line has that of the block around it.
func (at *seen) indented(own *style.Own, v style.View, s style.Shape) {
	if at.spec != "" && at.crooked() { // the end of the line may stand where it always does
		at.maybe, at.spec = firstOf(at.maybe, at.spec), ""
	}
	pushed := false
	value, maybe := own.Get(v, style.TextIndent)
	switch {
	case len(maybe) > 0:
		at.spec = ""
	case value.Text == "" || value.Text == "inherit" || value.Text == "unset":
	default:
		pushed = at.indentBy(value, s)
	}
	if !s.Inline && !s.Contents {
		if at.indent = at.spec; pushed { // a block inside of it may show an edge
			at.spec = ""
		}
	}
	at.movedBack(s)
}

// indentBy applies a declaration of text-indent. pushed says that it moves what
// stands in a line behind the end of a box that cuts it off.
func (at *seen) indentBy(value style.Value, s style.Shape) (pushed bool) {
	at.spec = ""
	px, ok := style.Length(value.Text, at.em)
	part, isPart := percentage(value.Text)
	pushed = at.nowrap && s.Clips() && (isPart && part >= 100 || ok && px > 1280)
	if isPart && part <= -80 || !ok && !isPart && value.Text != "initial" { // it hangs on how much is written
		at.maybe = firstOf(at.maybe, value.Source)
	}
	switch out := ok && px <= farIndent || pushed; {
	case out && at.crooked():
		at.maybe = firstOf(at.maybe, value.Source)
	case out:
		at.spec = value.Source
	}
	at.dented = !ok || px <= farIndent
	return pushed
}

// movedBack leaves open what may be in view again: indented to the left in a
// box that is moved out to the right, or in one that may be moved itself.
func (at *seen) movedBack(s style.Shape) {
	back := at.cut != "" && at.dented && at.moved.Across && at.moved.Behind
	if back {
		at.doubtCut()
	}
	if at.indent != "" && (back || s.Perhaps || s.Position == "sticky" && s.Anchored) {
		at.maybe, at.indent = firstOf(at.maybe, at.indent), ""
	}
}

// crooked reports whether the end of a line may stand where it always does,
// however far its start is moved out.
func (at *seen) crooked() bool {
	return at.spun || at.rtl || at.right || at.spaced || at.drift.Right >= -farIndent
}
