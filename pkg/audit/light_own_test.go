package audit

import (
	"strings"
	"testing"
	"unsafe"

	"github.com/shoplint/shoplint/pkg/survey"
)

// A record must not keep the text of the page it was read off.
func TestOwnKeepsNoPage(t *testing.T) {
	page := strings.Repeat("vraag@shop.example ", 1000)
	slice := page[:18]
	r := &survey.Record{
		Facts:    survey.PageFacts{Emails: []survey.Email{{Address: slice, Notes: []string{slice}}}, Forms: []survey.Place{{Excerpt: slice}}},
		Evidence: [][]survey.Evidence{nil, {{Place: survey.Place{Excerpt: slice}, Key: slice, Values: map[string]string{"address": slice}}}},
		Follow:   []survey.Follow{{URL: slice}},
	}
	own(r)
	e := r.Evidence[1][0]
	for i, s := range []string{
		r.Facts.Emails[0].Address, r.Facts.Emails[0].Notes[0], r.Facts.Forms[0].Excerpt, e.Excerpt, e.Key, e.Values["address"], r.Follow[0].URL,
	} {
		if s != slice || unsafe.StringData(s) == unsafe.StringData(page) {
			t.Errorf("text %d is %q and lies in the page: %v", i, s, unsafe.StringData(s) == unsafe.StringData(page))
		}
	}
}
