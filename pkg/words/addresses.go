package words

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxAddress is how many bytes an address written in text may have.
const maxAddress = 400

// maxTries is how often a run of text without a gap may look like an address
// of a target and turn out to be none, before the rest of it is passed over.
const maxTries = 4

// Addresses lists the addresses of named link targets that are written out in
// text, with or without scheme, also where soft hyphens or zero-width
// characters break them. Hit.List is the target's name, Hit.Phrase the address
// as it was read. A sentence's punctuation does not belong to it.
func (b *Book) Addresses(text string) []Hit {
	var hits []Hit
	next, run, tries := 0, 0, 0
	b.targets.hosts().scan(text, func(_, start, _ int) bool {
		if start < next {
			return true
		}
		from := addressStart(text, start, next)
		address, end := addressAt(text, from)
		name := b.targets.written(address)
		if start >= run {
			run, tries = end, 0
		}
		if name == "" {
			if tries++; tries >= maxTries {
				next = run
			}
			return true
		}
		next = end
		hits = append(hits, Hit{List: name, Phrase: address, Start: from, End: end})
		return len(hits) < maxHits
	})
	return hits
}

// written is the target of an address that may lack its scheme.
func (t *targets) written(address string) string {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return t.name(u, 0)
}

// addressStart goes back from a host's first label over further labels and a
// scheme, not beyond floor.
func addressStart(text string, at, floor int) int {
	floor = max(floor, at-80)
	i := at
	for i > floor && hostByte(text[i-1]) {
		i--
	}
	if i > floor && text[i-1] == '@' { // an e-mail address
		return i - 1
	}
	for _, scheme := range []string{"https://", "http://"} {
		if k := i - len(scheme); k >= floor && strings.EqualFold(text[k:i], scheme) {
			return k
		}
	}
	return i
}

func hostByte(c byte) bool {
	return c == '.' || c == '-' || c == '_' || c < utf8.RuneSelf && ascii[c] != ' '
}

// addressAt reads an address from i to the next white space, quote or
// bracket, and gives it without invisible characters and the end of it.
func addressAt(text string, i int) (address string, end int) {
	stop := min(len(text), i+maxAddress)
	end = i
	for end < stop {
		r, n := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) || strings.ContainsRune("<>\"()[]{}|\\^`«»“”„‘’", r) || r == utf8.RuneError && n == 1 {
			break
		}
		end += n
	}
	for end > i {
		r, n := utf8.DecodeLastRuneInString(text[i:end])
		if !strings.ContainsRune(".,;:!?'*…–—-", r) && visible(r) >= 0 {
			break
		}
		end -= n
	}
	return strings.Map(visible, text[i:end]), end
}

// visible drops soft hyphens, zero-width characters and controls.
func visible(r rune) rune {
	if unicode.Is(unicode.Cf, r) || unicode.IsControl(r) {
		return -1
	}
	return r
}
