package config

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/rule"
)

// maxFile caps a configuration, in bytes.
const maxFile = 1 << 20

// Known is what a file may name. Empty lists are not checked.
type Known struct {
	Book      *rule.Book
	Formats   []string
	Languages []string
	Kinds     []string // of pages
}

// Load reads a file. The error is of type Faults when the file can be read:
// everything that is wrong with it, with line, column and, for a wrong name,
// the nearest right one.
func Load(path string, known Known) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the configuration: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read the configuration: %w", err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s is larger than %d bytes: no configuration", path, maxFile)
	}
	return Parse(path, data, known)
}

// Parse is Load of bytes; a logo is looked for beside path.
func Parse(path string, data []byte, known Known) (*File, error) {
	r := &reader{path: path, dir: filepath.Dir(path), known: known, file: &File{Path: path}}
	var root yaml.Node
	if err := yaml.Load(data, &root); err != nil {
		r.syntax(err)
		return nil, r.faults.err()
	}
	if root.Kind == yaml.DocumentNode && len(root.Content) == 1 {
		r.top(root.Content[0])
	}
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return r.file, nil
}
