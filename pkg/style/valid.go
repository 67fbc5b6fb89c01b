package style

import (
	"slices"
	"strings"
)

// words are the keywords a property takes; a declaration with another is
// dropped by browsers, so that a weaker one wins.
var keywords = map[Property][]string{
	Display: {
		"none", "block", "inline", "inline-block", "flex", "inline-flex", "grid", "inline-grid", "table", "inline-table",
		"table-cell", "table-row", "table-row-group", "table-header-group", "table-footer-group", "table-column",
		"table-column-group", "table-caption", "list-item", "contents", "flow-root", "flow", "ruby", "ruby-text", "math",
		"-webkit-box", "-webkit-inline-box", "-webkit-flex", "-webkit-inline-flex",
	},
	Visibility:        {"visible", "hidden", "collapse"},
	Position:          {"static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"},
	Float:             {"none", "left", "right", "inline-start", "inline-end"},
	OverflowX:         {"visible", "hidden", "clip", "auto", "scroll", "overlay"},
	OverflowY:         {"visible", "hidden", "clip", "auto", "scroll", "overlay"},
	ContentVisibility: {"visible", "auto", "hidden"},
}

// valid reports whether a browser keeps a declaration. It is strict only
// where that is cheap to know.
func valid(p Property, value string) bool {
	if wide(value) || strings.Contains(value, "var(") || strings.Contains(value, "env(") {
		return true
	}
	if value == "" || strings.ContainsAny(value, "{}!;") {
		return false
	}
	if list := keywords[p]; list != nil {
		return slices.Contains(list, value) || p == Display && strings.Contains(value, " ")
	}
	switch p {
	case Opacity:
		_, ok := number(value)
		return ok || strings.Contains(value, "(")
	case Left, Right, Top, Bottom, MarginLeft, MarginTop, Width, Height, TextIndent, PadLeft, PadTop, PadRight, PadBottom,
		MinWidth, MinHeight, MaxWidth, MaxHeight, FontSizeOf:
		return measure(p, value)
	case Direction:
		return value == "ltr" || value == "rtl"
	case TextAlign:
		return value == "right" || value == "end" || value == "-webkit-right"
	case Columns:
		px, ok := Length(value, rootFont)
		return (!ok || px > 60) && value != "auto" && value != "normal"
	case Spacing:
		px, ok := Length(value, rootFont)
		return !ok && value != "normal" || px > 5 || px < -2
	case GridColumns:
		return narrow(value)
	case LineHeight:
		f, ok := number(value)
		px, isLength := Length(value, rootFont)
		return ok && f < 1 || isLength && px < rootFont
	case ContainerType:
		return value == "normal" || strings.Contains(value, "size")
	case Justify:
		return strings.Contains(value, "end") || strings.Contains(value, "right") || strings.Contains(value, "space-") || strings.Contains(value, "reverse") || strings.Contains(value, "var(")
	case TransformStyle:
		return value == "preserve-3d" || value == "flat"
	case Border:
		return thick(value)
	case ColorOf, Background, TextFill:
		return value == "unknown" || value == "currentcolor" || colorLike(value)
	case Every:
		return false
	}
	return true
}

// sizeWords are the words that sizes, offsets and margins take.
var sizeWords = []string{
	"auto", "none", "min-content", "max-content", "fit-content", "stretch", "content", "-webkit-fill-available",
	"-webkit-fit-content", "-webkit-min-content", "-webkit-max-content", "min-intrinsic", "intrinsic",
}

// measure reports whether a value is a length, a percentage or a word. Numbers
// without a unit are none, but for 0; sizes and paddings are not negative.
func measure(p Property, value string) bool {
	c := value[0]
	if c >= 'a' && c <= 'z' || c == '-' && len(value) > 1 && value[1] >= 'a' && value[1] <= 'z' {
		return strings.Contains(value, "(") || p == FontSizeOf || slices.Contains(sizeWords, value)
	}
	first, _, _ := strings.Cut(value, " ")
	n := numberLength(first)
	if n == 0 || len(first) < len(value) && p != TextIndent {
		return false
	}
	unit := first[n:]
	if unit == "" && strings.Trim(first, "+-0.") != "" {
		return false
	}
	switch p {
	case Width, Height, MinWidth, MinHeight, MaxWidth, MaxHeight, PadLeft, PadTop, PadRight, PadBottom, FontSizeOf:
		if c == '-' && strings.Trim(first[:n], "-0.") != "" {
			return false
		}
	}
	return unit == "" || unit == "%" || (unit[0] >= 'a' && unit[0] <= 'z')
}

// narrow reports whether one of a grid's columns is too narrow for a word.
func narrow(value string) bool {
	for _, word := range splitFields(value) {
		if px, ok := Length(word, rootFont); ok && px < 60 {
			return true
		}
	}
	return strings.Contains(value, "(0px,") && !strings.Contains(value, "minmax")
}

// thick reports whether a border takes room that counts, in pixels.
func thick(value string) bool {
	for _, word := range splitFields(value) {
		if px, ok := Length(word, rootFont); ok && px >= 2 || word == "medium" || word == "thick" {
			return true
		}
	}
	return false
}

// colorLike reports whether a value may be a colour at all: "#12" and names
// with digits are none.
func colorLike(value string) bool {
	if hex, ok := strings.CutPrefix(value, "#"); ok {
		switch len(hex) {
		case 3, 4, 6, 8:
			return strings.Trim(hex, "0123456789abcdef") == ""
		}
		return false
	}
	if strings.Contains(value, "(") {
		return true
	}
	_, _, ok := ParseColor(value)
	return ok || otherColor(value)
}

// unmatched reports whether a bracket closes in a value that is not open there.
func unmatched(value string) bool {
	var open []byte
	for i := 0; i < len(value); i++ {
		switch c := value[i]; c {
		case '\\':
			i++
		case '"', '\'':
			end := strings.IndexByte(value[i+1:], c)
			if end < 0 {
				return false
			}
			i += end + 1
		case '(':
			open = append(open, ')')
		case '[':
			open = append(open, ']')
		case '{':
			open = append(open, '}')
		case ')', ']', '}':
			if len(open) == 0 || open[len(open)-1] != c {
				return true
			}
			open = open[:len(open)-1]
		}
	}
	return false
}
