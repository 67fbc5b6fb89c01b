package batch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/shoplint/shoplint/pkg/config"
)

// maxList caps a list, in bytes: some 500,000 shops.
const maxList = 64 << 20

// List is a list of shops without fault, each shop once.
type List struct {
	Name    string // of the file, or "standard input"
	Entries []Entry
	Joined  []Joined
}

// Joined is a line that named a shop a second time.
type Joined struct {
	Line, First int    // First is the line that counts
	Target      string // as the second line wrote it
}

// ListOptions say what a list may hold.
type ListOptions struct {
	// Address reads a shop's address as it is typed; nil: http and https
	// addresses only.
	Address func(string) (string, error)
	// Known is what a list may name. Its book is not used.
	Known config.Known
}

// ReadList reads a list of shops: YAML or CSV by the ending of its name, else
// by its first line, else one address a line. A fault of any line refuses the
// whole list; the error is of type Faults then, or of config.Faults for YAML.
func ReadList(r io.Reader, name string, o ListOptions) (*List, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxList+1))
	if err != nil {
		return nil, fmt.Errorf("read the list: %w", err)
	}
	if len(data) > maxList {
		return nil, fmt.Errorf("the list %s is larger than %d MB", name, maxList>>20)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if o.Address == nil {
		o.Address = plainAddress
	}
	b := &listReader{name: name, o: o, list: &List{Name: name}, first: map[string]int{}}
	if !utf8.Valid(data) {
		b.notUTF8(data)
		return nil, b.faults
	}
	switch form(name, data) {
	case "yaml":
		if err := b.yaml(data); err != nil {
			return nil, err
		}
	case "csv":
		b.csv(data)
	default:
		b.text(data)
	}
	if len(b.faults) > 0 {
		return nil, b.faults
	}
	if len(b.list.Entries) == 0 {
		return nil, fmt.Errorf("the list %s names no shop: write one address a line", name)
	}
	return b.list, nil
}

// form is how a list is written.
func form(name string, data []byte) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv":
		return "csv"
	case ".yaml", ".yml":
		return "yaml"
	case ".txt":
		return "text"
	}
	for line := range strings.Lines(string(data[:min(len(data), 64<<10)])) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case strings.HasPrefix(line, "- ") || line == "shops:" || line == "groups:" || strings.HasPrefix(line, "defaults:") || strings.HasPrefix(line, "shops: ["):
			return "yaml"
		case isTarget(fold(strings.Trim(firstCell(line), `"`))):
			return "csv"
		}
		break
	}
	return "text"
}

func firstCell(line string) string {
	if i := strings.IndexAny(line, ",;\t"); i >= 0 {
		return line[:i]
	}
	return line
}

// plainAddress takes http and https addresses.
func plainAddress(s string) (string, error) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return "", fmt.Errorf("%q is no address: write it like https://www.my-shop.eu", s)
	}
	if u.Path == "" {
		u.Path = "/"
	}
	u.Fragment = ""
	return u.String(), nil
}

// listReader collects the shops and the faults of one list.
type listReader struct {
	name   string
	o      ListOptions
	list   *List
	first  map[string]int // index of the entry by its key
	faults Faults
}

// add takes a shop as a line wrote it.
func (b *listReader) add(e Entry) {
	address, err := b.o.Address(e.Target)
	if err == nil {
		err = secretFree(address)
	}
	if err != nil {
		b.fault(e.Line, "%v", err)
		return
	}
	written := e.Target
	e.Target = address
	e.Shop.Target = address
	key := e.Key()
	i, twice := b.first[key]
	if !twice {
		b.first[key] = len(b.list.Entries)
		b.list.Entries = append(b.list.Entries, e)
		return
	}
	if err := b.list.Entries[i].join(&e); err != nil {
		b.fault(e.Line, "this is the shop of line %d, with %v", b.list.Entries[i].Line, err)
		return
	}
	b.list.Joined = append(b.list.Joined, Joined{e.Line, b.list.Entries[i].Line, written})
}

// secretFree refuses a password in an address: it would stand in every report.
func secretFree(address string) error {
	if u, err := url.Parse(address); err != nil || u.User != nil {
		return errors.New("the address holds a password: secrets do not belong in a list; name a variable under headers in a YAML list")
	}
	return nil
}
