package survey

// foldTargets joins links of equal target address, region and visibility: the
// first place is kept, the pages are counted.
func foldTargets(all, more []TargetLink) []TargetLink {
next:
	for _, t := range more {
		for i := range all {
			o := &all[i]
			if o.Href == t.Href && o.Visible == t.Visible && o.Region == t.Region && o.Closed == t.Closed && o.Why == t.Why {
				if o.URL != t.URL {
					o.Pages++
				}
				continue next
			}
		}
		if len(all) < maxFolded {
			all = append(all, t)
		}
	}
	return all
}

// foldMentions joins mentions of the same words in the same region.
func foldMentions(all, more []Mention) []Mention {
next:
	for _, m := range more {
		for i := range all {
			o := &all[i]
			if o.Key == m.Key && o.Region == m.Region && o.Visible == m.Visible {
				if o.URL != m.URL {
					o.Pages++
				}
				continue next
			}
		}
		if len(all) < maxFolded {
			all = append(all, m)
		}
	}
	return all
}

// maxFolded bounds what a hostile shop can make a report hold.
const maxFolded = 500
