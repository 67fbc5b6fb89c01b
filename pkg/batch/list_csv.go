package batch

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/config"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// column reads one cell into an entry.
type column struct {
	names []string // the first is shown
	read  func(b *listReader, e *Entry, cell string) error
}

// columns are those that a list may have.
func columns() []column {
	return []column{
		{[]string{"target", "address", "website"}, func(_ *listReader, e *Entry, s string) error { e.Target = s; return nil }},
		{[]string{"country"}, func(_ *listReader, e *Entry, s string) (err error) {
			e.Shop.Country, err = law.ParseCountry(s)
			return err
		}},
		{[]string{"sells_to", "customers"}, sellsTo},
		{[]string{"kind", "shop"}, func(_ *listReader, e *Entry, s string) error {
			e.Shop.Kind = strings.ToLower(s)
			_, err := rule.ParseShop(e.Shop.Kind)
			return err
		}},
		{[]string{"sells"}, sells},
		{[]string{"size"}, func(_ *listReader, e *Entry, s string) error {
			e.Shop.Size = strings.ToLower(s)
			_, err := rule.ParseSize(e.Shop.Size)
			return err
		}},
		{[]string{"lang", "language"}, lang},
		{[]string{"name"}, func(_ *listReader, e *Entry, s string) error { e.Name = s; return nil }},
		{[]string{"group"}, func(_ *listReader, e *Entry, s string) error { e.Group = s; return nil }},
		{[]string{"note"}, nil},
	}
}

func sellsTo(_ *listReader, e *Entry, s string) error {
	for _, word := range several(s) {
		c, err := law.ParseCountry(word)
		if err != nil {
			return err
		}
		e.Shop.SellsTo = append(e.Shop.SellsTo, c)
	}
	return nil
}

func sells(_ *listReader, e *Entry, s string) error {
	for _, word := range several(strings.ToLower(s)) {
		if _, err := rule.ParseGoods(word); err != nil {
			return err
		}
		e.Shop.Sells = append(e.Shop.Sells, word)
	}
	return nil
}

func lang(b *listReader, e *Entry, s string) error {
	e.Lang = strings.ToLower(s)
	if known := b.o.Known.Languages; len(known) > 0 && !slices.Contains(known, e.Lang) {
		return fmt.Errorf("lang %q: use %s", s, strings.Join(known, ", "))
	}
	return nil
}

// several splits a cell that holds more than one word.
func several(s string) []string {
	return strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" ,;|/+", c) })
}

// fold is a column's name without case, with one kind of separator.
func fold(name string) string {
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(strings.TrimSpace(name)))
}

func isTarget(name string) bool {
	return name == "url" || slices.Contains(columns()[0].names, name)
}

// csv reads a table whose header maps columns to fields. The separator is the
// one the header has most of: spreadsheets write semicolons in many countries.
func (b *listReader) csv(data []byte) {
	head, _, _ := strings.Cut(string(data), "\n")
	r := csv.NewReader(strings.NewReader(string(data)))
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	for _, c := range ";\t" {
		if strings.Count(head, string(c)) > strings.Count(head, string(r.Comma)) {
			r.Comma = c
		}
	}
	var cols []*column
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			b.fault(wrong.StartLine, "no CSV: %v", wrong.Err)
			if cols == nil {
				return
			}
			continue
		}
		line, _ := r.FieldPos(0)
		switch {
		case cols == nil:
			if cols = b.header(row, line); cols == nil {
				return
			}
		case strings.HasPrefix(row[0], "#") || strings.TrimSpace(strings.Join(row, "")) == "":
		default:
			b.row(cols, row, line)
		}
	}
}

// header finds the field of each column; nil when the table cannot be read.
func (b *listReader) header(row []string, line int) []*column {
	all := columns()
	out := make([]*column, len(row))
	seen, before := map[string]bool{}, len(b.faults)
	var shown []string
	for _, c := range all {
		shown = append(shown, c.names[0])
	}
	for i, cell := range row {
		name := fold(cell)
		at := slices.IndexFunc(all, func(c column) bool { return slices.Contains(c.names, name) })
		if name == "url" {
			at = 0
		}
		switch {
		case name == "" || strings.HasSuffix(name, "_source") || strings.HasSuffix(name, "_sign"):
			out[i] = &column{} // proof of a detected profile
			continue
		case at < 0:
			hint := "use " + strings.Join(shown, ", ")
			if near := rule.Nearest(name, shown); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			b.fault(line, "no column %q: %s", clipped(cell), hint)
			continue
		case seen[all[at].names[0]]:
			b.fault(line, "the column %s stands here twice", all[at].names[0])
		}
		seen[all[at].names[0]] = true
		out[i] = &all[at]
	}
	if !seen["target"] {
		b.fault(line, "no column target: the first line names the columns, as in target,country,sells_to")
	}
	if len(b.faults) > before {
		return nil
	}
	return out
}

// row reads one shop.
func (b *listReader) row(cols []*column, row []string, line int) {
	e := Entry{Line: line, Shop: config.Shop{At: config.Position{File: b.name, Line: line, Column: 1}}}
	before := len(b.faults)
	if len(row) > len(cols) {
		b.fault(line, "%d cells, and the header has %d columns", len(row), len(cols))
	}
	for i, cell := range row[:min(len(row), len(cols))] {
		cell = unquoted(strings.TrimSpace(cell))
		if c := cols[i]; c.read != nil && cell != "" {
			if err := c.read(b, &e, cell); err != nil {
				b.fault(line, "%s: %v", c.names[0], err)
			}
		}
	}
	if e.Target == "" && len(b.faults) == before {
		b.fault(line, "the target is missing")
	}
	if len(b.faults) == before {
		b.add(e)
	}
}

// unquoted takes the apostrophe away that keeps a spreadsheet from computing a
// cell, as our own tables have it.
func unquoted(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && rest != "" && strings.ContainsRune("=+-@|%", rune(rest[0])) {
		return rest
	}
	return cell
}
