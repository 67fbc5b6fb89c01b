package crawl

import (
	"slices"
	"testing"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// samplesWanted asks for one page of each kind until it was read.
func samplesWanted(kinds ...words.Kind) func(*testSink) survey.Want {
	return func(k *testSink) survey.Want {
		w := survey.Want{Enough: true}
		for _, kind := range kinds {
			if !k.has(kind) {
				w.Needs = append(w.Needs, survey.Need{Kind: kind, Sample: true})
			}
		}
		return w
	}
}

// A kind that not every shop has is read where a link leads to it, once, and
// is searched for no further than one service page.
func TestSamplesAreReadAndNotSearchedFor(t *testing.T) {
	for name, c := range map[string]struct {
		links  []string
		wanted []words.Kind
		beyond []string // what is read after the legal pages
	}{
		"linked":           {[]string{"Lamp=/product/red", "Lamp=/product/blue", "Help=/faq"}, []words.Kind{words.Product}, []string{"/product/red"}},
		"several":          {[]string{"Lamp=/product/red", "Guarantee=/guarantee"}, []words.Kind{words.Product, words.Guarantee}, []string{"/product/red", "/guarantee"}},
		"behind a service": {[]string{"Customer service=/service", "FAQ=/faq"}, []words.Kind{words.Guarantee}, []string{"/service", "/guarantee"}},
		"nobody links it":  {[]string{"FAQ=/faq", "Blog=/blog/one", "More=/x1", "More=/x2"}, []words.Kind{words.Guarantee}, []string{"/faq"}},
		"no name":          {[]string{"Red=/red-1", "Blue=/blue-2", "Green=/green-3", "Old=/old/lamp/three"}, []words.Kind{words.Product}, []string{"/red-1", "/old/lamp/three"}},
	} {
		t.Run(name, func(t *testing.T) {
			pages := legalPages(html("Lamps", append(slices.Clone(legal), c.links...)...))
			pages["/product/red"], pages["/product/blue"], pages["/guarantee"] = html("Red"), html("Blue"), html("Guarantee")
			pages["/service"], pages["/faq"] = html("Customer service", "Guarantee=/guarantee"), html("FAQ")
			for _, p := range []string{"/blog/one", "/x1", "/x2", "/red-1", "/blue-2", "/green-3", "/old/lamp/three"} {
				pages[p] = html("Lamp")
			}
			s := newShop(t, pages)
			sink := &testSink{want: samplesWanted(c.wanted...)}
			totals := crawlInto(t, t.Context(), s.URL, Options{}, sink)
			if got := sink.paths(s.URL)[1+len(legal):]; !slices.Equal(got, c.beyond) || totals.Stopped != "enough" {
				t.Errorf("read %v, want %v; stopped %q", got, c.beyond, totals.Stopped)
			}
		})
	}
}
