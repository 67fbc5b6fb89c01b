package cmd

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/har"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/survey"
)

// maxShots is how many findings of one shop are pictured.
const maxShots = 20

// shoot takes the pictures of --screenshots: of each finding that is a fail or
// a warn, in both views, and links them from the report. A page of which no
// picture can be had is named among the notes.
func (r *run) shoot(ctx context.Context, list []target, rep *report.Report) error {
	if r.opts.screenshots == "" {
		return nil
	}
	if err := os.MkdirAll(r.opts.screenshots, 0o755); err != nil {
		return fmt.Errorf("--screenshots: %w", err)
	}
	taken := map[string]bool{}
	for i := range rep.Shops {
		if err := r.shootShop(ctx, list[i], &rep.Shops[i], prefixOf(rep.Shops[i].Target, taken)); err != nil {
			return err
		}
	}
	return nil
}

// shot is a finding to picture and where it stands.
type shot struct {
	result   *report.Result
	selector string
}

func (r *run) shootShop(ctx context.Context, t target, s *report.Shop, prefix string) error {
	pages, order := shots(s)
	if len(order) > 0 && t.source == survey.Stdin {
		s.Survey.Notes = append(s.Survey.Notes, remark("no picture", "standard input is read only once", []string{"-"}))
	}
	if len(order) == 0 || t.source == survey.Stdin {
		return nil
	}
	shop, files := r.browser.Shop(r.guardOf(t)), r.filesOf(t)
	defer files.close()
	defer shop.Close()
	hook := files.hook()
	if t.source == survey.HAR {
		a, err := har.Open(t.name)
		if err != nil {
			return fmt.Errorf("--screenshots: %w", err)
		}
		hook = func(u *url.URL) ([]byte, string, bool) { return a.File(u.String()) }
		shop.Seal()
	}
	for _, address := range order {
		var selectors []string
		for _, x := range pages[address] {
			selectors = append(selectors, x.selector)
		}
		src := page.Source{Address: browser.Absolute(address), Files: hook}
		pictures, err := shop.Shoot(ctx, src, selectors)
		if err != nil {
			s.Survey.Notes = append(s.Survey.Notes, remark("no picture", err.Error(), []string{survey.Path(address)}))
			continue
		}
		for i, x := range pages[address] {
			if err := r.save(x.result, pictures[i], prefix); err != nil {
				return err
			}
		}
	}
	return nil
}

// shots are the findings to picture by page, and the pages in order. What is
// missing is looked for at the foot of the start page.
func shots(s *report.Shop) (pages map[string][]shot, order []string) {
	pages = map[string][]shot{}
	n := 0
	for i := range s.Results {
		res := &s.Results[i]
		if res.Outcome != check.Fail && res.Outcome != check.Warn || n == maxShots {
			continue
		}
		x, address := shot{result: res}, ""
		if len(s.Survey.Pages) > 0 {
			address = s.Survey.Pages[0].URL
		}
		if len(res.Evidence) > 0 {
			x.selector, address = res.Evidence[0].Selector, res.Evidence[0].URL
		}
		if address == "" {
			continue
		}
		if pages[address] == nil {
			order = append(order, address)
		}
		pages[address] = append(pages[address], x)
		n++
	}
	return pages, order
}

// beside is the report for one file ("" = standard output): its pictures have
// the names they have from there, and are read from there.
func beside(r *report.Report, file string) *report.Report {
	if !pictured(r) {
		return r
	}
	here, err := os.Getwd()
	if err != nil {
		return r
	}
	from := here
	if file != "" {
		if from, err = filepath.Abs(filepath.Dir(file)); err != nil {
			return r
		}
	}
	abs := func(base, name string) string {
		if name = filepath.FromSlash(name); filepath.IsAbs(name) {
			return name
		}
		return filepath.Join(base, name)
	}
	out := r.Beside(func(name string) string {
		full := abs(here, name)
		if rel, err := filepath.Rel(from, full); err == nil {
			full = rel // not so on another drive
		}
		return filepath.ToSlash(full)
	})
	out.Picture = func(name string) []byte {
		data, err := os.ReadFile(abs(from, name))
		if err != nil {
			return nil // the link to it stays
		}
		return data
	}
	return out
}

// save writes the pictures of one finding: shop, rule and view name the file.
func (r *run) save(res *report.Result, pictures []browser.Picture, prefix string) error {
	for _, p := range pictures {
		name := filepath.Join(r.opts.screenshots, prefix+"_"+res.Rule+"_"+p.View+".png")
		if err := os.WriteFile(name, p.PNG, 0o644); err != nil {
			return errors.Join(errors.New("--screenshots: a picture could not be written"), err)
		}
		res.Screenshots = append(res.Screenshots, filepath.ToSlash(name))
	}
	return nil
}

// prefixOf is a file name for a shop: of letters, digits, dots and hyphens,
// and used once.
func prefixOf(target string, taken map[string]bool) string {
	name := filepath.Base(filepath.Clean(target))
	if u, err := url.Parse(target); err == nil && u.Host != "" {
		name = u.Host
	}
	name = strings.Trim(strings.Map(func(c rune) rune {
		if c == '.' || c == '-' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' {
			return c
		}
		if 'A' <= c && c <= 'Z' {
			return c + 'a' - 'A'
		}
		return '-'
	}, name), ".-")
	if name == "" {
		name = "shop"
	}
	name = name[:min(len(name), 80)]
	out := name
	for n := 2; taken[out]; n++ {
		out = name + "-" + strconv.Itoa(n)
	}
	taken[out] = true
	return out
}

// pictured reports whether a report names a picture.
func pictured(r *report.Report) bool {
	for i := range r.Shops {
		for j := range r.Shops[i].Results {
			if len(r.Shops[i].Results[j].Screenshots) > 0 {
				return true
			}
		}
	}
	return false
}
