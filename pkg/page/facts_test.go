package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/words"
)

func TestForms(t *testing.T) {
	p := parse(t, `<form action=" /send " method=POST><label for=m>Your mail</label><input id=m name=mail placeholder="a@b.example">
		<label>Text <textarea name=text>hello</textarea></label><input type=HIDDEN name=k value=v><button>Send</button></form><form></form>`)
	want := []Form{{Action: "/send", Method: "post", Fields: []Field{
		{Name: "mail", Type: "text", Label: "Your mail", Placeholder: "a@b.example"},
		{Name: "text", Type: "textarea", Label: "Text hello", Value: "hello"},
		{Name: "k", Type: "hidden", Value: "v"}, {Type: "button", Label: "Send"},
	}}, {Method: "get"}}
	if diff := cmp.Diff(want, p.Forms(), cmpopts.IgnoreTypes(&html.Node{})); diff != "" {
		t.Error(diff)
	}
}

func TestAssets(t *testing.T) {
	p := parse(t, `<script type="application/ld+json"> {"a":1} </script><script src=s.js type="text/JavaScript; x">x()</script>
		<img data-src=real.png src="data:image/gif;base64,xx" alt=" A "><link rel=canonical href="/c"><link rel=alternate hreflang=NL-be href=/be>
		<link rel=alternate hreflang=x-default href=/><meta http-equiv=Refresh content="5; URL='/next'">`)
	if got := p.Data(); !cmp.Equal(got, []string{`{"a":1}`}) {
		t.Errorf("data %v", got)
	}
	if s := p.Scripts(); len(s) != 2 || s[1].Src != "s.js" || s[1].Type != "text/javascript" || s[1].Text != "x()" {
		t.Errorf("scripts %+v", s)
	}
	if i := p.Images(); len(i) != 1 || i[0].Src != "real.png" || i[0].Alt != "A" {
		t.Errorf("images %+v", i)
	}
	if got := p.CanonicalURL(); got != "https://shop.example/c" {
		t.Errorf("canonical %q", got)
	}
	if got := p.Alternates(); !cmp.Equal(got, map[string]string{"nl-be": "https://shop.example/be", "x-default": "https://shop.example/"}) {
		t.Errorf("alternates %v", got)
	}
	if got := p.MetaRefresh(); got != "https://shop.example/next" {
		t.Errorf("refresh %q", got)
	}
	if got := parse(t, `<meta http-equiv=refresh content="60;url=/x"><p>x`).MetaRefresh(); got != "" {
		t.Errorf("slow refresh %q", got)
	}
}

func TestShell(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       bool
	}{
		{"root", `<div id=root></div><script src=/app.js></script>`, true},
		{"app root element", `<app-root></app-root><script src=/main.js></script>`, true},
		{"asks for script", `<noscript>You need to enable JavaScript.</noscript><div class=x></div><script src=/a.js></script>`, true},
		{"root with a page in it", `<div id=root>` + longText + `</div><script src=/app.js></script>`, false},
		{"short page", `<h1>Imprint</h1><p>Shop, Street 1, Town</p>`, false},
		{"short page with analytics", `<h1>Imprint</h1><p>Shop, Street 1, Town</p><script src=/ga.js></script>`, false},
		{"consent wall", `<noscript>JavaScript?</noscript>` + longText + `<script src=/c.js></script>`, false},
	} {
		if got := parse(t, c.body).Shell(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

const longText = `<p>Welcome to a shop that has been there for a hundred years, and that sells chairs, tables, lamps and all
	the other things one needs in a house. Delivery is free above fifty euros, and returns are free within thirty days.</p>`

func TestKind(t *testing.T) {
	book := vocabulary(t)
	for _, c := range []struct {
		url, body string
		hint      words.Guess
		want      words.Kind
	}{
		{"https://shop.example/", `<h1>Contact us</h1>`, words.Guess{}, words.Home},
		{"https://shop.example/index.html?utm_source=x", `<h1>x</h1>`, words.Guess{}, words.Home},
		{"https://shop.example/nl", `<h1>x</h1>`, words.Guess{}, words.Home},
		{"https://shop.example/be-nl/", `<h1>x</h1>`, words.Guess{}, words.Home},
		{"https://shop.example/?page_id=7", `<h1>Impressum</h1>`, words.Guess{}, words.Imprint},
		{"site/index.html", `<h1>x</h1>`, words.Guess{}, words.Home},
		{"https://shop.example/p/1234", `<title>Algemene voorwaarden | Shop</title>`, words.Guess{}, words.Terms},
		{"https://shop.example/klantenservice/juridisch", `<h1>Privacybeleid</h1>`, words.Guess{}, words.Privacy},
		{"https://shop.example/impressum", `<p>x`, words.Guess{}, words.Imprint},
		{"https://shop.example/x77", `<p>x`, words.Guess{Kind: words.Contact, Score: 1}, words.Contact},
		{"https://shop.example/product/lamp-16", `<title>Lamp 16 - Shop 1</title><h1>Lamp 16</h1>`, words.Guess{}, words.Product},
		{"https://shop.example/products", `<title>Shop - Acme</title><h1>Lamps</h1>`, words.Guess{}, words.Category},
		{"https://shop.example/lamp-16.html", `<title>Lamp 16 - Shop 1</title><script type="application/ld+json">{"@type":"Product"}</script>`, words.Guess{}, words.Product},
		{"https://shop.example/lamp-16.html", `<title>Lamp 16</title><meta property="og:type" content="product">`, words.Guess{}, words.Product},
		{"https://shop.example/lamps.html", `<title>Lamps - Shop 1</title><script type="application/ld+json">[{"@type":"Product"},{"@type":"Product"}]</script>`, words.Guess{}, words.Category},
		{"https://shop.example/lamps.html", `<title>Lamps - Shop 1</title><script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"Product"}]}</script>`, words.Guess{}, words.Category},
		{"https://shop.example/contact", `<title>Contact</title><meta property="og:type" content="product">`, words.Guess{}, words.Contact},
		{"https://shop.example/x77", `<p>x`, words.Guess{}, words.Other},
	} {
		p, err := Parse(Input{URL: c.url, Body: []byte(c.body), Hint: c.hint}, book)
		if err != nil {
			t.Fatal(err)
		}
		if p.Kind != c.want {
			t.Errorf("%s %s: %s, want %s", c.url, c.body, p.Kind, c.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	book := vocabulary(t)
	for _, c := range []struct{ body, want string }{
		{`<html lang="nl-BE"><p>x`, "nl"},
		{`<html lang=en><p>Welkom bij onze winkel. Wij leveren alle bestellingen binnen drie dagen en u kunt de stoelen die u niet wilt houden altijd gratis naar ons terugsturen.`, "nl"},
		{`<html xml:lang=fr_FR><p>x`, "fr"},
		{`<html lang=english><p>x`, ""},
	} {
		p, err := Parse(Input{URL: "https://shop.example/x", Body: []byte(c.body)}, book)
		if err != nil {
			t.Fatal(err)
		}
		if p.Language != c.want {
			t.Errorf("%s: %q, want %q", c.body, p.Language, c.want)
		}
	}
}
