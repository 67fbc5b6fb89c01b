package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// markupWords are what random pages are made of: tags that open, close and
// void, in all the groups the builder tells apart.
var markupWords = strings.Fields(`p div span a b i em ul ol li dl dt dd table tbody thead tr td th caption colgroup col h1 h2
	form button select option optgroup datalist input textarea pre br img hr svg g path title desc linearGradient noscript
	template iframe script style object label section header footer nav main article details summary dialog x-y link meta
	address fieldset center code u small sub video source`)

// randomMarkup is a page of random tags, most of them closed where they
// should be.
func randomMarkup(r *rand.Rand) []byte {
	var b strings.Builder
	var open []string
	for range 1 + r.IntN(24) {
		switch k := r.IntN(20); {
		case k < 9:
			w := markupWords[r.IntN(len(markupWords))]
			fmt.Fprintf(&b, "<%s%s>", w, []string{"", "", " class=x id=a", ` href="/y?a&amp;b"`, "/", ` b=1 a=2 b=3`}[r.IntN(6)])
			if !strings.Contains(" br img hr input col link meta source ", " "+w+" ") {
				open = append(open, w)
			}
		case k < 16 && len(open) > 0:
			fmt.Fprintf(&b, "</%s>", open[len(open)-1])
			open = open[:len(open)-1]
		case k == 16 && len(open) > 1: // leave one out
			open = append(open[:len(open)-2], open[len(open)-1])
		case k == 17:
			b.WriteString("<!-- c -->")
		case k == 18:
			b.WriteString([]string{" ", "\n", " \t"}[r.IntN(3)])
		default:
			b.WriteString([]string{"text", "a &amp; b", "&copy", "\ntext", "x < y"}[r.IntN(5)])
		}
	}
	for i := len(open) - 1; i >= 0 && r.IntN(9) > 0; i-- {
		fmt.Fprintf(&b, "</%s>", open[i])
	}
	return wrapped(b.String())
}

func TestLightAgreesOnRandomMarkup(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	taken := 0
	for range 30_000 {
		text := randomMarkup(r)
		tree, ok := light(text)
		if !ok {
			continue
		}
		taken++
		if d := differ(tree.root, full(t, text)); d != "" {
			t.Fatalf("%s\n%s", text, d)
		}
	}
	if taken < 3000 {
		t.Errorf("only %d of 30000 pages were taken: the test says little", taken)
	}
}
