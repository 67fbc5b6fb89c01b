package style

import (
	"strings"

	"golang.org/x/net/html"
)

// attribute eats [name operator value flag].
func (p *selectorParser) attribute(c *compound) bool {
	end := endOf(p.rest, '[', ']')
	if end < 0 {
		return false
	}
	inner := selectorParser{rest: strings.TrimSpace(p.rest[1:end])}
	p.rest = p.rest[end+1:]
	p.sel.weight[1]++
	if strings.HasPrefix(inner.rest, "*|") || strings.HasPrefix(inner.rest, "|") {
		inner.rest = inner.rest[strings.IndexByte(inner.rest, '|')+1:]
	}
	name, ok := inner.ident()
	if !ok {
		return false
	}
	name = strings.ToLower(name)
	rest := strings.TrimSpace(inner.rest)
	if rest == "" {
		p.sel.asks = append(p.sel.asks, ask{'[', name})
		c.tests = append(c.tests, func(_ *matcher, n *html.Node) answer {
			return sure(hasAttr(n, name) || name == "open" && n.Data == "details") // a click opens it
		})
		return true
	}
	op := rest[0]
	if op != '=' {
		if len(rest) < 2 || rest[1] != '=' || !strings.ContainsRune("~|^$*", rune(op)) {
			return false
		}
		rest = rest[1:]
	}
	want, flag, ok := attributeValue(strings.TrimSpace(rest[1:]))
	if !ok {
		return false
	}
	p.sel.asks = append(p.sel.asks, ask{'=', name})
	folded := flag == "i" || flag == "" && caseless(name)
	c.tests = append(c.tests, func(_ *matcher, n *html.Node) answer {
		return sure(hasAttr(n, name) && compareAttribute(op, attr(n, name), want, folded))
	})
	return true
}

// attributeValue reads a string or a name, and the flag behind it.
func attributeValue(s string) (value, flag string, ok bool) {
	if s == "" {
		return "", "", false
	}
	if q := s[0]; q == '"' || q == '\'' {
		end := 1
		for end < len(s) && s[end] != q {
			if s[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(s) {
			return "", "", false
		}
		value, s = unescape(s[1:end]), s[end+1:]
	} else {
		p := selectorParser{rest: s}
		if value, ok = p.ident(); !ok || s[0] >= '0' && s[0] <= '9' {
			return "", "", false
		}
		s = p.rest
	}
	flag = strings.ToLower(strings.TrimSpace(s))
	return value, flag, flag == "" || flag == "i" // "s" is known to few browsers
}

// compareAttribute compares by the operator. An empty value is in nothing.
func compareAttribute(op byte, have, want string, folded bool) bool {
	if folded {
		have, want = strings.ToLower(have), strings.ToLower(want)
	}
	switch op {
	case '=':
		return have == want
	case '~':
		return want != "" && !strings.ContainsAny(want, " \t\n\r\f") && hasClass(have, want)
	case '|':
		return have == want || strings.HasPrefix(have, want+"-")
	case '^':
		return want != "" && strings.HasPrefix(have, want)
	case '$':
		return want != "" && strings.HasSuffix(have, want)
	}
	return want != "" && strings.Contains(have, want)
}

// caseless are the attributes of HTML whose values have no case.
func caseless(name string) bool {
	switch name {
	case "accept", "accept-charset", "align", "alink", "axis", "bgcolor", "charset", "checked", "clear", "codetype", "color",
		"compact", "declare", "defer", "dir", "direction", "disabled", "enctype", "face", "frame", "hreflang", "http-equiv",
		"lang", "language", "link", "media", "method", "multiple", "nohref", "noresize", "noshade", "nowrap", "readonly", "rel",
		"rev", "rules", "scope", "scrolling", "selected", "shape", "target", "text", "type", "valign", "valuetype", "vlink":
		return true
	}
	return false
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}
