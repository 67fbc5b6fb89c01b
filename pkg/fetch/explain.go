package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
)

// Explain says in a few words for a person why a request failed.
func Explain(err error) string {
	for _, f := range []func(error) string{explainOwn, explainProxy, explainDNS, explainTLS, explainNet} {
		if s := f(err); s != "" {
			return s
		}
	}
	return "no usable answer"
}

func explainOwn(err error) string {
	var refused *Refused
	var robots *Forbidden
	var slow *Slow
	var enc *BadEncoding
	var scheme *BadScheme
	var kept *Kept
	switch {
	case errors.As(err, &kept):
		return kept.Why
	case errors.Is(err, ErrNotKept):
		return ErrNotKept.Error()
	case errors.As(err, &refused):
		return refused.Error()
	case errors.As(err, &robots):
		return robots.Error()
	case errors.As(err, &slow):
		return slow.Error()
	case errors.Is(err, ErrSlow):
		return "time-out: the answer did not end"
	case errors.As(err, &enc):
		return "body is not valid " + enc.Encoding
	case errors.As(err, &scheme):
		return scheme.Error()
	}
	return ""
}

// explainProxy tells a proxy that fails from a shop that does; the error of a
// proxy may hold its address, never its password.
func explainProxy(err error) string {
	var op *net.OpError
	if !errors.As(err, &op) || op.Op != "proxyconnect" && !strings.HasPrefix(op.Op, "socks") {
		if strings.Contains(err.Error(), "Proxy Authentication Required") {
			return "proxy: it asks for a name and a password"
		}
		return ""
	}
	for _, f := range []func(error) string{explainDNS, explainTLS, explainNet} {
		if s := f(op.Err); s != "" {
			return "proxy: " + s
		}
	}
	return "proxy: no usable answer"
}

func explainDNS(err error) string {
	var dns *net.DNSError
	switch {
	case !errors.As(err, &dns):
		return ""
	case dns.IsNotFound:
		return "DNS: no such host " + dns.Name
	case dns.IsTimeout:
		return "DNS: time-out for " + dns.Name
	}
	return "DNS: look-up of " + dns.Name + " failed"
}

func explainTLS(err error) string {
	var host x509.HostnameError
	var unknown x509.UnknownAuthorityError
	var invalid x509.CertificateInvalidError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	switch {
	case errors.As(err, &host):
		return "TLS: certificate is for " + certNames(host.Certificate)
	case errors.As(err, &unknown):
		return "TLS: certificate is signed by an unknown authority"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "TLS: certificate ended on " + invalid.Cert.NotAfter.Format("2006-01-02")
	case errors.As(err, &invalid):
		return "TLS: certificate is not valid"
	case errors.As(err, &record):
		return "TLS: the server does not speak TLS on this port"
	case errors.As(err, &alert):
		return "TLS: " + alert.Error()
	}
	return ""
}

func certNames(c *x509.Certificate) string {
	if c == nil || len(c.DNSNames) == 0 {
		return "another host"
	}
	names := c.DNSNames
	if len(names) > 3 {
		names = names[:3]
	}
	return strings.Join(names, ", ")
}

func explainNet(err error) string {
	var timeout net.Error
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		return "connection refused"
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return "connection reset"
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH):
		return "no route to the host"
	case errors.Is(err, context.Canceled):
		return "interrupted"
	case strings.Contains(err.Error(), "awaiting response headers"):
		return "time-out: the answer did not begin"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "time-out: no answer"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "connection closed before the answer was complete"
	case strings.Contains(err.Error(), "headers exceeded"):
		return "response headers are too large"
	case strings.Contains(err.Error(), "malformed HTTP"):
		return "answer is not HTTP"
	}
	return ""
}
