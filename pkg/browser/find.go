package browser

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Variable is the environment variable that names the browser to use.
const Variable = "SHOPLINT_BROWSER"

// ErrNone is the error of Find when this machine has no browser it knows.
var ErrNone = errors.New("no browser found: install Chromium (Debian: apt-get install chromium-headless-shell) or Chrome, or name its program in " + Variable)

// names are the programs looked for on the PATH, the quickest to start first.
var names = []string{
	"chromium-headless-shell", "headless_shell", "chrome-headless-shell", "chromium", "chromium-browser",
	"google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge", "brave-browser",
}

// Find is the browser's program: the one SHOPLINT_BROWSER names, else the
// first of those known on the PATH or in the usual places of the system. The
// error says what to do.
func Find() (string, error) {
	if named := os.Getenv(Variable); named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("%s names no program: %w", Variable, err)
		}
		return binary(path), nil
	}
	for _, n := range names {
		if path, err := exec.LookPath(n); err == nil {
			return binary(path), nil
		}
	}
	for _, path := range places() {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			return path, nil
		}
	}
	return "", ErrNone
}

// places are where installers put browsers without adding them to the PATH.
func places() []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		}
	case "windows":
		var out []string
		for _, root := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)"), os.Getenv("LocalAppData")} {
			if root != "" {
				out = append(out,
					filepath.Join(root, "Google", "Chrome", "Application", "chrome.exe"),
					filepath.Join(root, "Chromium", "Application", "chrome.exe"),
					filepath.Join(root, "Microsoft", "Edge", "Application", "msedge.exe"))
			}
		}
		return out
	}
	return nil
}

// binary is the program behind a launcher. Debian's are shell scripts that do
// not replace themselves: whoever kills the script leaves the browser alive.
func binary(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return path
	}
	defer f.Close()
	head := make([]byte, 2)
	if n, _ := f.Read(head); n < 2 || !bytes.Equal(head, []byte("#!")) {
		return path
	}
	base := filepath.Base(path)
	for _, folder := range []string{"/usr/lib/" + base, "/usr/lib/chromium", "/usr/lib64/chromium", "/usr/lib/chromium-browser"} {
		real := filepath.Join(folder, base)
		if info, err := os.Stat(real); err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0 {
			return real
		}
	}
	return path
}
