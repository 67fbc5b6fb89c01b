package cmd

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/batch"
)

// workerOptions are the flags of worker: what is this machine's business.
type workerOptions struct {
	cluster              clusterOptions
	jobs                 int
	name                 string
	rules, render, proxy string
	quiet                bool

	run *run
}

func (a *app) workerCommand() *cobra.Command {
	var o workerOptions
	c := &cobra.Command{
		Use:   "worker --nats URL",
		Short: "Help with a batch from another machine",
		Long: `Worker takes jobs of "shoplint batch --nats" from a NATS cluster with JetStream,
audits the shops, and sends the reports to the machine that began the batch. What
is to be judged and how comes with the jobs; secrets do not: the variables that
a list names for headers must be set here.

A worker with another program or rule book is refused and says so. When it dies
another takes its jobs; SIGTERM or Ctrl-C lets it finish what it has begun. A
shop is never read by two at once, nor are two on one host or address.

Exit codes: 0 when it was told to stop; 2 for wrong use or a cluster that cannot
be reached.`,
		Example: `  shoplint worker --nats nats://10.0.0.1:4222,nats://10.0.0.2:4222
  shoplint worker --nats tls://nats.agency.eu --nats-creds w.creds --jobs 16`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.work(c.Context(), &o) },
	}
	f := c.Flags()
	f.SortFlags = false
	o.cluster.flags(f)
	f.IntVar(&o.jobs, "jobs", 8, "shops read at once: `N`")
	f.StringVar(&o.name, "name", "", "`NAME` by which the batch knows this machine (default: its host name and process)")
	f.StringVar(&o.rules, "rules", "", "a folder `DIR` with rules of your own: the same as those of the batch")
	f.StringVar(&o.render, "render", "auto", "run scripts before reading, `WHEN`: auto, always or never")
	f.StringVar(&o.proxy, "proxy", "", "read through the proxy at `URL`: http, https or socks5; env takes that of HTTP_PROXY (also SHOPLINT_PROXY)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "no notes")
	return c
}

// work takes jobs until it is told to stop.
func (a *app) work(ctx context.Context, o *workerOptions) error {
	if o.cluster.url == "" {
		o.cluster.url = os.Getenv(variable("nats"))
	}
	if o.cluster.url == "" {
		return errors.New("--nats is missing: name the cluster, as in nats://10.0.0.1:4222")
	}
	if o.jobs < 1 {
		return fmt.Errorf("--jobs %d: give a whole number of at least 1", o.jobs)
	}
	own := &checkOptions{}
	own.flags(&cobra.Command{})
	own.ownRules, own.render, own.quiet, own.live.proxy = o.rules, o.render, o.quiet, o.proxy
	r, err := a.newRun(own, false)
	if err != nil {
		return err
	}
	if err := r.openBrowser(); err != nil {
		return err
	}
	defer r.closeBrowser()
	o.run = r
	if o.name == "" {
		host, _ := os.Hostname()
		o.name = fmt.Sprintf("%s-%d", host, os.Getpid())
	}
	nc, err := o.cluster.cluster().Connect("shoplint worker " + o.name)
	if err != nil {
		return err
	}
	defer nc.Close()
	spareGC(o.jobs, own.concurrency)
	a.note(own, fmt.Sprintf("worker %s waits for jobs: program %s, %d at once", o.name, r.version(), o.jobs))
	err = batch.Work(ctx, batch.WorkerOptions{
		Conn: nc, Name: o.name, Jobs: o.jobs, Version: r.version(), Open: o.open(a), Drain: true,
		Note: func(s string) { a.note(own, s) }, Replicas: o.cluster.cluster().Servers(nc),
	})
	if err == nil {
		a.note(own, "worker "+o.name+" has ended: nothing was left half done")
	}
	return err
}
