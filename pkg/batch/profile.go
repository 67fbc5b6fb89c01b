package batch

import (
	"bytes"
	"io"
	"slices"
	"strings"
)

// ProfileHeader are the columns of profile.csv. They are those of a list, so
// that the table can be corrected and given back; the columns on where a value
// comes from, and what it was read off, are passed over then.
func ProfileHeader() []string {
	return []string{
		"target", "name", "group", "lang", "country", "country_source", "country_sign", "sells_to", "sells_to_source", "sells_to_sign",
		"kind", "kind_source", "kind_sign", "sells", "sells_source", "sells_sign", "size", "size_source",
	}
}

// writeProfile writes profile.csv.
func writeProfile(name string, entries []Entry, rows []Row) error {
	var buf bytes.Buffer
	if err := Profiles(&buf, entries, rows); err != nil {
		return err
	}
	return writeFile(name, buf.Bytes())
}

// Profiles writes what was taken for each seller, as a list. What was only
// assumed is left empty: given back, it would count as known.
func Profiles(w io.Writer, entries []Entry, rows []Row) error {
	byKey := map[string]*Row{}
	for i := range rows {
		byKey[homeKey(rows[i].Target)] = &rows[i]
	}
	table := [][]string{ProfileHeader()}
	for i := range entries {
		if r := byKey[entries[i].Key()]; r != nil {
			table = append(table, profileRow(&entries[i], r))
		}
	}
	return tabulate(w, table)
}

func profileRow(e *Entry, r *Row) []string {
	country, sellsTo := r.Country, strings.Join(r.SellsTo, " ")
	if r.CountrySource == "default" {
		country = ""
	}
	if r.SellsToSource == "default" || r.SellsToSource == "" {
		sellsTo = ""
	}
	known := func(value, source string) string {
		if source == "assumed" || source == "" {
			return ""
		}
		return value
	}
	p := r.Profile
	return []string{
		e.Target, e.Name, e.Group, e.Lang, country, r.CountrySource, r.CountrySign, sellsTo, r.SellsToSource, r.SellsToSign,
		known(p.Shop, p.ShopSource), p.ShopSource, p.ShopSign,
		known(strings.Join(p.Sells, " "), p.SellsSource), p.SellsSource, p.SellsSign, known(p.Size, p.SizeSource), p.SizeSource,
	}
}

// stale reports whether the list knows the seller otherwise than a row does:
// somebody corrected what had been detected. What a flag says goes before the
// list.
func (r *Row) stale(e *Entry) bool {
	if c := e.Shop.Country; c != "" && r.CountrySource != "flag" && string(c) != r.Country {
		return true
	}
	if to := e.Shop.SellsTo; len(to) > 0 && r.SellsToSource != "flag" && !sameSet(to, r.SellsTo) {
		return true
	}
	p := r.Profile
	return e.Shop.Kind != "" && p.ShopSource != "flag" && e.Shop.Kind != p.Shop ||
		len(e.Shop.Sells) > 0 && p.SellsSource != "flag" && !sameSet(e.Shop.Sells, p.Sells) ||
		e.Shop.Size != "" && p.SizeSource != "flag" && e.Shop.Size != p.Size
}

func sameSet[A, B ~string](a []A, b []B) bool {
	has := map[string]bool{}
	for _, x := range a {
		has[string(x)] = true
	}
	for _, x := range b {
		if !has[string(x)] {
			return false
		}
	}
	return len(b) == len(has)
}

// dropStale takes shops out of the journal whose profile was corrected since:
// they are judged again.
func (r *running) dropStale() error {
	var drop []string
	for i := range r.List.Entries {
		e := &r.List.Entries[i]
		if row, ok := r.journal.rows[e.Key()]; ok && row.stale(e) {
			drop = append(drop, e.Key())
		}
	}
	if len(drop) == 0 {
		return nil
	}
	keep := slices.DeleteFunc(r.journal.keys(r.List), func(k string) bool { return slices.Contains(drop, k) })
	return r.journal.rewrite(keep)
}
