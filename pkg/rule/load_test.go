package rule

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var testKinds = map[string]Words{"link": {Reasons: []string{"found", "missing"}, Notes: []string{"late"}}}

const (
	goodActs = `
- id: reg-1
  celex: 32013R0524
  cite: {en: Regulation 1, nl: Verordening 1}
  in-force: 2013-07-08
  applies: 2016-01-09
  ended: 2025-07-20
- id: dir-1
  celex: 32011L0083
  cite: {en: Directive 1, nl: Richtlijn 1}
  applies: 2014-06-13
- id: be-1
  country: BE
  cite: {en: Belgian act, nl: Belgische wet}
`
	goodRule = `id: show-link
topic: links
aliases: [old-link]
level: error
basis: duty
binds-by: seller
absence: provable
confidence: primary
law:
  - {act: reg-1, article: "14", from: 2016-01-09, until: 2025-07-20}
check:
  kind: link
  to: [place]
fix:
  kind: add
  who: owner
  minutes: 5
  steps:
    - {id: first, reasons: [missing]}
  snippets:
    - {id: block, do: add}
cannot-see:
  - mails
`
	goodText = `title: Title
why: Why.
reasons:
  found: {headline: Found, message: "Seen on {count} pages."}
  missing: {headline: Missing, message: Not seen.}
notes:
  late: "Late, see {url}."
steps:
  first: Do this.
snippets:
  block: "<p>{e-mail}</p>"
cannot-see:
  - mails
`
	goodWords   = "lists:\n  place: {en: [you], nl: [u]}\n"
	goodFixture = "as-of: 2020-01-01\nlang: en\n-- page.html --\n<p>x</p>\n"
)

// book is a small rule book without faults.
func book() map[string]string {
	return map[string]string{
		"acts.yaml":                             goodActs,
		"show-link/rule.yaml":                   goodRule,
		"show-link/text.en.yaml":                goodText,
		"show-link/text.nl.yaml":                goodText,
		"show-link/words.yaml":                  goodWords,
		"show-link/testdata/a-link.pass.txtar":  goodFixture,
		"show-link/testdata/no-link.fail.txtar": goodFixture,
	}
}

func load(files map[string]string, ids ...string) (*Book, error) {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return Load(fsys, testKinds, []string{"en", "nl"}, ids...)
}

// A language that only shops speak needs no more than what to paste.
func TestSnippetsInOneMoreLanguage(t *testing.T) {
	for _, c := range []struct{ text, fault string }{
		{"snippets:\n  block: \"<p>{e-mail} przed</p>\"\n", ""},
		{"snippets:\n  block: \"<p>{phone}</p>\"\n", "snippets \"block\" has the placeholders [phone], en has [e-mail]"},
		{"snippets:\n  other: \"<p>{e-mail}</p>\"\n", "snippets has no words for \"block\""},
		{"title: Only this\n", "why is missing"},
	} {
		files := book()
		files["show-link/text.pl.yaml"] = c.text
		_, err := load(files, "show-link")
		if c.fault == "" && err != nil || c.fault != "" && (err == nil || !strings.Contains(err.Error(), c.fault)) {
			t.Errorf("%q: %v, want %q", c.text, err, c.fault)
		}
	}
}

func TestLoad(t *testing.T) {
	b, err := load(book(), "show-link")
	if err != nil {
		t.Fatal(err)
	}
	r := b.Rule("old-link")
	if r == nil || r.ID != "show-link" || r.Kind() != "link" || r.Text["nl"].Title != "Title" {
		t.Errorf("the alias leads to %+v", r)
	}
	if len(b.Topic("links")) != 1 || b.Topic("none") != nil || len(b.Find("links")) != 1 || b.Find("nothing") != nil {
		t.Error("topics are not found")
	}
	if got := b.At(t); got != "in-force" {
		t.Errorf("the loaded rule does not know its acts: %s", got)
	}
}

// At is a shorthand: the state of the only rule on a day in its middle.
func (b *Book) At(*testing.T) string { return b.Rules[0].At(day("2020-01-01"), "BE", nil).State }

// TestLoadRefuses breaks the good book in one place at a time.
func TestLoadRefuses(t *testing.T) {
	const ruleFile, textFile, actsFile, wordsFileName = "show-link/rule.yaml", "show-link/text.nl.yaml", "acts.yaml", "show-link/words.yaml"
	for _, c := range []struct{ name, file, old, new, want string }{
		{"unknown key", ruleFile, "topic: links", "topic: links\ntopics: x", "show-link/rule.yaml:3: field topics not found"},
		{"duplicate key", ruleFile, "topic: links", "topic: links\ntopic: x", "show-link/rule.yaml:3: mapping key \"topic\" already defined at line 2"},
		{"duplicate key in check", ruleFile, "  to: [place]", "  to: [place]\n  to: [other]", "show-link/rule.yaml:14: mapping key \"to\" already defined"},
		{"broken yaml", ruleFile, "[old-link]", "[old-link", "show-link/rule.yaml:"},
		{"no day", ruleFile, "until: 2025-07-20", "until: soon", "show-link/rule.yaml:10: \"soon\" is no day"},
		{"other id", ruleFile, "id: show-link", "id: show-links", "show-link/rule.yaml:1: the id \"show-links\" is not the name of its folder"},
		{"bad level", ruleFile, "level: error", "level: fatal", "show-link/rule.yaml:4: level is \"fatal\": use one of"},
		{"no basis", ruleFile, "basis: duty\n", "", "basis is missing"},
		{"unknown act", ruleFile, "act: reg-1", "act: reg-2", "show-link/rule.yaml:10: there is no act \"reg-2\""},
		{"before the act", ruleFile, "from: 2016-01-09", "from: 2016-01-08", "show-link/rule.yaml:10: the days 2016-01-08 to 2025-07-20 are outside those of reg-1"},
		{"open end after the act", ruleFile, ", until: 2025-07-20", "", "are outside those of reg-1"},
		{"days turned round", ruleFile, "from: 2016-01-09", "from: 2025-07-20", "until 2025-07-20 is not after from 2025-07-20"},
		{"no article", ruleFile, `article: "14", `, "", "show-link/rule.yaml:10: the article is missing"},
		{"no state", ruleFile, `article: "14"`, `article: "14", countries: [XX]`, "show-link/rule.yaml:10: \"XX\" is no member state"},
		{"EU is no state", ruleFile, `article: "14"`, `article: "14", countries: [EU]`, "\"EU\" is no member state"},
		{"foreign act", ruleFile, `act: reg-1, article: "14"`, `act: be-1, countries: [DE], article: "14"`, "be-1 is law of BE and binds nobody in DE"},
		{"directive alone", ruleFile, "act: reg-1", "act: dir-1", "countries needs \"*\""},
		{"bad status", ruleFile, "check:", "countries:\n  BE: {status: maybe}\ncheck:", "show-link/rule.yaml:12: status is \"maybe\""},
		{"bad country", ruleFile, "check:", "countries:\n  BEL: {status: pending}\ncheck:", "\"BEL\" is no member state"},
		{"enacted without day", ruleFile, "check:", "countries:\n  BE: {status: enacted}\ncheck:", "enacted law needs its day"},
		{"unknown kind", ruleFile, "kind: link", "kind: lynx", "show-link/rule.yaml:12: there is no kind of check called \"lynx\""},
		{"no kind", ruleFile, "  kind: link\n", "", "check has no kind"},
		{"step for no reason", ruleFile, "reasons: [missing]", "reasons: [gone]", "step \"first\" is for the reason \"gone\""},
		{"step twice", ruleFile, "    - {id: first, reasons: [missing]}", "    - {id: first}\n    - {id: first}", "show-link/rule.yaml:20: step \"first\" needs an id of its own"},
		{"snippet does nothing", ruleFile, "do: add", "do: paste", "do is \"paste\""},
		{"no successor", ruleFile, "level: error", "followed-by: never\nlevel: error", "show-link/rule.yaml:4: followed-by names \"never\""},
		{"alias of itself", ruleFile, "[old-link]", "[show-link]", "the name \"show-link\" belongs to show-link already"},
		{"no text", textFile, goodText, "", "show-link/text.nl.yaml"},
		{"reason without words", textFile, "  missing: {headline: Missing, message: Not seen.}\n", "", "show-link/text.nl.yaml:4: reasons has no words for \"missing\""},
		{"words without reason", textFile, "  missing:", "  gone: {headline: G, message: G.}\n  missing:", "show-link/text.nl.yaml:5: reasons has words for \"gone\""},
		{"long headline", textFile, "headline: Missing", "headline: " + strings.Repeat("é", 51), "the headline of \"missing\" has 51 characters"},
		{"no message", textFile, "message: Not seen.", "message: ''", "\"missing\" has no message"},
		{"other placeholder", textFile, "{count}", "{pages}", "reasons \"found\" has the placeholders [pages], en has [count]"},
		{"placeholder of nobody", textFile, "{url}", "{link}", "show-link/text.nl.yaml:7: nothing fills the placeholder {link}"},
		{"gap in a message", textFile, "{url}", "{e-mail}", "nothing fills the placeholder {e-mail}"},
		{"note missing", textFile, "notes:\n  late: \"Late, see {url}.\"\n", "", "notes has no words for \"late\""},
		{"step missing", textFile, "steps:\n  first: Do this.\n", "", "steps has no words for \"first\""},
		{"cannot see less", textFile, "cannot-see:\n  - mails\n", "", "cannot-see has 0 lines, rule.yaml has 1"},
		{"act twice", actsFile, "- id: dir-1", "- id: reg-1", "acts.yaml:8: act \"reg-1\" stands here twice"},
		{"no citation", actsFile, ", nl: Verordening 1", "", "acts.yaml:2: act \"reg-1\" has no citation in nl"},
		{"act of nowhere", actsFile, "  country: BE\n", "", "act \"be-1\" is of no country"},
		{"applies too early", actsFile, "applies: 2016-01-09", "applies: 2010-01-09", "before it is in force"},
		{"no pass", "show-link/testdata/a-link.pass.txtar", goodFixture, "", "no fixture passes"},
		{"no fail", "show-link/testdata/no-link.fail.txtar", goodFixture, "", "no fixture fails"},
		{"fixture without verdict", "show-link/testdata/x.txtar", "", "x", "\"x.txtar\" is not of the form"},
		{"rule not in the list", "other-rule/rule.yaml", "", goodRule, "other-rule/rule.yaml: the rule is not in the list"},
		{"words in no language", wordsFileName, "nl: [u]", "xx: [u]", "show-link/words.yaml:2: \"xx\" is no language of the Union"},
		{"words twice", wordsFileName, "en: [you]", "en: [you, You!]", "show-link/words.yaml:2: place.en: \"You!\" stands here twice"},
		{"words without a word", wordsFileName, "en: [you]", "en: ['§']", "has no word"},
		{"list nobody names", wordsFileName, "place:", "places:", "show-link/words.yaml:2: no parameter of the check names the list \"places\""},
		{"list in capitals", wordsFileName, "place:", "Place:", "the list \"Place\" is not named in the form two-words"},
		{"empty list", wordsFileName, "{en: [you], nl: [u]}", "{}", "the list \"place\" is empty"},
		{"unknown key of words", wordsFileName, "lists:", "list:", "show-link/words.yaml:1: field list not found"},
		{"huge file", textFile, "title: Title", "title: " + strings.Repeat("x", maxFile), "is larger than"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := book()
			changed := strings.Replace(files[c.file], c.old, c.new, 1)
			if changed == files[c.file] {
				t.Fatal("the case changes nothing")
			}
			if files[c.file] = changed; changed == "" {
				delete(files, c.file)
			}
			_, err := load(files, "show-link")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got:\n%v\nwant a line with:\n%s", err, c.want)
			}
		})
	}
}

// All faults of all files come together, in the order of file and line.
func TestLoadCollects(t *testing.T) {
	files := book()
	files["show-link/rule.yaml"] = strings.Replace(files["show-link/rule.yaml"], "level: error\nbasis: duty", "level: x\nbasis: y", 1)
	files["show-link/text.nl.yaml"] = strings.Replace(files["show-link/text.nl.yaml"], "title: Title", "title: ''", 1)
	_, err := load(files)
	var faults Faults
	if !errors.As(err, &faults) || len(faults) != 3 {
		t.Fatalf("want 3 faults, got:\n%v", err)
	}
	if !slices.IsSortedFunc(faults, func(a, b Fault) int { return strings.Compare(a.File, b.File) }) {
		t.Errorf("out of order:\n%v", err)
	}
}

// A language beside those a rule must speak is held to the same standard.
func TestLoadFurtherLanguage(t *testing.T) {
	files := book()
	files["show-link/text.it.yaml"] = strings.Replace(goodText, "{url}", "{day}", 1)
	if _, err := load(files); err == nil || !strings.Contains(err.Error(), "show-link/text.it.yaml: notes \"late\" has the placeholders [day]") {
		t.Errorf("%v", err)
	}
	files["show-link/text.it.yaml"] = goodText
	if b, err := load(files); err != nil || b.Rules[0].Text["it"].Title == "" {
		t.Errorf("%v", err)
	}
}

func TestLoadNothing(t *testing.T) {
	if _, err := load(map[string]string{}); err == nil {
		t.Error("a folder without acts.yaml is no rule book")
	}
	if _, err := load(book(), "show-link", "gone"); err == nil || !strings.Contains(err.Error(), "gone/rule.yaml") {
		t.Errorf("a listed rule without folder: %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(goodActs, goodRule, goodText, goodFixture)
	f.Add("- &a [*a]", "check: {kind: [link]}", "reasons: {found: 1}", "as-of: x\n-- a --\n")
	f.Add("- {id: x, cite: {en: 1}}", "check: &c {<<: *c}", "notes: {? {a: b} : c}", "-- --\n") // some txtar readers panic on this marker
	f.Fuzz(func(t *testing.T, acts, rule, text, fixture string) {
		files := book()
		maps.Copy(files, map[string]string{"acts.yaml": acts, "show-link/rule.yaml": rule, "show-link/text.nl.yaml": text})
		b, err := load(files)
		if (b == nil) == (err == nil) {
			t.Fatal("a book and an error exclude each other")
		}
		if b != nil {
			b.Rules[0].At(day("2020-01-01"), "BE", nil)
		}
		_, _ = ParseFixture("x.pass.txtar", []byte(fixture))
	})
}

// A rule's own vocabulary is known by the id of the rule and its name.
func TestLoadLists(t *testing.T) {
	b, err := load(book())
	if err != nil {
		t.Fatal(err)
	}
	l := b.Rules[0].Lists["place"]
	if l.Name != "show-link/place" || !slices.Equal(l.Phrases["nl"], []string{"u"}) {
		t.Errorf("%+v", l)
	}
}

// A kind may narrow the keys of a rule by its parameters, name its parts, and
// refuse what it does not understand with the line of the file.
func TestLoadNarrows(t *testing.T) {
	kinds := func(f func(*Rule) (Words, error)) map[string]Words {
		k := testKinds["link"]
		k.For = f
		return map[string]Words{"link": k}
	}
	try := func(f func(*Rule) (Words, error)) string {
		fsys := fstest.MapFS{}
		for name, data := range book() {
			fsys[name] = &fstest.MapFile{Data: []byte(data)}
		}
		if _, err := Load(fsys, kinds(f), []string{"en", "nl"}); err != nil {
			return err.Error()
		}
		return ""
	}
	got := try(func(*Rule) (Words, error) {
		return Words{Reasons: []string{"missing"}, Parts: []string{"days"}}, nil
	})
	for _, want := range []string{
		"text.en.yaml:4: reasons has words for \"found\", which nothing uses", "notes has words for \"late\"", "parts has no words for \"days\"",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got:\n%s\nwant a line with %s", got, want)
		}
	}
	got = try(func(r *Rule) (Words, error) {
		var p struct {
			Kind string `yaml:"kind"`
		}
		return Words{}, Strict(&r.Check, &p)
	})
	if !strings.Contains(got, "show-link/rule.yaml:13: field to not found") {
		t.Errorf("got:\n%s", got)
	}
	if got = try(func(*Rule) (Words, error) { return Words{}, errors.New("no such list") }); !strings.Contains(got, "show-link/rule.yaml:12: no such list") {
		t.Errorf("got:\n%s", got)
	}
}
