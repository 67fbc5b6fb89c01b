package cmd

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/words"
	"github.com/shoplint/shoplint/rules"
)

// loadBook reads the rule book that is built in, and behind it the rules of
// own folders, as --rules names them; an empty name is none.
func loadBook(own ...string) (audit.Book, error) {
	var b audit.Book
	var side errgroup.Group
	side.Go(func() (err error) {
		b.Rules, err = rules.Book(check.Words())
		return err
	})
	side.Go(func() (err error) {
		if b.Words, err = words.Load(rules.FS()); err != nil {
			err = fmt.Errorf("load the vocabulary: %w", err)
		}
		return err
	})
	side.Go(func() (err error) {
		if b.ADR, err = adr.Load(rules.FS()); err != nil {
			err = fmt.Errorf("load the directory of ADR bodies: %w", err)
		}
		return err
	})
	err := side.Wait()
	if err != nil {
		return b, err
	}
	for _, dir := range own {
		if dir == "" {
			continue
		}
		if b.Rules, err = addOwn(b.Rules, dir); err != nil {
			return b, err
		}
	}
	return b, nil
}

// addOwn adds the rules of a folder to a book. Every fault is named with its
// file, as seen from here, and its line.
func addOwn(book *rule.Book, dir string) (*rule.Book, error) {
	if info, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("the rules of %s: %w", dir, err)
	} else if !info.IsDir() {
		return nil, fmt.Errorf("%s is no folder: name the one that holds the folders of your rules", dir)
	}
	root, only := ownRoot(dir)
	out, err := rule.LoadOwn(os.DirFS(root), check.Words(), rules.Languages, book, only...)
	var faults rule.Faults
	if errors.As(err, &faults) {
		return nil, fmt.Errorf("the rules of %s:\n%w", dir, faults.Under(filepath.ToSlash(root)))
	}
	if err != nil {
		return nil, fmt.Errorf("the rules of %s: %w", dir, err)
	}
	return out, nil
}
