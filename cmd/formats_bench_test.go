//go:build linux || darwin

package cmd

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/report"
)

// formatsFolder is a built site of n pages, with text around its findings.
func formatsFolder(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	for i := range n {
		name := fmt.Sprintf("kaas-%03d.html", i)
		if i == 0 {
			name = "index.html"
		}
		var page strings.Builder
		fmt.Fprintf(&page, "<!doctype html><html lang=nl><meta charset=utf-8><title>Kaas %d</title><body><h1>Kaas %d</h1>", i, i)
		for p := range 60 {
			fmt.Fprintf(&page, "<div class=row><p>Rijpt %d weken in de kelder, en wordt gekoeld verzonden naar %d.</p><a href=/kaas-%03d.html>Kaas</a></div>", p, i*p, p%n)
		}
		page.WriteString(`<footer><a href="https://ec.europa.eu/consumers/odr/">Geschillen</a> <a href="mailto:kaas@kaashuis.nl">kaas@kaashuis.nl</a></footer>`)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(page.String()), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// BenchmarkFormats checks a folder as a user's command does, with one format
// into a file and with every format into a file each, by turns in one run:
// x-one is what all cost, measured in the cost of one, both as time of the
// processor: that of the clock tells more of other work on the machine.
func BenchmarkFormats(b *testing.B) {
	for _, n := range []int{1, 40, 200} {
		b.Run(fmt.Sprintf("pages=%d", n), func(b *testing.B) {
			site, out := formatsFolder(b, n), b.TempDir()
			timeFormats(b, site, out, "json") // what is loaded once is loaded
			var one, all time.Duration
			for b.Loop() {
				one += timeFormats(b, site, out, "json")
				all += timeFormats(b, site, out, report.Formats()...)
			}
			b.ReportMetric(float64(all)/float64(one), "x-one")
		})
	}
}

// timeFormats is the processor time of one check of a site, into files.
func timeFormats(b *testing.B, site, out string, formats ...string) time.Duration {
	b.Helper()
	args := []string{"check", site, "--country", "NL", "--as-of", "2026-12-01"}
	for _, f := range formats {
		args = append(args, "--format", f+"="+filepath.Join(out, "report."+f))
	}
	var said bytes.Buffer
	start := processorTime(b)
	if code := Main(args, strings.NewReader(""), &said, &said, "0.0.0"); code != 1 {
		b.Fatalf("exit code %d\n%s", code, said.String())
	}
	return processorTime(b) - start
}

// processorTime is what this process has used so far.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
