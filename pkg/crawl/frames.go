package crawl

import (
	"bytes"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// maxFrames is how many frames of one page are taken for links.
const maxFrames = 12

var frameMatcher = goquery.Matcher(cascadia.MustCompile("frame[src], iframe[src]"))

// frames adds the frames of a page: old shops are framesets, and legal texts
// of a supplier stand in an iframe. A frame without a name of its own is what
// the page around it is.
func (h *harvest) frames(c *crawl, s *slot, p *page.Page) {
	if !hasFrame(p.Body) {
		return
	}
	n := 0
	p.Doc().FindMatcher(frameMatcher).EachWithBreak(func(_ int, f *goquery.Selection) bool {
		u, err := p.BaseURL().Parse(strings.TrimSpace(f.AttrOr("src", "")))
		if err != nil || u.Scheme != "http" && u.Scheme != "https" {
			return true
		}
		u = tidy(u)
		g := c.frameGuess(f, u)
		if g.Kind == "" && s.guess.Kind.Legal() {
			g = s.guess
		}
		if !c.beyond(s, u) && !closed(u, g) {
			h.links = append(h.links, link{url: u, guess: g, frame: f.Is("frame")})
			n++
		}
		return n < maxFrames
	})
}

func (c *crawl) frameGuess(f *goquery.Selection, u *url.URL) words.Guess {
	if c.o.Book == nil {
		return words.Guess{}
	}
	return c.o.Book.Classify(f.AttrOr("title", f.AttrOr("name", "")), u.RequestURI())
}

// frameName is what follows the i of iframe as well.
var frameName = []byte("frame")

// hasFrame looks for a frame tag without a parse.
func hasFrame(body []byte) bool {
	for rest := body; ; {
		i := bytes.IndexByte(rest, '<')
		if i < 0 || i+6 >= len(rest) {
			return false
		}
		rest = rest[i+1:]
		if rest[0]|0x20 == 'i' {
			rest = rest[1:]
		}
		if len(rest) > 5 && rest[0]|0x20 == 'f' && bytes.EqualFold(rest[:5], frameName) && (rest[5] == ' ' || rest[5] == '\n' || rest[5] == '\t' || rest[5] == '\r') {
			return true
		}
	}
}
