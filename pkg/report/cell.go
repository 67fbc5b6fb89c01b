package report

import "strings"

// cell makes text safe for a spreadsheet, which takes a cell that begins with
// one of a few characters for a formula. Such a cell gets a leading apostrophe.
// A semicolon separates cells where the decimal sign is a comma, so the same
// holds behind it; and a cell has one line, for a second could begin a row.
func cell(s string) string {
	s = oneLine(s)
	parts := strings.SplitAfter(s, ";")
	for i, p := range parts {
		if formula(p) {
			parts[i] = "'" + p
		}
	}
	return strings.Join(parts, "")
}

// formula reports whether a spreadsheet would compute s. The wide forms count
// in East Asian versions; quotes and spaces before the sign do not help.
func formula(s string) bool {
	s = strings.TrimLeft(s, " \u00a0\"")
	for _, sign := range []string{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "|", "%"} {
		if strings.HasPrefix(s, sign) {
			return true
		}
	}
	return false
}

// Cell is text of a shop as a table may hold it: cleaned, on one line, and not
// computed by a spreadsheet.
func Cell(s string) string { return cell(Clean(s)) }
