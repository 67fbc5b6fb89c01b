package cmd

import (
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/shoplint/shoplint/pkg/batch"
)

// openMetrics is the media type of OpenMetrics 1.0.
const openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8"

// serveMetrics serves the figures of a run at --metrics.
func (b *batchRun) serveMetrics(tally *batch.Tally) (stop func(), err error) {
	if b.opts.metrics == "" {
		return func() {}, nil
	}
	l, err := net.Listen("tcp", b.opts.metrics)
	if err != nil {
		return nil, fmt.Errorf("--metrics: %w", err)
	}
	s := &http.Server{ReadHeaderTimeout: 5 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", openMetrics)
		writeMetrics(w, tally.Now())
	})}
	go func() { _ = s.Serve(l) }() // it ends with the run
	b.app.note(&b.opts.checkOptions, "figures of the run: http://"+l.Addr().String()+"/metrics")
	return func() { _ = s.Close() }, nil
}

// writeMetrics writes the figures of a run. No name of a shop is among them.
func writeMetrics(w io.Writer, p batch.Progress) {
	gauge := func(name, help string, value any) {
		fmt.Fprintf(w, "# TYPE shoplint_%s gauge\n# HELP shoplint_%s %s\nshoplint_%s %v\n", name, name, help, name, value)
	}
	gauge("shops", "Shops of the list.", p.Total)
	gauge("shops_active", "Shops being read now.", p.Active)
	gauge("shops_before", "Shops that an earlier run had done.", p.Before)
	if !p.Started.IsZero() {
		gauge("started_timestamp_seconds", "When the run began.", p.Started.Unix())
	}
	counts := func(name, label, help string, values map[string]int) {
		fmt.Fprintf(w, "# TYPE shoplint_%s gauge\n# HELP shoplint_%s %s\n", name, name, help)
		for _, k := range slices.Sorted(maps.Keys(values)) {
			fmt.Fprintf(w, "shoplint_%s{%s=\"%s\"} %d\n", name, label, labelEscape.Replace(k), values[k])
		}
	}
	counts("verdicts", "verdict", "Shops by verdict.", p.Verdicts)
	counts("undecided", "cause", "Undecided shops by cause.", p.Causes)
	counts("failing", "rule", "Shops by the rule they fail.", p.Found)
	counts("worker_jobs", "worker", "Jobs by the worker that took them.", p.Workers)
	counts("refused", "worker", "Jobs refused to workers with another rule book.", p.Refused)
	fmt.Fprintf(w, "# TYPE shoplint_done counter\n# HELP shoplint_done Shops done by this run.\nshoplint_done_total %d\n", p.Done)
	fmt.Fprintf(w, "# TYPE shoplint_requests counter\n# HELP shoplint_requests Requests for shops that are done.\nshoplint_requests_total %d\n# EOF\n", p.Requests)
}

var labelEscape = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)
