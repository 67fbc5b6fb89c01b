package style

import (
	"math"
	"strconv"
	"strings"
)

// rootFont is the font size of a page that sets none, in pixels.
const rootFont = 16.0

// Length reads a CSS length in pixels. em is the font size that relative
// units count in. Percentages, viewport units and calc() are not decided.
func Length(s string, em float64) (px float64, ok bool) {
	s = strings.TrimSpace(s)
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.' || (s[n] == '-' || s[n] == '+') && n == 0) {
		n++
	}
	v, err := strconv.ParseFloat(s[:n], 64)
	if err != nil {
		return 0, false
	}
	switch s[n:] {
	case "px":
		return v, true
	case "":
		return 0, v == 0
	case "em":
		return v * em, true
	case "rem":
		return v * rootFont, true
	case "ch", "ex":
		return v * em / 2, true
	case "pt":
		return v * 4 / 3, true
	case "cm":
		return v * 96 / 2.54, true
	case "in":
		return v * 96, true
	}
	return 0, v == 0
}

// number reads a plain number or a percentage as a fraction.
func number(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	if p, ok := strings.CutSuffix(s, "%"); ok {
		v, err := strconv.ParseFloat(p, 64)
		return v / 100, err == nil
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
	case "initial", "medium", "revert":
		return rootFont, true
	case "smaller":
		return parent / 1.2, true
	case "larger":
		return parent * 1.2, true
	case "xx-small", "x-small", "small", "large", "x-large", "xx-large":
		return rootFont, true // all are legible, which is all that counts here
	}
	if p, ok := strings.CutSuffix(value, "%"); ok {
		v, err := strconv.ParseFloat(p, 64)
		return v / 100 * parent, err == nil
	}
	return Length(value, parent)
}
