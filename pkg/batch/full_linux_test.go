package batch

import (
	"errors"
	"strings"
	"syscall"
	"testing"
)

// A full disk ends the run, loses nothing, and is said.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("no small disk can be mounted here: %v", err)
	}
	defer func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) }()
	calm, list := t.TempDir(), testList(400)
	r, err := Run(t.Context(), testOptions(dir+"/out", list))
	switch {
	case err == nil && (r.Ended == nil || len(r.Left) == 0 || r.Exit() != 3):
		t.Fatalf("nothing filled up: %+v", r)
	case err == nil && !errors.Is(r.Ended, syscall.ENOSPC) && !strings.Contains(r.Ended.Error(), "queue"):
		t.Errorf("the cause is not said: %v", r.Ended)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, "size=64m"); err != nil {
		t.Fatal(err)
	}
	r = mustRun(t, testOptions(dir+"/out", list))
	t.Logf("full after %d of %d shops", r.Before, len(list.Entries))
	onceEach(t, dir+"/out", list)
	mustRun(t, testOptions(calm, list))
	sameTree(t, calm, dir+"/out")
}
