package report

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCell(t *testing.T) {
	tests := map[string]string{
		"=1+1":            "'=1+1",
		"+32 2":           "'+32 2",
		"-1":              "'-1",
		"@SUM(A1)":        "'@SUM(A1)",
		"\t=1":            "'=1",
		" \"=1":           "'\"=1",
		"＝1":              "'＝1",
		"a;=HYPERLINK(1)": "a;'=HYPERLINK(1)",
		"a\n=1":           "a =1",
		"plain - text":    "plain - text",
		"":                "",
	}
	for in, want := range tests {
		if got := cell(in); got != want {
			t.Errorf("cell(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestNoCellIsAFormula reads the rows as spreadsheets do, with either
// separator.
func TestNoCellIsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		if err := CSV(&b, commandingReport(t)); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if len(row) != len(csvColumns) {
				t.Fatalf("%d cells: %q", len(row), row)
			}
			for _, c := range row {
				if strings.ContainsAny(c, "\r\n\t") || slices.ContainsFunc(strings.Split(c, ";"), formula) {
					t.Fatalf("a formula: %q", c)
				}
			}
		}
	})
}
