package style

import "strings"

// supports says whether a browser of today takes a @supports condition for
// true: it knows the properties, but not other vendors' ones.
func supports(cond string) verdict {
	return condition(strings.Join(strings.Fields(strings.ToLower(cond)), " "), supportsTerm, 0)
}

func supportsTerm(term string) verdict {
	if inner, ok := strings.CutPrefix(term, "selector("); ok {
		return selectable(strings.TrimSuffix(inner, ")"))
	}
	if strings.HasPrefix(term, "font-format(") {
		return when(strings.Contains(term, "woff") || strings.Contains(term, "type"))
	}
	name, value, ok := strings.Cut(term, ":")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	if !ok || strings.ContainsAny(name, " (") {
		return unclear
	}
	if foreign(name) || foreign(value) {
		return never
	}
	if p, is := byName[name]; is {
		return when(valid(p, value))
	}
	return property(name)
}

// selectable says whether browsers know a selector.
func selectable(text string) verdict {
	list, ok := parseSelectors(text, 0)
	for _, s := range list {
		if ok && s.open {
			return unclear
		}
	}
	return when(ok && len(list) > 0)
}

// foreign reports whether a name is another vendor's.
func foreign(name string) bool {
	return strings.HasPrefix(name, "-ms-") || strings.HasPrefix(name, "-moz-") || strings.HasPrefix(name, "-o-") || strings.HasPrefix(name, "-apple-")
}
