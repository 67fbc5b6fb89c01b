package contact

import (
	"html"
	"strings"
)

// Script reads the addresses in a program. One that stands there plainly
// has the form FormScript. One that the program first puts together, decodes or
// unescapes and then writes out or links to is a protection that a reader's
// browser undoes: it has the form FormObfuscated.
func Script(code string) []Candidate {
	code = code[:min(len(code), maxScript)]
	out := findPlain(code)
	for i := range out {
		out[i].Form, out[i].How = FormScript, ""
	}
	if !conceals(code) {
		return out
	}
	written := writes(code)
	for _, l := range literals(code) {
		if len(out) >= maxFound {
			break
		}
		out = append(out, l.addresses(written)...)
	}
	return out
}

// conceals reports the marks of a program that hides an address.
func conceals(code string) bool {
	for _, mark := range [...]string{
		"'@'", `"@"`, "'@", `"@`, "@'", `@"`, "&#64", "&#x40", "%40", `\x40`, `\u0040`, "fromCharCode", "atob(",
		"UnCryptMailto", "znvygb:", "document.write",
	} {
		if strings.Contains(code, mark) {
			return true
		}
	}
	return false
}

// writes reports a program that shows what it puts together.
func writes(code string) bool {
	for _, mark := range [...]string{"document.write", "mailto:", "innerHTML", ".href", "textContent", "znvygb:", "UnCryptMailto", "lto:"} {
		if strings.Contains(code, mark) {
			return true
		}
	}
	return false
}

// addresses reads one text of a program.
func (l literal) addresses(written bool) []Candidate {
	if a, ok := l.base64(); ok {
		return []Candidate{{Address: a, Form: writtenForm(written), How: "base64"}}
	}
	if strings.HasSuffix(l.call, "UnCryptMailto") {
		if a, ok := Shifted(l.text); ok {
			return []Candidate{{Address: a, Form: FormObfuscated, How: "shifted"}}
		}
		return nil
	}
	text, how := l.text, ""
	if l.joined {
		how = "joined"
	}
	if plain := html.UnescapeString(text); plain != text {
		text, how = plain, "entity"
	}
	if prefixed(text, "znvygb:") {
		text, how = rot13(text), "rot13"
	}
	if how == "" && l.call != "document.write" {
		return nil // found already, as it stands
	}
	found := findPlain(unescape(text))
	for i := range found {
		found[i].Form, found[i].How = writtenForm(written), "joined"
		found[i].Start, found[i].End = 0, 0
		if how != "" {
			found[i].How = how
		}
	}
	return found
}

func writtenForm(written bool) Form {
	if written {
		return FormObfuscated
	}
	return FormScript
}

// scriptHref reads the code of a javascript: link. What it puts together it
// opens, so every address there is one that a click writes to.
func scriptHref(code string) []Candidate {
	if arg, ok := shiftCall(code); ok {
		if a, ok := Shifted(arg); ok {
			return []Candidate{{Address: a, Form: FormObfuscated, How: "shifted"}}
		}
	}
	return OnClick(unescape(code))
}

// OnClick reads the code of a link or button that writes a mail when pressed.
func OnClick(code string) []Candidate {
	if len(code) > 8<<10 {
		return nil
	}
	found := Script(code)
	if !writes(code) && !strings.Contains(code, "location") {
		return found
	}
	for i := range found {
		found[i].Form = FormObfuscated
		if found[i].How == "" {
			found[i].How = "joined"
		}
	}
	return found
}

// base64 reads the argument of atob.
func (l literal) base64() (Address, bool) {
	if l.call != "atob" && l.call != "window.atob" {
		return Address{}, false
	}
	return Base64(l.text)
}
