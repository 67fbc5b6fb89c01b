package rule

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/shoplint/shoplint/pkg/law"
)

// LoadOwn adds the rules of a user's folder to a book, which stays as it was.
// The format is that of the book, with two differences: a rule speaks at least
// one of the languages, and acts.yaml may be missing, since the acts of the
// book are known. ids names the rules, in their order; without it every folder
// with a rule.yaml is one.
//
// The error is of type Faults, or says that the folder holds no rule.
func LoadOwn(fsys fs.FS, kinds map[string]Words, languages []string, book *Book, ids ...string) (*Book, error) {
	l := &loader{fsys: fsys, kinds: kinds, languages: languages, own: true}
	out := &Book{Rules: slices.Clone(book.Rules), Acts: l.ownActs(book.Acts), Updated: book.Updated, Platforms: book.Platforms}
	if len(ids) == 0 {
		ids = l.folders()
	}
	out.Rules = append(out.Rules, l.all(ids, out.Acts)...)
	if len(ids) == 0 && len(l.faults) == 0 {
		return nil, errors.New("no rule in it: a rule is a folder that holds a rule.yaml; shoplint rules new my-rule writes one")
	}
	l.checkNames(out)
	if err := l.faults.err(); err != nil {
		return nil, err
	}
	return out, nil
}

// ownActs are the acts of the book and those of the folder's acts.yaml.
func (l *loader) ownActs(book map[string]law.Act) map[string]law.Act {
	out := maps.Clone(book)
	if _, err := fs.Stat(l.fsys, "acts.yaml"); err != nil {
		return out
	}
	for id, a := range l.acts() {
		if _, taken := book[id]; taken {
			l.faults.add("acts.yaml", 0, "act %q is in the book already: give yours another id", id)
		}
		out[id] = a
	}
	return out
}

// spoken are the languages a rule of one's own has words in, in the order of
// the book's.
func (l *loader) spoken(dir string) []string {
	var out []string
	for _, lang := range l.languages {
		if _, err := fs.Stat(l.fsys, path.Join(dir, "text."+lang+".yaml")); err == nil {
			out = append(out, lang)
		}
	}
	return out
}

// citedIn are the languages in which an act must be cited: a user's own may
// be cited in English alone, which every report falls back to.
func (l *loader) citedIn() []string {
	if l.own {
		return []string{"en"}
	}
	return l.languages
}

// fallBack gives a rule that does not speak English its first language in its
// place, so that a report in any language has words.
func (r *Rule) fallBack(languages []string) {
	if _, ok := r.Text["en"]; ok {
		return
	}
	for _, lang := range languages {
		if t, ok := r.Text[lang]; ok {
			r.Text["en"] = t
			return
		}
	}
}

// Under is the faults with their files below a folder.
func (fs Faults) Under(dir string) Faults {
	out := make(Faults, len(fs))
	for i, f := range fs {
		f.File = path.Join(dir, f.File)
		out[i] = f
	}
	return out
}

// noText is the fault of a rule of one's own without words.
func (l *loader) noText(dir string) {
	l.faults.add(dir, 0, "the rule speaks no language: write at least one of %s", fmt.Sprintf("text.%s.yaml", l.languages[0]))
}
