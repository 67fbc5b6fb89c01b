package survey

import (
	"os"
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

func vocabulary(t testing.TB) *words.Book {
	t.Helper()
	book, err := words.Load(os.DirFS("../../rules"))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestTargetsOfLinks(t *testing.T) {
	book := vocabulary(t)
	for _, c := range []struct{ html, name string }{
		{`<a href="https://ec.europa.eu/consumers/odr/">x</a>`, "odr-platform"},
		{`<a href="http://www.ec.europa.eu/consumers/odr">x</a>`, "odr-platform"},
		{`<a href="HTTPS://EC.EUROPA.EU/Consumers/ODR">x</a>`, "odr-platform"},
		{`<a href="//ec.europa.eu/odr">x</a>`, "odr-platform"},
		{`<a href="https://webgate.ec.europa.eu/odr/main/index.cfm?event=main.home.chooseLanguage&amp;lng=FR#top">x</a>`, "odr-platform"},
		{`<a href="https://webgate.training.ec.europa.eu/odr">x</a>`, "odr-platform"},
		{`<a href="ec.europa.eu/consumers/odr">platform</a>`, "odr-platform"},
		{`<a href="./ec.europa.eu/odr">platform</a>`, "odr-platform"},
		{`<a href="">https://ec.europa.eu/consumers/odr</a>`, "odr-platform"},
		{`<a href="https:/ec.europa.eu/consumers/odr">x</a>`, "odr-platform"},
		{`<a href="https://ec.europa.eu:/consumers/odr">x</a>`, "odr-platform"},
		{`<a href=" https://ec.europa.eu/consumers/odr
		 ">x</a>`, "odr-platform"},
		{`<a href=“https://ec.europa.eu/consumers/odr/”>platform</a>`, "odr-platform"},
		{`<a href="https://www.google.com/url?q=https%3A%2F%2Fec.europa.eu%2Fconsumers%2Fodr">x</a>`, "odr-platform"},
		{`<a href="https://webgate.ec.europa.eu/odr">https://www.sample-shop.be</a>`, "odr-platform"},
		{`<map><area href="https://ec.europa.eu/odr" alt="ODR"></map>`, "odr-platform"},
		{`<a href="https://consumer-redress.ec.europa.eu/site-relocation_en">x</a>`, "odr-successor"},
		{`<a href="https://consumer-redress.ec.europa.eu/dispute-resolution-bodies_nl">x</a>`, "adr-list"},
		{`<a href="https://ec.europe.eu/consumers/odr">x</a>`, "odr-misspelt"},
		{`<a href="https://ec.europa.eu/consumers/odrx">x</a>`, ""},
		{`<a href="https://ec.europa.eu/info/consumers">x</a>`, ""},
		{`<a href="https://shop.be/ec.europa.eu.html">x</a>`, ""},
		{`<a href="https://ec.europa.eu@evil.example/consumers/odr">x</a>`, ""},
		{`<a href="https://notec.europa.eu.shop.be/consumers/odr">x</a>`, ""},
		{`<!-- <a href="https://ec.europa.eu/consumers/odr">x</a> -->`, ""},
	} {
		got, _ := Targets(parsed(t, book, c.html), book)
		name := ""
		if len(got) > 0 {
			name = got[0].Name
		}
		if name != c.name || len(got) > 1 {
			t.Errorf("%s leads to %q (%d links), want %q", c.html, name, len(got), c.name)
		}
	}
}

func TestTargetsThatNobodySees(t *testing.T) {
	book := vocabulary(t)
	for _, html := range []string{
		`<noscript><a href="https://ec.europa.eu/odr">platform</a></noscript>`,
		`<template><a href="https://ec.europa.eu/odr">platform</a></template>`,
		`<div hidden><a href="https://ec.europa.eu/odr">platform</a></div>`,
		`<p style="display:none"><a href="https://ec.europa.eu/odr">platform</a></p>`,
		`<style>.x{visibility:hidden}</style><p class=x><a href="https://ec.europa.eu/odr">platform</a></p>`,
		`<a href="https://ec.europa.eu/odr"></a>`,
	} {
		got, _ := Targets(parsed(t, book, html), book)
		if len(got) != 1 || got[0].Visible || got[0].Why == "" {
			t.Errorf("%s: %+v, want one hidden link with the reason", html, got)
		}
	}
}

func TestMentions(t *testing.T) {
	book := vocabulary(t)
	for _, c := range []struct {
		html      string
		announced bool
		address   string
		closed    bool
	}{
		{`<p>Plattform zur Online-Streitbeilegung: https://ec.europa.eu/consumers/odr.</p>`, true, "odr-platform", false},
		{`<p>Geschil? ec.europa.eu/odr<br>Bel ons.</p>`, false, "odr-platform", false},
		{`<p>De Europese Commissie heeft het ODR-platform op 20 juli 2025 stopgezet.</p>`, true, "", true},
		{`<h3>OS-Plattform</h3><p>Die Plattform wurde zum 20. Juli 2025 eingestellt.</p>`, true, "", true},
		{`<p>La plateforme de règlement en ligne des litiges n'existe plus.</p>`, true, "", true},
		{`<p>Platforma ODR została wyłączona 20 lipca 2025 r.</p>`, true, "", true},
		{`<p>Soluționarea online a litigiilor (SOL).</p>`, true, "", false},
		{`<img src="/img/sol.png" alt="Soluționarea Online a Litigiilor">`, true, "", false},
		{`<p>Wir liefern schnell.</p><p>Die OS-Plattform der EU finden Sie unter https://ec.europa.eu/consumers/odr. Wir nehmen nicht teil. Unser Konto bei der Bank wurde eingestellt.</p>`, true, "odr-platform", false},
	} {
		_, got := Targets(parsed(t, book, c.html), book)
		if len(got) == 0 {
			t.Errorf("%s: no mention", c.html)
			continue
		}
		m := got[0]
		if m.Announced != c.announced || m.Address != c.address || m.SaysClosed != c.closed {
			t.Errorf("%s: announced %v, address %q, closed %v", c.html, m.Announced, m.Address, m.SaysClosed)
		}
	}
	for _, html := range []string{`<p>Parfum "SOL Escape", 50 ml.</p>`, `<p>Wij lossen elk geschil online op.</p>`, `<p>Our platform ships to 20 countries.</p>`} {
		if _, got := Targets(parsed(t, book, html), book); len(got) != 0 {
			t.Errorf("%s names the platform: %+v", html, got)
		}
	}
}

func parsed(t testing.TB, book *words.Book, html string) *page.Page {
	t.Helper()
	p, err := page.Parse(page.Input{URL: "https://kaas.be/", Status: 200, Body: []byte("<!doctype html><meta charset=utf-8><body>" + html + "</body>")}, book)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
