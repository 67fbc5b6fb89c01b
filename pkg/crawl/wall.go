package crawl

import (
	"bytes"
	"net/http"
	"strings"
)

// smallPage is the size up to which an answer with status 200 may be a
// challenge: whole shop pages of the same vendors carry the same words.
const smallPage = 24 << 10

// sign is how one vendor's wall shows: in a header, or in the body.
type sign struct {
	vendor string
	header string // "name" or "name: part of its value"
	body   string
	always bool // the sign is enough whatever the status
}

var signs = []sign{
	{vendor: "Cloudflare challenge", header: "cf-mitigated: challenge", always: true},
	{vendor: "Cloudflare challenge", body: "/cdn-cgi/challenge-platform/"},
	{vendor: "Cloudflare challenge", body: "cf-chl-"},
	{vendor: "Cloudflare block", body: "cf-error-details"},
	{vendor: "DataDome challenge", body: "captcha-delivery.com/"},
	{vendor: "DataDome challenge", header: "x-datadome"},
	{vendor: "PerimeterX challenge", body: "px-captcha"},
	{vendor: "PerimeterX challenge", body: "_pxappid"},
	{vendor: "Akamai block", header: "server: akamaighost"},
	{vendor: "Akamai block", body: "errors.edgesuite.net"},
	{vendor: "Imperva challenge", body: "_incapsula_resource"},
	{vendor: "Imperva challenge", header: "x-iinfo"},
	{vendor: "AWS WAF challenge", header: "x-amzn-waf-action", always: true},
	{vendor: "Sucuri block", header: "x-sucuri-block", always: true},
	{vendor: "Vercel challenge", header: "x-vercel-mitigated", always: true},
	{vendor: "hCaptcha", body: "hcaptcha.com/1/api.js"},
	{vendor: "Anubis challenge", body: "anubis_challenge"},
}

// wall names the bot wall an answer comes from, "" when it is none.
func wall(a *answer) string {
	refused := a.status == http.StatusForbidden || a.status == http.StatusTooManyRequests || a.status == http.StatusServiceUnavailable
	var low []byte
	if refused || a.status/100 == 2 && len(a.body) <= smallPage && challenged(a) {
		low = bytes.ToLower(a.body[:min(len(a.body), smallPage)])
	}
	for _, s := range signs {
		if s.header != "" && (refused || s.always) && s.inHeader(a.header) {
			return s.vendor
		}
		if s.body != "" && low != nil && bytes.Contains(low, []byte(s.body)) {
			return s.vendor
		}
	}
	return ""
}

func (s sign) inHeader(h http.Header) bool {
	name, part, ok := strings.Cut(s.header, ": ")
	v := h.Get(name)
	return v != "" && (!ok || strings.Contains(strings.ToLower(v), part))
}

// challenged reports whether a small page with status 200 looks like nothing
// but a challenge: such a title, or almost no links.
func challenged(a *answer) bool {
	switch t := title(a.body); {
	case strings.HasPrefix(t, "just a moment"), strings.HasPrefix(t, "attention required"), strings.Contains(t, "access denied"), strings.Contains(t, "pardon our interruption"):
		return true
	}
	return bytes.Count(a.body, []byte("<a ")) <= 3
}
