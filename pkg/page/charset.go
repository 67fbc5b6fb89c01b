package page

import (
	"bytes"
	"mime"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// prescan is how far into a body a <meta charset> counts.
const prescan = 1 << 10

// decode gives a body as UTF-8. What decides, in this order: a byte order
// mark, the header, <meta> in the first kilobyte, and whether the bytes are
// valid UTF-8; all others are taken for windows-1252. Bytes that no character
// has become U+FFFD.
func decode(body []byte, contentType string) []byte {
	enc, name, mark := byMark(body)
	body = body[mark:]
	if enc == nil {
		enc, name = declared(body, contentType)
	}
	switch {
	case (enc == nil || name == "utf-8") && utf8.Valid(body):
		return body
	case name == "utf-8":
		return bytes.ToValidUTF8(body, []byte("\uFFFD"))
	case enc == nil:
		enc, _ = charset.Lookup("windows-1252")
	}
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return bytes.ToValidUTF8(body, []byte("\uFFFD"))
	}
	return out
}

// byMark looks for a byte order mark and says how long it is.
func byMark(body []byte) (encoding.Encoding, string, int) {
	for _, m := range []struct{ mark, name string }{
		{"\xEF\xBB\xBF", "utf-8"}, {"\xFE\xFF", "utf-16be"}, {"\xFF\xFE", "utf-16le"},
	} {
		if bytes.HasPrefix(body, []byte(m.mark)) {
			enc, name := charset.Lookup(m.name)
			return enc, name, len(m.mark)
		}
	}
	switch { // no mark, but every second byte of the first tag is empty
	case bytes.HasPrefix(body, []byte("<\x00")):
		enc, name := charset.Lookup("utf-16le")
		return enc, name, 0
	case bytes.HasPrefix(body, []byte("\x00<")):
		enc, name := charset.Lookup("utf-16be")
		return enc, name, 0
	}
	return nil, "", 0
}

// declared is what the header or the first <meta> says. A page whose <meta>
// can be read is not UTF-16, whatever it says.
func declared(body []byte, contentType string) (encoding.Encoding, string) {
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		if enc, name := charset.Lookup(params["charset"]); enc != nil {
			return enc, name
		}
	}
	enc, name := charset.Lookup(metaCharset(body[:min(len(body), prescan)]))
	if name == "utf-16le" || name == "utf-16be" {
		return charset.Lookup("utf-8")
	}
	return enc, name
}

// metaCharset is the label of the first <meta> that names a charset.
func metaCharset(head []byte) string {
	head = bytes.ToLower(head)
	for {
		i := bytes.Index(head, []byte("<meta"))
		if i < 0 {
			return ""
		}
		head = head[i+len("<meta"):]
		tag := head[:max(0, indexOr(head, '>'))]
		if _, after, ok := bytes.Cut(tag, []byte("charset")); ok {
			if label := charsetValue(after); label != "" {
				return label
			}
		}
	}
}

// charsetValue reads the label from what follows the word charset.
func charsetValue(after []byte) string {
	after = bytes.TrimLeft(after, " \t\r\n")
	if len(after) == 0 || after[0] != '=' {
		return ""
	}
	after = bytes.TrimLeft(after[1:], " \t\r\n\"'")
	end := bytes.IndexAny(after, " \t\r\n\"';/")
	if end < 0 {
		end = len(after)
	}
	return string(after[:end])
}

// indexOr is the index of c in b, or the length of b.
func indexOr(b []byte, c byte) int {
	if i := bytes.IndexByte(b, c); i >= 0 {
		return i
	}
	return len(b)
}
