package style

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Cascade is the sheets of one page in their order, and what was found out
// about its elements. It is for one goroutine.
type Cascade struct {
	uses    []use
	layers  layers
	matcher matcher

	seen  map[*html.Node]*facts
	likes map[likeKey]*likeness
	signs map[string]*Own   // by the rules that apply, and the style attribute
	told  map[string]string // lists of classes
	asked map[string]byte   // attributes

	scratch [views][]candidateValue // used again, as are these
	applied []applied
	scrap   []byte
}

// use is a sheet on a page.
type use struct {
	sheet *Sheet
	scope Scope
	layer string // what the names of its layers begin with
	name  string // for a reader
}

// rank orders declarations: importance, then style attributes, layers,
// specificity and place in the sheets.
type rank struct {
	important bool
	inline    bool
	layer     int
	weight    specificity
	sheet     int
	order     int
}

func (a rank) less(b rank) bool {
	switch {
	case a.important != b.important:
		return b.important
	case a.inline != b.inline:
		return b.inline
	case a.layer != b.layer:
		return (a.layer < b.layer) != a.important // what is important counts the other way round
	case a.weight != b.weight:
		return a.weight.less(b.weight)
	case a.sheet != b.sheet:
		return a.sheet < b.sheet
	}
	return a.order < b.order
}

// New gives a cascade without rules: only style attributes count.
func New() *Cascade {
	return &Cascade{
		seen: map[*html.Node]*facts{}, likes: map[likeKey]*likeness{}, signs: map[string]*Own{},
		told: map[string]string{}, asked: map[string]byte{},
	}
}

// Add reads one sheet of the page itself, with the media attribute of its
// element.
func (c *Cascade) Add(text, mediaList string) { c.Use(Parse(text), Media(mediaList), "<style>") }

// Use puts a sheet behind those that are there. Imported sheets are used
// before the sheet that imports them, all before the first question. name is
// how a reader knows the sheet.
func (c *Cascade) Use(s *Sheet, scope Scope, name string) {
	if !scope.Applies() {
		return
	}
	u := use{sheet: s, scope: scope, name: name}
	if scope.layered {
		u.layer = scope.layer
		c.layers.meet(c.nameOf(u, ""))
	}
	for _, name := range s.layers {
		c.layers.meet(c.nameOf(u, name))
	}
	c.uses = append(c.uses, u)
}

// Bordered reports whether a sheet makes padding and borders a part of the size
// of every element, as most themes do.
func (c *Cascade) Bordered() bool {
	return slices.ContainsFunc(c.uses, func(u use) bool { return u.sheet.bordered })
}

// nameOf is a layer's name on the page. Layers without a name are the sheet's
// own, however often it is used.
func (c *Cascade) nameOf(u use, name string) string {
	name = strings.TrimSuffix(join(u.layer, name), ".")
	if strings.Contains(name, "(") {
		name = strings.ReplaceAll(name, "(", "("+strconv.Itoa(len(c.uses))+" ")
	}
	return name
}

// Anonymous layers keep the number of the use they were met in.
func (c *Cascade) layerOf(at int, r *rule) int {
	u := c.uses[at]
	name := ""
	switch {
	case r.layer >= 0:
		name = join(u.layer, u.sheet.layers[r.layer])
	case u.scope.layered:
		name = u.layer
	default:
		return unlayered
	}
	if strings.Contains(name, "(") {
		name = strings.ReplaceAll(name, "(", "("+strconv.Itoa(at)+" ")
	}
	return c.layers.rank(name)
}

// about calls f for every rule that may be about an element.
func (c *Cascade) about(n *html.Node, f func(at int, r *rule)) {
	classes := classesOf(n)
	tag, id, over := strings.ToLower(n.Data), attr(n, "id"), c.over(n)
	for at := range c.uses {
		s := c.uses[at].sheet
		each := func(list []entry) {
			for i := range list {
				if !over.holds(&list[i].above) {
					continue
				}
				if c.matcher.broke() {
					return
				}
				f(at, list[i].rule)
			}
		}
		each(s.others)
		each(s.byTag[tag])
		if id != "" {
			each(s.byID[id])
		}
		if len(s.byClass) > 0 {
			for _, class := range classes {
				each(s.byClass[class])
			}
		}
	}
}

// maxClasses bounds the classes of an element that rules are looked up by.
const maxClasses = 100

// classesOf are the classes of an element, each once. HTML parts them at ASCII
// white space alone, so a class may hold a no-break space.
func classesOf(n *html.Node) []string {
	var met []string
	for class := range strings.FieldsFuncSeq(attr(n, "class"), blank) {
		if len(met) < maxClasses && !slices.Contains(met, class) {
			met = append(met, class)
		}
	}
	return met
}
