package cmd

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/report"
)

// tell shows what a run came to, on one screen, and gives its exit code.
func (b *batchRun) tell(r *batch.Result) error {
	code := r.Exit()
	if len(r.Rows) > 0 {
		if err := report.WriteScreen(b.app.out, b.screen(r, code), b.language(), b.app.colored(b.opts.color, "")); err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
	}
	if r.Ended != nil {
		fmt.Fprintln(b.app.err, "shoplint: "+report.Clean(ending(r, b.opts.dir)))
	}
	if code != report.ExitClean {
		return exit(code)
	}
	return nil
}

// ending says why a run ended before its list did, and how to go on.
func ending(r *batch.Result, dir string) string {
	why := r.Ended.Error()
	switch {
	case errors.Is(r.Ended, syscall.ENOSPC):
		why = "the disk of " + dir + " is full: free some of it (" + why + ")"
	case errors.Is(r.Ended, batch.ErrInterrupted):
		why = "interrupted"
	}
	return fmt.Sprintf("%s. %d of %d shops are left; what is done is kept: give the same command again to go on", why, len(r.Left), len(r.Left)+len(r.Rows))
}

// screen counts what a run came to.
func (b *batchRun) screen(r *batch.Result, code int) *report.Screen {
	s := &report.Screen{
		Name: b.list.Name, Shops: len(r.Rows) + len(r.Left), Left: len(r.Left), Elapsed: r.Elapsed, Exit: code,
		Link: filepath.ToSlash(filepath.Join(b.opts.dir, batch.IndexName)), Profiles: filepath.ToSlash(filepath.Join(b.opts.dir, batch.ProfileName)),
		Verdicts: map[string]int{}, Causes: map[string]int{}, Retry: b.retry(),
	}
	rules, coming := map[string]*report.ScreenRule{}, map[string]*report.ScreenComing{}
	for i := range r.Rows {
		row := &r.Rows[i]
		s.AsOf, s.Rulebook = max(s.AsOf, row.AsOf), max(s.Rulebook, row.Rulebook)
		s.Verdicts[row.Verdict]++
		if row.Verdict == "unclear" {
			s.Causes[row.Cause]++
		}
		if row.CountrySource == "default" && row.Pages > 0 {
			s.Unsure++
		}
		countRules(rules, row, r.Last)
		for _, c := range row.Coming {
			if c.WouldBe == "fail" || c.WouldBe == "warn" {
				countComing(coming, c)
			}
		}
	}
	for _, x := range rules {
		s.Fails = append(s.Fails, *x)
	}
	slices.SortFunc(s.Fails, func(a, b report.ScreenRule) int { return cmp.Or(b.Shops-a.Shops, cmp.Compare(a.Title, b.Title)) })
	for _, x := range coming {
		s.Coming = append(s.Coming, *x)
	}
	slices.SortFunc(s.Coming, func(a, b report.ScreenComing) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), b.Shops-a.Shops, cmp.Compare(a.Title, b.Title))
	})
	if r.Last != nil {
		s.Last = sinceLast(r, s.Link)
	}
	return s
}

func countRules(rules map[string]*report.ScreenRule, row *batch.Row, last *batch.Last) {
	for _, f := range row.Failing {
		x := rules[f.Rule]
		if x == nil {
			x = &report.ScreenRule{Title: f.Title}
			rules[f.Rule] = x
		}
		x.Shops++
		if last != nil && last.New(row.Target, f.Rule) {
			x.New++
		}
	}
}

func countComing(coming map[string]*report.ScreenComing, c report.Coming) {
	key := c.Day + " " + c.Rule
	if coming[key] == nil {
		coming[key] = &report.ScreenComing{Day: c.Day, Title: c.Title}
	}
	coming[key].Shops++
}

// sinceLast compares with the run before.
func sinceLast(r *batch.Result, file string) *report.ScreenLast {
	out := &report.ScreenLast{Day: r.Last.Day, Verdicts: r.Last.Verdicts, File: file}
	for i := range r.Rows {
		row := &r.Rows[i]
		fresh := len(out.Fresh)
		for _, f := range row.Failing {
			if r.Last.New(row.Target, f.Rule) {
				out.Fresh = append(out.Fresh, [2]string{host(row.Target), f.Title})
			}
		}
		switch then := r.Last.Failed(row.Target, ""); {
		case !then && len(out.Fresh) > fresh:
			out.New++
		case then && len(row.Failing) == 0 && row.Verdict != "unclear":
			out.Mended++
		}
	}
	return out
}

func host(target string) string {
	if u, err := url.Parse(target); err == nil && u.Host != "" {
		return u.Host + strings.TrimSuffix(u.Path, "/")
	}
	return target
}

// retry is the command that judges the undecided again.
func (b *batchRun) retry() string {
	if b.list.Name == "standard input" {
		return ""
	}
	return "shoplint batch " + b.list.Name + " -o " + b.opts.dir + " --retry-unclear"
}
