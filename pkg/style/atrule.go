package style

import (
	"strconv"
	"strings"
)

// atRule reads an at-rule with its block or up to its semicolon.
func (r *reader) atRule(b block) {
	r.at++
	text, stop := r.until("{;}")
	name, prelude := atName(text)
	if stop != '{' {
		if stop == ';' {
			r.at++
		}
		r.statement(b, name, prelude)
		return
	}
	r.at++
	r.begun = r.begun || name != "layer"
	inner, ok := r.enter(b, name, prelude)
	switch {
	case name == "property":
		r.property(strings.TrimSpace(prelude))
	case !ok || b.depth >= maxDepth:
		r.skipBlock()
	default:
		inner.depth = b.depth + 1
		r.contents(inner)
	}
}

// atName parts an at-rule's name from its prelude.
func atName(text string) (name, prelude string) {
	n := 0
	for n < len(text) && nameByte(text[n]) {
		n++
	}
	return strings.ToLower(text[:n]), strings.TrimSpace(text[n:])
}

// statement is an at-rule without a block.
func (r *reader) statement(b block, name, prelude string) {
	switch name {
	case "import":
		if !r.begun && b.depth == 0 && len(r.sheet.Imports) < maxNames {
			if i, ok := importOf(prelude, r); ok {
				r.sheet.Imports = append(r.sheet.Imports, i)
			}
		}
	case "layer":
		for _, l := range strings.Split(prelude, ",") {
			if l = strings.TrimSpace(l); l != "" && b.holds.yes|b.holds.open != 0 {
				r.sheet.layer(join(b.layer, l))
			}
		}
	case "charset", "namespace":
	default:
		r.begun = true
	}
}

// enter says what holds inside an at-rule; false when nothing in it is a rule
// that matters.
func (r *reader) enter(b block, name, prelude string) (block, bool) {
	switch name {
	case "media":
		b.holds = b.holds.and(media(prelude))
	case "supports":
		b.holds = b.holds.and(supports(prelude))
	case "container", "scope": // hangs on the layout; on more than a selector
		b.holds = verdict{open: b.holds.yes | b.holds.open}
	case "layer":
		if prelude == "" {
			prelude = r.nameless()
		}
		b.layer, b.layered = join(b.layer, prelude), true
		if b.holds.yes|b.holds.open != 0 {
			r.sheet.layer(b.layer)
		}
	default:
		return b, false
	}
	return b, true
}

// nameless is the name of a layer without one, unlike any other of the sheet.
func (r *reader) nameless() string {
	r.noID++
	return "(" + strconv.Itoa(r.noID) + ")"
}

// join is the full name of a layer inside another.
func join(outer, inner string) string {
	if outer == "" {
		return inner
	}
	return outer + "." + inner
}

// property reads the block of @property.
func (r *reader) property(name string) {
	var p registered
	var inherits, begun bool
	for {
		text, stop := r.until(";{}")
		key, value, _ := strings.Cut(text, ":")
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "inherits":
			p.inherits, inherits = strings.EqualFold(strings.TrimSpace(value), "true"), true
		case "initial-value":
			p.initial = fold(value)
		}
		r.at++
		if stop == '{' {
			r.skipBlock()
			begun = true
		}
		if stop == '}' || stop == 0 {
			break
		}
	}
	r.at = min(r.at, len(r.text))
	if inherits && !begun && strings.HasPrefix(name, "--") && len(r.sheet.registered) < maxNames {
		r.sheet.registered[name] = p
	}
}

// importOf reads the address, layer, @supports and media of an @import.
func importOf(s string, r *reader) (Import, bool) {
	url, rest := importURL(s)
	i := Import{URL: url, scope: Everywhere}
	rest = strings.TrimSpace(rest)
	low := strings.ToLower(rest)
	switch {
	case strings.HasPrefix(low, "layer("):
		if end := strings.IndexByte(rest, ')'); end > 0 {
			i.scope.layer, i.scope.layered = strings.TrimSpace(rest[6:end]), true
			rest = strings.TrimSpace(rest[end+1:])
		}
	case low == "layer" || strings.HasPrefix(low, "layer "):
		i.scope.layer, i.scope.layered = r.nameless(), true
		rest = strings.TrimSpace(rest[5:])
	}
	if i.scope.layered {
		r.sheet.layer(i.scope.layer)
	}
	if strings.HasPrefix(strings.ToLower(rest), "supports(") {
		if end := endOf(rest[8:], '(', ')'); end > 0 {
			inside := rest[9 : 8+end]
			if !strings.HasPrefix(strings.TrimSpace(inside), "(") {
				inside = "(" + inside + ")"
			}
			i.scope.holds = supports(inside)
			rest = strings.TrimSpace(rest[8+end+1:])
		}
	}
	i.scope.holds = i.scope.holds.and(media(rest))
	return i, url != ""
}

// importURL is the address of an @import and what stands behind it.
func importURL(s string) (url, rest string) {
	s = strings.TrimSpace(s)
	inside := false
	if len(s) > 4 && strings.EqualFold(s[:4], "url(") {
		s, inside = strings.TrimSpace(s[4:]), true
	}
	if s == "" {
		return "", ""
	}
	if q := s[0]; q == '"' || q == '\'' {
		end := strings.IndexByte(s[1:], q)
		if end < 0 {
			return "", ""
		}
		url, rest = s[1:1+end], s[end+2:]
		if inside {
			_, rest, _ = strings.Cut(rest, ")")
		}
		return url, rest
	}
	if !inside {
		return "", ""
	}
	url, rest, _ = strings.Cut(s, ")")
	return strings.TrimSpace(url), rest
}
