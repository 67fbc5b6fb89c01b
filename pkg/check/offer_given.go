package check

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// What is given, by the word a part has for it: how it looks in text.
var given = map[string]func(string) bool{
	"postal":     survey.HasAddress,
	"email":      mailAddress.MatchString,
	"electronic": func(s string) bool { return mailAddress.MatchString(s) || webAddress.MatchString(s) },
	"phone":      phoneNumber.MatchString,
}

var (
	mailAddress = regexp.MustCompile(`[^\s@]+(?:@|\s?[\[(](?:at|@)[\])]\s?)[\p{L}\d-]+`)
	webAddress  = regexp.MustCompile(`(?i)https?://|\bwww\.|\b[\p{L}\d-]{2,}\.(?:com|net|org|eu|shop|store|info|de|at|ch|fr|be|nl|it|es|pt|pl|cz|sk|dk|se|fi|no|ie|lu|hu|ro|bg|gr|hr|si|ee|lv|lt|mt|cy|uk|co|cn|jp)\b`)
	phoneNumber = regexp.MustCompile(`\+?\d[\d ()/.-]{6,}\d`)
)

// Bounds on the text that belongs to a label.
const (
	afterLabel = 8    // blocks
	maxBlock   = 2000 // bytes of one of them
)

// partsAt are the parts that stand with a label.
func (c *offerCheck) partsAt(p *page.Page, f *survey.PageFacts, t survey.Term) []string {
	last := min(len(p.Blocks())-1, t.Index+afterLabel)
	text := c.textFrom(p, t, last)
	var out []string
	for _, part := range c.Parts {
		said := slices.ContainsFunc(f.Terms.Of(part.Any...), func(x survey.Term) bool {
			return x.In == survey.InBlock && x.Index >= t.Index && x.Index <= last
		})
		if said || part.Gives != "" && given[part.Gives](text) || part.Gives == "electronic" && c.linkFrom(p, t.Index, last) {
			out = append(out, part.ID)
		}
	}
	return out
}

// textFrom is the text from a label on, the frame of the page left out.
func (c *offerCheck) textFrom(p *page.Page, t survey.Term, last int) string {
	var b strings.Builder
	for i := t.Index; i <= last; i++ {
		block, from := p.Blocks()[i], 0
		if survey.Template(block.Region) {
			continue
		}
		if i == t.Index {
			from = t.Start
		}
		b.WriteString(block.Text[from:min(len(block.Text), from+maxBlock)])
		b.WriteString(", ")
	}
	return b.String()
}

// linkFrom reports whether a link to an e-mail address or another site stands
// in some blocks: it gives an electronic address whatever its text.
func (c *offerCheck) linkFrom(p *page.Page, first, last int) bool {
	blocks := p.Blocks()[first : last+1]
	links := p.Links()
	for i := range links {
		if to := leads(p, &links[i]); to != "mail" && to != "site" {
			continue
		}
		if slices.ContainsFunc(blocks, func(b page.Block) bool {
			return b.Node != nil && !survey.Template(b.Region) && within(links[i].Node, b.Node)
		}) {
			return true
		}
	}
	return false
}
