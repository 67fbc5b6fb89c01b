package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Find looks for the file in a folder and in those above it, up to the root of
// the repository: the folder with a .git. Outside of a repository only the
// folder itself is looked in, so that nobody else's file is ever taken. It
// gives "" when there is none.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for _, d := range folders(dir) {
		name := filepath.Join(d, Name)
		info, err := os.Stat(name)
		switch {
		case err == nil && !info.IsDir():
			return name, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
	}
	return "", nil
}

// folders are the folder and those above it up to the repository's root.
func folders(dir string) []string {
	list := []string{}
	for d := dir; ; d = filepath.Dir(d) {
		list = append(list, d)
		if _, err := os.Stat(filepath.Join(d, ".git")); err == nil {
			return list
		}
		if d == filepath.Dir(d) {
			return list[:1]
		}
	}
}
