package source

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// heap is a sink that keeps everything.
type heap struct {
	mu        sync.Mutex
	inspected int
	records   []*survey.Record
	missed    []survey.Unread
}

func (h *heap) Inspect(p *page.Page) *survey.Record {
	h.mu.Lock()
	h.inspected++
	h.mu.Unlock()
	return &survey.Record{Page: survey.PageOf(p)}
}

func (h *heap) Take(r *survey.Record) { h.records = append(h.records, r) }
func (h *heap) Miss(u survey.Unread)  { h.missed = append(h.missed, u) }
func (h *heap) Want() survey.Want     { return survey.Want{} }
func (h *heap) byURL(u string) *survey.Record {
	for _, r := range h.records {
		if r.Page.URL == u {
			return r
		}
	}
	return nil
}

// urls is the addresses in the order they were taken.
func (h *heap) urls() string {
	var out []string
	for _, r := range h.records {
		out = append(out, r.Page.URL)
	}
	return strings.Join(out, " ")
}

// vocabulary is a book of a few words.
func vocabulary(t testing.TB) *words.Book {
	t.Helper()
	b, err := words.Load(fstest.MapFS{
		"words/nl.yaml": {Data: []byte(`kinds:
  contact: {labels: [Contact, Neem contact op], slugs: [contact]}
  terms: {labels: [Algemene voorwaarden], slugs: [voorwaarden]}
  privacy: {labels: [Privacybeleid], slugs: [privacy]}
`)},
		"words/fr.yaml": {Data: []byte(`kinds:
  terms: {labels: [Conditions générales], slugs: [cgv]}
`)},
		"words/platforms.yaml": {Data: []byte("{}\n")},
		"targets.yaml":         {Data: []byte("{}\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// grow writes a folder of files.
func grow(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// a is a link without a label that promises anything.
func a(hrefs ...string) string {
	var b strings.Builder
	b.WriteString("<!doctype html><title>x</title><p>")
	for _, h := range hrefs {
		b.WriteString(`<a href="` + h + `">verder</a> `)
	}
	return b.String()
}
