package rule

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"go.yaml.in/yaml/v4"
)

// maxFile caps a file of a rule book, in bytes. The longest of ours has a
// tenth of it; a folder given by a user may hold anything.
const maxFile = 1 << 20

// Strict decodes a held-back node, such as a rule's check, into a struct:
// unknown and repeated keys are errors, with the line of the file.
func Strict(node *yaml.Node, into any) error {
	if node == nil || node.IsZero() {
		return errors.New("the node is empty")
	}
	if err := node.Load(into, yaml.WithKnownFields(), yaml.WithUniqueKeys()); err != nil {
		return fmt.Errorf("decode line %d: %w", node.Line, err)
	}
	return nil
}

// readFile reads a file of at most maxFile bytes.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s is larger than %d bytes", name, maxFile)
	}
	return data, nil
}

// decode reads a YAML file strictly into v and gives the node tree, by which
// later faults find their lines. A file that cannot be decoded is a fault.
func (l *loader) decode(name string, v any) (*yaml.Node, bool) {
	data, err := readFile(l.fsys, name)
	if err != nil {
		l.faults.add(name, 0, "%v", cause(err))
		return nil, false
	}
	var root yaml.Node
	if err := yaml.Load(data, &root); err != nil {
		l.faults.addYAML(name, err)
		return nil, false
	}
	if err := root.Load(v, yaml.WithKnownFields(), yaml.WithUniqueKeys()); err != nil {
		l.faults.addYAML(name, err)
		return nil, false
	}
	return &root, true
}

// cause strips the file name off an error that names it, since a fault names
// its file already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// line finds the line of a value by its path of keys and indexes; the line of
// the nearest parent where the path ends early.
func line(n *yaml.Node, path ...any) int {
	if n == nil {
		return 0
	}
	if n.Kind == yaml.DocumentNode && len(n.Content) == 1 {
		n = n.Content[0]
	}
	at := n.Line
	for _, step := range path {
		next := child(n, step)
		if next == nil {
			return at
		}
		n, at = next, next.Line
	}
	return at
}

func child(n *yaml.Node, step any) *yaml.Node {
	switch s := step.(type) {
	case int:
		if n.Kind == yaml.SequenceNode && s < len(n.Content) {
			return n.Content[s]
		}
	case string:
		for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == s {
				return n.Content[i+1]
			}
		}
	}
	return nil
}
