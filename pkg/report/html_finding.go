package report

import (
	"fmt"
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
)

// htmlFinding is one finding of the page.
type htmlFinding struct {
	ID, Tone, Label, Headline, Rule, Effort string
	Paragraphs, Notes, Steps                []string
	Why, Remedy, More, Certain              string
	Parts                                   []named
	Places                                  []htmlPlace
	Law                                     []address
	Snippets                                []htmlSnippet
	Pictures                                []htmlPicture
}

// htmlPlace is one place of the evidence.
type htmlPlace struct {
	Address                      address
	Excerpt, Lang, Selector, How string
}

// htmlSnippet is one text to paste.
type htmlSnippet struct{ ID, Number, Language, Lang, Text string }

func (p *printer) htmlFinding(r *Report, s *Shop, res *Result, id string, n int) htmlFinding {
	key := verdictKey(res)
	out := htmlFinding{
		ID: id, Tone: tone(key), Label: fmt.Sprintf("%s %d", p.word(key), n), Headline: headline(res), Rule: res.Rule,
		Effort: p.effort(res.Fix), Paragraphs: paragraphs(res.Message), Notes: res.Notes, Steps: res.Fix.Steps,
	}
	if key == string(check.Unclear) {
		out.Why, out.Remedy = p.reason(res), p.remedy(res.Cause, res.Detail, res.Outcome)
	} else {
		out.Certain = p.certain(res)
	}
	for _, part := range res.Parts {
		out.Parts = append(out.Parts, p.part(part))
	}
	p.htmlPlaces(s, res, &out)
	out.Pictures = p.htmlPictures(r, res)
	for _, l := range res.Law {
		out.Law = append(out.Law, address{Name: p.citation(l), Link: link(l.URL)})
	}
	for i, x := range res.Fix.Snippets {
		out.Snippets = append(out.Snippets, htmlSnippet{
			ID: fmt.Sprintf("%s-paste-%d", id, i+1), Number: fmt.Sprintf("%d.%d", n, i+1),
			Language: "(" + x.Language + ")", Lang: languageTag(x.Language), Text: strings.Trim(x.Text, "\n"),
		})
	}
	return out
}

// htmlPlaces are the places of a finding. An excerpt is marked with the
// language of the shop where there is but one.
func (p *printer) htmlPlaces(s *Shop, res *Result, out *htmlFinding) {
	lang := ""
	if len(s.Languages) == 1 {
		lang = languageTag(s.Languages[0])
	}
	for i := range res.Evidence {
		e := &res.Evidence[i]
		at := address{Name: place(s, e.URL), Link: link(e.URL)}
		if e.Line > 0 {
			at.Text = p.say("line", "N", fmt.Sprint(e.Line))
		}
		if e.Leaf > 0 {
			at.Text = p.say("leaf", "N", fmt.Sprint(e.Leaf))
		}
		out.Places = append(out.Places, htmlPlace{
			Address: at, Excerpt: clip(oneLine(e.Excerpt), maxQuote), Lang: lang, Selector: e.Selector, How: p.circumstances(s, e),
		})
	}
	if more := res.EvidenceTotal - len(res.Evidence); more > 0 {
		out.More = p.count("more-places", more)
	}
}

// languageTag is a language that may stand in a lang attribute, or "".
func languageTag(lang string) string {
	if len(lang) < 2 || len(lang) > 3 || strings.Trim(lang, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return lang
}
