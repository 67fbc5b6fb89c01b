package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A killed process of ours cannot remove the folder its browser wrote into. So
// the next one does: a folder in use is locked by the process that uses it, a
// lock the system lets go of whatever way that process ends, and only a folder
// that holds our mark, which is laid when the lock is held, is ours to remove.
const (
	folders      = "chromedp-runner*" // as the driver names them
	mark         = "shoplint"         // an empty file in a folder of ours
	maxLeftovers = 100                // removed at one start
)

// sweep removes the folders in dir whose owner is gone. What cannot be removed
// is left for the next time.
func sweep(dir string) {
	found, _ := filepath.Glob(filepath.Join(dir, folders)) // the pattern is sound, or a strange dir is not swept
	for i, folder := range found {
		if i == maxLeftovers {
			return
		}
		if info, err := os.Lstat(filepath.Join(folder, mark)); err != nil || !info.Mode().IsRegular() {
			continue
		}
		if lock := lockFolder(folder); lock != nil {
			_ = os.RemoveAll(folder) // a page's process may still write in it
			_ = lock.Close()
		}
	}
}

// claim locks the folder a browser is about to use and marks it as ours. The
// file is to be closed when the folder is gone; nil: it could not be locked.
func claim(cmd *exec.Cmd) *os.File {
	folder := ""
	for _, arg := range cmd.Args {
		if at, is := strings.CutPrefix(arg, "--user-data-dir="); is {
			folder = at
		}
	}
	lock := lockFolder(folder)
	if lock == nil {
		return nil
	}
	if err := os.WriteFile(filepath.Join(folder, mark), nil, 0o600); err != nil {
		_ = lock.Close() // without a mark nobody else looks at it
		return nil
	}
	return lock
}
