package survey

import (
	"encoding/json"
	"strings"

	"github.com/shoplint/shoplint/pkg/contact"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Extractor reads the facts that checks and reports share off each page. It
// is safe for concurrent use.
type Extractor struct {
	Host string // of the shop, "" when unknown

	book  *words.Book
	judge *contact.Judge
	quiet *quiet
}

// NewExtractor reads with a vocabulary and a judge of addresses.
func NewExtractor(book *words.Book, judge *contact.Judge) *Extractor {
	return &Extractor{book: book, judge: judge, quiet: newQuiet()}
}

// Facts reads one page.
func (x *Extractor) Facts(p *page.Page) PageFacts {
	host := x.Host
	if host == "" && p.Address != nil {
		host = p.Address.Hostname()
	}
	worth := x.worth(p)
	f := PageFacts{Emails: emails(p, x.judge, host, worth)}
	f.Targets, f.Mentions = targets(p, x.book, worth)
	f.Forms = contactForms(p)
	f.Countries = countrySigns(p)
	f.Platform = platform(p)
	return f
}

// contactForms are the forms with which a customer writes to the seller: a
// text area beside a field for the own address, and no password.
func contactForms(p *page.Page) []Place {
	var out []Place
	for _, f := range p.Forms() {
		var area, mail, secret bool
		for _, fd := range f.Fields {
			name := strings.ToLower(fd.Name + " " + fd.Label + " " + fd.Placeholder)
			area = area || fd.Type == "textarea"
			mail = mail || fd.Type == "email" || strings.Contains(name, "mail")
			secret = secret || fd.Type == "password"
		}
		if area && mail && !secret {
			out = append(out, Place{URL: p.URL, Selector: p.Selector(f.Node), Line: p.Line(f.Node), Visible: true, Pages: 1})
		}
	}
	return out
}

// countrySigns reads the seller's country off structured data: the address
// of an organisation and the prefix of its VAT number.
func countrySigns(p *page.Page) []CountrySign {
	var out []CountrySign
	for _, text := range p.Data() {
		var v any
		if len(text) > 200_000 || json.Unmarshal([]byte(text), &v) != nil {
			continue
		}
		walk(v, 0, func(key, value string) {
			switch key {
			case "addressCountry":
				out = append(out, CountrySign{Country: value, Sign: "address", URL: p.URL})
			case "vatID":
				if len(value) > 4 {
					out = append(out, CountrySign{Country: value[:2], Sign: "vat", URL: p.URL})
				}
			}
		})
	}
	return out
}

// walk visits every string of a JSON value with the key it stands under.
func walk(v any, depth int, visit func(key, value string)) {
	if depth > 12 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			walk(e, depth+1, visit)
		}
	case map[string]any:
		for k, e := range v {
			if s, ok := e.(string); ok {
				visit(k, s)
				continue
			}
			if m, ok := e.(map[string]any); ok && k == "addressCountry" {
				if s, ok := m["name"].(string); ok {
					visit(k, s)
				}
			}
			walk(e, depth+1, visit)
		}
	}
}
