package style

import "strings"

// shorthand reports whether a property stands for several that are kept.
func shorthand(name string) bool {
	switch name {
	case "overflow", "background", "font", "inset", "margin", "padding", "margin-inline", "margin-block", "padding-block", "padding-inline", "inset-inline", "inset-block":
		return true
	}
	return false
}

// wide reports whether a value is one that every property takes.
func wide(value string) bool {
	switch value {
	case "inherit", "initial", "unset", "revert", "revert-layer":
		return true
	}
	return false
}

// spread adds the parts of a shorthand that are kept.
func spread(out []Declaration, name, value string, important bool) []Declaration {
	add := func(p Property, v string) { out = append(out, Declaration{p, v, important}) }
	switch name {
	case "overflow":
		f := splitFields(value)
		if len(f) <= 2 && valid(OverflowX, f[0]) && valid(OverflowY, f[len(f)-1]) {
			add(OverflowX, f[0])
			add(OverflowY, f[len(f)-1])
		}
	case "background":
		background(value, add)
	case "font":
		if size := fontSize(value); size != "" {
			add(FontSizeOf, size)
		}
	case "inset":
		sides(value, [4]Property{Top, Right, Bottom, Left}, add)
	case "margin":
		sides(value, [4]Property{MarginTop, -1, -1, MarginLeft}, add)
	case "padding":
		sides(value, [4]Property{PadTop, PadRight, PadBottom, PadLeft}, add)
	case "inset-inline":
		sides(value, [4]Property{Left, Right, -1, -1}, add)
	case "inset-block":
		sides(value, [4]Property{Top, Bottom, -1, -1}, add)
	case "padding-block":
		sides(value, [4]Property{PadTop, -1, PadBottom, -1}, add)
	case "padding-inline":
		sides(value, [4]Property{-1, PadRight, -1, PadLeft}, add)
	case "margin-inline":
		add(MarginLeft, splitFields(value)[0])
	case "margin-block":
		add(MarginTop, splitFields(value)[0])
	}
	return out
}

// sides spreads one to four values over top, right, bottom and left; -1 for
// sides that are not kept.
func sides(value string, at [4]Property, add func(Property, string)) {
	f := splitFields(value)
	if len(f) == 0 || len(f) > 4 {
		return
	}
	for i, p := range at {
		for i >= len(f) {
			i -= 2
			if i < 0 {
				i = 0
			}
		}
		if p >= 0 && valid(p, f[i]) {
			add(p, f[i])
		}
	}
}

// background sets the colour and the picture of the shorthand.
func background(value string, add func(Property, string)) {
	if wide(value) || strings.Contains(value, "var(") && len(splitFields(value)) == 1 {
		add(Background, value)
		add(BackgroundImage, "none")
		return
	}
	picture := "none"
	if strings.Contains(value, "url(") || strings.Contains(value, "gradient(") || strings.Contains(value, "image") || strings.Contains(value, "element(") {
		picture = "unknown"
	}
	color := "transparent"
	for _, word := range splitFields(value) {
		if word == "currentcolor" {
			color = word
		} else if _, _, ok := ParseColor(word); ok || strings.HasPrefix(word, "var(") || strings.Contains(word, "(") && !strings.HasPrefix(word, "url(") && picture == "none" {
			color = word
		}
	}
	add(Background, color)
	add(BackgroundImage, picture)
	if strings.HasSuffix(value, " text") || strings.Contains(value, " text ") {
		add(BackgroundClip, "text")
	} else {
		add(BackgroundClip, "border-box")
	}
}

// fontSize is the size in the font shorthand.
func fontSize(value string) string {
	if wide(value) {
		return value
	}
	if strings.HasPrefix(value, "var(") {
		return "unknown"
	}
	for _, word := range splitFields(value) {
		size, _, _ := strings.Cut(word, "/")
		if _, ok := FontSize(size, rootFont); ok && (size[0] < '1' || size[0] > '9' || !allDigits(size)) {
			return size
		}
	}
	return ""
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// splitFields splits at spaces outside of parentheses.
func splitFields(s string) []string {
	var out []string
	for _, f := range splitTop(s, ' ') {
		if f != "" {
			out = append(out, f)
		}
	}
	return out
}
