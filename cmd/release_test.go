package cmd_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// TestPagesOfARelease runs the script that a release is built with: every
// manual page and completion that .goreleaser.yaml packs is written.
func TestPagesOfARelease(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program")
	}
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip(err)
	}
	into := t.TempDir()
	c := exec.CommandContext(t.Context(), bash, "../.ci/pages", into)
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	for _, name := range []string{"man/en/man1/shoplint.1.gz", "man/nl/man1/shoplint-check.1.gz", "man/de/man1/shoplint-rules-diff.1.gz", "completions/shoplint.bash", "completions/shoplint.zsh", "completions/shoplint.fish"} {
		if info, err := os.Stat(filepath.Join(into, name)); err != nil || info.Size() < 300 {
			t.Errorf("%s: %v", name, err)
		}
	}
	config, err := os.ReadFile("../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range strings.FieldsFunc(string(config), func(r rune) bool { return strings.ContainsRune(" ,{}\n\"", r) }) {
		rest, ok := strings.CutPrefix(word, ".release/")
		if !ok {
			continue
		}
		if found, err := filepath.Glob(filepath.Join(into, strings.TrimSuffix(rest, "/"))); err != nil || len(found) == 0 {
			t.Errorf(".goreleaser.yaml packs %s, which is not written", word)
		}
	}
}

// TestSnapshot builds a release of this machine's system without publishing
// it, unpacks the deb and runs the program in it. It asks for goreleaser by
// the variable SHOPLINT_GORELEASER, since it takes minutes.
func TestSnapshot(t *testing.T) {
	goreleaser := os.Getenv("SHOPLINT_GORELEASER")
	dpkg, err := exec.LookPath("dpkg")
	switch {
	case goreleaser == "":
		t.Skip("SHOPLINT_GORELEASER names no goreleaser; .ci/release builds one")
	case err != nil:
		t.Skip(err)
	}
	dir := t.TempDir()
	run := func(name string, args ...string) string {
		t.Helper()
		c := exec.CommandContext(t.Context(), name, args...)
		c.Dir, c.Env = "..", append(os.Environ(), "HOMEBREW_TAP_TOKEN=none", "NO_COLOR=1", "SHOPLINT_LANG=en")
		said, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v\n%s", name, args, err, said)
		}
		return string(said)
	}
	run(goreleaser, "check")
	run(goreleaser, "release", "--snapshot", "--skip=sbom,sign", "-f", oneSystem(t, dir))
	run(dpkg, "-x", filepath.Join(dir, "dist", "shoplint_linux_amd64.deb"), filepath.Join(dir, "root"))
	if got := run(filepath.Join(dir, "root", "usr", "bin", "shoplint"), "version"); !strings.Contains(got, "-next") {
		t.Errorf("version: %s", got)
	}
	if got := run(filepath.Join(dir, "root", "usr", "bin", "shoplint"), "demo"); !strings.Contains(got, "RESULT: FAIL") {
		t.Errorf("demo: %s", got)
	}
	for _, name := range []string{"man/man1/shoplint.1.gz", "man/nl/man1/shoplint-check.1.gz", "bash-completion/completions/shoplint", "doc/shoplint/copyright"} {
		if _, err := os.Stat(filepath.Join(dir, "root", "usr", "share", name)); err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"shoplint_linux_amd64.tar.gz", "shoplint_linux_amd64.rpm", "shoplint_linux_amd64.apk", "SHA256SUMS", "homebrew/Casks/shoplint.rb"} {
		if _, err := os.Stat(filepath.Join(dir, "dist", name)); err != nil {
			t.Error(err)
		}
	}
}

// oneSystem is the release file with one system and one processor left.
func oneSystem(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile("../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]any
	if err := yaml.Unmarshal(data, &config); err != nil {
		t.Fatal(err)
	}
	build := config["builds"].([]any)[0].(map[string]any)
	build["goos"], build["goarch"] = []string{"linux"}, []string{"amd64"}
	config["dist"] = filepath.Join(dir, "dist")
	if data, err = yaml.Marshal(config); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "goreleaser.yaml")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
