package cmd

import "testing"

func TestMemoryLimit(t *testing.T) {
	for _, tt := range []struct {
		shops, concurrency int
		most, least        int64 // MiB
	}{
		{1, 4, 48, 40},
		{1, 10, 48, 40},
		{8, 4, 90, 60},
		{50, 50, 1000, 600}, // thousands of pages wait for a reader
		{0, 0, 48, 40},
	} {
		if got := memoryLimit(tt.shops, tt.concurrency) >> 20; got > tt.most || got < tt.least {
			t.Errorf("%d shops, %d requests each: %d MiB", tt.shops, tt.concurrency, got)
		}
	}
}
