package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// tempPrefix is what files begin with until they are whole.
const tempPrefix = ".part-"

// writeFile writes a file whole or not at all, and onto the disk: a crash, also
// of the machine, leaves the old file or the new one.
func writeFile(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), tempPrefix+"*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	_, err = f.Write(data)
	return finish(f, name, err)
}

// finish ends what was begun with a temporary file.
func finish(f *os.File, name string, err error) error {
	if err == nil {
		err = errors.Join(f.Chmod(0o644), f.Sync())
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return fmt.Errorf("write %s: %w", name, err)
	}
	syncDir(filepath.Dir(name))
	return nil
}

// syncDir puts the names of a folder onto the disk. Not every file system can;
// the bytes themselves are there already.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
