package batch

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/shoplint/shoplint/pkg/report"
)

// Forecast gathers what is to come for the shops of a folder, from its journal
// alone: nothing is fetched.
func Forecast(dir string) (*report.Portfolio, error) {
	out := &report.Portfolio{}
	for l, err := range Lines(dir) {
		if err != nil {
			return nil, fmt.Errorf("the journal cannot be read: %w", err)
		}
		out.Add(l)
	}
	return out, nil
}

// IsFolder reports whether a folder holds a batch: its journal, and what the
// runs keep for themselves. A built site that has a file of that name is none.
func IsFolder(dir string) bool {
	for _, name := range []string{JournalName, filepath.Join(ownDir, runName)} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}
