package main

import (
	"container/heap"
	"errors"
	"fmt"
	"time"
)

// Model is a batch in figures. Shops that share an address are read one after
// the other, as the leases have it.
type Model struct {
	Shops, Workers, Cores, Jobs int
	CPU, Read, Keep             time.Duration // of one shop
	Requests, Bytes             float64       // of one shop
	Shared                      float64       // 0 to 1
	Platforms                   int
}

func (m *Model) valid() error {
	if m.Shops < 1 || m.Workers < 1 || m.Cores < 1 || m.Jobs < 1 || m.Read <= 0 || m.Shared < 0 || m.Shared > 1 || m.Platforms < 1 {
		return errors.New("shops, workers, cores, jobs, read and platforms begin at 1, shared is from 0 to 1")
	}
	return nil
}

// Sweep is what a batch comes to.
type Sweep struct {
	Model
	Wall   time.Duration
	Limits []Limit // what the batch cannot be faster than, each alone
}

// Limit is one thing that all shops must pass.
type Limit struct {
	Name string
	Time time.Duration
}

// addresses are how many shops each address has, those of platforms first: the
// shares fall as 1, 1/2, 1/3 and so on.
func (m *Model) addresses() []int {
	var sum float64
	for i := range m.Platforms {
		sum += 1 / float64(i+1)
	}
	var out []int
	left := m.Shops
	for i := range m.Platforms {
		n := min(int(float64(m.Shops)*m.Shared/float64(i+1)/sum), left)
		if n > 0 {
			out = append(out, n)
			left -= n
		}
	}
	for range left {
		out = append(out, 1)
	}
	return out
}

// event is a shop that will have been read.
type event struct {
	at      time.Duration
	address int
}

type events []event

func (e events) Len() int           { return len(e) }
func (e events) Less(i, j int) bool { return e[i].at < e[j].at }
func (e events) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }
func (e *events) Push(x any)        { *e = append(*e, x.(event)) }
func (e *events) Pop() any {
	last := (*e)[len(*e)-1]
	*e = (*e)[:len(*e)-1]
	return last
}

// longest is how many shops the fullest address has.
func longest(at []int) int {
	most := 0
	for _, n := range at {
		most = max(most, n)
	}
	return most
}

// Run plays the batch shop by shop. A shop takes its reading time, or its part
// of the cores where these are the less; when it is read its address is free
// for its next shop, which goes first, as a job that found its address taken is
// asked for again all the time; its line goes to the one journal.
func (m *Model) Run() *Sweep {
	left := m.addresses()
	places := m.Workers * m.Jobs
	each := max(m.Read, m.CPU*time.Duration(m.Jobs)/time.Duration(m.Cores))
	s := &Sweep{Model: *m, Limits: []Limit{
		{"cores", m.CPU * time.Duration(m.Shops) / time.Duration(m.Workers*m.Cores)},
		{"places to read", m.Read * time.Duration(m.Shops) / time.Duration(places)},
		{"the fullest address", m.Read * time.Duration(longest(left))},
		{"the journal's disk", m.Keep * time.Duration(m.Shops)},
	}}
	waiting := make([]int, len(left)) // the last is next
	for i := range waiting {
		waiting[i] = len(left) - 1 - i
	}
	var running events
	var now, journal time.Duration
	for {
		for len(waiting) > 0 && len(running) < places {
			a := waiting[len(waiting)-1]
			waiting = waiting[:len(waiting)-1]
			left[a]--
			heap.Push(&running, event{now + each, a})
		}
		if len(running) == 0 {
			break
		}
		e := heap.Pop(&running).(event)
		now = e.at
		journal = max(journal, now) + m.Keep
		if left[e.address] > 0 {
			waiting = append(waiting, e.address)
		}
	}
	s.Wall = max(now, journal)
	return s
}

// Bottleneck is the highest of the limits.
func (s *Sweep) Bottleneck() Limit {
	out := s.Limits[0]
	for _, l := range s.Limits {
		if l.Time > out.Time {
			out = l
		}
	}
	return out
}

// String is the answer for people.
func (s *Sweep) String() string {
	n := float64(s.Shops)
	out := fmt.Sprintf("%d shops, %d workers of %d cores, %d shops at once on each\n", s.Shops, s.Workers, s.Cores, s.Jobs)
	out += fmt.Sprintf("requests   %.1f million\nprocessor  %.0f hours\nstorage    %.0f GB\ntime       %.1f hours\n",
		n*s.Requests/1e6, n*s.CPU.Hours(), n*s.Bytes/1e9, s.Wall.Hours())
	out += "not faster than, by each alone\n"
	for _, l := range s.Limits {
		out += fmt.Sprintf("  %-20s %.1f hours\n", l.Name, l.Time.Hours())
	}
	return out + "first bottleneck: " + s.Bottleneck().Name + "\n"
}
