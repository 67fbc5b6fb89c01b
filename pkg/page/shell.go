package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shellText is how many bytes of text an empty page may have: a notice about
// cookies or a line that asks for JavaScript.
const shellText = 200

// Shell reports whether the page is empty until a script fills it: hardly any
// text, and a root that a framework renders into, a request for JavaScript, or
// far more script than text.
func (p *Page) Shell() bool {
	if p.Rendered || p.found.body == nil {
		return false
	}
	text, noscript, mount := p.weigh()
	if text >= shellText {
		return false
	}
	script := 0
	for _, n := range p.found.scripts {
		script += len(rawText(n))
		if attr(n, "src") != "" {
			script += shellText
		}
	}
	if script == 0 {
		return false
	}
	return mount || asksForScript(noscript) || script > 20*(text+shellText)
}

// Blank reports whether a page that was rendered still shows next to nothing
// and leads nowhere, although it has scripts: one of them broke, or waits for
// something that a reader without a history here does not have.
func (p *Page) Blank() bool {
	if !p.Rendered || len(p.found.scripts) == 0 || len(p.Links()) > 0 {
		return false
	}
	text, _, _ := p.weigh()
	return text < shellText
}

// BareRoot reports whether an element that a framework renders into is empty,
// and there is a script to fill it: whatever else stands on the page, a part of
// it is not there yet.
func (p *Page) BareRoot() bool {
	if p.Rendered || len(p.found.scripts) == 0 || p.found.body == nil {
		return false
	}
	top := p.found.body
	for n := top; n != nil; n = next(n, top) {
		if n.Type == html.ElementNode && isMount(n) && bare(n) {
			return true
		}
	}
	return false
}

// bare reports whether an element has neither text nor a picture: comments and
// empty boxes are what servers leave for a script.
func bare(top *html.Node) bool {
	for n := top; n != nil; n = next(n, top) {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" && !silent(n.Parent):
			return false
		case n.DataAtom == atom.Img, n.DataAtom == atom.Svg:
			return false
		}
	}
	return true
}

// weigh counts the bytes of text a reader sees, and collects that of noscript.
func (p *Page) weigh() (text int, noscript string, mount bool) {
	top := p.root
	for n := top; n != nil && text < shellText; {
		switch {
		case n.Type == html.TextNode:
			text += len(fold(n.Data))
		case n.Type == html.ElementNode && (n.DataAtom == atom.Noscript || hasAttr(n, "data-noscript")):
			if len(noscript) < 1<<10 {
				noscript += nodeText(n)
			}
			n = after(n, top)
			continue
		case n.Type == html.DocumentNode || n.DataAtom == atom.Head:
		case n.Type != html.ElementNode || silent(n) || n.DataAtom == atom.Template:
			n = after(n, top)
			continue
		default:
			mount = mount || isMount(n)
		}
		n = next(n, top)
	}
	return text, noscript, mount
}

// isMount reports whether a framework renders into an element.
func isMount(n *html.Node) bool {
	switch strings.ToLower(attr(n, "id")) {
	case "root", "app", "__next", "__nuxt", "___gatsby", "app-root", "main-app", "svelte", "react-root", "vue-app", "ember-app", "q-app":
		return true
	}
	if n.Data == "app-root" || n.Data == "app" || n.Data == "my-app" {
		return true
	}
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "data-reactroot", "ng-app", "data-ng-app", "ng-version", "data-server-rendered", "data-v-app", "data-n-head":
			return true
		}
	}
	return false
}

// asksForScript reports whether a noscript text says that nothing works
// without JavaScript: in every language it keeps the word.
func asksForScript(text string) bool {
	return strings.Contains(strings.ToLower(text), "javascript")
}
