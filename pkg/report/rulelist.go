package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/shoplint/shoplint/pkg/rule"
)

// RuleList writes the rules of a book: as a table for people (format "text",
// titles in lang), or as the catalogue of version 1 (format "json").
func RuleList(w io.Writer, rules []rule.Rule, lang, format string) error {
	p, err := newPrinter(lang, TextOptions{})
	if err != nil {
		return err
	}
	switch format {
	case "json":
		return encode(w, p.catalogue(rules))
	case "text":
		p.ruleTable(rules)
	default:
		return fmt.Errorf("unknown format %q of the rule list: use text or json", format)
	}
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write rule list: %w", err)
	}
	return nil
}

// ruleTable is one block for each rule: id, days, and the title below.
func (p *printer) ruleTable(rules []rule.Rule) {
	id := 0
	for _, r := range rules {
		id = max(id, width(r.ID))
	}
	id = min(id, p.wide/2)
	for i := range rules {
		r := &rules[i]
		from, until := span(r)
		facts := []string{p.sayOr("level-short."+string(r.Level), string(r.Level))}
		if days := p.span(from, until); days != "" {
			facts = append(facts, days)
		}
		p.entry(0, id+2, p.tint("", r.ID), width(r.ID), p.textOf(r).Title)
		p.entry(0, id+2, "", 0, strings.Join(facts, dot))
	}
}
