package page

// describe fills the fields that say what a page is.
func (p *Page) describe() {
	if p.found.title != nil {
		p.Title = nodeText(p.found.title)
	}
	p.Language = p.language()
	p.Kind = p.kind()
}
