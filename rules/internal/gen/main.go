// Gen writes the README of every rule folder, the index of the book and the
// changelog of the law. Run it by go generate ./rules.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
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
	return whole(dir, book)
}

// whole writes the pages of the whole book: its index and the changelog of the
// law.
func whole(dir string, book *rule.Book) error {
	states, err := profile.LoadStates(rules.FS())
	if err != nil {
		return err
	}
	bodies, err := adr.Load(rules.FS())
	if err != nil {
		return err
	}
	for name, text := range map[string]string{
		"README.md": readme.Index(book, states, bodies), "LAW-CHANGELOG.md": readme.History(book),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	return nil
}
