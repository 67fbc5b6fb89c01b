package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// Turn is a day on which a rule changes for a shop, in words. EUDate: the day
// is a directive's and no national law is known that sets it.
type Turn struct {
	Day       string   `json:"day"`
	Rule      string   `json:"rule"`
	Topic     string   `json:"topic"`
	Title     string   `json:"title"`
	Level     string   `json:"level"`
	Change    string   `json:"change"` // begins | ends | changes
	EUDate    bool     `json:"eu_date_only"`
	Countries []string `json:"countries"` // of seller and customers, those in which it changes
	LawBefore string   `json:"law_status_before"`
	LawStatus string   `json:"law_status"`
	Before    string   `json:"before"` // outcomes of the pages as they are now
	WouldBe   string   `json:"would_be"`
	Message   string   `json:"message"`
	Law       []Law    `json:"law"`
}

// turns are the days that change something for the shop.
func (b builder) turns() []Turn {
	out := []Turn{}
	for _, t := range b.shop.Turns {
		after := b.result(t.After)
		x := Turn{
			Day: t.Day.String(), Rule: t.Rule.ID, Topic: t.Rule.Topic, Title: after.Title, Level: after.Level,
			Change: change(t), EUDate: t.EUDateOnly(), Countries: codes(t.States),
			LawBefore: t.Before.Binding.State, LawStatus: t.After.Binding.State,
			Before: string(t.Before.Outcome), WouldBe: string(t.After.Outcome), Message: after.Message, Law: after.Law,
		}
		out = append(out, x)
	}
	return out
}

func change(t audit.Turn) string {
	was, is := rule.Judged(t.Before.Binding.State), rule.Judged(t.After.Binding.State)
	switch {
	case !was && is:
		return "begins"
	case was && !is:
		return "ends"
	}
	return "changes"
}

// forecastShop is one shop of a forecast for machines.
type forecastShop struct {
	Target        string   `json:"target"`
	Country       string   `json:"country"`
	CountrySource string   `json:"country_source"`
	SellsTo       []string `json:"sells_to"`
	Turns         []Turn   `json:"turns"`
}

// Forecast writes which rules turn after the day of the report and what each
// shop would get then, its pages being as they are: as "text", "markdown" or
// "json". Other formats are an error.
func Forecast(w io.Writer, r *Report, format string) error {
	r = tidy(r)
	if format == "json" {
		return encode(w, forecastJSON(r))
	}
	p, err := newPrinter(r.Lang, TextOptions{})
	if err != nil {
		return err
	}
	for i := range r.Shops {
		switch format {
		case "text":
			p.forecast(r, &r.Shops[i], i > 0)
		case "markdown":
			p.mdForecast(r, &r.Shops[i])
		default:
			return fmt.Errorf("unknown format %q of a forecast: use text, markdown or json", format)
		}
	}
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write forecast: %w", err)
	}
	return nil
}

func forecastJSON(r *Report) any {
	out := struct {
		Version int            `json:"version"`
		Tool    Tool           `json:"tool"`
		AsOf    string         `json:"as_of"`
		Shops   []forecastShop `json:"shops"`
	}{1, r.Tool, r.AsOf, []forecastShop{}}
	for _, s := range r.Shops {
		out.Shops = append(out.Shops, forecastShop{s.Target, s.Country, s.CountrySource, s.SellsTo, some(s.Turns)})
	}
	return out
}

// forecast writes the block of one shop.
func (p *printer) forecast(r *Report, s *Shop, further bool) {
	if further {
		p.blank()
	}
	p.head(r, s)
	p.blank()
	p.para(0, p.say("forecast.means", "Day", p.day(r.AsOf)))
	if len(s.Turns) == 0 {
		p.blank()
		p.para(0, p.say("forecast.none"))
		return
	}
	for i := range s.Turns {
		t := &s.Turns[i]
		p.blank()
		p.entry(0, 14, p.tint("", t.Day), width(t.Day), cmp.Or(t.Title, t.Rule)+" ("+t.Rule+")")
		p.entry(0, 14, "", 0, p.turn(t))
	}
}

// turn is what happens on the day: how the law changes, where, and what the
// shop would get.
func (p *printer) turn(t *Turn) string {
	parts := []string{p.sayOr("forecast."+t.Change, t.Change)}
	if len(t.Countries) > 0 {
		parts[0] += " (" + strings.Join(t.Countries, ", ") + ")"
	}
	if t.EUDate {
		parts = append(parts, p.say("forecast.eu-date"))
	}
	if t.Change != "ends" {
		parts = append(parts, p.say("would-be", "Word", p.outcomeWord(t.WouldBe)))
	}
	return strings.Join(parts, dot)
}

// outcomeWord is an outcome in words, also of a rule that does not apply.
func (p *printer) outcomeWord(outcome string) string {
	if outcome == "not-applicable" || outcome == "not-in-force" {
		return p.say("forecast.nothing")
	}
	return p.word(outcome)
}

func (p *printer) mdForecast(r *Report, s *Shop) {
	p.md("## `" + mdCode(shopName(s.Target, p.tongue)) + "`")
	p.md(mdText(p.say("forecast.means", "Day", p.day(r.AsOf))))
	if len(s.Turns) == 0 {
		p.md(mdText(p.say("forecast.none")))
		return
	}
	for i := range s.Turns {
		t := &s.Turns[i]
		p.line("- **" + t.Day + "** " + mdText(cmp.Or(t.Title, t.Rule)) + " (`" + mdCode(t.Rule) + "`)" + dot + mdText(p.turn(t)))
	}
	p.blank()
}

// stateName is a state of law in words.
func (p *printer) stateName(state string) string { return p.sayOr("status."+state, state) }

// stateCodes joins countries; all 27 are one word.
func (p *printer) stateCodes(cs []law.Country) string {
	if len(cs) == len(law.States()) {
		return p.say("explain.all")
	}
	return joinCountries(cs)
}
