package words

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"sync"
)

// targets are the named link targets of the rule book.
type targets struct {
	sets  []targetSet
	hosts func() *trie // of all hosts as phrases, for addresses in running text
}

// targetSet is one named target: any of the hosts with any of the paths.
type targetSet struct {
	name  string
	Hosts []string `yaml:"hosts"` // lower case, without www.
	Paths []string `yaml:"paths"` // "/x" itself and what lies below; "/x*" what begins so; "/" the root alone
}

func loadTargets(fsys fs.FS) (*targets, error) {
	const name = "targets.yaml"
	var book map[string][]targetSet
	if err := readYAML(fsys, name, &book); err != nil {
		return nil, err
	}
	t := &targets{}
	var hosts []string
	for _, key := range sortedKeys(book) {
		for _, set := range book[key] {
			if err := set.valid(); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", name, key, err)
			}
			set.name = key
			t.sets = append(t.sets, set)
			for _, h := range set.Hosts {
				if f := Fold(h); !slices.Contains(hosts, f) {
					hosts = append(hosts, f)
				}
			}
		}
	}
	t.hosts = sync.OnceValue(func() *trie { return newTrie(hosts) })
	return t, nil
}

func (s *targetSet) valid() error {
	if len(s.Hosts) == 0 || len(s.Paths) == 0 {
		return errors.New("hosts or paths are missing")
	}
	for _, h := range s.Hosts {
		if h != cleanHost(h) {
			return fmt.Errorf("host %q must be in lower case, without www", h)
		}
	}
	for _, p := range s.Paths {
		if !strings.HasPrefix(p, "/") {
			return fmt.Errorf("path %q must begin with /", p)
		}
	}
	return nil
}

// Target is the name of the link target u belongs to: "odr-platform",
// "odr-successor", "adr-list", "odr-misspelt", "" for none. A redirector that
// carries such an address in its query counts as that target. Addresses with
// user information never count.
func (b *Book) Target(u *url.URL) string { return b.targets.name(u, 2) }

// name follows at most depth redirectors.
func (t *targets) name(u *url.URL, depth int) string {
	if u == nil || u.User != nil || len(u.Path) > maxPath {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "":
	default:
		return ""
	}
	host, path := cleanHost(u.Hostname()), cleanPath(u.Path)
	if host == "" {
		return ""
	}
	for i := range t.sets {
		if t.sets[i].covers(host, path) {
			return t.sets[i].name
		}
	}
	if depth > 0 && u.RawQuery != "" {
		return t.wrapped(u.RawQuery, depth-1)
	}
	return ""
}

func (s *targetSet) covers(host, path string) bool {
	if !slices.Contains(s.Hosts, host) {
		return false
	}
	for _, want := range s.Paths {
		if pathCovers(want, path) {
			return true
		}
	}
	return false
}

func pathCovers(want, path string) bool {
	if want == "/" {
		return path == "/"
	}
	if stem, ok := strings.CutSuffix(want, "*"); ok {
		return strings.HasPrefix(path, stem)
	}
	rest, ok := strings.CutPrefix(path, want)
	return ok && (rest == "" || rest[0] == '/')
}

// cleanHost is a host in lower case without www. and a trailing dot.
func cleanHost(h string) string {
	h = strings.TrimSuffix(strings.ToLower(h), ".")
	return strings.TrimPrefix(h, "www.")
}

// cleanPath is a path in lower case, without doubled slashes, invisible
// characters, and the punctuation that sloppy editors pull into a link.
func cleanPath(p string) string {
	p = strings.ToLower(strings.Map(visible, p))
	p = strings.TrimRight(p, " .,;:!?)]}>\"'»”’/")
	for strings.Contains(p, "//") {
		p = strings.ReplaceAll(p, "//", "/")
	}
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return p
}

// wrappers are the query keys under which redirectors carry an address.
var wrappers = []string{"q", "url", "u", "to", "target", "dest", "destination", "redirect", "redirect_to", "link", "goto",
	"href", "ziel", "out", "r", "uri", "lien"}

// wrapped is the target a redirector's query leads to.
func (t *targets) wrapped(rawQuery string, depth int) string {
	if len(rawQuery) > maxPath {
		return ""
	}
	query, _ := url.ParseQuery(rawQuery) // what it could not read it leaves out
	for _, key := range wrappers {
		v := query.Get(key)
		if !strings.HasPrefix(v, "http") && !strings.HasPrefix(v, "//") {
			continue
		}
		u, err := url.Parse(v)
		if err != nil {
			continue
		}
		if name := t.name(u, depth); name != "" {
			return name
		}
	}
	return ""
}
