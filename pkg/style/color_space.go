package style

import (
	"math"
	"strconv"
	"strings"
)

// colorFunction reads rgb(), hsl(), hwb(), oklab() and oklch().
func colorFunction(s string, depth int) (c Color, opacity float64, ok bool) {
	name, args, _ := strings.Cut(strings.TrimSuffix(s, ")"), "(")
	if name == "color-mix" || name == "light-dark" {
		return composed(name, args, depth)
	}
	if rest, is := strings.CutPrefix(args, "from "); is {
		return relativeColor(name, rest, depth)
	}
	if name == "color" {
		space, rest, _ := strings.Cut(strings.TrimSpace(args), " ")
		if space != "srgb" && (space != "display-p3" || depth > maxNesting) {
			return c, 0, false
		}
		name, args = space, rest
	}
	f := strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
	if len(f) < 3 || len(f) > 4 || strings.Contains(args, "(") {
		return c, 0, false
	}
	opacity = 1
	if len(f) == 4 {
		if opacity, ok = part(f[3], 1); !ok {
			return c, 0, false
		}
		opacity = clamp(opacity)
	}
	switch name {
	case "rgb", "rgba":
		c, ok = rgb(f)
	case "hsl", "hsla":
		c, ok = hsl(f)
	case "hwb":
		c, ok = hwb(f)
	case "oklab", "oklch":
		c, ok = oklab(f, name == "oklch")
	case "lab", "lch":
		c, ok = lab(f, name == "lch")
	case "srgb":
		c, ok = unit(f)
	case "display-p3":
		if c, ok = unit(f); c.R != c.G || c.G != c.B {
			ok = false // other primaries; greys are the same
		}
	default:
		return c, 0, false
	}
	return c, opacity, ok
}

func clamp(v float64) float64 { return max(0, min(1, v)) }

// part reads a number, or a percentage of whole; "none" is 0.
func part(s string, whole float64) (float64, bool) {
	if s == "none" {
		return 0, true
	}
	if p, ok := strings.CutSuffix(s, "%"); ok {
		v, err := strconv.ParseFloat(p, 64)
		return v / 100 * whole, err == nil
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// angle reads a hue in degrees.
func angle(s string) (float64, bool) {
	for unit, factor := range map[string]float64{"deg": 1, "grad": 0.9, "turn": 360, "rad": 180 / math.Pi} {
		if n, ok := strings.CutSuffix(s, unit); ok && (unit != "rad" || !strings.HasSuffix(s, "grad")) {
			v, ok := part(n, 1)
			return v * factor, ok
		}
	}
	return part(s, 360)
}

func rgb(f []string) (c Color, ok bool) {
	var v [3]uint8
	for i := range v {
		n, isNumber := part(f[i], 255)
		if !isNumber {
			return c, false
		}
		v[i] = uint8(min(255, max(0, math.Round(n))))
	}
	return Color{v[0], v[1], v[2]}, true
}

// unit reads three channels from 0 to 1.
func unit(f []string) (c Color, ok bool) {
	var v [3]uint8
	for i := range v {
		n, isNumber := part(f[i], 1)
		if !isNumber {
			return c, false
		}
		v[i] = channel(n)
	}
	return Color{v[0], v[1], v[2]}, true
}

// lab is by the formulas of CSS Color 4, 9 and 18, its D50 white brought to
// D65.
func lab(f []string, polar bool) (Color, bool) {
	l, ok := part(f[0], 100)
	a, ok1 := part(f[1], 125)
	b, ok2 := part(f[2], 125)
	if polar {
		h, isAngle := angle(f[2])
		ok2 = isAngle
		a, b = a*math.Cos(h*math.Pi/180), a*math.Sin(h*math.Pi/180)
	}
	y := (l + 16) / 116
	back := func(t, white float64) float64 {
		if c := t * t * t; c > 216.0/24389 {
			return c * white
		}
		return (116*t - 16) * 27 / 24389 * white
	}
	x50, y50, z50 := back(y+a/500, 0.9642956764), back(y, 1), back(y-b/200, 0.8251046025)
	x := 0.9554734215*x50 - 0.0230984549*y50 + 0.0632592432*z50
	w := -0.0283697093*x50 + 1.0099953980*y50 + 0.0210414374*z50
	z := 0.0123140145*x50 - 0.0205076492*y50 + 1.3303659009*z50
	return Color{
		channel(gamma(3.2409699419*x - 1.5373831776*w - 0.4986107603*z)),
		channel(gamma(-0.9692436363*x + 1.8759675015*w + 0.0415550574*z)),
		channel(gamma(0.0556300797*x - 0.2039769589*w + 1.0569715142*z)),
	}, ok && ok1 && ok2
}

// hsl is by the formula of CSS Color 4, 7.1.
func hsl(f []string) (Color, bool) {
	h, ok1 := angle(f[0])
	s, ok2 := part(strings.TrimSuffix(f[1], "%"), 1)
	l, ok3 := part(strings.TrimSuffix(f[2], "%"), 1)
	s, l = clamp(s/100), clamp(l/100)
	at := func(n float64) uint8 {
		k := math.Mod(n+h/30, 12)
		if k < 0 {
			k += 12
		}
		return channel(l - s*min(l, 1-l)*max(-1, min(k-3, 9-k, 1)))
	}
	return Color{at(0), at(8), at(4)}, ok1 && ok2 && ok3
}

func channel(v float64) uint8 { return uint8(math.Round(clamp(v) * 255)) }

// hwb is a pure hue with white and black (CSS Color 4, 8.1).
func hwb(f []string) (Color, bool) {
	pure, ok := hsl([]string{f[0], "100%", "50%"})
	w, ok1 := part(strings.TrimSuffix(f[1], "%"), 1)
	b, ok2 := part(strings.TrimSuffix(f[2], "%"), 1)
	w, b = clamp(w/100), clamp(b/100)
	if w+b >= 1 {
		grey := channel(w / (w + b))
		return Color{grey, grey, grey}, ok && ok1 && ok2
	}
	mix := func(v uint8) uint8 { return channel(float64(v)/255*(1-w-b) + w) }
	return Color{mix(pure.R), mix(pure.G), mix(pure.B)}, ok && ok1 && ok2
}

// oklab is by the matrices of CSS Color 4, 18; what is outside of sRGB is cut
// to it.
func oklab(f []string, polar bool) (Color, bool) {
	l, ok := part(f[0], 1)
	a, ok1 := part(f[1], 0.4)
	b, ok2 := part(f[2], 0.4)
	if polar {
		h, isAngle := angle(f[2])
		ok2 = isAngle
		a, b = a*math.Cos(h*math.Pi/180), a*math.Sin(h*math.Pi/180)
	}
	cube := func(v float64) float64 { return v * v * v }
	long := cube(l + 0.3963377774*a + 0.2158037573*b)
	mid := cube(l - 0.1055613458*a - 0.0638541728*b)
	short := cube(l - 0.0894841775*a - 1.2914855480*b)
	return Color{
		channel(gamma(4.0767416621*long - 3.3077115913*mid + 0.2309699292*short)),
		channel(gamma(-1.2684380046*long + 2.6097574011*mid - 0.3413193965*short)),
		channel(gamma(-0.0041960863*long - 0.7034186147*mid + 1.7076147010*short)),
	}, ok && ok1 && ok2
}

func gamma(v float64) float64 {
	if v <= 0.0031308 {
		return 12.92 * v
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}
