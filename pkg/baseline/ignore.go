package baseline

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// Ignore accepts findings of a rule on some pages until a day.
type Ignore struct {
	Rules  []string // ids
	Where  string   // glob of host-free paths; "" everywhere
	Reason string
	Until  law.Day // the first day it no longer counts; zero: for good
}

// warnDays is how long before its end an ignore is told of.
const warnDays = 14

// IgnoresOf makes an ignore of a name, which may be a topic.
func IgnoresOf(book *rule.Book, name string) []string {
	var ids []string
	for _, r := range book.Find(name) {
		ids = append(ids, r.ID)
	}
	return ids
}

// Ended reports whether an ignore counts no longer on a day.
func (i *Ignore) Ended(day law.Day) bool { return !i.Until.IsZero() && !day.Before(i.Until) }

// EndsSoon reports whether an ignore that still counts ends within 14 days.
func (i *Ignore) EndsSoon(day law.Day) bool {
	return !i.Until.IsZero() && day.Before(i.Until) && i.Until.Sub(day) <= warnDays
}

// Covers reports whether an ignore is about a finding of a rule that stands on
// these paths. One with a glob covers a finding only when every path fits; one
// that stands nowhere, since something is missing, only an ignore without.
func (i *Ignore) Covers(id string, paths []string) bool {
	named := false
	for _, r := range i.Rules {
		named = named || r == id
	}
	if !named {
		return false
	}
	if i.Where == "" || i.Where == "*" {
		return true
	}
	for _, p := range paths {
		if !fits(i.Where, p) {
			return false
		}
	}
	return len(paths) > 0
}

// fits matches a path with a glob in which a star is any run of characters.
// It is linear but for going back to the last star.
func fits(glob, path string) bool {
	parts := strings.Split(glob, "*")
	if len(parts) == 1 {
		return glob == path
	}
	rest, ok := strings.CutPrefix(path, parts[0])
	if !ok {
		return false
	}
	last := parts[len(parts)-1]
	for _, part := range parts[1 : len(parts)-1] {
		_, after, found := strings.Cut(rest, part)
		if !found {
			return false
		}
		rest = after
	}
	return strings.HasSuffix(rest, last)
}
