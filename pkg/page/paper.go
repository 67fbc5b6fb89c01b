package page

import (
	"bytes"
	"context"
	"net/http"
	"path"
	"strconv"
	"strings"

	"github.com/shoplint/shoplint/pkg/words"
)

// Limits for legal texts in PDF, of one shop and of one file in bytes.
const (
	MaxPapers  = 6
	PaperBytes = 8 << 20
)

// Paper reads a document that is no HTML, such as a PDF, and gives it back as
// a plain page in UTF-8, each leaf an element with the id "page-N". cut says
// that there is more than was read. The error says in words for a person why
// nothing could be read.
type Paper func(ctx context.Context, body []byte, title string) (html []byte, cut bool, err error)

// IsPaper reports whether a body is a PDF.
func IsPaper(body []byte) bool {
	return bytes.Contains(body[:min(len(body), 1024)], []byte("%PDF-"))
}

// OnPaper gives an input back with its body as a plain page.
func OnPaper(ctx context.Context, in Input, read Paper, title string) (Input, error) {
	text, cut, err := read(ctx, in.Body, title)
	if err != nil {
		return in, err
	}
	in.Body, in.Truncated, in.Paper = text, in.Truncated || cut, true
	in.Header = http.Header{"Content-Type": {"text/html; charset=utf-8"}}
	in.Sheets = nil
	return in, nil
}

// PaperLink reports whether a link leads to a legal text in PDF: its label says
// so, or it stands in the text of a legal page. The guess is what the text is
// then taken for.
func (p *Page) PaperLink(l Link) (words.Guess, bool) {
	if l.Target == nil || l.NoScript || !strings.EqualFold(path.Ext(l.Target.Path), ".pdf") {
		return words.Guess{}, false
	}
	switch {
	case l.Guess.Kind.Legal() && l.Guess.Score >= 0.5:
		return l.Guess, true
	case p.Kind.Legal() && (l.Region == Main || l.Region == Body):
		return words.Guess{Kind: p.Kind, Language: p.Language, Score: 0.5}, true
	}
	return words.Guess{}, false
}

// LeafOf is the number of the leaf that a selector into a paper names, 0 for
// any other selector.
func LeafOf(selector string) int {
	rest, ok := strings.CutPrefix(selector, "#page-")
	if !ok {
		return 0
	}
	digits, _, _ := strings.Cut(rest, " ")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
