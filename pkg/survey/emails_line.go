package survey

import "bytes"

// line is where an occurrence stands in the source. An address that is written
// there once is found by its bytes, which also leads past the start of a long
// element; only for others the page is read a second time.
func (w *emailWalk) line(o *occurrence) int {
	if w.page.Rendered {
		return 0
	}
	literal := o.Address
	if o.Form == Mailto {
		literal = "mailto:" + literal
	}
	if o.Form == Mailto || o.Form == Text {
		if n := onlyLine(w.page.Body, literal); n > 0 {
			return n
		}
	}
	if o.node == nil {
		return 0
	}
	return w.page.Line(o.node)
}

// onlyLine is the line of the only place where a source holds a literal, 0
// when it holds none or several.
func onlyLine(body []byte, literal string) int {
	find := []byte(literal)
	i := bytes.Index(body, find)
	if i < 0 || bytes.Contains(body[i+len(find):], find) {
		return 0
	}
	return 1 + bytes.Count(body[:i], []byte{'\n'})
}
