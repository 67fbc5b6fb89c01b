package batch

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// kept are the journals of a folder's earlier runs, the oldest first: by day,
// and on one day by their number, as a number: the tenth comes after the ninth.
func kept(dir string) []string {
	files, err := os.ReadDir(filepath.Join(dir, HistoryDir))
	if err != nil {
		return nil
	}
	var names []string
	for _, f := range files {
		if strings.HasSuffix(f.Name(), ".jsonl") {
			names = append(names, f.Name())
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		dayA, nA := keptAs(a)
		dayB, nB := keptAs(b)
		return cmp.Or(strings.Compare(dayA, dayB), cmp.Compare(nA, nB), strings.Compare(a, b))
	})
	for i := range names {
		names[i] = filepath.Join(dir, HistoryDir, names[i])
	}
	return names
}

// keptAs takes the name of a journal, DAY-N.jsonl, apart. A name that archive
// did not give is a day of its own.
func keptAs(name string) (day string, n int) {
	name = strings.TrimSuffix(name, ".jsonl")
	i := strings.LastIndexByte(name, '-')
	if i < 0 {
		return name, 0
	}
	n, err := strconv.Atoi(name[i+1:])
	if err != nil {
		return name, 0
	}
	return name[:i], n
}
