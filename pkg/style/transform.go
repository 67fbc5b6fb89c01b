package style

import (
	"math"
	"strconv"
	"strings"
)

// translated adds what transforms move along both axes.
func translated(get getter, em float64, x, y *axis) {
	t := get(Translate)
	f := splitFields(t.Text)
	for i, a := range []*axis{x, y} {
		if i < len(f) {
			a.move(f[i], em, t.Source)
		}
	}
	t = get(Transform)
	for _, part := range splitFields(t.Text) {
		name, args, ok := strings.Cut(strings.TrimSuffix(part, ")"), "(")
		if !ok {
			continue
		}
		arg := splitTop(args, ',')
		switch name {
		case "translate", "translate3d":
			x.move(arg[0], em, t.Source)
			if len(arg) > 1 {
				y.move(arg[1], em, t.Source)
			}
		case "translatex":
			x.move(arg[0], em, t.Source)
		case "translatey":
			y.move(arg[0], em, t.Source)
		case "matrix":
			if len(arg) == 6 {
				x.move(strings.TrimSpace(arg[4])+"px", em, t.Source)
				y.move(strings.TrimSpace(arg[5])+"px", em, t.Source)
			}
		}
	}
}

func (a *axis) move(arg string, em float64, source string) {
	arg = strings.TrimSpace(arg)
	if p, ok := strings.CutSuffix(arg, "%"); ok {
		if v, err := strconv.ParseFloat(p, 64); err == nil && v != 0 {
			a.part += v / 100
			a.source = source
		}
		return
	}
	u := units{em: em, base: 0, width: a.width, height: a.height}
	px, ok := u.length(arg, 0)
	u.base = 1
	if more, _ := u.length(arg, 0); ok && !math.IsNaN(more) && more != 0 {
		a.shift += px
		a.part += more - px
		a.source = source
	}
}

// scaled is an element transformed to nothing.
func scaled(get getter, _ View, box Box, s Shape) Hiding {
	if s.Inline {
		return Hiding{}
	}
	if c := get(Scale); c.Text != "" {
		for i, f := range splitFields(c.Text) {
			if v, ok := number(f); ok && math.Abs(v) < dwarf && i < 2 {
				return Hiding{Why: c.Source, Sure: math.Abs(v)*box.Em < 1}
			}
		}
	}
	if c := get(Rotate); c.Text != "" && c.Text != "none" && !wide(c.Text) {
		if f := splitFields(c.Text); len(f) == 2 && (f[0] == "x" || f[0] == "y") && flat("rotate"+f[0], f[1:]) {
			return Hiding{Why: c.Source, Sure: true}
		}
	}
	t := get(Transform)
	for _, part := range splitFields(t.Text) {
		name, args, ok := strings.Cut(strings.TrimSuffix(part, ")"), "(")
		if ok && flat(name, strings.Split(args, ",")) {
			return Hiding{Why: t.Source, Sure: true}
		}
	}
	return Hiding{}
}

// flat reports whether a transform leaves no area.
func flat(name string, args []string) bool {
	nought := func(i int) bool {
		v, ok := number(args[i])
		return ok && math.Abs(v) < dwarf/2
	}
	switch name {
	case "scale", "scale3d":
		return nought(0) || len(args) > 1 && nought(1)
	case "scalex", "scaley":
		return nought(0)
	case "rotatex", "rotatey":
		a := strings.TrimSpace(args[0])
		return a == "90deg" || a == "-90deg" || a == "270deg"
	case "matrix":
		return len(args) == 6 && (nought(0) && nought(1) || nought(2) && nought(3))
	}
	return false
}
