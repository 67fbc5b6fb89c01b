package survey

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/shoplint/shoplint/pkg/page"
)

// Bounds on structured data, which a hostile page can make as large and as
// deep as it likes.
const (
	maxData      = 200_000 // bytes of one script
	maxDataDepth = 12
	maxDataNodes = 20_000 // values of one page
)

// others are properties under which structured data speaks of someone or
// somewhere else than the seller: makers, reviewers, countries of delivery.
var others = setOf("brand manufacturer review reviews author itemReviewed areaServed shippingDetails shippingDestination hasMerchantReturnPolicy " +
	"applicableCountry eligibleRegion location sponsor funder competitor")

// dataWalk visits the objects of a page's structured data that speak of the
// seller, in a fixed order.
type dataWalk struct {
	left  int
	visit func(object map[string]any)
}

// eachObject hands every object of the structured data to visit.
func eachObject(p *page.Page, visit func(object map[string]any)) {
	w := dataWalk{left: maxDataNodes, visit: visit}
	for _, text := range p.Data() {
		var v any
		if len(text) <= maxData && json.Unmarshal([]byte(text), &v) == nil {
			w.walk(v, 0)
		}
	}
}

func (w *dataWalk) walk(v any, depth int) {
	if w.left--; w.left < 0 || depth > maxDataDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			w.walk(e, depth+1)
		}
	case map[string]any:
		w.visit(v)
		for _, k := range slices.Sorted(maps.Keys(v)) {
			if !others[k] {
				w.walk(v[k], depth+1)
			}
		}
	}
}

// textIn is a property's text: itself, the first of several, or the name or
// value of an object.
func textIn(v any) string {
	switch v := v.(type) {
	case string:
		return v[:min(len(v), maxDataText)]
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return textIn(s)
			}
		}
	case map[string]any:
		if s := plainIn(v["value"]); s != "" {
			return s
		}
		return plainIn(v["name"])
	}
	return ""
}

// plainIn is textIn for a property of a property: only plain text.
func plainIn(v any) string {
	s, _ := v.(string)
	return s[:min(len(s), maxDataText)]
}

// maxDataText is how much of a property's text is read, in bytes.
const maxDataText = 100
