package check

import (
	"net/http"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// A tracking cookie counts when the first response sets it; one that is
// deleted, one of the shop's own and one of a later page do not.
func TestTrackerCookies(t *testing.T) {
	c := &cookiesCheck{cookiesParams: cookiesParams{Cookies: []string{"_fbp", "_ga"}}, mute: survey.NewQuiet(16)}
	for name, q := range map[string]struct {
		via, set string
		want     Outcome
	}{
		"tracker":     {"start", "_fbp=fb.1.2; Path=/", Fail},
		"session":     {"start", "PHPSESSID=1; Path=/", Pass},
		"deleted":     {"start", "_ga=; Max-Age=0", Pass},
		"later page":  {"link", "_fbp=fb.1.2", Pass},
		"name inside": {"start", "my_ga=1", Pass},
	} {
		header := http.Header{"Set-Cookie": {q.set}}
		p, err := page.Parse(page.Input{URL: "https://kaashuis.be/", Status: 200, Via: q.via, Header: header, Body: []byte("<h1>Kaas</h1>")}, nil)
		if err != nil {
			t.Fatal(err)
		}
		s := survey.New("https://kaashuis.be/", survey.Live)
		s.Add(&survey.Record{Page: survey.Page{URL: p.URL, Status: 200, Via: q.via, Kind: words.Home, Linked: true}})
		v := c.Judge(Case{}, s, Fold(nil, c.Inspect(p, &survey.PageFacts{}).Evidence))
		if v.Outcome != q.want {
			t.Errorf("%s: %s (%s), want %s", name, v.Outcome, v.Reason, q.want)
		}
		for _, e := range v.Evidence {
			if strings.Contains(e.Excerpt, "fb.1.2") {
				t.Errorf("%s: the value of the cookie is told", name)
			}
		}
	}
}
