package report

import (
	"net/url"
	"strings"
)

// mdText is foreign text as one line of Markdown: no character of it means
// anything. Words that a renderer would make a link or a mention of stand as
// code, where nothing is.
func mdText(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if links(w) {
			words[i] = "`" + mdCode(w) + "`"
			continue
		}
		words[i] = mdEscape(w)
	}
	return strings.Join(words, " ")
}

// links reports whether a renderer may make a link, a mention or a reference
// of a word.
func links(w string) bool {
	lower := strings.ToLower(w)
	return strings.Contains(lower, "://") || strings.Contains(lower, "www.") || strings.ContainsAny(w, "@#") ||
		strings.Contains(lower, "mailto:") || strings.Contains(lower, "xmpp:")
}

// mdEscape puts a backslash before every sign of ASCII that Markdown may read,
// and writes < > & as entities, which hold in HTML too.
func mdEscape(w string) string {
	var b strings.Builder
	for _, r := range w {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case strings.ContainsRune("\\`*_{}[]#!|~$^", r), strings.ContainsRune("-+=.)", r) && begins(w):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// begins reports whether a word could begin a list, a rule or a heading where
// it stands first: dashes and the like alone, or a number with a point.
func begins(w string) bool {
	if strings.Trim(w, "-+=") == "" {
		return true
	}
	number := strings.TrimRight(w, ".)")
	return len(number) == len(w)-1 && strings.Trim(number, "0123456789") == ""
}

// mdCode is text inside a code span.
func mdCode(s string) string {
	s = strings.ReplaceAll(oneLine(s), "`", "'")
	if s == "" {
		return " "
	}
	return s
}

// mdBlock is text as a fenced block: the fence is longer than any in it.
func mdBlock(s string) string {
	fence := "```"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	return fence + "html\n" + strings.Trim(s, "\n") + "\n" + fence + "\n"
}

// link is an address of the law as a link target, "" when it is none: http or
// https, with every sign encoded that could end the link.
func link(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(u.Host, "()<>[]\"' \\`") {
		return ""
	}
	return linkSafe.Replace(u.String())
}

var linkSafe = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "[", "%5B", "]", "%5D", " ", "%20", "\"", "%22", "'", "%27", "`", "%60", "\\", "%5C", "|", "%7C")

// mdLaw is a citation, linked where the law has an address.
func (p *printer) mdLaw(l Law) string {
	text := mdText(p.citation(l))
	if to := link(l.URL); to != "" {
		return "[" + text + "](" + to + ")"
	}
	return text
}
