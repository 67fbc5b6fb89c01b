package report

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"github.com/shoplint/shoplint/pkg/survey"
)

// dot stands between the items of a line.
const dot = " · "

// head writes the at most five lines of who and what.
func (p *printer) head(r *Report, s *Shop) {
	law := p.say("head.law", "Day", p.day(r.AsOf))
	tool := strings.TrimSpace(r.Tool.Name + " " + r.Tool.Version)
	room := p.wide - width(tool) - width(law) - 2*width(dot)
	p.fitted(strings.Join([]string{tool, middle(shopName(s.Target, p.tongue), room), law}, dot))
	if r.Past {
		p.fitted(p.say("head.past"))
	}
	col := p.column(0, "head.seller", "head.customers", "head.languages")
	p.headLine(col, "head.seller", p.seller(s))
	p.headLine(col, "head.customers", p.customers(s))
	p.headLine(col, "head.languages", p.readings(s))
}

// fitted writes one line and cuts what does not fit: the head has five lines
// and not more, whatever a shop is called.
func (p *printer) fitted(s string) { p.line(fit(s, p.wide)) }

func (p *printer) headLine(col int, key, text string) {
	p.fitted(pad(p.say(key), col) + text)
}

// shopName is a target as people call it: without scheme and last slash.
func shopName(target string, t tongue) string {
	if target == "-" {
		return t.say("head.stdin")
	}
	name := strings.TrimPrefix(strings.TrimPrefix(target, "https://"), "http://")
	if name != target {
		name = strings.TrimSuffix(name, "/")
	}
	return name
}

// seller is the country whose law was applied and how it became known.
func (p *printer) seller(s *Shop) string {
	how := p.sayOr("country-source."+cmp.Or(s.CountrySource, "default"), s.CountrySource)
	if s.CountrySource == "detected" && s.CountrySign != "" {
		how = p.say("country-sign", "Sign", p.sign(s))
		if number, ok := p.numbered(s); ok {
			how = number
		}
	}
	return p.country(s.Country) + " (" + how + ")"
}

// sign is what the country was read off, in words: a key such as "vat", and
// after a space the address it stood on.
func (p *printer) sign(s *Shop) string {
	key, where, _ := strings.Cut(s.CountrySign, " ")
	text := p.sayOr("sign."+key, "")
	if text == "" {
		return s.CountrySign
	}
	if where == "" {
		return text
	}
	return text + dot + place(s, where)
}

// maxNames is how many countries or languages the head names.
const maxNames = 5

// customers is whom the shop sells to.
func (p *printer) customers(s *Shop) string {
	if len(s.SellsTo) == 0 {
		return p.say("head.customers-unknown")
	}
	names := make([]string, len(s.SellsTo))
	for i, c := range s.SellsTo {
		names[i] = p.country(c)
	}
	text := p.few(names)
	if s.SellsToSign != "" {
		key, where, _ := strings.Cut(s.SellsToSign, " ")
		text += " (" + p.sayOr("sign."+key, key)
		if where != "" {
			text += dot + place(s, where)
		}
		text += ")"
	}
	return text + dot + p.addressees(s)
}

// addressees is whom the shop sells to by its kind.
func (p *printer) addressees(s *Shop) string {
	switch s.Profile.Shop {
	case "b2b":
		return p.say("head.traders")
	case "marketplace":
		return p.say("head.marketplace")
	}
	return p.say("head.consumers")
}

// few joins the first names and counts the others.
func (p *printer) few(names []string) string {
	if len(names) <= maxNames {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:maxNames], ", ") + ", +" + strconv.Itoa(len(names)-maxNames)
}

// readings is languages, platform, how much was read and how long it took.
func (p *printer) readings(s *Shop) string {
	var parts []string
	if len(s.Languages) > 0 {
		parts = append(parts, p.few(s.Languages))
	} else {
		parts = append(parts, p.say("head.language-unknown"))
	}
	if s.Platform != "" {
		parts = append(parts, platformName(s.Platform))
	}
	seconds := int(math.Ceil(float64(s.Times.ElapsedMS) / 1000))
	n := len(s.Survey.Pages)
	if s.Source == survey.Live || s.Source == "" {
		parts = append(parts, p.count("head.pages-in", n, "Seconds", strconv.Itoa(max(seconds, 1))))
	} else {
		parts = append(parts, p.count("head.pages", n))
	}
	return strings.Join(parts, dot)
}

// platformName writes a platform as its makers do.
func platformName(id string) string {
	switch id {
	case "woocommerce":
		return "WooCommerce"
	case "prestashop":
		return "PrestaShop"
	case "opencart":
		return "OpenCart"
	case "bigcommerce":
		return "BigCommerce"
	case "ccv", "ccvshop":
		return "CCV Shop"
	case "wordpress":
		return "WordPress"
	case "jtl", "oxid", "jimdo", "wix":
		return map[string]string{"jtl": "JTL-Shop", "oxid": "OXID", "jimdo": "Jimdo", "wix": "Wix"}[id]
	}
	if len(id) > 1 && id[0] >= 'a' && id[0] <= 'z' {
		return strings.ToUpper(id[:1]) + id[1:]
	}
	return id
}
