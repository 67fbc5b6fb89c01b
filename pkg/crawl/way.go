package crawl

import (
	"maps"
	"slices"

	"github.com/shoplint/shoplint/pkg/fetch"
)

// tellWay says how the shop was reached where that is not how a visitor comes
// to it: a report must not be taken for one about the public shop. Of a proxy
// the host is told and nothing else.
func (c *crawl) tellWay() {
	if c.o.Insecure {
		c.note("certificates were not checked")
	}
	for _, from := range slices.Sorted(maps.Keys(c.o.Resolve)) {
		c.note("connected to another address than the name's, by --resolve: " + from + " > " + c.o.Resolve[from])
	}
	if c.o.Proxy != nil {
		c.note("read through a proxy: " + fetch.HostPort(c.o.Proxy))
	}
	if c.o.IgnoreRobots {
		c.note("robots.txt was not obeyed, by --ignore-robots")
	}
}
