package cmd_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/cmd"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/report/schema/schematest"
)

// audit runs the command in this process and reads its JSON report.
func audit(t *testing.T, stdin []byte, args ...string) report.Report {
	t.Helper()
	var out, errs bytes.Buffer
	code := cmd.Main(append(append([]string{"check"}, args...), "--format", "json"), bytes.NewReader(stdin), &out, &errs, "0.0.0-test")
	if code == report.ExitUsage {
		t.Fatalf("check %v: %s", args, errs.String())
	}
	if err := schematest.Validate(out.Bytes()); err != nil {
		t.Errorf("check %v: the report is not valid: %v", args, err)
	}
	var r report.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatalf("check %v: %v", args, err)
	}
	if r.Gate.Exit != code {
		t.Errorf("check %v exits %d, the report says %d", args, code, r.Gate.Exit)
	}
	return r
}

// withoutAddress takes out of results what names the place of a page.
func withoutAddress(r report.Report) []report.Result {
	for _, s := range r.Shops {
		for i := range s.Results {
			m := &s.Results[i].Message // its sentences name the page too
			*m = strings.NewReplacer("../testdata/shops/onepage/index.html", "/", ": - (", ": / (", "(-)", "(/)", "(stdin)", "(/)", "On - this", "On / this").Replace(*m)
			for j := range s.Results[i].Evidence {
				s.Results[i].Evidence[j].URL = ""
			}
		}
	}
	return r.Shops[0].Results
}

// TestOnePageIsTheSameFromEverySource audits a one-page shop as file, standard
// input, folder and live site.
func TestOnePageIsTheSameFromEverySource(t *testing.T) {
	dir := filepath.Join("..", "testdata", "shops", "onepage")
	file := filepath.Join(dir, "index.html")
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer s.Close()
	for _, day := range []string{"2024-06-01", "2026-11-22"} {
		want := withoutAddress(audit(t, nil, file, "--as-of", day, "--country", "BE"))
		for name, r := range map[string]report.Report{
			"-":      audit(t, page, "-", "--as-of", day, "--country", "BE"),
			"folder": audit(t, nil, dir, "--as-of", day, "--country", "BE"),
			"live":   audit(t, nil, s.URL, "--as-of", day, "--country", "BE"),
		} {
			if d := cmp.Diff(want, withoutAddress(r)); d != "" {
				t.Errorf("as of %s, %s differs from the file (-file +%s):\n%s", day, name, name, d)
			}
		}
	}
}

// finding is what must be equal between a folder and the site it becomes.
type finding struct{ Rule, Outcome, Cause, Fingerprint string }

func findings(r report.Report) []finding {
	var out []finding
	for _, x := range r.Shops[0].Results {
		out = append(out, finding{x.Rule, string(x.Outcome), string(x.Cause), x.Fingerprint})
	}
	return out
}

// TestFolderIsTheSiteItBecomes audits whole sites as a folder and as the URL
// they are served at.
func TestFolderIsTheSiteItBecomes(t *testing.T) {
	for _, dir := range []string{filepath.Join("demo", "shop"), filepath.Join("..", "testdata", "shops", "mended")} {
		s := httptest.NewServer(http.FileServer(http.Dir(dir)))
		defer s.Close()
		for _, day := range []string{"2016-01-08", "2024-06-01", "2026-11-22"} {
			folder := audit(t, nil, dir, "--as-of", day, "--base-url", s.URL)
			live := audit(t, nil, s.URL, "--as-of", day, "--full")
			if d := cmp.Diff(findings(folder), findings(live)); d != "" {
				t.Errorf("%s as of %s (-folder +live):\n%s", dir, day, d)
			}
			if d := cmp.Diff(addresses(folder), addresses(live)); d != "" {
				t.Errorf("%s as of %s reads other pages (-folder +live):\n%s", dir, day, d)
			}
		}
	}
}

func addresses(r report.Report) map[string]bool {
	out := map[string]bool{}
	for _, p := range r.Shops[0].Survey.Pages {
		if p.Read() {
			out[p.URL] = true
		}
	}
	return out
}
