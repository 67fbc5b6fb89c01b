package page

import (
	"bytes"
	"io"
)

// The budget of one page. A megabyte of ordinary markup makes 100,000 nodes; a
// few hundred unclosed formatting tags make ten million out of 170 KB, since
// each paragraph opens all of them again. Nodes are counted, not seconds: the
// same page is cut at the same place on every machine.
const (
	chunkSize  = 1 << 10
	nodeBudget = 300_000
)

// meter hands a text to the parser in small chunks and ends it early when the
// page costs too much. The parser drops its tree on any other end than io.EOF.
type meter struct {
	text  []byte
	at    int
	cut   bool
	sure  bool // counted tag by tag: within the budget
	count counter
}

func newMeter(text []byte) *meter { return &meter{text: text} }

// Read gives the next chunk.
func (m *meter) Read(b []byte) (int, error) {
	if m.at >= len(m.text) || m.cut {
		return 0, io.EOF
	}
	end := min(m.at+min(chunkSize, len(b)), len(m.text))
	m.count.advance(m.text, end)
	if m.count.nodes > nodeBudget && !m.sure {
		if m.cut = recount(m.text) > nodeBudget; m.cut {
			return 0, io.EOF
		}
		m.sure = true
	}
	n := copy(b, m.text[m.at:end])
	m.at = end
	return n, nil
}

// counter estimates the nodes of a tree from its markup, from above.
type counter struct {
	at     int
	open   int // formatting elements that wait to be opened again
	nodes  int
	starts []int32 // offsets of what looks like a start tag, for Line
}

// advance counts the tags that begin before end.
func (c *counter) advance(text []byte, end int) {
	for c.at < end {
		i := bytes.IndexByte(text[c.at:end], '<')
		if i < 0 {
			c.at = end
			return
		}
		c.at += i + 1
		if c.at < len(text) && isLetter(text[c.at]) {
			c.starts = append(c.starts, int32(c.at-1))
		}
		c.tag(text[c.at:min(c.at+16, len(text))])
	}
}

func (c *counter) tag(rest []byte) {
	closing := len(rest) > 0 && rest[0] == '/'
	if closing {
		rest = rest[1:]
	}
	switch formatting := isFormatting(rest); {
	case formatting && closing:
		c.open = max(0, c.open-1)
	case formatting:
		c.open++
		c.nodes++
	case !closing:
		c.nodes += 2 + c.open
	}
}

// isFormatting reports whether a tag's name is one the parser opens again
// after the block it was left open in.
func isFormatting(rest []byte) bool {
	var name [8]byte
	n := 0
	for n < len(rest) && n < len(name) && isLetter(rest[n]) {
		name[n] = rest[n] | 0x20
		n++
	}
	switch string(name[:n]) {
	case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return true
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
