package rule

import (
	"maps"
	"path"
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
	if !slices.Contains(c.languages, lang) && t.onlySnippets() {
		c.checkSnippets(r, lang, root, &t)
		return
	}
	c.checkText(r, lang, root, &t)
}

// onlySnippets reports whether a text holds what to paste and nothing else:
// enough for a language that shops speak and reports do not.
func (t Text) onlySnippets() bool {
	return t.Title == "" && t.Why == "" && len(t.Reasons)+len(t.Notes)+len(t.Parts)+len(t.Steps)+len(t.CannotSee) == 0
}

// checkSnippets wants a language of the shops to have every snippet that is
// meant for it.
func (c *checker) checkSnippets(r *Rule, lang string, root *yaml.Node, t *Text) {
	sameKeys(c, c.textFile(lang), root, "snippets", snippetIDs(r, lang), t.Snippets)
	c.checkPlaceholders(c.textFile(lang), root, t)
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
		sameKeys(c, file, root, "parts", c.kind.Parts, t.Parts)
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
