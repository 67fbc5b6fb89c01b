// Package law holds what every rule of law needs: civil days, half-open
// intervals of days, countries of the Union, and legal acts.
package law

import (
	"fmt"
	"time"
)

// Day is a civil date without time or zone. The zero Day means "no day": an
// open end of an Interval. Law counts in days, so times of day never occur.
type Day struct {
	n int // days since 0001-01-01, plus one; 0 is "no day"
}

const layout = "2006-01-02"

// ParseDay reads YYYY-MM-DD. The error names the text and the form expected.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(layout, s)
	if err != nil {
		return Day{}, fmt.Errorf("%q is no day: write it as YYYY-MM-DD, such as 2025-07-20", s)
	}
	return DayOf(t), nil
}

// MustDay is ParseDay for constants; it panics on a bad text.
func MustDay(s string) Day {
	d, err := ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DayOf is the civil date of t in t's own location.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	u := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return Day{n: int(u.Unix()/86400) + offset}
}

// offset is the count of days from 0001-01-01 to 1970-01-01, plus one so that
// the zero value stays free.
const offset = 719162 + 1

// Time is midnight UTC of the day; the zero time for the zero Day.
func (d Day) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Unix(int64(d.n-offset)*86400, 0).UTC()
}

// String is YYYY-MM-DD, empty for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(layout)
}

// IsZero reports whether d is "no day".
func (d Day) IsZero() bool { return d.n == 0 }

// Before reports whether d comes before e. Neither may be zero.
func (d Day) Before(e Day) bool { return d.n < e.n }

// Add is the day n days later (earlier for negative n); zero stays zero.
func (d Day) Add(n int) Day {
	if d.IsZero() {
		return d
	}
	return Day{n: d.n + n}
}

// Sub is the count of days from e to d.
func (d Day) Sub(e Day) int { return d.n - e.n }

// MarshalText writes YYYY-MM-DD, or nothing for the zero Day.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD; an empty text is the zero Day.
func (d *Day) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Day{}
		return nil
	}
	v, err := ParseDay(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// Interval is the days from From up to, but not with, Until. A zero From or
// Until is open on that side.
type Interval struct {
	From  Day `yaml:"from,omitempty" json:"from"`
	Until Day `yaml:"until,omitempty" json:"until"`
}

// Contains reports whether d lies in the interval.
func (i Interval) Contains(d Day) bool {
	return (i.From.IsZero() || !d.Before(i.From)) && (i.Until.IsZero() || d.Before(i.Until))
}

// Valid is an error when the interval ends before it begins.
func (i Interval) Valid() error {
	if !i.From.IsZero() && !i.Until.IsZero() && !i.From.Before(i.Until) {
		return fmt.Errorf("until %s is not after from %s (until is the first day no longer covered)", i.Until, i.From)
	}
	return nil
}

// Within reports whether i lies inside o.
func (i Interval) Within(o Interval) bool {
	if !o.From.IsZero() && (i.From.IsZero() || i.From.Before(o.From)) {
		return false
	}
	if !o.Until.IsZero() && (i.Until.IsZero() || o.Until.Before(i.Until)) {
		return false
	}
	return true
}
