package fetch

import (
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"sync"

	"golang.org/x/net/publicsuffix"
)

// Limits of the cookie jar. A visitor's browser keeps more, but a shop that
// sets more than this in one audit is filling memory.
const (
	maxCookies     = 500 // set in all, by one shop
	maxCookieBytes = 4096
)

// jar is a cookie jar with the public suffix list and a bound.
type jar struct {
	*cookiejar.Jar
	mu   sync.Mutex
	left int
}

func newJar() *jar {
	j, _ := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List}) // never fails
	return &jar{Jar: j, left: maxCookies}
}

// SetCookies keeps the cookies of an answer while there is room.
func (j *jar) SetCookies(u *url.URL, cookies []*http.Cookie) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, c := range cookies {
		if j.left > 0 && len(c.Name)+len(c.Value) <= maxCookieBytes {
			j.left--
			j.Jar.SetCookies(u, []*http.Cookie{c})
		}
	}
}
