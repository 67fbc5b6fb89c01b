package survey

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/law"
)

func TestPhones(t *testing.T) {
	const full = "+3232345678"
	tests := []struct {
		body string
		want []string
	}{
		{`<a href="tel:+3232345678">Bel ons</a>`, []string{full + " tel-link"}},
		{`<a href="tel:+32%203%20234.56.78;ext=2">03 234 56 78</a>`, []string{full + " tel-link"}},
		{`<a href="tel:003232345678">Bel</a>`, []string{full + " tel-link"}},
		{`<p>+32 (0)3 234 56 78</p>`, []string{full + " text"}},
		{`<p>(+32) 3 234 56 78</p>`, []string{full + " text"}},
		{`<p>Tel. 0032 3 234 56 78</p>`, []string{full + " text"}},
		{`<p>Tel: <a href="tel:+3232345678">+32 3 234 56 78</a></p>`, []string{full + " tel-link"}},
		{`<p>Tel. 03 234 56 78</p>`, []string{full + " text"}},
		{`<p>Tel. 03/234.56.78 / 03/234.56.79</p>`, []string{full + " text"}},
		{`<dl><dt>Telefoon</dt><dd>03 234 56 78</dd></dl>`, []string{full + " text"}},
		{`<p>03 234 56 78</p>`, nil},
		{`<p>Fax +32 3 234 56 78</p>`, nil},
		{`<p>Tel. +32 3 234 56 78, fax +32 3 234 56 79</p>`, []string{full + " text"}},
		{`<p>Telefax: <a href="tel:+3232345678">+32 3 234 56 78</a></p>`, nil},
		{`<p>Tél. : +32 3 234 56 78</p>`, []string{full + " text"}},
		{`<p>Τηλ.: +30 210 1234560</p>`, []string{"+302101234560 text"}},
		{`<p>Телефон: +359 2 234 5678</p>`, []string{"+35922345678 text"}},
		{`<p>Tel. +420 773 030 533</p>`, []string{"+420773030533 text"}},
		{`<p>KBO 0403.019.261</p><p>IBAN BE68 5390 0754 7034</p>`, nil},
		{`<p>Tel. +32 000 00 00 00 of 012345678</p>`, nil},
		{`<p hidden>Tel. +32 3 234 56 78</p>`, nil},
		{`<a href="tel:+3232345678" style="display:none">x</a>`, []string{full + " tel-link hidden"}},
		{`<a href="tel:112">112</a><a href="tel:">bel</a>`, nil},
	}
	for _, tt := range tests {
		var b PhoneBook
		b.Add(phonesOf(parsePage(t, tt.body)))
		var got []string
		for _, ph := range b.List("BE") {
			s := ph.Number + " " + string(ph.Form)
			if !ph.Visible {
				s += " hidden"
			}
			got = append(got, s)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s\n%s", tt.body, d)
		}
	}
}

func TestNationalNumbers(t *testing.T) {
	tests := []struct {
		digits string
		in     law.Country
		want   string
	}{
		{"032345678", "BE", "+3232345678"}, {"0471234567", "BE", "+32471234567"}, {"0201234567", "NL", "+31201234567"},
		{"0301234567", "IT", "+390301234567"}, {"0612345678", "HU", "+3612345678"}, {"13585628", "DK", "+4513585628"},
		{"032345678", "EU", ""}, {"32345678", "BE", ""}, {"0323456789012", "BE", ""}, {"032345678", "US", ""},
	}
	for _, tt := range tests {
		if got, _ := national(tt.digits, tt.in); got != tt.want {
			t.Errorf("%s in %s is %q, want %q", tt.digits, tt.in, got, tt.want)
		}
	}
}

func TestPhoneBook(t *testing.T) {
	var b PhoneBook
	b.Add([]Phone{{Number: "03 234 56 78", digits: "032345678", Form: Text, Visible: true, URL: "/", Pages: 1}})
	b.Add([]Phone{{Number: "+3232345678", Form: TelLink, Visible: true, URL: "/contact", Pages: 1}})
	if got := b.List(law.EU); len(got) != 2 || got[0].Number != "03 234 56 78" {
		t.Errorf("country unknown: %+v", got)
	}
	if got := b.List("BE"); len(got) != 1 || got[0].Number != "+3232345678" || got[0].Form != TelLink || got[0].URL != "/" {
		t.Errorf("in Belgium: %+v", got)
	}
	for n := range 3 * maxPhones {
		b.Add([]Phone{{Number: fmt.Sprint("+", n)}})
	}
	if n := len(b.List(law.EU)); n != maxPhones {
		t.Errorf("%d numbers are kept", n)
	}
}

// Every stretch of digits is looked at once, however they are strung together.
func TestPhonesHostile(t *testing.T) {
	for _, s := range []string{"+32 ", "Tel 0 ", "(+(+", "1 ", "+3.2-", "tel:"} {
		if n := len(phonesOf(parsePage(t, "<p>"+strings.Repeat(s, 20_000)))); n > maxPhones {
			t.Errorf("%q gives %d numbers", s, n)
		}
	}
}
