package adr

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/law"
)

const file = "adr.yaml"

// Load reads adr.yaml. It refuses unknown and doubled keys, and names every
// body that is incomplete, in one error.
func Load(fsys fs.FS) (*Directory, error) {
	raw, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, fmt.Errorf("read directory of dispute resolution bodies: %w", err)
	}
	d := &Directory{}
	if err := yaml.Load(raw, &d.bodies, yaml.WithKnownFields(), yaml.WithUniqueKeys()); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var faults []error
	seen := map[string]bool{}
	for n, b := range d.bodies {
		if seen[b.ID] {
			faults = append(faults, fmt.Errorf("%s: %s stands there twice", file, b.ID))
		}
		seen[b.ID] = true
		if err := b.valid(); err != nil {
			faults = append(faults, fmt.Errorf("%s: entry %d (%s): %w", file, n+1, b.ID, err))
		}
	}
	slices.SortStableFunc(d.bodies, func(a, b Body) int {
		return cmp.Or(strings.Compare(string(a.Country), string(b.Country)), strings.Compare(a.ID, b.ID))
	})
	return d, errors.Join(faults...)
}

func (b Body) valid() error {
	switch {
	case b.ID == "":
		return errors.New("id is missing")
	case !b.Country.Member():
		return fmt.Errorf("country %q is no state of the Union", b.Country)
	case len(b.Names) == 0:
		return errors.New("names are missing")
	case len(b.URLs) == 0:
		return errors.New("urls are missing")
	case b.Sector == "":
		return errors.New("sector is missing")
	case b.Source == "":
		return errors.New("source is missing")
	}
	if err := graded(b.Confidence); err != nil {
		return err
	}
	for _, f := range b.Former {
		if len(f.Names) == 0 || f.Until.IsZero() || f.Source == "" {
			return errors.New("former: names, until and source are needed")
		}
		if err := graded(f.Confidence); err != nil {
			return fmt.Errorf("former: %w", err)
		}
	}
	for lang := range b.Names {
		if len(lang) != 2 {
			return fmt.Errorf("names: %q is no language of two letters", lang)
		}
	}
	for _, s := range b.URLs {
		if err := validURL(s); err != nil {
			return err
		}
	}
	return b.Interval.Valid()
}

// graded wants one of the three grades of confidence.
func graded(c law.Confidence) error {
	switch c {
	case law.Primary, law.Secondary, law.Unverified:
		return nil
	}
	return fmt.Errorf("confidence %q is not primary, secondary or unverified", c)
}

// validURL wants a bare host in lower case with an optional path, so that
// comparing needs no cleaning.
func validURL(s string) error {
	host, path, _ := strings.Cut(s, "/")
	u, err := url.Parse("https://" + s)
	if err != nil {
		return fmt.Errorf("urls: %w", err)
	}
	if u.Host != host || host != cleanHost(host) || !strings.Contains(host, ".") {
		return fmt.Errorf("urls: %q must begin with a host in lower case, without scheme and www", s)
	}
	if path != strings.ToLower(path) || strings.HasSuffix(s, "/") || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("urls: %q must be in lower case, without a slash at the end, query or fragment", s)
	}
	return nil
}
