package words

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func show(hits []Hit) string {
	var out []string
	for _, h := range hits {
		out = append(out, fmt.Sprintf("%s/%s:%s@%d-%d", h.List, h.Language, h.Phrase, h.Start, h.End))
	}
	return strings.Join(out, " ")
}

func TestMatcher(t *testing.T) {
	m := NewMatcher([]List{
		{"a/days", map[string][]string{"nl": {"14 dagen", "veertien dagen"}, "de": {"vierzehn Tage*"}, "fr": {"14 jours"}}},
		{"b/long", map[string][]string{"nl": {"14 dagen bedenktijd", "bedenktijd"}}},
		{"c/act", map[string][]string{Any: {"TMG"}, "en": {"act", "fact"}, "fr": {"act"}}},
	})
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"niets", ""},
		{"U hebt 14 dagen bedenktijd.", "b/long/nl:14 dagen bedenktijd@7-26 a/days/nl:14 dagen@7-15"},
		{"binnen VEERTIEN\u00a0dagen", "a/days/nl:veertien dagen@7-22"},
		{"innerhalb von vierzehn Tagen", "a/days/de:vierzehn Tage*@14-28"},
		{"§ 5 TMG, an act", "c/act/:TMG@5-8 c/act/:act@13-16"},
		{"factory", ""},
	} {
		if got := show(m.Find(c.text)); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
	if got := m.Lists(); !slices.Equal(got, []string{"a/days", "b/long", "c/act"}) {
		t.Errorf("lists %v", got)
	}
	if got := NewMatcher(nil).Find("14 dagen"); got != nil {
		t.Errorf("no lists find %v", got)
	}
}

func TestWhole(t *testing.T) {
	m := NewMatcher([]List{{"a", map[string][]string{"nl": {"herroepen"}}}})
	for text, want := range map[string]bool{
		"Herroepen": true, "» Herroepen «": true, "herroepen!": true, "Hier herroepen": false, "Herroepen kan hier": false,
	} {
		hits := m.Find(text)
		if len(hits) != 1 || hits[0].Whole(text) != want {
			t.Errorf("%q: %s, whole should be %v", text, show(hits), want)
		}
	}
	if (Hit{Start: 3, End: 99}).Whole("short") {
		t.Error("a hit of another text is whole")
	}
}

func TestListValid(t *testing.T) {
	for _, c := range []struct {
		phrase []string
		want   string
	}{
		{[]string{"veertien dagen"}, ""},
		{[]string{"…"}, "has no word"},
		{[]string{"* dagen"}, "no word before"},
		{[]string{"a b c d e f g h i j k l m"}, "at most 12"},
		{[]string{"Café", "cafe"}, "twice"},
	} {
		err := List{"x", map[string][]string{"nl": c.phrase}}.Valid()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.phrase, err, c.want)
		}
	}
}

func TestSharedLists(t *testing.T) {
	b := book(t)
	for _, name := range []string{"withdrawal-labels", "withdrawal-variants", "withdrawal-confirm", "order-button", "kind:privacy", "closed"} {
		l, ok := b.List(name)
		if !ok || len(l.Phrases["nl"]) == 0 {
			t.Errorf("%s: %v, %v", name, ok, l.Phrases)
		}
	}
	if _, ok := b.List("nothing"); ok {
		t.Error("a list that is not there is found")
	}
}

// FuzzMatcher wants hits in order, inside the text, that fold to what their
// phrase says.
func FuzzMatcher(f *testing.F) {
	m := NewMatcher([]List{
		{"a", map[string][]string{"nl": {"14 dagen", "dag*"}, "de": {"straße", "str"}}},
		{"b", map[string][]string{"el": {"ημέρες"}, Any: {"§ 5 TMG"}}},
	})
	f.Add("Binnen 14 dagen, daglicht; Strasse STRAẞE § 5 TMG ΗΜΈΡΕΣ")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, h := range m.Find(text) {
			if h.Start < at || h.End > len(text) || h.Start >= h.End {
				t.Fatalf("%+v in %q", h, text)
			}
			at = h.Start
			stem := strings.TrimSuffix(foldPattern(h.Phrase), "*")
			if !strings.HasPrefix(Fold(text[h.Start:h.End]), stem) {
				t.Fatalf("%q is not %q", text[h.Start:h.End], h.Phrase)
			}
		}
	})
}
