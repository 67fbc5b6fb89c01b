package cmd

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"

	"golang.org/x/net/http/httpguts"
)

// liveSecrets reads headers, cookies and the password of a protected shop.
// The errors name the flag and the way out, never a value.
func (r *run) liveSecrets() error {
	o := r.opts.live
	head, err := headers(o.headers)
	if err != nil {
		return err
	}
	pairs, err := cookies(o.cookies)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		head.Add("Cookie", p)
	}
	r.crawl.Headers = head
	pair, err := secret(o.basicAuth, "SHOPLINT_BASIC_AUTH")
	if err != nil {
		return fmt.Errorf("--basic-auth: %w", err)
	}
	if pair == "" {
		return nil
	}
	user, password, ok := strings.Cut(pair, ":")
	if !ok || strings.ContainsFunc(pair, control) {
		return errors.New("--basic-auth: write it as user:password")
	}
	r.crawl.BasicAuth = url.UserPassword(user, password)
	return nil
}

// headers reads "Name: value" lines.
func headers(given []string) (http.Header, error) {
	out := http.Header{}
	err := lines(given, "SHOPLINT_HEADER", func(line string) bool {
		name, value, ok := strings.Cut(line, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if !ok || !httpguts.ValidHeaderFieldName(name) || !httpguts.ValidHeaderFieldValue(value) {
			return false
		}
		out.Add(name, value)
		return true
	})
	switch {
	case errors.Is(err, errForm):
		return nil, errors.New("--header: write it as 'Name: value'")
	case err != nil:
		return nil, fmt.Errorf("--header: %w", err)
	}
	return out, nil
}

// cookies reads "name=value" pairs, one a line or with semicolons between.
func cookies(given []string) ([]string, error) {
	var out []string
	err := lines(given, "SHOPLINT_COOKIE", func(line string) bool {
		for pair := range strings.SplitSeq(line, ";") {
			if pair = strings.TrimSpace(pair); pair == "" {
				continue
			}
			name, _, ok := strings.Cut(pair, "=")
			if !ok || !httpguts.ValidHeaderFieldName(name) || !httpguts.ValidHeaderFieldValue(pair) {
				return false
			}
			out = append(out, pair)
		}
		return true
	})
	switch {
	case errors.Is(err, errForm):
		return nil, errors.New("--cookie: write it as 'name=value'")
	case err != nil:
		return nil, fmt.Errorf("--cookie: %w", err)
	}
	return out, nil
}

var errForm = errors.New("form is wrong")

// lines hands each line of each value to take; without a value it reads the
// environment. The error is errForm when take refuses one.
func lines(given []string, env string, take func(string) bool) error {
	if len(given) == 0 {
		given = []string{""}
	}
	for _, g := range given {
		text, err := secret(g, env)
		if err != nil {
			return err
		}
		for _, line := range strings.FieldsFunc(text, func(c rune) bool { return c == '\n' || c == '\r' }) {
			if !take(line) {
				return errForm
			}
		}
	}
	return nil
}

// secret reads a value that must not stand in a process list: from the flag,
// from @FILE, or from the environment.
func secret(value, env string) (string, error) {
	if value == "" {
		value = os.Getenv(env)
	}
	file, ok := strings.CutPrefix(value, "@")
	if !ok {
		return value, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("read the secret: %w", err)
	}
	return strings.TrimRight(string(data), "\r\n"), nil
}

func control(c rune) bool { return c < ' ' || c == 0x7f }
