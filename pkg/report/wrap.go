package report

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// columns measures text the same way on every machine; the module's default
// would ask the environment.
var columns = &runewidth.Condition{StrictEmojiNeutral: true}

// width is how many terminal columns s takes.
func width(s string) int { return columns.StringWidth(s) }

// pad fills s with spaces up to n columns.
func pad(s string, n int) string {
	if w := width(s); w < n {
		return s + strings.Repeat(" ", n-w)
	}
	return s
}

// fit cuts s to n columns, with an ellipsis when something is lost.
func fit(s string, n int) string {
	if n < 1 {
		return ""
	}
	return columns.Truncate(s, n, "…")
}

// middle cuts s to n columns in the middle: of a path both ends tell.
func middle(s string, n int) string {
	if width(s) <= n || n < 8 {
		return fit(s, n)
	}
	head := columns.Truncate(s, n/2, "")
	return head + columns.TruncateLeft(s, width(s)-(n-width(head)-1), "…")
}

// wrap breaks s at spaces into lines of at most n columns. No-break spaces
// hold. A word longer than that gets a line of its own, and is broken only
// when it is longer than whole columns: half an address is no use to anyone.
func wrap(s string, n, whole int) []string {
	return flow(strings.FieldsFunc(s, breaks), n, max(n, whole))
}

// flow lays words into lines.
func flow(words []string, n, whole int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range words {
		w := width(word)
		if line != "" && used+1+w <= n {
			line, used = line+" "+word, used+1+w
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for w > whole {
			head := chop(word, whole)
			lines, word = append(lines, head), word[len(head):]
			w = width(word)
		}
		line, used = word, w
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// breaks reports whether a line may be broken at r.
func breaks(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// chop is the longest head of word that fits n columns, never empty.
func chop(word string, n int) string {
	if head := columns.Truncate(word, n, ""); head != "" {
		return head
	}
	for i := range word {
		if i > 0 {
			return word[:i]
		}
	}
	return word
}

// rows joins items by dots into lines of at most n columns, and breaks a line
// inside an item only when the item alone is too long.
func rows(items []string, n int) []string {
	var lines []string
	line, used := "", 0
	for _, item := range items {
		w := width(item)
		if line != "" && used+width(dot)+w <= n {
			line, used = line+dot+item, used+width(dot)+w
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line, used = item, w
	}
	return append(lines, line)
}
