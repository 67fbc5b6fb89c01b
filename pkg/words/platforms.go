package words

import (
	"fmt"
	"io/fs"
	"net/url"
	"strings"
)

// platforms are the address forms of shop systems whose slugs are no words:
// numbered contents, routes in the query, idents.
type platforms struct {
	rules []platformRule
	last  map[string][]int // last segment without a star -> rules that ask for no query
	stars []int            // rules with a star there, and no query
}

// platformRule is one address form. Path is matched at the end of a path, on
// segment borders, * standing for any run inside a segment; every key of
// Query must be there with that value. What is empty is not asked.
type platformRule struct {
	Path  string            `yaml:"path"`
	Query map[string]string `yaml:"query"`
	Kind  Kind              `yaml:"kind"`
}

func loadPlatforms(fsys fs.FS) (*platforms, error) {
	const name = "words/platforms.yaml"
	var book map[string][]platformRule
	if err := readYAML(fsys, name, &book); err != nil {
		return nil, err
	}
	p := &platforms{}
	for _, system := range sortedKeys(book) {
		for n, r := range book[system] {
			if !known[r.Kind] {
				return nil, fmt.Errorf("%s: %s[%d]: unknown kind %q", name, system, n, r.Kind)
			}
			if r.Path == "" && len(r.Query) == 0 {
				return nil, fmt.Errorf("%s: %s[%d]: neither path nor query", name, system, n)
			}
			r.Path = strings.ToLower(strings.Trim(r.Path, "/"))
			p.rules = append(p.rules, r)
		}
	}
	p.sortOut()
	return p, nil
}

// sortOut files the rules that ask for no query by their last segment: nearly
// every address of a shop has no query and no such segment.
func (p *platforms) sortOut() {
	p.last = map[string][]int{}
	for i := range p.rules {
		r := &p.rules[i]
		segment := r.Path[strings.LastIndexByte(r.Path, '/')+1:]
		switch {
		case len(r.Query) > 0:
		case strings.Contains(segment, "*"):
			p.stars = append(p.stars, i)
		default:
			p.last[segment] = append(p.last[segment], i)
		}
	}
}

// kind is what the first rule that fits says of an address; "" for none. The
// path is in lower case, without outer slashes; query may be nil.
func (p *platforms) kind(path string, query url.Values) Kind {
	if len(query) == 0 {
		return p.plain(path)
	}
	for i := range p.rules {
		if r := &p.rules[i]; r.fits(path, query) {
			return r.Kind
		}
	}
	return ""
}

// plain is kind for an address without a query.
func (p *platforms) plain(path string) Kind {
	first := len(p.rules)
	for _, list := range [][]int{p.last[path[strings.LastIndexByte(path, '/')+1:]], p.stars} {
		for _, i := range list {
			if i < first && tailMatch(p.rules[i].Path, path) {
				first = i
			}
		}
	}
	if first == len(p.rules) {
		return ""
	}
	return p.rules[first].Kind
}

func (r *platformRule) fits(path string, query url.Values) bool {
	for key, want := range r.Query {
		if !strings.EqualFold(query.Get(key), want) {
			return false
		}
	}
	return r.Path == "" || tailMatch(r.Path, path)
}

// tailMatch matches the last segments of path with the segments of pattern.
func tailMatch(pattern, path string) bool {
	for {
		pi, si := strings.LastIndexByte(pattern, '/'), strings.LastIndexByte(path, '/')
		if !segmentMatch(pattern[pi+1:], path[si+1:]) {
			return false
		}
		if pi < 0 {
			return true
		}
		if si < 0 {
			return false
		}
		pattern, path = pattern[:pi], path[:si]
	}
}

// segmentMatch matches one segment; * stands for any run of characters. The
// parts between stars are looked for in order, each once: linear.
func segmentMatch(pattern, s string) bool {
	head, rest, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == s
	}
	s, ok := strings.CutPrefix(s, head)
	if !ok {
		return false
	}
	for {
		part, more, star := strings.Cut(rest, "*")
		if !star {
			return strings.HasSuffix(s, part)
		}
		i := strings.Index(s, part)
		if i < 0 {
			return false
		}
		s, rest = s[i+len(part):], more
	}
}
