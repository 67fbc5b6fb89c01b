// Package browser renders pages in headless Chromium: behind a proxy of our
// own with the address guard, in two views, and without a click on anything.
package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"

	devtools "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// Options say how to run the browser. Zero times stand for the default beside
// them.
type Options struct {
	Path  string        // the program, from Find
	Agent string        // our name, added to the browser's own
	Tabs  int           // pages rendered at once: 4, as many as a crawl reads; they mostly wait
	Page  time.Duration // the most one page may take: 15 s
	Load  time.Duration // … of it until its load event: 8 s
	Idle  time.Duration // … after that until nothing moves: 5 s
	Quiet time.Duration // without a request: 400 ms
}

func (o Options) withDefaults() Options {
	for _, d := range []struct {
		at  *time.Duration
		def time.Duration
	}{{&o.Page, 15 * time.Second}, {&o.Load, 8 * time.Second}, {&o.Idle, 5 * time.Second}, {&o.Quiet, 400 * time.Millisecond}} {
		if *d.at <= 0 {
			*d.at = d.def
		}
	}
	if o.Tabs <= 0 {
		o.Tabs = 4
	}
	return o
}

// ErrClosed is the error for a browser that was closed, or has ended.
var ErrClosed = errors.New("the browser is closed")

// Browser is one browser process, started when the first page needs it. It is
// safe for concurrent use.
type Browser struct {
	o    Options
	tabs chan struct{}

	mu     sync.Mutex
	root   context.Context // of the process; nil until it is started
	stop   context.CancelFunc
	fault  error // why it did not start
	starts int   // how often it was started
	agent  string
	closed bool
	refuse *proxy
	ending sync.WaitGroup // tabs on their way out
}

// New is a browser that is not started yet. Close ends it.
func New(o Options) *Browser {
	o = o.withDefaults()
	return &Browser{o: o, tabs: make(chan struct{}, o.Tabs)}
}

// Close ends the process and removes its folder. It returns when both are gone.
func (b *Browser) Close() {
	b.mu.Lock()
	b.closed = true
	stop, refuse := b.stop, b.refuse
	b.stop, b.refuse = nil, nil
	b.mu.Unlock()
	if stop != nil {
		stop()
	}
	b.ending.Wait()
	if refuse != nil {
		refuse.close()
	}
}

// Pid is the process id of the browser, 0 while there is none.
func (b *Browser) Pid() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.root == nil {
		return 0
	}
	if c := chromedp.FromContext(b.root); c != nil && c.Browser != nil && c.Browser.Process() != nil {
		return c.Browser.Process().Pid
	}
	return 0
}

// maxStarts is how often one process of ours starts a browser: a machine, or a
// page, that ends it again and again is not given way to for ever.
const maxStarts = 4

// start runs the process, and another one when it has died. What does not
// start is not tried again: every page would wait for it.
func (b *Browser) start() (context.Context, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.closed:
		return nil, ErrClosed
	case b.fault != nil:
		return nil, b.fault
	case alive(b.root):
		return b.root, nil
	case b.starts == maxStarts:
		return nil, ErrClosed
	case b.root != nil:
		b.bury()
	}
	b.starts++
	if b.fault = b.launch(); b.fault != nil {
		return nil, b.fault
	}
	return b.root, nil
}

// alive reports whether a context belongs to a browser that still answers: the
// connection breaks a moment before the context ends.
func alive(root context.Context) bool {
	if root == nil || root.Err() != nil {
		return false
	}
	c := chromedp.FromContext(root)
	if c == nil || c.Browser == nil {
		return true // it is being started
	}
	select {
	case <-c.Browser.LostConnection:
		return false
	default:
		return true
	}
}

// bury clears away what a browser that died has left: its folder, the children
// it did not take along, and its proxy. mu is held.
func (b *Browser) bury() {
	b.stop()
	b.refuse.close()
	b.root, b.stop, b.refuse = nil, nil, nil
}

// startTime is how long a browser may take to answer for the first time.
const startTime = 20 * time.Second

func (b *Browser) launch() error {
	refuse, err := listen(nil)
	if err != nil {
		return err
	}
	sweep(os.TempDir())
	var lock *os.File
	claimed := chromedp.ModifyCmdFunc(func(cmd *exec.Cmd) { tie(cmd); lock = claim(cmd) })
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), append(flags(b.o.Path, refuse.address()), claimed)...)
	root, stopRoot := chromedp.NewContext(alloc, chromedp.WithLogf(silence), chromedp.WithErrorf(silence))
	stop := func() {
		stopRoot()
		stopAlloc() // removes the folder
		if lock != nil {
			_ = lock.Close()
		}
	}
	late := time.AfterFunc(startTime, stopAlloc)
	defer late.Stop()
	v, err := chromedp.CallBrowser(root, devtools.GetVersion, cdp.Empty{})
	if err == nil {
		err = chromedp.Do(root)
	}
	if err != nil {
		stop()
		refuse.close()
		return fmt.Errorf("the browser did not start: %s: %w", b.o.Path, err)
	}
	b.root, b.stop, b.refuse = root, stop, refuse
	b.agent = agent(v.UserAgent, b.o.Agent)
	return nil
}

// silence drops what the driver would print: pages cause it at will.
func silence(string, ...any) {}

// isRoot reports whether the sandbox must stay off: Chromium has none for root.
func isRoot() bool { return os.Geteuid() == 0 }
