package style

import "strings"

// clipped is an element cut down to nothing.
func clipped(get getter, v View, box Box, s Shape) Hiding {
	if c := get(Clip); (s.Position == "absolute" || s.Position == "fixed") && noRect(c.Text, box.Em) {
		return Hiding{Why: c.Source, Sure: true}
	}
	c := get(ClipPath)
	name, args, ok := strings.Cut(c.Text, "(")
	if !ok {
		return Hiding{}
	}
	args, _, _ = strings.Cut(args, ")")
	gone, sure := false, true
	switch name {
	case "inset":
		if gone, sure = noInset(args, box.Em); !gone && !sure && box.Em <= rootFont && sliver(args) && (box.Words || box.brief()) {
			gone = true
			sure = get(Height).Text+get(MinHeight).Text+get(Border).Text == "" && padding(get, PadTop, box.Em)+padding(get, PadBottom, box.Em) == 0
		}
	case "circle", "ellipse":
		radius := strings.Fields(strings.Split(args, " at ")[0] + " ")
		gone = len(radius) > 0 && (zero(radius[0]) || len(radius) > 1 && name == "ellipse" && zero(radius[1]))
	case "polygon":
		gone = onePoint(args)
	case "rect", "xywh":
		f := strings.Fields(args)
		gone = name == "xywh" && len(f) >= 4 && (zero(f[2]) || zero(f[3])) ||
			name == "rect" && len(f) >= 4 && (f[0] == f[2] && f[0] != "auto" || f[1] == f[3] && f[1] != "auto")
	}
	if !gone && sure {
		return Hiding{}
	}
	return Hiding{Why: c.Source, Sure: sure}
}

// brief reports whether no more than a few lines stand in the element.
func (b Box) brief() bool {
	if b.Extent == nil {
		return false
	}
	px, _ := b.Extent()
	return px >= 0 && px <= word
}

func zero(s string) bool {
	f, ok := Length(s, rootFont)
	return ok && f == 0 || s == "0%"
}

func isSeparator(r rune) bool { return r == ' ' || r == ')' || r == ',' }

// noRect reports whether rect(top right bottom left) is smaller than two
// pixels in one direction.
func noRect(value string, em float64) bool {
	rest, ok := strings.CutPrefix(value, "rect(")
	f := strings.FieldsFunc(rest, isSeparator)
	if !ok || len(f) != 4 {
		return false
	}
	var at [4]float64
	for i := range at {
		if at[i], ok = Length(f[i], em); !ok {
			return false // auto is the element's own edge
		}
	}
	return at[2]-at[0] < 2 || at[1]-at[3] < 2
}

// noInset reports whether insets from the edges leave nothing. Those in
// pixels hang on the size: small ones leave something.
func noInset(args string, em float64) (gone, sure bool) {
	args, _, _ = strings.Cut(args, " round")
	f := strings.Fields(args)
	if len(f) == 0 || len(f) > 4 {
		return false, true
	}
	at := func(i int) string {
		for i >= len(f) {
			i = max(0, i-2)
			if i == 1 && len(f) == 1 {
				i = 0
			}
		}
		return f[i]
	}
	sure = true
	for _, pair := range [][2]string{{at(0), at(2)}, {at(1), at(3)}} {
		percent, px, ok := 0.0, 0.0, true
		for _, side := range pair {
			if p, is := strings.CutSuffix(side, "%"); is {
				v, isNumber := number(p)
				percent, ok = percent+v, ok && isNumber
			} else {
				v, isLength := Length(side, em)
				px, ok = px+v, ok && isLength
			}
		}
		switch {
		case ok && percent >= 100 && px >= 0 || ok && px > 4000:
			return true, true
		case ok && percent >= 90: // a line may be cut away
			sure = false
		case !ok || px > 10:
			sure = false
		}
	}
	return false, sure
}

// sliver reports whether insets leave at most a fiftieth from top to bottom:
// less than two pixels of a few lines.
func sliver(args string) bool {
	args, _, _ = strings.Cut(args, " round")
	f := strings.Fields(args)
	if len(f) == 0 {
		return false
	}
	bottom := f[0]
	if len(f) > 2 {
		bottom = f[2]
	}
	top, ok := strings.CutSuffix(f[0], "%")
	t, isNumber := number(top)
	bottom, is := strings.CutSuffix(bottom, "%")
	b, also := number(bottom)
	return ok && is && isNumber && also && t+b >= 98
}

// onePoint reports whether a polygon has all its corners on one line that
// runs along an edge, or in one point.
func onePoint(args string) bool {
	corners := strings.Split(args, ",")
	if len(corners) > 0 && strings.HasSuffix(strings.TrimSpace(corners[0]), "zero") {
		corners = corners[1:]
	}
	var x, y string
	sameX, sameY := true, true
	for i, c := range corners {
		f := strings.Fields(c)
		if len(f) != 2 {
			return false
		}
		for j := range f {
			if zero(f[j]) {
				f[j] = "0"
			}
		}
		if i == 0 {
			x, y = f[0], f[1]
		}
		sameX, sameY = sameX && f[0] == x, sameY && f[1] == y
	}
	return sameX || sameY
}
