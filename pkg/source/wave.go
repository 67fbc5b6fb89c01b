package source

import (
	"context"

	"github.com/shoplint/shoplint/pkg/survey"
)

// wave reads pages on all processors and takes them in the order given. No
// more than Jobs of them are in memory at once.
func (w *walk) wave(ctx context.Context, items []*item) {
	reading, cancel := context.WithCancel(ctx)
	defer cancel()
	w.sheets.Wave(len(items))
	slots := make(chan chan result, w.o.Jobs)
	ahead := make(chan struct{}, w.o.Jobs)
	go func() {
		defer close(slots)
		for _, it := range items {
			select {
			case ahead <- struct{}{}:
			case <-reading.Done():
				return
			}
			slot := make(chan result, 1)
			slots <- slot
			go func() { slot <- w.visit(ctx, it) }()
		}
	}()
	taken := 0
	for slot := range slots { // to the last, so that no goroutine is left
		r := <-slot
		if w.goesOn(ctx) {
			w.take(r)
			taken++
		} else {
			cancel()
		}
		<-ahead
	}
	w.leave(ctx, items[taken:])
}

// leave names the legal pages that were not read for want of time or bytes.
func (w *walk) leave(ctx context.Context, items []*item) {
	cause, detail := survey.Budget, "the byte budget of the folder was spent"
	if ctx.Err() != nil {
		cause, detail = survey.Interrupted, ""
	}
	for _, it := range items {
		if it.hint.Kind.Legal() && it.file != "" {
			w.sink.Miss(survey.Unread{URL: it.url, Cause: cause, Detail: detail, Guess: it.hint})
		}
	}
}
