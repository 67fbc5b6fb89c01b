package source

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

func folder(t *testing.T, files map[string]string, o Options) (*heap, survey.Totals) {
	t.Helper()
	h := &heap{}
	totals, err := Folder(context.Background(), grow(t, files), o, h)
	if err != nil {
		t.Fatal(err)
	}
	return h, totals
}

func TestFolderOrder(t *testing.T) {
	for name, tt := range map[string]struct {
		files map[string]string
		base  string
		want  string
	}{
		"breadth first, in document order": {
			files: map[string]string{
				"index.html": a("b.html", "a.html"), "a.html": a("c.html"), "b.html": a("d.html", "a.html"),
				"c.html": a(), "d.html": a("index.html"),
			},
			want: "/ /b.html /a.html /d.html /c.html",
		},
		"folders are their index": {
			files: map[string]string{
				"index.html": a("/fr", "contact/", "shop/index.htm"), "fr/index.html": a("../"),
				"contact/index.php": a("."), "shop/index.htm": a("/"),
			},
			want: "/ /fr/ /contact/ /shop/",
		},
		"names without suffix stay as they were linked": {
			files: map[string]string{"index.html": a("/about", "team"), "about.html": a("/about.html"), "team.htm": a()},
			want:  "/ /about /team",
		},
		"query and fragment are dropped, escapes decoded": {
			files: map[string]string{
				"index.html": a("a%20b.html?x=1#y", "a b.html#z", "%C3%A9t%C3%A9/", "#top", "?sort=1"),
				"a b.html":   a(), "été/index.html": a(),
			},
			want: "/ /a%20b.html /%C3%A9t%C3%A9/",
		},
		"base element": {
			files: map[string]string{"index.html": `<base href="/sub/">` + a("x.html"), "sub/x.html": a(), "x.html": a()},
			want:  "/ /sub/x.html /x.html",
		},
		"capital letters count": {
			files: map[string]string{"index.html": a("About.html"), "about.html": a()},
			want:  "/ /about.html",
		},
		"meta refresh and language versions are links": {
			files: map[string]string{
				"index.html":    `<meta http-equiv="refresh" content="0; url=/nl/"><link rel="alternate" hreflang="fr" href="/fr/">` + a("x.html"),
				"nl/index.html": a(), "fr/index.html": a(), "x.html": a(),
			},
			want: "/ /nl/ /x.html /fr/",
		},
		"absolute links to the canonical host": {
			files: map[string]string{
				"index.html": `<link rel="canonical" href="https://www.shop.be/">` + a("https://shop.be/a.html", "//www.shop.be/b.html", "https://other.be/c.html"),
				"a.html":     a(), "b.html": a(), "c.html": a(),
			},
			want: "/ /a.html /b.html /c.html",
		},
		"base address": {
			files: map[string]string{"index.html": a("https://SHOP.be:443/a.html", "http://shop.be/b/"), "a.html": a(), "b/index.html": a()},
			base:  "https://shop.be",
			want:  "https://shop.be/ https://shop.be/a.html https://shop.be/b/",
		},
		"base address with a path": {
			files: map[string]string{"index.html": a("a.html", "/winkel/b.html", "/c.html"), "a.html": a(), "b.html": a(), "c.html": a()},
			base:  "https://shop.be/winkel/",
			want:  "https://shop.be/winkel/ https://shop.be/winkel/a.html https://shop.be/winkel/b.html https://shop.be/winkel/c.html",
		},
		"links under the canonical path": {
			files: map[string]string{"index.html": `<link rel="canonical" href="https://shop.be/winkel/">` + a("/winkel/a.html"), "a.html": a()},
			want:  "/ /a.html",
		},
		"without an index every page on top is a start": {
			files: map[string]string{"site/b.html": a(), "site/a.html": a("c/d.html"), "site/c/d.html": a()},
			want:  "/site/a.html /site/b.html /site/c/d.html",
		},
		"folders that nobody publishes": {
			files: map[string]string{
				"index.html": a("node_modules/x.html", ".git/y.html"), "node_modules/x.html": a(), ".git/y.html": a(), "z.txt": a(),
			},
			want: "/",
		},
		"program parts are no pages": {
			files: map[string]string{"index.php": "<?php include 'db.php'; ?>" + a("shop.php"), "shop.php": a(), "db.php": "<?php $x = 1;"},
			want:  "/ /shop.php",
		},
	} {
		t.Run(name, func(t *testing.T) {
			h, totals := folder(t, tt.files, Options{BaseURL: tt.base})
			if got := h.urls(); got != tt.want {
				t.Errorf("read\n  %s, want\n  %s", got, tt.want)
			}
			if totals.Stopped != "exhausted" || !totals.Searched || len(h.missed) != 0 {
				t.Errorf("totals %+v, missed %v", totals, h.missed)
			}
		})
	}
}

func TestFolderLinkedAndDepth(t *testing.T) {
	h, _ := folder(t, map[string]string{
		"index.html": a("a.html"), "a.html": a("b.html"), "b.html": a(), "old/x.html": a("y.html"), "old/y.html": a(),
	}, Options{})
	type row struct {
		URL, Via string
		Depth    int
		Linked   bool
	}
	var got []row
	for _, r := range h.records {
		got = append(got, row{r.Page.URL, r.Page.Via, r.Page.Depth, r.Page.Linked})
	}
	want := []row{
		{"/", "start", 0, true}, {"/a.html", "link", 1, true}, {"/b.html", "link", 2, true},
		{"/old/x.html", "unlinked", -1, false}, {"/old/y.html", "unlinked", -1, false},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A click path must exist also where links are absolute or lack the suffix.
func TestFolderEdges(t *testing.T) {
	h, _ := folder(t, map[string]string{
		"index.html": `<link rel="canonical" href="https://shop.be/">` + a("https://shop.be/a"), "a.html": a(),
	}, Options{})
	want := []survey.Edge{{To: survey.Key("/a")}}
	if d := cmp.Diff(want, h.records[0].Links); d != "" {
		t.Error(d)
	}
}

func TestFolderMissingPages(t *testing.T) {
	h, _ := folder(t, map[string]string{
		"index.html": `<p><a href="/contact/">Contact</a> <a href="/blog/">Blog</a> <a href="x/contact/?a=1">Neem contact op</a>
			<a href="/voorwaarden.pdf">Algemene voorwaarden</a> <a href="https://elders.be/contact">Contact</a>`,
		"lost.html": `<p><a href="/privacy/">Privacybeleid</a>`,
	}, Options{Book: vocabulary(t)})
	if got, want := h.urls(), "/ /contact/ /x/contact/ /lost.html /privacy/"; got != want {
		t.Fatalf("taken %s, want %s", got, want)
	}
	for u, linked := range map[string]bool{"/contact/": true, "/privacy/": false} {
		p := h.byURL(u).Page
		if p.Status != 404 || p.Read() || p.Linked != linked {
			t.Errorf("%s: %+v", u, p)
		}
	}
	if k := h.byURL("/contact/").Page.Kind; k != words.Contact {
		t.Errorf("kind %q", k)
	}
}

func TestFolderNeverLeaves(t *testing.T) {
	outside := grow(t, map[string]string{"secret.html": a()})
	dir := grow(t, map[string]string{
		"index.html": a("../secret.html", "..%2fsecret.html", "/../../secret.html", "out.html", "out/secret.html", "file:///etc/hosts.html", "in.html"),
		"real.html":  a(),
	})
	for link, to := range map[string]string{
		"out.html": filepath.Join(outside, "secret.html"), "out": outside, "in.html": "real.html", "loop": ".", "dead.html": "nowhere.html",
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	h := &heap{}
	if _, err := Folder(context.Background(), dir, Options{}, h); err != nil {
		t.Fatal(err)
	}
	if got, want := h.urls(), "/ /in.html /real.html"; got != want {
		t.Errorf("read %s, want %s", got, want)
	}
}

func TestFolderErrors(t *testing.T) {
	empty := grow(t, map[string]string{"readme.txt": "hallo", "index.php": "<?php exit;", "node_modules/a.html": a()})
	h := &heap{}
	if _, err := Folder(context.Background(), empty, Options{}, h); !errors.Is(err, ErrNoPages) || !strings.Contains(err.Error(), empty) {
		t.Errorf("a folder without a page: %v", err)
	}
	for _, root := range []string{filepath.Join(empty, "nowhere"), filepath.Join(empty, "readme.txt")} {
		if _, err := Folder(context.Background(), root, Options{}, h); err == nil || !strings.Contains(err.Error(), root) {
			t.Errorf("%s: %v", root, err)
		}
	}
	for _, base := range []string{"shop.be", "ftp://shop.be/", "https://", "http://[::1"} {
		if _, err := Folder(context.Background(), empty, Options{BaseURL: base}, h); err == nil || errors.Is(err, ErrNoPages) {
			t.Errorf("base address %q: %v", base, err)
		}
	}
}

func TestFolderUnreadable(t *testing.T) {
	dir := grow(t, map[string]string{"index.html": a("picture.html", "locked.html"), "picture.html": "\x89PNG\r\n", "locked.html": a()})
	want := []string{"/picture.html"}
	if os.Chmod(filepath.Join(dir, "locked.html"), 0) == nil && os.Geteuid() != 0 && runtime.GOOS != "windows" {
		want = append(want, "/locked.html")
	}
	h := &heap{}
	if _, err := Folder(context.Background(), dir, Options{}, h); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range h.missed {
		if got = append(got, u.URL); u.Cause != survey.Unreadable || u.Detail == "" {
			t.Errorf("%+v", u)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestFolderBudgets(t *testing.T) {
	long := strings.Repeat("brood ", 100)
	files := map[string]string{"index.html": a("a.html") + `<a href="contact.html">Contact</a>` + long, "a.html": a() + long, "contact.html": a()}
	h, totals := folder(t, files, Options{MaxBytes: 1000, Book: vocabulary(t)})
	if totals.Stopped != "budget" || totals.Searched || h.urls() != "/ /a.html" {
		t.Errorf("%+v %s", totals, h.urls())
	}
	if len(h.missed) != 1 || h.missed[0].Cause != survey.Budget || h.missed[0].Guess.Kind != words.Contact {
		t.Errorf("missed %+v", h.missed)
	}
	if _, totals = folder(t, files, Options{MaxFiles: 2}); totals.Stopped != "budget" {
		t.Errorf("%+v", totals)
	}
	h, totals = folder(t, files, Options{BodyLimit: 200})
	if rest := int64(len(files["contact.html"])); totals.Bytes != 400+rest || !h.records[0].Page.Truncated {
		t.Errorf("%+v, %+v", totals, h.records[0].Page)
	}
}

func TestFolderInterrupted(t *testing.T) {
	dir := grow(t, map[string]string{"index.html": `<a href="contact.html">Contact</a>`, "contact.html": a()})
	ctx, cancel := context.WithCancel(context.Background())
	h := &stopping{cancel: cancel}
	totals, err := Folder(ctx, dir, Options{Book: vocabulary(t)}, h)
	if err != nil || !totals.Interrupted || totals.Stopped != "interrupted" || totals.Searched {
		t.Errorf("%+v, %v", totals, err)
	}
	if len(h.records) != 1 || len(h.missed) != 1 || h.missed[0].Cause != survey.Interrupted {
		t.Errorf("taken %s, missed %+v", h.urls(), h.missed)
	}
}

// stopping is a sink whose user gives up after the first page.
type stopping struct {
	heap
	cancel func()
}

func (s *stopping) Take(r *survey.Record) { s.heap.Take(r); s.cancel() }

// Two runs read the same pages in the same order, however the pages race.
func TestFolderIsDeterministic(t *testing.T) {
	files := map[string]string{"index.html": a()}
	var all []string
	for i := range 60 {
		name := "p" + strconv.Itoa(i) + ".html"
		all = append(all, name)
		files[name] = a("p"+strconv.Itoa((i*7+3)%60)+".html") + strings.Repeat("<p>x", i%9*500)
	}
	files["index.html"] = a(all[:20]...)
	dir := grow(t, files)
	var first string
	for range 5 {
		h := &heap{}
		if _, err := Folder(context.Background(), dir, Options{Jobs: 8}, h); err != nil {
			t.Fatal(err)
		}
		if first == "" {
			first = h.urls()
		}
		if h.urls() != first || len(h.records) != 61 || h.inspected != 61 {
			t.Fatalf("%d pages, %d inspected:\n%s\n%s", len(h.records), h.inspected, first, h.urls())
		}
	}
}
