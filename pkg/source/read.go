package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// readBody reads at most limit bytes; cut says that there were more.
func readBody(r io.Reader, limit int) (body []byte, cut bool, err error) {
	body, err = io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if len(body) > limit {
		return body[:limit], true, err
	}
	return body, false, err
}

// readFile reads a file the user named. A pipe is as good as a file.
func readFile(name string, limit int) ([]byte, bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, false, wayOut(name, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, false, fmt.Errorf("%s is a folder, not a file", name)
	}
	body, cut, err := readBody(f, limit)
	if err != nil {
		return nil, false, wayOut(name, err)
	}
	return body, cut, nil
}

// wayOut adds to a file error what the user can do about it.
func wayOut(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w; is the path right, seen from the current folder?", name, fs.ErrNotExist)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: %w; let this user read it, or copy it", name, fs.ErrPermission)
	}
	return fmt.Errorf("read %s: %w", name, err)
}

// awaitBody is readBody for a reader that may block for ever, such as a
// terminal: the context ends the waiting, not the read itself.
func awaitBody(ctx context.Context, r io.Reader, limit int) ([]byte, bool, error) {
	type answer struct {
		body []byte
		cut  bool
		err  error
	}
	done := make(chan answer, 1)
	go func() {
		body, cut, err := readBody(r, limit)
		done <- answer{body, cut, err}
	}()
	select {
	case a := <-done:
		return a.body, a.cut, a.err
	case <-ctx.Done():
		return nil, false, ctx.Err()
	}
}
