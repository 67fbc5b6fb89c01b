package source

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// File reads one HTML file as a whole shop. Links are not followed: each that
// promises a legal page is a survey.Unread with cause "source". The error
// names the file and is page.ErrNotHTML when it holds no HTML.
func File(ctx context.Context, name string, opts Options, sink survey.Sink) (survey.Totals, error) {
	o, base, err := opts.normal()
	if err != nil {
		return survey.Totals{}, err
	}
	if ctx.Err() != nil {
		return interrupted(survey.Totals{}), nil
	}
	body, cut, err := readFile(name, o.BodyLimit)
	if err != nil {
		return survey.Totals{}, err
	}
	in := page.Input{URL: name, Base: "/" + filepath.Base(name), Body: body, Truncated: cut}
	if base != nil {
		in.URL, in.Base = base.String(), ""
	}
	return single(ctx, in, o, sink)
}

// Stdin reads one page from r, as File does. Its address is "-".
func Stdin(ctx context.Context, r io.Reader, opts Options, sink survey.Sink) (survey.Totals, error) {
	o, base, err := opts.normal()
	if err != nil {
		return survey.Totals{}, err
	}
	body, cut, err := awaitBody(ctx, r, o.BodyLimit)
	if ctx.Err() != nil {
		return interrupted(survey.Totals{}), nil
	}
	if err != nil {
		return survey.Totals{}, fmt.Errorf("read standard input: %w", err)
	}
	in := page.Input{URL: "-", Base: "/", Body: body, Truncated: cut}
	if base != nil {
		in.URL, in.Base = base.String(), ""
	}
	return single(ctx, in, o, sink)
}

// single hands over a page that is a whole shop.
func single(ctx context.Context, in page.Input, o Options, sink survey.Sink) (survey.Totals, error) {
	in.Requested, in.Status, in.Via, in.Linked = in.URL, 200, "start", true
	in.Purpose = "start"
	in.Hint = home
	p, err := page.Parse(in, o.Book)
	if err != nil {
		return survey.Totals{}, fmt.Errorf("%w; name a file or pipe that holds a web page", err)
	}
	p, record := o.inspect(ctx, p, sink)
	missing := promised(p)
	sink.Take(record)
	for _, u := range missing {
		sink.Miss(u)
	}
	return survey.Totals{Bytes: int64(len(in.Body)), Stopped: "exhausted", Searched: true}, nil
}

// home is the hint for a page the user named as the shop: its own words win,
// its file name does not.
var home = words.Guess{Kind: words.Home, Score: 1}

func interrupted(t survey.Totals) survey.Totals {
	t.Stopped, t.Interrupted = "interrupted", true
	return t
}
