package fetch

import (
	"bytes"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Limits for what one robots.txt may ask us to remember.
const (
	maxRules    = 5000
	maxPattern  = 2048
	maxSitemaps = 50
)

// Rules is one robots.txt as it binds this program (RFC 9309): the groups for
// "shoplint" together, or else those for "*".
type Rules struct {
	Sitemaps []string
	Delay    time.Duration // Crawl-delay, 0 when none

	rules []robotsRule // longest pattern first, allow before disallow
}

type robotsRule struct {
	allow   bool
	pattern string   // normalised
	parts   []string // pattern cut at its stars
	end     bool     // it ended in "$"
}

// group collects the rules of one kind of agent while the file is read.
type group struct {
	found bool
	rules []robotsRule
	delay time.Duration
}

// ParseRobots reads a robots.txt. It takes any bytes: lines it does not know
// are passed over, as the RFC asks.
func ParseRobots(body []byte) *Rules {
	var own, star group
	out := &Rules{}
	var current []*group
	open := false // the last line was a user-agent line: the next one joins it
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	for line := range strings.FieldsFuncSeq(string(body), func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value := robotsLine(line)
		switch key {
		case "user-agent", "useragent":
			if !open {
				current = current[:0]
			}
			open = true
			if g := groupFor(value, &own, &star); g != nil {
				g.found = true
				current = append(current, g)
			}
		case "allow", "disallow":
			open = false
			for _, g := range current {
				g.add(key == "allow", value)
			}
		case "crawl-delay", "crawldelay":
			open = false
			for _, g := range current {
				g.delay = max(g.delay, seconds(value))
			}
		case "sitemap":
			if len(out.Sitemaps) < maxSitemaps && value != "" {
				out.Sitemaps = append(out.Sitemaps, value)
			}
		}
	}
	g := &star
	if own.found {
		g = &own
	}
	slices.SortStableFunc(g.rules, stronger)
	out.rules, out.Delay = g.rules, g.delay
	return out
}

// stronger orders rules so that the first match decides: the longest pattern,
// and of two equally long ones the one that allows (RFC 9309, 2.2.2).
func stronger(a, b robotsRule) int {
	if d := len(b.pattern) - len(a.pattern); d != 0 {
		return d
	}
	if a.allow == b.allow {
		return 0
	}
	if a.allow {
		return -1
	}
	return 1
}

func robotsLine(line string) (key, value string) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return "", ""
	}
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
}

// groupFor compares product tokens whole: a group for "shop" is not ours.
func groupFor(agent string, own, star *group) *group {
	if agent == "*" {
		return star
	}
	end := strings.IndexFunc(agent, func(r rune) bool {
		return r != '-' && r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end >= 0 {
		agent = agent[:end]
	}
	if strings.EqualFold(agent, Product) {
		return own
	}
	return nil
}

func (g *group) add(allow bool, value string) {
	if value == "" || len(value) > maxPattern || len(g.rules) >= maxRules {
		return
	}
	r := robotsRule{allow: allow}
	value, r.end = strings.CutSuffix(value, "$")
	if value == "" || value[0] != '/' && value[0] != '*' {
		value = "/" + value
	}
	value = normalEscapes(value)
	r.pattern = value
	if r.end {
		r.pattern += "$"
	}
	r.parts = strings.Split(value, "*")
	g.rules = append(g.rules, r)
}

func seconds(v string) time.Duration {
	f, err := strconv.ParseFloat(v, 64)
	if err != nil || !(f > 0) {
		return 0
	}
	return time.Duration(min(f, 3600) * float64(time.Second))
}

// Allow reports whether u may be fetched, and else the line that forbids it.
func (r *Rules) Allow(u *url.URL) (bool, string) {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if path == "/robots.txt" { // always open (RFC 9309, 2.2.2)
		return true, ""
	}
	if u.RawQuery != "" || u.ForceQuery {
		path += "?" + u.RawQuery
	}
	path = normalEscapes(path)
	for _, rule := range r.rules {
		if !rule.matches(path) {
			continue
		}
		if rule.allow {
			return true, ""
		}
		return false, "Disallow: " + rule.pattern
	}
	return true, ""
}

// matches looks for the parts between the stars one after the other; taking
// the first place for each is enough, so it never goes back.
func (r robotsRule) matches(path string) bool {
	rest, ok := strings.CutPrefix(path, r.parts[0])
	if !ok {
		return false
	}
	last := len(r.parts) - 1
	if last == 0 {
		return !r.end || rest == ""
	}
	for _, part := range r.parts[1:last] {
		i := strings.Index(rest, part)
		if i < 0 {
			return false
		}
		rest = rest[i+len(part):]
	}
	if r.end {
		return strings.HasSuffix(rest, r.parts[last])
	}
	return strings.Contains(rest, r.parts[last])
}
