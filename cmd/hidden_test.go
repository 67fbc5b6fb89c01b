package cmd_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/report"
)

// hidings are the ways in which shops hide a notice, each with what the report
// says of it. NOTICE stands for it.
var hidings = []struct{ name, css, html, why string }{
	{"hidden attribute", "", `<div hidden>NOTICE</div>`, "hidden on div"},
	{"display", ".x{display:none}", `<div class=x>NOTICE</div>`, ".x {display:none} in <style>"},
	{"display on a class above", ".foot .x{display:none}", `<div class=foot><p class=x>NOTICE</p></div>`, ".foot .x {display:none} in <style>"},
	{"style attribute", "", `<div style="display:none">NOTICE</div>`, `style="display:none" on div`},
	{"visibility", ".x{visibility:hidden}", `<div class=x>NOTICE</div>`, ".x {visibility:hidden} in <style>"},
	{"opacity", ".x{opacity:0}", `<div class=x>NOTICE</div>`, ".x {opacity:0} in <style>"},
	{"content-visibility", ".x{content-visibility:hidden}", `<div class=x>NOTICE</div>`, ".x {content-visibility:hidden} in <style>"},
	{"far to the left", ".x{position:absolute;left:-9999px}", `<div class=x>NOTICE</div>`, ".x {left:-9999px} in <style>"},
	{"far above", ".x{position:absolute;top:-9999px}", `<div class=x>NOTICE</div>`, ".x {top:-9999px} in <style>"},
	{"moved by a transform", ".x{position:fixed;left:0;top:0;width:280px;transform:translateX(-100%)}", `<div class=x>NOTICE</div>`, ".x {transform:translatex(-100%)} in <style>"},
	{"scaled to nothing", ".x{transform:scale(0)}", `<div class=x>NOTICE</div>`, ".x {transform:scale(0)} in <style>"},
	{"clipped", ".x{position:absolute;clip:rect(0,0,0,0)}", `<div class=x>NOTICE</div>`, ".x {clip:rect(0,0,0,0)} in <style>"},
	{"cut by a path", ".x{clip-path:inset(50%)}", `<div class=x>NOTICE</div>`, ".x {clip-path:inset(50%)} in <style>"},
	{"for screen readers alone", ".x{position:absolute;width:1px;height:1px;overflow:hidden}", `<div class=x>NOTICE</div>`, ".x {width:1px} in <style>"},
	{"no height", ".x{height:0;overflow:hidden}", `<div class=x>NOTICE</div>`, ".x {height:0} in <style>"},
	{"no greatest height", ".x{max-height:0;overflow:hidden}", `<div class=x>NOTICE</div>`, ".x {max-height:0} in <style>"},
	{"letters of no size", ".x{font-size:0}", `<div class=x>NOTICE</div>`, ".x {font-size:0} in <style>"},
	{"indented out of the page", ".x{text-indent:-9999px}", `<div class=x>NOTICE</div>`, ".x {text-indent:-9999px} in <style>"},
	{"white on white", ".x,.x a{color:#fff}", `<div class=x>NOTICE</div>`, "{color:#fff} in <style>"},
	{"the colour of a variable", ":root{--paper:#fdfdfd}body{background:var(--paper)}.x,.x a{color:var(--paper)}", `<div class=x>NOTICE</div>`, "{color:#fdfdfd} in <style>"},
	{"transparent letters", ".x,.x a{color:transparent}", `<div class=x>NOTICE</div>`, "{color:transparent} in <style>"},
	{"in both windows", "@media (max-width:700px){.x{display:none}}@media (min-width:600px){.x{display:none}}", `<div class=x>NOTICE</div>`, ".x {display:none} in <style>"},
	{"in a layer", "@layer base{.x{display:block}}@layer theme{.x{display:none}}", `<div class=x>NOTICE</div>`, ".x {display:none} in <style>"},
	{"with weight", ".x{display:none!important}#y{display:block}", `<div class=x id=y>NOTICE</div>`, ".x {display:none} in <style>"},
	{"a closed dialog", "", `<dialog>NOTICE</dialog>`, "closed <dialog> on dialog"},
	{"a template", "", `<template>NOTICE</template>`, "template"},
	{"noscript", "", `<noscript>NOTICE</noscript>`, "noscript"},
}

// TestHiding puts the notices of three rules into a page in every way that hides
// them, and asks for the verdict with its reason.
func TestHiding(t *testing.T) {
	for _, r := range []struct{ rule, notice, day, outcome string }{
		{"odr-link", `<a href="https://ec.europa.eu/consumers/odr">Platform for disputes</a>`, "2023-03-01", "fail"},
		{"odr-link-stale", `<a href="https://ec.europa.eu/consumers/odr">Platform for disputes</a>`, "2026-03-01", "warn"},
		{"contact-email", `<a href="mailto:shop@brass-lamps.ie">shop@brass-lamps.ie</a>`, "2026-03-01", "fail"},
	} {
		dir := t.TempDir()
		args := []string{"--only", r.rule, "--as-of", r.day, "--country", "IE"}
		for i, h := range hidings {
			file := filepath.Join(dir, fmt.Sprintf("%02d.html", i))
			text := "<!doctype html><html lang=en><head><meta charset=utf-8><title>Brass lamps</title><style>" + h.css + "</style></head><body><h1>Brass lamps</h1>" +
				"<p>Lamps made in Cork, sent to you in five days.</p><footer>" + strings.Replace(h.html, "NOTICE", r.notice, 1) + "<p>Brass Lamps Ltd, 1 Quay Street, Cork</p></footer></body></html>"
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, file)
		}
		got := audit(t, nil, args...)
		if len(got.Shops) != len(hidings) {
			t.Fatalf("%d of %d pages were judged", len(got.Shops), len(hidings))
		}
		for i, h := range hidings {
			res := got.Shops[i].Results[0]
			if why := reasonOf(res); string(res.Outcome) != r.outcome || !strings.Contains(why, h.why) {
				t.Errorf("%s, %s: %s, %q; want %s, %q", r.rule, h.name, res.Outcome, why, r.outcome, h.why)
			}
		}
	}
}

// reasonOf is why the first evidence is not seen.
func reasonOf(r report.Result) string {
	for _, e := range r.Evidence {
		if !e.Visible {
			return e.Why
		}
	}
	return ""
}
