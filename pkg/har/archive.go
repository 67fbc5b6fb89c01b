package har

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
)

// Archive is one that was read. It is safe for concurrent use.
type Archive struct {
	Meta  Meta     // zero unless Own
	Own   bool     // shoplint wrote it
	Start string   // the page to begin with
	Pages []string // addresses of its HTML documents, in order, each once
	Notes []string // what a reader should know of it

	answers map[string][]*entry
	shown   map[string]Rendered
}

// Rendered is the page at an address as a browser showed it when the archive
// was made.
func (a *Archive) Rendered(address string) (Rendered, bool) {
	x, ok := a.shown[key(address)]
	return x, ok
}

// File is the body of an answer and its type, for a browser that shows a page
// of the archive.
func (a *Archive) File(address string) (body []byte, contentType string, ok bool) {
	for _, e := range a.answers[key(address)] {
		if e.Response.Status == 200 && e.Response.Content != nil {
			t := e.Response.Content.MimeType
			if e.Response.Content.Encoding == "" {
				t = utf8Type(t, t)
			}
			return e.body(), t, true
		}
	}
	return nil, "", false
}

// Open reads an archive. The error wraps ErrNoArchive when the file is none or
// holds no page.
func Open(path string) (*Archive, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > maxFile {
		return nil, fmt.Errorf("%w: %d MB are more than %d", ErrNoArchive, info.Size()>>20, maxFile>>20)
	}
	return Read(f)
}

// Read reads an archive from r, at most 512 MB.
func Read(r io.Reader) (*Archive, error) {
	var top struct {
		Log *log `json:"log"`
	}
	d := json.NewDecoder(io.LimitReader(r, maxFile))
	if err := d.Decode(&top); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoArchive, place(err))
	}
	if top.Log == nil || top.Log.Entries == nil {
		return nil, fmt.Errorf("%w: there is no log.entries in it", ErrNoArchive)
	}
	if len(top.Log.Entries) > maxEntries {
		return nil, fmt.Errorf("%w: %d entries are more than %d", ErrNoArchive, len(top.Log.Entries), maxEntries)
	}
	a := &Archive{answers: map[string][]*entry{}, shown: map[string]Rendered{}}
	for _, x := range top.Log.Shown {
		a.shown[key(x.URL)] = x
	}
	if top.Log.Meta != nil {
		a.Own, a.Meta = true, *top.Log.Meta
	}
	a.index(top.Log.Entries)
	return a, a.begin()
}

// place says where in the file a fault of its JSON stands.
func place(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("at byte %d: %w", syntax.Offset, err)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the file ends too early")
	}
	return err
}

func (a *Archive) index(entries []*entry) {
	seen := map[string]bool{}
	changed := 0
	for _, e := range entries {
		if e == nil || e.Request == nil || e.Response == nil || e.Request.Method != "GET" {
			continue
		}
		k := key(e.Request.URL)
		if k == "" {
			continue
		}
		a.answers[k] = append(a.answers[k], e)
		if e.Hash != "" && e.Hash != sum(e.body()) {
			changed++
		}
		if e.document() && !seen[k] {
			seen[k] = true
			a.Pages = append(a.Pages, e.Request.URL)
		}
	}
	if changed > 0 {
		a.Notes = append(a.Notes, fmt.Sprintf("the archive was changed after it was made: %d answers do not match their hash", changed))
	}
	if a.Meta.Redacted {
		a.Notes = append(a.Notes, "personal data was masked in the archive")
	}
}

// begin settles the start page: the one that was given to shoplint, else the
// first document, by way of the redirect that led there.
func (a *Archive) begin() error {
	a.Start = a.Meta.Start
	if a.Start == "" && len(a.Pages) > 0 {
		a.Start = a.Pages[0]
	}
	u, err := url.Parse(a.Start)
	if err != nil || u.Host == "" || len(a.answers) == 0 {
		return fmt.Errorf("%w: no page of a shop is in it", ErrNoArchive)
	}
	return nil
}

// document reports whether an exchange gave a page.
func (e *entry) document() bool {
	if e.Response.Status != 200 || e.Response.Content == nil {
		return false
	}
	t := strings.ToLower(e.Response.Content.MimeType)
	return strings.HasPrefix(t, "text/html") || strings.HasPrefix(t, "application/xhtml")
}

func (e *entry) body() []byte {
	if e.Response.Content == nil {
		return nil
	}
	return e.Response.Content.Text
}

// key is an address as requests are matched: without fragment and password,
// tokens left out, as they are when an archive is written.
func key(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	u.Host = strings.ToLower(u.Host)
	if u.Path == "" {
		u.Path = "/"
	}
	return withoutTokens(u.String())
}
