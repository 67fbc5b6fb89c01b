package batch

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/config"
)

// text reads one address a line. What follows a # is a comment, at the start
// of a line or behind a space; an address may hold one too.
func (b *listReader) text(data []byte) {
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = uncomment(line)
		switch {
		case line == "":
		case strings.ContainsAny(line, " \t"):
			b.fault(n, "%q is more than an address: write one a line, and columns in a .csv with a header", clipped(line))
		default:
			b.add(Entry{Target: line, Line: n})
		}
	}
}

func uncomment(line string) string {
	line = strings.TrimSpace(line)
	if strings.HasPrefix(line, "#") {
		return ""
	}
	if i := strings.Index(line, " #"); i >= 0 {
		line = line[:i]
	}
	if i := strings.Index(line, "\t#"); i >= 0 {
		line = line[:i]
	}
	return strings.TrimSpace(line)
}

// clipped is text short enough for a message.
func clipped(s string) string {
	if len(s) <= 100 {
		return s
	}
	return strings.ToValidUTF8(s[:100], "") + "…"
}

// yaml reads a portfolio.
func (b *listReader) yaml(data []byte) error {
	clients, err := config.ParsePortfolio(b.name, data, b.o.Known)
	if err != nil {
		return err
	}
	for _, c := range clients {
		b.add(Entry{Target: c.Shop.Target, Line: c.Shop.At.Line, Name: c.Name, Group: c.Group, Lang: c.Lang, Shop: c.Shop})
	}
	return nil
}
