package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var known = Known{
	Formats: []string{"text", "json", "html"}, Languages: []string{"en", "nl", "fr", "de"},
	Kinds: []string{"imprint", "terms", "contact"},
}

func TestSampleChangesNothingButItsDefaults(t *testing.T) {
	f, err := Parse(Name, Sample(), known)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Settings) != 2 || len(f.Ignore)+len(f.Rules)+len(f.Shops) != 0 || f.Grace != 14 {
		t.Errorf("%+v", f)
	}
}

// Every commented line of the sample is right when it is freed.
func TestSampleWithEveryLineFreed(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "logo.svg"), []byte("<svg/>"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Parse(filepath.Join(dir, Name), []byte(freed()), known)
	if err != nil {
		t.Fatal(err)
	}
	if f.Shop.Country != "BE" || len(f.Shops) != 2 || len(f.Shop.Pages) != 2 || f.Shop.Headers[0].Env != "SHOP_AUTH" {
		t.Errorf("shop %+v, shops %+v", f.Shop, f.Shops)
	}
	if len(f.Rules) != 2 || !f.Rules[0].Off || f.Rules[1].Level != "warning" {
		t.Errorf("rules %+v", f.Rules)
	}
	if len(f.Ignore) != 1 || f.Ignore[0].Until.String() != "2027-03-01" || f.Agency.LogoType != "image/svg+xml" {
		t.Errorf("ignore %+v, agency %+v", f.Ignore, f.Agency)
	}
	formats, _ := f.Setting("format")
	if len(formats.Values) != 3 || formats.Values[1] != "json="+filepath.Join(dir, "report.json") {
		t.Errorf("formats %q", formats.Values)
	}
	for _, flag := range []string{"as-of", "baseline", "lang", "render", "max-pages", "max-depth", "timeout", "concurrency", "delay", "jobs", "full"} {
		if _, ok := f.Setting(flag); !ok {
			t.Errorf("no setting for --%s", flag)
		}
	}
}

// freed is the sample without the marks before commented lines of YAML. Prose
// keeps its mark: it has none of the shapes of YAML.
func freed() string {
	var out []string
	for _, line := range strings.Split(string(Sample()), "\n") {
		bare, found := strings.CutPrefix(strings.TrimLeft(line, " "), "# ")
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		word, _, colon := strings.Cut(strings.TrimLeft(bare, " -"), ":")
		if found && colon && !strings.ContainsAny(word, " $") && word != "yaml-language-server" {
			line = indent + bare
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestFaults(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"contry: BE", `1:1: the file has no key "contry"`},
		{"shop:\n  contry: BE", `2:3: shop has no key "contry"; did you mean "country"?`},
		{"shop: {country: B}", "1:17: country"},
		{"shop: {country: BE, country: NL}", `the key "country" stands here twice`},
		{"shop: {url: ftp://x}", "is no address"},
		{"shop: {url: 'https://a:b@x'}", "secrets do not belong in a file"},
		{"shop: {headers: {Authorization: Bearer-x}}", "must name a variable"},
		{"shop: {pages: {imprnt: /x}}", `did you mean "imprint"?`},
		{"shop: {pages: {imprint: 'https://x/'}}", "must begin with one slash"},
		{"shops: {a: b}", "write a list"},
		{"shops: [{country: BE}]", "needs a target"},
		{"shops: [{target: x}, {target: x}]", "stands here twice"},
		{"law: {day: 2026-13-01}", "is no day"},
		{"law: {grace: soon}", "is no number of days"},
		{"rules: {a: wrong}", "is not known"},
		{"ignore: [{rule: a}]", "needs a reason"},
		{"ignore: [{reason: a}]", "needs a rule"},
		{"ignore: [{rule: a, reason: ''}]", "reason needs a value"},
		{"ignore: [{rule: a, reason: b, where: blog}]", "begins with a slash"},
		{"formats: [jsn]", `did you mean "json"?`},
		{"budgets: {pages: 0}", "no whole number of at least 1"},
		{"budgets: {time: fast}", "no length of time"},
		{"budgets: {full: maybe}", "neither true nor false"},
		{"agency: {name: a, colour: '#ffff00'}", "is too light"},
		{"agency: {name: a, colour: red}", "is no colour"},
		{"agency: {name: a, logo: none.png}", "agency.logo"},
		{"agency: {}", "needs a name"},
		{"a: [", "no YAML"},
		{"[]", "write keys and values"},
		{"&a [*a]", "write keys and values"},
		{"shop: &s {sells-to: [*s]}", "sells-to needs a value"},
	} {
		_, err := Parse("f", []byte(c.text), known)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q gives %v, want %q", c.text, err, c.want)
		}
	}
}

func TestFindStopsAtTheRepository(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "repo", "a", "b")
	for _, dir := range []string{deep, filepath.Join(root, "repo", ".git"), filepath.Join(root, "loose")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	put := func(dir string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, Name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	find := func(dir string) string {
		t.Helper()
		name, err := Find(dir)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	put(root)
	for _, dir := range []string{deep, filepath.Join(root, "loose")} {
		if got := find(dir); got != "" {
			t.Errorf("%s: found %s, which is nobody's", dir, got)
		}
	}
	put(filepath.Join(root, "repo"))
	if got := find(deep); got != filepath.Join(root, "repo", Name) {
		t.Errorf("found %q", got)
	}
}

func TestContrast(t *testing.T) {
	for rgb, want := range map[uint32]string{0xffffff: "1.0", 0x000000: "21.0", 0x767676: "4.5"} {
		if got := fmt.Sprintf("%.1f", contrast(rgb)); got != want {
			t.Errorf("%06x: %s, want %s", rgb, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(freed()))
	f.Add([]byte("shop: &a {pages: *a}\nignore: [*a, {rule: [x]}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := Parse(filepath.Join(t.TempDir(), Name), data, known)
		var faults Faults
		if err != nil && !errors.As(err, &faults) {
			t.Fatal(err)
		}
	})
}
