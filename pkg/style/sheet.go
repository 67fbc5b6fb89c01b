package style

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// The bounds of one page's sheets.
const (
	maxRules = 60_000
	maxSheet = 4 << 20 // bytes
)

// block is what encloses the place in the sheet where the reader is.
type block struct {
	holds   verdict
	layered bool
	skip    bool          // keyframes, fonts, print pages: nothing in it is a rule
	prelude string        // selectors of an open ruleset
	raw     *bytes.Buffer // text of an at-rule the parser does not read
}

// reader reads one sheet into a cascade.
type reader struct {
	c     *Cascade
	p     *css.Parser
	stack []block
	rules []*selector // of the open ruleset
	decls []Declaration
	depth int
}

// read takes the rules of a sheet that hide or may undo hiding. Faults are
// passed over as browsers do.
func (c *Cascade) read(text string, outer block, depth int) {
	if len(text) > maxSheet {
		text = text[:maxSheet]
	}
	r := reader{c: c, p: css.NewParser(parse.NewInputString(text), false), stack: []block{outer}, depth: depth}
	for c.rules < maxRules {
		kind, _, data := r.p.Next()
		if kind == css.ErrorGrammar && !r.p.HasParseError() {
			if !errors.Is(r.p.Err(), io.EOF) {
				c.faults++
			}
			return
		}
		r.take(kind, data)
	}
}

// take handles one piece of grammar.
func (r *reader) take(kind css.GrammarType, data []byte) {
	switch kind {
	case css.BeginAtRuleGrammar:
		r.push(r.atRule(strings.ToLower(string(data)), r.values()))
	case css.EndAtRuleGrammar, css.EndRulesetGrammar:
		r.end(kind)
	case css.TokenGrammar:
		if raw := r.top().raw; raw != nil {
			raw.Write(data)
		}
	case css.AtRuleGrammar:
		if strings.EqualFold(string(data), "@import") {
			r.c.Imports = append(r.c.Imports, importURL(r.values()))
		}
	case css.BeginRulesetGrammar:
		r.flush()
		b := r.top()
		b.prelude = nest(b.prelude, r.values())
		r.push(b)
	case css.DeclarationGrammar:
		if !r.top().skip && len(r.decls) < 100 {
			r.decls = append(r.decls, declare(string(data), r.values())...)
		}
	case css.CustomPropertyGrammar:
		r.variable(string(data))
	}
}

// end leaves a ruleset or an at-rule. Whether a container query holds hangs on
// the layout: what stands in it stays open.
func (r *reader) end(kind css.GrammarType) {
	b := r.top()
	if kind == css.EndRulesetGrammar {
		r.flush()
	} else if b.raw != nil && r.depth < maxNesting {
		text := b.raw.String()
		b.raw, b.skip = nil, false
		b.holds = verdict{open: b.holds.yes | b.holds.open}
		r.c.read(text, b, r.depth+1)
	}
	r.pop()
}

func (r *reader) top() block { return r.stack[len(r.stack)-1] }

func (r *reader) push(b block) { r.stack = append(r.stack, b) }

func (r *reader) pop() {
	if len(r.stack) > 1 {
		r.stack = r.stack[:len(r.stack)-1]
	}
}

// flush files the declarations read so far under the open selectors.
func (r *reader) flush() {
	if len(r.decls) == 0 {
		return
	}
	b := r.top()
	if b.prelude != "" && !b.skip && b.holds.yes|b.holds.open != 0 {
		for _, s := range parseSelectors(b.prelude, 0) {
			r.c.file(s, r.decls, b)
		}
	}
	r.decls = nil
}

// variable keeps a custom property that is set for the whole page.
func (r *reader) variable(name string) {
	b := r.top()
	v := strings.TrimSpace(r.values())
	if b.skip || len(v) > 200 || len(r.c.variables) > 5000 {
		return
	}
	for _, s := range strings.Split(b.prelude, ",") {
		switch strings.TrimSpace(s) {
		case ":root", "html", "body", "*":
			r.c.setVariable(strings.ToLower(name), strings.ToLower(v), b.holds)
			return
		}
	}
}

// values joins the tokens of the last piece of grammar.
func (r *reader) values() string {
	var b bytes.Buffer
	for _, t := range r.p.Values() {
		b.Write(t.Data)
	}
	return b.String()
}

// atRule says what holds inside an at-rule.
func (r *reader) atRule(name, prelude string) block {
	b := r.top()
	switch name {
	case "@media":
		b.holds = b.holds.and(media(prelude))
	case "@supports":
		b.holds = b.holds.and(supports(prelude))
	case "@layer":
		b.layered = true
	case "@container":
		b.skip, b.raw = true, new(bytes.Buffer)
	default:
		b.skip = true
	}
	return b
}

// nest puts a selector into those of the ruleset around it.
func nest(outer, inner string) string {
	if outer == "" {
		return inner
	}
	if len(outer)+len(inner) > maxSelector {
		return ""
	}
	scope := ":is(" + outer + ")"
	if strings.Contains(inner, "&") {
		return strings.ReplaceAll(inner, "&", scope)
	}
	return scope + " " + inner
}

// importURL is the address in an @import.
func importURL(s string) string {
	s = strings.TrimSpace(s)
	s = strings.TrimPrefix(strings.TrimPrefix(s, "url("), "URL(")
	end := strings.IndexAny(strings.TrimLeft(s, "\"'"), "\"') ")
	s = strings.TrimLeft(s, "\"'")
	if end >= 0 {
		s = s[:end]
	}
	return s
}
