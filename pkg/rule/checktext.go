package rule

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// maxHeadline is the room for a headline in runes: the first screen of a
// report has one line for it.
const maxHeadline = 50

// readText reads one language of a rule's texts.
func (c *checker) readText(r *Rule, lang string) {
	var t Text
	file := c.textFile(lang)
	root, ok := c.decode(file, &t)
	if !ok {
		return
	}
	r.Text[lang] = t
	c.checkText(r, lang, root, &t)
}

func (c *checker) textFile(lang string) string {
	return path.Join(c.dir, "text."+lang+".yaml")
}

// checkText wants words for everything the rule and its kind may say, and for
// nothing else.
func (c *checker) checkText(r *Rule, lang string, root *yaml.Node, t *Text) {
	file := c.textFile(lang)
	for key, words := range map[string]string{"title": t.Title, "why": t.Why} {
		if strings.TrimSpace(words) == "" {
			c.faults.add(file, line(root, key), "%s is missing", key)
		}
	}
	if _, known := c.kinds[r.Kind()]; known {
		sameKeys(c, file, root, "reasons", c.kind.Reasons, t.Reasons)
		sameKeys(c, file, root, "notes", c.kind.Notes, t.Notes)
	}
	sameKeys(c, file, root, "steps", stepIDs(r), t.Steps)
	sameKeys(c, file, root, "snippets", snippetIDs(r, lang), t.Snippets)
	for key, say := range t.Reasons {
		at := line(root, "reasons", key)
		if n := utf8.RuneCountInString(say.Headline); n == 0 || n > maxHeadline {
			c.faults.add(file, at, "the headline of %q has %d characters: 1 to %d fit", key, n, maxHeadline)
		}
		if strings.TrimSpace(say.Message) == "" {
			c.faults.add(file, at, "%q has no message", key)
		}
	}
	if n := len(t.CannotSee); n != len(r.CannotSee) && lang != "en" {
		c.faults.add(file, line(root, "cannot-see"), "cannot-see has %d lines, rule.yaml has %d", n, len(r.CannotSee))
	}
	c.checkPlaceholders(file, root, t)
}

// sameKeys wants texts for exactly the keys named. (A function, since methods
// have no type parameters.)
func sameKeys[V any](c *checker, file string, root *yaml.Node, section string, want []string, got map[string]V) {
	for _, key := range want {
		if _, ok := got[key]; !ok {
			c.faults.add(file, line(root, section), "%s has no words for %q", section, key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(got)) {
		if !slices.Contains(want, key) {
			c.faults.add(file, line(root, section, key), "%s has words for %q, which nothing uses", section, key)
		}
	}
}

func stepIDs(r *Rule) (ids []string) {
	for _, s := range r.Fix.Steps {
		ids = append(ids, s.ID)
	}
	return ids
}

// snippetIDs are the snippets that have a text in lang.
func snippetIDs(r *Rule, lang string) (ids []string) {
	for _, s := range r.Fix.Snippets {
		if len(s.Languages) == 0 || slices.Contains(s.Languages, lang) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// checkPlaceholders refuses names that nothing fills: a typing error would
// stand in a report as {adress}.
func (c *checker) checkPlaceholders(file string, root *yaml.Node, t *Text) {
	for where, words := range t.sentences() {
		known := Filled
		if where.section == "snippets" {
			known = append(slices.Clone(Filled), Gaps...)
		}
		for _, name := range Placeholders(words) {
			if !slices.Contains(known, name) {
				c.faults.add(file, line(root, where.section, where.key), "nothing fills the placeholder {%s}", name)
			}
		}
	}
}

// checkTexts wants the same placeholders in every language, since a fact that
// one reader is told must not be kept from another.
func (c *checker) checkTexts(r *Rule) {
	reference, ok := r.Text[c.languages[0]]
	if !ok {
		return
	}
	want := reference.sentences()
	for _, lang := range slices.Sorted(maps.Keys(r.Text)) {
		for where, words := range r.Text[lang].sentences() {
			other, ok := want[where]
			if ok && !slices.Equal(Placeholders(words), Placeholders(other)) {
				c.faults.add(c.textFile(lang), 0, "%s %q has the placeholders %v, %s has %v",
					where.section, where.key, Placeholders(words), c.languages[0], Placeholders(other))
			}
		}
	}
}

// Filled are the placeholders that verdicts fill.
var Filled = []string{"pages", "total", "address", "addresses", "url", "kind", "clicks", "cause", "detail", "why", "count", "day",
	"country", "adr-bodies", "suggestion", "languages"}

// Gaps are the placeholders of a snippet that only the trader can fill; they
// stay visible, and a page with a gap left in it does not pass.
var Gaps = []string{"e-mail", "phone", "postal-address", "mediator", "mediator-address", "mediator-site"}

var placeholder = regexp.MustCompile(`\{([a-z]+(?:-[a-z]+)*)\}`)

// Placeholders lists the names in braces in a text, each once, sorted.
func Placeholders(text string) []string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// place is where a sentence stands in a text file.
type place struct{ section, key string }

// sentences are all words of a text with placeholders, by their place.
func (t Text) sentences() map[place]string {
	out := map[place]string{{"title", ""}: t.Title, {"why", ""}: t.Why}
	for key, say := range t.Reasons {
		out[place{"reasons", key}] = say.Headline + "\n" + say.Message
	}
	for section, texts := range map[string]map[string]string{"notes": t.Notes, "steps": t.Steps, "snippets": t.Snippets} {
		for key, words := range texts {
			out[place{section, key}] = words
		}
	}
	return out
}
