package source

import (
	"context"
	"errors"
	"fmt"
	"path"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// errNotRegular is the fault of a name that became a pipe, a device or a
// folder since the folder was listed.
var errNotRegular = errors.New("not a regular file")

// result is what stays of a page after its tree is gone.
type result struct {
	item  *item
	rec   *survey.Record
	links []link
	bytes int
	err   error
	paper bool // err says why a PDF could not be read
}

// visit reads and inspects one page. It is called from many goroutines.
func (w *walk) visit(ctx context.Context, it *item) result {
	r := result{item: it}
	if it.file == "" {
		r.rec = absent(it)
		return r
	}
	limit := w.o.BodyLimit
	if w.tree.papers[it.file] {
		limit = page.PaperBytes
	}
	body, cut, err := w.tree.read(it.file, limit)
	r.bytes = len(body)
	if err != nil {
		r.err = wayOut(it.file, err)
		return r
	}
	in := page.Input{
		URL: it.url, Requested: it.url, Status: 200, Body: body, Truncated: cut,
		Via: it.via, Purpose: it.via, Depth: it.depth, Linked: it.linked, Hint: it.hint, Sheets: w.sheets,
	}
	if w.tree.papers[it.file] {
		if in, r.err = page.OnPaper(ctx, in, w.o.Paper, path.Base(it.file)); r.err != nil {
			r.paper = true
			return r
		}
	}
	p, err := page.Parse(in, w.o.Book)
	if err != nil {
		r.err = err
		return r
	}
	p, r.rec = w.o.inspect(ctx, p, w.sink)
	r.links = w.place.links(w.tree, p)
	return r
}

// absent is the record of a legal page that is linked and not there, as a
// server would answer it.
func absent(it *item) *survey.Record {
	return &survey.Record{Page: survey.Page{
		URL: it.url, Status: 404, Kind: it.hint.Kind, Language: it.hint.Language,
		Depth: it.depth, Via: it.via, Linked: it.linked,
	}}
}

// read opens a file of the tree; whatever it is a link to, it stays inside.
func (t *tree) read(name string, limit int) ([]byte, bool, error) {
	f, err := t.root.Open(name)
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, false, errors.Join(fmt.Errorf("%s: %w", name, errNotRegular), err)
	}
	return readBody(f, limit)
}

// take hands a page over, in reading order, and plans the wave after this one.
func (w *walk) take(r result) {
	w.totals.Bytes += int64(r.bytes)
	if r.err != nil {
		w.miss(r)
		return
	}
	known := make(map[string]bool, len(r.rec.Links))
	for _, e := range r.rec.Links {
		known[e.To] = true
	}
	for _, l := range r.links {
		it := w.meet(r.item, l)
		// An absolute link in a folder without an address, or one without the
		// suffix, leads to the same page under another name.
		if key := survey.Key(it.url); !known[key] {
			known[key] = true
			r.rec.Links = append(r.rec.Links, survey.Edge{To: key, Guess: l.guess, Region: l.region})
		}
	}
	if r.item.file != "" {
		w.read++
	}
	w.sink.Take(r.rec)
}

// miss reports a file that could not be read. PHP without HTML is a part of
// the program, no page, unless a link says otherwise.
func (w *walk) miss(r result) {
	detail := "may not be read by this user"
	if r.paper {
		detail = r.err.Error()
	} else if errors.Is(r.err, page.ErrNotHTML) {
		if code(r.item.file) && !r.item.hint.Kind.Legal() {
			return
		}
		detail = "the file holds no HTML"
	} else if w.failed == nil {
		w.failed = r.err
	}
	w.sink.Miss(survey.Unread{URL: r.item.url, Cause: survey.Unreadable, Detail: detail, Guess: r.item.hint})
}

// meet is the item a link leads to; a new one is read in the next wave.
func (w *walk) meet(from *item, l link) *item {
	key, depth := l.key(), -1
	if from.depth >= 0 {
		depth = from.depth + 1
	}
	it := w.known[key]
	switch {
	case it == nil:
		it = &item{file: l.file, url: l.url, via: "link", depth: depth, linked: from.linked, hint: l.guess}
		w.known[key] = it
		w.next = append(w.next, it)
	case it.via == "link" && it.depth == depth && l.guess.Score > it.hint.Score:
		it.hint = l.guess // not read before the next wave
	}
	return it
}
