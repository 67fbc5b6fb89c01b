package words

import (
	"io/fs"
	"slices"
	"strings"
)

// Book is the vocabulary of every language. It is safe for concurrent use.
type Book struct {
	languages []string
	files     map[string]*file

	labels    *lexicon
	slugs     *lexicon
	platforms *platforms
	phrases   *phrasebook
	common    *common
	targets   *targets
	cache     *cache
}

// Load reads words/<lang>.yaml of every language, words/platforms.yaml and
// targets.yaml. Errors name the file and, where the form is wrong, the line.
func Load(fsys fs.FS) (*Book, error) {
	b := &Book{cache: newCache()}
	var err error
	if b.languages, b.files, err = loadFiles(fsys); err != nil {
		return nil, err
	}
	if b.platforms, err = loadPlatforms(fsys); err != nil {
		return nil, err
	}
	if b.targets, err = loadTargets(fsys); err != nil {
		return nil, err
	}
	b.compile()
	return b, nil
}

// compile enters every word. Tries are built when they are first asked: a run
// that only lists the rules needs none.
func (b *Book) compile() {
	b.labels, b.slugs = newLexicon(), newLexicon()
	for n, lang := range b.languages {
		for kind, e := range b.files[lang].Kinds {
			for _, s := range e.Slugs {
				b.slugs.add(Fold(s), kind, n)
			}
		}
	}
	b.slugs.firm = len(b.slugs.phrases)
	for n, lang := range b.languages {
		f := b.files[lang]
		for kind, e := range f.Kinds {
			for _, s := range e.Labels {
				b.word(f, s, kind, n)
			}
		}
		for _, list := range [][]string{f.Withdrawal.Labels, f.Withdrawal.Variants, f.Withdrawal.Confirm} {
			for _, s := range list {
				b.word(f, s, WithdrawalFunction, n)
			}
		}
	}
	b.phrases = newPhrasebook(b.files, b.languages)
	b.common = newCommon(b.files, b.languages)
}

// word enters a label of language n, also as a slug in both spellings.
func (b *Book) word(f *file, label string, kind Kind, n int) {
	folded := Fold(label)
	b.labels.add(folded, kind, n)
	b.slugs.add(folded, kind, n)
	if len(f.Spelling) > 0 {
		b.slugs.add(Fold(f.spell().Replace(strings.ToLower(label))), kind, n)
	}
}

// spell rewrites letters as this language writes them in addresses, longer
// groups of letters first.
func (f *file) spell() *strings.Replacer {
	if f.speller == nil {
		keys := sortedKeys(f.Spelling)
		slices.SortStableFunc(keys, func(a, b string) int { return len(b) - len(a) })
		var pairs []string
		for _, k := range keys {
			pairs = append(pairs, k, f.Spelling[k])
		}
		f.speller = strings.NewReplacer(pairs...)
	}
	return f.speller
}

// Languages lists the languages of the book, sorted.
func (b *Book) Languages() []string { return slices.Clone(b.languages) }

// Labels lists the link labels of a kind in a language, as the file has them.
func (b *Book) Labels(kind Kind, lang string) []string {
	if f := b.files[lang]; f != nil {
		return slices.Clone(f.Kinds[kind].Labels)
	}
	return nil
}

// Withdrawal is the wording of the withdrawal function in a language (CRD
// Art. 11a); the zero Function for a language the book does not have.
func (b *Book) Withdrawal(lang string) Function {
	if f := b.files[lang]; f != nil {
		return f.Withdrawal
	}
	return Function{}
}

// OrderButtons lists the wordings of the order button with obligation to pay
// (CRD Art. 8(2)) in a language, the statutory one first.
func (b *Book) OrderButtons(lang string) []string {
	if f := b.files[lang]; f != nil {
		return slices.Clone(f.OrderButton)
	}
	return nil
}
