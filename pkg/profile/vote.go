package profile

import "github.com/shoplint/shoplint/pkg/law"

// vote counts what one kind of sign says, by country.
type vote struct {
	order []law.Country // in which countries were met, so that answers repeat
	count map[law.Country]int
	sign  map[law.Country]string // of the strongest for the country
	best  map[law.Country]int
}

func newVote() *vote {
	return &vote{count: map[law.Country]int{}, sign: map[law.Country]string{}, best: map[law.Country]int{}}
}

// add counts a sign.
func (v *vote) add(c law.Country, sign string) { v.take(c, v.count[c]+1, 1, sign) }

// most lets the strongest sign of a country stand for it: three numbers of one
// partner are no more than one of the seller.
func (v *vote) most(c law.Country, weight int, sign string) {
	v.take(c, max(v.count[c], weight), weight, sign)
}

func (v *vote) take(c law.Country, count, weight int, sign string) {
	if c == "" {
		return
	}
	if _, known := v.count[c]; !known {
		v.order = append(v.order, c)
	}
	v.count[c] = count
	if weight > v.best[c] {
		v.best[c], v.sign[c] = weight, sign
	}
}

// leaders are the countries with the highest count.
func (v *vote) leaders() map[law.Country]Country {
	most := 0
	for _, n := range v.count {
		most = max(most, n)
	}
	out := map[law.Country]Country{}
	for _, c := range v.order {
		if v.count[c] == most {
			out[c] = Country{Country: c, Sign: v.sign[c], Found: true}
		}
	}
	return out
}

// winner is the only leader; ok is false when there is none or a draw.
func (v *vote) winner() (Country, bool) {
	lead := v.leaders()
	for _, c := range lead {
		return c, len(lead) == 1
	}
	return Country{}, false
}
