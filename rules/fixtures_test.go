package rules_test

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/audit/trial"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/words"
	"github.com/shoplint/shoplint/rules"
)

func load(t *testing.T) audit.Book {
	t.Helper()
	var b audit.Book
	var err error
	if b.Rules, err = rules.Book(check.Words()); err != nil {
		t.Fatal(err)
	}
	if b.Words, err = words.Load(rules.FS()); err != nil {
		t.Fatal(err)
	}
	if b.ADR, err = adr.Load(rules.FS()); err != nil {
		t.Fatal(err)
	}
	return b
}

// TestFixtures runs every fixture of every rule and wants the verdict its
// name promises; what was mended must pass.
func TestFixtures(t *testing.T) {
	book := load(t)
	for _, r := range book.Rules.Rules {
		names, err := fs.Glob(rules.FS(), r.ID+"/testdata/*.txtar")
		if err != nil || len(names) == 0 {
			t.Fatalf("rule %s has no fixtures: %v", r.ID, err)
		}
		for _, name := range names {
			t.Run(strings.TrimSuffix(name, ".txtar"), func(t *testing.T) {
				data, err := fs.ReadFile(rules.FS(), name)
				if err != nil {
					t.Fatal(err)
				}
				f, err := rule.ParseFixture(name, data)
				if err != nil {
					t.Fatal(err)
				}
				got := judge(t, book, r.ID, f, f.Files)
				if string(got.Outcome) != f.Verdict || f.Reason != "" && got.Verdict.Reason != f.Reason {
					t.Errorf("%s (%s), want %s (%s)\n%s", got.Outcome, got.Verdict.Reason, f.Verdict, f.Reason, seen(got))
				}
				if len(f.Mended) > 0 {
					if got := judge(t, book, r.ID, f, f.Repaired()); got.Outcome != check.Pass {
						t.Errorf("mended: %s (%s)\n%s", got.Outcome, got.Verdict.Reason, seen(got))
					}
				}
			})
		}
	}
}

// TestSnippetsMend pastes every snippet that a rule says to add into each of
// its failing fixtures, in place of the end of the body: the rule must pass.
func TestSnippetsMend(t *testing.T) {
	book := load(t)
	for _, r := range book.Rules.Rules {
		names, _ := fs.Glob(rules.FS(), r.ID+"/testdata/*.fail.txtar")
		for _, s := range r.Fix.Snippets {
			if s.Do != "add" && s.Do != "replace" {
				continue
			}
			for _, lang := range slices.Sorted(maps.Keys(r.Text)) {
				if text := r.Text[lang].Snippets[s.ID]; text != "" {
					paste(t, book, r.ID, s.ID+"/"+lang, text, names)
				}
			}
		}
	}
}

// traders fills the gaps of a snippet as an invented trader would.
var traders = strings.NewReplacer("{maker}", "Houtwerk Maes", "{maker-address}", "Zaagstraat 12, 8500 Kortrijk", "{maker-e-mail}", "info@houtwerk-maes.be",
	"{trader}", "Zadelmakerij Claes", "{trader-address}", "Leerstraat 8, 9300 Aalst", "{trader-phone}", "+32 53 00 00 00",
	"{trader-e-mail}", "claes@zadelmakerij.be", "{trader-register}", "0000.000.000",
	"{e-mail}", "vraag@kaashuis-verbeke.be", "{phone}", "+32 9 000 00 00", "{name}", "Kaashuis Verbeke",
	"{postal-address}", "Korenmarkt 1, 9000 Gent", "{returns-address}", "Korenmarkt 1, 9000 Gent", "{page}", "/pagina", "{site}", "https://kaashuis-verbeke.be",
	"{days}", "3", "{period}", "7 jaar", "{purposes}", "levering en facturatie", "{recipients}", "vervoerder en boekhouder", "{authority}", "GBA", "{capital}", "10 000", "{host}", "Wolkenhuis BV", "{host-address}", "Hostlaan 3, 1000 Brussel",
	"{representative}", "An Verbeke", "{mediator}", "CM2C", "{mediator-address}", "49 rue de Ponthieu, 75008 Paris", "{mediator-site}", "https://www.cm2c.net")

func paste(t *testing.T, book audit.Book, id, snippet, text string, names []string) {
	for _, name := range names {
		data, err := fs.ReadFile(rules.FS(), name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := rule.ParseFixture(name, data)
		if err != nil {
			t.Fatal(err)
		}
		// The gaps are the trader's to fill; here an invented trader does.
		filled := traders.Replace(numbersOf(f.Country).Replace(text))
		files := slices.Clone(f.Files)
		for i, file := range files {
			if strings.HasSuffix(file.Name, ".html") {
				files[i].Data = []byte(strings.Replace(string(file.Data), "</body>", filled+"</body>", 1))
			}
		}
		if got := judge(t, book, id, f, files); got.Outcome != check.Pass {
			t.Errorf("%s pasted into %s: %s (%s)\n%s", snippet, name, got.Outcome, got.Verdict.Reason, seen(got))
		}
	}
}

// TestEveryPlaceholderIsFilled words every fixture in every language: only
// text to paste may have gaps, which are the trader's to fill.
func TestEveryPlaceholderIsFilled(t *testing.T) {
	book := load(t)
	gap := regexp.MustCompile(`\{[a-z-]+\}`)
	for _, r := range book.Rules.Rules {
		names, _ := fs.Glob(rules.FS(), r.ID+"/testdata/*.txtar")
		for _, name := range names {
			data, _ := fs.ReadFile(rules.FS(), name)
			f, err := rule.ParseFixture(name, data)
			if err != nil {
				t.Fatal(err)
			}
			shop := run(t, book, r.ID, f, f.Files)
			for _, lang := range rules.Languages {
				rep := report.Build([]*audit.Shop{shop}, report.BuildOptions{Lang: lang, Book: book.Rules, ADR: book.ADR})
				for _, res := range rep.Shops[0].Results {
					for _, text := range slices.Concat([]string{res.Headline, res.Message}, res.Notes, res.Fix.Steps) {
						if gap.MatchString(text) {
							t.Errorf("%s in %s: a gap in %q", name, lang, text)
						}
					}
				}
			}
		}
	}
}

// judge audits the files of a fixture, as one page or as a folder.
func judge(t *testing.T, book audit.Book, id string, f rule.Fixture, files []rule.File) audit.Result {
	t.Helper()
	for _, r := range run(t, book, id, f, files).Results {
		if r.Rule.ID == id {
			return r
		}
	}
	t.Fatalf("no result of %s", id)
	return audit.Result{}
}

func run(t *testing.T, book audit.Book, id string, f rule.Fixture, files []rule.File) *audit.Shop {
	t.Helper()
	shop, err := trial.Shop(t.Context(), book, id, f, files, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return shop
}

func seen(r audit.Result) string {
	out := r.Verdict.Detail + string(r.Verdict.Cause) + " " + r.Broken
	for _, e := range r.Verdict.Evidence {
		out += fmt.Sprintf("\n  %s %q visible=%v %s %s", e.Group, e.Key, e.Visible, e.Why, e.URL)
	}
	return out
}
