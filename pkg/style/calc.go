package style

import "strings"

// function reads calc(), min(), max() and clamp().
func (u units) function(s string, depth int) (float64, bool) {
	name, _, ok := strings.Cut(s, "(")
	if !ok || endOf(s[len(name):], '(', ')') != len(s)-len(name)-1 {
		return 0, false
	}
	inner := s[len(name)+1 : len(s)-1]
	switch name {
	case "", "calc", "-webkit-calc":
		return u.sum(inner, depth+1)
	case "min", "max", "clamp":
		return u.pick(name, splitTop(inner, ','), depth)
	}
	return 0, false
}

// pick is the least, the greatest or the middle of a list.
func (u units) pick(name string, list []string, depth int) (float64, bool) {
	var v []float64
	for _, a := range list {
		x, ok := u.sum(a, depth+1)
		if !ok || len(v) > 20 {
			return 0, false
		}
		v = append(v, x)
	}
	out := v[0]
	for _, x := range v[1:] {
		if name == "min" {
			out = min(out, x)
		} else {
			out = max(out, x)
		}
	}
	if name == "clamp" {
		if len(v) != 3 {
			return 0, false
		}
		out = max(v[0], min(v[1], v[2]))
	}
	return out, true
}

// sum adds and subtracts products.
func (u units) sum(s string, depth int) (float64, bool) {
	total, sign := 0.0, 1.0
	f := splitFields(s)
	var product []string
	flush := func() bool {
		v, ok := u.product(product, depth)
		total += sign * v
		product = product[:0]
		return ok
	}
	for _, w := range f {
		if w == "+" || w == "-" {
			if !flush() {
				return 0, false
			}
			sign = 1
			if w == "-" {
				sign = -1
			}
			continue
		}
		product = append(product, w)
	}
	ok := flush()
	return total, ok
}

// product multiplies and divides; one factor at most has a unit.
func (u units) product(words []string, depth int) (float64, bool) {
	s := strings.Join(words, "")
	parts := splitTop(s, '*')
	total := 1.0
	for _, part := range parts {
		for i, x := range splitTop(part, '/') {
			v, ok := u.length(x, depth+1)
			if !ok {
				v, ok = number(x)
			}
			if !ok || i > 0 && v == 0 {
				return 0, false
			}
			if i == 0 {
				total *= v
			} else {
				total /= v
			}
		}
	}
	return total, s != ""
}
