package config

import (
	"bytes"
	"io"
	"math"
	"net/http"
	"os"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// maxLogo caps a logo, in bytes: it becomes part of every report.
const maxLogo = 256 << 10

// leastContrast is what WCAG 2.2 (1.4.3) asks between words and background.
const leastContrast = 4.5

// agency reads whose name stands on the HTML report.
func (r *reader) agency(n *yaml.Node) {
	a := &r.file.Agency
	r.object(n, "agency", []field{
		{"name", func(n *yaml.Node) { a.Name, _ = r.text(n, "agency.name") }},
		{"logo", func(n *yaml.Node) {
			if s, ok := r.text(n, "agency.logo"); ok {
				a.Logo, a.LogoType = r.logo(n, r.beside(s))
			}
		}},
		{"colour", func(n *yaml.Node) { a.Colour = r.colour(n) }},
	})
	if n.Kind == yaml.MappingNode && a.Name == "" && len(r.faults) == 0 {
		r.add(n, "agency needs a name: a logo without one cannot be read aloud")
	}
}

// logo reads a picture and tells its kind by its first bytes.
func (r *reader) logo(n *yaml.Node, name string) ([]byte, string) {
	f, err := os.Open(name)
	if err != nil {
		r.add(n, "agency.logo: %v", err)
		return nil, ""
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxLogo+1))
	switch {
	case err != nil:
		r.add(n, "agency.logo: %v", err)
	case len(data) > maxLogo:
		r.add(n, "agency.logo is larger than %d kB: it becomes part of every report", maxLogo>>10)
	case picture(data) == "":
		r.add(n, "agency.logo is neither PNG, JPEG, GIF, WebP nor SVG")
	default:
		return data, picture(data)
	}
	return nil, ""
}

// picture is the media type of a picture, "" for anything else.
func picture(data []byte) string {
	switch t := http.DetectContentType(data); t {
	case "image/png", "image/jpeg", "image/gif", "image/webp":
		return t
	}
	if bytes.Contains(data[:min(len(data), 1<<10)], []byte("<svg")) {
		return "image/svg+xml"
	}
	return ""
}

// colour reads #rrggbb and refuses one on which white words cannot be read.
func (r *reader) colour(n *yaml.Node) string {
	s, ok := r.text(n, "agency.colour")
	if !ok {
		return ""
	}
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		r.add(n, "agency.colour %q is no colour: write it like %q, in quotes", s, "#0b57a4")
		return ""
	}
	if c := contrast(uint32(v)); c < leastContrast {
		r.add(n, "agency.colour %s is too light: white words on it have a contrast of %.1f, and need %.1f", s, c, leastContrast)
		return ""
	}
	return strings.ToLower(s)
}

// contrast is that of a colour with white, from 1 to 21, by WCAG 2.2.
func contrast(rgb uint32) float64 {
	part := func(shift uint) float64 {
		c := float64(rgb>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	light := 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
	return 1.05 / (light + 0.05)
}
