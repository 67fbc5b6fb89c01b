package cmd

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/config"
)

// setup is what a worker on another machine must know of a run. No secret is
// in it: headers of a list are names of variables, and those of flags stay
// here.
type setup struct {
	Flags   []setFlag    `json:"flags"`
	Formats []string     `json:"formats"`
	Lang    string       `json:"lang"`
	Config  *config.File `json:"config"`
}

// setFlag is a flag with its values.
type setFlag struct {
	Name   string   `json:"name"`
	Values []string `json:"values"`
}

// notSent are flags that hold for one machine alone.
var notSent = []string{"jobs", "color", "quiet", "verbose", "no-progress", "config", "header", "cookie", "basic-auth", "proxy", "rules", "lang", "render"}

// setup is sent to the cluster; nil without one.
func (b *batchRun) setup(shared *pflag.FlagSet) (json.RawMessage, error) {
	if b.opts.cluster.url == "" {
		return nil, nil
	}
	if b.opts.baseline != "" {
		return nil, errors.New("--baseline is not sent to workers: compare afterwards, with: shoplint diff OLD NEW")
	}
	if len(b.crawl.Headers) > 0 || b.crawl.BasicAuth != nil {
		b.app.note(&b.opts.checkOptions, "secrets are not sent to workers: set SHOPLINT_HEADER, SHOPLINT_COOKIE or SHOPLINT_BASIC_AUTH on their machines")
	}
	s := setup{Formats: b.opts.formats, Lang: b.language(), Config: b.opts.file}
	shared.VisitAll(func(g *pflag.Flag) {
		if g.Value.String() == g.DefValue || notInBatch[g.Name] || slices.Contains(notSent, g.Name) {
			return
		}
		f := setFlag{Name: g.Name, Values: []string{g.Value.String()}}
		if list, ok := g.Value.(pflag.SliceValue); ok {
			f.Values = list.GetSlice()
		}
		s.Flags = append(s.Flags, f)
	})
	return json.Marshal(s)
}

// served is a run of another machine as a worker has it: the flags it was
// given, and the worker's own for what is a machine's business.
func (a *app) served(raw json.RawMessage, own *workerOptions) (*batchRun, error) {
	var s setup
	if err := json.Unmarshal(raw, &s); err != nil {
		return nil, fmt.Errorf("read what is known of the run: %w", err)
	}
	o := &batchOptions{formats: s.Formats}
	c := &cobra.Command{}
	o.flags(c)
	for _, f := range s.Flags {
		for _, v := range f.Values {
			if c.Flags().Lookup(f.Name) == nil {
				return nil, fmt.Errorf("this program has no flag --%s", f.Name)
			}
			if err := c.Flags().Set(f.Name, v); err != nil {
				return nil, fmt.Errorf("--%s: %w", f.Name, err)
			}
		}
	}
	o.lang, o.ownRules, o.render, o.quiet, o.live.proxy, o.file = s.Lang, own.rules, own.render, own.quiet, own.proxy, s.Config
	r, err := a.newRun(&o.checkOptions, c.Flags().Changed("delay"))
	if err != nil {
		return nil, err
	}
	r.browser = own.run.browser
	return &batchRun{run: r, opts: o}, nil
}

// open is what judges the jobs of a run that another machine began.
func (o *workerOptions) open(a *app) func(json.RawMessage, batch.Leases) (batch.Judge, *batch.Manners, error) {
	return func(raw json.RawMessage, leases batch.Leases) (batch.Judge, *batch.Manners, error) {
		b, err := a.served(raw, o)
		if err != nil {
			return nil, nil, fmt.Errorf("%s", strings.ReplaceAll(err.Error(), "\n", "; "))
		}
		m := b.manners(leases)
		return b.judge(m), m, nil
	}
}
