package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"pgregory.net/rapid"
)

type fatal interface {
	Helper()
	Fatalf(string, ...any)
}

// checkHTML looks for what a screen reader, a strict policy and a reader
// without a network need.
func checkHTML(t fatal, out []byte, lang string) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(out))
	if err != nil {
		t.Fatalf("parse: %v", err)
	}
	if got := doc.Find("html").AttrOr("lang", ""); got != lang {
		t.Fatalf("lang is %q, want %q", got, lang)
	}
	headings(t, doc)
	ownParts(t, doc)
	policy(t, doc)
	ids := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if ids[id] {
			t.Fatalf("two elements are called %q", id)
		}
		ids[id] = true
	})
	doc.Find("[aria-labelledby], [data-copy], a[href^='#']").Each(func(_ int, s *goquery.Selection) {
		for _, name := range []string{"aria-labelledby", "data-copy", "href"} {
			to := s.AttrOr(name, "")
			if name == "href" && !strings.HasPrefix(to, "#") {
				continue
			}
			if to = strings.TrimPrefix(to, "#"); to != "" && !ids[to] {
				t.Fatalf("%s leads to %q, which is not there", name, to)
			}
		}
	})
	return doc
}

// headings begin at one and skip no level; each says something.
func headings(t fatal, doc *goquery.Document) {
	t.Helper()
	level := 0
	doc.Find("h1, h2, h3, h4, h5, h6").Each(func(_ int, s *goquery.Selection) {
		n := int(goquery.NodeName(s)[1] - '0')
		if n > level+1 || strings.TrimSpace(s.Text()) == "" {
			t.Fatalf("heading %q of level %d after level %d", s.Text(), n, level)
		}
		level = n
	})
	if n := doc.Find("h1").Length(); n != 1 {
		t.Fatalf("%d headings of level 1", n)
	}
}

// ownParts: one style, one script, nothing that loads, runs or sends.
func ownParts(t fatal, doc *goquery.Document) {
	t.Helper()
	for name, most := range map[string]int{
		"style": 1, "script": 1, "img": 0, "link": 0, "iframe": 0, "object": 0, "embed": 0, "form": 0, "base": 0, "svg": 0,
		"[src]": 0, "[style]": 0, "[onclick]": 0, "[srcset]": 0, "input": 0, "meta[http-equiv=refresh]": 0,
	} {
		if n := doc.Find(name).Length(); n > most {
			t.Fatalf("%d of %s", n, name)
		}
	}
	doc.Find("a[href]").Each(func(_ int, s *goquery.Selection) {
		u, err := url.Parse(s.AttrOr("href", ""))
		if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
			t.Fatalf("link to %q", s.AttrOr("href", ""))
		}
		if strings.TrimSpace(s.Text()) == "" {
			t.Fatalf("a link to %s without a text", u)
		}
	})
	doc.Find("button").Each(func(_ int, s *goquery.Selection) {
		if strings.TrimSpace(s.Text()) == "" || s.AttrOr("type", "") != "button" {
			t.Fatalf("a button without a name or type")
		}
	})
	if css := doc.Find("style").Text(); strings.Contains(css, "url(") || strings.Contains(css, "@import") {
		t.Fatalf("the style loads something")
	}
}

var hashes = regexp.MustCompile(`(style|script)-src '(sha256-[^']+)'`)

// policy: nothing by default, and the hashes are those of what stands there.
func policy(t fatal, doc *goquery.Document) {
	t.Helper()
	text := doc.Find("meta[http-equiv='Content-Security-Policy']").AttrOr("content", "")
	found := hashes.FindAllStringSubmatch(text, -1)
	if len(found) != 2 || !strings.HasPrefix(text, "default-src 'none'") || strings.Contains(text, "unsafe") {
		t.Fatalf("policy: %q", text)
	}
	for _, m := range found {
		sum := sha256.Sum256([]byte(doc.Find(m[1]).Text()))
		if want := "sha256-" + base64.StdEncoding.EncodeToString(sum[:]); m[2] != want {
			t.Fatalf("the policy names another %s: %s, want %s", m[1], m[2], want)
		}
	}
}

func TestHTMLIsClean(t *testing.T) {
	for _, lang := range Languages() {
		doc := checkHTML(t, render(t, "html", bakery(lang), TextOptions{}), lang)
		if n := doc.Find("article.finding").Length(); n != 4 {
			t.Errorf("%s: %d findings", lang, n)
		}
		if n := doc.Find("button[data-copy]").Length(); n != 2 {
			t.Errorf("%s: %d copy buttons", lang, n)
		}
		if strings.Contains(doc.Text(), "html.") {
			t.Errorf("%s: a word is missing", lang)
		}
	}
	checkHTML(t, render(t, "html", several(), TextOptions{}), "de")
	checkHTML(t, render(t, "html", hostile(), TextOptions{}), "en")
	checkHTML(t, render(t, "html", empty(), TextOptions{}), "en")
}

func TestHTMLOfAnyReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := commandingReport(t)
		var b bytes.Buffer
		if err := HTML(&b, r); err != nil {
			t.Fatal(err)
		}
		checkHTML(t, b.Bytes(), r.Lang)
	})
}

// many is a report with n findings.
func many(n int) *Report {
	r := bakery("en")
	r.Shops[0].Results = nil
	for i := range n {
		f := staleLink()
		f.Headline = fmt.Sprintf("Finding number %d", i+1)
		r.Shops[0].Results = append(r.Shops[0].Results, f)
	}
	return r
}

func TestHTMLOfManyFindings(t *testing.T) {
	doc := checkHTML(t, render(t, "html", many(500), TextOptions{}), "en")
	if n := doc.Find("article.finding").Length(); n != 500 {
		t.Errorf("%d findings", n)
	}
}

// TestHTMLWordsAreUsed: each word of the page stands in the template or in the
// code, and none is missing.
func TestHTMLWordsAreUsed(t *testing.T) {
	template, err := htmlFiles.ReadFile("html/report.gohtml")
	if err != nil {
		t.Fatal(err)
	}
	english := catalog(t, "en")
	used := map[string]bool{"html.title": true}
	for _, m := range regexp.MustCompile(`\{\{(say|label) "([a-z-]+)"\}\}`).FindAllStringSubmatch(string(template), -1) {
		key := map[string]string{"say": "html.", "label": "label."}[m[1]] + m[2]
		used[key] = true
		if english[key] == nil {
			t.Errorf("%s has no text", key)
		}
	}
	for key := range english {
		if strings.HasPrefix(key, "html.") && !used[key] {
			t.Errorf("%s is not used", key)
		}
	}
}
