package survey

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/ident"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// numbersOf and phonesOf read a page as an extractor does that saw none
// before.
func numbersOf(p *page.Page, host string) []Identifier {
	h := hintOf(p, host)
	return identifiers(p, h, numberedOf(p, h))
}

func phonesOf(p *page.Page) []Phone { return phones(p, numberedOf(p, hintOf(p, ""))) }

// numberLine is what a test compares of an identifier.
func numberLine(i Identifier) string {
	s := string(i.Scheme) + " " + i.Value + " " + string(i.Form)
	if i.Good() {
		s += " good"
	}
	if i.Foreign {
		s += " foreign"
	}
	return s
}

func TestIdentifiers(t *testing.T) {
	const good = "be-kbo 0403.019.261 text good"
	tests := []struct {
		body string
		want []string
	}{
		{`<p>KBO 0403.019.261</p><footer>BTW BE0403019261</footer>`, []string{good}},
		{`<dl><dt>Ondernemingsnummer</dt><dd>0403.019.261</dd></dl>`, []string{good}},
		{`<table><tr><th>KvK</th><td>42121512</td></tr></table>`, []string{"nl-kvk 42121512 text"}},
		{`<p>BE <b>0403</b>.019.<i>261</i></p>`, []string{good}},
		{`<p>BTW BE&nbsp;0403&nbsp;019&nbsp;261</p>`, []string{good}},
		{`<p style="display:none">KBO 0403.019.261</p>`, nil},
		{`<p>KBO <span hidden>0403.019.261</span></p>`, nil},
		{`<p>KBO 0403</p><p>019.261</p>`, nil},
		{`<p>Tel</p><p>0403 019 261</p>`, nil},
		{`<script>"KBO 0403.019.261"</script><!-- KBO 0403.019.261 -->`, nil},
		{`<h3>Hosting</h3><p>Wolk bv, KBO 0403.019.261</p>`, []string{good + " foreign"}},
		{`<p>Onze partner Wolk, BTW BE 0403.019.261</p><p>Verkoper: KBO 0403.019.261</p>`, []string{good}},
		{`<p>Betalingen lopen via Mollie, BE 0403.019.261. Verkoper: Bakker Jan, BE 0508.570.208</p>`,
			[]string{good + " foreign", "be-kbo 0508.570.208 text good"}},
		{ld(`{"@type":"Organization","vatID":"BE0403019261"}`), []string{"be-kbo 0403.019.261 structured-data good"}},
		{ld(`{"@type":"Organization","taxID":"0403.019.261","address":{"addressCountry":"BE"}}`),
			[]string{"be-kbo 0403.019.261 structured-data good"}},
		{ld(`{"identifier":[{"@type":"PropertyValue","propertyID":"KvK","value":"42121512"},"BE0508570208"]}`),
			[]string{"nl-kvk 42121512 structured-data", "be-kbo 0508.570.208 structured-data good"}},
		{ld(`{"@type":"Product","manufacturer":{"vatID":"BE0403019261"}}`), nil},
		{ld(`{"@type":"Product","identifier":"4006381333931","sku":"0403019261"}`), nil},
		{ld(`{"vatID":`), nil},
	}
	for _, tt := range tests {
		var got []string
		for _, i := range numbersOf(parsePage(t, tt.body), "www.bakker-jan.be") {
			got = append(got, numberLine(i))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s\n%s", tt.body, d)
		}
	}
}

func ld(json string) string { return `<script type="application/ld+json">` + json + `</script>` }

func TestStanding(t *testing.T) {
	tests := []struct {
		kind words.Kind
		body string
		want int
	}{
		{words.Imprint, `<p>KBO 0403.019.261</p>`, Declared},
		{words.Contact, `<h3>Hosting</h3><p>KBO 0403.019.261</p>`, 0},
		{words.Product, `<footer>KBO 0403.019.261</footer>`, Stated},
		{words.Home, `<p>KBO 0403.019.261</p>`, Stated},
		{words.Terms, `<p>KBO 0403.019.261</p>`, Mentioned},
		{words.Privacy, `<p>KBO 0403.019.261</p>`, 0},
		{words.Privacy, `<p>De verkoper, KBO 0403.019.261</p>`, Mentioned},
		{words.Imprint, ld(`{"vatID":"BE0403019261"}`), 0},
	}
	for _, tt := range tests {
		p := parsePage(t, tt.body)
		p.Kind = tt.kind
		got := numbersOf(p, "")
		if len(got) != 1 || got[0].Weight != tt.want {
			t.Errorf("%s on a %s page: %+v, want weight %d", tt.body, tt.kind, got, tt.want)
		}
	}
}

func TestIdentifierBook(t *testing.T) {
	yes := true
	entry := func(url string, f Form, weight int) Identifier {
		return Identifier{Scheme: "be-kbo", Value: "0403.019.261", Valid: &yes, Form: f, URL: url, Pages: 1, Weight: weight, Home: url, Settled: min(weight, 1)}
	}
	var b IdentifierBook
	b.Add([]Identifier{{Scheme: "nl-kvk", Value: "42121512", Form: StructuredData, Pages: 1}, entry("/", StructuredData, 0)})
	b.Add([]Identifier{entry("/over", Text, Mentioned)})
	b.Add([]Identifier{entry("/contact", Text, Declared)})
	got := b.List()
	if len(got) != 2 || got[0].Value != "0403.019.261" || got[1].Scheme != "nl-kvk" {
		t.Fatalf("%+v", got)
	}
	if i := got[0]; i.URL != "/over" || i.Home != "/contact" || i.Pages != 3 || i.Settled != 2 || i.Weight != Declared || i.Form != Text {
		t.Errorf("%+v", i)
	}
	for n := range 3 * maxIdentifiers {
		b.Add([]Identifier{{Scheme: "nl-kvk", Value: fmt.Sprint(n)}})
	}
	if n := len(b.List()); n != maxIdentifiers {
		t.Errorf("%d numbers are kept", n)
	}
}

func TestAddressSigns(t *testing.T) {
	for json, want := range map[string]string{
		`{"@type":"Organization","address":{"addressCountry":"BE"}}`:                                          "BE",
		`{"address":{"addressCountry":{"@type":"Country","name":"Belgium"}}}`:                                 "Belgium",
		`{"offers":{"shippingDetails":{"shippingDestination":{"addressCountry":"NL"}}}}`:                      "",
		`{"brand":{"address":{"addressCountry":"NL"}},"@graph":[{"address":{"addressCountry":["LU","NL"]}}]}`: "LU",
		strings.Repeat(`{"a":`, 40) + `{"addressCountry":"BE"}` + strings.Repeat("}", 40):                     "",
	} {
		var got []string
		for _, s := range addressSigns(parsePage(t, ld(json))) {
			got = append(got, s.Country)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", json, got, want)
		}
	}
}

func TestPostalSigns(t *testing.T) {
	for text, want := range map[string]string{
		"Bakkerij Jan, Kerkstraat 1, B-9000 Gent": "BE", "D-10115 Berlin": "DE", "AT-1010 Wien": "AT", "F-75001 Paris": "FR",
		"model A-1010 zwart": "", "A-101 Wien": "", "XB-9000 Gent": "", "B-90000 Gent": "", "B-9000": "", "Hosting: Wolk, B-9000 Gent": "",
	} {
		p := parsePage(t, "<p>"+text+"</p>")
		p.Kind = words.Imprint
		got := ""
		for _, s := range postalSigns(p) {
			got += s.Country
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func FuzzIdentifiers(f *testing.F) {
	f.Add(`<p>Tel</p><p>0403 019 261 KBO BE 0403.019.261`)
	f.Add(ld(`{"vatID":["BE0403019261"],"identifier":{"value":"x","propertyID":"KvK"},"address":[{}]}`))
	f.Add(`<a href="tel:+32%20(0)9">Fax</a> D-10115 Berlin +49 (0) 89 / 123 45 67`)
	f.Fuzz(func(t *testing.T, body string) {
		p, err := page.Parse(page.Input{URL: "https://kaas.be/contact", Status: 200, Body: []byte(body)}, nil)
		if err != nil {
			return
		}
		p.Kind = words.Imprint
		for _, i := range numbersOf(p, "x.be") {
			if i.Value == "" || i.Scheme == "" || i.URL == "" {
				t.Fatalf("%+v", i)
			}
		}
		for _, ph := range phonesOf(p) {
			if len(ph.Number) < minPhoneDigits || strings.Contains(ph.Number, "\n") {
				t.Fatalf("%+v", ph)
			}
		}
		postalSigns(p)
	})
}

// BenchmarkNumbers reads a page of tiles with prices and article numbers, none
// of which was seen before.
func BenchmarkNumbers(b *testing.B) {
	body := "<footer>KBO 0403.019.261 · Tel. +32 3 234 56 78</footer>"
	for i := range 500 {
		body += fmt.Sprintf(`<div><p>Roomkaas %d, 250 g, € 12,95 (51,80/kg), EAN 400638133%04d</p><a href="/kaas">Bestel</a></div>`, i, i)
	}
	p := parsePage(b, body)
	p.Blocks()
	p.Links()
	for b.Loop() {
		if len(numbersOf(p, "x.be")) != 1 || len(phonesOf(p)) != 1 {
			b.Fatal("number lost")
		}
	}
}

func numberedOf(p *page.Page, h ident.Hint) []int {
	return NewExtractor(nil, nil).numbered(p, h, keysOf(p.Blocks()))
}
