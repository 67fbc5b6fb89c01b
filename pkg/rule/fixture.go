package rule

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/shoplint/shoplint/pkg/law"
)

// Fixture is a small shop with the verdict its rule must give. Files are the
// shop; Mended are the files that replace them once the fix has been made.
type Fixture struct {
	Slug    string
	Verdict string // pass | warn | fail | unclear | not-in-force | not-applicable
	Reason  string // the key of the words expected; "" where any will do
	Note    string // what the fixture is about, for the generated page
	AsOf    law.Day
	Country law.Country // of the seller; EU where the header has none
	SellsTo []law.Country
	Shop    Shop // kind, goods and size of the seller; "" when nobody said
	Sells   []Goods
	Size    Size
	Lang    string // of the shop, two letters
	Files   []File
	Mended  []File
}

// File is one file of a fixture, by its path inside the shop.
type File struct {
	Name string
	Data []byte
}

// Verdicts are the outcomes a fixture may stand for.
var Verdicts = []string{"pass", "warn", "fail", "unclear", "not-in-force", "not-applicable"}

// FixtureVerdict reads the verdict off a file name such as
// footer-link.pass.txtar.
func FixtureVerdict(name string) (string, error) {
	parts := strings.Split(strings.TrimSuffix(path.Base(name), ".txtar"), ".")
	if len(parts) != 2 || !idForm.MatchString(parts[0]) || !slices.Contains(Verdicts, parts[1]) {
		return "", fmt.Errorf("%q is not of the form SLUG.VERDICT.txtar, with a verdict of %s", path.Base(name), strings.Join(Verdicts, ", "))
	}
	return parts[1], nil
}

// ParseFixture reads a fixture: a header of "key: value" lines (as-of,
// country, sells-to, shop, sells, size, lang, reason; other lines are its note), then the files.
func ParseFixture(name string, data []byte) (Fixture, error) {
	verdict, err := FixtureVerdict(name)
	if err != nil {
		return Fixture{}, err
	}
	slug, _, _ := strings.Cut(path.Base(name), ".")
	f := Fixture{Slug: slug, Verdict: verdict, Country: law.EU}
	ar := txtar.Parse(data)
	for n, text := range strings.Split(string(ar.Comment), "\n") {
		if err := f.header(text); err != nil {
			return Fixture{}, fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
	}
	for _, file := range ar.Files {
		if mended, ok := strings.CutPrefix(file.Name, "mended/"); ok {
			f.Mended = append(f.Mended, File{mended, file.Data})
		} else {
			f.Files = append(f.Files, File{file.Name, file.Data})
		}
	}
	if f.AsOf.IsZero() || f.Lang == "" || len(f.Files) == 0 {
		return Fixture{}, fmt.Errorf("%s: a fixture needs as-of, lang and at least one file", name)
	}
	return f, nil
}

// header reads one line before the first file.
func (f *Fixture) header(text string) (err error) {
	key, value, _ := strings.Cut(text, ":")
	value = strings.TrimSpace(value)
	switch key {
	case "as-of":
		f.AsOf, err = law.ParseDay(value)
	case "country":
		f.Country, err = law.ParseCountry(value)
	case "sells-to":
		err = f.sellsTo(value)
	case "shop":
		f.Shop, err = ParseShop(value)
	case "sells":
		err = f.sells(value)
	case "size":
		f.Size, err = ParseSize(value)
	case "lang":
		f.Lang = value
	case "reason":
		f.Reason = value
	default:
		f.Note = strings.TrimSpace(f.Note + " " + strings.TrimSpace(text))
	}
	return err
}

func (f *Fixture) sellsTo(value string) error {
	for _, code := range strings.Split(value, ",") {
		c, err := law.ParseCountry(code)
		if err != nil {
			return err
		}
		f.SellsTo = append(f.SellsTo, c)
	}
	return nil
}

func (f *Fixture) sells(value string) error {
	for _, s := range strings.Split(value, ",") {
		g, err := ParseGoods(s)
		if err != nil {
			return err
		}
		f.Sells = append(f.Sells, g)
	}
	return nil
}

// Repaired are the files of the shop once the fix has been made; a fix may
// bring files that were not there.
func (f Fixture) Repaired() []File {
	out := slices.Clone(f.Files)
	for _, m := range f.Mended {
		if i := slices.IndexFunc(out, func(old File) bool { return old.Name == m.Name }); i >= 0 {
			out[i] = m
		} else {
			out = append(out, m)
		}
	}
	return out
}
