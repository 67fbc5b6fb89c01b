package crawl

import (
	"net/url"
	"strings"
)

// tongues maps what a language switch says to the language: codes, and the
// names languages give themselves.
var tongues = map[string]string{
	"bg": "bg", "български": "bg", "cs": "cs", "cz": "cs", "čeština": "cs", "česky": "cs", "da": "da", "dk": "da", "dansk": "da",
	"de": "de", "deutsch": "de", "german": "de", "el": "el", "gr": "el", "ελληνικά": "el", "en": "en", "gb": "en", "uk": "en", "english": "en",
	"es": "es", "español": "es", "castellano": "es", "et": "et", "ee": "et", "eesti": "et", "fi": "fi", "suomi": "fi",
	"fr": "fr", "français": "fr", "francais": "fr", "french": "fr", "ga": "ga", "gaeilge": "ga", "hr": "hr", "hrvatski": "hr",
	"hu": "hu", "magyar": "hu", "it": "it", "italiano": "it", "lt": "lt", "lietuvių": "lt", "lv": "lv", "latviešu": "lv",
	"mt": "mt", "malti": "mt", "nl": "nl", "nederlands": "nl", "dutch": "nl", "pl": "pl", "polski": "pl", "pt": "pt", "português": "pt",
	"ro": "ro", "română": "ro", "sk": "sk", "slovenčina": "sk", "slovensky": "sk", "sl": "sl", "slovenščina": "sl", "sv": "sv", "se": "sv", "svenska": "sv",
}

// codes are the two-letter codes of the 24 official languages.
const codes = " bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv "

// code is the language of a tag such as "nl", "nl-BE" or "nl_BE", "" when it
// is none of the 24.
func code(tag string) string {
	tag = strings.ToLower(tag)
	if len(tag) > 2 && (tag[2] == '-' || tag[2] == '_') && len(tag) <= 7 {
		tag = tag[:2]
	}
	if len(tag) != 2 || tag[0] == ' ' || tag[1] == ' ' {
		return ""
	}
	i := strings.Index(codes, tag)
	if i < 0 {
		return ""
	}
	return codes[i : i+2] // not the tag, which is a stretch of a page
}

// hostLanguage is the language a subdomain names.
func hostLanguage(label string) string { return code(label) }

// version is the language version an address belongs to, "" when it does not
// say: first path segment, subdomain, or a language parameter.
func version(u *url.URL) string {
	seg, _, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/")
	if l := code(seg); l != "" {
		return l
	}
	if len(seg) == 5 && (seg[2] == '-' || seg[2] == '_') { // be-nl
		if l := code(seg[3:]); l != "" {
			return l
		}
	}
	if label, _, ok := strings.Cut(u.Hostname(), "."); ok {
		if l := hostLanguage(label); l != "" {
			return l
		}
	}
	if u.RawQuery != "" {
		for p := range strings.SplitSeq(u.RawQuery, "&") {
			name, v, _ := strings.Cut(p, "=")
			switch strings.ToLower(name) {
			case "lang", "language", "lng", "locale", "hl", "sl":
				if l := code(v); l != "" {
					return l
				}
			}
		}
	}
	return ""
}

// front reports whether an address is the front of a language version: no
// path but the language, or the root of a language subdomain.
func front(u *url.URL) bool {
	p := strings.Trim(u.Path, "/")
	return version(u) != "" && (p == "" || code(p) != "" || len(p) == 5 && p[2] != '/' && code(p[3:]) != "")
}

// switches is the language that a link of a language switch leads to, "" when
// it is none.
func switches(text, hreflang string, u *url.URL) string {
	v := version(u)
	if l := code(hreflang); l != "" && (v == "" || v == l) && front(u) {
		return l
	}
	if front(u) {
		return v
	}
	t := strings.ToLower(strings.TrimSpace(text))
	if l := tongues[t]; l != "" && l == v {
		return l
	}
	return ""
}
