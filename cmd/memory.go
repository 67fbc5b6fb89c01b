package cmd

import (
	"os"
	"runtime/debug"
)

// What the collector of memory may let grow, in bytes: the vocabulary and what
// a shop's survey comes to, each shop that is read at once, and each page that
// may be waiting to be read.
const (
	baseMemory = 40 << 20
	shopMemory = 4 << 20
	pageMemory = 256 << 10
)

// rareGC lets the heap grow to five times what is alive before it is collected.
const rareGC = 400

// spareGC collects seldom while there is room. A page is garbage as soon as it
// was read, so most of the heap always is, and walking the rest again and again
// costs more than reading. The limit keeps one shop small; it grows with what
// is read at once, or the collector would run all the time. Who sets GOGC or
// GOMEMLIMIT knows better.
func spareGC(shops, concurrency int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(memoryLimit(shops, concurrency))
	debug.SetGCPercent(rareGC)
}

// memoryLimit is how many bytes may be in use before memory is collected more
// often.
func memoryLimit(shops, concurrency int) int64 {
	waiting := int64(max(shops, 1)) * int64(max(concurrency, 1))
	return baseMemory + int64(max(shops, 1))*shopMemory + waiting*pageMemory
}
