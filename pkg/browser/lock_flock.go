//go:build linux || darwin

package browser

import (
	"os"
	"syscall"
)

// lockFolder locks a folder of this user, as long as the file is open; nil
// when it is no such folder, or another process has it.
func lockFolder(folder string) *os.File {
	f, err := os.OpenFile(folder, os.O_RDONLY|syscall.O_DIRECTORY|syscall.O_NOFOLLOW, 0)
	if err != nil {
		return nil
	}
	info, err := f.Stat()
	if err == nil {
		if owner, ok := info.Sys().(*syscall.Stat_t); !ok || int(owner.Uid) != os.Geteuid() {
			err = syscall.EPERM
		}
	}
	if err == nil {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	}
	if err != nil {
		_ = f.Close()
		return nil
	}
	return f
}
