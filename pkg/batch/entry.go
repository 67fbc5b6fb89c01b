package batch

import "github.com/shoplint/shoplint/pkg/config"

// Entry is one shop of a list.
type Entry struct {
	Target string // its address, as check takes it, and as the report calls it
	Line   int    // in the list, from 1
	Name   string // what its owner calls it; may be empty
	Group  string // likewise
	Lang   string // of its report; "" for that of the run

	// Shop is what the list knows of the seller. Empty fields are detected.
	Shop config.Shop
}

// Key is the same for two addresses of one shop.
func (e *Entry) Key() string { return homeKey(e.Target) }
