package batch

import (
	"context"
	"errors"
)

// Judge audits one shop of a list and renders its reports. It is called from
// many goroutines. When ctx ends before the shop is done, what it gives is not
// kept. A shop that cannot be read is an outcome; the error is for what would
// be the same for every shop, and ends the run.
type Judge func(ctx context.Context, e *Entry) (*Outcome, error)

// Outcome is what a batch keeps of a shop.
type Outcome struct {
	Line  []byte            // as report.JSONLines writes it, line feed included
	Files map[string][]byte // reports by format
}

// Errors of a run that was ended before its list was.
var (
	ErrInterrupted = errors.New("interrupted")
	ErrDeadline    = errors.New("the time for the whole batch is used up")
)
