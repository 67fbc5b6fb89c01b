package contact

import (
	"embed"
	"strings"

	"golang.org/x/text/unicode/norm"
)

//go:embed lists/*.txt
var files embed.FS

// set is a list of words or domains from a file, in comparison form.
type set map[string]struct{}

func (s set) has(w string) bool {
	_, ok := s[w]
	return ok
}

// covers reports whether a host or one of the domains above it is listed.
func (s set) covers(host string) bool {
	for host != "" {
		if s.has(host) {
			return true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return false
}

// list reads a file of the rule data: one entry a line, # begins a comment.
// The files are part of the program, so a missing one is a fault of the build
// that every test sees.
func list(name string) []string {
	b, err := files.ReadFile("lists/" + name + ".txt")
	if err != nil {
		panic("contact: list " + name + " is not embedded")
	}
	var out []string
	for line := range strings.Lines(norm.NFC.String(string(b))) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func setOf(names ...string) set {
	s := set{}
	for _, name := range names {
		for _, w := range list(name) {
			s[w] = struct{}{}
		}
	}
	return s
}

// squeezed is a set whose entries are compared without dots and dashes.
func squeezed(name string) set {
	s := set{}
	for _, w := range list(name) {
		s[squeeze(w)] = struct{}{}
	}
	return s
}

// nameSigns are what people put between the words of a name.
var nameSigns = strings.NewReplacer(".", "", "-", "", "_", "", "+", "")

// squeeze leaves out what people put between the words of a name.
func squeeze(s string) string {
	return nameSigns.Replace(strings.ToLower(s))
}

// The finder's own words. They are read once and never change.
var (
	atWords    = setOf("at")
	dotWords   = setOf("dot")
	roles      = setOf("roles")
	labelWords = setOf("labels")
)
