package words

// Book is the vocabulary of every language. It is safe for concurrent use.
type Book struct{}
