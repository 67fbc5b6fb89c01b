// Package schema is the published form of the reports.
package schema

import _ "embed"

//go:embed report.schema.json
var report []byte

// Report is the JSON Schema (2020-12) of report version 1. It asks for every
// field that version 1 has and allows those that later ones add.
func Report() []byte { return append([]byte(nil), report...) }
