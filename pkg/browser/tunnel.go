package browser

import (
	"io"
	"net"
	"net/http"
)

// tunnel joins the browser with a server it speaks TLS to. The guard looks at
// the address that is dialled; what flows is counted, and cut at the limit.
func (p *proxy) tunnel(w http.ResponseWriter, r *http.Request) {
	p.requests.Add(1)
	far, err := p.dial(r.Context(), "tcp", r.Host)
	if err != nil {
		http.Error(w, "not reached", http.StatusBadGateway)
		return
	}
	defer far.Close()
	h, ok := w.(http.Hijacker)
	if !ok {
		http.Error(w, "refused", http.StatusForbidden)
		return
	}
	near, buffered, err := h.Hijack()
	if err != nil {
		return
	}
	defer near.Close()
	if !p.keep(near, far) {
		return
	}
	defer p.drop(near, far)
	if _, err := io.WriteString(near, "HTTP/1.1 200 OK\r\n\r\n"); err != nil {
		return
	}
	p.join(near, buffered, far)
}

// join copies both ways until one side ends.
func (p *proxy) join(near net.Conn, buffered io.Reader, far net.Conn) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, _ = io.Copy(far, buffered) // whichever side ends, the other is closed
		far.Close()
	}()
	_, _ = io.Copy(near, &counted{far, p})
	near.Close()
	<-done
}

// keep notes a tunnel, so that close can cut it; false once it is closed.
func (p *proxy) keep(ends ...net.Conn) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shut {
		return false
	}
	p.wg.Add(1)
	for _, c := range ends {
		p.conns[c] = true
	}
	return true
}

func (p *proxy) drop(ends ...net.Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range ends {
		delete(p.conns, c)
	}
	p.wg.Done()
}

// counted counts what comes from far and ends it at the shop's limit.
type counted struct {
	io.Reader
	p *proxy
}

func (c *counted) Read(b []byte) (int, error) {
	if c.p.bytes.Load() > shopLimit {
		return 0, io.EOF
	}
	n, err := c.Reader.Read(b)
	c.p.bytes.Add(int64(n))
	return n, err
}
