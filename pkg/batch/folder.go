package batch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/nats-io/nuid"
)

// InUse is the error for a folder that another run holds.
type InUse struct{ Dir string }

func (e *InUse) Error() string {
	return e.Dir + " is in use by another batch: wait for it to end, or give another folder"
}

// OtherSettings is the error for a folder that was filled with other settings:
// going on would mix two kinds of reports.
type OtherSettings struct {
	Dir     string
	Changed []string // "lang: nl, now fr"
}

func (e *OtherSettings) Error() string {
	return fmt.Sprintf("%s was begun with other settings (%s): run with those to go on, give another folder, or begin anew with --again", e.Dir, strings.Join(e.Changed, "; "))
}

// folder is the open and locked folder of one run.
type folder struct {
	dir  string
	lock *os.File
	run  runFile
}

// runFile is run.json.
type runFile struct {
	ID       string            `json:"id"`
	Settings map[string]string `json:"settings"`
}

// openFolder makes the folder where there is none, and takes it for this run.
func openFolder(dir string) (*folder, error) {
	for _, d := range []string{filepath.Join(dir, ShopsDir), filepath.Join(dir, ownDir)} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			return nil, fmt.Errorf("make the folder: %w", err)
		}
	}
	lock, err := os.OpenFile(filepath.Join(dir, ownDir, lockName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("lock the folder: %w", err)
	}
	if err := lockFile(lock); err != nil {
		lock.Close()
		if errors.Is(err, errLocked) {
			return nil, &InUse{dir}
		}
		return nil, fmt.Errorf("lock %s: %w", dir, err)
	}
	f := &folder{dir: dir, lock: lock}
	if err := f.sweep(); err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

// sweep takes away what a run that was killed left half written, and what it
// had in its queue: that is rebuilt.
func (f *folder) sweep() error {
	if err := os.RemoveAll(f.path(ownDir, queueDir)); err != nil {
		return fmt.Errorf("clear the queue: %w", err)
	}
	for _, d := range []string{f.dir, f.path(ShopsDir)} {
		names, err := filepath.Glob(filepath.Join(escaped(d), tempPrefix+"*"))
		if err != nil {
			return err
		}
		for _, n := range names {
			if err := os.Remove(n); err != nil {
				return fmt.Errorf("clear the folder: %w", err)
			}
		}
	}
	return nil
}

// escaped is a path as Glob takes it literally.
func escaped(path string) string {
	return strings.NewReplacer("[", `\[`, "*", `\*`, "?", `\?`).Replace(path)
}

func (f *folder) path(parts ...string) string {
	return filepath.Join(append([]string{f.dir}, parts...)...)
}

// settle compares the settings of this run with those the folder was begun
// with; anew takes the new ones.
func (f *folder) settle(now map[string]string, anew bool) error {
	data, err := os.ReadFile(f.path(ownDir, runName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		anew = true
	case err != nil:
		return fmt.Errorf("read the settings: %w", err)
	case json.Unmarshal(data, &f.run) != nil || f.run.ID == "":
		anew = true // torn by a crash before anything was done
	}
	if anew {
		f.run = runFile{nuid.Next(), now}
		data, err := json.MarshalIndent(f.run, "", " ")
		if err != nil {
			return err
		}
		return writeFile(f.path(ownDir, runName), append(data, '\n'))
	}
	if changed := differences(f.run.Settings, now); len(changed) > 0 {
		return &OtherSettings{f.dir, changed}
	}
	return nil
}

// differences names settings that have another value now.
func differences(then, now map[string]string) []string {
	var out []string
	show := func(s string) string {
		if s == "" {
			return "none"
		}
		return s
	}
	for k, v := range now {
		if then[k] != v {
			out = append(out, fmt.Sprintf("%s: %s, now %s", k, show(then[k]), show(v)))
		}
	}
	for k, v := range then {
		if _, ok := now[k]; !ok {
			out = append(out, fmt.Sprintf("%s: %s, now none", k, show(v)))
		}
	}
	slices.Sort(out)
	return out
}

// close gives the folder back.
func (f *folder) close() {
	_ = os.RemoveAll(f.path(ownDir, queueDir)) // it is rebuilt by every run
	f.lock.Close()                             // and with it the lock
}
