package audit

import "time"

// For is the auditor for what else is known of one shop. The rules and their
// checks are those of a: Only and Skip of o do not count.
func (a *Auditor) For(o Options) *Auditor {
	b := *a
	if o.Now == nil {
		o.Now = time.Now
	}
	o.Only, o.Skip = a.opts.Only, a.opts.Skip
	b.opts = o
	return &b
}
