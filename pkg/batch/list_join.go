package batch

import (
	"errors"
	"fmt"
	"slices"

	"github.com/shoplint/shoplint/pkg/law"
)

// join fills in what e leaves open from a second line about the same shop. Two
// lines that contradict each other are a fault: nobody can say which is right.
func (e *Entry) join(other *Entry) error {
	var faults []error
	differ := func(what, a, b string) {
		if a != "" && b != "" && a != b {
			faults = append(faults, fmt.Errorf("another %s (%s, not %s)", what, b, a))
		}
	}
	differ("country", string(e.Shop.Country), string(other.Shop.Country))
	differ("kind", e.Shop.Kind, other.Shop.Kind)
	differ("size", e.Shop.Size, other.Shop.Size)
	differ("language", e.Lang, other.Lang)
	if !sameOrOpen(e.Shop.SellsTo, other.Shop.SellsTo) {
		faults = append(faults, errors.New("other customers (sells_to)"))
	}
	if !sameOrOpen(e.Shop.Sells, other.Shop.Sells) {
		faults = append(faults, errors.New("other wares (sells)"))
	}
	if len(faults) > 0 {
		return faults[0]
	}
	e.Shop = e.Shop.Under(other.Shop)
	for _, f := range []struct{ to, from *string }{{&e.Name, &other.Name}, {&e.Group, &other.Group}, {&e.Lang, &other.Lang}} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	return nil
}

func sameOrOpen[T string | law.Country](a, b []T) bool {
	return len(a) == 0 || len(b) == 0 || slices.Equal(a, b)
}
