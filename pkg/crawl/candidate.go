package crawl

import (
	"net/url"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// homeGuess is what a start page or language front is taken for.
var homeGuess = words.Guess{Kind: words.Home, Score: 1}

// hubKinds are pages that lead to legal pages, the best first.
var hubKinds = []words.Kind{words.Service, words.FAQ, words.Returns, words.Complaints, words.About, words.Delivery, words.Payment, words.Guarantee}

// kindIn is a kind of page in a language version of the shop.
type kindIn struct {
	kind words.Kind
	lang string
}

// candidate is an address that may be read.
type candidate struct {
	url     *url.URL
	key     string
	guess   words.Guess
	lang    string // language version it belongs to
	region  page.Region
	via     string
	purpose string
	depth   int
	order   int // first sight
	shape   string
	linked  bool
	probe   bool     // nobody linked it: its absence is no news
	follow  bool     // a check asked for it
	paper   bool     // a PDF
	version bool     // the front of a language version
	taken   bool     // its reading is settled
	final   *url.URL // where it was read, after redirects
}

func (k *candidate) legal() bool { return k.guess.Kind.Legal() && k.guess.Score >= 0.5 }

func (k *candidate) in() kindIn { return kindIn{k.guess.Kind, k.lang} }

// promise is the guess with the language of the version it stands in, which
// says more than the word: Dutch shops have a "Privacy Policy" too.
func (k *candidate) promise() words.Guess {
	g := k.guess
	if k.lang != "" {
		g.Language = k.lang
	}
	return g
}

// wanted reports whether somebody asked for this very page, so that a reason
// for not reading it must be told.
func (k *candidate) wanted() bool {
	return k.via == "start" || k.legal() || k.follow || k.version
}

// worth orders candidates: the better guess, then the footer, where legal
// links live, then first sight.
func worth(a, b *candidate) int {
	if a.guess.Score != b.guess.Score {
		if a.guess.Score > b.guess.Score {
			return -1
		}
		return 1
	}
	if f := regionRank(a.region) - regionRank(b.region); f != 0 {
		return f
	}
	return a.order - b.order
}

func regionRank(r page.Region) int {
	switch r {
	case page.Footer:
		return 0
	case page.Nav, page.Header:
		return 1
	}
	return 2
}
