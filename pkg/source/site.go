package source

import (
	"net/url"
	"path"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
)

// place is how a folder lies on the web: which hosts are its own, and under
// which path it is published there.
type place struct {
	base   *url.URL        // where the pages are published; nil for paths only
	hosts  map[string]bool // own hosts without www, "" among them
	mounts []string        // paths it may be published under, ending in "/", the likeliest first
}

func newPlace(base *url.URL) *place {
	pl := &place{base: base, hosts: map[string]bool{"": true}}
	if base != nil {
		pl.own(base)
	}
	pl.mounts = append(pl.mounts, "/") // the folder is the root, where nothing else is known
	return pl
}

// own adds an address that is known to be the folder's own root.
func (pl *place) own(u *url.URL) {
	pl.hosts[hostKey(u)] = true
	if dir := folderOf(u.Path); dir != "/" {
		pl.mounts = append(pl.mounts, dir)
	}
}

// claim adds the canonical address of a page, if it names one, to what is own.
// The page's own address is taken for nothing, so that only an absolute one
// counts.
func (pl *place) claim(t *tree, file string, limit int) {
	body, _, err := t.read(file, limit)
	if err != nil {
		return
	}
	p, err := page.Parse(page.Input{URL: "/", Status: 200, Body: body}, nil)
	if err != nil {
		return
	}
	if u := parsed(p.CanonicalURL()); u != nil && u.Host != "" {
		pl.own(u)
	}
}

// hostKey is a host without www and default port.
func hostKey(u *url.URL) string {
	host := strings.ToLower(u.Host)
	switch u.Scheme {
	case "https":
		host = strings.TrimSuffix(host, ":443")
	case "http":
		host = strings.TrimSuffix(host, ":80")
	}
	return strings.TrimPrefix(host, "www.")
}

// folderOf is an address path up to its last slash.
func folderOf(p string) string { return p[:strings.LastIndexByte(p, '/')+1] }

// address is the address of a page, from its path below the root folder.
func (pl *place) address(webPath string) string {
	if pl.base == nil {
		return (&url.URL{Path: webPath}).EscapedPath()
	}
	u := *pl.base
	u.Path = folderOf(u.Path) + strings.TrimPrefix(webPath, "/")
	return u.String()
}

// find is the file a link leads to, and the path of its address below the
// root folder. own is false for an address of somebody else, or one that is
// no page; file is "" when the page is not there.
func (pl *place) find(t *tree, u *url.URL) (file, webPath string, own bool) {
	if u == nil || u.Scheme == "file" || !pl.hosts[hostKey(u)] {
		return "", "", false
	}
	p := "/" + strings.TrimPrefix(u.Path, "/")
	if file, webPath = pl.below(p, t.serve); file != "" {
		return file, webPath, true
	}
	return "", "", maybePage(p)
}

// paper is find for a PDF; one that is not there is no answer.
func (pl *place) paper(t *tree, u *url.URL) (file, webPath string, own bool) {
	if u.Scheme == "file" || !pl.hosts[hostKey(u)] {
		return "", "", false
	}
	file, webPath = pl.below("/"+strings.TrimPrefix(u.Path, "/"), func(p string) (string, string) {
		clean := path.Clean("/" + p)
		if name := strings.TrimPrefix(clean, "/"); t.papers[name] {
			return name, clean
		}
		return "", ""
	})
	return file, webPath, file != ""
}

// below looks a path up in each place the folder may be published at.
func (pl *place) below(p string, serve func(string) (string, string)) (file, webPath string) {
	for _, m := range pl.mounts {
		rest, ok := strings.CutPrefix(p+"/", m)
		if !ok {
			continue
		}
		rest = strings.TrimSuffix(rest, "/") // the slash that was put there
		if file, webPath = serve("/" + rest); file != "" {
			return file, webPath
		}
	}
	return "", ""
}

// missing is the address of a page that is not there.
func (pl *place) missing(u *url.URL) string {
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
}

// serve looks a path up as web servers do: a folder is its index file, and a
// name without suffix may leave out ".html". The path given back is the one
// the server would redirect to.
func (t *tree) serve(p string) (file, webPath string) {
	clean := path.Clean("/" + p) // ".." never leads above the root
	name := strings.TrimPrefix(clean, "/")
	if name == "" {
		return t.index("."), "/"
	}
	if t.pages[name] {
		if t.index(path.Dir(name)) == name {
			return name, folderOf(clean)
		}
		return name, clean
	}
	if f := t.index(name); f != "" {
		return f, clean + "/"
	}
	for _, suffix := range []string{".html", ".htm", ".xhtml", ".php"} {
		if t.pages[name+suffix] {
			return name + suffix, clean
		}
	}
	return "", ""
}

// maybePage keeps pictures, archives and PDFs apart from missing pages, by the
// suffix. What follows a dot and has a digit in it or is long is no suffix.
func maybePage(p string) bool {
	ext := strings.ToLower(strings.TrimPrefix(path.Ext(p), "."))
	switch ext {
	case "", "html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "cfm", "shtml":
		return true
	case "mp3", "mp4", "woff2", "7z", "m4v", "m4a", "3gp", "jp2":
		return false
	}
	return len(ext) > 5 || strings.ContainsAny(ext, "0123456789-_ ")
}
