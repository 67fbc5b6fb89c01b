package page

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"golang.org/x/net/html"
)

// full is the tree of html.Parse, as Page.tree builds it.
func full(t testing.TB, text []byte) *html.Node {
	t.Helper()
	root, err := html.ParseWithOptions(bytes.NewReader(text), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatalf("the full parser refuses what the light one took: %v\n%q", err, text)
	}
	return root
}

// differ says where two trees are not the same, "" when they are.
func differ(a, b *html.Node) string {
	for {
		if a == nil || b == nil {
			if a == b {
				return ""
			}
			return fmt.Sprintf("one tree ends: %+v, %+v", a, b)
		}
		if a.Type != b.Type || a.DataAtom != b.DataAtom || a.Data != b.Data || a.Namespace != b.Namespace ||
			!slices.Equal(a.Attr, b.Attr) {
			return fmt.Sprintf("%v %q %q %v\nis not\n%v %q %q %v", a.Type, a.Namespace, a.Data, a.Attr, b.Type, b.Namespace, b.Data, b.Attr)
		}
		if (a.Parent == nil) != (b.Parent == nil) || (a.PrevSibling == nil) != (b.PrevSibling == nil) {
			return fmt.Sprintf("%q hangs elsewhere", a.Data)
		}
		switch {
		case a.FirstChild != nil || b.FirstChild != nil:
			a, b = a.FirstChild, b.FirstChild
			continue
		}
		for a != nil && b != nil && a.NextSibling == nil && b.NextSibling == nil {
			if a, b = a.Parent, b.Parent; a != nil && (a.LastChild.NextSibling != nil || b == nil) {
				return "broken links"
			}
		}
		if a != nil && b != nil {
			a, b = a.NextSibling, b.NextSibling
		}
	}
}
