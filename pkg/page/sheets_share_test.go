package page

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
)

// counting is a source of sheets of one text.
type counting struct {
	text string
	n    atomic.Int64
}

func (c *counting) Sheet(string) (string, error) { c.n.Add(1); return c.text, nil }
func (*counting) Own(string) bool                { return true }

// linking is a page that links sheets from one number to another.
func linking(t *testing.T, s *Sheets, from, to int) Sight {
	t.Helper()
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "<link rel=stylesheet href=/%d.css>", i)
	}
	p, err := Parse(Input{URL: "https://shop.example/", Status: 200, Body: []byte(b.String() + "<p class=a><a href=/x>Terms</a>"), Sheets: s}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range p.Links() {
		return p.Sight(l.Node)
	}
	t.Fatal("no link")
	return Sight{}
}

func TestSheetsAreSharedOutByWave(t *testing.T) {
	src := &counting{text: "h1{color:red}"}
	s := NewSheets(src)
	s.Wave(1)
	linking(t, s, 0, 30)
	s.Wave(2) // thirty are left: fifteen for each page
	linking(t, s, 30, 50)
	linking(t, s, 35, 55)
	if n := src.n.Load() - 30; n != 20 { // 30 to 44 and 35 to 49
		t.Errorf("the second wave brought %d sheets", n)
	}
	s.Wave(5)
	if got := linking(t, s, 0, 36); got.State != Visible {
		t.Errorf("sheets of earlier waves are free: %+v", got)
	}
	before := src.n.Load()
	linking(t, s, 100, 140)
	if n := src.n.Load() - before; n != minShare {
		t.Errorf("a page brought %d sheets, want its least share of %d", n, minShare)
	}
}

func TestSheetsAreBoundedByBytes(t *testing.T) {
	src := &counting{text: "h1{color:red}" + strings.Repeat(" ", MaxSheet-13)}
	s := NewSheets(src)
	s.Wave(1)
	if got := linking(t, s, 0, 40); got.State == Visible || src.n.Load() != maxText/MaxSheet {
		t.Errorf("%d sheets were read, sight %+v", src.n.Load(), got)
	}
	for range 4 {
		s.Wave(1)
		linking(t, s, 100*int(src.n.Load()), 100*int(src.n.Load())+40)
	}
	if n := src.n.Load(); n != maxTexts/MaxSheet {
		t.Errorf("%d sheets were read of one shop", n)
	}
}
