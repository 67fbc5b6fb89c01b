package style

import (
	"math"
	"strconv"
	"strings"
)

// Color is an opaque sRGB colour.
type Color struct{ R, G, B uint8 }

// Contrast is the ratio of the luminances of two colours by WCAG 2: 1 for
// equal ones, 21 for black on white.
func Contrast(a, b Color) float64 {
	x, y := a.luminance(), b.luminance()
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func (c Color) luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// ParseColor reads a colour. clear says that it lets everything through;
// half-transparent colours and those of unknown form are not ok.
func ParseColor(s string) (c Color, clear, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "transparent" {
		return c, true, true
	}
	if hex, is := strings.CutPrefix(s, "#"); is {
		return hexColor(hex)
	}
	if strings.HasPrefix(s, "rgb") {
		return rgbColor(s)
	}
	c, ok = colorNames[s]
	return c, false, ok
}

func hexColor(h string) (c Color, clear, ok bool) {
	if len(h) == 3 || len(h) == 4 {
		long := make([]byte, 0, 8)
		for i := range len(h) {
			long = append(long, h[i], h[i])
		}
		h = string(long)
	}
	alpha := uint64(255)
	if len(h) == 8 {
		alpha, _ = strconv.ParseUint(h[6:], 16, 8)
		h = h[:6]
	}
	v, err := strconv.ParseUint(h, 16, 32)
	if err != nil || len(h) != 6 {
		return c, false, false
	}
	return Color{uint8(v >> 16), uint8(v >> 8), uint8(v)}, alpha == 0, alpha == 0 || alpha == 255
}

func rgbColor(s string) (c Color, clear, ok bool) {
	_, args, found := strings.Cut(s, "(")
	f := strings.FieldsFunc(strings.TrimSuffix(args, ")"), func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if !found || len(f) < 3 || len(f) > 4 {
		return c, false, false
	}
	var v [3]uint8
	for i := range v {
		n, isNumber := number(f[i])
		if !isNumber {
			return c, false, false
		}
		if strings.HasSuffix(f[i], "%") {
			n *= 255
		}
		v[i] = uint8(min(255, max(0, math.Round(n))))
	}
	alpha := 1.0
	if len(f) == 4 {
		if alpha, ok = number(f[3]); !ok {
			return c, false, false
		}
	}
	return Color{v[0], v[1], v[2]}, alpha <= 0, alpha <= 0 || alpha >= 1
}

// colorNames are the names that shops use; others are not decided.
var colorNames = map[string]Color{
	"white": {255, 255, 255}, "black": {0, 0, 0}, "red": {255, 0, 0}, "green": {0, 128, 0}, "blue": {0, 0, 255},
	"yellow": {255, 255, 0}, "orange": {255, 165, 0}, "gray": {128, 128, 128}, "grey": {128, 128, 128},
	"silver": {192, 192, 192}, "lightgray": {211, 211, 211}, "lightgrey": {211, 211, 211}, "darkgray": {169, 169, 169},
	"darkgrey": {169, 169, 169}, "dimgray": {105, 105, 105}, "whitesmoke": {245, 245, 245}, "snow": {255, 250, 250},
	"ivory": {255, 255, 240}, "navy": {0, 0, 128}, "maroon": {128, 0, 0}, "purple": {128, 0, 128}, "teal": {0, 128, 128},
	"lime": {0, 255, 0}, "aqua": {0, 255, 255}, "cyan": {0, 255, 255}, "fuchsia": {255, 0, 255}, "magenta": {255, 0, 255},
	"olive": {128, 128, 0}, "beige": {245, 245, 220}, "gainsboro": {220, 220, 220}, "ghostwhite": {248, 248, 255},
	"pink": {255, 192, 203}, "brown": {165, 42, 42}, "gold": {255, 215, 0},
}
