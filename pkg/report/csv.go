package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
)

// csvColumns are the columns of version 1.
var csvColumns = []string{
	"target", "country", "as_of", "rule", "level", "outcome", "cause", "message", "url", "line", "excerpt", "fix", "fingerprint",
}

// CSV writes one row for each result of each shop, with its first place. A
// cell is one line, and none is a formula to a spreadsheet.
func CSV(w io.Writer, r *Report) error {
	r = tidy(r)
	out := csv.NewWriter(w)
	if err := out.Write(csvColumns); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	for i := range r.Shops {
		s := &r.Shops[i]
		for j := range s.Results {
			if err := out.Write(csvRow(r, s, &s.Results[j])); err != nil {
				return fmt.Errorf("write csv: %w", err)
			}
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

func csvRow(r *Report, s *Shop, res *Result) []string {
	var at Evidence
	if len(res.Evidence) > 0 {
		at = res.Evidence[0]
	}
	line := ""
	if at.Line > 0 {
		line = strconv.Itoa(at.Line)
	}
	row := []string{
		s.Target, s.Country, r.AsOf, res.Rule, res.Level, string(res.Outcome), string(res.Cause),
		res.Message, at.URL, line, at.Excerpt, numbered(res.Fix.Steps), res.Fingerprint,
	}
	for i := range row {
		row[i] = cell(row[i])
	}
	return row
}
