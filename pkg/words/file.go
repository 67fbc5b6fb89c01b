package words

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

// file is words/<lang>.yaml as it is written.
type file struct {
	Kinds       map[Kind]entry      `yaml:"kinds"`
	Withdrawal  Function            `yaml:"withdrawal"`
	OrderButton []string            `yaml:"order-button"`
	Phrases     map[string][]string `yaml:"phrases"`
	Common      []string            `yaml:"common"`
	Letters     string              `yaml:"letters"`  // letters beyond a-z, as a hint at the language
	Spelling    map[string]string   `yaml:"spelling"` // letters as slugs write them, such as ä: ae

	speller *strings.Replacer
}

// entry is the words of one page kind in one language.
type entry struct {
	Labels []string `yaml:"labels"`
	Slugs  []string `yaml:"slugs"`
}

// Function is the wording of the withdrawal function in one language.
type Function struct {
	Labels   []string `yaml:"labels"`   // Directive 2011/83/EU Art. 11a(1), as the Official Journal words it
	Confirm  []string `yaml:"confirm"`  // Art. 11a(3)
	Variants []string `yaml:"variants"` // seen on shops, equally unambiguous
}

// loadFiles reads the languages side by side; half of loading is parsing them.
func loadFiles(fsys fs.FS) ([]string, map[string]*file, error) {
	names, err := fs.Glob(fsys, "words/??.yaml")
	if err != nil {
		return nil, nil, fmt.Errorf("list vocabulary: %w", err)
	}
	switch {
	case len(names) == 0:
		return nil, nil, fmt.Errorf("list vocabulary: %w: words/<lang>.yaml", fs.ErrNotExist)
	case len(names) > maxLanguages:
		return nil, nil, fmt.Errorf("list vocabulary: %d languages, at most %d", len(names), maxLanguages)
	}
	files, faults := make([]*file, len(names)), make([]error, len(names))
	var all sync.WaitGroup
	for n, name := range names {
		all.Go(func() { files[n], faults[n] = loadFile(fsys, name) })
	}
	all.Wait()
	if err := errors.Join(faults...); err != nil {
		return nil, nil, err
	}
	languages, byLanguage := make([]string, len(names)), make(map[string]*file, len(names))
	for n, name := range names { // Glob sorts
		languages[n] = strings.TrimSuffix(path.Base(name), ".yaml")
		byLanguage[languages[n]] = files[n]
	}
	return languages, byLanguage, nil
}

func loadFile(fsys fs.FS, name string) (*file, error) {
	f := new(file)
	if err := readYAML(fsys, name, f); err != nil {
		return nil, err
	}
	if err := f.valid(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

// maxLanguages is the width of a set of languages.
const maxLanguages = 32

// readYAML decodes one file strictly: unknown and doubled keys are refused,
// and the error names the file and the lines.
func readYAML(fsys fs.FS, name string, into any) error {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read vocabulary: %w", err)
	}
	if err := yaml.Load(raw, into, yaml.WithKnownFields(), yaml.WithUniqueKeys()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// known are the kinds a vocabulary file may speak of.
var known = map[Kind]bool{
	Home: true, Imprint: true, Terms: true, Contact: true, Withdrawal: true, WithdrawalFunction: true, Privacy: true,
	Cookies: true, Delivery: true, Payment: true, Returns: true, Complaints: true, Guarantee: true, Accessibility: true,
	Service: true, FAQ: true, About: true, Product: true, Category: true, Cart: true, Checkout: true, Account: true,
	Login: true, Search: true, Blog: true,
}
