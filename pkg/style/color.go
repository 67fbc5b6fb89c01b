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

// Over is the colour with some opacity, from 0 to 1, on top of another.
func (c Color) Over(under Color, opacity float64) Color {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*opacity + float64(b)*(1-opacity))) }
	return Color{mix(c.R, under.R), mix(c.G, under.G), mix(c.B, under.B)}
}

// ParseColor reads a colour with its opacity, from 0 to 1. ok is false for
// forms that are not known.
func ParseColor(s string) (c Color, opacity float64, ok bool) { return parseColor(s, 0) }

func parseColor(s string, depth int) (c Color, opacity float64, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "transparent" {
		return c, 0, true
	}
	if hex, is := strings.CutPrefix(s, "#"); is {
		return hexColor(hex)
	}
	if strings.HasSuffix(s, ")") {
		return colorFunction(s, depth)
	}
	if c, ok = colorNames[s]; !ok {
		c, ok = systemColors[s]
	}
	return c, 1, ok
}

func hexColor(h string) (c Color, opacity float64, ok bool) {
	if len(h) == 3 || len(h) == 4 {
		long := make([]byte, 0, 8)
		for i := range len(h) {
			long = append(long, h[i], h[i])
		}
		h = string(long)
	}
	alpha := uint64(255)
	var err error
	if len(h) == 8 {
		if alpha, err = strconv.ParseUint(h[6:], 16, 8); err != nil {
			return c, 0, false
		}
		h = h[:6]
	}
	v, err := strconv.ParseUint(h, 16, 32)
	if err != nil || len(h) != 6 {
		return c, 0, false
	}
	return Color{uint8(v >> 16), uint8(v >> 8), uint8(v)}, float64(alpha) / 255, true
}
