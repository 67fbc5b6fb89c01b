package page

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/words"
)

// isOffer reports whether a page that only its title made a category, or
// nothing made anything, shows one product. A shop called "Shop" has that word
// in the title of every page; what the page says of itself in data, or an
// address below one of products, goes before it. A heading goes before both.
func (p *Page) isOffer(kind words.Kind, path words.Guess) bool {
	if kind != words.Category && kind != words.Other || p.heading().Kind == words.Category {
		return false
	}
	below := path.Kind == words.Product || p.Hint.Kind == words.Product
	return below && !p.atList() || p.offersOne()
}

// atList reports whether the address is the list itself: /products, not
// /products/lamp.
func (p *Page) atList() bool {
	path := strings.Trim(p.Address.Path, "/")
	return p.book.Slug(path[strings.LastIndexByte(path, '/')+1:]).Kind == words.Product
}

// offersOne reports whether og:type or structured data name one product, and
// no list of them.
func (p *Page) offersOne() bool {
	for _, n := range p.found.metas {
		if attr(n, "property") == "og:type" {
			switch strings.TrimSpace(attr(n, "content")) {
			case "product", "og:product", "product.item":
				return true
			}
		}
	}
	products := 0
	for _, n := range p.found.scripts {
		if attr(n, "type") != "application/ld+json" {
			continue
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.TextNode {
				continue
			}
			if strings.Contains(c.Data, `"ItemList"`) || strings.Contains(c.Data, `"CollectionPage"`) {
				return false
			}
			products += strings.Count(c.Data, `"Product"`) + strings.Count(c.Data, `"ProductGroup"`)
		}
	}
	return products == 1
}
