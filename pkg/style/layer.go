package style

import "strings"

// unlayered is the rank of what stands in no layer: above all of them.
const unlayered = 1 << 30

// layers are the cascade layers of a page, by the order they are met in all
// its sheets. A layer's own rules come after those of the layers inside it.
type layers struct {
	root  layer
	ranks map[string]int
}

type layer struct {
	name   string // full
	at     map[string]*layer
	inside []*layer
}

// meet notes a layer, with those around it, where it is new.
func (l *layers) meet(name string) {
	at := &l.root
	for part := range strings.SplitSeq(name, ".") {
		next := at.at[part]
		if next == nil {
			next = &layer{name: join(at.name, part)}
			if at.at == nil {
				at.at = map[string]*layer{}
			}
			at.at[part] = next
			at.inside = append(at.inside, next)
		}
		at = next
	}
	l.ranks = nil
}

// rank is a layer's place among all layers, the weakest first.
func (l *layers) rank(name string) int {
	if l.ranks == nil {
		l.ranks = map[string]int{}
		l.number(&l.root)
	}
	return l.ranks[name]
}

func (l *layers) number(at *layer) {
	for _, in := range at.inside {
		l.number(in)
		l.ranks[in.name] = len(l.ranks) + 1
	}
}
