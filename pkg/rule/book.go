package rule

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/law"
)

// Book is the rule book: its rules in the order of its list, the acts they
// cite, and the day its facts were last checked.
type Book struct {
	Rules   []Rule
	Acts    map[string]law.Act
	Updated law.Day
	// Platforms are the kinds of shop software that the book knows its way in.
	Platforms []Platform
}

// Rule finds a rule by id or alias; nil when the book has none of that name.
func (b *Book) Rule(id string) *Rule {
	for i := range b.Rules {
		r := &b.Rules[i]
		if r.ID == id || slices.Contains(r.Aliases, id) {
			return r
		}
	}
	return nil
}

// Topic lists the rules of a topic in book order; nil when there are none.
func (b *Book) Topic(topic string) []*Rule {
	var out []*Rule
	for i := range b.Rules {
		if b.Rules[i].Topic == topic {
			out = append(out, &b.Rules[i])
		}
	}
	return out
}

// Find takes an id, an alias or a topic, as --only, --skip and explain do. A
// name that is both gives the topic, which holds the rule.
func (b *Book) Find(name string) []*Rule {
	if rules := b.Topic(name); rules != nil {
		return rules
	}
	if r := b.Rule(name); r != nil {
		return []*Rule{r}
	}
	return nil
}

// IDs lists the rule ids in book order.
func (b *Book) IDs() []string {
	ids := make([]string, len(b.Rules))
	for i, r := range b.Rules {
		ids[i] = r.ID
	}
	return ids
}

// Nearest is the id, alias or topic most like name, for "did you mean"; ""
// when none is near.
func (b *Book) Nearest(name string) string {
	var names []string
	for _, r := range b.Rules {
		names = append(append(names, r.ID, r.Topic), r.Aliases...)
	}
	return nearest(name, names)
}
