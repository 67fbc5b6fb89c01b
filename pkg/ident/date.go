package ident

// dated reports whether a date stands at at: 01.02.2015 or 2015-02-01. Its
// digits could pass for a number of eight.
func dated(text string, at int) bool {
	return like(text, at, "99s99s9999") || like(text, at, "9999s99s99")
}

// like compares text with a picture in which 9 is a digit and s a sign.
func like(text string, at int, picture string) bool {
	if len(text)-at < len(picture) {
		return false
	}
	for i := range len(picture) {
		c := text[at+i]
		if sign := c == '.' || c == '-' || c == '/'; picture[i] == 's' && !sign || picture[i] == '9' && !isDigit(c) {
			return false
		}
	}
	end := at + len(picture)
	return end == len(text) || !isDigit(text[end])
}
