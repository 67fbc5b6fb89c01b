package batch_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/crawl"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
	"github.com/shoplint/shoplint/rules"
)

// shops serves two shops; one still links the closed ODR platform.
func shops() *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/tea/":
			fmt.Fprint(w, `<!doctype html><html lang="en"><title>Tea</title><h1>Tea</h1>`)
		case "/rugs/":
			fmt.Fprint(w, `<!doctype html><html lang="en"><title>Rugs</title><h1>Rugs</h1><a href="https://ec.europa.eu/consumers/odr">ODR</a>`)
		default:
			http.NotFound(w, r)
		}
	}))
}

// book is the rule book that is built in.
func book() (b audit.Book, err error) {
	if b.Rules, err = rules.Book(check.Words()); err != nil {
		return b, err
	}
	if b.Words, err = words.Load(rules.FS()); err != nil {
		return b, err
	}
	b.ADR, err = adr.Load(rules.FS())
	return b, err
}

// A batch from another program: it says how a shop is judged, and the package
// does the rest.
func ExampleRun() {
	s := shops()
	defer s.Close()
	dir, err := os.MkdirTemp("", "batch")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	list, err := batch.ReadList(strings.NewReader(s.URL+"/tea/\n"+s.URL+"/rugs/\n"), "clients.txt", batch.ListOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := book()
	if err != nil {
		fmt.Println(err)
		return
	}
	auditor, err := audit.New(b, audit.Options{Day: law.MustDay("2026-11-22"), Only: []string{"odr"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	manners := &batch.Manners{Concurrency: 4}
	judge := func(ctx context.Context, e *batch.Entry) (*batch.Outcome, error) {
		shop, err := auditor.Shop(ctx, e.Target, survey.Live, func(ctx context.Context, sink survey.Sink) (survey.Totals, error) {
			return crawl.Run(ctx, e.Target, crawl.Options{Book: b.Words, Turn: manners, Foreign: true, AllowPrivate: true}, sink)
		})
		if err != nil {
			return nil, err
		}
		rep := report.Build([]*audit.Shop{shop}, report.BuildOptions{Lang: "en", Book: b.Rules, ADR: b.ADR})
		var line, page bytes.Buffer
		if err := report.JSONLines(&line, rep); err != nil {
			return nil, err
		}
		if err := report.HTML(&page, rep); err != nil {
			return nil, err
		}
		return &batch.Outcome{Line: line.Bytes(), Files: map[string][]byte{"html": page.Bytes()}}, nil
	}
	result, err := batch.Run(context.Background(), batch.Options{
		Dir: dir, List: list, Formats: []string{"html"}, Jobs: 2, Version: "1",
		Open: func(json.RawMessage, batch.Leases) (batch.Judge, *batch.Manners, error) { return judge, manners, nil },
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range result.Rows {
		fmt.Println(strings.TrimPrefix(r.Target, s.URL), r.Verdict)
	}
	fmt.Println("exit", result.Exit())
	// Output:
	// /tea/ pass
	// /rugs/ fail
	// exit 1
}
