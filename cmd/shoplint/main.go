// Shoplint audits a webshop for the notices EU consumer law demands of it.
package main

import (
	"os"
	_ "time/tzdata" // "today" is the seller's civil date, also where no zone files are installed

	"github.com/shoplint/shoplint/cmd"
)

// version is set by the release build.
var version = "0.1.0"

func main() {
	var self []string
	if path, err := os.Executable(); err == nil {
		self = []string{path}
	}
	os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, version, self...))
}
