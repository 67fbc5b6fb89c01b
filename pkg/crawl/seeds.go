package crawl

import "net/url"

// addSeeds offers the pages that are known beside the start page. Their
// addresses are all that is known of them; a link may say more later.
func (c *crawl) addSeeds() {
	for _, s := range c.o.Seeds {
		u, err := url.Parse(s)
		if err != nil || u.Host == "" {
			continue
		}
		u = tidy(u)
		g := c.slug(u)
		c.offer(&candidate{url: u, key: c.site.key(u), guess: g, via: "archive", purpose: "page of the archive", depth: 1, shape: shape(u, g.Kind)})
	}
}
