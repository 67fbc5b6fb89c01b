package page

// Free ends the use of a page: the room its tree took goes to pages to come.
// Nothing that points into the tree may be used any more; texts may. Who
// cannot be sure of that leaves the page to the collector.
func (p *Page) Free() {
	p.root, p.doc, p.links, p.away, p.blocks, p.forms = nil, nil, nil, nil, nil, nil
	p.images, p.scripts = nil, nil
	p.found, p.places, p.lines, p.sights = finds{}, places{}, lines{}, sights{}
	p.slab.free()
}
