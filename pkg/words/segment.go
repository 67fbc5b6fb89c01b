package words

import (
	"net/url"
	"strings"
)

// segmentGuess is the guess of one segment.
func (b *Book) segmentGuess(segment string) Guess {
	if s, err := url.PathUnescape(segment); err == nil {
		segment = s
	}
	folded := dropNumbers(Fold(dropExtension(segment)))
	if folded == "" {
		return Guess{}
	}
	if n, ok := b.slugs.exact[folded]; ok {
		return b.guess(b.slugs.meaning[n], exactSlug)
	}
	if strings.Count(folded, " ")+1 > maxSlug {
		return Guess{}
	}
	var room [8]span
	spans := b.slugs.contained(folded, room[:0])
	best, ok := pick(spans)
	if !ok || everyday(best) && uncovered(folded, spans) {
		return Guess{}
	}
	return b.guess(best.meaning, partSlug)
}

// dropExtension takes off the ending of a file that a server makes pages of.
func dropExtension(s string) string {
	i := strings.LastIndexByte(s, '.')
	if i <= 0 || len(s)-i > 6 {
		return s
	}
	switch strings.ToLower(s[i+1:]) {
	case "html", "htm", "xhtml", "shtml", "php", "php5", "asp", "aspx", "jsp", "jsf", "cfm", "do", "pdf", "md":
		return s[:i]
	}
	return s
}

// dropNumbers takes leading and trailing numbers off a folded slug, such as
// the 2 of "2-mentions-legales".
func dropNumbers(s string) string {
	for s != "" {
		i := strings.IndexByte(s, ' ')
		if !digits(s[:max(i, 0)]) {
			break
		}
		s = s[i+1:]
	}
	for s != "" {
		i := strings.LastIndexByte(s, ' ')
		if !digits(s[i+1:]) {
			break
		}
		s = s[:max(i, 0)]
	}
	return s
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
