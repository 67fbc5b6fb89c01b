package browser

import (
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// Needed reports whether a page cannot be judged before its scripts have run:
// it is empty, or the start or a legal page of which a framework has yet to
// fill a part.
func Needed(p *page.Page) bool {
	return p.Shell() || weighty(p) && p.BareRoot()
}

// Doubtful reports whether a page that was inspected leaves open what a
// browser can decide: whether a person sees the evidence that counts, or
// whether a script will show what so far stands only in a script.
func Doubtful(p *page.Page, r *survey.Record) bool {
	if p.Rendered || p.Status < 200 || p.Status > 299 {
		return false
	}
	return platformDoubtful(p, r.Facts.Targets, r.Facts.Mentions) || emailDoubtful(p, r.Facts.Emails)
}

// platform is the target whose link and mention are judged.
const platform = "odr-platform"

// platformDoubtful: no link to the platform is surely seen, and one may be.
func platformDoubtful(p *page.Page, links []survey.TargetLink, mentions []survey.Mention) bool {
	maybe := false
	for i := range links {
		l := &links[i]
		if l.Name != platform || !l.Visible {
			continue
		}
		if l.Certain {
			return false
		}
		maybe = true
	}
	for i := range mentions {
		m := &mentions[i]
		maybe = maybe || m.Visible && !m.Certain && (m.Announced || m.Address == platform)
	}
	return maybe || weighty(p) && slices.ContainsFunc(p.Scripts(), state)
}

// state reports whether a script holds an address of the platform, however its
// slashes are written. What search engines read is shown to nobody.
func state(s page.Script) bool {
	if s.Type == "application/ld+json" {
		return false
	}
	text := s.Text
	for {
		i := strings.Index(text, "ec.europa.eu")
		if i < 0 {
			return false
		}
		text = text[i+len("ec.europa.eu"):]
		if strings.Contains(text[:min(len(text), 40)], "odr") {
			return true
		}
	}
}

// emailDoubtful: no address is surely seen, and one may be.
func emailDoubtful(p *page.Page, emails []survey.Email) bool {
	maybe := false
	for i := range emails {
		e := &emails[i]
		switch {
		case e.Accepted && e.Visible && e.Certain:
			return false
		case e.Accepted && e.Visible:
			maybe = true
		case e.Form == survey.Script && e.Class == survey.OnlyScript:
			maybe = maybe || weighty(p)
		}
	}
	return maybe
}

// weighty are the pages the duties are looked for on. What all pages share is
// seen on them too, so only they are worth a browser on a mere chance.
func weighty(p *page.Page) bool {
	return p.Via == "start" || p.Kind == words.Home || p.Kind.Legal()
}
