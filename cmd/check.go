package cmd

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/baseline"
	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/config"
	"github.com/shoplint/shoplint/pkg/crawl"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/survey"
)

func (a *app) checkCommand() *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check TARGET...",
		Short: "Audit shops: an address, a folder, a file, an archive or -",
		Long: `Check reads shops and says for each which notices are there, which are missing,
and how to mend them. A target is an address, a folder of a built site, one HTML
file, an archive (.har), or - for a page on standard input. shop.example means
https://shop.example.

` + turned + `

Exit codes: 0 nothing to mend; 1 findings at or above --fail-on; 2 wrong use,
nothing was checked; 3 a duty could not be judged, or the audit was interrupted.`,
		Example: `  shoplint check https://www.my-shop.eu
  shoplint check ./public --base-url https://www.my-shop.eu --country BE
  shoplint check page.html --as-of 2024-06-01 --format json
  curl -s https://www.my-shop.eu/contact | shoplint check - --only contact-email`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrong("no-target", "Path", c.CommandPath())
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := a.configure(c, &o); err != nil {
				return err
			}
			r, err := a.newRun(&o, c.Flags().Changed("delay"))
			if err != nil {
				return err
			}
			return r.check(c.Context(), args)
		},
	}
	o.flags(c)
	return c
}

// run is one call of check, ready to go.
type run struct {
	app     *app
	opts    *checkOptions
	book    audit.Book
	auditor *audit.Auditor // of a target without an entry of its own
	outputs []output
	crawl   crawl.Options
	browser *browser.Browser                      // nil: nothing is rendered
	proxy   func(*http.Request) (*url.URL, error) // nil: none

	keeping map[string]*keeping // archives in the making, by the name of a target

	auditing audit.Options     // before the configuration
	apart    map[string]*apart // by the name of a target
	baseline *baseline.Report  // nil: none
}

// newRun checks everything that can be wrong before a shop is touched.
func (a *app) newRun(o *checkOptions, delayGiven bool) (*run, error) {
	if err := o.resolve(); err != nil {
		return nil, err
	}
	r := &run{app: a, opts: o}
	var err error
	if r.outputs, err = o.dest.outputs(); err != nil {
		return nil, err
	}
	if o.book != nil {
		r.book = *o.book
	} else if r.book, err = loadBook(o.ownRules); err != nil {
		return nil, err
	}
	if o.file == nil {
		o.file = &config.File{}
	}
	if o.baseline != "" {
		if r.baseline, err = baseline.Read(o.baseline); err != nil {
			return nil, fmt.Errorf("--baseline: %w", err)
		}
	}
	r.auditing = audit.Options{
		Day: o.day, Seller: o.seller, SellerBy: "flag", Customers: o.customers, CustomersBy: "flag",
		Profile: o.profile, Forecast: o.forecast, Only: o.only, Skip: slices.Concat(o.skip, o.weighRules(r.book.Rules)),
	}
	if r.auditor, err = r.auditorOf(&o.file.Shop); err != nil {
		return nil, err
	}
	if o.baseURL != "" {
		if u, err := url.Parse(o.baseURL); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return nil, fmt.Errorf("--base-url %q is no address: write it like https://www.my-shop.eu", o.baseURL)
		}
	}
	return r, r.crawlOptions(delayGiven)
}

// check audits every target, at most --jobs at once, and reports in the order
// given.
func (r *run) check(ctx context.Context, args []string) error {
	list, err := r.ready(args)
	if err != nil {
		return err
	}
	if err := r.saving(list); err != nil {
		return err
	}
	if err := r.openBrowser(); err != nil {
		return err
	}
	defer r.closeBrowser()
	shops, err := r.watched(ctx, list)
	if err != nil {
		return err
	}
	rep := report.Build(shops, report.BuildOptions{
		Lang: r.language(), Version: r.app.version, Book: r.book.Rules, ADR: r.book.ADR, All: r.opts.all,
		Gate: report.GateOptions{FailOn: r.opts.failOn, Unclear: r.opts.unclear},
		Past: r.past(shops), Settings: r.settings(list),
	})
	r.remarks(rep)
	if err := r.keep(list, shops); err != nil {
		return err
	}
	if err := r.shoot(ctx, list, rep); err != nil {
		return err
	}
	if err := r.app.write(r.outputs, rep, r.opts); err != nil {
		return err
	}
	if rep.Gate.Exit != report.ExitClean {
		return exit(rep.Gate.Exit)
	}
	return nil
}

// ready reads the targets and looks for everything that can be wrong with them
// and with the places of the reports, before a shop is touched.
func (r *run) ready(args []string) ([]target, error) {
	list, err := targets(args)
	if err != nil {
		return nil, err
	}
	if err := r.tellApart(list); err != nil {
		return nil, err
	}
	return list, writable(r.outputs)
}

// watched audits the targets with the progress shown.
func (r *run) watched(ctx context.Context, list []target) ([]*audit.Shop, error) {
	stop := r.watch(list)
	defer stop()
	return r.audit(ctx, list)
}

// audit reads the files before any shop on the net is asked: a file or folder
// that is no shop is wrong use, and then nothing is checked.
func (r *run) audit(ctx context.Context, list []target) ([]*audit.Shop, error) {
	shops := make([]*audit.Shop, len(list))
	spareGC(min(r.opts.jobs, len(list)), r.opts.concurrency)
	for _, live := range []bool{false, true} {
		if err := r.auditSome(ctx, list, live, shops); err != nil {
			return nil, err
		}
	}
	return shops, nil
}

// auditSome audits the targets that are live, or those that are not, and shows
// the faults of all of them.
func (r *run) auditSome(ctx context.Context, list []target, live bool, shops []*audit.Shop) error {
	faults := make([]error, len(list))
	var g errgroup.Group
	g.SetLimit(r.opts.jobs)
	for i, t := range list {
		if (t.source == survey.Live) != live {
			continue
		}
		g.Go(func() error {
			shops[i], faults[i] = r.apart[t.name].auditor.Shop(ctx, shown(t.name), t.source, r.reader(t))
			return nil
		})
	}
	_ = g.Wait() // the functions keep their errors in faults, so that all are shown
	return errors.Join(faults...)
}

// past reports whether the day was given and is not today.
func (r *run) past(shops []*audit.Shop) bool {
	if r.opts.day.IsZero() || len(shops) == 0 {
		return false
	}
	return r.opts.day != shops[0].Case.Seller.Today(time.Now())
}
