// Package fetch is HTTP as a stack of round trippers with one job each: robots
// gate, address guard, secrets, retries, pace, deadlines, size limits.
package fetch

import (
	"crypto/tls"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Product is the name robots.txt files know the program by.
const Product = "shoplint"

// Limits that hold whatever the options say.
const (
	headerBytes = 256 << 10
	pipeIdle    = 30 * time.Second
)

// Options say how to fetch. The zero value of a field stands for the default
// named beside it.
type Options struct {
	UserAgent string // UserAgent("")

	Concurrency int           // requests to one host at once: 4
	Delay       time.Duration // between two starts on one host: none
	BodyLimit   int64         // bytes of one body after unpacking: 2 MiB

	ConnectTimeout time.Duration // 10 s
	HeaderTimeout  time.Duration // 10 s
	BodyTimeout    time.Duration // whole answer: 15 s

	Shop      *url.URL      // origin the secrets belong to
	Headers   http.Header   // secret: sent to the shop's origin only
	BasicAuth *url.Userinfo // secret too

	Named        []string          // host:port pairs the user wrote: exempt from the guard
	AllowPrivate bool              // no address guard
	Insecure     bool              // certificates are not checked
	Proxy        *url.URL          // nil: none
	Resolve      map[string]string // host:port dialled at another host:port
	Resolver     *net.Resolver     // nil: the system's
	IgnoreRobots bool
	Turn         Turn // shared with other stacks; nil: this one is alone

	// Network answers in place of the real one, such as an archive; nil: none.
	// Nothing waits for it between requests.
	Network http.RoundTripper
	// Record is put between the unpacking of bodies and all that decides whether
	// and how often to ask, so it sees each exchange with its body unpacked.
	Record func(http.RoundTripper) http.RoundTripper
}

func (o Options) withDefaults() Options {
	if o.UserAgent == "" {
		o.UserAgent = UserAgent("")
	}
	if o.Concurrency <= 0 {
		o.Concurrency = 4
	}
	if o.BodyLimit <= 0 {
		o.BodyLimit = 2 << 20
	}
	for _, d := range []*time.Duration{&o.ConnectTimeout, &o.HeaderTimeout} {
		if *d <= 0 {
			*d = 10 * time.Second
		}
	}
	if o.BodyTimeout <= 0 {
		o.BodyTimeout = 15 * time.Second
	}
	return o
}

// UserAgent is the name the program gives itself, with where to complain.
func UserAgent(version string) string {
	if version == "" {
		version = "dev"
	}
	return Product + "/" + version + " (+https://github.com/shoplint/shoplint)"
}

// Client fetches from one shop. It is safe for concurrent use.
type Client struct {
	Robots *Robots
	Meter  *Meter

	http  *http.Client
	inner *http.Transport
}

// New builds the stack.
func New(o Options) *Client {
	o = o.withDefaults()
	c := &Client{inner: transport(o), Meter: &Meter{}}
	network, o := o.network(c)
	pace := newPace(o.Concurrency, o.Delay)
	pace.archive = o.Network != nil
	var rt http.RoundTripper = &unpack{&counter{network, c.Meter}, o.BodyLimit, c.Meter}
	rt = o.watched(rt)
	rt = &deadline{rt, o.BodyTimeout}
	rt = inTurn(rt, o.Turn)
	rt = &limiter{rt, pace}
	rt = &retry{rt, pace}
	rt = &secrets{rt, o}
	rt = &named{rt, o.UserAgent}
	rt = &literal{rt, newGuard(o)}
	c.Robots = newRobots(rt, pace, o.IgnoreRobots)
	c.http = &http.Client{
		Transport:     &gate{rt, c.Robots},
		Jar:           newJar(),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c
}

// HTTP is the client at the top of the stack. It follows no redirect.
func (c *Client) HTTP() *http.Client { return c.http }

// Close drops the idle connections.
func (c *Client) Close() { c.inner.CloseIdleConnections() }

func transport(o Options) *http.Transport {
	t := &http.Transport{
		DialContext:            newGuard(o).dial,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // unpack counts what comes out
		MaxIdleConnsPerHost:    o.Concurrency,
		MaxConnsPerHost:        o.Concurrency,
		IdleConnTimeout:        pipeIdle,
		TLSHandshakeTimeout:    o.ConnectTimeout,
		ResponseHeaderTimeout:  o.HeaderTimeout,
		MaxResponseHeaderBytes: headerBytes,
		TLSClientConfig:        &tls.Config{InsecureSkipVerify: o.Insecure, MinVersion: tls.VersionTLS10},
	}
	if o.Proxy != nil {
		t.Proxy = http.ProxyURL(o.Proxy)
	}
	return t
}

// HostPort is the host and port an address is dialled at, in lower case.
func HostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = "80"
		if u.Scheme == "https" {
			port = "443"
		}
	}
	return net.JoinHostPort(strings.ToLower(u.Hostname()), port)
}
