package contact

import (
	"strings"
	"unicode/utf8"
)

// Reach is how many bytes of text on either side of an address are weighed.
const Reach = 160

// saysUnread is the phrase beside an address that says nobody reads its mail.
// Only the sentence of the address and the one behind it are about it.
func (j *Judge) saysUnread(c Context) string {
	before := strings.ToLower(tail(c.Before, Reach))
	if i := strings.LastIndexAny(before, ".!?"); i >= 0 {
		before = before[i+1:]
	}
	after := strings.ToLower(head(c.After, Reach))
	for _, phrase := range j.unread {
		if says(after, phrase) || says(before, phrase) {
			return phrase
		}
	}
	return ""
}

// says reports a phrase that does not go on within its last word: "is not
// read" is not "is not ready".
func says(text, phrase string) bool {
	_, rest, ok := strings.Cut(text, phrase)
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !isWord(r)
}

// credited reports that the text right before an address is the wording of the
// line by which a site names its maker: "Webdesign by Atelier Nord, …".
func (j *Judge) credited(before string) bool {
	return j.Credit(tail(before, 60))
}

// Credit reports whether a text ends in, or is, the wording with which a site
// names its maker, with at most a short name behind it.
func (j *Judge) Credit(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	for _, w := range j.credits {
		i := strings.LastIndex(text, w)
		if i < 0 || i > 0 && isWord(rune(text[i-1])) {
			continue
		}
		rest := text[i+len(w):]
		if len(rest) > 40 || strings.ContainsAny(rest, ".!?;") || rest != "" && rest[0] < 0x80 && isWord(rune(rest[0])) {
			continue
		}
		return true
	}
	return false
}

func tail(s string, n int) string {
	if len(s) > n {
		s = strings.ToValidUTF8(s[len(s)-n:], "")
	}
	return s
}

func head(s string, n int) string {
	if len(s) > n {
		s = strings.ToValidUTF8(s[:n], "")
	}
	return s
}
