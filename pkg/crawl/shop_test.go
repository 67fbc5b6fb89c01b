package crawl

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// testShop is a shop on loopback: pages by path (with query), and what was
// asked of it.
type testShop struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
	pages map[string]http.HandlerFunc
	other http.HandlerFunc // for paths without a page; nil: 404
}

func newShop(t *testing.T, pages map[string]string) *testShop {
	t.Helper()
	s := &testShop{pages: map[string]http.HandlerFunc{}}
	for p, body := range pages {
		s.pages[p] = write(body)
	}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.RequestURI())
		h, ok := s.pages[r.URL.RequestURI()]
		s.mu.Unlock()
		switch {
		case ok:
			h(w, r)
		case s.other != nil && r.URL.Path != "/robots.txt":
			s.other(w, r)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

func write(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if strings.HasPrefix(body, "<") && !strings.HasPrefix(body, "<?xml") {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		fmt.Fprint(w, body)
	}
}

func to(address string, status int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, address, status) }
}

// requests are the paths asked for, robots.txt left out.
func (s *testShop) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(s.asked), func(p string) bool { return p == "/robots.txt" })
}

// twice lists what was asked for more than once.
func (s *testShop) twice() []string {
	all := s.requests()
	slices.Sort(all)
	var out []string
	for i := 1; i < len(all); i++ {
		if all[i] == all[i-1] {
			out = append(out, all[i])
		}
	}
	return out
}

// html is a page with a title, a text and links written as "label=address".
func html(title string, links ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html><html lang=en><title>%s</title><body><h1>%s</h1><p>Some words about our lamps.</p><footer>", title, title)
	for _, l := range links {
		label, href, _ := strings.Cut(l, "=")
		fmt.Fprintf(&b, "<a href=%q>%s</a> ", href, label)
	}
	return b.String() + "</footer></body></html>"
}

// legal are links to one page of each legal kind.
var legal = []string{"Legal notice=/legal-notice", "Terms and conditions=/terms", "Contact=/contact", "Right of withdrawal=/withdrawal", "Privacy policy=/privacy"}

// legalPages are the pages behind those links.
func legalPages(home string) map[string]string {
	return map[string]string{
		"/": home, "/legal-notice": html("Legal notice"), "/terms": html("Terms and conditions"), "/contact": html("Contact"),
		"/withdrawal": html("Right of withdrawal"), "/privacy": html("Privacy policy"),
	}
}

// testSink keeps what a crawl hands over. It has enough once a page of each
// legal kind was read.
type testSink struct {
	want  func(*testSink) survey.Want // nil: as above
	pages []survey.Page
	miss  []survey.Unread
}

func (s *testSink) Inspect(p *page.Page) *survey.Record {
	return &survey.Record{Page: survey.Page{
		URL: p.URL, Status: p.Status, Kind: p.Kind, Language: p.Language, Depth: p.Depth, Via: p.Via, Truncated: p.Truncated, Linked: p.Linked,
	}}
}
func (s *testSink) Take(r *survey.Record) { s.pages = append(s.pages, r.Page) }
func (s *testSink) Miss(u survey.Unread)  { s.miss = append(s.miss, u) }

func (s *testSink) Want() survey.Want {
	if s.want != nil {
		return s.want(s)
	}
	w := survey.Want{Enough: true}
	for _, k := range words.LegalKinds {
		if !s.has(k) {
			w.Enough, w.Needs = false, append(w.Needs, survey.Need{Kind: k})
		}
	}
	return w
}

func (s *testSink) has(k words.Kind) bool {
	return slices.ContainsFunc(s.pages, func(p survey.Page) bool { return p.Kind == k && p.Status == 200 })
}

// paths are the addresses handed over, without the host, in order.
func (s *testSink) paths(base string) []string {
	var out []string
	for _, p := range s.pages {
		out = append(out, strings.TrimPrefix(p.URL, base))
	}
	return out
}

func (s *testSink) missed(base, path string) survey.Unread {
	for _, u := range s.miss {
		if strings.TrimPrefix(u.URL, base) == path {
			return u
		}
	}
	return survey.Unread{}
}

var testBook = sync.OnceValues(func() (*words.Book, error) { return words.Load(os.DirFS("../../rules")) })

// crawlShop reads a test shop.
func crawlShop(t *testing.T, ctx context.Context, start string, o Options) (*testSink, survey.Totals) {
	t.Helper()
	s := &testSink{}
	return s, crawlInto(t, ctx, start, o, s)
}

func crawlInto(t *testing.T, ctx context.Context, start string, o Options, s *testSink) survey.Totals {
	t.Helper()
	book, err := testBook()
	if err != nil {
		t.Fatal(err)
	}
	o.Book = book
	totals, err := Run(ctx, start, o, s)
	if err != nil {
		t.Fatal(err)
	}
	return totals
}
