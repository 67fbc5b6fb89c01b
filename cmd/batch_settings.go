package cmd

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/shoplint/shoplint/rules"
)

// notSettings are flags that may change from one run to the next in the same
// folder: they say how to work, not what a report says.
var notSettings = []string{
	"output", "dry-run", "retry-unclear", "again", "deadline", "metrics", "format", "lang", "jobs", "concurrency", "delay", "timeout",
	"color", "quiet", "verbose", "no-progress", "config", "header", "cookie", "basic-auth", "proxy", "resolve",
	"nats", "nats-creds", "nats-ca", "nats-cert", "nats-key", "replicas",
}

// settingsOf are what must be the same for a run to go on in its folder.
func (b *batchRun) settingsOf(flags *pflag.FlagSet) map[string]string {
	out := map[string]string{"lang": b.language(), "format": strings.Join(b.opts.formats, ","), "program": b.version()}
	flags.VisitAll(func(g *pflag.Flag) {
		if v := g.Value.String(); v != g.DefValue && !slices.Contains(notSettings, g.Name) {
			out[g.Name] = v
		}
	})
	if sum := b.configSum(); sum != "" {
		out["configuration"] = sum
	}
	return out
}

// configSum tells one configuration from another.
func (b *batchRun) configSum() string {
	if b.opts.file.Path == "" {
		return ""
	}
	data, err := os.ReadFile(b.opts.file.Path)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:4])
}

// version tells the program and the rule book: two that are equal judge alike.
func (r *run) version() string {
	h := sha256.New()
	addTree(h, rules.FS())
	if r.opts.ownRules != "" {
		addTree(h, os.DirFS(r.opts.ownRules))
	}
	return fmt.Sprintf("%s, rule book %s-%x", r.app.version, r.book.Rules.Updated, h.Sum(nil)[:4])
}

// addTree adds the files of a tree; what cannot be read was told of when the
// book was loaded.
func addTree(h hash.Hash, tree fs.FS) {
	_ = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		data, err := fs.ReadFile(tree, name)
		if err == nil {
			fmt.Fprintf(h, "%s %d\n", name, len(data))
			h.Write(data)
		}
		return nil
	})
}
