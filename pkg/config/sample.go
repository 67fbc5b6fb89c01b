package config

import _ "embed"

//go:embed sample.yaml
var sample []byte

//go:embed config.schema.json
var schema []byte

// Sample is a commented file that loads without a fault and changes nothing
// until a line of it is freed.
func Sample() []byte { return append([]byte(nil), sample...) }

// Schema is the JSON Schema (2020-12) of the file, for editors.
func Schema() []byte { return append([]byte(nil), schema...) }
