package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/rule"
)

// hidings are the ways in which shops hide a line, each with what the report
// says of it.
var hidings = []struct{ name, css, line, why string }{
	{"display", ".x{display:none}", "", ".x {display:none} in <style>"},
	{"visibility", ".x{visibility:hidden}", "", ".x {visibility:hidden} in <style>"},
	{"opacity", ".x{opacity:0}", "", ".x {opacity:0} in <style>"},
	{"content visibility", ".x{content-visibility:hidden}", "", ".x {content-visibility:hidden} in <style>"},
	{"moved away", ".x{position:absolute;left:-9999px}", "", ".x {left:-9999px} in <style>"},
	{"off canvas", ".x{position:fixed;inset:0 auto 0 0;width:300px;transform:translateX(-100%)}", "", ".x {transform:translatex(-100%)} in <style>"},
	{"for screen readers", ".x{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}", "", ".x {clip:rect(0,0,0,0)} in <style>"},
	{"clip path", ".x{clip-path:inset(50%)}", "", ".x {clip-path:inset(50%)} in <style>"},
	{"folded", ".x{max-height:0;overflow:hidden}", "", ".x {max-height:0} in <style>"},
	{"folded row", ".g{display:grid;grid-template-rows:0fr}.x{overflow:hidden}", "<div class=g><div class=x>LINE</div></div>", ".g {grid-template-rows:0fr} in <style>"},
	{"scaled", ".x{transform:scale(0)}", "", ".x {transform:scale(0)} in <style>"},
	{"no letters", ".x,.x a{font-size:0}", "", "{font-size:0} in <style>"},
	{"text moved away", ".x{text-indent:-9999px}", "", ".x {text-indent:-9999px} in <style>"},
	{"white on white", "body{background:#fff}.x,.x a{color:#fefefe}", "", "{color:#fefefe} in <style>"},
	{"see-through letters", ".x,.x a{color:transparent}", "", "{color:transparent} in <style>"},
	{"by a variable", ":root{--on:none}.x{display:var(--on)}", "", ".x {display:none} in <style>"},
	{"important", ".x{display:none!important}#y{display:block}", "", ".x {display:none} in <style>"},
	{"both views", "@media (max-width:767px){.x{display:none}}@media (min-width:768px){.x{visibility:hidden}}", "", ".x {"},
	{"the attribute", "", "<p hidden>LINE</p>", "hidden"},
	{"a dialog", "", "<dialog>LINE</dialog>", "closed <dialog>"},
	{"a popover", "", "<div popover>LINE</div>", "closed popover"},
	{"a template", "", "<template>LINE</template>", "template"},
	{"a style attribute", "", `<p style="opacity:0">LINE</p>`, `style="opacity:0"`},
}

// TestHidings hides what each of the three rules looks for in each of the ways
// and wants the report to say by what.
func TestHidings(t *testing.T) {
	book := load(t)
	for _, c := range []struct {
		id, day, line string
		reasons       []string
	}{
		{"odr-link", "2023-03-01", `<a href="https://ec.europa.eu/consumers/odr/">ODR platform</a>`, []string{"hidden"}},
		{"odr-link-stale", "2026-11-22", `<a href="https://ec.europa.eu/consumers/odr/">ODR platform</a>`, []string{"hidden-link"}},
		{"contact-email", "2026-11-22", `<a href="mailto:hello@loughcandles.ie">hello@loughcandles.ie</a>`, []string{"hidden"}},
	} {
		for _, h := range hidings {
			t.Run(c.id+"/"+h.name, func(t *testing.T) {
				day, err := law.ParseDay(c.day)
				if err != nil {
					t.Fatal(err)
				}
				line := h.line
				if line == "" {
					line = `<p class="x" id="y">LINE</p>`
				}
				body := `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lough Candles</title><style>` + h.css + `</style></head><body>` +
					`<main><h1>Candles poured in Galway</h1><p>Soy wax, cotton wicks, posted within three working days.</p></main><footer>` +
					strings.Replace(line, "LINE", c.line, 1) + `</footer></body></html>`
				f := rule.Fixture{AsOf: day, Country: "IE"}
				shop := run(t, book, c.id, f, []rule.File{{Name: "page.html", Data: []byte(body)}})
				i := slices.IndexFunc(shop.Results, func(r audit.Result) bool { return r.Rule.ID == c.id })
				if got := shop.Results[i]; !slices.Contains(c.reasons, got.Verdict.Reason) {
					t.Errorf("%s (%s)\n%s", got.Outcome, got.Verdict.Reason, seen(got))
				}
				rep := report.Build([]*audit.Shop{shop}, report.BuildOptions{Lang: "en", Book: book.Rules, ADR: book.ADR})
				said := ""
				for _, res := range rep.Shops[0].Results {
					for _, e := range res.Evidence {
						said += e.Why + "\n"
					}
				}
				if !strings.Contains(said, h.why) {
					t.Errorf("the report says %q, want %q", said, h.why)
				}
			})
		}
	}
}
