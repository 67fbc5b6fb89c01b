package report

// add joins the counts of two shops.
func (c *counts) add(o counts) {
	c.fail += o.fail
	c.warn += o.warn
	c.pass += o.pass
	c.open += o.open
	c.known += o.known
	c.ignored += o.ignored
}

// counted are the counts in words; known and ignored findings only where there
// are any.
func (p *printer) counted(c counts) []string {
	out := []string{
		p.count("count.fail", c.fail), p.count("count.warn", c.warn),
		p.count("count.pass", c.pass), p.count("count.open", c.open),
	}
	if c.known > 0 {
		out = append(out, p.count("count.known", c.known))
	}
	if c.ignored > 0 {
		out = append(out, p.count("count.ignored", c.ignored))
	}
	return out
}
