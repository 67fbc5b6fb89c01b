package batch

import (
	"strconv"

	"github.com/nats-io/nats.go"
)

// parts puts outcomes together that came in several messages. A sender has one
// outcome under way at a time for each of its jobs.
type parts struct {
	under map[string]*pile
	bytes int
}

type pile struct {
	job  int
	data []byte
	next int
}

// maxPiles caps what is put together at once, in bytes.
const maxPiles = 512 << 20

// take adds a part; whole is true with the last. What comes out of order, from
// a sender that began anew, is refused with ok false.
func (p *parts) take(m *nats.Msg) (n int, data []byte, whole, ok bool) {
	n, err1 := strconv.Atoi(m.Header.Get(headJob))
	part, err2 := strconv.Atoi(m.Header.Get(headPart))
	all, err3 := strconv.Atoi(m.Header.Get(headParts))
	if err1 != nil || err2 != nil || err3 != nil || part < 0 || part >= all || all > maxOutcome/1024 {
		return 0, nil, false, false
	}
	if all == 1 {
		return n, m.Data, true, true
	}
	key := m.Header.Get(headSender) + " " + strconv.Itoa(n)
	x := p.under[key]
	if part == 0 {
		p.drop(key)
		x = &pile{job: n}
		p.under[key] = x
	}
	if x == nil || x.next != part || p.bytes+len(m.Data) > maxPiles {
		p.drop(key)
		return n, nil, false, false
	}
	x.data = append(x.data, m.Data...)
	x.next++
	p.bytes += len(m.Data)
	if x.next < all {
		return n, nil, false, true
	}
	data = x.data
	p.drop(key)
	return n, data, true, true
}

func (p *parts) drop(key string) {
	if x := p.under[key]; x != nil {
		p.bytes -= len(x.data)
		delete(p.under, key)
	}
}
