package source

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

func TestPromisedPages(t *testing.T) {
	saved := `<a href="https://www.shop.be/">Home</a> <a href="https://www.shop.be/a">a</a> <a href="https://www.shop.be/b">b</a> `
	for name, tt := range map[string]struct {
		body string
		base string
		want []string
	}{
		"another page":                  {`<a href="contact.html">Contact</a>`, "", []string{"contact"}},
		"by slug":                       {`<a href="/voorwaarden/">lees dit</a>`, "", []string{"terms"}},
		"one of each kind and language": {`<a href="/a">Algemene voorwaarden</a> <a href="/b">Algemene voorwaarden</a> <a href="/c">Conditions générales</a>`, "", []string{"terms", "terms"}},
		"a part of itself":              {`<a href="#contact">Contact</a> <a href="/#privacy">Privacybeleid</a> <a href="shop.html#x">Contact</a> <a href="./">Contact</a>`, "", nil},
		"itself by canonical address":   {`<link rel="canonical" href="https://shop.be/contact"><a href="https://www.shop.be/contact#form">Contact</a>`, "", nil},
		"canonical host":                {`<link rel="canonical" href="https://shop.be/"><a href="https://www.shop.be/contact">Contact</a> <a href="https://pay.com/privacy">Privacybeleid</a>`, "", []string{"contact"}},
		"base address":                  {`<a href="https://shop.be/contact">Contact</a> <a href="https://shop.be/#privacy">Privacybeleid</a>`, "https://shop.be/", []string{"contact"}},
		"somebody else":                 {`<a href="https://pay.com/privacy">Privacybeleid</a>`, "", nil},
		"saved by a browser":            {saved + `<a href="https://www.shop.be/contact">Contact</a> <a href="https://pay.com/privacy">Privacybeleid</a>`, "", []string{"contact"}},
		"e-mail, telephone, script":     {`<a href="mailto:x@shop.be">Contact</a> <a href="tel:+3291000012">Contact</a> <a href="javascript:contact()">Contact</a>`, "", nil},
		"no reader sees noscript":       {`<p>x<noscript><a href="/contact">Contact</a></noscript>`, "", nil},
		"no legal page":                 {`<a href="/blog/">Blog</a> <a href="/cart">Winkelmand</a>`, "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			dir := grow(t, map[string]string{"shop.html": "<!doctype html><title>Winkel</title>" + tt.body})
			h := &heap{}
			totals, err := File(context.Background(), filepath.Join(dir, "shop.html"), Options{BaseURL: tt.base, Book: vocabulary(t)}, h)
			if err != nil || totals.Stopped != "exhausted" || len(h.records) != 1 {
				t.Fatalf("%+v, %v", totals, err)
			}
			var got []string
			for _, u := range h.missed {
				if got = append(got, string(u.Guess.Kind)); u.Cause != survey.NoSource {
					t.Errorf("%+v", u)
				}
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// The same page gives the same record from a file, from standard input and
// from a folder, but for its address.
func TestOnePageIsOneShop(t *testing.T) {
	body := a("#x")
	dir := grow(t, map[string]string{"index.html": body})
	file, pipe, whole := &heap{}, &heap{}, &heap{}
	name := filepath.Join(dir, "index.html")
	t1, err1 := File(context.Background(), name, Options{Book: vocabulary(t)}, file)
	t2, err2 := Stdin(context.Background(), strings.NewReader(body), Options{Book: vocabulary(t)}, pipe)
	t3, err3 := Folder(context.Background(), dir, Options{Book: vocabulary(t)}, whole)
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	if t1.Bytes != int64(len(body)) || !cmp.Equal(t1, t2) || !cmp.Equal(t1, t3) {
		t.Errorf("totals differ: %+v %+v %+v", t1, t2, t3)
	}
	for want, h := range map[string]*heap{name: file, "-": pipe, "/": whole} {
		p := h.records[0].Page
		if p.URL != want || p.Kind != words.Home || p.Via != "start" || !p.Linked || p.Status != 200 || len(h.missed) != 0 {
			t.Errorf("%s: %+v, missed %v", want, p, h.missed)
		}
	}
}

func TestSingleErrors(t *testing.T) {
	dir := grow(t, map[string]string{"a.html": "no tag at all", "b.html": ""})
	for _, name := range []string{"a.html", "b.html"} {
		full := filepath.Join(dir, name)
		if _, err := File(context.Background(), full, Options{}, &heap{}); !errors.Is(err, page.ErrNotHTML) || !strings.Contains(err.Error(), full) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, full := range []string{dir, filepath.Join(dir, "nowhere.html")} {
		if _, err := File(context.Background(), full, Options{}, &heap{}); err == nil || !strings.Contains(err.Error(), full) {
			t.Errorf("%s: %v", full, err)
		}
	}
	if _, err := Stdin(context.Background(), strings.NewReader("{}"), Options{}, &heap{}); !errors.Is(err, page.ErrNotHTML) {
		t.Errorf("standard input: %v", err)
	}
}

func TestStdinStopsWaiting(t *testing.T) {
	r, w := io.Pipe() // nobody ever writes
	defer w.Close()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if totals, err := Stdin(ctx, r, Options{}, &heap{}); err != nil || !totals.Interrupted {
		t.Errorf("%+v, %v", totals, err)
	}
}

func TestBodyLimit(t *testing.T) {
	h := &heap{}
	totals, err := Stdin(context.Background(), strings.NewReader("<p>"+strings.Repeat("x", 500)), Options{BodyLimit: 100}, h)
	if err != nil || totals.Bytes != 100 || !h.records[0].Page.Truncated {
		t.Errorf("%+v, %v", totals, err)
	}
}
