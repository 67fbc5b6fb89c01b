package page

import "bytes"

// headNoscript gives a text in which the noscript elements before <body> are
// templates. A parser without scripts ends the head at the first picture or
// link in one, and puts that, and the rest of the head, on the page where a
// reader would see it.
func headNoscript(text []byte) []byte {
	head := text
	if i := indexTag(text, "<body"); i >= 0 {
		head = text[:i]
	}
	if indexTag(head, "<noscript") < 0 {
		return text
	}
	var out bytes.Buffer
	out.Grow(len(text) + 256)
	rest := head
	for {
		i := indexTag(rest, "noscript")
		if i < 1 {
			break
		}
		out.Write(rest[:i])
		switch {
		case rest[i-1] == '<':
			out.WriteString("template data-noscript")
		case rest[i-1] == '/' && i > 1 && rest[i-2] == '<':
			out.WriteString("template")
		default:
			out.WriteString("noscript")
		}
		rest = rest[i+len("noscript"):]
	}
	out.Write(rest)
	out.Write(text[len(head):])
	return out.Bytes()
}

// indexTag finds a name in lower or upper case, as all pages write it.
func indexTag(text []byte, name string) int {
	if i := bytes.Index(text, []byte(name)); i >= 0 {
		return i
	}
	return bytes.Index(text, bytes.ToUpper([]byte(name)))
}
