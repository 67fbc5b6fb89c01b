package cmd

import (
	"fmt"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/words"
	"github.com/shoplint/shoplint/rules"
)

// loadBook reads the rule book that is built in.
func loadBook() (audit.Book, error) {
	var b audit.Book
	var err error
	if b.Rules, err = rules.Book(check.Words()); err != nil {
		return b, err
	}
	if b.Words, err = words.Load(rules.FS()); err != nil {
		return b, fmt.Errorf("load the vocabulary: %w", err)
	}
	if b.ADR, err = adr.Load(rules.FS()); err != nil {
		return b, fmt.Errorf("load the directory of ADR bodies: %w", err)
	}
	return b, nil
}
