package fetch

import "net/http"

// named gives each request the program's name and what it can read.
type named struct {
	next  http.RoundTripper
	agent string
}

func (n *named) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("User-Agent", n.agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5")
	req.Header.Set("Accept-Encoding", "gzip")
	return n.next.RoundTrip(req)
}
