package page

import (
	"slices"
	"testing"

	"golang.org/x/net/html"
)

// What the first walk kept is what a selector finds.
func TestMarked(t *testing.T) {
	body := `<!doctype html><head><meta property="og:type" content="product"></head><body>
<div itemscope itemtype="https://schema.org/Product"><b itemprop="name offers">Soap</b><i ITEMPROP>x</i></div>
<star-box n=1><p>a</p></star-box><STAR-BOX></STAR-BOX><svg><star-box/></svg>
<template><iframe src=a></iframe></template><noscript><iframe src=b></iframe></noscript><iframe src=c></iframe>`
	p, err := Parse(Input{URL: "https://shop.example/", Status: 200, Body: []byte(body)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for selector, got := range map[string][]*html.Node{
		"[itemprop], [itemtype]": p.Marked(), "star-box": p.Custom(), "iframe": p.Frames(), "meta": p.Metas(),
	} {
		want := p.Doc().Find(selector).Nodes
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%s: %d elements, want %d", selector, len(got), len(want))
		}
	}
}
