package cmd

import (
	"github.com/shoplint/shoplint/pkg/har"
	"github.com/shoplint/shoplint/pkg/survey"
)

// cutShort is what an archive notes of a reading that was ended by the hand of
// a person or by the clock; nil where it would end in the same place again.
func cutShort(s *survey.Survey) *har.Ended {
	if s.Stopped != "interrupted" && s.Stopped != "timeout" {
		return nil
	}
	e := &har.Ended{By: s.Stopped, Requests: s.Requests, Bytes: s.Bytes}
	for _, u := range s.Unread {
		e.Left = append(e.Left, har.Left{URL: u.URL, Cause: string(u.Cause), Detail: u.Detail})
	}
	return e
}

// endedSink hands on what an archive lacks as what it was then: not left out
// by the archive, but unread when the reading was cut short.
type endedSink struct {
	survey.Sink
	ended *har.Ended // nil: it was not
}

func (e *endedSink) Miss(u survey.Unread) {
	if e.ended != nil && u.Cause == survey.NoSource {
		u.Cause, u.Detail = survey.Interrupted, e.ended.By
		if e.ended.By == "timeout" {
			u.Cause = survey.Budget
		}
		for _, l := range e.ended.Left {
			if l.URL == u.URL {
				u.Cause, u.Detail = survey.Cause(l.Cause), l.Detail
			}
		}
	}
	e.Sink.Miss(u)
}

// finish says of the totals how the reading ended then.
func (e *endedSink) finish(t *survey.Totals) {
	if e.ended == nil || t.Interrupted {
		return
	}
	t.Stopped, t.Interrupted, t.Searched = e.ended.By, e.ended.By == "interrupted", false
	t.Requests, t.Bytes = e.ended.Requests, e.ended.Bytes
}
