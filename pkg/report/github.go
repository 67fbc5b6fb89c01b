package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxAnnotations is how many errors, and how many warnings, GitHub keeps of
// one step.
const maxAnnotations = 10

// GitHub writes workflow commands that GitHub Actions shows beside the code:
// at most ten errors and ten warnings; one notice counts what is left. The
// last line is for people who read the log.
func GitHub(w io.Writer, r *Report) error {
	r = tidy(r)
	p, err := newPrinter(r.Lang, TextOptions{})
	if err != nil {
		return err
	}
	shown, rest := map[string]int{}, 0
	for i := range r.Shops {
		s := &r.Shops[i]
		for _, res := range arrange(s, r.AsOf, true).full {
			g := grade(res)
			if g == gradeNote || shown[g] == maxAnnotations {
				rest++
				continue
			}
			shown[g]++
			p.annotation(r, s, res, g)
		}
	}
	if rest > 0 {
		p.command("notice", []string{"title", "shoplint"}, p.count("github.rest", rest))
	}
	p.resultLine(r)
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write github annotations: %w", err)
	}
	return nil
}

// annotation is one finding. Only a file that was checked can be opened at its
// place; of an address the text says where.
func (p *printer) annotation(r *Report, s *Shop, res *Result, grade string) {
	at := spots(r, s, res)[0]
	var props []string
	text := p.advice(res)
	if at.file {
		props = append(props, "file", at.path)
		if at.line > 0 {
			props = append(props, "line", strconv.Itoa(at.line))
		}
	} else {
		text = at.path + "\n" + text
	}
	p.command(grade, append(props, "title", headline(res)+" ("+res.Rule+")"), text)
}

// command writes one workflow command; props are names and values in turn.
func (p *printer) command(name string, props []string, text string) {
	p.out.WriteString("::" + name)
	for i := 0; i+1 < len(props); i += 2 {
		sep := ","
		if i == 0 {
			sep = " "
		}
		p.out.WriteString(sep + props[i] + "=" + commandProperty.Replace(props[i+1]))
	}
	p.out.WriteString("::" + commandText.Replace(text) + "\n")
}

// What a workflow command writes otherwise: in its text, and in its properties.
var (
	commandText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// resultLine is the verdict with its counts over all shops, known and ignored
// findings among them.
func (p *printer) resultLine(r *Report) {
	var c counts
	for i := range r.Shops {
		c.add(tally(&r.Shops[i]))
	}
	p.out.WriteString(p.say("label.result") + " " + p.word(r.Gate.Verdict) + dot + strings.Join(p.counted(c), dot) + "\n")
}
