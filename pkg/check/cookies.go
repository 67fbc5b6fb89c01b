package check

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// cookiesParams is a rule against tracking before consent, as far as the first
// response and the markup show it.
//
//	check:
//	  kind: cookies
//	  cookies: [_ga, _fbp]              # beginnings of names of cookies that track
//	  scripts: [connect.facebook.net/]  # parts of addresses of scripts that track
//	  managed: [googletagmanager.com/]  # … that may wait for consent themselves
//	  dialogs: [cookiebot]              # parts of addresses or ids of consent tools
//
// Outcomes: tracker-cookie (fail: the first response sets one), ungated (warn:
// a tracking script without a gate, and no consent tool), dialog (pass: a
// consent tool stands there), none (pass), undecided. Scripts of type
// text/plain or with a consent attribute are gated. A folder or file holds no
// headers, so that cookies of the server are not seen there: cannot-see says so.
type cookiesParams struct {
	Kind    string   `yaml:"kind"`
	Cookies []string `yaml:"cookies"`
	Scripts []string `yaml:"scripts"`
	Managed []string `yaml:"managed"`
	Dialogs []string `yaml:"dialogs"`
}

type cookiesCheck struct {
	cookiesParams
	mute *survey.Quiet // scripts that name no tool for consent
}

// remembered is how many texts without a find a check keeps in mind.
const remembered = 1 << 12

func cookiesKind() Kind {
	return Kind{
		Reasons: []string{"tracker-cookie", "ungated", "dialog", "none", "undecided"},
		New: func(r *rule.Rule, _ *words.Book) (Check, error) {
			c := &cookiesCheck{mute: survey.NewQuiet(remembered)}
			return c, strict(r, &c.cookiesParams)
		},
	}
}

func (c *cookiesCheck) Needs(Case, *survey.Survey) []survey.Need { return nil }

// maxTags bounds the scripts that one page gives as evidence.
const maxTags = 20

func (c *cookiesCheck) Inspect(p *page.Page, _ *survey.PageFacts) Finding {
	var out Finding
	add := func(group, key, excerpt string, n *html.Node) {
		e := survey.Evidence{
			Place: survey.Place{URL: p.URL, Excerpt: excerpt, Visible: true, Pages: 1},
			Group: group, Key: key, Kind: p.Kind, Language: p.Language, Certain: true,
		}
		if n != nil {
			e.Selector, e.Line = p.Selector(n), p.Line(n)
		}
		if len(out.Evidence) < maxTags {
			out.Evidence = append(out.Evidence, e)
		}
	}
	if p.Via == "start" {
		for _, set := range p.Header.Values("Set-Cookie") {
			name, _, _ := strings.Cut(set, "=")
			if name = strings.TrimSpace(name); begins(name, c.Cookies) && !removes(set) {
				add("cookie", name, name, nil) // the value may name a person
			}
		}
	}
	for _, s := range p.Scripts() {
		if s.Src == "" {
			if c.opensDialog(s.Text[:min(len(s.Text), maxInline)]) {
				add("dialog", "inline", "", s.Node)
			}
			continue
		}
		if tool := holds(s.Src, c.Dialogs); tool != "" {
			add("dialog", tool, s.Src, s.Node)
		} else if with := holds(s.Src, c.Scripts); with != "" && !gated(s) {
			add("tag", with, s.Src, s.Node)
		} else if with := holds(s.Src, c.Managed); with != "" && !gated(s) {
			add("managed", with, s.Src, s.Node)
		}
	}
	return out
}

// maxInline is how much of a script in the page is looked at, in bytes.
const maxInline = 4000

// opensDialog reports whether a script in the page names a tool for consent.
// Pages of a shop carry the same scripts.
func (c *cookiesCheck) opensDialog(text string) bool {
	key := survey.Key64(text)
	if c.mute.Has(key) {
		return false
	}
	if holds(text, c.Dialogs) != "" {
		return true
	}
	c.mute.Add(key)
	return false
}

// removes reports a Set-Cookie that deletes one.
func removes(set string) bool {
	set = strings.ToLower(set)
	return strings.Contains(set, "max-age=0") || strings.Contains(set, "expires=thu, 01 jan 1970") || strings.Contains(set, "expires=thu, 01-jan-1970")
}

// holds is the first of the parts that a text holds, "" for none.
func holds(text string, parts []string) string {
	text = strings.ToLower(text)
	for _, p := range parts {
		if strings.Contains(text, p) {
			return p
		}
	}
	return ""
}

// gated reports a script that waits for consent: it is no script until a
// consent tool makes it one.
func gated(s page.Script) bool {
	if s.Type != "" && s.Type != "module" && !strings.HasSuffix(s.Type, "javascript") {
		return true
	}
	return slices.ContainsFunc(s.Node.Attr, func(a html.Attribute) bool {
		return strings.Contains(a.Key, "consent") || strings.HasPrefix(a.Key, "data-category") || a.Key == "data-cookiecategory" ||
			strings.HasPrefix(a.Key, "data-usercentrics") || strings.HasPrefix(a.Key, "data-cmp")
	})
}

func (c *cookiesCheck) Judge(_ Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: true, Args: counts(s, evidence)}
	tags := pick(evidence, inGroup("tag"))
	dialog := pick(evidence, inGroup("dialog"))
	switch cookies := pick(evidence, inGroup("cookie")); {
	case len(cookies) > 0:
		v.Outcome, v.Reason, v.Evidence = Fail, "tracker-cookie", cookies
	case len(dialog) > 0:
		v.Reason, v.Evidence = "dialog", dialog
	case len(tags) > 0:
		v.Outcome, v.Reason, v.Evidence = Warn, "ungated", tags
	default:
		if excuses := s.Excuses(words.Home); len(excuses) > 0 {
			return unclear(excuses)
		}
		v.Reason = "none"
	}
	if len(v.Evidence) > 0 {
		var names []string
		for _, e := range v.Evidence[:min(3, len(v.Evidence))] {
			names = append(names, e.Key)
		}
		with(with(v.Args, "detail", strings.Join(names, ", ")), "url", v.Evidence[0].URL)
	}
	return v
}
