package rule

// Nearest is the name most like s, the first of equals, for "did you mean";
// "" when none is near.
func Nearest(s string, names []string) string { return nearest(s, names) }
