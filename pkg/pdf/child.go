package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// Child is a Reader that has each document read by a process of its own, with
// its memory bounded and killed at the limit of time: whatever a file does, it
// does it there. command is the program and its arguments; it must call Serve.
func Child(limits Limits, command ...string) Reader {
	limits = limits.orDefaults()
	return func(ctx context.Context, body []byte) (*Document, error) {
		if int64(len(body)) > limits.Bytes {
			return nil, fmt.Errorf("%w: %d bytes", ErrTooLong, len(body))
		}
		ctx, cancel := context.WithTimeout(ctx, limits.Time)
		defer cancel()
		cmd := exec.CommandContext(ctx, command[0], command[1:]...)
		cmd.WaitDelay = time.Second
		cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
		order, err := json.Marshal(limits)
		if err != nil {
			return nil, err
		}
		cmd.Stdin = io.MultiReader(bytes.NewReader(append(order, '\n')), bytes.NewReader(body))
		out := &capped{left: 4*limits.Text + 1<<20}
		cmd.Stdout = out
		if err := cmd.Run(); err != nil {
			if ctx.Err() != nil {
				return nil, ended(ctx)
			}
			return nil, fmt.Errorf("%w: its reader ended: %v", ErrBroken, err)
		}
		return heard(out.Bytes())
	}
}

// capped keeps what a child may say and drops the rest.
type capped struct {
	bytes.Buffer
	left int
}

func (c *capped) Write(b []byte) (int, error) {
	if len(b) > c.left {
		return 0, errors.New("the answer is too long")
	}
	c.left -= len(b)
	return c.Buffer.Write(b)
}

// reply is what a child says: a document, or which of the errors it was.
type reply struct {
	Document *Document `json:"document,omitempty"`
	Error    string    `json:"error,omitempty"`
	Detail   string    `json:"detail,omitempty"`
}

var reasons = map[string]error{
	"broken": ErrBroken, "locked": ErrLocked, "scanned": ErrScanned, "too-long": ErrTooLong, "time": ErrTime,
}

func heard(out []byte) (*Document, error) {
	var r reply
	if err := json.Unmarshal(out, &r); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBroken, err)
	}
	if r.Document != nil {
		return r.Document, nil
	}
	if err := reasons[r.Error]; err != nil && r.Detail != "" {
		return nil, fmt.Errorf("%w: %s", err, r.Detail)
	} else if err != nil {
		return nil, err
	}
	return nil, ErrBroken
}

// Serve is the child's side: it reads limits and one document from in, and
// writes the answer to out. The process ends itself above the limit of memory.
func Serve(in io.Reader, out io.Writer) error {
	var limits Limits
	d := json.NewDecoder(in)
	if err := d.Decode(&limits); err != nil {
		return fmt.Errorf("limits: %w", err)
	}
	limits = limits.orDefaults()
	debug.SetMemoryLimit(limits.Memory / 2)
	go watch(limits.Memory)
	rest := io.MultiReader(d.Buffered(), in)
	if _, err := io.ReadFull(rest, make([]byte, 1)); err != nil { // the line's end
		return fmt.Errorf("document: %w", err)
	}
	body, err := io.ReadAll(io.LimitReader(rest, limits.Bytes+1))
	if err != nil {
		return fmt.Errorf("document: %w", err)
	}
	doc, err := Read(limits)(context.Background(), body)
	return json.NewEncoder(out).Encode(replyOf(doc, err))
}

func replyOf(doc *Document, err error) reply {
	r := reply{Document: doc}
	if err == nil {
		return r
	}
	r.Error, r.Detail = "broken", ""
	for name, e := range reasons {
		if errors.Is(err, e) {
			r.Error = name
		}
	}
	if r.Error == "broken" {
		r.Detail = strings.TrimPrefix(err.Error(), ErrBroken.Error()+": ")
		r.Detail = strings.ToValidUTF8(r.Detail[:min(len(r.Detail), 200)], "")
	}
	return r
}

// watch ends the process when its heap outgrows the limit: a collector that
// runs all the time would only slow a bomb down.
func watch(limit int64) {
	for {
		time.Sleep(20 * time.Millisecond)
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if int64(m.HeapAlloc) > limit {
			os.Exit(70)
		}
	}
}
