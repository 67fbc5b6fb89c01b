package contact

import (
	"strings"
	"unicode"
)

// cleaned is a text without what no reader sees, and the way back to the
// offsets of the text it came from.
type cleaned struct {
	text string
	at   []int // offset of each byte in the original; nil when nothing changed
}

func (c cleaned) offset(i int) int {
	if c.at == nil {
		return i
	}
	return c.at[i]
}

// clean drops zero-width signs and soft hyphens and writes wide forms and
// wide spaces the ordinary way. Text that has none is not copied.
func clean(text string) cleaned {
	if !exotic(text) {
		return cleaned{text: text}
	}
	var b strings.Builder
	b.Grow(len(text))
	at := make([]int, 0, len(text)+1)
	for i, r := range text {
		switch {
		case ignorable(r):
			continue
		case unicode.IsSpace(r):
			r = ' '
		case r == '﹫':
			r = '@'
		case r >= '！' && r <= '～': // full-width forms of ASCII
			r -= '！' - '!'
		case r == '。' || r == '｡' || r == '․':
			r = '.'
		}
		n := b.Len()
		b.WriteRune(r)
		for range b.Len() - n {
			at = append(at, i)
		}
	}
	return cleaned{b.String(), append(at, len(text))}
}

// exotic reports whether clean would change a text. It looks at the bytes with
// which those signs are written, since most text beyond ASCII has none.
func exotic(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= ' ' && c < 0xC2 {
			continue
		}
		if c < ' ' || exoticAt(text[i:]) {
			return true
		}
	}
	return false
}

func exoticAt(s string) bool {
	if len(s) < 2 {
		return false
	}
	switch s[0] {
	case 0xC2:
		return s[1] == 0xA0 || s[1] == 0xAD || s[1] == 0x85
	case 0xCD, 0xD8:
		return s[1] == 0x8F || s[1] == 0x9C
	case 0xE2: // U+2000 to U+206F without quotes and dashes
		return s[1] == 0x80 && len(s) > 2 && (s[2] <= 0x8F || s[2] >= 0xA4 && s[2] <= 0xAF) || s[1] == 0x81
	case 0xE1, 0xE3:
		return s[1] == 0x80 || s[1] == 0x9A || s[1] == 0xA0
	}
	return s[0] == 0xEF
}

// ignorable reports signs that take no place on the screen.
func ignorable(r rune) bool {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return true
	}
	return false
}
