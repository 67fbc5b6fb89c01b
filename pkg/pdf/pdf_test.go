package pdf

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestMain lets the test binary be the child that reads documents.
func TestMain(m *testing.M) {
	switch os.Getenv("SHOPLINT_TEST_CHILD") {
	case "read":
		if err := Serve(os.Stdin, os.Stdout); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	case "hang":
		time.Sleep(time.Hour)
	case "grow":
		go watch(64 << 20)
		var all [][]byte
		for {
			all = append(all, []byte(strings.Repeat("x", 1<<20)))
			_ = all
		}
	}
	os.Exit(m.Run())
}

// child is a Reader that runs this test binary in one of the modes above.
func child(t *testing.T, mode string, l Limits) Reader {
	t.Setenv("SHOPLINT_TEST_CHILD", mode)
	return Child(l, os.Args[0])
}

var terms = makePDF("",
	leafOf{
		lines: []string{"Artikel 14. Geschillen", "Het ODR-platform van de Commissie:", "https://ec.europa.eu/consumers/odr", "staat open. Mail info@bakker-jan.be."},
		links: []string{"https://ec.europa.eu/consumers/odr/", "mailto:info@bakker-jan.be", "https://elders.example/"},
	},
	leafOf{lines: []string{"Stra\\337e (tweede blad)"}},
)

func TestReaders(t *testing.T) {
	want := &Document{Pages: []Page{
		{
			Number: 1,
			Lines:  []string{"Artikel 14. Geschillen", "Het ODR-platform van de Commissie:", "https://ec.europa.eu/consumers/odr", "staat open. Mail info@bakker-jan.be."},
			Links:  []Link{{"https://ec.europa.eu/consumers/odr/"}, {"mailto:info@bakker-jan.be"}, {"https://elders.example/"}},
		},
		{Number: 2, Lines: []string{"Straße (tweede blad)"}},
	}}
	for name, read := range map[string]Reader{"here": Read(Limits{}), "child": child(t, "read", Limits{})} {
		got, err := read(context.Background(), terms)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: (-want +got)\n%s", name, d)
		}
	}
}

func TestReasons(t *testing.T) {
	loop := makePDF("/Prev 9", leafOf{lines: []string{"x"}})
	for _, c := range []struct {
		name string
		body []byte
		want error
	}{
		{"no pdf", []byte("<html>"), ErrBroken},
		{"nothing", nil, ErrBroken},
		{"cut in the middle", terms[:len(terms)/2], ErrBroken},
		{"table that leads nowhere", loop, ErrBroken},
		{"locked", makePDF("/ID [(0123456789abcdef) (0123456789abcdef)] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) >>", leafOf{lines: []string{"x"}}), ErrLocked},
		{"scanned", makePDF("", leafOf{image: true}, leafOf{image: true}), ErrScanned},
		{"too long", make([]byte, 9<<20), ErrTooLong},
	} {
		for name, read := range map[string]Reader{"here": Read(Limits{}), "child": child(t, "read", Limits{})} {
			if _, err := read(context.Background(), c.body); !errors.Is(err, c.want) {
				t.Errorf("%s, %s: got %v, want %v", c.name, name, err, c.want)
			}
		}
	}
}

func TestLimits(t *testing.T) {
	var many []leafOf
	for range 5 {
		many = append(many, leafOf{lines: []string{strings.Repeat("woord ", 20)}})
	}
	body := makePDF("", many...)
	doc, err := Read(Limits{Pages: 3})(context.Background(), body)
	if err != nil || len(doc.Pages) != 3 || !doc.Cut {
		t.Errorf("pages: %v, %v", doc, err)
	}
	doc, err = Read(Limits{Text: 150})(context.Background(), body)
	if err != nil || len(doc.Pages) != 2 || !doc.Cut {
		t.Errorf("text: %v, %v", doc, err)
	}
}

// TestChildDies shows that a document that never ends, or eats all memory,
// costs one child and an error.
func TestChildDies(t *testing.T) {
	if _, err := child(t, "hang", Limits{Time: 300 * time.Millisecond})(context.Background(), terms); !errors.Is(err, ErrTime) {
		t.Errorf("a child that hangs: %v", err)
	}
	if _, err := child(t, "grow", Limits{Time: 20 * time.Second})(context.Background(), terms); !errors.Is(err, ErrBroken) {
		t.Errorf("a child that grows: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := child(t, "hang", Limits{})(ctx, terms); !errors.Is(err, context.Canceled) {
		t.Errorf("a caller that has left: %v", err)
	}
}

func TestHTML(t *testing.T) {
	doc, err := Read(Limits{})(context.Background(), terms)
	if err != nil {
		t.Fatal(err)
	}
	got := string(doc.HTML("Voorwaarden <2026>"))
	for _, want := range []string{
		"<title>Voorwaarden &lt;2026&gt;</title>",
		`<p>Artikel 14. Geschillen Het ODR-platform van de Commissie:</p>`,
		`<p>https://<a href="https://ec.europa.eu/consumers/odr/">ec.europa.eu/consumers/odr</a> staat open. Mail <a href="mailto:info@bakker-jan.be">info@bakker-jan.be</a>.</p>`,
		`<p><a href="https://elders.example/">https://elders.example/</a></p>`,
		`<section id="page-2">`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(terms)
	f.Add(makePDF("", leafOf{image: true}))
	f.Add([]byte("%PDF-1.4\n"))
	read := Read(Limits{Time: 2 * time.Second})
	f.Fuzz(func(t *testing.T, body []byte) {
		doc, err := read(context.Background(), body)
		if err == nil && doc.empty() {
			t.Error("an empty document without a reason")
		}
		if err == nil {
			doc.HTML("x")
		}
	})
}
