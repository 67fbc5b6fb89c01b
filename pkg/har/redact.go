package har

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// redacted stands for what is not kept.
const redacted = "redacted"

// tokens are names of query parameters whose value opens something.
var tokens = []string{
	"access_token", "api_key", "apikey", "auth", "auth_token", "csrf", "jwt", "oauth_token", "password", "passwd", "phpsessid",
	"pwd", "secret", "session", "session_id", "sessionid", "sid", "sig", "signature", "token", "_csrf", "oscsid", "xtcsid", "jsessionid",
}

// withoutTokens is an address with such values replaced. An address without
// any is given back as it is written.
func withoutTokens(address string) string {
	path, query, ok := strings.Cut(address, "?")
	if !ok {
		return address
	}
	query, fragment, _ := strings.Cut(query, "#")
	parts := strings.Split(query, "&")
	for i, p := range parts {
		if name, value, ok := strings.Cut(p, "="); ok && value != "" && slices.Contains(tokens, strings.ToLower(plain(name))) {
			parts[i] = name + "=" + redacted
		}
	}
	out := path + "?" + strings.Join(parts, "&")
	if fragment != "" {
		out += "#" + fragment
	}
	return out
}

func plain(s string) string {
	if p, err := url.QueryUnescape(s); err == nil {
		return p
	}
	return s
}

// asked are the request headers that are kept; all others may be secrets of
// the user.
var asked = []string{"Accept", "Accept-Language", "Accept-Encoding", "User-Agent"}

// marks in the name of a response header whose value is not kept.
var marks = []string{"token", "secret", "session", "csrf", "xsrf", "auth", "api-key", "apikey"}

// answered is a response header with its secrets replaced: of a cookie the
// name and the attributes stay.
func answered(name, value string) string {
	lower := strings.ToLower(name)
	switch {
	case lower == "set-cookie":
		key, attributes, _ := strings.Cut(value, ";")
		key, _, _ = strings.Cut(key, "=")
		if attributes != "" {
			attributes = ";" + attributes
		}
		return key + "=" + redacted + attributes
	case lower == "location" || lower == "content-location" || lower == "refresh":
		return withoutTokens(value)
	case lower == "www-authenticate" || lower == "proxy-authenticate":
		return value
	case slices.ContainsFunc(marks, func(m string) bool { return strings.Contains(lower, m) }):
		return redacted
	}
	return value
}

// secretsOf are the words a user gave for a shop, which an answer may repeat.
func secretsOf(h http.Header, auth *url.Userinfo) []string {
	var out []string
	for _, values := range h {
		for _, v := range values {
			if len(v) >= 6 {
				out = append(out, v)
			}
		}
	}
	if auth != nil {
		if p, _ := auth.Password(); len(p) >= 6 {
			out = append(out, p)
		}
	}
	return out
}

// mailAddress finds addresses to mask; it takes more than a mail server would.
var mailAddress = regexp.MustCompile(`[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,253}\.[A-Za-z]{2,24}`)

// withoutPeople masks the local part of every e-mail address that is not one
// of keep (lower case).
func withoutPeople(body []byte, keep map[string]bool) []byte {
	return mailAddress.ReplaceAllFunc(body, func(m []byte) []byte {
		if keep[strings.ToLower(string(m))] {
			return m
		}
		at := strings.LastIndexByte(string(m), '@')
		return append([]byte(redacted), m[at:]...)
	})
}
