package batch

import (
	"bytes"
	"encoding/json"
	"path/filepath"

	"github.com/shoplint/shoplint/pkg/report"
)

// IndexOptions say how the overview of a folder looks.
type IndexOptions struct {
	Lang    string
	Tool    report.Tool
	Agency  report.Agency
	Formats []string // of the shops' own reports; the first one is linked
}

// maxRuns is how many earlier runs the overview shows.
const maxRuns = 24

// WriteIndex writes index.html from the journal of a folder and those of its
// earlier runs, in the order of the journal. It keeps a row of each shop in
// memory, not the shops.
func WriteIndex(dir string, o IndexOptions) error {
	last := LastRun(dir)
	page := &report.Overview{Lang: o.Lang, Tool: o.Tool, Agency: o.Agency, Runs: history(dir)}
	if last != nil {
		page.Fresh = last.New
	}
	for l, err := range Lines(dir) {
		if err != nil {
			return err
		}
		page.AsOf = max(page.AsOf, l.AsOf)
		link := ""
		if len(o.Formats) > 0 {
			link = ReportPath(l.Target, o.Formats[0])
		}
		page.Add(&l.Shop, l.Gate.Verdict, link)
	}
	var buf bytes.Buffer
	if err := report.WriteOverview(&buf, page); err != nil {
		return err
	}
	return writeFile(filepath.Join(dir, IndexName), buf.Bytes())
}

// history counts the earlier runs of a folder, the oldest first. A journal
// that cannot be read is left out: it is no part of this run.
func history(dir string) []report.Run {
	var out []report.Run
	for _, name := range kept(dir) {
		var run report.Run
		err := eachLine(name, func(_ int64, raw []byte) error {
			var l struct {
				AsOf string      `json:"as_of"`
				Gate report.Gate `json:"gate"`
			}
			if err := json.Unmarshal(raw, &l); err != nil {
				return err
			}
			run.Day = max(run.Day, l.AsOf)
			run.Count(l.Gate.Verdict)
			return nil
		})
		if err == nil && run.Day != "" {
			out = append(out, run)
		}
	}
	return out[max(0, len(out)-maxRuns):]
}
