package report

import (
	"maps"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
)

// maxPlaces is how many places one result lists; more are counted.
const maxPlaces = 20

func (b builder) result(r audit.Result) Result {
	t := b.text(r.Rule)
	v := r.Verdict
	args := b.args(r)
	say := t.Reasons[v.Reason]
	out := Result{
		Rule: r.Rule.ID, Topic: r.Rule.Topic, Level: string(r.Rule.Level), Basis: string(r.Rule.Basis),
		Title: t.Title, Headline: fill(say.Headline, args), Outcome: r.Outcome, Cause: v.Cause, Detail: v.Detail,
		Message: fill(say.Message, args), Notes: []string{}, Certain: r.Certain,
		LawStatus: r.Binding.State, Confidence: string(r.Binding.Confidence),
		JudgedFor: JudgedFor{Seller: string(b.shop.Case.Seller), Customers: codes(b.shop.Case.Customers)},
		Parts:     []Part{}, Evidence: b.evidence(v), EvidenceTotal: len(v.Evidence), Law: b.law(r),
		From: r.Binding.From.String(), Until: r.Binding.Until.String(), FollowedBy: r.Rule.FollowedBy,
		Fix: b.fix(r, args), Fingerprint: r.Fingerprint, State: "new",
	}
	if r.Outcome == check.Broken {
		out.Detail = r.Broken
	}
	if out.Headline == "" {
		out.Headline = t.Title
	}
	if r.Why.Key != "" {
		out.Message = b.why(r.Why)
	}
	for _, n := range v.Notes {
		if text := b.note(t, n); text != "" {
			out.Notes = append(out.Notes, text)
		}
	}
	for _, p := range v.Parts {
		out.Parts = append(out.Parts, Part{ID: p.ID, Language: p.Language, Outcome: p.Outcome, Message: wordPart(t, p)})
	}
	return out
}

// why words the reason for which a rule does not apply.
func (b builder) why(n check.Note) string {
	tongue, err := speak(b.Lang)
	if err != nil {
		return ""
	}
	return fill(tongue.sayOr("why."+n.Key, ""), n.Args)
}

// wordPart words a part of a duty: by its reason, where it has one, else by
// its name.
func wordPart(t rule.Text, p check.Part) string {
	if p.Reason == "" {
		return t.Parts[p.ID]
	}
	args := maps.Clone(p.Args)
	if args == nil {
		args = map[string]string{}
	}
	args["part"] = t.Parts[p.ID]
	return fill(t.Reasons[p.Reason].Message, args)
}

// partNames lists the names of the parts with one of these outcomes.
func partNames(t rule.Text, parts []check.Part, outcomes ...check.Outcome) string {
	var names []string
	for _, p := range parts {
		if name := t.Parts[p.ID]; name != "" && slices.Contains(outcomes, p.Outcome) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// orNothing keeps a sentence that lists parts whole when there are none.
func (b builder) orNothing(names string) string {
	if tongue, err := speak(b.Lang); err == nil && names == "" {
		return tongue.sayOr("no-part", "")
	}
	return names
}

// note words a note: the rule's own words, else those every rule shares.
func (b builder) note(t rule.Text, n check.Note) string {
	if text := t.Notes[n.Key]; text != "" {
		return fill(text, b.local(n.Args))
	}
	tongue, err := speak(b.Lang)
	if err != nil {
		return ""
	}
	args := maps.Clone(n.Args)
	if c := law.Country(args["country"]); c != "" {
		args["country"] = c.Name(b.Lang)
	}
	return fill(tongue.sayOr("note."+n.Key, ""), args)
}

// args are the placeholders of a verdict and those every text may use.
func (b builder) args(r audit.Result) map[string]string {
	args := map[string]string{
		"day": b.shop.Case.Day.String(), "country": b.shop.Case.Seller.Name(b.Lang), "adr-bodies": b.bodies(b.Lang),
	}
	maps.Copy(args, b.local(r.Verdict.Args))
	if t, parts := b.text(r.Rule), r.Verdict.Parts; len(parts) > 0 {
		args["found"] = b.orNothing(partNames(t, parts, check.Pass))
		args["missing"] = b.orNothing(partNames(t, parts, check.Fail, check.Warn))
	}
	if c := args["cause"]; c != "" {
		if tongue, err := speak(b.Lang); err == nil {
			args["cause"] = tongue.sayOr("cause."+c, c)
		}
	}
	return args
}

// local is args with the address of a page of the shop cut to its path, which
// is how people know it.
func (b builder) local(args map[string]string) map[string]string {
	u := args["url"]
	if u == "" || b.survey.Source == survey.File || b.survey.Source == survey.Stdin {
		return args
	}
	out := maps.Clone(args)
	out["url"] = survey.Path(u)
	return out
}

// bodies names the recognised ADR bodies of the seller's country on the day,
// the one that takes every trade first. A gateway is no body.
func (b builder) bodies(lang string) string {
	if b.ADR == nil {
		return ""
	}
	var first, others []string
	for _, body := range b.ADR.ByCountry(b.shop.Case.Seller) {
		if body.Gateway || !body.Works(b.shop.Case.Day) {
			continue
		}
		name := b.bodyName(body, lang)
		if len(body.URLs) > 0 {
			name += " (" + body.URLs[0] + ")"
		}
		if body.Residual {
			first = append(first, name)
		} else {
			others = append(others, name)
		}
	}
	names := append(first, others...)
	const most = 6
	if len(names) > most {
		names = append(names[:most], "…")
	}
	return strings.Join(names, ", ")
}

// bodyName is a body's name in lang, else in a language of its country: a
// national body's name is not translated.
func (b builder) bodyName(body adr.Body, lang string) string {
	for _, l := range append([]string{lang}, body.Country.Languages()...) {
		if n := body.Names[l]; n != "" {
			return n
		}
	}
	return body.Name(lang)
}

func (b builder) evidence(v check.Verdict) []Evidence {
	out := []Evidence{}
	for _, e := range v.Evidence[:min(len(v.Evidence), maxPlaces)] {
		place := e.Place
		if p, ok := b.survey.Page(place.URL); ok && p.Paper {
			place.Leaf, place.Selector = page.LeafOf(place.Selector), "" // that of the page which was made of the PDF
		}
		out = append(out, Evidence{Place: place, Note: e.Note, Where: string(e.Region)})
	}
	return out
}

// law lists the places in the law that bind; of a rule that does not, those
// of its own days.
func (b builder) law(r audit.Result) []Law {
	out := []Law{}
	entries := r.Binding.Entries
	if len(entries) == 0 {
		entries = r.Rule.Law
	}
	for _, e := range entries {
		if len(e.Countries) > 0 && !slices.ContainsFunc(e.Countries, b.concerns) {
			continue
		}
		act := b.Book.Acts[e.Act]
		out = append(out, Law{
			Act: e.Act, Cite: act.Short(b.Lang), Article: e.Article, URL: act.URL,
			From: e.From.String(), Until: e.Until.String(),
		})
	}
	return out
}

// concerns reports whether a country is the seller's or one of the customers'.
func (b builder) concerns(c law.Country) bool {
	return c == b.shop.Case.Seller || slices.Contains(b.shop.Case.Customers, c)
}

// fix is the remedy of a finding; a rule that passed or does not bind has
// none.
func (b builder) fix(r audit.Result, args map[string]string) Fix {
	out := Fix{Steps: []string{}, Snippets: []Snippet{}}
	switch r.Outcome {
	case check.Fail, check.Warn:
	default:
		return out
	}
	f := r.Rule.Fix
	out.Kind, out.Who, out.Minutes = f.Kind, f.Who, f.Minutes
	t := b.text(r.Rule)
	for _, s := range f.Steps {
		if b.due(s.Interval, s.Countries) && (len(s.Reasons) == 0 || slices.Contains(s.Reasons, r.Verdict.Reason)) {
			if text := fill(t.Steps[s.ID], args); !vain(t.Steps[s.ID], args) {
				out.Steps = append(out.Steps, text)
			}
		}
	}
	if step := b.where(r); step != "" && len(out.Steps) > 0 {
		out.Steps = append(out.Steps, step)
	}
	for _, s := range f.Snippets {
		if b.due(s.Interval, s.Countries) {
			out.Snippets = append(out.Snippets, b.snippets(r.Rule, s)...)
		}
	}
	return out
}

// vain reports whether a step names the ADR bodies of a country of which none
// is known: it would end in nothing.
func vain(text string, args map[string]string) bool {
	return args["adr-bodies"] == "" && strings.Contains(text, "{adr-bodies}")
}

// due reports whether a step or snippet is for this day and these countries.
func (b builder) due(i law.Interval, countries []law.Country) bool {
	return i.Contains(b.shop.Case.Day) && (len(countries) == 0 || slices.ContainsFunc(countries, b.concerns))
}

// snippets are the texts to paste, one for each language of the shop.
func (b builder) snippets(r *rule.Rule, s rule.Snippet) []Snippet {
	has := func(lang string) bool {
		t, ok := r.Text[lang]
		return ok && t.Snippets[s.ID] != "" && (len(s.Languages) == 0 || slices.Contains(s.Languages, lang))
	}
	var out []Snippet
	for _, lang := range b.shopLanguages(has) {
		if has(lang) {
			out = append(out, Snippet{Language: lang, Text: b.pasted(r, s.ID, lang)})
		}
	}
	return out
}
