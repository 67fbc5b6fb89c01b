package fetch

import (
	"net/http"
	"net/url"
	"strings"
)

// secrets adds what the user gave for the shop, and only for the shop: scheme,
// host and port must be those named. The one exception is the upgrade from
// http to https on the same host, which is where shops send every visitor.
type secrets struct {
	next http.RoundTripper
	o    Options
}

func (s *secrets) RoundTrip(req *http.Request) (*http.Response, error) {
	if s.o.Shop == nil || len(s.o.Headers) == 0 && s.o.BasicAuth == nil || !sameOrigin(s.o.Shop, req.URL) {
		return s.next.RoundTrip(req)
	}
	req = req.Clone(req.Context())
	for k, vs := range s.o.Headers {
		k = http.CanonicalHeaderKey(k)
		if k == "Cookie" { // beside those of the jar
			vs = append(req.Header["Cookie"][:len(req.Header["Cookie"]):len(req.Header["Cookie"])], vs...)
			req.Header.Set(k, strings.Join(vs, "; "))
			continue
		}
		if k == "Host" {
			req.Host = vs[0]
			continue
		}
		req.Header[k] = vs
	}
	if p := s.o.BasicAuth; p != nil {
		word, _ := p.Password()
		req.SetBasicAuth(p.Username(), word)
	}
	return s.next.RoundTrip(req)
}

func sameOrigin(shop, u *url.URL) bool {
	if !strings.EqualFold(shop.Hostname(), u.Hostname()) {
		return false
	}
	if shop.Scheme == "http" && u.Scheme == "https" {
		return strings.HasSuffix(HostPort(shop), ":80") && strings.HasSuffix(HostPort(u), ":443")
	}
	return shop.Scheme == u.Scheme && HostPort(shop) == HostPort(u)
}
