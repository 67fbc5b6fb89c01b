package source

import (
	"errors"
	"net/url"
	"path"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
)

// errElsewhere is the fault of a style sheet that is not in the folder.
var errElsewhere = errors.New("it is not in the folder")

// sheets reads the style sheets of a folder from disk.
type sheets struct{ walk *walk }

// Own is false: what a folder lacks may lie beside it where it is published.
func (s sheets) Own(string) bool { return false }

// Sheet reads the file an address stands for; whatever it is a link to, it
// stays inside.
func (s sheets) Sheet(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", err
	}
	pl := s.walk.place
	if u.Scheme == "file" || !pl.hosts[hostKey(u)] {
		return "", errElsewhere
	}
	p := "/" + strings.TrimPrefix(u.Path, "/")
	for _, m := range pl.mounts {
		rest, ok := strings.CutPrefix(p, m)
		if !ok {
			continue
		}
		name := strings.TrimPrefix(path.Clean("/"+rest), "/")
		if name == "" {
			continue
		}
		body, cut, err := s.walk.tree.read(name, page.MaxSheet)
		if err == nil && !cut {
			return string(body), nil
		}
	}
	return "", errElsewhere
}
