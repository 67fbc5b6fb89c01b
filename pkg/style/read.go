package style

import (
	"slices"
	"strings"
)

// block is what encloses the place in the sheet where the reader is.
type block struct {
	holds   verdict
	layer   string // full name
	layered bool
	prelude string // selectors of the open ruleset; "" outside of one
	depth   int
}

// reader reads one sheet.
type reader struct {
	scanner
	sheet *Sheet
	begun bool // a rule was met: no @import after it
	noID  int  // layers without a name so far
	decls []Declaration
	vars  []variable
	sized bool   // box-sizing is declared so that padding is a part of the size
	asked string // the selectors that sound was last asked about …
	known bool   // … and its answer
}

// Parse reads a sheet. Faults are passed over as browsers do; there is no text
// that it refuses.
func Parse(text string) *Sheet {
	r := reader{scanner: scanner{text: text[:min(len(text), maxSheet)]}, sheet: newSheet()}
	r.text = strings.TrimPrefix(r.text, "\uFEFF")
	r.contents(block{holds: always})
	r.sheet.last = nil
	return r.sheet
}

// contents reads what stands in a block, up to its end or that of the sheet.
func (r *reader) contents(b block) {
	top := b.depth == 0
	for r.sheet.rules < maxRules {
		if top {
			r.skipMarks()
		} else {
			r.skipSpace()
		}
		if r.at >= len(r.text) {
			break
		}
		switch c := r.text[r.at]; {
		case c == '}' && !top:
			r.at++
			r.flush(b)
			return
		case c == ';' && b.prelude != "": // outside of rules it spoils the selector behind it
			r.at++
		case c == '@':
			r.flush(b)
			r.atRule(b)
		default:
			r.item(b)
		}
	}
	r.flush(b)
}

// item reads a declaration or a ruleset.
func (r *reader) item(b block) {
	stops := "{;}"
	switch {
	case b.depth == 0: // outside of blocks only rulesets stand
		stops = "{"
	case b.prelude == "": // … and within those of conditions
		stops = "{}"
	}
	start := r.at
	text, stop := r.until(stops)
	if stop == '{' && b.prelude != "" && isCustom(text) {
		r.at = start
		r.custom(text)
		return
	}
	switch stop {
	case '{':
		r.at++
		r.begun = true
		r.ruleset(b, strings.TrimSpace(text))
	default:
		if stop == ';' {
			r.at++
		}
		if stop == '}' && b.depth == 0 {
			r.at++
		}
		if b.prelude != "" {
			r.declaration(text)
		}
	}
}

// isCustom reports whether a text begins a custom property.
func isCustom(text string) bool {
	name, _, ok := strings.Cut(text, ":")
	return ok && strings.HasPrefix(strings.TrimSpace(name), "--") && !strings.ContainsAny(strings.TrimSpace(name), " .#[&>")
}

// custom reads a custom property whose value holds blocks, which is of no use
// here: only its end is looked for.
func (r *reader) custom(string) {
	for {
		_, stop := r.until("{;}")
		if stop != '{' {
			if stop == ';' {
				r.at++
			}
			return
		}
		r.at++
		r.skipBlock()
	}
}

func (r *reader) ruleset(b block, selectors string) {
	r.flush(b)
	if !r.sound(b.prelude) { // nothing inside of it counts
		r.skipBlock()
		return
	}
	inner := b
	inner.depth++
	if inner.prelude = nest(b.prelude, selectors); inner.prelude == "" || inner.depth > maxDepth || strings.HasPrefix(selectors, "-->") {
		r.skipBlock()
		return
	}
	r.contents(inner)
}

// sound reports whether browsers read the selectors of an open ruleset. The
// rules inside of one ask one after the other: the last answer is kept.
func (r *reader) sound(prelude string) bool {
	if prelude != r.asked {
		_, r.known = parseSelectors(prelude, 0)
		r.asked = prelude
	}
	return prelude == "" || r.known
}

func (r *reader) declaration(text string) {
	name, value, ok := strings.Cut(text, ":")
	if !ok {
		return
	}
	name = strings.TrimSpace(name)
	if strings.HasPrefix(name, "--") {
		if v, ok := newVariable(unescape(name), value); ok && len(r.vars) < 2000 {
			r.vars = append(r.vars, v)
		}
		return
	}
	if name = strings.ToLower(name); name == "box-sizing" && (strings.Contains(value, "border-box") || strings.Contains(value, "inherit")) {
		r.sized = true
	}
	if len(r.decls) < 200 {
		r.decls = declare(r.decls, name, value)
	}
}

// flush files the declarations read so far under the open selectors.
func (r *reader) flush(b block) {
	decls, vars := r.decls, r.vars
	r.decls, r.vars = nil, nil
	if r.sized && b.holds.yes == All && slices.ContainsFunc(splitTop(b.prelude, ','), func(s string) bool { return strings.TrimSpace(s) == "*" }) {
		r.sheet.bordered = true
	}
	r.sized = false
	if len(decls)+len(vars) == 0 || b.prelude == "" || b.holds.yes|b.holds.open == 0 {
		return
	}
	layer := -1
	if b.layered {
		layer = r.sheet.layer(b.layer)
	}
	list, ok := parseSelectors(b.prelude, 0)
	if !ok {
		return
	}
	sets := coversOf(decls)
	for _, s := range list {
		r.sheet.file(s, rule{decls: decls, sets: sets, vars: vars, holds: b.holds, layer: layer})
	}
}
