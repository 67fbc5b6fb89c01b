// Package adr is the directory of alternative dispute resolution bodies that
// webshops name (Directive 2013/11/EU Art. 13): who they are, where they are
// found, and since when a body no longer works.
package adr

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
)

// Body is one dispute resolution body, or a gateway to such bodies.
type Body struct {
	ID           string            `yaml:"id"`
	Country      law.Country       `yaml:"country"`            // EU for a body of the whole Union
	Names        map[string]string `yaml:"names"`              // by language, two letters
	URLs         []string          `yaml:"urls"`               // hosts with an optional path, the first is the main one
	Email        string            `yaml:"email,omitempty"`    // as published by the body
	Sector       string            `yaml:"sector"`             // retail, telecom, …; general for the residual body
	Residual     bool              `yaml:"residual,omitempty"` // takes what no sector body covers
	Gateway      bool              `yaml:"gateway,omitempty"`  // leads to bodies, is none itself
	law.Interval `yaml:",inline"`  // From: first day of work; Until: first day no longer
	Confidence   law.Confidence    `yaml:"confidence"`
	Source       string            `yaml:"source"` // what the entry rests on
	// Forms are other ways in which texts write the names, as phrases of the
	// vocabulary (a word that ends in * stands for all that begin so).
	Forms  []string `yaml:"forms,omitempty"`
	Former []Former `yaml:"former,omitempty"` // what it was called, or where it was, before
}

// Former is a name or a place that a body has given up.
type Former struct {
	Names      []string       `yaml:"names"` // phrases, as Forms
	Until      law.Day        `yaml:"until"` // the first day it no longer was
	Confidence law.Confidence `yaml:"confidence"`
	Source     string         `yaml:"source"`
}

// Phrases are all ways in which a text may name the body: its names and their
// other forms, each once.
func (b Body) Phrases() []string {
	var out []string
	for _, lang := range slices.Sorted(maps.Keys(b.Names)) {
		out = append(out, b.Names[lang])
	}
	out = append(out, b.Forms...)
	slices.Sort(out)
	return slices.Compact(out)
}

// Name is the body's name in lang; in English, or else in the language of the
// alphabet's first that it has, where lang has none.
func (b Body) Name(lang string) string {
	if s := b.Names[lang]; s != "" {
		return s
	}
	if s := b.Names["en"]; s != "" {
		return s
	}
	best := ""
	for l := range b.Names {
		if best == "" || l < best {
			best = l
		}
	}
	return b.Names[best]
}

// Works reports whether the body takes complaints on a day.
func (b Body) Works(d law.Day) bool { return b.Contains(d) }

// Directory is all bodies of the rule book.
type Directory struct {
	bodies []Body
}

// All lists every body, by country and id.
func (d *Directory) All() []Body { return slices.Clone(d.bodies) }

// Closed lists the bodies that no longer work on a day.
func (d *Directory) Closed(day law.Day) []Body {
	var out []Body
	for _, b := range d.bodies {
		if !b.Until.IsZero() && !day.Before(b.Until) {
			out = append(out, b)
		}
	}
	return out
}

// ByCountry lists the bodies of a country, working or not; gateways included.
func (d *Directory) ByCountry(c law.Country) []Body {
	var out []Body
	for _, b := range d.bodies {
		if b.Country == c {
			out = append(out, b)
		}
	}
	return out
}

// ByURL is the body an address belongs to: the one with the longest path that
// covers it. It knows subdomains; user information is refused.
func (d *Directory) ByURL(u *url.URL) (Body, bool) {
	if u == nil || u.User != nil {
		return Body{}, false
	}
	host, path := cleanHost(u.Hostname()), strings.ToLower(u.EscapedPath())
	best, found := 0, -1
	for n, b := range d.bodies {
		for _, s := range b.URLs {
			h, p, _ := strings.Cut(s, "/")
			if covers(h, p, host, strings.Trim(path, "/")) && len(s) > best {
				best, found = len(s), n
			}
		}
	}
	if found < 0 {
		return Body{}, false
	}
	return d.bodies[found], true
}

func covers(wantHost, wantPath, host, path string) bool {
	if host != wantHost && !strings.HasSuffix(host, "."+wantHost) {
		return false
	}
	rest, ok := strings.CutPrefix(path, wantPath)
	return ok && (wantPath == "" || rest == "" || rest[0] == '/')
}

func cleanHost(h string) string {
	return strings.TrimPrefix(strings.TrimSuffix(strings.ToLower(h), "."), "www.")
}

// Domains lists the hosts of all bodies, sorted, each once.
func (d *Directory) Domains() []string {
	var out []string
	for _, b := range d.bodies {
		for _, s := range b.URLs {
			host, _, _ := strings.Cut(s, "/")
			out = append(out, host)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
