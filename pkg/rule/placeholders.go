package rule

import (
	"maps"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v4"
)

// Filled are the placeholders that verdicts fill.
var Filled = []string{"pages", "total", "address", "addresses", "url", "kind", "clicks", "cause", "detail", "why", "count", "day",
	"country", "adr-bodies", "suggestion", "languages", "label", "found", "missing", "part"}

// Gaps are the placeholders of a snippet that only the trader can fill; they
// stay visible, and a page with a gap left in it does not pass.
var Gaps = []string{"e-mail", "phone", "postal-address", "mediator", "mediator-address", "mediator-site",
	"name", "legal-form", "register", "register-number", "vat-number", "court", "representative", "host",
	"site", "page", "returns-address", "authority", "body", "body-address", "body-site", "date", "price", "costs", "days",
	"purposes", "recipients", "period", "capital", "host-address",
	"maker", "maker-address", "maker-e-mail", "trader", "trader-address", "trader-phone", "trader-e-mail", "trader-register",
	"payment", "countries"}

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
	for section, texts := range map[string]map[string]string{"notes": t.Notes, "parts": t.Parts, "steps": t.Steps, "snippets": t.Snippets} {
		for key, words := range texts {
			out[place{section, key}] = words
		}
	}
	return out
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
			if ok && words != "" && !slices.Equal(Placeholders(words), Placeholders(other)) {
				c.faults.add(c.textFile(lang), 0, "%s %q has the placeholders %v, %s has %v",
					where.section, where.key, Placeholders(words), c.languages[0], Placeholders(other))
			}
		}
	}
}
