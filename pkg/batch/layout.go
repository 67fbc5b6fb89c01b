package batch

import "path/filepath"

// Names in the folder of a batch.
const (
	JournalName = "results.jsonl"
	SummaryName = "summary.csv"
	ProfileName = "profile.csv"
	IndexName   = "index.html"
	ShopsDir    = "shops"
	HistoryDir  = "history"

	ownDir   = ".batch"
	lockName = "lock"
	runName  = "run.json"
	queueDir = "queue"
)

// Extension is what the file of a format ends in, with its dot.
func Extension(format string) string {
	switch format {
	case "text":
		return ".txt"
	case "markdown":
		return ".md"
	case "html", "json", "jsonl", "csv":
		return "." + format
	case "junit":
		return ".junit.xml"
	case "gitlab":
		return ".gitlab.json"
	case "github":
		return ".github.txt"
	}
	return "." + format
}

// ReportPath is the report of a target in a format, as seen from the folder.
func ReportPath(target, format string) string {
	return filepath.ToSlash(filepath.Join(ShopsDir, Slug(target)+Extension(format)))
}
