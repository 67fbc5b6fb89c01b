package page

import (
	"net/url"
	"strings"
	"testing"
)

func TestResolve(t *testing.T) {
	for _, c := range []struct{ href, want string }{
		{"/contact", "https://shop.example/contact"},
		{"contact.html", "https://shop.example/nl/contact.html"},
		{"../x", "https://shop.example/x"},
		{"/a/./b", "https://shop.example/a/b"},
		{"?page_id=3", "https://shop.example/nl/info.html?page_id=3"},
		{"/a?b=c&d#e", "https://shop.example/a?b=c&d#e"},
		{"/a#", "https://shop.example/a"},
		{"#top", "https://shop.example/nl/info.html#top"},
		{"//other.example/x", "https://other.example/x"},
		{"https://ec.europa.eu/consumers/odr/", "https://ec.europa.eu/consumers/odr/"},
		{"http://ec.europa.eu/odr", "http://ec.europa.eu/odr"},
		{"HTTPS://EC.europa.eu/odr", "https://EC.europa.eu/odr"},
		{"https://ec.europa.eu:/odr", "https://ec.europa.eu/odr"},
		{"https:/ec.europa.eu/odr", "https://ec.europa.eu/odr"},
		{"https:ec.europa.eu/odr", "https://ec.europa.eu/odr"},
		{"https:///ec.europa.eu/odr", "https://ec.europa.eu/odr"},
		{`https:\\ec.europa.eu\odr`, "https://ec.europa.eu/odr"},
		{`\nl\contact`, "https://shop.example/nl/contact"},
		{" https://ec.europa.eu/\n\tconsumers/odr ", "https://ec.europa.eu/consumers/odr"},
		{"/a b", "https://shop.example/a%20b"},
		{"/100%", "https://shop.example/100%25"},
		{"/caf\u00e9", "https://shop.example/caf%C3%A9"},
		{"https://shop.example", "https://shop.example"},
		{"", ""}, {"mailto:a@b.example", ""}, {"tel:+32", ""}, {"javascript:void(0)", ""}, {"JavaScript:x", ""},
		{"data:text/html,x", ""}, {"sms:1", ""}, {"http://[::1", ""}, {"https://", ""},
	} {
		p := parse(t, `<a href="`+c.href+`">x</a>`)
		links := p.Links()
		if len(links) != 1 {
			t.Fatalf("%q: %d links", c.href, len(links))
		}
		got := ""
		if u := links[0].Target; u != nil {
			got = u.String()
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.href, got, c.want)
		}
	}
}

// The short way to an address must give what the long way gives.
func TestPlainAgrees(t *testing.T) {
	base, _ := url.Parse("https://shop.example/nl/a?b#c")
	for _, href := range []string{
		"/", "/a", "/a/", "/a.html", "/a..b/c", "/a?x", "/a?", "/a?x=1;y#z", "/a#z", "/~a/b_c-d", "https://b.example/",
		"http://b.example/x.y?z", "/a?b=/c/../d", "/a?b?c", "/a#b#c",
	} {
		r := resolver{base: base, slab: make([]url.URL, 0, 1)}
		u, _, ok := r.plain(href)
		if !ok {
			continue
		}
		if want := resolve(base, href); u.String() != want.String() || u.Path != want.Path {
			t.Errorf("%q: %q, want %q", href, u, want)
		}
	}
}

func TestLinkBase(t *testing.T) {
	for _, c := range []struct{ base, head, want string }{
		{"", `<base href="/shop/">`, "https://shop.example/shop/x"},
		{"https://www.example/a/", ``, "https://www.example/a/x"},
		{"https://www.example/a/", `<base href="b/">`, "https://www.example/a/b/x"},
	} {
		p, err := Parse(Input{URL: "https://shop.example/i", Base: c.base, Body: []byte(c.head + `<a href=x>x</a>`)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Links()[0].Target.String(); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

func TestLinkLabels(t *testing.T) {
	for _, c := range []struct{ body, text, label, href string }{
		{`<a href=x> Algemene <b>voor</b>waarden
			<br>nu </a>`, "Algemene voorwaarden nu", "Algemene voorwaarden nu", "x"},
		{`<a href=x aria-label="ODR platform"><i></i></a>`, "", "ODR platform", "x"},
		{`<a href=x title=T></a>`, "", "T", "x"},
		{`<a href=x><img alt=" Logo "></a>`, "", "Logo", "x"},
		{`<a href=x><svg><title>Mail</title></svg></a>`, "", "Mail", "x"},
		{`<a href=x>a<script>b</script><style>c</style></a>`, "a", "a", "x"},
		{`<map><area href=x alt=a title=t></map>`, "", "t", "x"},
		{"<a href=\u201dhttps://ec.europa.eu/odr\u201d>ODR</a>", "ODR", "ODR", "https://ec.europa.eu/odr"},
		{"<p><a href=\"https://ec.europa.eu/odr\u201d>ODR</a> and <a title=\"\"></a>", "", "ODR", "https://ec.europa.eu/odr"},
		{"<a href=x>info\u00ad@\u200bshop\u00a0 nl</a>", "info@shop nl", "info@shop nl", "x"},
		{`<a href=''>https://ec.europa.eu/odr</a>`, "https://ec.europa.eu/odr", "https://ec.europa.eu/odr", ""},
	} {
		p := parse(t, c.body)
		if len(p.Links()) == 0 {
			t.Errorf("%s: no link", c.body)
			continue
		}
		if l := p.Links()[0]; l.Text != c.text || l.Label != c.label || l.Href != c.href {
			t.Errorf("%s: text %q, label %q, href %q", c.body, l.Text, l.Label, l.Href)
		}
	}
	if l := parse(t, `<a name=x>no href</a><p>`).Links(); len(l) != 0 {
		t.Errorf("an anchor without href: %v", l)
	}
}

func TestRegions(t *testing.T) {
	for _, c := range []struct {
		body string
		want Region
	}{
		{`<p>%`, Body}, {`<footer>%`, Footer}, {`<header>%`, Header}, {`<header><nav>%`, Nav}, {`<main>%`, Main},
		{`<div role=contentinfo>%`, Footer}, {`<div id=footer><ul><li>%`, Footer}, {`<div class="a site-footer">%`, Footer},
		{`<div class="page has-footer">%`, Body}, {`<main><article><footer>%`, Main}, {`<main></main><footer>%`, Footer},
		{`<div class=topbar>%`, Header}, {`<div id=Header></div>%`, Body},
	} {
		p := parse(t, strings.Replace(c.body, "%", "<a href=x>x</a>", 1))
		if got := p.Links()[0].Region; got != c.want {
			t.Errorf("%s: link in %q, want %q", c.body, got, c.want)
		}
		b := p.Blocks()
		if got := b[len(b)-1].Region; got != c.want {
			t.Errorf("%s: block in %q, want %q", c.body, got, c.want)
		}
	}
}
