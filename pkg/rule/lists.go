package rule

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/words"
)

// official are the languages of the Union, and words.Any for what is written
// alike in all of them.
const official = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv " + words.Any

// wordsFile is words.yaml of a rule folder: the rule's own vocabulary, as
// lists of phrases by language. A word that ends in * stands for every word
// that begins so; case, accents and signs make no difference.
type wordsFile struct {
	Lists map[string]map[string][]string `yaml:"lists"`
}

// readLists reads the rule's own vocabulary; a rule needs none.
func (c *checker) readLists(r *Rule) {
	name := path.Join(c.dir, "words.yaml")
	if _, err := fs.Stat(c.fsys, name); errors.Is(err, fs.ErrNotExist) {
		return
	}
	var f wordsFile
	root, ok := c.decode(name, &f)
	if !ok {
		return
	}
	r.Lists = map[string]words.List{}
	named := scalars(&r.Check)
	for _, list := range slices.Sorted(maps.Keys(f.Lists)) {
		at := line(root, "lists", list)
		l := words.List{Name: r.ID + "/" + list, Phrases: f.Lists[list]}
		c.checkList(name, root, list, l)
		if !slices.Contains(named, list) {
			c.faults.add(name, at, "no parameter of the check names the list %q", list)
		}
		r.Lists[list] = l
	}
}

// checkList wants a plain name, known languages and phrases that can match.
func (c *checker) checkList(name string, root *yaml.Node, list string, l words.List) {
	at := line(root, "lists", list)
	if !idForm.MatchString(list) {
		c.faults.add(name, at, "the list %q is not named in the form two-words", list)
	}
	if len(l.Phrases) == 0 {
		c.faults.add(name, at, "the list %q is empty", list)
	}
	for _, lang := range slices.Sorted(maps.Keys(l.Phrases)) {
		where := line(root, "lists", list, lang)
		if !slices.Contains(strings.Fields(official), lang) {
			c.faults.add(name, where, "%q is no language of the Union: use two letters such as nl, or %q", lang, words.Any)
		}
		one := words.List{Name: list, Phrases: map[string][]string{lang: l.Phrases[lang]}}
		if err := one.Valid(); err != nil {
			c.faults.add(name, where, "%v", err)
		} else if len(l.Phrases[lang]) == 0 {
			c.faults.add(name, where, "%s.%s is empty", list, lang)
		}
	}
}

// scalars are all values and keys below a node.
func scalars(n *yaml.Node) []string {
	out := []string{n.Value}
	for _, c := range n.Content {
		out = append(out, scalars(c)...)
	}
	return out
}
