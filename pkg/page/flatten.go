package page

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// nestable is how deep an element may stand in another of its name on a
// flattened page.
const nestable = 8

// flatten writes a page again without its nesting, for a page that html.Parse
// refuses. Links, forms, pictures, scripts, landmarks and text stay, in order;
// each block becomes a paragraph.
func flatten(text []byte) []byte {
	f := flattener{z: html.NewTokenizer(bytes.NewReader(text)), depth: map[atom.Atom]int{}}
	for {
		switch f.z.Next() {
		case html.ErrorToken:
			return f.out.Bytes()
		case html.TextToken, html.DoctypeToken:
			f.out.Write(f.z.Raw())
		case html.StartTagToken, html.SelfClosingTagToken:
			f.start()
		case html.EndTagToken:
			f.end()
		}
	}
}

type flattener struct {
	z     *html.Tokenizer
	out   bytes.Buffer
	depth map[atom.Atom]int
}

func (f *flattener) start() {
	raw := f.z.Raw()
	name, _ := f.z.TagName()
	tag := atom.Lookup(name)
	switch {
	case tag == atom.Noscript:
		f.z.NextIsNotRawText()
		fallthrough
	case nests(tag):
		if f.depth[tag] < nestable {
			f.out.Write(raw)
		}
		f.depth[tag]++
	case keeps(tag):
		f.out.Write(raw)
	case isBlockAtom(tag):
		f.out.WriteString("<p>")
	}
}

func (f *flattener) end() {
	raw := f.z.Raw()
	name, _ := f.z.TagName()
	tag := atom.Lookup(name)
	switch {
	case nests(tag):
		if f.depth[tag] == 0 {
			return
		}
		f.depth[tag]--
		if f.depth[tag] < nestable {
			f.out.Write(raw)
		}
	case keeps(tag):
		f.out.Write(raw)
	case isBlockAtom(tag):
		f.out.WriteString("<p>")
	}
}

// nests are elements that are kept and may stand in themselves.
func nests(tag atom.Atom) bool {
	switch tag {
	case atom.Header, atom.Footer, atom.Nav, atom.Main, atom.Noscript, atom.Template, atom.Label:
		return true
	}
	return false
}

// keeps are elements that are kept and end by themselves where the next of
// their kind begins, so that they cannot pile up.
func keeps(tag atom.Atom) bool {
	switch tag {
	case atom.A, atom.Area, atom.Base, atom.Body, atom.Br, atom.Button, atom.Form, atom.H1, atom.H2, atom.H3,
		atom.Head, atom.Hr, atom.Html, atom.Iframe, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Option, atom.P,
		atom.Script, atom.Select, atom.Style, atom.Textarea, atom.Title:
		return true
	}
	return false
}
