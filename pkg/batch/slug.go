package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// maxSlug caps the readable part of a file name, in bytes.
const maxSlug = 80

// Slug is the name of a shop's files, without an ending: its host and path in
// letters, digits, dots and hyphens. Where that loses anything of the address,
// a few digits of its hash keep two shops apart.
func Slug(target string) string {
	scheme, rest, found := strings.Cut(target, "://")
	if !found {
		rest = target
	}
	var b strings.Builder
	lost := found && scheme != "https"
	for _, r := range strings.TrimSuffix(rest, "/") {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '-':
			b.WriteRune(r)
		default:
			b.WriteByte('-')
			lost = true
		}
	}
	name := strings.Trim(b.String(), ".-")
	if name != b.String() || len(name) > maxSlug || name == "" {
		lost = true
	}
	name = strings.TrimRight(name[:min(len(name), maxSlug)], ".-")
	if !lost {
		return name
	}
	sum := sha256.Sum256([]byte(target))
	return strings.TrimPrefix(name+"-"+hex.EncodeToString(sum[:3]), "-")
}
