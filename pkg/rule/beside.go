package rule

import (
	"maps"
	"runtime"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/law"
)

// all reads the folders of some rules side by side, since half of a short run
// is parsing them. The rules and the faults come in the order of ids, whichever
// folder is read first.
func (l *loader) all(ids []string, acts map[string]law.Act) []Rule {
	type one struct {
		loader
		rule Rule
		ok   bool
	}
	read := make([]one, len(ids))
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for i, id := range ids {
		room <- struct{}{}
		group.Go(func() {
			read[i].loader = loader{fsys: l.fsys, kinds: l.kinds, languages: l.languages, own: l.own}
			read[i].rule, read[i].ok = read[i].loader.rule(id, acts)
			<-room
		})
	}
	group.Wait()
	var out []Rule
	if l.roots == nil {
		l.roots = map[string]*yaml.Node{}
	}
	for i := range read {
		l.faults = append(l.faults, read[i].faults...)
		maps.Copy(l.roots, read[i].roots)
		if read[i].ok {
			out = append(out, read[i].rule)
		}
	}
	return out
}
