package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/shoplint/shoplint/pkg/report"
)

// maxLine caps a line of a journal, in bytes: what is longer was not written
// by this program.
const maxLine = 64 << 20

// Lines reads the journal of a folder, one shop after the other, so that a
// thousand of them need no more room than one. A torn last line is passed
// over. The error of a pair is the last thing that is given.
func Lines(dir string) iter.Seq2[*report.Line, error] {
	return func(yield func(*report.Line, error) bool) {
		name := filepath.Join(dir, JournalName)
		err := eachLine(name, func(_ int64, raw []byte) error {
			var l report.Line
			if err := json.Unmarshal(raw, &l); err != nil {
				return err
			}
			if !yield(&l, nil) {
				return errStop
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(nil, err)
		}
	}
}

var errStop = errors.New("stop")

// eachLine hands every whole line of a journal to visit, with where it begins,
// in bytes; its line feed is not part of it. The bytes hold until visit returns.
func eachLine(name string, visit func(at int64, raw []byte) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<16)
	var at int64
	var line []byte
	for n := 1; ; n++ {
		line = line[:0]
		for {
			part, err := r.ReadSlice('\n')
			line = append(line, part...)
			if errors.Is(err, bufio.ErrBufferFull) && len(line) <= maxLine {
				continue
			}
			if errors.Is(err, io.EOF) {
				return nil // what is left is torn, or nothing
			}
			if err != nil {
				return fmt.Errorf("read line %d of %s: %w", n, name, err)
			}
			break
		}
		if err := visit(at, bytes.TrimSuffix(line, []byte("\n"))); err != nil {
			if errors.Is(err, errStop) {
				return err
			}
			return fmt.Errorf("line %d of %s: %w", n, name, err)
		}
		at += int64(len(line))
	}
}
