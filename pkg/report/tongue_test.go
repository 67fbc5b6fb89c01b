package report

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// catalog reads one catalog as key -> forms.
func catalog(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	data, err := catalogs.ReadFile("text/active." + lang + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := yaml.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for key, v := range raw {
		out[key] = map[string]string{}
		switch v := v.(type) {
		case string:
			out[key]["other"] = v
		case map[string]any:
			for form, text := range v {
				out[key][form] = text.(string)
			}
		default:
			t.Fatalf("%s: %s is a %T", lang, key, v)
		}
	}
	return out
}

var placeholder = regexp.MustCompile(`\{\{\.([A-Za-z]+)\}\}`)

func placeholders(text string) []string {
	var out []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestCatalogsAgree(t *testing.T) {
	english := catalog(t, "en")
	for _, lang := range Languages() {
		c := catalog(t, lang)
		for _, key := range slices.Sorted(maps.Keys(english)) {
			want := placeholders(english[key]["other"])
			if len(c[key]) != len(english[key]) {
				t.Errorf("%s: %s has forms %v, English %v", lang, key, c[key], english[key])
			}
			for form, text := range c[key] {
				if got := placeholders(text); !slices.Equal(got, want) {
					t.Errorf("%s: %s (%s) has placeholders %v, want %v", lang, key, form, got, want)
				}
				if text == "" {
					t.Errorf("%s: %s is empty", lang, key)
				}
			}
		}
		for key := range c {
			if english[key] == nil {
				t.Errorf("%s: %s is not in the English catalog", lang, key)
			}
		}
	}
}

var literal = regexp.MustCompile(`"([a-z][a-z0-9-]*(?:[.-][a-z0-9-]*)*)"`)

// TestNoTextIsUnused reads the literals of this package: a key is used when it
// stands there whole, or when a literal that ends in a dot or dash begins it.
func TestNoTextIsUnused(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	whole, heads := map[string]bool{}, []string{}
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range literal.FindAllStringSubmatch(string(data), -1) {
			whole[m[1]] = true
			if strings.HasSuffix(m[1], ".") || strings.HasSuffix(m[1], "law-") {
				heads = append(heads, m[1])
			}
		}
	}
	english := catalog(t, "en")
	for key := range english {
		if !whole[key] && !slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(key, h) }) {
			t.Errorf("%s is in the catalogs and not in the code", key)
		}
	}
	said := regexp.MustCompile(`(?:\.say|\.count|p\.headLine\(col,|p\.column\(\d,)\(?"([a-z0-9.-]+[a-z0-9])"`)
	for _, f := range files {
		data, _ := os.ReadFile(f)
		for _, m := range said.FindAllStringSubmatch(string(data), -1) {
			if english[m[1]] == nil && !strings.HasSuffix(f, "_test.go") {
				t.Errorf("%s says %s, which is in no catalog", f, m[1])
			}
		}
	}
}

func TestDays(t *testing.T) {
	for lang, want := range map[string]string{"en": "2025-07-19", "nl": "19-07-2025", "fr": "19/07/2025", "de": "19.07.2025", "xx": "2025-07-19"} {
		tongue, err := speak(lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := tongue.day(lastDay("2025-07-20")); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
		if got := tongue.day("no day"); got != "no day" {
			t.Errorf("%s: %q", lang, got)
		}
	}
}
