package words

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "",
		"  A--b_c ":             "a b c",
		"Straße":                "strasse",
		"ØRSTED Æble":           "orsted aeble",
		"cœur":                  "coeur",
		"Łódź":                  "lodz",
		"Đakovo":                "dakovo",
		"ÞÐ":                    "thd",
		"ħobż":                  "hobz",
		"İstanbul ışık":         "istanbul isik",
		"όρους ΧΡΉΣΗΣ":          "ορουσ χρησησ",
		"Общи условия":          "общи условия",
		"Wider\u00adruf\u200bs": "widerrufs",
		"n’est":                 "n est",
		"ﬁn ™":                  "fin tm",
		"2024/3228":             "2024 3228",
		"\xff\xfe":              "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, again %q", s, once, twice)
		}
	})
}

func TestFoldEveryRune(t *testing.T) {
	for r := rune(0); r <= 0x10FFFF; r++ {
		if once := foldRune(r); Fold(once) != Fold(Fold(once)) || Fold(string(r)) != Fold(once) {
			t.Errorf("%U folds to %q, then to %q", r, once, Fold(once))
		}
	}
}
