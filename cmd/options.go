package cmd

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/config"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/report"
)

// checkOptions are the flags of check, as given.
type checkOptions struct {
	country, asOf       string
	sellsTo, only, skip []string
	shop, size          string
	ownRules            string
	forecast            bool // set by the command
	sells               []string
	lang, failOn        string
	unclear             string
	dest                destinations
	all, full           bool
	baseURL             string
	jobs, concurrency   int
	delay, timeout      time.Duration
	maxPages, maxDepth  int
	userAgent           string
	insecure, private   bool
	ignoreRobots        bool
	render, color       string
	screenshots         string
	save                string
	redact              bool
	quiet, verbose      bool
	noProgress          bool
	configFile          string
	baseline            string
	live                liveOptions

	seller    law.Country
	customers []law.Country
	profile   profile.Profile
	day       law.Day

	file *config.File // nil: none was looked for
	book *audit.Book  // nil: not loaded yet
}

func (o *checkOptions) flags(c *cobra.Command) {
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&o.asOf, "as-of", "", "judge by the law of `YYYY-MM-DD` (default: today in the seller's country)")
	f.StringVar(&o.country, "country", "", "the seller's country `CC`, two letters such as BE (default: detected)")
	f.StringSliceVar(&o.sellsTo, "sells-to", nil, "countries `CC,CC` of the customers (default: the seller's)")
	f.StringVar(&o.shop, "shop", "", "`KIND` of shop: b2c (consumers), b2b (traders only) or marketplace")
	f.StringSliceVar(&o.sells, "sells", nil, "`WHAT` it sells: goods, digital, services")
	f.StringVar(&o.size, "size", "", "`SIZE` of the firm: micro (under 10 staff), small (under 50) or large")
	f.StringSliceVar(&o.only, "only", nil, "judge only these `RULES` or topics, such as odr,contact-email")
	f.StringSliceVar(&o.skip, "skip", nil, "leave out these `RULES` or topics")
	f.StringVar(&o.ownRules, "rules", "", "a folder `DIR` with rules of your own, judged beside those built in")
	f.StringVar(&o.lang, "lang", "", "`LANGUAGE` of the report: en, nl, fr or de (also SHOPLINT_LANG)")
	f.Var(destinationFlag{&o.dest, false}, "format", "`FORMAT` or FORMAT=FILE, several times: text, json, jsonl, csv, markdown, html, sarif, junit, github, gitlab")
	f.VarP(destinationFlag{&o.dest, true}, "output", "o", "write the --format given before it to `FILE`")
	f.BoolVar(&o.all, "all", false, "show every warning in full")
	f.StringVar(&o.failOn, "fail-on", "fail", "exit 1 from this `OUTCOME` on: fail, warn or never")
	f.StringVar(&o.unclear, "unclear", "fail", "`WHAT` a duty that could not be judged gives: exit 3 (fail) or none (ok)")
	f.StringVar(&o.baseline, "baseline", "", "an earlier JSON report, `FILE`: what it knows does not change the exit code")
	f.StringVar(&o.configFile, "config", "", "read this configuration, `FILE` (default: .shoplint.yaml from here up to the root of the repository)")
	f.StringVar(&o.baseURL, "base-url", "", "the address a folder, file or standard input will have: `URL`")
	f.IntVar(&o.jobs, "jobs", 8, "shops read at once: `N`")
	f.IntVar(&o.concurrency, "concurrency", 4, "requests at once to one host: `N`")
	f.DurationVar(&o.delay, "delay", 100*time.Millisecond, "pause between the starts of two requests to one host; none on loopback and private targets unless given: `D`")
	f.IntVar(&o.maxPages, "max-pages", 0, "read at most `N` pages of a shop (default 40; with --full 5000)")
	f.IntVar(&o.maxDepth, "max-depth", 0, "follow at most `N` links from the start page (default 5; with --full 60)")
	f.DurationVar(&o.timeout, "timeout", 0, "read at most `D` for one shop (default 60s; with --full 10m)")
	f.BoolVar(&o.full, "full", false, "read the whole shop, not only the pages that matter")
	f.StringVar(&o.userAgent, "user-agent", "", "name to read under: `TEXT`")
	o.live.flags(f)
	f.BoolVar(&o.insecure, "insecure", false, "accept certificates that do not verify (said in the report)")
	f.BoolVar(&o.ignoreRobots, "ignore-robots", false, "read what robots.txt forbids: only for your own staging site")
	f.BoolVar(&o.private, "allow-private", false, "let redirects and links lead into private networks")
	f.StringVar(&o.render, "render", "auto", "run scripts before reading, `WHEN`: auto, always or never")
	f.StringVar(&o.screenshots, "screenshots", "", "a picture of each finding, in both views, into the folder `DIR`")
	f.StringVar(&o.save, "save", "", "keep what is read in the archive `FILE.har`, to be judged again by: check FILE.har; of several shops in a folder, DIR/")
	f.BoolVar(&o.redact, "redact", false, "mask e-mail addresses in the archive of --save that are not the shop's own")
	f.StringVar(&o.color, "color", "auto", "`WHEN` to colour: auto, always or never (also NO_COLOR)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no notes and no progress; results stay")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "say on standard error what is read and why")
	f.BoolVar(&o.noProgress, "no-progress", false, "no progress line on a terminal")
}

// resolve checks every flag and shows all faults at once.
func (o *checkOptions) resolve() error {
	var faults []error
	add := func(err error) {
		if err != nil {
			faults = append(faults, err)
		}
	}
	add(o.resolveLaw())
	add(oneOf("fail-on", o.failOn, "fail", "warn", "never"))
	add(oneOf("unclear", o.unclear, "fail", "ok"))
	add(oneOf("color", o.color, "auto", "always", "never"))
	add(oneOf("render", o.render, "auto", "always", "never"))
	if o.quiet && o.verbose {
		add(wrong("quiet-verbose"))
	}
	for _, n := range []struct {
		flag  string
		value int
		least int
	}{{"jobs", o.jobs, 1}, {"concurrency", o.concurrency, 1}, {"max-pages", o.maxPages, 0}, {"max-depth", o.maxDepth, 0}} {
		if n.value < n.least {
			add(wrong("least", "Flag", n.flag, "Value", strconv.Itoa(n.value)))
		}
	}
	if o.delay < 0 || o.timeout < 0 {
		add(wrong("negative"))
	}
	return errors.Join(faults...)
}

func (o *checkOptions) resolveLaw() error {
	var faults []error
	if o.lang == "" {
		o.lang = os.Getenv("SHOPLINT_LANG")
	}
	if o.lang != "" {
		faults = append(faults, oneOf("lang", o.lang, report.Languages()...))
	}
	if o.country != "" {
		c, err := country("country", o.country)
		faults = append(faults, err)
		o.seller = c
	}
	for _, s := range o.sellsTo {
		c, err := country("sells-to", s)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		o.customers = append(o.customers, c)
	}
	faults = append(faults, o.resolveProfile())
	if o.asOf != "" {
		d, err := law.ParseDay(o.asOf)
		if err != nil {
			faults = append(faults, fmt.Errorf("--as-of %w", err))
		}
		o.day = d
	}
	return errors.Join(faults...)
}
