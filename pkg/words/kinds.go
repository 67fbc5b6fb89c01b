package words

// Kinds lists every kind a page can have.
func Kinds() []Kind {
	return []Kind{
		Home, Imprint, Terms, Contact, Withdrawal, WithdrawalFunction, Privacy, Cookies, Delivery, Payment, Returns,
		Complaints, Guarantee, Accessibility, Service, FAQ, About, Product, Category, Cart, Checkout, Account, Login,
		Search, Blog, Landing, Other,
	}
}
