package cmd

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// environment is the value of --proxy that stands for HTTP_PROXY, HTTPS_PROXY
// and NO_PROXY. They are not used unasked: an audit says how it reached a shop.
const environment = "env"

// liveProxy reads --proxy. The address may hold a password, so the error
// never repeats it.
func (r *run) liveProxy() error {
	text, err := secret(r.opts.live.proxy, "SHOPLINT_PROXY")
	switch {
	case err != nil:
		return fmt.Errorf("--proxy: %w", err)
	case text == "":
		return nil
	case text == environment:
		if _, err := http.ProxyFromEnvironment(&http.Request{URL: &url.URL{Scheme: "https", Host: "shop.example"}}); err != nil {
			return errors.New("--proxy env: HTTPS_PROXY is no address")
		}
		r.proxy = http.ProxyFromEnvironment
		return nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" || !slices.Contains([]string{"http", "https", "socks5", "socks5h"}, u.Scheme) {
		return errors.New("--proxy: give an address such as http://proxy.example:3128 or socks5://127.0.0.1:1080, or env")
	}
	r.proxy = http.ProxyURL(u)
	return nil
}

// proxyFor is the proxy a target is read through, nil for none.
func (r *run) proxyFor(target string) *url.URL {
	if r.proxy == nil {
		return nil
	}
	req, err := http.NewRequest(http.MethodGet, target, nil)
	if err != nil {
		return nil
	}
	u, err := r.proxy(req)
	if err != nil {
		return nil
	}
	return u
}

// liveResolve reads HOST:PORT:ADDR; an IPv6 address stands with or without
// brackets.
func (r *run) liveResolve() error {
	for _, s := range r.opts.live.resolve {
		host, rest, _ := strings.Cut(s, ":")
		port, addr, _ := strings.Cut(rest, ":")
		a, err := netip.ParseAddr(strings.Trim(addr, "[]"))
		n, perr := strconv.ParseUint(port, 10, 16)
		if err != nil || perr != nil || n == 0 || !hostName(host) {
			return fmt.Errorf("--resolve %q: write it as host:port:address, such as www.my-shop.eu:443:203.0.113.7", s)
		}
		if r.crawl.Resolve == nil {
			r.crawl.Resolve = map[string]string{}
		}
		r.crawl.Resolve[strings.ToLower(host)+":"+port] = net.JoinHostPort(a.String(), port)
	}
	return nil
}
