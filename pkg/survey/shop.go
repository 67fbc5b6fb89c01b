package survey

import "github.com/shoplint/shoplint/pkg/words"

// Survey is everything that was read of one shop.
type Survey struct {
	Target string
	Source Source
	Pages  []Page // in reading order
	Unread []Unread
	Totals
	Facts     PageFacts // of all pages, equal ones joined
	Languages []string  // of the pages read, most frequent first
	Platform  string

	edges map[string][]Edge // by normalised page address
	kinds map[words.Kind]int
}
