package style

import (
	"strings"

	"golang.org/x/net/html"
)

// plainClass is the test of a pseudo-class that hangs on the tree alone, nil
// for one that is not known.
func plainClass(name, arg string) test {
	switch name {
	case "first-child":
		return position{b: 1}.test
	case "last-child":
		return position{b: 1, fromLast: true}.test
	case "first-of-type":
		return position{b: 1, sameTag: true}.test
	case "last-of-type":
		return position{b: 1, sameTag: true, fromLast: true}.test
	case "only-child":
		return together(position{b: 1}.test, position{b: 1, fromLast: true}.test)
	case "only-of-type":
		return together(position{b: 1, sameTag: true}.test, position{b: 1, sameTag: true, fromLast: true}.test)
	case "lang":
		return langTest(arg)
	case "dir":
		return dirTest(strings.ToLower(arg))
	}
	f, ok := elementClasses[name]
	if !ok {
		return nil
	}
	switch name {
	case "root", "scope", "link", "any-link", "-webkit-any-link": // a likeness tells
		return func(_ *matcher, n *html.Node) answer { return f(n) }
	}
	return func(m *matcher, n *html.Node) answer {
		m.further = true
		return f(n)
	}
}

func together(a, b test) test {
	return func(m *matcher, n *html.Node) answer { return min(a(m, n), b(m, n)) }
}

// elementClasses are the pseudo-classes one look at the element answers, as it
// stands when the page has loaded.
var elementClasses = map[string]func(*html.Node) answer{
	"root":             isRoot,
	"scope":            isRoot,
	"empty":            func(n *html.Node) answer { return sure(empty(n)) },
	"link":             isLink,
	"any-link":         isLink,
	"-webkit-any-link": isLink,
	"defined": func(n *html.Node) answer {
		if strings.Contains(n.Data, "-") && n.Namespace == "" {
			return open // a script may define it
		}
		return yes
	},
	"checked": func(n *html.Node) answer {
		switch n.Data {
		case "input":
			t := strings.ToLower(attr(n, "type"))
			return sure((t == "checkbox" || t == "radio") && hasAttr(n, "checked"))
		case "option":
			if !hasAttr(n, "selected") {
				return open // the first of a list is chosen unless another is
			}
			return yes
		}
		return no
	},
	"disabled":   func(n *html.Node) answer { return sure(control(n.Data) && hasAttr(n, "disabled")) },
	"enabled":    func(n *html.Node) answer { return sure(control(n.Data) && !hasAttr(n, "disabled")) },
	"required":   func(n *html.Node) answer { return sure(field(n.Data) && hasAttr(n, "required")) },
	"optional":   func(n *html.Node) answer { return sure(field(n.Data) && !hasAttr(n, "required")) },
	"read-write": func(n *html.Node) answer { return sure(editable(n)) },
	"read-only":  func(n *html.Node) answer { return sure(!editable(n)) },
	"open": func(n *html.Node) answer {
		return sure(n.Data == "details" || n.Data == "dialog" && hasAttr(n, "open")) // a click opens the one
	},
	"valid": ofFields, "invalid": ofFields, "in-range": ofFields, "placeholder-shown": ofFields, "default": ofFields,
}

func isRoot(n *html.Node) answer {
	return sure(n.Parent == nil || n.Parent.Type == html.DocumentNode)
}

func isLink(n *html.Node) answer {
	return sure((n.Data == "a" || n.Data == "area") && hasAttr(n, "href"))
}

// ofFields leaves what hangs on a field's content open, and holds for nothing
// else.
func ofFields(n *html.Node) answer {
	if control(n.Data) || n.Data == "form" {
		return open
	}
	return no
}

func empty(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.CommentNode {
			return false
		}
	}
	return true
}

func control(tag string) bool {
	return field(tag) || tag == "button" || tag == "fieldset" || tag == "option" || tag == "optgroup"
}

func field(tag string) bool { return tag == "input" || tag == "select" || tag == "textarea" }

func editable(n *html.Node) bool {
	if v, ok := lookAttr(n, "contenteditable"); ok && !strings.EqualFold(v, "false") {
		return true
	}
	if hasAttr(n, "readonly") || hasAttr(n, "disabled") {
		return false
	}
	if n.Data == "input" {
		switch strings.ToLower(attr(n, "type")) {
		case "button", "submit", "reset", "image", "checkbox", "radio", "hidden", "file", "range", "color":
			return false
		}
		return true
	}
	return n.Data == "textarea"
}

func lookAttr(n *html.Node, key string) (string, bool) {
	if hasAttr(n, key) {
		return attr(n, key), true
	}
	return "", false
}

// langTest compares with the language set nearest above the element.
func langTest(arg string) test {
	var want []string
	for _, w := range strings.Split(arg, ",") {
		want = append(want, strings.ToLower(strings.Trim(strings.TrimSpace(w), `"'`)))
	}
	return func(m *matcher, n *html.Node) answer {
		m.further = true
		have := strings.ToLower(nearest(n, "lang"))
		for _, w := range want {
			if w != "" && (have == w || strings.HasPrefix(have, w+"-")) {
				return yes
			}
			if strings.HasPrefix(w, "*") {
				return open
			}
		}
		return no
	}
}

// dirTest compares with the direction set nearest above the element.
func dirTest(want string) test {
	return func(m *matcher, n *html.Node) answer {
		m.further = true
		have := strings.ToLower(nearest(n, "dir"))
		if have == "auto" {
			return open
		}
		if have == "" {
			have = "ltr"
		}
		return sure(have == want)
	}
}

func nearest(n *html.Node, key string) string {
	for i := 0; n != nil && i < maxAncestry; n, i = n.Parent, i+1 {
		if v, ok := lookAttr(n, key); ok {
			return v
		}
	}
	return ""
}
