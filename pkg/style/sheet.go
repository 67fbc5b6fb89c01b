package style

// The bounds of one sheet.
const (
	maxRules = 60_000
	maxSheet = 4 << 20 // bytes
	maxDepth = 24      // blocks inside one another
	maxNames = 5000    // layers, and registered properties
)

// Sheet is one style sheet, read once. It never changes, so the pages of a
// shop share it, in as many goroutines as there are.
type Sheet struct {
	Imports []Import // in order; the rules of an imported sheet come before the sheet's own

	byID, byClass, byTag map[string][]entry
	others               []entry
	rules                int
	bordered             bool     // it makes padding a part of the size of every element
	layers               []string // full names, in the order they are first met
	layerAt              map[string]int
	registered           map[string]registered
	names                map[uint32]struct{} // what its selectors ask elements for, by hashOf

	last overrides // nil once the sheet is read
}

// Import is an @import: the address as written, and where it holds.
type Import struct {
	URL   string
	scope Scope
}

// Scope is where a sheet holds: its media, and the layer it is imported into.
// The zero Scope is no place at all; Everywhere is where a plain link holds.
type Scope struct {
	holds   verdict
	layer   string
	layered bool
}

// Everywhere is the scope of a sheet linked without a media attribute.
var Everywhere = Scope{holds: always}

// Media is the scope of a sheet with a media attribute.
func Media(list string) Scope { return Scope{holds: media(list)} }

// Applies reports whether a sheet with this scope can matter in a view.
func (s Scope) Applies() bool { return s.holds.yes|s.holds.open != 0 }

// Import is the scope of a sheet that a sheet of this scope imports.
func (s Scope) Import(i Import) Scope {
	out := Scope{holds: s.holds.and(i.scope.holds), layer: s.layer, layered: s.layered}
	if i.scope.layered {
		out.layer, out.layered = join(s.layer, i.scope.layer), true
	}
	return out
}

// rule is one selector with its declarations.
type rule struct {
	sel   *selector
	decls []Declaration
	sets  covers // of decls
	vars  []variable
	holds verdict
	layer int // index in the sheet's layers, -1 for none
	order int
}

// registered is a property of @property: what it is where nothing sets it,
// and whether those inside get it.
type registered struct {
	initial  string
	inherits bool
}

func newSheet() *Sheet {
	return &Sheet{
		byID: map[string][]entry{}, byClass: map[string][]entry{}, byTag: map[string][]entry{},
		layerAt: map[string]int{}, registered: map[string]registered{}, names: map[uint32]struct{}{}, last: overrides{},
	}
}

// file puts a rule where elements it may be about are looked up.
func (s *Sheet) file(sel *selector, r rule) {
	if sel.dead || s.rules >= maxRules {
		return
	}
	r.sel, r.order = sel, s.rules
	s.rules++
	s.name(sel)
	if empty := s.last.stands(&r); empty != nil {
		*empty = r
		return
	}
	f := entry{&r, needs(sel)}
	switch last := &sel.parts[len(sel.parts)-1]; {
	case last.id != "":
		s.byID[last.id] = append(s.byID[last.id], f)
	case len(last.classes) > 0:
		s.byClass[last.classes[0]] = append(s.byClass[last.classes[0]], f)
	case last.tag != "":
		s.byTag[last.tag] = append(s.byTag[last.tag], f)
	default:
		s.others = append(s.others, f)
	}
}

// layer gives a layer's index; a name that is new comes after those met.
func (s *Sheet) layer(name string) int {
	if i, ok := s.layerAt[name]; ok {
		return i
	}
	if len(s.layers) >= maxNames {
		return -1
	}
	s.layerAt[name] = len(s.layers)
	s.layers = append(s.layers, name)
	return len(s.layers) - 1
}
