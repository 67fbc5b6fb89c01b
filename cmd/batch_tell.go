package cmd

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/report"
)

// tell shows how a run ended, in one screen, and gives its exit code.
func (b *batchRun) tell(r *batch.Result) error {
	if r.Ended != nil {
		fmt.Fprintln(b.app.err, "shoplint: "+report.Clean(ending(r, b.opts.dir)))
	}
	if code := r.Exit(); code != report.ExitClean {
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
