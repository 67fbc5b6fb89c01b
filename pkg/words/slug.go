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
	path, rawQuery, ok := splitAddress(path)
	if !ok {
		return Guess{}
	}
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

// splitAddress drops scheme, host and fragment, and parts path from query. It
// refuses what is no address of a page, such as mailto: and javascript:.
func splitAddress(s string) (path, query string, ok bool) {
	s, _, _ = strings.Cut(s, "#")
	path, query, _ = strings.Cut(s, "?")
	if scheme, rest, found := strings.Cut(path, ":"); found && !strings.Contains(scheme, "/") {
		if !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") {
			return "", "", false
		}
		path = rest
	}
	if rest, found := strings.CutPrefix(path, "//"); found {
		_, path, _ = strings.Cut(rest, "/")
	}
	return path, query, true
}

// segments is the best guess over a path's segments, from the last to the
// first. The last says what the page is; an earlier one says so only where its
// kind has pages below it, as a blog or a catalogue has.
func (b *Book) segments(path string) Guess {
	var best Guess
	last := true
	for n := 0; path != "" && n < maxSegments; n++ {
		i := strings.LastIndexByte(path, '/')
		g := b.segmentGuess(path[i+1:])
		if g.Kind == Home && hasParent(path, i) {
			g = Guess{} // the index of a folder is that folder's page
		} else if g.Kind != "" && !last && !hub(g.Kind) {
			g.Score = partSlug
		}
		if g.Score > best.Score {
			best = g
		}
		last = last && plain(path[i+1:])
		if i < 0 {
			break
		}
		path = path[:i]
	}
	return best
}

// hasParent reports whether path[:i] is more than a language prefix.
func hasParent(path string, i int) bool { return i > 5 || i == 3 || i == 4 }

// plain reports whether a last segment says nothing of the page: a number, an
// index, nothing.
func plain(segment string) bool {
	f := dropNumbers(Fold(dropExtension(segment)))
	return f == "" || f == "index" || f == "default" || f == "home"
}

// hub reports whether pages below an address of this kind are of that kind.
func hub(k Kind) bool {
	switch k {
	case Product, Category, Blog, Search, Account, Login, Cart, Checkout:
		return true
	}
	return false
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
