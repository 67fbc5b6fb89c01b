package main

import (
	"testing"
	"time"
)

// Each limit in turn is the one that a batch waits for, and no batch is faster
// than any of them.
func TestTheBottleneckIsFound(t *testing.T) {
	calm := Model{Shops: 2000, Workers: 2, Cores: 4, Jobs: 50, CPU: time.Millisecond, Read: time.Second, Keep: time.Microsecond, Platforms: 10}
	for want, change := range map[string]func(*Model){
		"places to read":      func(*Model) {},
		"cores":               func(m *Model) { m.CPU = time.Second },
		"the fullest address": func(m *Model) { m.Shared = 0.5 },
		"the journal's disk":  func(m *Model) { m.Keep = time.Second },
	} {
		m := calm
		change(&m)
		s := m.Run()
		b := s.Bottleneck()
		if b.Name != want {
			t.Errorf("%s, want %s", b.Name, want)
		}
		if s.Wall < b.Time || s.Wall > b.Time*13/10 {
			t.Errorf("%s: %v, and no faster than %v", want, s.Wall, b.Time)
		}
	}
}

func TestEveryShopHasAnAddress(t *testing.T) {
	for _, shared := range []float64{0, 0.3, 1} {
		m := Model{Shops: 1234, Shared: shared, Platforms: 7}
		n := 0
		for _, k := range m.addresses() {
			n += k
		}
		if n != m.Shops {
			t.Errorf("%d shops of %d", n, m.Shops)
		}
	}
}
