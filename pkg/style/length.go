package style

import (
	"math"
	"strconv"
	"strings"
)

// rootFont is the font size of a page that sets none, in pixels.
const rootFont = 16.0

// units is what relative lengths count in, in pixels. A base below 0 is not
// known: then percentages are not decided.
type units struct {
	em, base      float64
	width, height float64 // of the view
}

// Length reads a CSS length in pixels. em is the font size that relative
// units count in. Percentages and units of the view are not decided.
func Length(s string, em float64) (px float64, ok bool) {
	return units{em: em, base: -1}.length(s, 0)
}

// length reads a length, a percentage or a sum of both.
func (u units) length(s string, depth int) (px float64, ok bool) {
	s = strings.TrimSpace(s)
	if depth > maxNesting || s == "" {
		return 0, false
	}
	if strings.HasSuffix(s, ")") {
		return u.function(s, depth)
	}
	n := numberLength(s)
	v, err := strconv.ParseFloat(s[:n], 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, false
	}
	unit := s[n:]
	if factor, ok := u.factor(unit); ok {
		return v * factor, true
	}
	return 0, unit == "" && v == 0
}

// factor is how many pixels one unit has.
func (u units) factor(unit string) (float64, bool) {
	switch unit {
	case "px":
		return 1, true
	case "em":
		return u.em, true
	case "rem":
		return rootFont, true
	case "ch", "ex":
		return u.em / 2, true
	case "pt":
		return 4.0 / 3, true
	case "pc":
		return 16, true
	case "cm":
		return 96 / 2.54, true
	case "mm":
		return 9.6 / 2.54, true
	case "q":
		return 2.4 / 2.54, true
	case "in":
		return 96, true
	case "%":
		return u.base / 100, u.base >= 0
	case "vw", "dvw", "svw", "lvw", "vi":
		return u.width / 100, u.width > 0
	case "vh", "dvh", "svh", "lvh", "vb":
		return u.height / 100, u.height > 0
	case "vmin":
		return min(u.width, u.height) / 100, u.width > 0
	case "vmax":
		return max(u.width, u.height) / 100, u.width > 0
	}
	return 0, false
}

// numberLength is how many bytes of s are its number.
func numberLength(s string) int {
	n, digits := 0, false
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.' || (s[n] == '-' || s[n] == '+') && n == 0) {
		digits = digits || s[n] >= '0' && s[n] <= '9'
		n++
	}
	if !digits {
		return 0
	}
	if n+1 < len(s) && s[n] == 'e' && (s[n+1] >= '0' && s[n+1] <= '9' || s[n+1] == '-' && n+2 < len(s) && s[n+2] >= '0' && s[n+2] <= '9') {
		for n += 2; n < len(s) && s[n] >= '0' && s[n] <= '9'; n++ {
		}
	}
	return n
}

// number reads a plain number or a percentage as a fraction.
func number(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	if p, ok := strings.CutSuffix(s, "%"); ok {
		v, err := strconv.ParseFloat(p, 64)
		return v / 100, err == nil && !math.IsNaN(v)
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && !math.IsNaN(v)
}

// FontSize is the size a font-size value gives within a parent's, in pixels;
// ok is false for what cannot be decided.
func FontSize(value string, parent float64) (px float64, ok bool) {
	switch value {
	case "inherit", "unset":
		return parent, true
	case "initial", "medium":
		return rootFont, true
	case "smaller":
		return parent / 1.2, true
	case "larger":
		return parent * 1.2, true
	case "xx-small", "x-small", "small", "large", "x-large", "xx-large", "xxx-large":
		return rootFont, true // all are legible, which is all that counts here
	}
	u := units{em: parent, base: parent, width: 390, height: 800} // of the smaller view: both are legible or none
	return u.length(value, 0)
}
