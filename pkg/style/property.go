package style

import "strings"

// Property is a property that can hide an element or its text.
type Property int

// The properties the package keeps; all others are dropped while reading.
const (
	Display Property = iota
	Visibility
	Opacity
	Position
	Left
	Right
	Top
	Bottom
	TextIndent
	Clip
	ClipPath
	Width
	Height
	MaxWidth
	MaxHeight
	Overflow
	FontSizeOf
	ColorOf
	Background
	BackgroundImage
	ContentVisibility
	Transform
	properties
)

// names are the CSS names of the properties, in the same order.
var names = [properties]string{
	"display", "visibility", "opacity", "position", "left", "right", "top", "bottom", "text-indent", "clip",
	"clip-path", "width", "height", "max-width", "max-height", "overflow", "font-size", "color", "background-color",
	"background-image",
	"content-visibility", "transform",
}

// String is the CSS name.
func (p Property) String() string { return names[p] }

// Declaration is one property with its value, in lower case, white space
// joined, without "!important".
type Declaration struct {
	Property  Property
	Value     string
	Important bool
}

// String is the declaration as CSS writes it.
func (d Declaration) String() string { return d.Property.String() + ":" + d.Value }

// declare turns a declaration of a sheet into those that are kept: none, one,
// or several for a shorthand.
func declare(name, value string) []Declaration {
	value = strings.Join(strings.Fields(strings.ToLower(value)), " ")
	important := false
	if i := strings.LastIndexByte(value, '!'); i >= 0 {
		if strings.TrimSpace(value[i+1:]) != "important" {
			return nil
		}
		value, important = strings.TrimSpace(value[:i]), true
	}
	if value == "" || len(value) > 200 {
		return nil
	}
	one := func(p Property, v string) []Declaration { return []Declaration{{p, v, important}} }
	switch name {
	case "overflow", "overflow-x", "overflow-y":
		return one(Overflow, value)
	case "background":
		return one(Background, backgroundColor(value))
	case "font":
		if size := fontSize(value); size != "" {
			return one(FontSizeOf, size)
		}
		return nil
	case "inset":
		return inset(value, important)
	case "-webkit-clip-path":
		return one(ClipPath, value)
	case "-webkit-transform":
		return one(Transform, value)
	case "all":
		return one(Display, value)
	}
	for p, n := range names {
		if n == name {
			return one(Property(p), value)
		}
	}
	return nil
}

// backgroundColor is the colour of the shorthand; "unknown" when a picture may
// cover it, "transparent" when it names none.
func backgroundColor(value string) string {
	if strings.Contains(value, "url(") || strings.Contains(value, "gradient(") || strings.Contains(value, "image") {
		return "unknown"
	}
	for _, word := range splitFields(value) {
		if _, _, ok := ParseColor(word); ok || strings.HasPrefix(word, "var(") {
			return word
		}
	}
	if value == "none" || value == "0" || value == "initial" || value == "unset" {
		return "transparent"
	}
	return "unknown"
}

// fontSize is the size in the font shorthand.
func fontSize(value string) string {
	for _, word := range strings.Fields(value) {
		size, _, _ := strings.Cut(word, "/")
		if _, ok := FontSize(size, rootFont); ok && (size[0] < '1' || size[0] > '9' || !allDigits(size)) {
			return size
		}
	}
	return ""
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// inset spreads the shorthand of the four offsets.
func inset(value string, important bool) []Declaration {
	f := splitFields(value)
	if len(f) == 0 || len(f) > 4 {
		return nil
	}
	at := func(i int) string {
		for i >= len(f) {
			i -= 2
		}
		return f[max(i, 0)]
	}
	return []Declaration{
		{Top, at(0), important}, {Right, at(1), important}, {Bottom, at(2), important}, {Left, at(3), important},
	}
}

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
