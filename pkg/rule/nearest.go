package rule

// maxName caps what is compared, so that a foreign text costs nothing.
const maxName = 64

// nearest is the name with the least distance to s, the first of equals; ""
// when even that one differs in more than a third of its letters.
func nearest(s string, names []string) string {
	best, least := "", maxName
	for _, name := range names {
		if len(s) > maxName || len(name) > maxName {
			continue
		}
		if d := distance(s, name); d < least && 3*d <= len(name)+2 {
			best, least = name, d
		}
	}
	return best
}

// distance is the Damerau-Levenshtein distance with adjacent swaps (optimal
// string alignment) in bytes; names of rules are ASCII.
func distance(a, b string) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
