package crawl

import (
	"net/url"
	"strings"
	"testing"
)

func TestGlob(t *testing.T) {
	for _, tt := range []struct {
		glob, address string
		want          bool
	}{
		{"/blog/*", "https://s.be/blog/a/b", true},
		{"/blog/*", "https://s.be/blog", false},
		{"*/print", "https://s.be/a/b/print", true},
		{"*/print", "https://s.be/a/printer", false},
		{"/a*b*c", "https://s.be/a-b-b-c", true},
		{"/a*b*c", "https://s.be/a-c-b", false},
		{"/", "https://s.be/", true},
		{"/", "https://s.be/x", false},
		{"/caf%C3%A9", "https://s.be/caf%C3%A9", true},
		{"/café", "https://s.be/caf%C3%A9", true},
		{"/i.php", "https://s.be/i.php?route=a", true},
		{"/i.php?route=*", "https://s.be/i.php?route=a", true},
		{"/i.php?route=b*", "https://s.be/i.php?route=a", false},
	} {
		g, err := ParseGlob(tt.glob)
		if err != nil {
			t.Fatal(err)
		}
		u, _ := url.Parse(tt.address)
		if g.Match(u) != tt.want {
			t.Errorf("%s against %s is not %v", tt.glob, tt.address, tt.want)
		}
	}
	for _, s := range []string{"", "blog", "https://s.be/", "/" + strings.Repeat("a", maxGlob)} {
		if _, err := ParseGlob(s); err == nil {
			t.Errorf("ParseGlob(%q) has no error", s)
		}
	}
}
