package page

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/style"
)

var (
	errTooMany = errors.New("more style sheets than are read")
	errBroken  = errors.New("the sheet broke the reader")
)

// unread is a linked sheet that counts and was not read.
type unread struct {
	address string
	own     bool  // the shop's, on the net: it should have been had
	err     error // nil: this source has no sheets
}

// String says it to a reader.
func (u unread) String() string {
	if u.err == nil {
		return "linked style sheets were not read"
	}
	return fmt.Sprintf("a style sheet was not read: %s (%s)", brieflyAt(u.address), u.err)
}

// brieflyAt is an address without its query.
func brieflyAt(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	u.RawQuery, u.Fragment = "", ""
	return u.String()
}

// sheetReader puts the sheets of a page into a cascade, in document order.
type sheetReader struct {
	page    *Page
	cascade *style.Cascade
	unread  []unread
	used    used
}

// read walks over the page's sheets.
func (r *sheetReader) read() {
	for n := r.page.root; n != nil; n = next(n, nil) {
		switch {
		case n.Type != html.ElementNode:
		case n.DataAtom == atom.Style && n.Namespace == "":
			if cssType(attr(n, "type")) && !r.page.inert(n) {
				r.use(r.page.Sheets.own(rawText(n)), style.Media(attr(n, "media")), "<style>", r.page.base, 0)
			}
		case n.DataAtom == atom.Link && n.Namespace == "":
			r.link(n)
		}
	}
}

// link reads the sheet of a <link>. One that a script turns on once the page
// has loaded counts as turned on.
func (r *sheetReader) link(n *html.Node) {
	rel, swap := attr(n, "rel"), attr(n, "onload") != ""
	late := swap && hasToken(rel, "preload") && hasWordValue(n, "as", "style")
	if !hasToken(rel, "stylesheet") && !late || hasToken(rel, "alternate") || hasAttr(n, "disabled") || !cssType(attr(n, "type")) || r.page.inert(n) {
		return
	}
	scope := style.Media(attr(n, "media"))
	if swap {
		scope = style.Everywhere
	}
	if u := resolve(r.page.base, attr(n, "href")); u != nil {
		r.linked(u, scope, 0)
	}
}

// linked reads the sheet at an address, if it can matter.
func (r *sheetReader) linked(u *url.URL, scope style.Scope, depth int) {
	if !scope.Applies() || depth > maxImports || fontsOnly(u) {
		return
	}
	at := *u
	at.Fragment = ""
	address := at.String()
	sheet, err := r.get(address)
	if sheet == nil {
		r.unread = append(r.unread, unread{address, err != nil && r.page.Sheets.source.Own(address), err})
		return
	}
	r.use(sheet, scope, path.Base(u.Path), &at, depth)
}

// fontsOnly reports whether a sheet is one of the services that serve nothing
// but fonts: it hides nothing, and costs no request.
func fontsOnly(u *url.URL) bool {
	switch u.Hostname() {
	case "fonts.googleapis.com", "fonts.bunny.net", "use.typekit.net", "p.typekit.net", "fast.fonts.net", "cloud.typography.com":
		return true
	}
	return false
}

func (r *sheetReader) get(address string) (*style.Sheet, error) {
	if r.page.Sheets == nil || r.page.Sheets.source == nil {
		return nil, nil
	}
	if r.used.asked++; r.used.asked > maxPerPage {
		return nil, errTooMany
	}
	return r.page.Sheets.get(address, &r.used)
}

// use puts a sheet in, behind those it imports.
func (r *sheetReader) use(s *style.Sheet, scope style.Scope, name string, at *url.URL, depth int) {
	for _, i := range s.Imports {
		if u := resolve(at, i.URL); u != nil && len(i.URL) < 2000 {
			r.linked(u, scope.Import(i), depth+1)
		}
	}
	r.cascade.Use(s, scope, name)
}

// worst is the unread sheet that weighs most: the shop's own before others.
func worst(list []unread) unread {
	for _, u := range list {
		if u.own {
			return u
		}
	}
	return list[0]
}

// hooked reports whether a sheet that is not there could tell the element, or
// one around it, apart: it carries a class, an id or a style.
func hooked(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		for i := range n.Attr {
			switch n.Attr[i].Key {
			case "class", "id", "style":
				if strings.TrimSpace(n.Attr[i].Val) != "" {
					return true
				}
			}
		}
	}
	return false
}
