package survey

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/contact"
	"github.com/shoplint/shoplint/pkg/page"
)

var emailJudge = contact.NewJudge(contact.Options{ADR: []string{"slichtkamer.be"}})

func parsePage(t testing.TB, body string) *page.Page {
	t.Helper()
	p, err := page.Parse(page.Input{URL: "https://www.bakker-jan.be/contact", Status: 200, Body: []byte(body)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// line is what a test compares of an entry.
func line(e Email) string {
	s := e.Address + " " + string(e.Form)
	if e.Accepted {
		s += " ok"
	}
	if e.Visible {
		s += " visible"
	}
	if e.Class != "" {
		s += " " + e.Class
	}
	return s
}

func TestEmails(t *testing.T) {
	const mail = "info@bakker-jan.be"
	tests := []struct {
		body string
		want []string
	}{
		{`<p>Mail <a href="mailto:info@bakker-jan.be?subject=Vraag">ons</a>`, []string{mail + " mailto ok visible"}},
		{`<p>Mail ons: info@bakker-jan.be.</p><a href="mailto:Info@bakker-jan.be">x</a>`, []string{"Info@bakker-jan.be mailto ok visible"}},
		{`<p>E-mail:<br>info@bakker-jan.be<br>Tel 0475`, []string{mail + " text ok visible"}},
		{`<p><b>Mail</b>info@bakker-jan.be</p>`, []string{mail + " text ok visible"}},
		{`<p>info@<span>bakker-jan</span>.be</p>`, []string{mail + " text ok visible"}},
		{`<p>info<!-- x -->@bakker<wbr>-jan.be</p>`, []string{mail + " text ok visible"}},
		{`<p>info&#64;bakker-jan&period;be</p>`, []string{mail + " text ok visible"}},
		{`<p>info<span style="display:none">weg</span>@bakker-jan.be</p>`, []string{mail + " text ok visible"}},
		{`<p>info (apenstaartje) bakker-jan (punt) be</p>`, []string{mail + " obfuscated ok visible"}},
		{`<p style="unicode-bidi:bidi-override; direction:rtl">eb.naj-rekkab@nehcok</p>`, []string{"kochen@bakker-jan.be obfuscated ok visible"}},
		{`<p>Mail <span data-user="info" data-domain="bakker-jan.be">ons</span></p>`, []string{mail + " obfuscated ok visible"}},
		{`<a href="#" onclick="location.href='mailto:'+'info'+'@'+'bakker-jan.be'">Mail ons</a>`, []string{mail + " obfuscated ok visible"}},
		{`<p><script>document.write('info'+'@'+'bakker-jan.be')</script></p>`, []string{mail + " obfuscated ok visible"}},
		{`<img src="/i/a.png" alt="info@bakker-jan.be">`, []string{mail + " image ok visible"}},
		{`<img src="/i/info@bakker-jan.be.png" alt="adres">`, []string{mail + " image ok visible"}},
		{`<input readonly value="info@bakker-jan.be">`, []string{mail + " text ok visible"}},

		{`<script type="application/ld+json">{"@graph":[{"email":"mailto:info@bakker-jan.be"}]}</script>`, []string{mail + " structured-data structured-data"}},
		{`<p><meta itemprop="email" content="info@bakker-jan.be">x`, []string{mail + " structured-data structured-data"}},
		{`<script>var m = "info@bakker-jan.be"</script><p>x`, []string{mail + " script script"}},
		{`<p style="display:none">info@bakker-jan.be</p>`, []string{mail + " text hidden"}},
		{`<noscript><a href="mailto:info@bakker-jan.be">info@bakker-jan.be</a></noscript><p>x`, []string{mail + " mailto hidden"}},
		{`<p>x</p><template><p>info@bakker-jan.be</p></template>`, []string{mail + " text hidden"}},
		{`<p>x</p><!-- info@bakker-jan.be -->`, nil},
		{`<form><input type=email placeholder="marieke@bloemen.be"></form>`, []string{"marieke@bloemen.be text visible sample"}},
		{`<form><input type=email placeholder="info@bakker-jan.be"></form><p>info@bakker-jan.be`, []string{mail + " text ok visible"}},
		{`<label>E-mail (piet@bloemen.be) <input></label>`, []string{"piet@bloemen.be text visible sample"}},
		{`<form><input type=hidden name=to value="info@bakker-jan.be">x</form>`, []string{mail + " text hidden"}},

		{`<p>noreply@bakker-jan.be`, []string{"noreply@bakker-jan.be text visible no-reply"}},
		{`<p>contact@slichtkamer.be`, []string{"contact@slichtkamer.be text visible adr"}},
		{`<footer><p>Website by <a href="https://atelier-nord.be">Atelier Nord</a> (<a href="mailto:hallo@atelier-nord.be">mail</a>)</p></footer>`, []string{"hallo@atelier-nord.be mailto visible agency"}},
		{`<p><a href="mailto:bestel@bakker-jan.be">bestel@bakker-jan.be</a>: deze mailbox wordt niet gelezen.</p><footer>bestel@bakker-jan.be</footer>`, []string{"bestel@bakker-jan.be text visible unread"}},
		{`<p>info@bakker-jan.be. Mail niet naar noreply@bakker-jan.be, die wordt niet gelezen.`, []string{mail + " text ok visible", "noreply@bakker-jan.be text visible no-reply"}},
		{`<p>showroom@molen-praag.cz`, []string{"showroom@molen-praag.cz text ok visible"}},
		{`<p>Instagram @bakkerjan <a href="https://mastodon.social/@bakker">@bakker@mastodon.social</a> <img src="logo@2x.png" srcset="a@3x.png"><script src="https://cdn.jsdelivr.net/npm/ui@5.0/x.js"></script>`, nil},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range Emails(parsePage(t, tt.body), emailJudge, "www.bakker-jan.be") {
			got = append(got, line(e))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.body, d)
		}
	}
}

func TestEmailsCloudflare(t *testing.T) {
	hex := "2a"
	for _, c := range []byte("info@bakker-jan.be") {
		hex += fmt.Sprintf("%02x", c^0x2a)
	}
	body := `<p><a href="/cdn-cgi/l/email-protection#` + hex + `"><span class="__cf_email__" data-cfemail="` + hex + `">[email&#160;protected]</span></a>`
	got := Emails(parsePage(t, body), emailJudge, "bakker-jan.be")
	if len(got) != 1 || line(got[0]) != "info@bakker-jan.be obfuscated ok visible" {
		t.Errorf("got %+v", got)
	}
}

func TestEmailsPlace(t *testing.T) {
	body := "<html><body>\n<main>\n<p id=adres>Schrijf naar info@bakker-jan.be of kom langs.</p></main>"
	got := Emails(parsePage(t, body), emailJudge, "bakker-jan.be")
	if len(got) != 1 {
		t.Fatalf("got %+v", got)
	}
	e := got[0]
	if e.Selector != "#adres" || e.Line != 3 || e.Excerpt != "Schrijf naar info@bakker-jan.be of kom langs." || !e.Certain {
		t.Errorf("got selector %q line %d excerpt %q certain %v", e.Selector, e.Line, e.Excerpt, e.Certain)
	}
}

func TestEmailBook(t *testing.T) {
	var b EmailBook
	b.Add([]Email{
		{Address: "noreply@b.be", Class: "no-reply", Visible: true, Pages: 1},
		{Address: "info@b.be", Form: StructuredData, Class: "structured-data", Pages: 1},
		{Address: "bestel@b.be", Form: Text, Accepted: true, Visible: true, Pages: 1, Kinds: []string{"home"}},
	})
	b.Add([]Email{
		{Address: "Info@b.be", Form: Text, Accepted: true, Visible: true, Pages: 1, Kinds: []string{"contact"}},
		{Address: "bestel@b.be", Form: Mailto, Class: "unread", Why: "not read", Visible: true, Pages: 1, Kinds: []string{"contact"}},
	})
	var got []string
	for _, e := range b.List() {
		got = append(got, fmt.Sprintf("%s %d%v", line(e), e.Pages, e.Kinds))
	}
	want := []string{
		"Info@b.be text ok visible 2[contact]",
		"noreply@b.be  visible no-reply 1[]",
		"bestel@b.be text visible unread 2[home contact]",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("list (-want +got):\n%s", d)
	}
}

// TestEmailsHostile has pages that would take a quadratic reader minutes.
func TestEmailsHostile(t *testing.T) {
	for _, unit := range []string{"@", "a@", "a@b.be ", `<a href="mailto:a@b.be">x</a>`, `<i data-mail="eb.b@a">`, "<p>a@b.be</p>", "<script>'a'+'@'+'b.be'</script>"} {
		body := "<html><body><p>" + strings.Repeat(unit, 200_000/len(unit))
		if n := len(Emails(parsePage(t, body), emailJudge, "")); n > maxEmails {
			t.Errorf("%q: %d entries, want at most %d", unit, n, maxEmails)
		}
	}
}

func FuzzEmails(f *testing.F) {
	f.Add(`<p>Mail<b>info@</b>bakker.be <a href="mailto:a@b.be">x</a>`)
	f.Add(`<label>a@b.be<input placeholder=c@d.be></label><script>document.write('a'+'@'+'b.be')</script>`)
	f.Fuzz(func(t *testing.T, body string) {
		p, err := page.Parse(page.Input{URL: "f.html", Status: 200, Body: []byte(body)}, nil)
		if err != nil {
			return
		}
		for _, e := range Emails(p, emailJudge, "") {
			if e.Accepted != (e.Class == "") || e.Accepted && !e.Visible || (e.Why == "") != e.Accepted {
				t.Fatalf("%q gave %+v", body, e)
			}
		}
	})
}

func BenchmarkEmails(b *testing.B) {
	var body strings.Builder
	body.WriteString("<html><body>")
	for i := range 300 {
		fmt.Fprintf(&body, `<div class="tile" data-id="%d"><a href="/p/%d"><img src="/i/%d.jpg" alt="Brood %d"></a><h3>Brood %d</h3><p>Vers gebakken at dawn (elke dag), knapperig en lekker - € 3,%02d</p></div>`, i, i, i, i, i, i%100)
	}
	body.WriteString(`<footer>Mail <a href="mailto:info@bakker-jan.be">info@bakker-jan.be</a></footer>`)
	p := parsePage(b, body.String())
	p.Blocks()
	p.Links()
	b.SetBytes(int64(body.Len()))
	for b.Loop() {
		if len(Emails(p, emailJudge, "bakker-jan.be")) != 1 {
			b.Fatal("address lost")
		}
	}
}
