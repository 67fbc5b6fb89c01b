package cmd

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"

	"github.com/shoplint/shoplint/pkg/report"
)

// Help in other languages. The English texts of commands and flags stand where
// these are made; the English file holds the words between them.
//
//go:embed text/active.*.yaml
var helpTexts embed.FS

var loadHelp = sync.OnceValues(func() (*i18n.Bundle, error) {
	b := i18n.NewBundle(language.English)
	b.RegisterUnmarshalFunc("yaml", func(data []byte, v any) error { return yaml.Unmarshal(data, v) })
	for _, lang := range report.Languages() {
		name := "text/active." + lang + ".yaml"
		if _, err := b.LoadMessageFileFS(helpTexts, name); err != nil {
			return nil, fmt.Errorf("load %s: %w", name, err)
		}
	}
	return b, nil
})

// phrases says the words of the help in one language.
type phrases struct {
	lang string
	loc  *i18n.Localizer
}

func phrasesOf(lang string) phrases {
	if !slices.Contains(report.Languages(), lang) {
		lang = "en"
	}
	b, err := loadHelp()
	if err != nil {
		return phrases{lang: "en"} // a test reads every file
	}
	// The language alone: English words of its file are no answer for another.
	return phrases{lang, i18n.NewLocalizer(b, lang)}
}

// say is the text of an id, else other. pairs are placeholders and values.
func (p phrases) say(id, other string, pairs ...string) string {
	if p.loc == nil {
		return other
	}
	data := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		data[pairs[i]] = pairs[i+1]
	}
	text, tag, err := p.loc.LocalizeWithTag(&i18n.LocalizeConfig{MessageID: id, TemplateData: data})
	if base, _ := tag.Base(); err != nil || text == "" || base.String() != p.lang {
		return other
	}
	return strings.TrimRight(text, "\n")
}

// word is the text of an id that each language has.
func (p phrases) word(id string, pairs ...string) string { return p.say(id, id, pairs...) }

// commandID is the name of a command among the texts: rules.diff.
func commandID(c *cobra.Command) string {
	path := strings.Fields(c.CommandPath())
	if len(path) == 1 {
		return path[0]
	}
	if id := strings.Join(path[1:], "."); id != "rules.show" {
		return id
	}
	return "explain"
}

func (p phrases) short(c *cobra.Command) string { return p.say(commandID(c)+".short", c.Short) }

func (p phrases) long(c *cobra.Command) string {
	if c.Long == "" {
		return p.short(c)
	}
	return p.say(commandID(c)+".long", c.Long)
}

// flag is what a flag does, and the word for its value.
func (p phrases) flag(c *cobra.Command, f *pflag.Flag) (value, usage string) {
	g := *f
	switch f.Name {
	case "help":
		g.Usage = p.word("flag.help")
	case "version":
		g.Usage = p.word("flag.version")
	default:
		own := commandID(c)
		if c.InheritedFlags().Lookup(f.Name) == f {
			own = commandID(c.Root())
		}
		g.Usage = p.say(own+".flag."+f.Name, p.say("flag."+f.Name, f.Usage))
	}
	value, usage = pflag.UnquoteUsage(&g)
	if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.DefValue != "0s" && f.DefValue != "[]" {
		usage += " " + p.word("default", "Value", f.DefValue)
	}
	return value, usage
}
