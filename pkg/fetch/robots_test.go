package fetch

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestRobotsRules(t *testing.T) {
	tests := []struct {
		name, file, path string
		allow            bool
	}{
		{"empty file", "", "/a", true},
		{"star group", "User-agent: *\nDisallow: /a", "/ab", false},
		{"other path", "User-agent: *\nDisallow: /a", "/b", true},
		{"own group wins over star", "User-agent: *\nDisallow: /\n\nUser-agent: shoplint\nDisallow: /x", "/a", true},
		{"own group by any case", "user-AGENT: ShopLint\nDisallow: /x", "/x", false},
		{"own group with a version", "User-agent: shoplint/1.0\nDisallow: /x", "/x", false},
		{"own group without rules", "User-agent: *\nDisallow: /\n\nUser-agent: shoplint\n", "/a", true},
		{"a shorter token is another agent", "User-agent: shop\nDisallow: /", "/a", true},
		{"a longer token is another agent", "User-agent: shoplintbot\nDisallow: /", "/a", true},
		{"groups of one agent join", "User-agent: shoplint\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: shoplint\nDisallow: /b", "/b", false},
		{"agents share a group", "User-agent: x\nUser-agent: shoplint\nDisallow: /b", "/b", false},
		{"longest match", "User-agent: *\nDisallow: /a\nAllow: /a/open", "/a/open/1", true},
		{"longest match forbids", "User-agent: *\nAllow: /a\nDisallow: /a/shut", "/a/shut", false},
		{"a tie allows", "User-agent: *\nDisallow: /page\nAllow: /page", "/page", true},
		{"star inside", "User-agent: *\nDisallow: /*.php", "/x/index.php?a=1", false},
		{"star is anchored", "User-agent: *\nDisallow: /foo*bar", "/x/foo1bar", true},
		{"dollar ends", "User-agent: *\nDisallow: /*.php$", "/index.php?a=1", true},
		{"dollar matches", "User-agent: *\nDisallow: /*.php$", "/index.php", false},
		{"dollar on the root only", "User-agent: *\nDisallow: /\nAllow: /$", "/shop/", false},
		{"root allowed", "User-agent: *\nDisallow: /\nAllow: /$", "/", true},
		{"query counts", "User-agent: *\nDisallow: /*?sort=", "/a?sort=1", false},
		{"empty disallow allows", "User-agent: *\nDisallow:", "/a", true},
		{"comments and spaces", "  User-agent : * # all\n\tDisallow:/a # this", "/a", false},
		{"old Mac line ends", "User-agent: *\rDisallow: /a", "/a", false},
		{"byte order mark", "\xef\xbb\xbfUser-agent: *\nDisallow: /a", "/a", false},
		{"escapes compare decoded", "User-agent: *\nDisallow: /%7Euser", "/~user", false},
		{"raw UTF-8 compares escaped", "User-agent: *\nDisallow: /conditions-générales", "/conditions-g%C3%A9n%C3%A9rales", false},
		{"rules before any agent", "Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", true},
		{"unknown lines do not end a group", "User-agent: *\nClean-param: x\nDisallow: /a", "/a", false},
		{"a sitemap line between agent and rule", "User-agent: *\nSitemap: https://x/s.xml\nDisallow: /a", "/a", false},
		{"robots.txt itself", "User-agent: *\nDisallow: /", "/robots.txt", true},
		{"not a robots file", "<html><body>Disallow: /</body></html>", "/a", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			u, err := url.Parse("https://shop.example" + tt.path)
			if err != nil {
				t.Fatal(err)
			}
			if got, why := ParseRobots([]byte(tt.file)).Allow(u); got != tt.allow {
				t.Errorf("allowed %v (%s), want %v", got, why, tt.allow)
			}
		})
	}
}

func TestRobotsDelayAndSitemaps(t *testing.T) {
	r := ParseRobots([]byte("Sitemap: /s.xml\nUser-agent: *\nCrawl-delay: 2.5\nUser-agent: x\nCrawl-delay: 99"))
	if r.Delay != 2500*time.Millisecond || len(r.Sitemaps) != 1 || r.Sitemaps[0] != "/s.xml" {
		t.Errorf("got %v %v", r.Delay, r.Sitemaps)
	}
}

func TestRobotsByStatus(t *testing.T) {
	tests := []struct {
		status int
		open   bool
	}{{200, true}, {401, true}, {403, true}, {404, true}, {500, false}, {502, false}}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.status), func(t *testing.T) {
			srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/robots.txt" {
					w.WriteHeader(tt.status)
				}
			}))
			defer srv.Close()
			_, err := client(t, srv.URL, Options{}).Get(t.Context(), srv.URL, 1<<20, 0)
			var no *Forbidden
			if errors.As(err, &no) == tt.open {
				t.Errorf("error %v, open %v", err, tt.open)
			}
		})
	}
}

func TestRobotsUnreachableIsNotForbidden(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	c := client(t, srv.URL, Options{})
	srv.Close()
	_, err := c.Get(t.Context(), srv.URL, 1<<20, 0)
	if err == nil || Explain(err) != "connection refused" {
		t.Errorf("error %v: %q", err, Explain(err))
	}
}

func TestRobotsFetchedOnce(t *testing.T) {
	var n atomic.Int64
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			n.Add(1)
		}
	}))
	defer srv.Close()
	c := client(t, srv.URL, Options{})
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() { c.Get(t.Context(), fmt.Sprintf("%s/%d", srv.URL, i), 1<<20, 0) })
	}
	wg.Wait()
	if n.Load() != 1 {
		t.Errorf("robots.txt was fetched %d times", n.Load())
	}
}

func TestRobotsRedirectsAndSize(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.Redirect(w, r, "/real.txt", http.StatusMovedPermanently)
		case "/real.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /shut\n")
			for range 1 << 12 { // 4 MiB of comment behind the cap
				if _, err := fmt.Fprint(w, strings.Repeat("# lamp\n", 150)); err != nil {
					return
				}
			}
		case "/door":
			http.Redirect(w, r, "/shut", http.StatusFound)
		}
	}))
	defer srv.Close()
	c := client(t, srv.URL, Options{})
	var no *Forbidden
	if _, err := c.Get(t.Context(), srv.URL+"/door", 1<<20, 3); !errors.As(err, &no) {
		t.Errorf("error %v: the target of a redirect was not checked", err)
	}
	if c.Meter.Bytes() > robotsBytes+4096 {
		t.Errorf("%d bytes of robots.txt were read", c.Meter.Bytes())
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /a*b$\nAllow: /%c3%a9", "/a?b")
	f.Add("\xef\xbb\xbfuser-agent:shoplint\r\rdisallow:***\ncrawl-delay: 1e999", "/%zz")
	f.Fuzz(func(t *testing.T, file, path string) {
		r := ParseRobots([]byte(file))
		u := &url.URL{Scheme: "http", Host: "shop.example", Path: "/" + path}
		first, _ := r.Allow(u)
		if again, _ := r.Allow(u); again != first {
			t.Error("two answers to one question")
		}
		if r.Delay < 0 {
			t.Error("negative delay")
		}
		if ok, _ := r.Allow(&url.URL{Path: "/robots.txt"}); !ok {
			t.Error("robots.txt is closed")
		}
	})
}
