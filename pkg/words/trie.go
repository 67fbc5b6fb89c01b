package words

import (
	"slices"
	"strings"
)

// trie is a set of folded phrases. The children of a state lie side by side;
// states with many have a table. So a trie of all the book's labels takes
// less than two megabytes and a few milliseconds to build.
type trie struct {
	base   []int32      // state -> its first child
	fan    []uint8      // state -> count of children
	label  []byte       // state -> byte that leads to it
	star   []int32      // state -> state after "the rest of this word", 0 is none
	out    []int32      // state -> phrase number + 1, where a word may end
	table  []int32      // state -> index in tables + 1, where a state has one
	tables [][256]int32 // byte -> child
	begin  beginnings   // how words that begin a phrase begin
}

const (
	root     = 1  // state 0 is nowhere
	crowd    = 5  // more children get a table
	maxWords = 12 // the most words a phrase of the vocabulary may have
)

// rangeOf is a state still to be built: the sorted phrases that pass it.
type rangeOf struct {
	state  int32
	depth  int32
	lo, hi int32
}

// newTrie builds the trie of folded phrases; a word may end in * and then
// stands for every word that begins so. Equal phrases must have been joined.
func newTrie(phrases []string) *trie {
	size := 2
	for _, p := range phrases {
		size += len(p)
	}
	t := &trie{begin: newBeginnings(phrases)}
	t.reserve(size)
	t.grow(0)
	t.grow(0)
	order := make([]int32, len(phrases))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(phrases[a], phrases[b]) })
	queue := append(make([]rangeOf, 0, size), rangeOf{root, 0, 0, int32(len(order))})
	for n := 0; n < len(queue); n++ {
		queue = t.branch(phrases, order, queue[n], queue)
	}
	return t
}

// branch makes the children of one state and queues them.
func (t *trie) branch(phrases []string, order []int32, r rangeOf, queue []rangeOf) []rangeOf {
	lo := r.lo
	if lo < r.hi && int32(len(phrases[order[lo]])) == r.depth {
		t.out[r.state] = order[lo] + 1
		lo++
	}
	t.base[r.state] = int32(len(t.label))
	var stars rangeOf
	for lo < r.hi {
		c, hi := phrases[order[lo]][r.depth], lo
		for hi < r.hi && phrases[order[hi]][r.depth] == c {
			hi++
		}
		next := rangeOf{0, r.depth + 1, lo, hi}
		lo = hi
		if c == '*' {
			stars = next // its state must not stand among the children
			continue
		}
		next.state = t.grow(c)
		t.fan[r.state]++
		queue = append(queue, next)
	}
	if stars.hi > 0 {
		stars.state = t.grow('*')
		t.star[r.state] = stars.state
		queue = append(queue, stars)
	}
	t.tabulate(r.state)
	return queue
}

// reserve makes room for n states, which spares the growing copies.
func (t *trie) reserve(n int) {
	t.base, t.star = make([]int32, 0, n), make([]int32, 0, n)
	t.out, t.table = make([]int32, 0, n), make([]int32, 0, n)
	t.fan, t.label = make([]uint8, 0, n), make([]byte, 0, n)
}

func (t *trie) grow(label byte) int32 {
	t.base = append(t.base, 0)
	t.fan = append(t.fan, 0)
	t.label = append(t.label, label)
	t.star = append(t.star, 0)
	t.out = append(t.out, 0)
	t.table = append(t.table, 0)
	return int32(len(t.label) - 1)
}

func (t *trie) tabulate(s int32) {
	if t.fan[s] <= crowd {
		return
	}
	var table [256]int32
	for c := t.base[s]; c < t.base[s]+int32(t.fan[s]); c++ {
		table[t.label[c]] = c
	}
	t.tables = append(t.tables, table)
	t.table[s] = int32(len(t.tables))
}

// step is the state after byte c in state s, 0 for none.
func (t *trie) step(s int32, c byte) int32 {
	if n := t.table[s]; n != 0 {
		return t.tables[n-1][c]
	}
	first := t.base[s]
	for n := first; n < first+int32(t.fan[s]); n++ {
		if t.label[n] == c {
			return n
		}
	}
	return 0
}
