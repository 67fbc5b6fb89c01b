// Gen writes the README of every rule folder. Run it by go generate ./rules.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/rules"
	"github.com/shoplint/shoplint/rules/internal/readme"
)

func main() {
	log.SetFlags(0)
	if err := run("."); err != nil {
		log.Fatal(err)
	}
}

// run writes into the rule folders below dir.
func run(dir string) error {
	book, err := rules.Book(check.Words())
	if err != nil {
		return err
	}
	for i := range book.Rules {
		r := &book.Rules[i]
		text, err := readme.Render(rules.FS(), book, r)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, r.ID, "README.md"), []byte(text), 0o644); err != nil {
			return fmt.Errorf("write the page of %s: %w", r.ID, err)
		}
	}
	return nil
}
