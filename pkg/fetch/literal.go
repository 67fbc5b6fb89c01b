package fetch

import "net/http"

// literal refuses addresses written out in a URL before they reach a proxy,
// behind which the guard at the dialler cannot look.
type literal struct {
	next  http.RoundTripper
	guard *guard
}

func (l *literal) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
		return nil, &BadScheme{req.URL.Scheme}
	}
	if a, ok := written(req.URL.Hostname()); ok && !l.guard.open && !l.guard.named[HostPort(req.URL)] {
		if _, mapped := l.guard.remap[HostPort(req.URL)]; mapped {
			return l.next.RoundTrip(req)
		}
		if why := notPublic(a); why != "" {
			return nil, &Refused{a, why}
		}
	}
	return l.next.RoundTrip(req)
}

// BadScheme is the error for an address that is neither http nor https.
type BadScheme struct{ Scheme string }

func (b *BadScheme) Error() string { return "scheme " + b.Scheme + " is not fetched" }
