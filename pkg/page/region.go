package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inside is what the children of n inherit.
func (w where) inside(n *html.Node) where {
	switch n.DataAtom {
	case atom.Noscript, atom.Template:
		w.noscript = true
	case atom.Header:
		if !w.article {
			w.region = Header
		}
	case atom.Footer:
		if !w.article {
			w.region = Footer
		}
	case atom.Nav:
		w.region = Nav
	case atom.Main:
		w.region, w.article = Main, false
	case atom.Article:
		w.article = true
	case atom.Div, atom.Section, atom.Aside, atom.Ul, atom.Table, atom.Td, atom.Center:
		if r := named(n); r != Body {
			w.region = r
		}
	}
	return w
}

// named is the region an element's role, id or class names.
func named(n *html.Node) Region {
	for i := range n.Attr {
		a := &n.Attr[i]
		if a.Key == "role" {
			if r := byRole(a.Val); r != Body {
				return r
			}
		}
		if a.Key == "id" || a.Key == "class" {
			if r := byWord(a.Val); r != Body {
				return r
			}
		}
	}
	return Body
}

func byRole(role string) Region {
	switch strings.ToLower(strings.TrimSpace(role)) {
	case "banner":
		return Header
	case "navigation":
		return Nav
	case "main":
		return Main
	case "contentinfo":
		return Footer
	}
	return Body
}

// byWord reads the region off an id or a list of classes. Only whole names
// count that themes use for the landmark itself: a wrapper of the whole page
// is often called has-footer or sticky-header.
func byWord(value string) Region {
	for value != "" {
		var name string
		name, value = nextWord(value)
		switch strings.ToLower(name) {
		case "footer", "site-footer", "page-footer", "main-footer", "footer-wrapper", "footer-container",
			"footer-content", "footer-links", "footer-bottom", "footer-top", "footer-inner", "footer-main",
			"footer__content", "footer__bottom", "shopify-section-footer", "shopify-section-group-footer-group",
			"colophon", "subfooter", "sub-footer", "bottom-footer", "site-info", "foot", "pagefooter", "footer-nav",
			"footerwrapper", "elementor-location-footer", "footer-sections", "copyright", "footer_area":
			return Footer
		case "header", "site-header", "page-header-wrapper", "main-header", "header-wrapper", "header-container",
			"topbar", "top-bar", "top-header", "masthead", "header-main", "header-top", "header-inner",
			"shopify-section-header", "shopify-section-group-header-group", "elementor-location-header",
			"announcement-bar", "pageheader", "header__content":
			return Header
		case "nav", "navbar", "navigation", "main-nav", "main-menu", "mainmenu", "menu-main", "site-navigation",
			"main-navigation", "mobile-menu", "mobile-nav", "off-canvas", "breadcrumb", "breadcrumbs", "topnav":
			return Nav
		case "main", "main-content", "maincontent", "content-main", "site-main", "page-content", "primary":
			return Main
		}
	}
	return Body
}

// nextWord cuts the first of several words separated by white space.
func nextWord(s string) (word, rest string) {
	start := 0
	for start < len(s) && isSpace(s[start]) {
		start++
	}
	end := start
	for end < len(s) && !isSpace(s[end]) {
		end++
	}
	return s[start:end], s[end:]
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }
