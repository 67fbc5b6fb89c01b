package contact

import (
	"strings"

	"golang.org/x/net/html"
)

// Attributes reads an address that an element carries in its data attributes
// for a script or a style to put together. A plain address there has no How:
// whether a reader gets to see it depends on the element.
func Attributes(attrs []html.Attribute) (Candidate, bool) {
	var p pieces
	for _, a := range attrs {
		if !strings.HasPrefix(a.Key, "data-") || a.Val == "" || len(a.Val) > maxEncode {
			continue
		}
		key := a.Key[len("data-"):]
		if key == "cfemail" {
			ad, ok := Cloudflare(a.Val)
			return Candidate{Address: ad, Form: FormObfuscated, How: "cloudflare"}, ok
		}
		if key == "mailto-token" {
			ad, ok := Shifted(a.Val)
			return Candidate{Address: ad, Form: FormObfuscated, How: "shifted"}, ok
		}
		if c, ok := encoded(key, a.Val); ok {
			return c, true
		}
		p.take(key, strings.TrimSpace(a.Val))
	}
	return p.join()
}

// encoded reads a whole address out of one attribute.
func encoded(key, value string) (Candidate, bool) {
	if strings.IndexByte(value, '@') >= 0 || prefixed(value, "mailto:") || prefixed(value, "znvygb:") {
		return whole(key, strings.TrimSpace(value))
	}
	if !mailKey(key) && !strings.HasPrefix(value, "bWFpbHRv") { // "mailto" in base64
		return Candidate{}, false
	}
	if a, ok := Base64(value); ok {
		return Candidate{Address: a, Form: FormObfuscated, How: "base64"}, true
	}
	if found := Find(value); len(found) == 1 {
		return Candidate{Address: found[0].Address, Form: FormObfuscated, How: found[0].How}, true
	}
	return Candidate{}, false
}

// whole reads a value that has an at sign: as it is, turned or backwards.
func whole(key, value string) (Candidate, bool) {
	if prefixed(value, "znvygb:") {
		value, key = rot13(value), "rot"
	} else if strings.Contains(key, "rot") {
		value = rot13(value)
	} else if strings.Contains(key, "rev") {
		a, ok := Reversed(value)
		return Candidate{Address: a, Form: FormObfuscated, How: "reversed"}, ok
	}
	c := Candidate{Form: FormScript}
	if strings.Contains(key, "rot") {
		c.Form, c.How = FormObfuscated, "rot13"
	}
	if found := Mailto(value); len(found) > 0 {
		c.Address = found[0].Address
		return c, true
	}
	if a, err := Parse(value); err == nil {
		c.Address = a
		if u := unrotated(c); u.How != "" {
			return u, true
		}
		return c, true
	}
	if found := Find(value); len(found) == 1 && mailKey(key) {
		c.Address, c.How = found[0].Address, found[0].How
		if c.How != "" {
			c.Form = FormObfuscated
		}
		return c, true
	}
	if a, ok := Reversed(value); ok && mailKey(key) {
		return Candidate{Address: a, Form: FormObfuscated, How: "reversed"}, true
	}
	return Candidate{}, false
}

// mailKey reports attribute names that speak of mail.
func mailKey(key string) bool {
	for _, w := range [...]string{"mail", "contact", "addr", "enc", "cloak", "obfus", "protect", "href", "link", "rot", "rev", "b64", "base64"} {
		if strings.Contains(key, w) {
			return true
		}
	}
	return false
}
