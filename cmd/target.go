package cmd

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/idna"

	"github.com/shoplint/shoplint/pkg/crawl"
	"github.com/shoplint/shoplint/pkg/source"
	"github.com/shoplint/shoplint/pkg/survey"
)

// target is one shop to audit.
type target struct {
	name   string // as the report calls it
	source survey.Source
}

// targets reads every argument and names all faulty ones at once.
func targets(args []string) ([]target, error) {
	var out []target
	var faults []error
	stdin := 0
	for _, arg := range args {
		t, err := parseTarget(arg)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if t.source == survey.Stdin {
			stdin++
		}
		out = append(out, t)
	}
	if stdin > 1 {
		faults = append(faults, errors.New("- (standard input) can be given once"))
	}
	return out, errors.Join(faults...)
}

// parseTarget tells a folder, a file, standard input and an address apart.
func parseTarget(arg string) (target, error) {
	if arg == "-" {
		return target{"-", survey.Stdin}, nil
	}
	if arg == "" {
		return target{}, errors.New("an empty target: give an address, a folder, a file or -")
	}
	if info, err := os.Stat(arg); err == nil {
		if info.IsDir() {
			return target{arg, survey.Folder}, nil
		}
		if strings.EqualFold(filepath.Ext(arg), ".har") {
			return target{arg, survey.HAR}, nil
		}
		return target{arg, survey.File}, nil
	}
	return parseAddress(arg)
}

func parseAddress(arg string) (target, error) {
	wrong := func(why string) (target, error) {
		return target{}, fmt.Errorf("%q is no shop: %s; give an address such as https://shop.example, an existing folder or file, or -", arg, why)
	}
	address := arg
	scheme, _, found := strings.Cut(arg, "://")
	switch {
	case found && scheme != "http" && scheme != "https":
		return wrong("addresses begin with http:// or https://, not " + scheme + "://")
	case !found:
		host, _, _ := strings.Cut(arg, "/")
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		switch {
		case pageFile(host):
			return wrong("there is no such file")
		case !strings.Contains(host, ".") || !hostName(host):
			return wrong("no file or folder has this name and it is no host name")
		}
		address = "https://" + arg
	}
	u, err := url.Parse(address)
	if err != nil {
		return wrong("it cannot be read as an address")
	}
	if u.Host == "" || net.ParseIP(u.Hostname()) == nil && !hostName(u.Hostname()) {
		return wrong("it names no host")
	}
	if u.Path == "" {
		u.Path = "/"
	}
	u.Fragment = ""
	return target{u.String(), survey.Live}, nil
}

// pageFile reports whether a word looks like the name of a file, so that a
// typing error in it is not looked up as a host.
func pageFile(word string) bool {
	switch strings.ToLower(filepath.Ext(word)) {
	case ".html", ".htm", ".xhtml", ".php", ".har", ".txt", ".csv", ".json", ".yaml", ".yml":
		return true
	}
	return false
}

// hostName reports whether a word is a host name by RFC 1123, internationalised
// ones included.
func hostName(host string) bool {
	ascii, err := idna.Lookup.ToASCII(strings.TrimSuffix(host, "."))
	if err != nil || len(ascii) > 253 {
		return false
	}
	for _, label := range strings.Split(ascii, ".") {
		if label == "" || len(label) > 63 || strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-") {
			return false
		}
		for _, r := range label {
			if r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') {
				return false
			}
		}
	}
	return true
}

// shown is a target as it may be printed: without a password.
func shown(name string) string {
	u, err := url.Parse(name)
	if err != nil || u.User == nil {
		return name
	}
	u.User = nil
	return u.String()
}

// reader is the source of a target.
func (r *run) reader(t target) func(context.Context, survey.Sink) (survey.Totals, error) {
	files := source.Options{BaseURL: r.baseOf(t), Book: r.book.Words, Paper: r.app.paper()}
	return func(ctx context.Context, sink survey.Sink) (totals survey.Totals, err error) {
		o := r.crawl
		o.Headers = r.headersFor(t)
		sink = r.tune(t, sink)
		if t.source == survey.HAR {
			return r.archived(ctx, t.name, o, sink)
		}
		if x := r.rendererOf(t); x != nil {
			files.Render, o.Render = x.page, x.page
			defer func() { x.finish(&totals) }()
		}
		switch t.source {
		case survey.Stdin:
			return source.Stdin(ctx, r.app.in, files, sink)
		case survey.File:
			return source.File(ctx, t.name, files, sink)
		case survey.Folder:
			return source.Folder(ctx, t.name, files, sink)
		}
		o.Proxy = r.proxyFor(t.name)
		if k := r.keeping[t.name]; k != nil {
			o.Record = k.recorder.Wrap
		}
		return crawl.Run(ctx, t.name, o, sink)
	}
}
