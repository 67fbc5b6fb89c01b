package cmd

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/browser"
)

// reported is a report but for its times, the target and its source.
func reported(t *testing.T, want int, args ...string) map[string]any {
	t.Helper()
	var out, errs bytes.Buffer
	args = append([]string{"check", "--only", "odr,contact-email", "--country", "BE", "--format", "json"}, args...)
	if code := Main(args, nil, &out, &errs, "0"); code != want {
		t.Fatalf("%v: exit %d, want %d: %s%s", args, code, want, out.Bytes(), errs.Bytes())
	}
	var r map[string]any
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	for _, s := range r["shops"].([]any) {
		for _, field := range []string{"times", "target", "source"} {
			delete(s.(map[string]any), field)
		}
	}
	return r
}

// TestRenderedShopIsKeptAsItWasShown: judged again from its archive, on a
// machine without a browser, a shop that scripts build gives the same report;
// as of another day it gives that day's.
func TestRenderedShopIsKeptAsItWasShown(t *testing.T) {
	if _, err := browser.Find(); err != nil {
		t.Skip(err)
	}
	srv := reactShop(t)
	name := filepath.Join(t.TempDir(), "shop.har")
	for day, exit := range map[string]int{"2026-01-05": 1, "2024-06-01": 0} {
		live := reported(t, exit, srv.URL, "--as-of", day, "--save", name)
		t.Run(day, func(t *testing.T) {
			t.Setenv(browser.Variable, "no-such-program")
			if d := cmp.Diff(live, reported(t, exit, name, "--as-of", day)); d != "" {
				t.Errorf("the archive differs (-live +archive):\n%s", d)
			}
			other := map[string]string{"2026-01-05": "2024-06-01", "2024-06-01": "2026-01-05"}[day]
			reported(t, 1-exit, name, "--as-of", other)
		})
	}
}
