package crawl

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/words"
)

// How many sitemap files are fetched, how deep an index may nest, and how many
// pages that nothing asked for are kept from them.
const (
	maxSitemaps     = 5
	maxSitemapsFull = 40
	sitemapDepth    = 2
	keepUnasked     = 100
)

// sitemapRef is a sitemap still to be fetched.
type sitemapRef struct {
	url   *url.URL
	depth int
	given bool // by the user, or found to be a copy: the hosts in it are taken for the shop's
}

// searchSitemaps reads the shop's sitemaps and adds what they promise: pages
// of the kinds that are missing, service pages, and some of each template.
func (c *crawl) searchSitemaps(ctx context.Context, missing []words.Kind) {
	queue := c.sitemapStarts(ctx)
	seen := map[string]bool{}
	limit := maxSitemaps
	if c.o.Full {
		limit = maxSitemapsFull
	}
	for n := 0; len(queue) > 0 && n < limit && ctx.Err() == nil; {
		ref := queue[0]
		queue = queue[1:]
		key := c.site.key(ref.url)
		if seen[key] || !ref.given && !c.o.Full && c.promised(missing) {
			continue
		}
		seen[key] = true
		n++
		a, err := c.client.Get(ctx, ref.url.String(), sitemapBytes, c.o.MaxHops)
		if err != nil || a.Status/100 != 2 {
			continue
		}
		file, _ := readSitemap(a.Body, sitemapURLs) // what was read is used
		ref.given = ref.given || c.copied(slices.Concat(file.Pages, file.Files))
		c.addPages(file.Pages, missing, ref.given)
		if ref.depth < sitemapDepth {
			queue = append(queue, c.children(file.Files, ref)...)
		}
	}
}

// promised reports whether an address is known for every missing kind.
func (c *crawl) promised(missing []words.Kind) bool {
	for _, k := range missing {
		if len(c.front.open(byKind(k))) == 0 {
			return false
		}
	}
	return true
}

// sitemapStarts are the sitemaps that the user or robots.txt names on the
// shop's own hosts, else the usual place.
func (c *crawl) sitemapStarts(ctx context.Context) []sitemapRef {
	var out []sitemapRef
	base := &url.URL{Scheme: c.start.Scheme, Host: c.site.home}
	if k := c.front.list[0]; k.final != nil {
		base = k.final
	}
	named := c.client.Robots.Sitemaps(ctx, base)
	copied := c.copied(named)
	for i, s := range append(slices.Clone(c.o.Sitemaps), named...) {
		given := i < len(c.o.Sitemaps)
		if u := c.local(base, s, given || copied); u != nil {
			out = append(out, sitemapRef{u, 0, given})
		}
	}
	if len(out) == 0 {
		out = append(out, sitemapRef{url: tidy(base.ResolveReference(&url.URL{Path: "/sitemap.xml"}))})
	}
	return out
}

// copied reports whether a sitemap of the shop names one host throughout, and
// not the shop's: a staging copy carries the addresses of the real one.
func (c *crawl) copied(addresses []string) bool {
	host := ""
	for _, s := range addresses {
		u, err := c.start.Parse(s)
		if err != nil {
			continue
		}
		switch u = tidy(u); {
		case c.site.same(u), host != "" && u.Host != host:
			return false
		}
		host = u.Host
	}
	return host != ""
}

// local brings an address that a sitemap or robots.txt names to the shop that
// is read: a staging copy carries the addresses of the real one. In a sitemap
// that the user gave every host is the shop's.
func (c *crawl) local(base *url.URL, s string, given bool) *url.URL {
	u, err := base.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	u = tidy(u)
	if c.site.same(u) {
		return u
	}
	if given || inside(c.start) || len(c.o.Resolve) > 0 {
		u.Scheme, u.Host = base.Scheme, base.Host
		return u
	}
	return nil
}

// children orders the files of an index: those named for pages and texts
// first, those for products and pictures last.
func (c *crawl) children(files []string, of sitemapRef) []sitemapRef {
	var out []sitemapRef
	for _, f := range files {
		if u := c.local(c.start, f, of.given); u != nil && len(out) < sitemapURLs {
			out = append(out, sitemapRef{u, of.depth + 1, of.given})
		}
	}
	slices.SortStableFunc(out, func(a, b sitemapRef) int { return fileRank(a.url.Path) - fileRank(b.url.Path) })
	return out
}

func fileRank(p string) int {
	p = strings.ToLower(p)
	for rank, list := range [][]string{
		{"legal", "information", "page", "cms", "content", "seite", "pagina", "static", "misc"},
		{},
		{"product", "produkt", "produit", "categor", "kategor", "collection", "blog", "post", "tag", "image", "brand"},
	} {
		for _, w := range list {
			if strings.Contains(p, w) {
				return rank
			}
		}
	}
	return 1
}

func (c *crawl) addPages(pages []string, missing []words.Kind, given bool) {
	unasked := 0
	for _, s := range pages {
		u := c.local(c.start, s, given)
		if u == nil {
			continue
		}
		g := c.slug(u)
		asked := slices.Contains(missing, g.Kind) || slices.Contains(hubKinds, g.Kind) || g.Kind.Legal()
		if closed(u, g) || !asked && !c.o.Full && unasked >= keepUnasked {
			continue
		}
		k := &candidate{url: u, key: c.site.key(u), guess: g, lang: version(u), via: "sitemap", purpose: purpose(g) + " of the sitemap", depth: 1, shape: shape(u, g.Kind)}
		if k.lang == "" {
			k.lang = c.front.list[0].lang
		}
		if c.offer(k) && !asked {
			unasked++
		}
	}
}

func (c *crawl) slug(u *url.URL) words.Guess {
	if c.o.Book == nil {
		return words.Guess{}
	}
	return c.o.Book.Slug(u.RequestURI())
}
