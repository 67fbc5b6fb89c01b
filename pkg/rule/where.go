package rule

import (
	"io/fs"
	"slices"
	"strings"
)

// Places are the parts of a shop that a fix may be made in, which every shop
// software has a screen for.
var Places = []string{"footer", "legal", "product", "header"}

// Platform is a shop software and where in its administration each of the
// Places is changed, by report language.
type Platform struct {
	ID    string                       `yaml:"id"`
	Name  string                       `yaml:"name"`
	Where map[string]map[string]string `yaml:"where"`
}

// Platform finds a shop software by its id; ok is false when the book says
// nothing of it.
func (b *Book) Platform(id string) (Platform, bool) {
	i := slices.IndexFunc(b.Platforms, func(p Platform) bool { return p.ID == id })
	if i < 0 {
		return Platform{}, false
	}
	return b.Platforms[i], true
}

// platforms reads platforms.yaml; a book may be without one.
func (l *loader) platforms() []Platform {
	const name = "platforms.yaml"
	if _, err := fs.Stat(l.fsys, name); err != nil {
		return nil
	}
	var list []Platform
	root, ok := l.decode(name, &list)
	if !ok {
		return nil
	}
	seen := map[string]bool{}
	for i, p := range list {
		if p.ID == "" || p.Name == "" || seen[p.ID] {
			l.faults.add(name, line(root, i), "the platform %q needs a name, and an id of its own", p.ID)
		}
		seen[p.ID] = true
		for _, place := range Places {
			for _, lang := range l.languages {
				if strings.TrimSpace(p.Where[place][lang]) == "" {
					l.faults.add(name, line(root, i, "where", place), "%s: no line for %s in %s", p.ID, place, lang)
				}
			}
		}
		for place := range p.Where {
			if !slices.Contains(Places, place) {
				l.faults.add(name, line(root, i, "where", place), "%s: %q is none of %s", p.ID, place, strings.Join(Places, ", "))
			}
		}
	}
	return list
}
