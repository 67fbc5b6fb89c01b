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
	Float
	Left
	Right
	Top
	Bottom
	MarginLeft
	MarginTop
	TextIndent
	WhiteSpace
	Clip
	ClipPath
	Width
	Height
	MaxWidth
	MaxHeight
	MinWidth
	MinHeight
	PadRight
	PadBottom
	OverflowX
	OverflowY
	Flex
	FontSizeOf
	ColorOf
	TextFill
	Background
	BackgroundImage
	BackgroundClip
	ContentVisibility
	Transform
	Translate
	Scale
	Rotate
	Contain
	WillChange
	Filter
	Backdrop
	Perspective
	GridRows
	Animation
	Direction
	WritingMode
	TextAlign // only where it is the right
	Columns
	LineHeight  // only where lines overlap
	Spacing     // only where letters or words are far apart
	GridColumns // only where one is narrow
	ClipMargin
	Border // only where it is thick
	PadLeft
	PadTop
	TransformStyle
	ContainerType
	Justify // only where it puts items at the end
	Every
	properties
)

// Own.has keeps a bit for each.
const _ = uint(64 - properties)

// names are the CSS names of the properties, in the same order.
var names = [properties]string{
	"display", "visibility", "opacity", "position", "float", "left", "right", "top", "bottom", "margin-left", "margin-top",
	"text-indent", "white-space", "clip", "clip-path", "width", "height", "max-width", "max-height", "min-width", "min-height",
	"padding-right", "padding-bottom", "overflow-x", "overflow-y", "flex", "font-size", "color", "-webkit-text-fill-color",
	"background-color", "background-image", "background-clip", "content-visibility", "transform", "translate", "scale",
	"rotate", "contain", "will-change", "filter", "backdrop-filter", "perspective", "grid-template-rows",
	"animation", "direction", "writing-mode", "text-align", "columns", "line-height",
	"letter-spacing", "grid-template-columns", "overflow-clip-margin", "border",
	"padding-left", "padding-top", "transform-style", "container-type", "justify-content", "all",
}

// byName also knows the other names of the same properties. Logical ones are
// those of text from left to right.
var byName = func() map[string]Property {
	out := map[string]Property{
		"-webkit-clip-path": ClipPath, "-webkit-transform": Transform, "-webkit-animation": Animation,
		"animation-name": Animation, "-webkit-animation-name": Animation, "flex-grow": Flex, "flex-basis": Flex,
		"inline-size": Width, "block-size": Height, "max-inline-size": MaxWidth, "max-block-size": MaxHeight,
		"min-inline-size": MinWidth, "min-block-size": MinHeight, "inset-inline-start": Left, "inset-inline-end": Right,
		"inset-block-start": Top, "inset-block-end": Bottom, "margin-inline-start": MarginLeft, "margin-block-start": MarginTop,
		"-webkit-background-clip": BackgroundClip, "padding-inline-start": PadLeft, "padding-block-start": PadTop, "padding-inline-end": PadRight, "padding-block-end": PadBottom,
		"overflow-inline": OverflowX, "overflow-block": OverflowY, "word-spacing": Spacing, "gap": Columns, "column-gap": Columns, "column-count": Columns, "column-width": Columns,
		"flex-direction": Justify, "flex-flow": Justify, "justify-items": Justify, "justify-self": Justify,
		"place-content": Justify, "place-items": Justify, "place-self": Justify, "border-right": Border, "border-left": Border, "border-width": Border, "border-right-width": Border, "border-left-width": Border,
		"border-top": Border, "border-bottom": Border, "border-inline": Border, "border-block": Border,
	}
	for p, n := range names {
		out[n] = Property(p)
	}
	return out
}()

// String is the CSS name.
func (p Property) String() string { return names[p] }

// inherited reports whether those inside an element get its value.
func (p Property) inherited() bool {
	switch p {
	case Visibility, TextIndent, WhiteSpace, FontSizeOf, ColorOf, TextFill, Direction, WritingMode, TextAlign, LineHeight, Spacing:
		return true
	}
	return false
}

// Declaration is one property with its value, in lower case, white space
// joined, without "!important".
type Declaration struct {
	Property  Property
	Value     string
	Important bool
}

// String is the declaration as CSS writes it.
func (d Declaration) String() string { return d.Property.String() + ":" + d.Value }

// maxValue is how long a value is kept; what hides is short.
const maxValue = 400

// declare adds what a declaration of a sheet sets to a list: nothing, one
// property, or several for a shorthand. name is in lower case.
func declare(out []Declaration, name, value string) []Declaration {
	p, plain := byName[name]
	if !plain && !shorthand(name) {
		return out
	}
	value = fold(value)
	important := false
	if i := strings.LastIndexByte(value, '!'); i >= 0 {
		if strings.TrimSpace(value[i+1:]) != "important" {
			return out
		}
		value, important = strings.TrimSpace(value[:i]), true
	}
	if value == "" || len(value) > maxValue {
		return out
	}
	if strings.Contains(value, "\\") && !strings.ContainsAny(value, `"'(`) {
		value = strings.ToLower(unescape(value))
	}
	if strings.Contains(value, "var(") && unmatched(value) {
		return out // other wrong values are seen to be wrong
	}
	if p == Every && plain {
		return everything(out, value, important)
	}
	if plain {
		if valid(p, value) {
			out = append(out, Declaration{p, value, important})
		}
		return out
	}
	return spread(out, name, value, important)
}

// everything is the property all, which sets every other.
func everything(out []Declaration, value string, important bool) []Declaration {
	if wide(value) {
		for p := range Every {
			if p != Direction {
				out = append(out, Declaration{p, value, important})
			}
		}
	}
	return out
}

// fold joins white space and gives lower case.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// Inline reads the declarations of a style attribute that can hide.
func Inline(text string) []Declaration {
	out, _ := inline(text)
	return out
}

func inline(text string) ([]Declaration, []variable) {
	if text == "" || len(text) > 1<<16 {
		return nil, nil
	}
	r := reader{scanner: scanner{text: text}, sheet: &Sheet{}}
	for r.skipSpace(); r.at < len(r.text); r.skipSpace() {
		part, stop := r.until("{;}")
		switch stop {
		case '{':
			r.at++
			r.skipBlock()
			if !isCustom(part) {
				r.until(";") // a block in a declaration spoils it
			}
		default:
			r.declaration(part)
		}
		r.at++
	}
	return r.decls, r.vars
}
