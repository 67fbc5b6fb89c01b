package style

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// What a selector needs above its element is there wherever it matches, and
// it passes over much of the rest.
func TestAboveNeverLosesAMatch(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	matched, passed, asked := 0, 0, 0
	for range 200 {
		doc, err := html.Parse(strings.NewReader(randomTree(r)))
		if err != nil {
			t.Fatal(err)
		}
		for range 50 {
			sel, ok := parseSelector(randomSelector(r), 0)
			if !ok {
				t.Fatal("no selector")
			}
			c := New()
			c.Add(sel.text+"{color:red}", "")
			need := needs(sel)
			for n := range doc.Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				matches, may := (&matcher{}).match(sel, n) != no, c.over(n).holds(&need)
				if matches && !may {
					t.Fatalf("%s: passed over on <%s class=%q>", sel.text, n.Data, attr(n, "class"))
				}
				asked++
				if matches {
					matched++
				}
				if may {
					passed++
				}
			}
		}
	}
	if matched == 0 || passed*4 > asked*3 {
		t.Errorf("%d asked, %d matched, %d let through", asked, matched, passed)
	}
}

var blanks = []string{" ", "\t", "\n", "\f", "\u00a0", "\v"}

func randomTree(r *rand.Rand) string {
	var b strings.Builder
	for range 30 {
		if tag := []string{"div", "UL", "p", "svg"}[r.IntN(4)]; r.IntN(3) > 0 {
			fmt.Fprintf(&b, `<%s id=i%d class="c%d%sc2">`, tag, r.IntN(9), 1+r.IntN(2), blanks[r.IntN(len(blanks))])
		} else {
			fmt.Fprintf(&b, "</%s>", tag)
		}
	}
	return b.String()
}

func randomSelector(r *rand.Rand) string {
	simple := []string{"div", "ul", "UL", "p", "svg", "*", "#i%d", ".c%d", ".c%d.c%d", "div.c%d", ".c%d:not(.c%d)", ":is(.c%d, .c%d) ", ".c1\\a0 c2", ".c1\\b c2"}
	var b strings.Builder
	for i := range 1 + r.IntN(4) {
		if i > 0 {
			b.WriteString([]string{" ", " > ", " + ", " ~ "}[r.IntN(4)])
		}
		s := simple[r.IntN(len(simple))]
		for strings.Contains(s, "%d") {
			s = strings.Replace(s, "%d", fmt.Sprint(r.IntN(9)), 1)
		}
		b.WriteString(strings.TrimSpace(s))
	}
	return b.String()
}

// TestClassWithANoBreakSpace holds classes to the white space of HTML.
func TestClassWithANoBreakSpace(t *testing.T) {
	n := &html.Node{Type: html.ElementNode, Data: "p", Attr: []html.Attribute{{Key: "class", Val: "a\u00a0b\tc"}}}
	if got := classesOf(n); !slices.Equal(got, []string{"a\u00a0b", "c"}) {
		t.Errorf("classes %q", got)
	}
}
