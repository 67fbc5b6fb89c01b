package style

import (
	"math"
	"strings"
)

// systemColors are the colours a page names after their use, in a light scheme.
var systemColors = map[string]Color{
	"canvas": {255, 255, 255}, "canvastext": {0, 0, 0}, "linktext": {0, 0, 238}, "field": {255, 255, 255}, "fieldtext": {0, 0, 0},
	"buttontext": {0, 0, 0},
}

// otherColors are names that are colours, and not decided.
func otherColor(name string) bool {
	switch name {
	case "currentcolor", "unknown", "transparent", "buttonface", "buttonborder", "graytext", "highlight", "highlighttext", "mark", "marktext",
		"activetext", "visitedtext", "selecteditem", "selecteditemtext", "accentcolor", "accentcolortext", "activeborder", "window",
		"windowtext", "inactivecaption", "captiontext", "infobackground", "infotext", "menu", "menutext", "scrollbar", "background",
		"appworkspace", "threedface", "threedshadow", "threedhighlight", "-webkit-link", "-webkit-text", "-webkit-activelink", "-internal-light-dark":
		return true
	}
	return false
}

// composed reads color-mix() and light-dark(), whose arguments are colours. A
// page is looked at in a light scheme. Mixtures are decided in sRGB, and of
// equal colours.
func composed(name, args string, depth int) (c Color, opacity float64, ok bool) {
	parts := splitTop(args, ',')
	switch {
	case depth > maxNesting:
	case name == "light-dark" && len(parts) == 2:
		return parseColor(parts[0], depth+1)
	case name == "color-mix" && len(parts) == 3:
		return mixed(strings.Fields(parts[0]), parts[1], parts[2], depth)
	}
	return c, 0, false
}

func mixed(space []string, first, second string, depth int) (c Color, opacity float64, ok bool) {
	a, p, ok1 := share(first)
	b, q, ok2 := share(second)
	x, xo, ok3 := parseColor(a, depth+1)
	y, yo, ok4 := parseColor(b, depth+1)
	if !ok1 || !ok2 || !ok3 || !ok4 || len(space) < 2 {
		return c, 0, false
	}
	switch {
	case p < 0 && q < 0:
		p, q = 0.5, 0.5
	case p < 0:
		p = 1 - q
	case q < 0:
		q = 1 - p
	}
	total := p + q
	if total <= 0 || p < 0 || q < 0 {
		return c, 0, false
	}
	p, q = p/total, q/total
	opacity = (xo*p + yo*q) * min(1, total)
	switch {
	case x == y || q == 0:
		return x, opacity, true
	case p == 0:
		return y, opacity, true
	case yo == 0: // what lets all through has no colour of its own
		return x, opacity, xo > 0
	case xo == 0:
		return y, opacity, true
	case space[1] != "srgb":
		return c, 0, false
	}
	mix := func(u, v uint8) uint8 {
		return uint8(math.Round((float64(u)*xo*p + float64(v)*yo*q) / (xo*p + yo*q)))
	}
	return Color{mix(x.R, y.R), mix(x.G, y.G), mix(x.B, y.B)}, opacity, true
}

// relativeColor reads a colour made from another whose channels stay as they
// are; its opacity may be set anew.
func relativeColor(name, args string, depth int) (c Color, opacity float64, ok bool) {
	args, alpha, has := strings.Cut(args, "/")
	f := splitFields(args)
	if depth > maxNesting || len(f) != 4 || strings.TrimSuffix(name, "a") != "rgb" || f[1]+f[2]+f[3] != "rgb" {
		return c, 0, false
	}
	if c, opacity, ok = parseColor(f[0], depth+1); ok && has && strings.TrimSpace(alpha) != "alpha" {
		opacity, ok = part(strings.TrimSpace(alpha), 1)
		opacity = clamp(opacity)
	}
	return c, opacity, ok
}

// share parts a colour of a mixture from its percentage, -1 without one.
func share(s string) (color string, part float64, ok bool) {
	part = -1
	for _, f := range splitFields(strings.TrimSpace(s)) {
		if strings.HasSuffix(f, "%") {
			if part, ok = number(f); !ok || part < 0 {
				return "", 0, false
			}
			continue
		}
		if color != "" {
			return "", 0, false
		}
		color = f
	}
	return color, part, color != ""
}
