package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func texts(blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.Text)
	}
	return out
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		body string
		want []string
	}{
		{`<p>one</p><p>two`, []string{"one", "two"}},
		{`<div>a <b>b</b><p>c</p>d<br>e`, []string{"a b", "c", "d e"}},
		{"<p>a\n\t b&nbsp;&nbsp;c <i> d</i>e", []string{"a b c de"}},
		{`<p>x<script>no</script><style>no</style><img alt=no>y<!-- no -->z`, []string{"xyz"}},
		{`<table><tr><td>a<td>b</table>`, []string{"a", "b"}},
		{`<title>no</title><p>a`, []string{"a"}},
		{`<p>info<span>@</span>shop.example`, []string{"info@shop.example"}},
		{`<label>Mail <input value=no placeholder=no></label><select><option>o</select><textarea>t</textarea><button>Send</button>`,
			[]string{"Mail", "o", "t", "Send"}},
		{`<ul><li>a<ul><li>b</ul>c</ul>`, []string{"a", "b", "c"}},
		{`<p> </p>`, nil},
	} {
		if diff := cmp.Diff(c.want, texts(parse(t, c.body).Blocks())); diff != "" {
			t.Errorf("%s: %s", c.body, diff)
		}
	}
}

func TestShown(t *testing.T) {
	p := parse(t, `<p>info<span style="display:none">nospam</span>@shop.example and <b hidden>x </b>more</p><p hidden>gone</p><p>a <b>b`)
	var got []string
	for _, b := range p.Blocks() {
		got = append(got, p.Shown(b).Text)
	}
	want := []string{"info@shop.example and more", "", "a b"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNodeAt(t *testing.T) {
	p := parse(t, `<p> ab <b>cd</b>ef`)
	for _, b := range []Block{p.Blocks()[0], p.Shown(p.Blocks()[0])} {
		var got []string
		for _, at := range []int{-1, 0, 1, 3, 4, 5, 6, 7} {
			if n := b.NodeAt(at); n != nil {
				got = append(got, n.Data)
			} else {
				got = append(got, "")
			}
		}
		want := []string{"", " ab ", " ab ", "cd", "cd", "ef", "ef", ""}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", b.Text, diff)
		}
	}
}

func TestInField(t *testing.T) {
	p := parse(t, `<p>a</p><form><textarea>b</textarea><select><option>c</select><button>d</button></form>`)
	var got []bool
	for _, b := range p.Blocks() {
		got = append(got, p.InField(b.NodeAt(0)))
	}
	if diff := cmp.Diff([]bool{false, true, true, false}, got); diff != "" {
		t.Error(diff)
	}
}
