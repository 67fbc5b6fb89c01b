package page

import (
	"bytes"
	"encoding/json"

	"golang.org/x/net/html/atom"
)

// sniffed is how much of a text is searched for its first tag.
const sniffed = 1 << 18

// holdsHTML reports whether a text holds at least one HTML tag and is not
// something else that quotes HTML: JSON, a feed, a sitemap, a binary file.
func holdsHTML(text []byte) bool {
	text = bytes.TrimLeft(text, " \t\r\n\f\x00")
	if len(text) == 0 || jsonText(text) {
		return false
	}
	first := true
	text = text[:min(len(text), sniffed)]
	for {
		i := bytes.IndexByte(text, '<')
		if i < 0 {
			return false
		}
		text = text[i+1:]
		name := tagName(text)
		if first && name != "" {
			if foreignRoot(name) {
				return false
			}
			first = false
		}
		if name == "!doctype" || atom.Lookup([]byte(name)) != 0 && name != "" {
			return true
		}
	}
}

// binary knows the file formats that are served by mistake most often.
func binary(text []byte) bool {
	for _, magic := range []string{"%PDF-", "\x89PNG", "GIF8", "\xFF\xD8\xFF", "PK\x03\x04", "\x1f\x8b", "RIFF", "wOF", "%!PS"} {
		if bytes.HasPrefix(text, []byte(magic)) {
			return true
		}
	}
	return false
}

func jsonText(text []byte) bool {
	return (text[0] == '{' || text[0] == '[' || text[0] == '"') && json.Valid(text)
}

// foreignRoot are root elements of XML that is no page.
func foreignRoot(name string) bool {
	switch name {
	case "rss", "feed", "urlset", "sitemapindex", "svg", "rdf", "opml", "error", "opensearchdescription":
		return true
	}
	return false
}

// tagName is the name of the tag that begins with text, in lower case, or ""
// when no tag begins there.
func tagName(text []byte) string {
	if len(text) > 8 && text[0] == '!' && bytes.EqualFold(text[:8], []byte("!doctype")) {
		return "!doctype"
	}
	n := 0
	for n < len(text) && n < 24 && (isLetter(text[n]) || n > 0 && '0' <= text[n] && text[n] <= '9') {
		n++
	}
	if n == 0 || n == len(text) || !bytes.ContainsRune([]byte(" \t\r\n\f/>"), rune(text[n])) {
		return ""
	}
	return string(bytes.ToLower(text[:n]))
}
