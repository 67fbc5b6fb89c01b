package ident

import "strings"

// grouped prints digits in groups of the given sizes, parted by sep.
func grouped(sep string, sizes ...int) func(string) string {
	return func(n string) string {
		var parts []string
		for _, size := range sizes {
			if size < len(n) {
				parts = append(parts, n[:size])
				n = n[size:]
			}
		}
		return strings.Join(append(parts, n), sep)
	}
}

// with prints the number behind a text.
func with(before string) func(string) string {
	return func(n string) string { return before + n }
}
