package browser_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
)

// A sheet that did not come is told, since what it hides was shown; one that
// does not exist hides nothing.
func TestSheetsThatDidNotCome(t *testing.T) {
	hold := make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, `<!doctype html><link rel=stylesheet href=/ok.css><link rel=stylesheet href=/gone.css><link rel=stylesheet href=/shut.css>
<link rel=stylesheet href=http://127.0.0.1:1/far.css><p class=x><a href="/there">x</a><link rel=stylesheet href=/never.css>`)
		case "/ok.css":
			w.Header().Set("Content-Type", "text/css")
		case "/shut.css":
			w.WriteHeader(http.StatusForbidden)
		case "/never.css":
			<-hold
		default:
			http.NotFound(w, r)
		}
	}))
	defer srv.Close()
	defer close(hold)
	u, err := url.Parse(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	s := start(t, quick()).Shop(fetch.Options{Shop: u, Named: []string{u.Host, "127.0.0.1:1"}})
	defer s.Close()
	r, err := s.Render(t.Context(), page.Source{Address: srv.URL + "/"})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, l := range r.Lost {
		at, err := url.Parse(l.Address)
		if err != nil || !l.Own {
			t.Errorf("%+v: %v", l, err)
			continue
		}
		got[at.Path] = l.Why
	}
	if len(got) != 3 || got["/shut.css"] != "HTTP 403" || got["/never.css"] != "time-out" || got["/far.css"] == "" {
		t.Errorf("%v", got)
	}
}
