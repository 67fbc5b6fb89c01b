package report

import "github.com/shoplint/shoplint/pkg/report/schema"

// Schema is the published JSON Schema (2020-12) that every JSON report is
// valid for.
func Schema() []byte { return schema.Report() }
