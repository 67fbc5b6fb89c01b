package words

import "strings"

// The scores of a Guess.
const (
	exactLabel    = 1.0
	partLabel     = 0.8
	exactSlug     = 0.7
	partSlug      = 0.5
	weakLabel     = 0.4 // an everyday word inside a longer label
	maxLabelWords = 8   // more is a sentence that mentions a page, no label
	maxLabelBytes = 256
)

// Label guesses a page's kind by a link label, title or heading. A label
// matches whole (1.0) or contains a phrase as whole words (0.8, of at most
// eight words). An everyday word such as "contact" inside a longer label
// counts in full only where nothing else but known words stands beside it.
func (b *Book) Label(label string) Guess {
	if len(label) > maxLabelBytes || strings.IndexByte(label, '@') >= 0 { // an e-mail address names no page
		return Guess{}
	}
	folded := Fold(label)
	if n, ok := b.labels.exact[folded]; ok {
		return b.guess(b.labels.meaning[n], exactLabel)
	}
	if g := b.segment(label); g.Score > 0 {
		return g
	}
	total := strings.Count(folded, " ") + 1
	if folded == "" || total > maxLabelWords {
		return Guess{}
	}
	var room [8]span
	spans := b.labels.contained(folded, room[:0])
	best, ok := pick(spans)
	if !ok {
		return Guess{}
	}
	if everyday(best) && uncovered(folded, spans) {
		return b.guess(best.meaning, weakLabel)
	}
	return b.guess(best.meaning, partLabel)
}

// segment looks for a title's part between bars, dashes or dots that is a
// label on its own, as in "Contact | Acme". The weightiest counts.
func (b *Book) segment(label string) Guess {
	var best Guess
	for rest := label; rest != ""; {
		part := rest
		if i, n := separator(rest); i >= 0 {
			part, rest = rest[:i], rest[i+n:]
		} else if len(part) == len(label) {
			return Guess{}
		} else {
			rest = ""
		}
		n, ok := b.labels.exact[Fold(part)]
		if !ok {
			continue
		}
		if m := b.labels.meaning[n]; best.Score == 0 || weight(m.kind) < weight(best.Kind) && !best.Kind.Legal() {
			best = b.guess(m, partLabel)
		}
	}
	return best
}

// separators part a document's title from the shop's name.
var separators = []string{" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: ", " › ", " > ", " / ", ": "}

func separator(s string) (at, size int) {
	at = -1
	for _, sep := range separators {
		if i := strings.Index(s, sep); i >= 0 && (at < 0 || i < at) {
			at, size = i, len(sep)
		}
	}
	return at, size
}

// pick chooses among the phrases of one label: legal kinds before others, the
// phrase of more words before the shorter, the first named before the later.
func pick(spans []span) (span, bool) {
	var best span
	for _, s := range spans {
		if best.words == 0 || rank(s) > rank(best) {
			best = s
		}
	}
	return best, best.words > 0
}

// rank is the weight of a phrase in pick: everyday words last.
func rank(s span) int {
	r := s.words
	if s.kind.Legal() || s.kind == WithdrawalFunction {
		r += 16
	}
	if everyday(s) {
		r -= 15
	}
	return r
}

// everyday reports whether a phrase is a single word that products and
// slogans use too.
func everyday(s span) bool {
	if s.words > 1 {
		return false
	}
	switch s.kind {
	case Imprint, Terms, Withdrawal, WithdrawalFunction, Privacy:
		return s.end-s.start < 3
	}
	return true
}

// joiners may stand beside known words in a label without making it something
// else: and, or, our, your, the, page.
var joiners = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("and or our your the us page info und oder unser unsere ihr zur zum en of ons onze de het uw et ou nos notre " +
		"votre les la le y e i a o og och ja ir un u si sau oraz lub in is και и или es vagy ali aus agus az per by to for " +
		"more meer plus mehr all alle 1 2 3 4 5") {
		m[Fold(w)] = true
	}
	return m
}()

// uncovered reports whether a folded label has words that are neither known
// phrases nor joiners.
func uncovered(folded string, spans []span) bool {
	at := 0
	for _, s := range append(spans, span{start: len(folded), end: len(folded)}) {
		for _, w := range strings.Fields(folded[at:s.start]) {
			if !joiners[w] {
				return true
			}
		}
		at = s.end
	}
	return false
}
