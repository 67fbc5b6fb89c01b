package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	lib "github.com/ledongthuc/pdf"
)

// Read is a Reader that works in this process. It returns at the limit of time
// at the latest; work on a hostile file that never ends goes on behind it, so
// programs that read files of strangers use Child.
func Read(limits Limits) Reader {
	limits = limits.orDefaults()
	return func(ctx context.Context, body []byte) (*Document, error) {
		ctx, cancel := context.WithTimeout(ctx, limits.Time)
		defer cancel()
		type answer struct {
			doc *Document
			err error
		}
		done := make(chan answer, 1)
		go func() {
			d, err := read(ctx, body, limits)
			done <- answer{d, err}
		}()
		select {
		case a := <-done:
			return a.doc, a.err
		case <-ctx.Done():
			return nil, ended(ctx)
		}
	}
}

// ended is the error of a context: the caller's own, or the limit of time.
func ended(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return ErrTime
	}
	return ctx.Err()
}

// read opens a document and reads its pages. The library panics on many broken
// files; that is an answer like another.
func read(ctx context.Context, body []byte, limits Limits) (doc *Document, err error) {
	if int64(len(body)) > limits.Bytes {
		return nil, fmt.Errorf("%w: %d bytes", ErrTooLong, len(body))
	}
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("%w: %v", ErrBroken, r)
		}
	}()
	file, err := lib.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return nil, opening(err)
	}
	doc = pages(ctx, file, limits)
	if doc.empty() {
		return nil, ErrScanned
	}
	return doc, nil
}

// opening tells a locked file from a broken one.
func opening(err error) error {
	text := strings.ToLower(err.Error())
	if errors.Is(err, lib.ErrInvalidPassword) || strings.Contains(text, "encrypt") {
		return ErrLocked
	}
	return fmt.Errorf("%w: %v", ErrBroken, err)
}

// pages reads leaf after leaf until a limit. One that breaks the library is
// left out, and the document counts as cut.
func pages(ctx context.Context, file *lib.Reader, limits Limits) *Document {
	doc, left := &Document{}, limits.Text
	total := file.NumPage()
	for n := 1; n <= total; n++ {
		if n > limits.Pages || left <= 0 || ctx.Err() != nil {
			doc.Cut = true
			break
		}
		p, ok := leaf(file, n, &left)
		doc.Cut = doc.Cut || !ok || left <= 0
		doc.Pages = append(doc.Pages, p)
	}
	return doc
}

// leaf reads one page within the text that is left.
func leaf(file *lib.Reader, n int, left *int) (p Page, ok bool) {
	p.Number = n
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	raw := file.Page(n)
	text, err := raw.GetPlainText(nil)
	p.Lines = lines(spend(text, left))
	for _, uri := range targets(raw.V) {
		if uri = spend(uri, left); uri != "" {
			p.Links = append(p.Links, Link{URI: uri})
		}
	}
	return p, err == nil
}

// spend takes as much of a text as is left.
func spend(text string, left *int) string {
	text = text[:min(len(text), max(*left, 0))]
	*left -= len(text)
	return strings.ToValidUTF8(text, "")
}

// empty reports that no page has a word of text or a link.
func (d *Document) empty() bool {
	for _, p := range d.Pages {
		if len(p.Lines) > 0 || len(p.Links) > 0 {
			return false
		}
	}
	return true
}
