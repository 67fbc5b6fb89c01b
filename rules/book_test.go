package rules_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/rules"
)

func book(t *testing.T) *rule.Book {
	t.Helper()
	b, err := rules.Book(check.Words())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The turned rule: on no day are both in force, and on no day neither, from
// the first day of the duty on.
func TestTurnedRule(t *testing.T) {
	b := book(t)
	for day, want := range map[string][2]string{
		"2016-01-08": {rule.NotYet, rule.NotYet},
		"2016-01-09": {"in-force", rule.NotYet},
		"2025-03-20": {"in-force", rule.NotYet},
		"2025-07-19": {"in-force", rule.NotYet},
		"2025-07-20": {rule.Ended, "in-force"},
		"2026-11-22": {rule.Ended, "in-force"},
	} {
		for _, country := range append(law.States(), law.EU) {
			link := b.Rule("odr-link").At(law.MustDay(day), country, nil)
			stale := b.Rule("odr-link-stale").At(law.MustDay(day), country, nil)
			if link.State != want[0] || stale.State != want[1] {
				t.Errorf("%s in %s: %s and %s, want %v", day, country, link.State, stale.State, want)
			}
		}
	}
	if r := b.Rule("odr-link"); r.FollowedBy != "odr-link-stale" {
		t.Errorf("odr-link is followed by %q", r.FollowedBy)
	}
}

// A rule says when it came into the book, unless it is of the first book: a
// pipeline that pins the book gets it as a notice. No rule is of tomorrow.
func TestRulesSayWhenTheyCame(t *testing.T) {
	b := book(t)
	first := map[string]bool{"odr-link": true, "odr-link-stale": true, "contact-email": true}
	for _, r := range b.Rules {
		switch {
		case first[r.ID] != r.Added.IsZero():
			t.Errorf("%s: added is %q; a rule newer than the first book says the day it came, the first three do not", r.ID, r.Added)
		case b.Updated.Before(r.Added):
			t.Errorf("%s: added on %s, after the book's own day %s", r.ID, r.Added, b.Updated)
		}
	}
}

// An e-mail address is owed in every state, before and after the regulation
// on dispute resolution, and the law is certain.
func TestEmailLaw(t *testing.T) {
	r := book(t).Rule("contact-email")
	for _, country := range append(law.States(), law.EU) {
		for _, day := range []string{"2016-01-09", "2024-05-14", "2025-07-20", "2026-11-22"} {
			if got := r.At(law.MustDay(day), country, nil); got.State != "in-force" || !got.Certain || !got.Until.IsZero() {
				t.Errorf("%s in %s: %+v", day, country, got)
			}
		}
	}
	acts := func(day string, seller law.Country, customers ...law.Country) string {
		var ids []string
		for _, e := range r.At(law.MustDay(day), seller, customers).Entries {
			ids = append(ids, e.Act)
		}
		return strings.Join(ids, " ")
	}
	for _, c := range []struct{ got, want string }{
		{acts("2024-05-13", "DE"), "de-tmg reg-2013-524 dir-2000-31 dir-2011-83"},
		{acts("2024-05-14", "DE"), "de-ddg reg-2013-524 dir-2000-31 dir-2011-83"},
		{acts("2026-11-22", "BE"), "be-wer be-wer dir-2000-31 dir-2011-83"},
		{acts("2026-11-22", "CH", "FR"), "dir-2011-83"},
	} {
		if c.got != c.want {
			t.Errorf("acts %q, want %q", c.got, c.want)
		}
	}
}

// Every fixture can be read, is judged on a day of its own, and what a reader
// has to know of it is said.
func TestFixturesRead(t *testing.T) {
	for _, id := range book(t).IDs() {
		names, err := fs.Glob(rules.FS(), id+"/testdata/*")
		if err != nil || len(names) < 8 {
			t.Errorf("%s has %d fixtures: %v", id, len(names), err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(rules.FS(), name)
			if err != nil {
				t.Fatal(err)
			}
			f, err := rule.ParseFixture(name, data)
			if err != nil {
				t.Error(err)
			} else if f.Note == "" {
				t.Errorf("%s does not say what it is about", name)
			}
		}
	}
}

// No text calls a shop's conduct unlawful: that is for courts.
func TestTextsAreFair(t *testing.T) {
	for _, r := range book(t).Rules {
		for _, lang := range rules.Languages {
			text := r.Text[lang]
			for key, say := range text.Reasons {
				for _, word := range []string{"illegal", "illégal", "illegaal", "unlawful", "rechtswidrig", "onwettig", "verboten"} {
					if strings.Contains(strings.ToLower(say.Headline+say.Message), word) {
						t.Errorf("%s, %s, %s says %q", r.ID, lang, key, word)
					}
				}
			}
		}
	}
}
