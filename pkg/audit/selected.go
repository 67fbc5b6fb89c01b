package audit

// Rules are the ids of the selected rules, in the order of a record's
// evidence.
func (a *Auditor) Rules() []string {
	out := make([]string, len(a.rules))
	for i, r := range a.rules {
		out[i] = r.ID
	}
	return out
}
