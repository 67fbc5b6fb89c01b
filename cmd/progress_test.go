package cmd

import (
	"testing"

	"github.com/mattn/go-runewidth"

	"github.com/shoplint/shoplint/pkg/crawl"
)

func TestReading(t *testing.T) {
	p := crawl.Progress{URL: "https://lamps.example/voorwaarden?a=1", Purpose: "terms page", Requests: 7, MaxRequests: 300, Pages: 3, MaxPages: 40}
	for _, tt := range []struct {
		host  bool
		cells int
		want  string
	}{
		{false, 79, "7 of 300 requests, 3 of 40 pages  terms page  /voorwaarden?a=1"},
		{true, 79, "7 of 300 requests, 3 of 40 pages  terms page  https://lamps.example/voorwaarde…"},
		{false, 52, "7 of 300 requests, 3 of 40 pages  terms page  /voor…"},
		{false, 0, "7 of 300 …"},
	} {
		got := fit(reading(p, tt.host), tt.cells)
		if got != tt.want || runewidth.StringWidth(got) > max(tt.cells, 10) {
			t.Errorf("%d cells, host %v: %q", tt.cells, tt.host, got)
		}
	}
}
