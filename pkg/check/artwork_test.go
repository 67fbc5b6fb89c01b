package check

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// A picture that answers 404 is named and does not pass.
func TestPictureThatDoesNotLoad(t *testing.T) {
	for status, want := range map[int]string{200: "found", 404: "broken", 410: "broken"} {
		links := []string{"europa.eu/youreurope/garantie"}
		c := &artworkCheck{artworkParams: artworkParams{Links: links}, hosts: hostsOf(links), plain: survey.NewQuiet(16)}
		body := `<a href="https://www.europa.eu/youreurope/garantie"><img src="/eu/n.svg" alt=""></a>`
		p, err := page.Parse(page.Input{URL: "https://kaashuis.be/", Status: 200, Via: "start", Body: []byte(body)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		f := c.Inspect(p, &survey.PageFacts{})
		if len(f.Follow) != 1 || f.Follow[0].URL != "https://kaashuis.be/eu/n.svg" {
			t.Fatalf("follows %+v", f.Follow)
		}
		s := survey.New(p.URL, survey.Live)
		s.Add(&survey.Record{Page: survey.Page{URL: p.URL, Status: 200, Via: "start", Kind: words.Home, Linked: true}})
		s.Add(&survey.Record{Page: survey.Page{URL: f.Follow[0].URL, Status: status, Via: "follow"}})
		v := c.Judge(Case{}, s, Fold(nil, f.Evidence))
		if v.Reason != want || want == "broken" && v.Args["detail"] != f.Follow[0].URL {
			t.Errorf("%d: %s %q, want %s", status, v.Reason, v.Args["detail"], want)
		}
	}
}
