package browser

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Limits of one shop's traffic through the browser, in bytes.
const (
	bodyLimit = 10 << 20  // one answer that is not encrypted
	shopLimit = 200 << 20 // all answers together
)

// dialer connects to a host:port, or refuses to.
type dialer func(ctx context.Context, network, addr string) (net.Conn, error)

// proxy is what stands between the browser and the net: the address guard for
// every connection, limits, and a count. It listens on the loopback interface.
type proxy struct {
	dial      dialer
	listener  net.Listener
	server    *http.Server
	transport *http.Transport

	requests atomic.Int64
	bytes    atomic.Int64

	mu    sync.Mutex
	conns map[net.Conn]bool // tunnels, which the server no longer knows
	shut  bool
	wg    sync.WaitGroup
}

// listen starts a proxy. A nil dialer refuses everything: that is where the
// browser's own calls home go.
func listen(dial dialer) (*proxy, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for the browser: %w", err)
	}
	p := &proxy{dial: dial, listener: l, conns: map[net.Conn]bool{}}
	p.transport = &http.Transport{
		DialContext: dial, DisableCompression: true, MaxResponseHeaderBytes: 256 << 10,
		ResponseHeaderTimeout: 10 * time.Second, IdleConnTimeout: 10 * time.Second,
	}
	p.server = &http.Server{Handler: p, ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 256 << 10}
	p.wg.Go(func() { _ = p.server.Serve(l) }) // ends with ErrServerClosed, asked for by close
	return p, nil
}

// address is what the browser is told to go through.
func (p *proxy) address() string { return "http://" + p.listener.Addr().String() }

// close cuts every connection and waits for the goroutines.
func (p *proxy) close() {
	p.mu.Lock()
	p.shut = true
	for c := range p.conns {
		c.Close()
	}
	p.mu.Unlock()
	_ = p.server.Close()
	p.transport.CloseIdleConnections()
	p.wg.Wait()
}

// ServeHTTP hands on one request, or opens a tunnel.
func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case p.dial == nil:
		http.Error(w, "refused", http.StatusForbidden)
	case p.bytes.Load() > shopLimit:
		http.Error(w, "the shop's byte limit is used up", http.StatusForbidden)
	case r.Method == http.MethodConnect:
		p.tunnel(w, r)
	case r.URL.Scheme != "http" || !passable(r.Method):
		http.Error(w, "refused", http.StatusForbidden)
	default:
		p.pass(w, r)
	}
}

// passable are the methods a page may use to read what it shows.
func passable(method string) bool {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions:
		return true
	}
	return false
}

// hopHeaders belong to one connection and are not handed on.
var hopHeaders = []string{"Connection", "Proxy-Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Te", "Trailer", "Transfer-Encoding", "Upgrade"}

func (p *proxy) pass(w http.ResponseWriter, r *http.Request) {
	p.requests.Add(1)
	out := r.Clone(r.Context())
	out.RequestURI = ""
	for _, h := range hopHeaders {
		out.Header.Del(h)
	}
	res, err := p.transport.RoundTrip(out)
	if err != nil {
		panic(http.ErrAbortHandler) // a word from us would be taken for the shop's page
	}
	defer res.Body.Close()
	for _, h := range hopHeaders {
		res.Header.Del(h)
	}
	for k, v := range res.Header {
		w.Header()[k] = v
	}
	w.WriteHeader(res.StatusCode)
	n, err := io.Copy(w, io.LimitReader(res.Body, bodyLimit))
	p.bytes.Add(n)
	if err != nil || n == bodyLimit {
		panic(http.ErrAbortHandler) // the browser must not take a cut answer for a whole one
	}
}
