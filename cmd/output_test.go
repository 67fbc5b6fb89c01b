package cmd

import (
	"slices"
	"strings"
	"testing"
)

func TestOutputsAreThoseBesideEachOther(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"", "text"},
		{"-o r.txt", "text:r.txt"},
		{"-f json", "json"},
		{"-f json -o r.json", "json:r.json"},
		{"-o r.json -f json", "json:r.json"},
		{"-f text -f junit -o r.xml", "text junit:r.xml"},
		{"-f junit -o r.xml -f text", "junit:r.xml text"},
		{"-f json=r.json -f html=r.html -f text", "json:r.json html:r.html text"},
		{"-f json -o a -f html -o b", "json:a html:b"},
		{"-f text -f json", "!"},
		{"-f json -o a -o b", "!"},
		{"-f json=a -f html=a", "!"},
		{"-f jsn", "!"},
		{"-f json -o ", "!"},
	} {
		var d destinations
		words := strings.Split(c.args, " ")
		for i := 0; i+1 < len(words); i += 2 {
			_ = destinationFlag{&d, words[i] == "-o"}.Set(words[i+1])
		}
		out, err := d.outputs()
		var got []string
		for _, o := range out {
			got = append(got, strings.TrimSuffix(o.format+":"+o.file, ":"))
		}
		if err != nil {
			got = []string{"!"}
		}
		if !slices.Equal(got, strings.Split(c.want, " ")) {
			t.Errorf("%q gives %v (%v), want %s", c.args, got, err, c.want)
		}
	}
}
