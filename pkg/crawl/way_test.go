package crawl

import (
	"net/url"
	"slices"
	"strings"
	"testing"
)

func TestTheWayIsTold(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	resolve, port := at(s, "staging.example")
	_, totals := crawlShop(t, t.Context(), "http://staging.example:"+port+"/", Options{Resolve: resolve, Insecure: true, IgnoreRobots: true})
	want := []string{
		"certificates were not checked",
		"connected to another address than the name's, by --resolve: staging.example:" + port + " > 127.0.0.1:" + port,
		"robots.txt was not obeyed, by --ignore-robots",
	}
	if !slices.Equal(totals.Notes, want) {
		t.Errorf("notes %q", totals.Notes)
	}
	_, totals = crawlShop(t, t.Context(), s.URL, Options{Proxy: &url.URL{Scheme: "http", Host: "127.0.0.1:1", User: url.UserPassword("anna", "geheim")}})
	if !slices.Contains(totals.Notes, "read through a proxy: 127.0.0.1:1") || strings.Contains(strings.Join(totals.Notes, ""), "geheim") {
		t.Errorf("notes %q", totals.Notes)
	}
}
