package crawl

import (
	"errors"
	"net/url"
	"strings"
)

// Glob is a pattern over the path of an address, host left out: "*" stands
// for any run of characters, slashes too, as in robots.txt; everything else
// stands for itself. A pattern that holds a "?" is held against path and
// query, any other against the path alone.
type Glob struct {
	text  string
	parts []string // cut at the stars
	query bool
}

// maxGlob is the longest pattern, in bytes.
const maxGlob = 1000

// ParseGlob reads a pattern. It must begin with "/" or "*".
func ParseGlob(s string) (Glob, error) {
	switch {
	case s == "":
		return Glob{}, errors.New("pattern is empty")
	case len(s) > maxGlob:
		return Glob{}, errors.New("pattern is too long")
	case s[0] != '/' && s[0] != '*':
		return Glob{}, errors.New("pattern does not begin with / or *")
	}
	return Glob{text: s, parts: strings.Split(s, "*"), query: strings.Contains(s, "?")}, nil
}

// String is the pattern as it was written.
func (g Glob) String() string { return g.text }

// Match reports whether the whole path of u fits. It takes the first place
// for each part between the stars, so it never goes back.
func (g Glob) Match(u *url.URL) bool {
	if g.query && u.RawQuery != "" {
		return g.match(u.Path+"?"+u.RawQuery) || g.match(u.EscapedPath()+"?"+u.RawQuery)
	}
	return g.match(u.Path) || g.match(u.EscapedPath())
}

func (g Glob) match(s string) bool {
	rest, ok := strings.CutPrefix(s, g.parts[0])
	last := len(g.parts) - 1
	if !ok || last == 0 {
		return ok && rest == ""
	}
	for _, part := range g.parts[1:last] {
		_, after, ok := strings.Cut(rest, part)
		if !ok {
			return false
		}
		rest = after
	}
	return strings.HasSuffix(rest, g.parts[last])
}
