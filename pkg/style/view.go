// Package style answers what the declarations of a page's own style sheets do
// to one element: the part of the cascade that can hide something. What it
// cannot decide it says so; it never guesses that something is hidden.
package style

// View is one of the two windows a page is looked at in.
type View int

// The two views: 1280x800 with a mouse, 390x844 with a finger.
const (
	Desktop View = iota
	Phone
	views
)

// Mask is a set of views.
type Mask uint8

// All holds both views.
const All Mask = 1<<views - 1

// Has reports whether v is in the set.
func (m Mask) Has(v View) bool { return m>>v&1 == 1 }

// size is a view's width and height in CSS pixels.
func (v View) size() (width, height float64) {
	if v == Phone {
		return 390, 844
	}
	return 1280, 800
}
