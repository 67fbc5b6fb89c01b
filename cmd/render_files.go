package cmd

import (
	"io"
	"mime"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/survey"
)

// siteFiles answers for a shop on disk while its pages are rendered: what lies
// below a folder, and nothing outside it.
type siteFiles struct {
	root   *os.Root
	prefix string // of the addresses, with the slash at its end
}

// maxFile is how many bytes of a script or picture are handed to the browser.
const maxFile = 10 << 20

// filesOf are the files beside the pages of a target, nil for one on the net.
// Standard input has none.
func (r *run) filesOf(t target) *siteFiles {
	folder := t.name
	switch t.source {
	case survey.Live, survey.HAR:
		return nil
	case survey.Stdin:
		return &siteFiles{prefix: "/"}
	case survey.File:
		folder = filepath.Dir(t.name)
	}
	s := &siteFiles{prefix: "/"}
	if root, err := os.OpenRoot(folder); err == nil { // the source says what is wrong with it
		s.root = root
	}
	if u, err := url.Parse(r.opts.baseURL); err == nil && r.opts.baseURL != "" {
		s.prefix = strings.TrimSuffix(path.Clean("/"+u.Path), "/") + "/"
	} else if t.source == survey.File {
		s.prefix = strings.TrimSuffix(path.Dir(path.Clean("/"+filepath.ToSlash(t.name))), "/") + "/"
	}
	return s
}

// answer is the file a web server would show for an address.
func (s *siteFiles) answer(u *url.URL) (body []byte, contentType string, ok bool) {
	rest, below := strings.CutPrefix(path.Clean("/"+u.Path), s.prefix)
	if s.root == nil || !below && path.Clean("/"+u.Path)+"/" != s.prefix {
		return nil, "", false
	}
	if !below {
		rest = ""
	}
	for _, name := range []string{rest, rest + ".html", path.Join(rest, "index.html"), path.Join(rest, "index.htm")} {
		if body, ok := s.read(name); ok {
			media := mime.TypeByExtension(path.Ext(name))
			if media == "" {
				media = "text/html"
			}
			return body, media, true
		}
	}
	return nil, "", false
}

func (s *siteFiles) read(name string) ([]byte, bool) {
	if name == "" {
		return nil, false
	}
	f, err := s.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, false
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	body, err := io.ReadAll(io.LimitReader(f, maxFile))
	return body, err == nil
}

func (s *siteFiles) close() {
	if s != nil && s.root != nil {
		s.root.Close()
	}
}

// hook is what the browser asks, nil for a shop on the net.
func (s *siteFiles) hook() browser.Files {
	if s == nil {
		return nil
	}
	return s.answer
}
