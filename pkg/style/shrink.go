package style

import "strings"

// shrunk is a box of less than two pixels that shows nothing outside of it.
func shrunk(get getter, v View, box Box, s Shape) Hiding {
	if s.Inline || s.Table || box.Root || !s.clipsX && !s.clipsY {
		return Hiding{}
	}
	if h := get(Height).Text; h == "" || h == "auto" || wide(h) {
		for _, c := range []Value{get(Contain), get(ContainerType)} {
			if strings.Contains(c.Text, "size") && !strings.Contains(c.Text, "inline-size") || c.Text == "strict" {
				return Hiding{Why: c.Source, Escapes: true}
			}
		}
	}
	if box.Folded != "" && s.clipsY && box.Item {
		return Hiding{Why: box.Folded, Sure: padding(get, PadBottom, box.Em) == 0 && get(Height).Text == "" && get(MinHeight).Text == "", Escapes: true}
	}
	if m := get(ClipMargin).Text; m != "" && !zero(m) && (get(OverflowX).Text == "clip" || get(OverflowY).Text == "clip") {
		return Hiding{}
	}
	width, height := v.size()
	u := units{em: box.Em, base: -1, width: width, height: height}
	for _, way := range []struct {
		on                               bool
		size, most, min, pad, lead, over Property
	}{
		{s.clipsX, Width, MaxWidth, MinWidth, PadRight, PadLeft, OverflowX},
		{s.clipsY, Height, MaxHeight, MinHeight, PadBottom, PadTop, OverflowY},
	} {
		if !way.on {
			continue
		}
		if h := small(get, u, way.size, way.most, way.min, way.pad); h.Why != "" {
			h.Sure = h.Sure && !box.Spun && !s.Spun && padding(get, PadLeft, box.Em) <= roomy && padding(get, PadTop, box.Em) <= oneLine
			if o := get(way.over).Text; h.Sure && (o == "auto" || o == "scroll") { // it scrolls into its padding
				h.Sure = padding(get, way.lead, box.Em) == 0
			}
			h.Sure = h.Sure && !(padding(get, PadTop, box.Em) > 0 && (box.Tight || get(LineHeight).Text != "")) // lines stick out into it
			if f := get(Flex).Text; h.Sure && box.Item && f != "" && f != "none" && !strings.HasPrefix(f, "0 ") && f != "0" {
				h.Sure = false // it may grow
			}
			return h
		}
	}
	return Hiding{}
}

// padding is the padding on one side, in pixels: as much as a large box may have
// where that is not decided.
func padding(get getter, side Property, em float64) float64 { return upTo(get, side, em, holder) }

// upTo is a length that is declared, in pixels: at most that, for a part of a
// size that is not known, and otherwise where it cannot be read.
func upTo(get getter, p Property, em, otherwise float64) float64 {
	text := get(p).Text
	if text == "" || wide(text) {
		return 0
	}
	if px, ok := (units{em: em, base: holder, width: 1280, height: 844}).length(text, 0); ok {
		return px
	}
	return otherwise
}

// small says whether a size comes down to nothing.
func small(get getter, u units, size, most, least, pad Property) Hiding {
	var found Value
	for _, p := range []Property{size, most} {
		value := get(p)
		if value.Text == "0%" && (p == Width || p == MaxWidth) {
			found = value
			break
		}
		if px, ok := u.length(value.Text, 0); ok && px < 2 && found.Text == "" {
			found = value
		}
	}
	if found.Text == "" {
		return Hiding{}
	}
	for _, p := range []Property{least, pad} {
		value := get(p)
		if value.Text == "" || wide(value.Text) || value.Text == "auto" {
			continue
		}
		px, ok := u.length(value.Text, 0)
		if ok && px >= oneLine {
			return Hiding{}
		}
		if !ok || px >= 2 {
			return Hiding{Why: found.Source, Escapes: true}
		}
	}
	return Hiding{Why: found.Source, Sure: true, Escapes: true}
}
