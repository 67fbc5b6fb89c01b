package browser

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Files answers for pages that are not on the net: the body and its type.
type Files func(*url.URL) (body []byte, contentType string, ok bool)

// Offline is the host of pages that have none.
const Offline = "shop.invalid"

// Page renders a page that was read and parses what came of it. The page that
// was read is not asked for again. files is nil for a shop on the net.
func (s *Shop) Page(ctx context.Context, p *page.Page, files Files, book *words.Book) (*page.Page, error) {
	src := page.Source{Address: Absolute(p.URL), Body: p.Body, Header: p.Header, Files: files}
	if p.Truncated && files == nil {
		src.Body = nil
	}
	r, err := s.Render(ctx, src)
	if err != nil {
		return nil, err
	}
	in := p.Input
	in.Body, in.Truncated, in.Rendered, in.Lost = r.HTML, r.Truncated, true, r.Lost
	in.Header = http.Header{"Content-Type": {"text/html; charset=utf-8"}}
	if files == nil && moved(p.URL, r.Address) {
		in.Hops = append(append([]string{}, in.Hops...), in.URL)
		in.URL = r.Address
	}
	rendered, err := page.Parse(in, book)
	if err == nil && rendered.Blank() {
		return nil, errBlank
	}
	return rendered, err
}

// errBlank is the cause of a page that its scripts did not fill: nothing may be
// called missing on it.
var errBlank = errors.New("the page stayed empty")

// Absolute is the address a page is rendered under: its own, or one of a host
// that does not exist for a file.
func Absolute(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
		return address
	}
	u := url.URL{Scheme: "http", Host: Offline, Path: path.Clean("/" + filepath.ToSlash(strings.TrimPrefix(address, "-")))}
	return u.String()
}

// moved reports whether scripts gave the page another address; the part after
// # is none.
func moved(before, after string) bool {
	x, _, _ := strings.Cut(before, "#")
	y, _, _ := strings.Cut(after, "#")
	return x != y
}
