package rule

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/law"
)

// Words are the keys of the texts a kind of check may use: each needs words in
// every rule of that kind, and no rule may hold words for another. For, where
// a kind has it, says which of them one rule needs by its parameters, and
// refuses parameters that are wrong.
type Words struct {
	Reasons []string
	Notes   []string
	Parts   []string
	For     func(*Rule) (Words, error)
}

// Load reads the rule book in fsys: acts.yaml, and a folder for each rule.
// kinds are the known kinds of check with the keys of their texts; languages
// are those every rule must speak, the first of them the reference. ids is the
// list of the rules in book order; without it every folder with a rule.yaml is
// a rule, in alphabetical order.
//
// The error is of type Faults: everything that is wrong, with file and line.
func Load(fsys fs.FS, kinds map[string]Words, languages []string, ids ...string) (*Book, error) {
	l := &loader{fsys: fsys, kinds: kinds, languages: languages}
	if len(languages) == 0 {
		l.languages = []string{"en"}
	}
	book := &Book{Acts: l.acts(), Platforms: l.platforms()}
	found := l.folders()
	if len(ids) == 0 {
		ids = found
	}
	for _, id := range found {
		if !slices.Contains(ids, id) {
			l.faults.add(id+"/rule.yaml", 0, "the rule is not in the list of the book")
		}
	}
	book.Rules = l.all(ids, book.Acts)
	l.checkNames(book)
	if err := l.faults.err(); err != nil {
		return nil, err
	}
	return book, nil
}

// loader collects the faults of one Load.
type loader struct {
	fsys      fs.FS
	kinds     map[string]Words
	languages []string
	own       bool // rules of a user: one language will do
	faults    Faults
	roots     map[string]*yaml.Node // rule.yaml of each rule, for lines
}

// acts reads acts.yaml; each act stands there once.
func (l *loader) acts() map[string]law.Act {
	const name = "acts.yaml"
	var list []law.Act
	root, ok := l.decode(name, &list)
	if !ok {
		return nil
	}
	acts := make(map[string]law.Act, len(list))
	for i, a := range list {
		at := line(root, i)
		if _, twice := acts[a.ID]; twice {
			l.faults.add(name, at, "act %q stands here twice", a.ID)
		}
		l.checkAct(name, at, a)
		acts[a.ID] = a
	}
	return acts
}

// folders are the folders that hold a rule.yaml, in alphabetical order.
func (l *loader) folders() []string {
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		l.faults.add(".", 0, "%v", cause(err))
		return nil
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		if _, err := fs.Stat(l.fsys, path.Join(e.Name(), "rule.yaml")); err == nil {
			out = append(out, e.Name())
		}
	}
	return out
}

// rule reads one folder. It is not ok when its rule.yaml could not be decoded;
// every other fault is noted and the rule goes on, to find them all.
func (l *loader) rule(id string, acts map[string]law.Act) (Rule, bool) {
	var r Rule
	root, ok := l.decode(path.Join(id, "rule.yaml"), &r)
	if !ok {
		return r, false
	}
	l.roots = map[string]*yaml.Node{r.ID: root}
	c := &checker{loader: l, dir: id, root: root, acts: acts}
	c.readLists(&r)
	c.check(&r)
	r.Text = map[string]Text{}
	for _, lang := range l.textFiles(id) {
		c.readText(&r, lang)
	}
	c.checkTexts(&r)
	c.checkFixtures()
	r.acts = acts
	if l.own {
		r.fallBack(l.languages)
	}
	return r, true
}

// textFiles are the languages a rule's folder holds a text file for, and those
// it must hold one for, the reference first.
func (l *loader) textFiles(dir string) []string {
	langs := slices.Clone(l.languages)
	if l.own {
		if langs = l.spoken(dir); len(langs) == 0 {
			l.noText(dir)
		}
	}
	names, err := fs.Glob(l.fsys, path.Join(dir, "text.*.yaml"))
	if err != nil {
		return langs // a folder whose name is a pattern; its id is refused already
	}
	for _, name := range names {
		lang := strings.TrimSuffix(strings.TrimPrefix(path.Base(name), "text."), ".yaml")
		if !slices.Contains(langs, lang) {
			langs = append(langs, lang)
		}
	}
	return langs
}

// checkNames refuses ids and aliases that stand for two rules, and successors
// that do not exist.
func (l *loader) checkNames(b *Book) {
	owner := map[string]string{}
	for _, r := range b.Rules {
		for _, name := range append([]string{r.ID}, r.Aliases...) {
			if other, taken := owner[name]; taken {
				l.faults.add(r.ID+"/rule.yaml", line(l.roots[r.ID], "aliases"), "the name %q belongs to %s already", name, other)
				continue
			}
			owner[name] = r.ID
		}
	}
	for _, r := range b.Rules {
		if r.FollowedBy != "" && !slices.Contains(b.IDs(), r.FollowedBy) {
			l.faults.add(r.ID+"/rule.yaml", line(l.roots[r.ID], "followed-by"), "followed-by names %q, which is no rule of the book", r.FollowedBy)
		}
	}
}
