package style

import "strings"

// nest puts a selector into those of the ruleset around it.
func nest(outer, inner string) string {
	if outer == "" || inner == "" {
		return strings.ReplaceAll(inner, "&", ":root")
	}
	scope := outer
	if strings.ContainsAny(outer, ", >+~:&") || !strings.ContainsRune(".#[", rune(outer[0])) {
		scope = ":is(" + outer + ")"
	}
	var out []string
	for _, s := range splitTop(inner, ',') {
		s = strings.TrimSpace(s)
		if strings.Contains(s, "&") {
			s = enclose(s, scope)
			if strings.ContainsRune(">+~", rune(s[0])) {
				s = scope + " " + s
			}
		} else {
			s = scope + " " + s
		}
		out = append(out, s)
	}
	text := strings.Join(out, ",")
	if len(text) > maxSelector {
		return ""
	}
	return text
}

// enclose writes the outer selector for each & of an inner one.
func enclose(s, scope string) string {
	if strings.Count(s, "&")*len(scope)+len(s) > maxSelector {
		return s + strings.Repeat(" ", maxSelector) // too long, and so refused
	}
	return strings.ReplaceAll(s, "&", scope)
}
