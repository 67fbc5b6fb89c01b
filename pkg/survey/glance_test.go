package survey

import (
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"
	"unicode"
)

// TestGlancesMissNothing writes texts that the expressions match, in any case
// where case does not count, and asks whether the first look lets them by.
func TestGlancesMissNothing(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for name, g := range map[string]struct {
		full  *regexp.Regexp
		looks func(string) bool
	}{
		"soleWords":   {soleWords, soleHeads.in},
		"streetNamed": {streetNamed, streetWords.in},
		"codeAlone":   {codeAlone, codeLike},
		"codeAndTown": {codeAndTown, func(s string) bool { return digitRun(s) >= 3 }},
		"legalForms":  {legalForms, func(s string) bool { _, _, ok := nextForm(s, 0); return ok }},
	} {
		re, err := syntax.Parse(g.full.String(), syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		matched := 0
		for range 2000 {
			text := "9 x " + written(rnd, re) + " y"
			if !g.full.MatchString(text) {
				continue // a border of a word the writer knows nothing of
			}
			if matched++; !g.looks(text) {
				t.Fatalf("%s: %q is not looked at", name, text)
			}
		}
		if matched < 400 {
			t.Errorf("%s: only %d texts matched", name, matched)
		}
	}
}

// TestNextFormFindsTheSame compares it with the expression it stands for.
func TestNextFormFindsTheSame(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	re, err := syntax.Parse(legalForms.String(), syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields("Tee voor de deur, (S p k. s. A / B V. Limited SERVICE e G. Спб Αθήνα .. -, special")
	for range 2000 {
		var b strings.Builder
		for range rnd.IntN(8) {
			if rnd.IntN(4) == 0 {
				b.WriteString(written(rnd, re))
				continue
			}
			b.WriteString(words[rnd.IntN(len(words))])
			b.WriteString([]string{" ", "", ",", "("}[rnd.IntN(4)])
		}
		text := b.String()
		start, end, ok := nextForm(text, 0)
		m := legalForms.FindStringSubmatchIndex(text)
		if ok != (m != nil) || ok && (start != m[2] || end != m[3]) {
			t.Fatalf("%q: %d to %d (%v), want %v", text, start, end, ok, m)
		}
	}
}

// written is a text that an expression matches, but for its assertions.
func written(rnd *rand.Rand, re *syntax.Regexp) string {
	var b strings.Builder
	repeat := func(low, high int) {
		for range low + rnd.IntN(high-low+1) {
			b.WriteString(written(rnd, re.Sub[0]))
		}
	}
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			if re.Flags&syntax.FoldCase != 0 && rnd.IntN(2) == 0 {
				r = unicode.ToUpper(r)
			}
			b.WriteRune(r)
		}
	case syntax.OpCharClass:
		i := rnd.IntN(len(re.Rune)/2) * 2
		b.WriteRune(re.Rune[i] + rnd.Int32N(re.Rune[i+1]-re.Rune[i]+1))
	case syntax.OpCapture, syntax.OpConcat:
		for _, sub := range re.Sub {
			b.WriteString(written(rnd, sub))
		}
	case syntax.OpAlternate:
		b.WriteString(written(rnd, re.Sub[rnd.IntN(len(re.Sub))]))
	case syntax.OpQuest:
		repeat(0, 1)
	case syntax.OpStar:
		repeat(0, 3)
	case syntax.OpPlus:
		repeat(1, 3)
	case syntax.OpRepeat:
		repeat(re.Min, max(re.Min, re.Max))
	}
	return b.String()
}
