package ident

import "strings"

// placeholder reports numbers that templates are filled with: all digits
// equal, or counting up from 0 or 1, or down from 9. What stands behind a
// letter in the middle (B01 of a Dutch number) does not matter.
func placeholder(n string) bool {
	digits := strings.Trim(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ+*")
	if i := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
		digits = digits[:i]
	}
	if len(digits) >= 6 && strings.Count(digits, digits[:1]) == len(digits) {
		return true
	}
	if len(digits) < 8 { // short numbers count up by chance
		return false
	}
	return strings.HasPrefix("012345678901234567890", digits) ||
		strings.HasPrefix("123456789012345678901", digits) ||
		strings.HasPrefix("987654321098765432109", digits)
}
