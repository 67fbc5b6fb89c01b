package report

import "bytes"

// indent lays compact JSON out as encoding/json does with two blanks a level.
// That one checks every byte against the grammar, which takes longer than the
// encoding itself; what the encoder has just written is valid.
func indent(src []byte) []byte {
	dst := make([]byte, 0, len(src)+len(src)/2)
	depth, opened := 0, false
	for i := 0; i < len(src); {
		c := src[i]
		if opened && c != '}' && c != ']' {
			opened = false
			depth++
			dst = newLine(dst, depth)
		}
		switch c {
		case '"':
			end := endOfText(src, i)
			dst = append(dst, src[i:end]...)
			i = end
			continue
		case '{', '[':
			opened = true
		case '}', ']':
			if !opened {
				depth = max(0, depth-1)
				dst = newLine(dst, depth)
			}
			opened = false
		}
		dst = append(dst, c)
		switch c {
		case ',':
			dst = newLine(dst, depth)
		case ':':
			dst = append(dst, ' ')
		}
		i++
	}
	return dst
}

// blanks are the indents of all depths a report has.
var blanks = bytes.Repeat([]byte("  "), 64)

func newLine(dst []byte, depth int) []byte {
	dst = append(dst, '\n')
	return append(dst, blanks[:min(len(blanks), 2*depth)]...)
}

// endOfText is behind the quote that ends the text which begins at src[i].
func endOfText(src []byte, i int) int {
	for i++; i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(src)
}
