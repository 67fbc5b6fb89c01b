package ident

// digit is the value of an ASCII digit; letters give nonsense, so callers
// hand in digits only.
func digit(c byte) int { return int(c - '0') }

// number is the value of a short stretch of digits.
func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + digit(s[i])
	}
	return n
}

// weighted is the sum of digits times weights, over as many as there are
// weights.
func weighted(n string, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += w * digit(n[i])
	}
	return sum
}

// last is the value of the last digit.
func last(n string) int { return digit(n[len(n)-1]) }

// luhn is the check of ISO/IEC 7812: from the right every second digit is
// doubled and its digits added; the sum must be a multiple of ten.
func luhn(n string) bool {
	sum := 0
	for i := 0; i < len(n); i++ {
		d := digit(n[len(n)-1-i])
		if i%2 == 1 {
			d = crossSum(2 * d)
		}
		sum += d
	}
	return sum%10 == 0
}

// crossSum is the sum of the digits of a number below 100.
func crossSum(n int) int { return n/10 + n%10 }

// mod11And10 is the check of ISO 7064 with its two moduli.
func mod11And10(n string) bool {
	p := 10
	for i := 0; i < len(n)-1; i++ {
		x := (digit(n[i]) + p) % 10
		if x == 0 {
			x = 10
		}
		p = 2 * x % 11
	}
	return (11-p)%10 == last(n)
}

// twoRows is the check of Bulgaria and the Baltic states: weights 1, 2, 3 …
// modulo 11, and when that gives ten, a second row that begins with 3.
func twoRows(n string) bool {
	body := n[:len(n)-1]
	row := func(shift int) int {
		sum := 0
		for i := range len(body) {
			sum += (1 + (i+shift)%9) * digit(body[i])
		}
		return sum % 11
	}
	r := row(0)
	if r == 10 {
		r = row(2) % 10
	}
	return r == last(n)
}

// allDigits reports whether there is nothing but ASCII digits.
func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
