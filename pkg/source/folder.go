package source

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// Folder reads every page of a built site: breadth first from its index, in
// document order, then the pages that no link leads to. Links are followed as
// a web server would serve them, and never out of the folder. The error is
// ErrNoPages, wrapped with the folder, when no file of it is a page, and a
// file error that names the first page when none of them may be read.
func Folder(ctx context.Context, root string, opts Options, sink survey.Sink) (survey.Totals, error) {
	o, base, err := opts.normal()
	if err != nil {
		return survey.Totals{}, err
	}
	dir, err := os.OpenRoot(root)
	if err != nil {
		return survey.Totals{}, wayOut(root, err)
	}
	defer dir.Close()
	t, err := plant(ctx, dir, o.MaxFiles)
	if err != nil {
		return survey.Totals{}, wayOut(root, err)
	}
	if o.Paper == nil {
		t.papers = nil
	}
	w := &walk{o: o, tree: t, place: newPlace(base), sink: sink, known: map[string]*item{}}
	w.sheets = page.NewSheets(sheets{w})
	w.start()
	w.follow(ctx)
	w.unlinked(ctx)
	w.follow(ctx) // what only unlinked pages promise
	if ctx.Err() == nil && w.read == 0 {
		return w.totals, fmt.Errorf("%s: %w", root, w.why())
	}
	return w.end(ctx), nil
}

// item is a page to read.
type item struct {
	file   string // below the root folder; "" for a page that is not there
	url    string
	via    string
	depth  int
	linked bool
	hint   words.Guess // the best that a link promised
}

// walk is one reading of a folder.
type walk struct {
	o      Options
	tree   *tree
	place  *place
	sink   survey.Sink
	sheets *page.Sheets
	totals survey.Totals
	read   int              // pages taken
	failed error            // the first page that could not be opened
	known  map[string]*item // by file
	next   []*item          // the wave after this one
}

// start makes the first wave. What the first page calls its canonical address
// is where the folder is published, so absolute links to there stay inside.
func (w *walk) start() {
	names := w.tree.starts()
	if len(names) > 0 {
		w.place.claim(w.tree, names[0], w.o.BodyLimit)
	}
	for _, name := range names {
		it := &item{file: name, url: w.addressOf(name), via: "start", linked: true}
		if len(names) == 1 {
			it.hint = home
		}
		w.known[name] = it
		w.next = append(w.next, it)
	}
}

// addressOf is the address of a page that no link names.
func (w *walk) addressOf(name string) string {
	_, webPath := w.tree.serve("/" + name)
	return w.place.address(webPath)
}

// follow reads wave after wave until no link leads on.
func (w *walk) follow(ctx context.Context) {
	for len(w.next) > 0 {
		now := w.next
		w.next = nil
		w.wave(ctx, now)
	}
}

// unlinked reads what is left, by name.
func (w *walk) unlinked(ctx context.Context) {
	var rest []*item
	for name := range w.tree.pages {
		if w.known[name] == nil {
			rest = append(rest, &item{file: name, url: w.addressOf(name), via: "unlinked", depth: -1})
		}
	}
	slices.SortFunc(rest, func(a, b *item) int { return strings.Compare(a.file, b.file) })
	for _, it := range rest {
		w.known[it.file] = it
	}
	w.wave(ctx, rest)
}

// goesOn is false when time or bytes are up.
func (w *walk) goesOn(ctx context.Context) bool {
	return ctx.Err() == nil && w.totals.Bytes < w.o.MaxBytes
}

// why there was nothing to read.
func (w *walk) why() error {
	if w.failed != nil {
		return w.failed
	}
	if len(w.tree.locked) > 0 {
		return wayOut(w.tree.locked[0], os.ErrPermission)
	}
	return fmt.Errorf("%w; name the folder that holds index.html", ErrNoPages)
}

// end says how the reading ended, and names what could not be opened.
func (w *walk) end(ctx context.Context) survey.Totals {
	slices.Sort(w.tree.locked)
	for _, name := range w.tree.locked {
		w.sink.Miss(survey.Unread{URL: w.place.address("/" + name), Cause: survey.Unreadable, Detail: "may not be read by this user"})
	}
	t := w.totals
	t.Stopped, t.Searched = "exhausted", true
	switch {
	case ctx.Err() != nil:
		t.Searched = false
		return interrupted(t)
	case w.tree.full || !w.goesOn(ctx):
		t.Stopped, t.Searched = "budget", false
	}
	return t
}
