package baseline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/survey"
)

func shop(results ...Result) *Shop {
	return &Shop{Target: "https://a.be/", Country: "BE", Rulebook: "2026-11-22", Program: "1", Results: results}
}

func result(outcome, print string) Result {
	r := Result{Rule: "r", Level: "error", Outcome: outcome, Fingerprint: print, State: "new", LawStatus: "in-force"}
	if outcome == "unclear" {
		r.Cause = survey.Blocked
	}
	return r
}

func with(r Result, change func(*Result)) Result { change(&r); return r }

func TestCompare(t *testing.T) {
	fail, other := result("fail", "f1"), result("fail", "f2")
	warn, unclear, pass := result("warn", "f1"), result("unclear", "f1"), result("pass", "")
	for _, c := range []struct {
		name     string
		old, now *Shop
		want     string // new, known, resolved, open: number and reasons
	}{
		{"known", shop(fail), shop(fail), "0 1 0 0"},
		{"milder", shop(fail), shop(warn), "0 1 0 0"},
		{"worse", shop(warn), shop(fail), "1page 0 0 0"},
		{"moved", shop(fail), shop(other), "1page 0 1page 0"},
		{"mended", shop(fail), shop(pass), "0 0 1page 0"},
		{"begun", shop(with(pass, func(r *Result) { r.Outcome = "not-in-force" })), shop(fail), "1law 0 0 0"},
		{"confirmed", shop(with(warn, func(r *Result) { r.LawStatus = "pending" })), shop(fail), "1law 0 0 0"},
		{"ended", shop(fail), shop(with(pass, func(r *Result) { r.Outcome = "not-in-force" })), "0 0 1law 0"},
		{"left out before", shop(), shop(fail), "1selection 0 0 0"},
		{"left out now", shop(fail), shop(), "0 0 0 1"},
		{"cannot be judged now", shop(fail), shop(unclear), "1unread 0 0 1"},
		{"could not be judged", shop(unclear), shop(fail), "1undecided 0 0 0"},
		{"still cannot be judged", shop(unclear), shop(unclear), "0 1 0 0"},
		{"another cause", shop(unclear), shop(with(unclear, func(r *Result) { r.Cause = survey.Budget })), "1undecided 0 0 1"},
		{"other seller", shop(with(pass, func(r *Result) { r.Outcome = "not-applicable" })), shop(fail), "1profile 0 0 0"},
		{"new shop", nil, shop(fail), "1shop 0 0 0"},
		{"ignored now", shop(fail), shop(with(fail, func(r *Result) { r.State = "ignored" })), "0 0 0 0"},
		{"ignored then", shop(with(fail, func(r *Result) { r.State = "ignored" })), shop(fail), "1page 0 0 0"},
		{"broken", shop(result("error", "")), shop(result("error", "")), "1undecided 0 0 1"},
	} {
		got := Compare(c.old, c.now)
		var parts []string
		for _, list := range [][]Change{got.New, got.Known, got.Resolved, got.Open} {
			text := fmt.Sprint(len(list))
			for _, x := range list {
				text += x.Because
			}
			parts = append(parts, text)
		}
		if s := strings.Join(parts, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

func TestBecauseOfTheBook(t *testing.T) {
	old := shop(result("pass", ""))
	old.Rulebook = "2026-01-01"
	if got := Compare(old, shop(result("fail", "f"))).New[0].Because; got != PageOrRules {
		t.Errorf("%s", got)
	}
	old.Results = nil
	if got := Compare(old, shop(result("fail", "f"))).New[0].Because; got != Rules {
		t.Errorf("%s", got)
	}
}

func TestReadRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"": "empty", "[]": "no JSON object", "{}": "lacks the version", `{"version":1}`: "lacks the version",
		`{"version":2,"tool":{"name":"shoplint"},"shops":[]}`:                                                    "version is 2",
		`{"version":1,"tool":{"name":"shoplint"}}`:                                                               "lists no shops",
		`{"version":1,"tool":{"name":"shoplint"},"shops":[{"target":"a"}]}`:                                      "no results",
		`{"version":1,"tool":{"name":"shoplint"},"shops":[{"target":"a","results":[{}]}]}`:                       "no rule",
		`{"version":1,"tool":{"name":"shoplint"},"shops":[`:                                                      "unexpected",
		`{"version":1,"tool":{"name":"shoplint"},"target":"a","results":[]}` + "\n" + `{"version":1,"tool":{"na`: "unexpected",
	} {
		name := filepath.Join(t.TempDir(), "r.json")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %q", text, err, want)
		}
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a file that is not there was read")
	}
}

func TestReadLinesOfAFolder(t *testing.T) {
	dir := t.TempDir()
	line := `{"version":1,"tool":{"name":"shoplint","rulebook":"x"},"as_of":"d","target":"%s","results":[]}` + "\n"
	if err := os.WriteFile(filepath.Join(dir, journal), []byte(fmt.Sprintf(line, "a/")+fmt.Sprintf(line, "b")), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Read(dir)
	if err != nil || len(r.Shops) != 2 || r.Shops[0].Rulebook != "x" || r.Shops[0].AsOf != "d" {
		t.Fatalf("%+v, %v", r, err)
	}
	if r.Of("a", true) == nil || r.Of("c", true) != nil {
		t.Error("a shop was paired wrongly")
	}
	r.Shops = r.Shops[:1]
	if r.Of("c", true) == nil || r.Of("c", false) != nil {
		t.Error("a lone shop was paired wrongly")
	}
}

func TestIgnore(t *testing.T) {
	i := Ignore{Rules: []string{"r"}, Where: "/blog/*", Until: law.MustDay("2027-01-15")}
	for day, want := range map[string][2]bool{
		"2026-12-31": {false, false}, "2027-01-01": {false, true}, "2027-01-14": {false, true}, "2027-01-15": {true, false},
	} {
		if d := law.MustDay(day); i.Ended(d) != want[0] || i.EndsSoon(d) != want[1] {
			t.Errorf("%s: ended %t, soon %t", day, i.Ended(d), i.EndsSoon(d))
		}
	}
	for _, c := range []struct {
		id    string
		paths []string
		want  bool
	}{
		{"r", []string{"/blog/a"}, true}, {"r", []string{"/blog/a", "/"}, false}, {"r", nil, false}, {"s", []string{"/blog/a"}, false},
	} {
		if got := i.Covers(c.id, c.paths); got != c.want {
			t.Errorf("%s %q: %t", c.id, c.paths, got)
		}
	}
	for _, c := range []struct {
		glob, path string
		want       bool
	}{
		{"/a", "/a", true}, {"/a", "/ab", false}, {"*", "", true}, {"/a*b*c", "/a-b-b-c", true}, {"/a*b*c", "/a-c", false}, {"*a", "/ba", true}, {"/a*a", "/a", false},
	} {
		if got := fits(c.glob, c.path); got != c.want {
			t.Errorf("%q fits %q: %t", c.path, c.glob, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"version":1,"tool":{"name":"shoplint"},"shops":[{"target":"a","results":[{"rule":"r","outcome":"fail"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		shops, err := parse(strings.NewReader(string(data)))
		if err == nil {
			for i := range shops {
				Compare(&shops[i], &shops[0])
			}
		}
	})
}
