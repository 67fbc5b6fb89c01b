package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "Geschil? Klik hier.", "Geschil? Klik hier."},
		{"letters of all scripts", "Größe ☎ Ελλάδα", "Größe ☎ Ελλάδα"},
		{"colour", "a\x1b[31;1mred\x1b[0mb", "aredb"},
		{"title", "a\x1b]0;owned\x07b", "ab"},
		{"title ended by ST", "a\x1b]8;;http://x\x1b\\b", "ab"},
		{"open string", "a\x1b]0;not ended", "a0;not ended"},
		{"lone escape", "a\x1b", "a"},
		{"one-byte CSI", "a\u009b2Jb", "ab"},
		{"one-byte OSC", "a\u009d0;x\u009cb", "ab"},
		{"character set", "a\x1b(0b", "ab"},
		{"broken sequence", "a\x1b[3é", "aé"},
		{"controls", "a\x00\x08\x7fb", "ab"},
		{"bidi", "a\u202e\u2066b\u2069\u200f", "ab"},
		{"zero width", "a\u200bb\u2060c\ufeffd\u00ade", "abcde"},
		{"joiner between latin letters", "a\u200db", "ab"},
		{"joiner in an emoji", "👩\u200d🍳", "👩\u200d🍳"},
		{"separators", "a\tb\r\nc\u2028d\u0085e", "a b  c d e"},
		{"invalid", "a\xffb", "a\uFFFDb"},
		{"piled accents", "a" + strings.Repeat("\u0301", 50) + "b", "a\u0301\u0301\u0301b"},
		{"tags", "a\U000E0041\U000E0042b", "ab"},
		{"letters that print as nothing", "a\u3164b", "ab"},
	}
	for _, tt := range tests {
		if got := Clean(tt.in); got != tt.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
	if got := CleanText("a\r\nb\rc\n\x1b[1md"); got != "a\nb\nc\nd" {
		t.Errorf("CleanText = %q", got)
	}
	if got := Clean(strings.Repeat("é", 2*maxString)); utf8.RuneCountInString(got) != maxString {
		t.Errorf("%d runes came through", utf8.RuneCountInString(got))
	}
}

// nasty draws text with a good share of what Clean is there for.
func nasty() *rapid.Generator[string] {
	bits := rapid.SampledFrom([]string{
		"\x1b", "[", "]", "0;", "\x07", "\\", "m", "\u009b", "\u009c", "\u009d", "\u0090", "\x00", "\x7f", "\r", "\n", "\t",
		"\u0085", "\u2028", "\u202e", "\u2066", "\u200b", "\u200c", "\u200d", "\u0301", "\u20dd", "\ufe0f", "👩", "a", " ",
		"\u00a0", "\xff", "\xc2", "漢", "\U000E0020", "/", "a-long-word-without-any-space-in-it-at-all", "{{.N}}", "🇧🇪", "क्", "ZZ",
	})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(bits, 0, 40).Draw(t, "bits"), "") + rapid.String().Draw(t, "any")
	})
}

// dangerous finds a rune that a terminal would not print as a letter.
func dangerous(s string) (rune, bool) {
	for _, r := range s {
		joiner := r == 0x200C || r == 0x200D
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) && !joiner {
			return r, true
		}
	}
	return 0, false
}

func checkClean(t interface{ Fatalf(string, ...any) }, s string) {
	once := Clean(s)
	if again := Clean(once); again != once {
		t.Fatalf("Clean(%q) = %q, and again = %q", s, once, again)
	}
	if r, bad := dangerous(once); bad {
		t.Fatalf("Clean(%q) let %U through: %q", s, r, once)
	}
	lines := CleanText(s)
	if again := CleanText(lines); again != lines {
		t.Fatalf("CleanText(%q) = %q, and again = %q", s, lines, again)
	}
	if r, bad := dangerous(strings.ReplaceAll(lines, "\n", "")); bad {
		t.Fatalf("CleanText(%q) let %U through: %q", s, r, lines)
	}
	if !utf8.ValidString(once) || utf8.RuneCountInString(once) > maxString {
		t.Fatalf("Clean(%q) is invalid or too long", s)
	}
}

func TestCleanProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkClean(t, nasty().Draw(t, "text")) })
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b[31mb\x1b]0;x\x07\u202e\u200d\u0301\xff")
	f.Add("\x1b(\u009b\u009d\u2028\r\n")
	f.Fuzz(func(t *testing.T, s string) { checkClean(t, s) })
}
