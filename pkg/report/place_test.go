package report

import (
	"strings"
	"testing"
)

func TestPlace(t *testing.T) {
	tests := []struct{ target, address, want string }{
		{"https://shop.example/", "https://shop.example/contact?x=1", "/contact?x=1"},
		{"https://shop.example/", "https://www.shop.example/", "/"},
		{"https://shop.example/", "https://shop.example", "/"},
		{"shop.example", "https://shop.example/a", "/a"},
		{"https://shop.example/", "https://other.example/a", "other.example/a"},
		{"public", "public/fr/index.html", "fr/index.html"},
		{"./public/", "./public/index.html", "index.html"},
		{"page.html", "page.html", "page.html"},
		{"-", "-", "-"},
		{"https://shop.example/", "://\x7f", "://\x7f"},
	}
	for _, tt := range tests {
		if got := place(&Shop{Target: tt.target}, tt.address); got != tt.want {
			t.Errorf("place(%q, %q) = %q, want %q", tt.target, tt.address, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		in   string
		n    int
		want []string
	}{
		{"one two three", 7, []string{"one two", "three"}},
		{"a verylongword b", 5, []string{"a", "veryl", "ongwo", "rd b"}},
		{"keep\u00a0this whole", 9, []string{"keep\u00a0this", "whole"}},
		{"漢字漢字", 5, []string{"漢字", "漢字"}},
		{"", 5, nil},
	} {
		got := wrap(tt.in, tt.n, tt.n)
		if len(got) != len(tt.want) {
			t.Errorf("wrap(%q) = %q", tt.in, got)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("wrap(%q)[%d] = %q, want %q", tt.in, i, got[i], tt.want[i])
			}
		}
	}
}

func TestLongWordsStayWhole(t *testing.T) {
	if got := wrap("see http://long.example/address now", 10, 30); len(got) != 3 || got[1] != "http://long.example/address" {
		t.Errorf("wrap = %q", got)
	}
	p, err := newPrinter("en", TextOptions{Width: 40})
	if err != nil {
		t.Fatal(err)
	}
	p.entry(2, 20, "Law", 3, "http://long.example/address")
	if got, want := p.out.String(), "  Law\n           http://long.example/address\n"; got != want {
		t.Errorf("entry = %q, want %q", got, want)
	}
}

func TestTextToPasteStaysWhole(t *testing.T) {
	p, err := newPrinter("en", TextOptions{Width: 60})
	if err != nil {
		t.Fatal(err)
	}
	text := `<p>Write to <a href="https://shop.example/contact-us">https://shop.example/contact-us</a>.</p>`
	lines := p.pasteLines(text, 40)
	for _, l := range lines {
		if strings.Contains(l, "https") && !strings.Contains(l, "https://shop.example/contact-us") {
			t.Errorf("an address is broken: %q", lines)
		}
	}
	if len(lines) < 2 {
		t.Errorf("not wrapped: %q", lines)
	}
}
