package report

// pictures names the files that show a finding.
func (p *printer) pictures(r *Result, col int) {
	if len(r.Screenshots) > 0 {
		p.entries(2, col, p.say("label.pictures"), r.Screenshots)
	}
}
