package words

import (
	"net/url"
	"strings"
)

const (
	maxPath     = 2048
	maxSegments = 24
	maxSlug     = 12 // words of a segment; more is an article's headline
)

// Slug guesses a page's kind by its address: a path with an optional query, or
// a whole URL. A segment that is a known slug scores 0.7, one that contains
// it as whole words 0.5; among equals the segment nearest the end counts.
// Language prefixes, numbers and file extensions are ignored.
func (b *Book) Slug(path string) Guess {
	if path == "" || len(path) > maxPath {
		return Guess{}
	}
	path, rawQuery := splitAddress(path)
	var query url.Values
	if rawQuery != "" {
		query, _ = url.ParseQuery(rawQuery) // what it could not read it leaves out
	}
	path = strings.Trim(path, "/")
	if k := b.platforms.kind(strings.ToLower(path), query); k != "" {
		return Guess{Kind: k, Score: exactSlug}
	}
	best := b.segments(path)
	if best.Kind == Home && rawQuery != "" {
		best = Guess{} // index.php is the home page only on its own
	}
	if best.Score >= exactSlug {
		return best
	}
	if g := b.routed(query); g.Score > best.Score {
		return g
	}
	return best
}

// splitAddress drops scheme, host and fragment, and parts path from query.
func splitAddress(s string) (path, query string) {
	if i := strings.IndexByte(s, '#'); i >= 0 {
		s = s[:i]
	}
	path, query, _ = strings.Cut(s, "?")
	if i := strings.Index(path, "//"); i == 0 || i > 0 && path[i-1] == ':' {
		rest := path[i+2:]
		if j := strings.IndexByte(rest, '/'); j >= 0 {
			return rest[j:], query
		}
		return "", query
	}
	return path, query
}

// segments is the best guess over a path's segments, from the last to the
// first.
func (b *Book) segments(path string) Guess {
	var best Guess
	for n := 0; path != "" && n < maxSegments; n++ {
		i := strings.LastIndexByte(path, '/')
		if g := b.segmentGuess(path[i+1:]); g.Score > best.Score {
			best = g
		}
		if i < 0 {
			break
		}
		path = path[:i]
	}
	return best
}

// segmentGuess is the guess of one segment.
func (b *Book) segmentGuess(segment string) Guess {
	if s, err := url.PathUnescape(segment); err == nil {
		segment = s
	}
	folded := dropNumbers(Fold(dropExtension(segment)))
	if folded == "" {
		return Guess{}
	}
	if n, ok := b.slugs.exact[folded]; ok {
		return b.guess(b.slugs.meaning[n], exactSlug)
	}
	if strings.Count(folded, " ")+1 > maxSlug {
		return Guess{}
	}
	var room [8]span
	spans := b.slugs.contained(folded, room[:0])
	best, ok := pick(spans)
	if !ok || everyday(best) && uncovered(folded, spans) {
		return Guess{}
	}
	return b.guess(best.meaning, partSlug)
}

// dropExtension takes off the ending of a file that a server makes pages of.
func dropExtension(s string) string {
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || len(s)-i > 6 {
		return s
	}
	switch strings.ToLower(s[i+1:]) {
	case "html", "htm", "xhtml", "shtml", "php", "php5", "asp", "aspx", "jsp", "jsf", "cfm", "do", "pdf", "md":
		return s[:i]
	}
	return s
}

// dropNumbers takes leading and trailing numbers off a folded slug, such as
// the 2 of "2-mentions-legales".
func dropNumbers(s string) string {
	for s != "" {
		i := strings.IndexByte(s, ' ')
		if !digits(s[:max(i, 0)]) {
			break
		}
		s = s[i+1:]
	}
	for s != "" {
		i := strings.LastIndexByte(s, ' ')
		if !digits(s[i+1:]) {
			break
		}
		s = s[:max(i, 0)]
	}
	return s
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// routes are the query keys whose value names a page. Search terms and return
// addresses stand under other keys and must not count.
var routes = []string{"route", "page", "controller", "content", "cms", "view", "site", "seite", "pagina", "page_name",
	"cl", "oxloadid", "tab", "id_cms_name", "slug", "name", "title", "action", "p", "section", "option", "file"}

// routed is the guess of a query that names the page.
func (b *Book) routed(query url.Values) Guess {
	var best Guess
	for _, key := range routes {
		v := query.Get(key)
		if v == "" || len(v) > 128 {
			continue
		}
		if g := b.segments(strings.Trim(v, "/")); g.Score > 0 && best.Score == 0 {
			best = g
			best.Score = partSlug
		}
	}
	return best
}
