package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
)

//go:embed html
var htmlFiles embed.FS

// htmlPage is all the template fills in; everything is words by then.
type htmlPage struct {
	Lang, Title, Tool, Policy, Modesty, Explained string
	Style, Script                                 template.HTML
	Brand                                         *brand // nil: no agency
	Shops                                         []htmlShop
}

// HTML writes one self-contained file for a merchant or an agency's client. It
// asks nothing of any server, and its policy allows only its own style and the
// script of the copy buttons; without script it loses these alone.
func HTML(w io.Writer, r *Report) error {
	r = tidy(r)
	p, err := newPrinter(r.Lang, TextOptions{})
	if err != nil {
		return err
	}
	page, err := p.htmlPage(r)
	if err != nil {
		return err
	}
	words := template.FuncMap{
		"say":   func(key string) string { return p.say("html." + key) },
		"label": func(key string) string { return p.say("label." + key) },
	}
	return writePage(w, "report.gohtml", words, page)
}

// writePage fills one of our templates in and writes it whole or not at all.
func writePage(w io.Writer, name string, words template.FuncMap, page any) error {
	t, err := template.New(name).Funcs(words).ParseFS(htmlFiles, "html/"+name)
	if err != nil {
		return fmt.Errorf("read the html template: %w", err)
	}
	var out bytes.Buffer
	if err := t.Execute(&out, page); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	if _, err := out.WriteTo(w); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}

func (p *printer) htmlPage(r *Report) (*htmlPage, error) {
	style, styleHash, err := element("style", "html/style.css")
	if err != nil {
		return nil, err
	}
	script, scriptHash, err := element("script", "html/copy.js")
	if err != nil {
		return nil, err
	}
	page := &htmlPage{
		Lang: p.lang, Tool: r.Tool.Name + " " + r.Tool.Version, Style: style, Script: script,
		Policy: "default-src 'none'; style-src '" + styleHash + "'; script-src '" + scriptHash +
			"'; base-uri 'none'; form-action 'none'",
		Modesty: p.say("modesty"), Explained: p.say("explained", "Topic", topicOf(r)),
	}
	if page.Brand = brandOf(r.Agency); page.Brand != nil {
		page.Policy = page.Brand.policy(page.Policy)
	}
	for i := range r.Shops {
		page.Shops = append(page.Shops, p.htmlShop(r, &r.Shops[i], i+1))
	}
	if p.inlined > 0 {
		page.Policy += "; img-src data:"
	}
	page.Title = p.say("html.title")
	if len(page.Shops) == 1 {
		page.Title += dot + page.Shops[0].Name
	}
	return page, nil
}

// element is one of our own files as an element of the page, and its hash for
// the policy.
func element(tag, name string) (template.HTML, string, error) {
	data, err := htmlFiles.ReadFile(name)
	if err != nil {
		return "", "", fmt.Errorf("read %s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	hash := "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	return template.HTML("<" + tag + ">" + string(data) + "</" + tag + ">"), hash, nil //nolint:gosec // our own file
}
