package report

import (
	"cmp"
	"html"
	"slices"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// where is the step that names the screen of the shop's software on which the
// fix is made; "" where the software is not known, or nothing was seen and the
// rule does not say where its notice goes.
func (b builder) where(r audit.Result) string {
	p, ok := b.Book.Platform(b.survey.Platform)
	place := cmp.Or(r.Rule.Fix.Where, b.placeOf(r), byKind[r.Rule.Fix.Kind])
	if !ok || place == "" {
		return ""
	}
	line := cmp.Or(p.Where[place][b.Lang], p.Where[place]["en"])
	tongue, err := speak(b.Lang)
	if err != nil || line == "" {
		return ""
	}
	return tongue.say("where", "Platform", p.Name, "Line", line)
}

// byKind is where a fix is usually made when neither the rule nor evidence
// says it.
var byKind = map[string]string{"add": "legal", "needs-function": "footer", "needs-file": "product"}

// placeOf is the part of the shop that the first evidence stands in. What must
// be added does not stand anywhere yet.
func (b builder) placeOf(r audit.Result) string {
	if r.Rule.Fix.Kind == "add" || len(r.Verdict.Evidence) == 0 {
		return ""
	}
	e := r.Verdict.Evidence[0]
	switch e.Region {
	case page.Footer:
		return "footer"
	case page.Header, page.Nav:
		return "header"
	}
	switch {
	case e.Kind == words.Product || e.Kind == words.Category:
		return "product"
	case e.Kind == words.Home || e.Kind == "":
		return ""
	}
	return "legal"
}

// gaps are the placeholders of texts to paste that the shop's own pages fill.
// What was not seen there stays a visible gap: a guess would put a wrong fact
// on a legal page.
func (b builder) gaps() map[string]string {
	out := map[string]string{}
	for _, e := range b.survey.Emails.List() {
		if e.Accepted && e.Visible && e.Class == "" && out["e-mail"] == "" {
			out["e-mail"] = e.Address
		}
	}
	for _, ph := range b.survey.Phones.List(b.shop.Case.Seller) {
		if ph.Visible && ph.Legal && out["phone"] == "" {
			out["phone"] = cmp.Or(ph.Printed, ph.Number)
		}
	}
	b.numberGaps(out)
	return out
}

// numberGaps fills in the seller's own numbers, when just one of the kind
// stands where a seller says who it is and its check digits hold.
func (b builder) numberGaps(out map[string]string) {
	var vat, register []string
	for _, i := range b.survey.Identifiers.List() {
		own := i.Form == survey.Text && i.Good() && i.Weight >= survey.Declared && i.Scheme.Country() == string(b.shop.Case.Seller)
		switch {
		case !own:
		case i.Scheme.VAT():
			vat = append(vat, i.Value)
		default:
			register = append(register, i.Value)
		}
	}
	for key, list := range map[string][]string{"vat-number": vat, "register-number": register} {
		if slices.Sort(list); len(slices.Compact(list)) == 1 {
			out[key] = list[0]
		}
	}
}

// pasted is a text to paste with the gaps filled that can be.
func (b builder) pasted(r *rule.Rule, id, lang string) string {
	args := b.gaps()
	for key, value := range args {
		args[key] = html.EscapeString(value) // it goes into a page
	}
	args["adr-bodies"] = b.bodies(lang)
	return fill(r.Text[lang].Snippets[id], args)
}
