package style

import "strings"

// verdict is where a condition holds, and where that cannot be decided.
type verdict struct{ yes, open Mask }

var (
	always  = verdict{yes: All}
	never   = verdict{}
	unclear = verdict{open: All}
)

func (a verdict) and(b verdict) verdict {
	yes := a.yes & b.yes
	return verdict{yes, (a.yes | a.open) & (b.yes | b.open) &^ yes}
}

func (a verdict) or(b verdict) verdict {
	yes := a.yes | b.yes
	return verdict{yes, (a.open | b.open) &^ yes}
}

func (a verdict) not() verdict { return verdict{All &^ (a.yes | a.open), a.open} }

// maxNesting bounds conditions and selectors inside one another.
const maxNesting = 8

// condition evaluates terms in parentheses joined by not, and, or. leaf judges
// the inside of one pair of parentheses, or a bare word.
func condition(s string, leaf func(string) verdict, depth int) verdict {
	s = strings.TrimSpace(s)
	if depth > maxNesting || s == "" {
		return unclear
	}
	for _, op := range []struct {
		word string
		join func(a, b verdict) verdict
	}{{"or", verdict.or}, {"and", verdict.and}} {
		if parts := splitWord(s, op.word); len(parts) > 1 {
			v := condition(parts[0], leaf, depth+1)
			for _, p := range parts[1:] {
				v = op.join(v, condition(p, leaf, depth+1))
			}
			return v
		}
	}
	if rest, ok := cutWord(s, "not"); ok {
		return condition(rest, leaf, depth+1).not()
	}
	if rest, ok := cutWord(s, "only"); ok {
		return condition(rest, leaf, depth+1)
	}
	if s[0] != '(' || closing(s) != len(s)-1 {
		return leaf(s)
	}
	inner := strings.TrimSpace(s[1 : len(s)-1])
	if strings.HasPrefix(inner, "(") || strings.HasPrefix(inner, "not") && strings.Contains(inner, "(") {
		return condition(inner, leaf, depth+1)
	}
	return leaf(inner)
}

// cutWord cuts a leading word that is followed by white space or a parenthesis.
func cutWord(s, word string) (string, bool) {
	rest, ok := strings.CutPrefix(s, word)
	if !ok || rest == "" || rest[0] != ' ' && rest[0] != '(' {
		return s, false
	}
	return rest, true
}

// splitWord splits at a word that stands outside of parentheses.
func splitWord(s, word string) []string {
	if !strings.Contains(s, word) {
		return nil
	}
	var parts []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '(':
			depth++
		case s[i] == ')':
			depth--
		case depth == 0 && i > 0 && strings.HasPrefix(s[i:], word) && edge(s[i-1]) && i+len(word) < len(s) && edge(s[i+len(word)]):
			parts = append(parts, s[start:i])
			i += len(word) - 1
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

func edge(c byte) bool { return c == ' ' || c == '(' || c == ')' }

// closing is the index of the parenthesis that closes the one s begins with,
// -1 when there is none.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// splitTop splits at a byte that stands outside of brackets and strings.
func splitTop(s string, sep byte) []string {
	var parts []string
	depth, start := 0, 0
	var quote byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == sep && depth <= 0:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}
