// Package ident finds the numbers that states give to companies: register
// numbers, tax numbers and VAT numbers of the 27 member states. It reads them
// in text by the words before them or by their country prefix, writes each in
// one form, and checks the check digits where a scheme has any. It never asks
// a register: a valid number is well-formed, not necessarily given out.
package ident

// Scheme names a kind of number, as report version 1 spells it.
type Scheme string

// Match is a number found in a text.
type Match struct {
	Scheme      Scheme
	Value       string // in the one form in which the scheme is written
	Valid       *bool  // nil where the scheme has no check digit
	Placeholder bool   // a sample such as 123456789, left from a template
	Labelled    bool   // words that name the scheme stand before it
	Start, End  int    // bytes of the text
}

// Good reports whether the check digits hold and it is no sample.
func (m Match) Good() bool { return m.Valid != nil && *m.Valid && !m.Placeholder }

// Hint is what is known about the text: it decides between schemes that look
// alike. Both may be empty.
type Hint struct {
	Language string // two letters
	Country  string // ISO 3166-1 alpha-2 in upper case, such as that of the host name
}

// Country is the state that gives numbers of the scheme, as ISO 3166-1
// alpha-2 in upper case; "" for the schemes of the Union itself.
func (s Scheme) Country() string {
	if len(s) < 3 || s[2] != '-' || s[:2] == "eu" {
		return ""
	}
	return string([]byte{s[0] &^ 0x20, s[1] &^ 0x20})
}

// VAT reports whether numbers of the scheme are VAT numbers and nothing else.
func (s Scheme) VAT() bool {
	switch s {
	case NLBtw, DEUst, ATUid, FRTva, LUTva, ITPiva, CZDic, SKIcdph, LTPvm, LVPvn, EEKmkr, MTVat, CYVat, IEVat:
		return true
	}
	return false
}

// form is one way in which numbers of a scheme are printed.
type form struct {
	scheme Scheme
	prefix string // letters before the number, "" for none
	shape  string // of what follows, see read
	min    int    // signs of the number, where # leaves it open; 0 for any
	max    int
	check  func(n string) bool   // nil: no check digit
	print  func(n string) string // nil: the number as it is
	enough bool                  // the prefix alone tells the scheme; no label, no check digit needed
}

// label is words that announce a number.
type label struct {
	schemes []Scheme
	strong  bool   // they name the scheme, so a wrong check digit is a wrong number
	vat     bool   // they announce a VAT number, of whatever country
	stop    bool   // they announce something else: a telephone, a bank account
	lang    string // only in texts of this language, "" for all
}
