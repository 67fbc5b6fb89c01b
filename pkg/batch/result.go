package batch

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shoplint/shoplint/pkg/report"
)

// keys are those of a journal: first the list's, in its order, then those of
// shops that are on the list no longer, in the order of the journal.
func (j *journal) keys(list *List) []string {
	var out []string
	listed := map[string]bool{}
	for i := range list.Entries {
		key := list.Entries[i].Key()
		listed[key] = true
		if j.has(key) {
			out = append(out, key)
		}
	}
	var rest []string
	for key := range maps.Keys(j.at) {
		if !listed[key] {
			rest = append(rest, key)
		}
	}
	slices.SortFunc(rest, func(a, b string) int { return cmp.Compare(j.at[a].from, j.at[b].from) })
	return append(out, rest...)
}

// write puts the journal into the order of the list, when all is done, and
// writes the tables.
func (r *running) write(out *Result) error {
	if len(out.Left) == 0 {
		if err := r.journal.rewrite(r.journal.keys(r.List)); err != nil {
			return err
		}
	}
	if err := r.summary(); err != nil {
		return err
	}
	return writeProfile(r.folder.path(ProfileName), r.List.Entries, out.Rows)
}

// summary writes summary.csv.
func (r *running) summary() error {
	table := [][]string{SummaryHeader()}
	for i := range r.List.Entries {
		e := &r.List.Entries[i]
		if row, ok := r.journal.rows[e.Key()]; ok {
			table = append(table, r.summaryRow(e, &row))
		}
	}
	var buf bytes.Buffer
	if err := tabulate(&buf, table); err != nil {
		return err
	}
	return writeFile(r.folder.path(SummaryName), buf.Bytes())
}

func (r *running) summaryRow(e *Entry, row *Row) []string {
	var failing []string
	for _, f := range row.Failing {
		failing = append(failing, f.Rule)
	}
	link := ""
	if len(r.Formats) > 0 {
		link = ReportPath(e.Target, r.Formats[0])
	}
	n := strconv.Itoa
	return []string{
		row.Target, e.Name, e.Group, row.Verdict, n(row.Exit), row.Cause, row.Country, row.CountrySource,
		strings.Join(row.SellsTo, " "), row.Platform,
		n(row.Counts["fail"]), n(row.Counts["warn"]), n(row.Counts["pass"]), n(row.Counts["unclear"]), strings.Join(failing, " "),
		row.AsOf, n(row.Pages), n(row.Requests), strconv.FormatFloat(float64(row.MS)/1000, 'f', 1, 64), link,
	}
}

// tabulate writes rows as CSV that a spreadsheet does not compute.
func tabulate(to io.Writer, table [][]string) error {
	w := csv.NewWriter(to)
	for _, row := range table {
		for i := range row {
			row[i] = report.Cell(row[i])
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
