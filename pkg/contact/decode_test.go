package contact

import (
	"encoding/base64"
	"encoding/hex"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func TestHref(t *testing.T) {
	tests := []struct {
		href string
		want []string
	}{
		{"mailto:info@bakker-jan.be", []string{"info@bakker-jan.be"}},
		{" MAILTO:info@bakker-jan.be ", []string{"info@bakker-jan.be"}},
		{"mailto://info@bakker-jan.be", []string{"info@bakker-jan.be"}},
		{"mailto: info@bakker-jan.be.", []string{"info@bakker-jan.be"}},
		{"mailto:info%40bakker-jan.be?subject=Vraag%20over%20a@b.be", []string{"info@bakker-jan.be"}},
		{"mailto:info&#64;bakker-jan&#46;be", []string{"info@bakker-jan.be"}},
		{"mailto:%69%6e%66%6f@bakker-jan.be", []string{"info@bakker-jan.be"}},
		{"mailto:info@bakker-jan.be,verkoop@bakker-jan.be;jan@bakker-jan.be", []string{"info@bakker-jan.be", "verkoop@bakker-jan.be", "jan@bakker-jan.be"}},
		{"mailto:Jan%20Peeters%20%3Cjan@bakker-jan.be%3E", []string{"jan@bakker-jan.be"}},
		{`mailto:"Peeters, Jan" <jan@bakker-jan.be>`, []string{"jan@bakker-jan.be"}},
		{"mailto:?to=info@bakker-jan.be&cc=boek@houder.be", []string{"info@bakker-jan.be"}},
		{"mailto:?subject=Kijk&body=https://bakker-jan.be/a@b.be", nil},
		{"mailto:info(at)bakker-jan.be", []string{"info@bakker-jan.be at-word"}},
		{"mailto:o'neill@bakker-jan.be", []string{"o'neill@bakker-jan.be"}},
		{"mailto:100%@bakker-jan.be", []string{"100%@bakker-jan.be"}},
		{"mailto:", nil},
		{"https://bakker-jan.be/info@bakker-jan.be", nil},
		{"/cdn-cgi/l/email-protection#" + cfemail("info@bakker-jan.be", 0x2a), []string{"info@bakker-jan.be cloudflare"}},
		{"/cdn-cgi/l/email-protection#" + cfemail("info@bakker-jan.be?subject=Hallo", 0x2a), []string{"info@bakker-jan.be cloudflare"}},
		{"/cdn-cgi/l/email-protection#zz", nil},
		{"javascript:linkTo_UnCryptMailto('" + shift("mailto:info@bakker-jan.be", 2) + "');", []string{"info@bakker-jan.be shifted"}},
		{"javascript:linkTo_UnCryptMailto(%27" + shift("mailto:info@bakker-jan.be", 25) + "%27);", []string{"info@bakker-jan.be shifted"}},
		{"javascript:location='mailto:'+'info'+'@'+'bakker-jan.be'", []string{"info@bakker-jan.be joined"}},
		{"javascript:void(0)", nil},
	}
	for _, tt := range tests {
		if d := cmp.Diff(append([]string{}, tt.want...), found(Href(tt.href))); d != "" {
			t.Errorf("Href(%q) (-want +got):\n%s", tt.href, d)
		}
	}
}

// cfemail protects an address the way Cloudflare does.
func cfemail(s string, key byte) string {
	b := []byte{key}
	for i := range len(s) {
		b = append(b, s[i]^key)
	}
	return hex.EncodeToString(b)
}

func TestAttributes(t *testing.T) {
	b64 := base64.StdEncoding.EncodeToString
	tests := []struct {
		attrs []string
		want  string
	}{
		{[]string{"data-cfemail", cfemail("info@bakker-jan.be", 0x5d)}, "info@bakker-jan.be cloudflare"},
		{[]string{"data-cfemail", "00"}, ""},
		{[]string{"data-user", "info", "data-domain", "bakker-jan.be"}, "info@bakker-jan.be split"},
		{[]string{"data-name", "info", "data-domain", "bakker-jan", "data-tld", "be"}, "info@bakker-jan.be split"},
		{[]string{"data-email-user", "info", "data-email-domain", "@bakker-jan.be"}, "info@bakker-jan.be split"},
		{[]string{"data-user", "ofni", "data-domain", "eb.naj-rekkab"}, "info@bakker-jan.be reversed"},
		{[]string{"data-name", "Boek", "data-domain", "winkel"}, ""},
		{[]string{"data-email", "eb.naj-rekkab@nehcok"}, "kochen@bakker-jan.be reversed"},
		{[]string{"data-rot13", "xbpura@onxxre-wna.or"}, "kochen@bakker-jan.be rot13"},
		{[]string{"data-href", "znvygb:xbpura@onxxre-wna.or"}, "kochen@bakker-jan.be rot13"},
		{[]string{"data-mail", b64([]byte("info@bakker-jan.be"))}, "info@bakker-jan.be base64"},
		{[]string{"data-x", b64([]byte("mailto:info@bakker-jan.be?subject=a"))}, "info@bakker-jan.be base64"},
		{[]string{"data-mail", "info[at]bakker-jan[dot]be"}, "info@bakker-jan.be at-word"},
		{[]string{"data-email", "info@bakker-jan.be"}, "info@bakker-jan.be"},
		{[]string{"data-mailto-token", shift("mailto:info@bakker-jan.be", 3), "data-mailto-vector", "-3"}, "info@bakker-jan.be shifted"},
		{[]string{"data-src", "/img/logo@2x.png"}, ""},
		{[]string{"href", "info@bakker-jan.be"}, ""},
	}
	for _, tt := range tests {
		var attrs []html.Attribute
		for i := 0; i < len(tt.attrs); i += 2 {
			attrs = append(attrs, html.Attribute{Key: tt.attrs[i], Val: tt.attrs[i+1]})
		}
		got := ""
		if c, ok := Attributes(attrs); ok {
			got = found([]Candidate{c})[0]
		}
		if got != tt.want {
			t.Errorf("Attributes(%q) = %q, want %q", tt.attrs, got, tt.want)
		}
	}
}

func TestStructured(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{`{"@type":"Store","email":"info@bakker-jan.be"}`, []string{"info@bakker-jan.be"}},
		{`{"email":"mailto:info@bakker-jan.be"}`, []string{"info@bakker-jan.be"}},
		{`[{"@graph":[{"contactPoint":[{"email":["info@bakker-jan.be","jan@bakker-jan.be"]}]}]}]`, []string{"info@bakker-jan.be", "jan@bakker-jan.be"}},
		{`{"email":"info\u0040bakker-jan.be"}`, []string{"info@bakker-jan.be"}},
		{`{"email":"info@bakker-jan.be",}`, []string{"info@bakker-jan.be"}},
		{`{"sameAs":"https://www.youtube.com/@bakkerjan","@id":"https://bakker-jan.be/#a"}`, nil},
	}
	for _, tt := range tests {
		if d := cmp.Diff(append([]string{}, tt.want...), found(Structured(tt.text))); d != "" {
			t.Errorf("Structured(%s) (-want +got):\n%s", tt.text, d)
		}
	}
}

func TestScript(t *testing.T) {
	tests := []struct {
		code string
		form Form
		want []string
	}{
		{`var MAIL = 'info@bakker-jan.be';`, FormScript, []string{"info@bakker-jan.be"}},
		{`Sentry.init({dsn:"https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/1"})`, FormScript, nil},
		{`document.write('info' + '@' + 'bakker-jan.be')`, FormObfuscated, []string{"info@bakker-jan.be joined"}},
		{`var a='info',b='bakker-jan.be';x(a+'@'+b)`, FormScript, nil},
		{"var p = 'm&#97;ilto:';\nvar addy1 = 'inf&#111;' + '&#64;';\n addy1 = addy1 + 'bakker-jan' + '&#46;' + 'be';\ne.innerHTML += addy1;", FormObfuscated, []string{"info@bakker-jan.be entity"}},
		{`a.href = 'mailto:' + atob('aW5mb0BiYWtrZXItamFuLmJl');`, FormObfuscated, []string{"info@bakker-jan.be base64"}},
		{`t.textContent = "info" + String.fromCharCode(64) + "bakker-jan.be"`, FormObfuscated, []string{"info@bakker-jan.be joined"}},
		{`f(a)b.be;g[at]c.be`, FormScript, nil},
		{`if(!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v))`, FormScript, nil},
	}
	for _, tt := range tests {
		got := Script(tt.code)
		if d := cmp.Diff(append([]string{}, tt.want...), found(got)); d != "" {
			t.Errorf("Script(%s) (-want +got):\n%s", tt.code, d)
			continue
		}
		for _, c := range got {
			if c.Form != tt.form {
				t.Errorf("Script(%s) has form %s, want %s", tt.code, c.Form, tt.form)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("mailto:a%40b.be?to=c@d.be", "email")
	f.Add("javascript:linkTo_UnCryptMailto('nbjmup+jogpAtipq\\/cf')", "rot13")
	f.Add(`x='a'+'&#64;';x=x+'b'+String.fromCharCode(46)+'be';document.write(x)`, "user")
	f.Add(`{"email":["a@b.be"]}`, "cfemail")
	f.Fuzz(func(t *testing.T, s, key string) {
		var all []Candidate
		all = append(append(append(all, Href(s)...), Script(s)...), Structured(s)...)
		all = append(all, OnClick(s)...)
		if c, ok := Attributes([]html.Attribute{{Key: "data-" + key, Val: s}}); ok {
			all = append(all, c)
		}
		for _, c := range all {
			if _, err := New(c.Address.Local, c.Address.Host); err != nil {
				t.Fatalf("%q gave %v: %v", s, c.Address, err)
			}
		}
	})
}
