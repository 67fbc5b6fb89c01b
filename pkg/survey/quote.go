package survey

// Excerpt is the stretch of text around an offset, at word borders, as
// evidence quotes it: at most about 160 bytes.
func Excerpt(text string, at int) string { return excerpt(text, at) }

// Reach is the stretch of text whose words still speak of what stands at
// start to end: its own sentence and the next one, and at most 260 bytes on
// either side.
func Reach(text string, start, end int) (from, to int) { return reach(text, start, end) }
