package survey

import (
	"fmt"
	"slices"

	"github.com/shoplint/shoplint/pkg/words"
)

// Excuses are the unread addresses for which "not found" may not be said by a
// check that needs pages of the given kinds: no page of the same kind and
// language was read instead. Pages cut at the size limit, empty shells and a
// crawl ended early are excuses too.
func (s *Survey) Excuses(kinds ...words.Kind) []Unread {
	var out []Unread
	for _, u := range s.Unread {
		wanted := u.Guess.Kind == words.Home || slices.Contains(kinds, u.Guess.Kind)
		if wanted && !s.Has(u.Guess.Kind, u.Guess.Language) {
			out = append(out, u)
		}
	}
	for _, p := range s.Pages {
		if p.Read() && (p.Kind == words.Home || p.Via == "start" || slices.Contains(kinds, p.Kind)) {
			if c := p.blind(); c != "" {
				out = append(out, Unread{URL: p.URL, Cause: c, Guess: words.Guess{Kind: p.Kind, Language: p.Language}})
			}
		}
	}
	if s.Count() == 0 && len(out) == 0 {
		out = append(out, s.nothing())
	}
	return append(out, s.cutShort(kinds)...)
}

// nothing is the excuse of a shop of which no page was read.
func (s *Survey) nothing() Unread {
	if len(s.Unread) > 0 {
		return s.Unread[0]
	}
	u := Unread{URL: s.Target, Cause: Unreachable, Detail: "no page was read", Guess: words.Guess{Kind: words.Home}}
	if len(s.Pages) > 0 {
		u.Detail = fmt.Sprintf("HTTP %d", s.Pages[0].Status)
	}
	return u
}

// blind is the cause for which a read page may hold more than was seen.
func (p Page) blind() Cause {
	switch {
	case p.Truncated:
		return Truncated
	case p.Shell && !p.Rendered:
		return NeedsJavaScript
	}
	return ""
}

// cutShort is the excuse of a source that stopped before it had looked
// everywhere while a needed kind is still missing.
func (s *Survey) cutShort(kinds []words.Kind) []Unread {
	var c Cause
	switch s.Stopped {
	case "interrupted":
		c = Interrupted
	case "budget", "timeout":
		if s.Searched {
			return nil
		}
		c = Budget
	default:
		return nil
	}
	for _, k := range kinds {
		if !s.Has(k, "") {
			return []Unread{{URL: s.Target, Cause: c, Detail: s.Stopped, Guess: words.Guess{Kind: k}}}
		}
	}
	if c == Interrupted {
		return []Unread{{URL: s.Target, Cause: c, Detail: s.Stopped}}
	}
	return nil
}

// Unmet lists the kinds of which no page was read while the source has not
// yet looked in every place that could lead to one. Kinds that not every shop
// has to have are asked for as samples.
func (s *Survey) Unmet(kinds ...words.Kind) []Need {
	if s.Searched {
		return nil
	}
	var out []Need
	for _, k := range kinds {
		if !s.Has(k, "") {
			out = append(out, Need{Kind: k, Sample: !k.Legal()})
		}
	}
	return out
}
