package cmd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/config"
	"github.com/shoplint/shoplint/pkg/report"
)

// batchOptions are the flags of batch beside those it shares with check.
type batchOptions struct {
	checkOptions
	dir          string
	formats      []string
	dryRun       bool
	retryUnclear bool
	again        bool
	deadline     time.Duration
	metrics      string
	cluster      clusterOptions
	shared       *pflag.FlagSet // the flags of check
}

// notInBatch are flags of check that make no sense for a list.
var notInBatch = map[string]bool{"output": true, "format": true, "base-url": true, "save": true, "redact": true, "screenshots": true}

func (a *app) batchCommand() *cobra.Command {
	var o batchOptions
	c := &cobra.Command{
		Use:   "batch SHOPS -o DIR",
		Short: "Audit a list of shops: resumable, on one machine or many",
		Long: `Batch audits a list of shops into a folder: a report of each shop, results.jsonl,
summary.csv and profile.csv. SHOPS is a text file (one address a line, # begins a
comment), a CSV with a header (target, country, sells_to, kind, sells, size,
lang, name, group), a YAML portfolio (defaults, shops, groups), or - for standard
input. A list with a faulty line is refused before anything is fetched.

Whatever ends a run: give the same command again and it goes on. What is done
stands in results.jsonl; nothing is done twice. --retry-unclear takes what could
not be decided again, --again begins anew and keeps the last run as history.
Shops that share a host or an address are read one after the other.

With --nats the jobs go to a NATS cluster, and every machine that runs
"shoplint worker" takes part; --jobs 0 leaves all the work to them.

Addresses of private networks are refused in a list, unless --allow-private.

Exit codes: that of the worst shop, 1 before 3; 3 when the run was ended before
its list was; 2 when nothing was audited.`,
		Example: `  shoplint batch clients.csv --dry-run > profile.csv
  shoplint batch profile.csv -o out --lang nl
  shoplint batch clients.csv -o out --retry-unclear
  shoplint batch clients.yaml -o out --nats nats://10.0.0.1:4222 --jobs 0`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("give one list of shops, as in: shoplint batch clients.csv -o out")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.batch(c, args[0], &o) },
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.dir, "output", "o", "", "the folder `DIR` of the results; made where there is none")
	f.BoolVar(&o.dryRun, "dry-run", false, "show the plan, and write what is detected of each seller as a list to correct")
	f.BoolVar(&o.retryUnclear, "retry-unclear", false, "judge again what could not be decided")
	f.BoolVar(&o.again, "again", false, "begin anew in a folder that is done, or was begun with other settings")
	f.DurationVar(&o.deadline, "deadline", 0, "end the whole run after `D`; the same command goes on later")
	f.Var(&batchFormats{&o.formats}, "format", "`FORMAT` of the reports, several times (default html): text, json, jsonl, csv, markdown, html, sarif, junit, github, gitlab")
	o.cluster.flags(f)
	f.StringVar(&o.metrics, "metrics", "", "serve figures of the run in OpenMetrics at `ADDR`, such as 127.0.0.1:9090")
	shared := &cobra.Command{}
	o.flags(shared)
	o.shared = shared.Flags()
	shared.Flags().VisitAll(func(g *pflag.Flag) {
		if !notInBatch[g.Name] {
			f.AddFlag(g)
		}
	})
	f.Lookup("jobs").Usage = "shops read at once on this machine; 0 with --nats: none: `N`"
	return c
}

// batchFormats collects formats; where a configuration names a file for one,
// the format alone counts.
type batchFormats struct{ list *[]string }

func (f *batchFormats) String() string { return "" }
func (f *batchFormats) Type() string   { return "string" }

func (f *batchFormats) Set(value string) error {
	for name := range strings.SplitSeq(value, ",") {
		name, _, _ = strings.Cut(name, "=")
		if err := oneOf("format", name, report.Formats()...); err != nil {
			return err
		}
		if !slices.Contains(*f.list, name) {
			*f.list = append(*f.list, name)
		}
	}
	return nil
}

// batch audits a list.
func (a *app) batch(c *cobra.Command, shops string, o *batchOptions) error {
	if err := a.configure(c, &o.checkOptions); err != nil {
		return err
	}
	jobs := o.jobs
	if jobs == 0 && o.cluster.url != "" {
		o.jobs = 1 // what follows takes one at least
	}
	r, err := a.newRun(&o.checkOptions, c.Flags().Changed("delay"))
	if err != nil {
		return err
	}
	b := &batchRun{run: r, opts: o, jobs: jobs}
	if len(o.formats) == 0 {
		o.formats = []string{"html"}
	}
	if b.list, err = b.readList(shops); err != nil {
		return err
	}
	if err := b.secrets(); err != nil {
		return err
	}
	if o.dir == "" && !o.dryRun {
		return errors.New("-o DIR is missing: name the folder of the results, or give --dry-run")
	}
	if err := r.openBrowser(); err != nil {
		return err
	}
	defer r.closeBrowser()
	if o.dryRun {
		return b.dryRun(c.Context())
	}
	return b.audit(c.Context(), c.Flags())
}

// batchRun is one call of batch.
type batchRun struct {
	*run
	opts *batchOptions
	list *batch.List
	jobs int
}

// readList reads the list and tells of shops that stand there twice.
func (b *batchRun) readList(name string) (*batch.List, error) {
	in, shown := b.app.in, "standard input"
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("read the list: %w", err)
		}
		defer f.Close()
		in, shown = f, name
	}
	list, err := batch.ReadList(in, shown, batch.ListOptions{
		Address: func(s string) (string, error) {
			t, err := parseAddress(s)
			return t.name, err
		},
		Known: config.Known{Languages: report.Languages()},
	})
	if err != nil {
		return nil, err
	}
	for i, j := range list.Joined {
		if i == 5 {
			b.app.note(&b.opts.checkOptions, fmt.Sprintf("%d more lines name a shop again", len(list.Joined)-i))
			break
		}
		b.app.note(&b.opts.checkOptions, fmt.Sprintf("%s:%d: %s is the shop of line %d: it is audited once", shown, j.Line, j.Target, j.First))
	}
	return list, nil
}

// secrets looks whether the variables that a list names are set, before
// anything is fetched.
func (b *batchRun) secrets() error {
	var faults []error
	for i := range b.list.Entries {
		if s := &b.list.Entries[i].Shop; len(s.Headers) > 0 {
			_, err := b.headersOf(s)
			faults = append(faults, err)
		}
	}
	return errors.Join(faults...)
}

// audit runs the batch and tells how it ended.
func (b *batchRun) audit(ctx context.Context, flags *pflag.FlagSet) error {
	o := b.opts
	setup, err := b.setup(o.shared)
	if err != nil {
		return err
	}
	tally := &batch.Tally{}
	stop, err := b.serveMetrics(tally)
	if err != nil {
		return err
	}
	defer stop()
	spareGC(min(max(b.jobs, 1), len(b.list.Entries)), o.concurrency)
	shown := b.showProgress(tally)
	result, err := batch.Run(ctx, batch.Options{
		Dir: o.dir, List: b.list, Formats: o.formats, Open: b.open, Setup: setup,
		Settings: b.settingsOf(flags), Version: b.version(), Jobs: b.jobs, Timeout: b.shopTime(), Deadline: o.deadline,
		RetryUnclear: o.retryUnclear, Again: o.again, Cluster: o.cluster.cluster(), Tally: tally,
		Note: func(s string) { b.app.note(&o.checkOptions, s) },
	})
	shown()
	if err != nil {
		return err
	}
	if len(result.Rows) > 0 {
		err := batch.WriteIndex(o.dir, batch.IndexOptions{
			Lang: b.language(), Agency: b.settings(nil).Agency, Formats: o.formats,
			Tool: report.Tool{Name: "shoplint", Version: b.app.version, Rulebook: b.book.Rules.Updated.String()},
		})
		if err != nil { // the journal is whole: the same command writes the page again
			b.app.note(&o.checkOptions, "the overview could not be written: "+err.Error())
		}
	}
	return b.tell(result)
}

// shopGrace is how much longer than its time budget a shop may take before it
// is broken off: a crawl ends by itself.
const shopGrace = 30 * time.Second

// shopTime is how long one shop may take.
func (b *batchRun) shopTime() time.Duration {
	d := b.opts.timeout
	if d == 0 {
		d = time.Minute
		if b.opts.full {
			d = 10 * time.Minute
		}
	}
	return d + shopGrace
}
