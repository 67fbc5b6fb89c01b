package crawl

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/words"
)

// shape is the template an address is guessed to be made by: the kind its
// link promised, its first segment when there are more, the number of
// segments, the ending, and the parameters that name a route.
func shape(u *url.URL, kind words.Kind) string {
	var b strings.Builder
	b.WriteString(string(kind))
	segs := strings.Split(strings.Trim(u.Path, "/"), "/")
	if len(segs) > 0 && version(u) == code(segs[0]) && code(segs[0]) != "" {
		segs = segs[1:]
	}
	for i, s := range segs {
		b.WriteByte('/')
		if i == 0 && len(segs) > 1 && plainWord(s) {
			b.WriteString(strings.ToLower(s))
		} else if s != "" {
			b.WriteByte('*')
		}
	}
	if ext := path.Ext(u.Path); len(ext) <= 6 {
		b.WriteString(strings.ToLower(ext))
	}
	if u.RawQuery != "" {
		b.WriteString(shapeQuery(u.RawQuery))
	}
	return b.String()
}

// shapeQuery keeps the names of the parameters, and the value of a route.
func shapeQuery(q string) string {
	var names []string
	for p := range strings.SplitSeq(q, "&") {
		name, v, _ := strings.Cut(p, "=")
		name = strings.ToLower(name)
		switch name {
		case "route", "rt", "controller", "cl", "main_page", "view", "fc":
			name += "=" + v
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return "?" + strings.Join(slices.Compact(names), "&")
}

// plainWord tells a folder of the shop ("product") from a slug or a number.
func plainWord(s string) bool {
	return len(s) <= 24 && strings.IndexFunc(s, func(r rune) bool { return r >= '0' && r <= '9' || r == '%' }) < 0 &&
		strings.Count(s, "-") < 2
}
