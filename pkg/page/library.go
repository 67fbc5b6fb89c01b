package page

import (
	"sync"

	"github.com/shoplint/shoplint/pkg/style"
)

// maxLibrary bounds the text of the sheets in a library, in bytes.
const maxLibrary = 4 << 20

// Library keeps sheets by their text, for many shops: thousands stand on the
// same theme, and its sheet is read once. The text is the key, to its last
// byte. When it is full it begins anew, so what it holds never depends on how
// many shops there are. It is safe for concurrent use; a nil one keeps nothing.
type Library struct {
	mu    sync.Mutex
	known map[string]*style.Sheet
	bytes int
}

// NewLibrary is an empty library.
func NewLibrary() *Library { return &Library{known: map[string]*style.Sheet{}} }

// read gives the sheet of a text, which must not hold on to a page. Two that
// ask at once may both read it: a sheet never changes.
func (l *Library) read(text string) *style.Sheet {
	if l == nil {
		return style.Parse(text)
	}
	l.mu.Lock()
	sheet := l.known[text]
	l.mu.Unlock()
	if sheet != nil {
		return sheet
	}
	sheet = style.Parse(text)
	l.keep(text, sheet)
	return sheet
}

func (l *Library) keep(text string, sheet *style.Sheet) {
	if len(text) > maxLibrary/4 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.known[text] != nil {
		return
	}
	if l.bytes+len(text) > maxLibrary {
		l.known, l.bytes = map[string]*style.Sheet{}, 0
	}
	l.known[text] = sheet
	l.bytes += len(text)
}
