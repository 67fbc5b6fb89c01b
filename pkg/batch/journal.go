package batch

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// journal is results.jsonl of one run: what stands there is done. It belongs
// to one goroutine at a time.
type journal struct {
	name string
	file *os.File
	size int64
	at   map[string]span // of each line, by the key of its target
	rows map[string]Row
}

type span struct{ from, size int64 }

// openJournal reads what is done and cuts off a line that was torn.
func openJournal(dir string) (*journal, error) {
	j := &journal{name: filepath.Join(dir, JournalName), at: map[string]span{}, rows: map[string]Row{}}
	err := eachLine(j.name, func(at int64, raw []byte) error {
		row, err := rowOf(raw)
		if err != nil {
			return err
		}
		j.note(row, at, int64(len(raw))+1)
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the journal cannot be read: %w; mend or move the file, what it lists is done", err)
	}
	if j.file, err = os.OpenFile(j.name, os.O_RDWR|os.O_CREATE, 0o644); err != nil {
		return nil, fmt.Errorf("open the journal: %w", err)
	}
	if err := j.file.Truncate(j.size); err != nil {
		j.file.Close()
		return nil, fmt.Errorf("cut off the torn line of %s: %w", j.name, err)
	}
	syncDir(dir)
	return j, nil
}

func (j *journal) note(row Row, at, size int64) {
	key := homeKey(row.Target)
	j.at[key], j.rows[key] = span{at, size}, row
	j.size = max(j.size, at+size)
}

// has reports whether a shop is done.
func (j *journal) has(key string) bool { _, ok := j.at[key]; return ok }

// add writes a line, which ends in a line feed, onto the disk. When that fails
// the journal is as it was before.
func (j *journal) add(line []byte) (Row, error) {
	row, err := rowOf(line)
	if err != nil {
		return row, fmt.Errorf("a worker sent no line of a journal: %w", err)
	}
	_, err = j.file.WriteAt(line, j.size)
	if err == nil {
		err = j.file.Sync()
	}
	if err != nil {
		_ = j.file.Truncate(j.size) // else the torn line is cut when the folder is opened
		return row, fmt.Errorf("write the journal: %w", err)
	}
	j.note(row, j.size, int64(len(line)))
	return row, nil
}

// rewrite keeps the lines of keys, in their order, and drops all others. A
// crash leaves the old journal or the new one.
func (j *journal) rewrite(keys []string) error {
	if j.inOrder(keys) {
		return nil
	}
	f, err := os.CreateTemp(filepath.Dir(j.name), tempPrefix+"*")
	if err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	w := bufio.NewWriterSize(f, 1<<16)
	at, rows, size := map[string]span{}, map[string]Row{}, int64(0)
	for _, key := range keys {
		s, ok := j.at[key]
		if !ok || at[key].size > 0 {
			continue
		}
		if _, err = io.Copy(w, io.NewSectionReader(j.file, s.from, s.size)); err != nil {
			break
		}
		at[key], rows[key] = span{size, s.size}, j.rows[key]
		size += s.size
	}
	if err == nil {
		err = w.Flush()
	}
	if err := finish(f, j.name, err); err != nil {
		return err
	}
	j.file.Close()
	j.at, j.rows, j.size = at, rows, size
	if j.file, err = os.OpenFile(j.name, os.O_RDWR, 0o644); err != nil {
		return fmt.Errorf("open the journal: %w", err)
	}
	return nil
}

// inOrder reports whether the journal holds just these lines, in this order.
func (j *journal) inOrder(keys []string) bool {
	var at int64
	for _, key := range keys {
		if s, ok := j.at[key]; ok {
			if s.from != at {
				return false
			}
			at += s.size
		}
	}
	return at == j.size
}

func (j *journal) close() { j.file.Close() }

// archive moves the journal of an earlier run to the history, under the day it
// was made for.
func archive(dir string) error {
	name := filepath.Join(dir, JournalName)
	day := ""
	err := eachLine(name, func(_ int64, raw []byte) error {
		var l struct {
			AsOf string `json:"as_of"`
		}
		if err := json.Unmarshal(raw, &l); err != nil {
			return err
		}
		day = max(day, l.AsOf)
		return nil
	})
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && day == "":
		return nil
	case err != nil:
		return fmt.Errorf("the journal cannot be read: %w", err)
	}
	if err := os.MkdirAll(filepath.Join(dir, HistoryDir), 0o755); err != nil {
		return fmt.Errorf("make the history: %w", err)
	}
	day = strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' || c == '-' {
			return c
		}
		return -1
	}, day)
	for n := 1; ; n++ {
		to := filepath.Join(dir, HistoryDir, fmt.Sprintf("%s-%d.jsonl", day, n))
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			if err := os.Rename(name, to); err != nil {
				return fmt.Errorf("keep the last run: %w", err)
			}
			syncDir(dir)
			return nil
		}
	}
}
