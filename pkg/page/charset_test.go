package page

import "testing"

func TestDecode(t *testing.T) {
	for _, c := range []struct{ name, body, header, want string }{
		{"utf-8", "<p>caf\u00e9", "", "<p>caf\u00e9"},
		{"no declaration", "<p>caf\xe9 \x80", "", "<p>caf\u00e9 \u20ac"},
		{"header", "<p>\xb1", "text/html; charset=ISO-8859-2", "<p>\u0105"},
		{"header before meta", "<meta charset=utf-8><p>\xb1", "text/html; charset=iso-8859-2", "<meta charset=utf-8><p>\u0105"},
		{"meta", "<META CHARSET='windows-1250'><p>\xb9", "", "<META CHARSET='windows-1250'><p>\u0105"},
		{"http-equiv", `<meta http-equiv=Content-Type content="text/html; charset=iso-8859-2"><p>` + "\xb1", "text/html", `<meta http-equiv=Content-Type content="text/html; charset=iso-8859-2"><p>` + "\u0105"},
		{"mark before header", "\xef\xbb\xbf<p>\u0105", "text/html; charset=iso-8859-2", "<p>\u0105"},
		{"utf-16 mark", "\xff\xfe<\x00p\x00>\x00\x05\x01", "", "<p>\u0105"},
		{"utf-16 bare", "\x00<\x00p\x00>\x01\x05", "", "<p>\u0105"},
		{"meta cannot be utf-16", "<meta charset=utf-16><p>\u0105", "", "<meta charset=utf-16><p>\u0105"},
		{"unknown label", "<p>\u0105", "text/html; charset=sparkle", "<p>\u0105"},
		{"broken utf-8", "<p>a\xffb", "text/html; charset=utf-8", "<p>a\ufffdb"},
		{"broken header", "<p>\u0105", "text/html; charset", "<p>\u0105"},
	} {
		if got := string(decode([]byte(c.body), c.header)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
