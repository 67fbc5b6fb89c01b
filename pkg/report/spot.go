package report

import (
	"cmp"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"github.com/shoplint/shoplint/pkg/survey"
)

// spot is a place as tools for source code know it: a relative path and a
// line, 0 where unknown. File says that the path is one of the files checked;
// else it is host and path of an address, which no tool can open. URL is the
// whole address, "" for a file without one.
type spot struct {
	path string
	line int
	url  string
	file bool
}

// spots are the places of a finding. One without evidence stands at the page
// that was read first.
func spots(r *Report, s *Shop, res *Result) []spot {
	var out []spot
	for i := range res.Evidence {
		e := &res.Evidence[i]
		out = append(out, spotOf(r, s, e.URL, e.Line))
	}
	if len(out) == 0 {
		first := s.Target
		if len(s.Survey.Pages) > 0 {
			first = s.Survey.Pages[0].URL
		}
		out = append(out, spotOf(r, s, first, 0))
	}
	return out
}

func spotOf(r *Report, s *Shop, address string, line int) spot {
	out := spot{line: line}
	u, err := url.Parse(address)
	if err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		out.url = address
	}
	switch s.Source {
	case survey.File:
		out.path, out.file = fromDir(r.Dir, s.Target), true
	case survey.Folder:
		out.path, out.file = fromDir(r.Dir, path.Join(filepath.ToSlash(s.Target), fileOf(s, address))), true
	case survey.Stdin:
		out.path = "stdin"
	default:
		if err != nil {
			u = &url.URL{Path: address}
		}
		out.path = u.Host + "/" + strings.TrimPrefix(u.Path, "/")
		if u.RawQuery != "" {
			out.path += "?" + u.RawQuery
		}
	}
	out.path = cmp.Or(strings.Trim(out.path, "/"), "shop")
	return out
}

// fileOf is the file below the checked folder that an address stands for. The
// address the folder will have is read off the page that was read first.
func fileOf(s *Shop, address string) string {
	name := addressPath(address)
	if len(s.Survey.Pages) > 0 {
		base := addressPath(s.Survey.Pages[0].URL)
		base = base[:strings.LastIndexByte(base, '/')+1]
		name = strings.TrimPrefix(name, strings.TrimSuffix(base, "/"))
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return path.Clean("/" + name)
}

func addressPath(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Path
}

// fromDir is a file's name relative to dir, with slashes. What cannot be said
// so keeps its last two parts: a report names no folder outside the project.
func fromDir(dir, name string) string {
	name = filepath.ToSlash(name)
	if !path.IsAbs(name) && !filepath.IsAbs(name) {
		if name = path.Clean(name); !strings.HasPrefix(name, "../") {
			return name
		}
	}
	if rel, err := filepath.Rel(dir, filepath.FromSlash(name)); err == nil && dir != "" && !strings.HasPrefix(rel, "..") {
		return filepath.ToSlash(rel)
	}
	return path.Join(path.Base(path.Dir(name)), path.Base(name))
}

// reference is the spot's path as a relative URI reference.
func (s spot) reference() string {
	parts := strings.Split(s.path, "/")
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(p), ":", "%3A")
	}
	return strings.Join(parts, "/")
}
