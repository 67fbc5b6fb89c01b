package report

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"

	"github.com/shoplint/shoplint/pkg/law"
)

//go:embed text/active.*.yaml
var catalogs embed.FS

// Languages lists the languages reports can be written in, the default first.
func Languages() []string { return []string{"en", "nl", "fr", "de"} }

// loadBundle reads the catalogs, once for the whole run.
var loadBundle = sync.OnceValues(func() (*i18n.Bundle, error) {
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("yaml", func(data []byte, v any) error { return yaml.Unmarshal(data, v) })
	for _, lang := range Languages() {
		name := "text/active." + lang + ".yaml"
		if _, err := b.LoadMessageFileFS(catalogs, name); err != nil {
			return nil, fmt.Errorf("load %s: %w", name, err)
		}
	}
	return b, nil
})

// tongue says the words of the interface in one language.
type tongue struct {
	lang string
	loc  *i18n.Localizer
}

// speak is the tongue for lang, English for a language we do not have.
func speak(lang string) (tongue, error) {
	b, err := loadBundle()
	if err != nil {
		return tongue{}, err
	}
	known := false
	for _, l := range Languages() {
		known = known || l == lang
	}
	if !known {
		lang = Languages()[0]
	}
	return tongue{lang: lang, loc: i18n.NewLocalizer(b, lang)}, nil
}

// say is the text of key with its placeholders filled from pairs of name and
// value. A key without a text gives the key, which a test would see.
func (t tongue) say(key string, pairs ...string) string {
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data(pairs)})
}

// count is say for a text with plural forms; {{.N}} is n.
func (t tongue) count(key string, n int, pairs ...string) string {
	d := data(pairs)
	d["N"] = fmt.Sprint(n)
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: d, PluralCount: n})
}

func (t tongue) localize(c *i18n.LocalizeConfig) string {
	s, _ := t.loc.Localize(c) // a missing text is answered below
	if s == "" {
		return c.MessageID
	}
	return s
}

// sayOr is say for a key that may have no text.
func (t tongue) sayOr(key, other string) string {
	if s := t.say(key); s != key {
		return s
	}
	return other
}

func data(pairs []string) map[string]string {
	d := make(map[string]string, len(pairs)/2+1)
	for i := 0; i+1 < len(pairs); i += 2 {
		d[pairs[i]] = pairs[i+1]
	}
	return d
}

// day writes an ISO day as the language does; what is no day stays as it is.
func (t tongue) day(iso string) string {
	d, err := law.ParseDay(iso)
	if err != nil || t.lang == "en" {
		return iso
	}
	return d.Time().Format(map[string]string{"nl": "02-01-2006", "fr": "02/01/2006", "de": "02.01.2006"}[t.lang])
}

// lastDay is the day before until, which is the first day no longer covered.
func lastDay(until string) string {
	d, err := law.ParseDay(until)
	if err != nil {
		return until
	}
	return d.Add(-1).String()
}

// country is a country's name; EU is "some state of the Union".
func (t tongue) country(code string) string {
	if code == "" || code == string(law.EU) {
		return t.say("country.eu")
	}
	return law.Country(strings.ToUpper(code)).Name(t.lang)
}
