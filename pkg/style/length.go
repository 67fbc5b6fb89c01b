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

// function reads calc(), min(), max() and clamp().
func (u units) function(s string, depth int) (float64, bool) {
	name, _, ok := strings.Cut(s, "(")
	if !ok || endOf(s[len(name):], '(', ')') != len(s)-len(name)-1 {
		return 0, false
	}
	inner := s[len(name)+1 : len(s)-1]
	switch name {
	case "", "calc", "-webkit-calc":
		return u.sum(inner, depth+1)
	case "min", "max", "clamp":
		return u.pick(name, splitTop(inner, ','), depth)
	}
	return 0, false
}

// pick is the least, the greatest or the middle of a list.
func (u units) pick(name string, list []string, depth int) (float64, bool) {
	var v []float64
	for _, a := range list {
		x, ok := u.sum(a, depth+1)
		if !ok || len(v) > 20 {
			return 0, false
		}
		v = append(v, x)
	}
	out := v[0]
	for _, x := range v[1:] {
		if name == "min" {
			out = min(out, x)
		} else {
			out = max(out, x)
		}
	}
	if name == "clamp" {
		if len(v) != 3 {
			return 0, false
		}
		out = max(v[0], min(v[1], v[2]))
	}
	return out, true
}

// sum adds and subtracts products.
func (u units) sum(s string, depth int) (float64, bool) {
	total, sign := 0.0, 1.0
	f := splitFields(s)
	var product []string
	flush := func() bool {
		v, ok := u.product(product, depth)
		total += sign * v
		product = product[:0]
		return ok
	}
	for _, w := range f {
		if w == "+" || w == "-" {
			if !flush() {
				return 0, false
			}
			sign = 1
			if w == "-" {
				sign = -1
			}
			continue
		}
		product = append(product, w)
	}
	ok := flush()
	return total, ok
}

// product multiplies and divides; one factor at most has a unit.
func (u units) product(words []string, depth int) (float64, bool) {
	s := strings.Join(words, "")
	parts := splitTop(s, '*')
	total := 1.0
	for _, part := range parts {
		for i, x := range splitTop(part, '/') {
			v, ok := u.length(x, depth+1)
			if !ok {
				v, ok = number(x)
			}
			if !ok || i > 0 && v == 0 {
				return 0, false
			}
			if i == 0 {
				total *= v
			} else {
				total /= v
			}
		}
	}
	return total, s != ""
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
