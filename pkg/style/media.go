package style

import "strings"

// media says in which views a media query list holds. Features that no view
// fixes stay open.
func media(list string) verdict {
	list = strings.ToLower(strings.TrimSpace(list))
	if list == "" {
		return always
	}
	v := never
	for _, query := range splitTop(list, ',') {
		v = v.or(mediaQuery(strings.Join(strings.Fields(query), " ")))
	}
	return v
}

// mediaQuery judges one query. "not" before a media type turns all of it.
func mediaQuery(query string) verdict {
	if rest, ok := cutWord(query, "not"); ok && !strings.HasPrefix(strings.TrimSpace(rest), "(") {
		if rest = strings.TrimSpace(rest); strings.HasPrefix(rest, "not ") {
			return never // no query
		}
		return mediaQuery(rest).not()
	}
	if name, _, _ := strings.Cut(query, " "); name != "not" && name != "only" && !strings.ContainsAny(name, "():<>") && !mediaType(name) {
		return never
	}
	return condition(query, mediaTerm, 0)
}

func mediaType(name string) bool { return name == "all" || name == "screen" || name == "print" }

// mediaTerm judges a media type or one feature.
func mediaTerm(term string) verdict {
	switch term {
	case "all", "screen":
		return always
	case "print", "speech", "tty", "tv", "projection", "handheld", "braille", "embossed", "aural":
		return never
	}
	if strings.ContainsAny(term, "<>") {
		return rangeTerm(term)
	}
	name, value, _ := strings.Cut(term, ":")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	if strings.HasSuffix(name, "aspect-ratio") {
		return ratio(strings.TrimSuffix(name, "aspect-ratio"), value)
	}
	if strings.HasSuffix(name, "resolution") || strings.HasSuffix(name, "device-pixel-ratio") {
		return density(name, value)
	}
	if dimension, least := strings.CutPrefix(name, "min-"); least {
		return sized(dimension, func(have, want float64) bool { return have >= want }, value)
	}
	if dimension, most := strings.CutPrefix(name, "max-"); most {
		return sized(dimension, func(have, want float64) bool { return have <= want }, value)
	}
	return featureTerm(name, value)
}

// The pixels of a view's screen for one of CSS, as screens of its kind have.
const (
	desktopDensity = 1.0
	phoneDensity   = 3.0
)

// density judges resolution and its older names, whose numbers have no unit.
func density(name, value string) verdict {
	n := numberLength(value)
	want, ok := number(value[:n])
	switch value[n:] {
	case "dppx", "x", "":
	case "dpi":
		want /= 96
	case "dpcm":
		want *= 2.54 / 96
	default:
		ok = false
	}
	name = strings.TrimPrefix(name, "-webkit-")
	switch {
	case !ok:
		return unclear
	case strings.HasPrefix(name, "-"), strings.HasPrefix(name, "min--"), strings.HasPrefix(name, "max--"):
		return never // other vendors' names
	case strings.HasPrefix(name, "min-"):
		return byView(desktopDensity >= want, phoneDensity >= want)
	case strings.HasPrefix(name, "max-"):
		return byView(desktopDensity <= want, phoneDensity <= want)
	}
	return byView(desktopDensity == want, phoneDensity == want)
}

// featureTerm judges a feature that has no limits.
func featureTerm(name, value string) verdict {
	switch name {
	case "width", "height", "device-width", "device-height":
		if value == "" {
			return always
		}
		return sized(name, func(have, want float64) bool { return have == want }, value)
	case "orientation":
		return byView(value == "landscape", value == "portrait")
	case "hover", "any-hover":
		return byView(value == "hover" || value == "", value == "none")
	case "pointer", "any-pointer":
		return byView(value == "fine" || value == "", value == "coarse" || value == "")
	case "prefers-color-scheme":
		return when(value == "light")
	case "scripting":
		return when(value == "enabled" || value == "")
	case "display-mode":
		return when(value == "browser")
	case "forced-colors", "inverted-colors":
		return when(value == "none")
	case "color", "color-gamut":
		return when(value == "" || value == "srgb" || value == "8")
	case "monochrome", "grid":
		return when(value == "0")
	case "update":
		return when(value == "fast" || value == "")
	case "-ms-high-contrast", "-moz-touch-enabled", "-webkit-animation":
		return never
	case "-webkit-transform-3d", "-webkit-transform-2d":
		return when(value != "0")
	}
	if strings.HasPrefix(name, "-moz-") || strings.HasPrefix(name, "-ms-") {
		return never
	}
	if strings.HasPrefix(name, "prefers-") {
		return when(value == "no-preference")
	}
	return unclear
}

// rangeTerm judges "width >= 600px" and "400px <= width < 700px".
func rangeTerm(term string) verdict {
	f := strings.Fields(strings.NewReplacer("<=", " <= ", ">=", " >= ", "<", " < ", ">", " > ").Replace(term))
	switch len(f) {
	case 3:
		if dimensionOf(f[0], Desktop) >= 0 {
			return sized(f[0], compare(f[1]), f[2])
		}
		return sized(f[2], compare(mirror(f[1])), f[0])
	case 5:
		return sized(f[2], compare(mirror(f[1])), f[0]).and(sized(f[2], compare(f[3]), f[4]))
	}
	return unclear
}

func compare(op string) func(have, want float64) bool {
	switch op {
	case "<":
		return func(have, want float64) bool { return have < want }
	case "<=":
		return func(have, want float64) bool { return have <= want }
	case ">":
		return func(have, want float64) bool { return have > want }
	}
	return func(have, want float64) bool { return have >= want }
}

// mirror turns an operator round, for a term whose value stands first.
func mirror(op string) string {
	return strings.NewReplacer("<", ">", ">", "<").Replace(op)
}

// sized compares a dimension of each view with a length.
func sized(dimension string, holds func(have, want float64) bool, value string) verdict {
	want, ok := Length(value, rootFont)
	if strings.Contains(dimension, "-moz-") || dimension == "monochrome" {
		return never
	}
	if !ok && !strings.Contains(value, "(") && dimensionOf(dimension, Desktop) >= 0 {
		return never // no length: the query is wrong
	}
	if !ok || dimensionOf(dimension, Desktop) < 0 {
		return unclear
	}
	return byView(holds(dimensionOf(dimension, Desktop), want), holds(dimensionOf(dimension, Phone), want))
}

// dimensionOf is a dimension of a view in pixels, -1 for other names.
func dimensionOf(name string, v View) float64 {
	width, height := v.size()
	switch name {
	case "width", "device-width":
		return width
	case "height", "device-height":
		return height
	}
	return -1
}

func byView(desktop, phone bool) verdict {
	var m Mask
	if desktop {
		m |= 1 << Desktop
	}
	if phone {
		m |= 1 << Phone
	}
	return verdict{yes: m}
}

func when(ok bool) verdict { return byView(ok, ok) }

// ratio judges aspect-ratio; limit is "min-", "max-" or nothing, perhaps with
// "device-" behind it.
func ratio(limit, value string) verdict {
	w, h, has := strings.Cut(value, "/")
	x, ok := number(w)
	y := 1.0
	if has {
		var isNumber bool
		y, isNumber = number(h)
		ok = ok && isNumber
	}
	if !ok || y <= 0 {
		return unclear
	}
	holds := func(v View) bool {
		width, height := v.size()
		switch strings.TrimSuffix(limit, "device-") {
		case "min-":
			return width*y >= x*height
		case "max-":
			return width*y <= x*height
		}
		return width*y == x*height
	}
	return byView(holds(Desktop), holds(Phone))
}
