package report

import (
	"strings"

	"github.com/fatih/color"
)

// printer lays out text for people: it knows the language, the width and the
// colours, and keeps what was written.
type printer struct {
	tongue
	out   strings.Builder
	wide  int // columns a line may fill
	all   bool
	quiet bool
	paint map[string]*color.Color

	inlined int // bytes of pictures that stand in an HTML page
}

// The narrowest and the widest a report gets, in columns.
const (
	narrowest = 40
	widest    = 80
)

// newPrinter keeps two columns free at the right, as terminals and mail do.
func newPrinter(lang string, o TextOptions) (*printer, error) {
	t, err := speak(lang)
	if err != nil {
		return nil, err
	}
	w := o.Width
	if w <= 0 || w > widest {
		w = widest
	}
	return &printer{tongue: t, wide: max(w, narrowest) - 2, all: o.All, quiet: o.Quiet, paint: palette(o.Color)}, nil
}

// palette is the colours by verdict. Words carry the verdict, colour only
// repeats it; what the environment says of colours was the caller's to read.
func palette(on bool) map[string]*color.Color {
	p := map[string]*color.Color{
		"fail":    color.New(color.FgRed, color.Bold),
		"warn":    color.New(color.FgYellow, color.Bold),
		"pass":    color.New(color.FgGreen, color.Bold),
		"unclear": color.New(color.FgMagenta, color.Bold),
		"":        color.New(color.Bold),
	}
	for _, c := range p {
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
	}
	return p
}

// tint paints s in the colour of a verdict; "" is bold.
func (p *printer) tint(verdict, s string) string {
	c, ok := p.paint[verdict]
	if !ok {
		c = p.paint["unclear"]
	}
	return c.Sprint(s)
}

// word is the verdict in words: FAIL, CHECK, PASS or UNDECIDED.
func (p *printer) word(verdict string) string {
	return p.sayOr("verdict."+verdict, p.say("verdict.unclear"))
}

// line writes a line that is known to fit. A long word that was broken at two
// colons must not become a command to a build server.
func (p *printer) line(s string) {
	if rest := strings.TrimLeft(s, " "); strings.HasPrefix(rest, "::") {
		s = s[:len(s)-len(rest)] + "…" + rest[1:]
	}
	p.out.WriteString(strings.TrimRight(s, " "))
	p.out.WriteByte('\n')
}

// blank writes an empty line.
func (p *printer) blank() { p.out.WriteByte('\n') }

// para writes text wrapped behind an indent; an empty line in it separates
// paragraphs.
func (p *printer) para(indent int, text string) {
	for i, part := range paragraphs(text) {
		if i > 0 {
			p.blank()
		}
		for _, l := range wrap(part, p.wide-indent, p.wide) {
			p.at(indent, l)
		}
	}
}

// at writes a line from column col on, or further left when it is too long.
func (p *printer) at(col int, l string) {
	p.line(strings.Repeat(" ", max(0, min(col, p.wide-width(l)))) + l)
}

// paragraphs splits text at empty lines.
func paragraphs(text string) []string {
	var out []string
	for part := range strings.SplitSeq(text, "\n\n") {
		if strings.TrimSpace(part) != "" {
			out = append(out, part)
		}
	}
	return out
}

// entry writes a label at an indent and text beside it from column col on.
// taken is the label's width without its colours.
func (p *printer) entry(indent, col int, label string, taken int, text string) {
	p.beside(indent, col, label, taken, wrap(text, p.wide-col, p.wide))
}

// beside is entry for lines that are wrapped already. A label that leaves the
// first of them no room stands alone above it.
func (p *printer) beside(indent, col int, label string, taken int, lines []string) {
	lead, used := strings.Repeat(" ", indent)+label, indent+taken
	if len(lines) == 0 || taken > 0 && (used >= col || width(lines[0]) > p.wide-col) {
		if taken > 0 {
			p.line(lead)
		}
		used, taken = 0, 0
	}
	for i, l := range lines {
		if i == 0 && taken > 0 {
			p.line(lead + strings.Repeat(" ", col-used) + l)
			continue
		}
		p.at(col, l)
	}
}

// entries is entry for several lines under one label.
func (p *printer) entries(indent, col int, label string, texts []string) {
	for _, t := range texts {
		p.entry(indent, col, label, width(label), t)
		label = ""
	}
}

// column is the first column right of the widest of these labels.
func (p *printer) column(indent int, keys ...string) int {
	w := 0
	for _, k := range keys {
		w = max(w, width(p.say(k)))
	}
	return indent + w + 1
}
