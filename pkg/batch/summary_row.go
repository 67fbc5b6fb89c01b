package batch

// SummaryHeader are the columns of summary.csv. Verdict is pass, warn, fail or
// unclear; cause is why an undecided shop could not be judged; report is the
// path of its first report, as seen from the folder.
func SummaryHeader() []string {
	return []string{
		"target", "name", "group", "verdict", "exit", "cause", "country", "country_source", "sells_to", "platform",
		"fail", "warn", "pass", "unclear", "failing", "as_of", "pages", "requests", "seconds", "report",
	}
}
