package words

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadRefuses(t *testing.T) {
	const (
		lang    = "kinds: {terms: {labels: [terms]}}\n"
		plats   = "shop: [{path: a, kind: terms}]\n"
		targets = "t: [{hosts: [a.eu], paths: [/x]}]\n"
	)
	for name, c := range map[string]struct{ lang, plats, targets, want string }{
		"unknown key":      {lang + "labels: []\n", plats, targets, "labels"},
		"doubled key":      {lang + lang, plats, targets, "already"},
		"unknown kind":     {"kinds: {nonsense: {labels: [a]}}", plats, targets, "nonsense"},
		"two kinds":        {"kinds: {terms: {labels: [a]}, privacy: {labels: [A]}}", plats, targets, "stands under"},
		"empty phrase":     {"phrases: {closed: ['-']}", plats, targets, "no word"},
		"bare star":        {"phrases: {closed: ['* down']}", plats, targets, "no word before"},
		"long phrase":      {"phrases: {closed: [a b c d e f g h i j k l m]}", plats, targets, "at most 12"},
		"platform kind":    {lang, "shop: [{path: a, kind: none}]", targets, "none"},
		"platform empty":   {lang, "shop: [{kind: terms}]", targets, "neither"},
		"platform key":     {lang, "shop: [{paths: a, kind: terms}]", targets, "paths"},
		"target no host":   {lang, plats, "t: [{paths: [/x]}]", "missing"},
		"target path":      {lang, plats, "t: [{hosts: [a.eu], paths: [x]}]", "begin with"},
		"target host case": {lang, plats, "t: [{hosts: [www.A.eu], paths: [/x]}]", "lower case"},
	} {
		_, err := Load(fstest.MapFS{
			"words/en.yaml":        {Data: []byte(c.lang)},
			"words/platforms.yaml": {Data: []byte(c.plats)},
			"targets.yaml":         {Data: []byte(c.targets)},
		})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), ".yaml") {
			t.Errorf("%s: error %v, want a file and %q", name, err, c.want)
		}
	}
	if _, err := Load(fstest.MapFS{}); err == nil {
		t.Error("a book without words must be refused")
	}
}
