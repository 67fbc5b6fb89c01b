package report

import "strings"

// translated is a remark in the reader's language. Pages, sources and the
// judge of e-mail addresses write their remarks in English, as a few words
// with an English explanation, a quotation or a declaration behind a colon.
// What has no translation stays as it is.
func (p *printer) translated(area, remark string) string {
	// The classes of refused addresses are keys in every language.
	if remark == "" || p.lang == "en" && !strings.HasPrefix(remark, "address-") {
		return remark
	}
	head, rest, cut := strings.Cut(remark, ": ")
	key := area + slug(head)
	text := p.sayOr(key, head)
	switch key {
	case "why.sample-address", "why.reserved-name", "why.no-reply-address": // the rest explains in English
		return text
	}
	if key == "reading.not-rendered" || key == "reading.no-picture" {
		if why, pages, ok := strings.Cut(rest, " ("); ok {
			rest = p.translated("render.", why) + " (" + pages
		}
	}
	if cut {
		return text + p.say("colon") + rest
	}
	return text
}

// slug is text as a key: letters and digits in lower case, dashes between.
func slug(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}
