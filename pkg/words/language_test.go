package words

import (
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	b := book(t)
	for want, text := range map[string]string{
		"nl": "U kunt uw bestelling binnen veertien dagen na ontvangst terugsturen. Wij betalen u het bedrag terug, ook de kosten van de verzending.",
		"de": "Sie können die Ware innerhalb von vierzehn Tagen nach Erhalt zurücksenden. Wir erstatten Ihnen den Betrag und auch die Kosten der Lieferung.",
		"fr": "Vous pouvez renvoyer votre commande dans les quatorze jours après la réception. Nous vous remboursons le prix et les frais de livraison.",
		"en": "You can send back your order within fourteen days after you have received it. We will refund the price and the cost of the delivery.",
		"da": "Du kan sende varen tilbage inden 14 dage efter, at du har modtaget den. Vi betaler beløbet tilbage til dig og også leveringen.",
		"sv": "Du kan skicka tillbaka varan inom 14 dagar efter att du har fått den. Vi betalar tillbaka beloppet till dig och även kostnaden för leveransen.",
		"cs": "Zboží můžete vrátit do 14 dnů od převzetí. Peníze vám vrátíme, a to včetně nákladů na dopravu, které jste zaplatili při objednávce.",
		"sk": "Tovar môžete vrátiť do 14 dní od prevzatia. Peniaze vám vrátime vrátane nákladov na dopravu, ktoré ste zaplatili pri objednávke, aj keď nie ste spokojní.",
		"sl": "Izdelek lahko vrnete v 14 dneh po prejemu. Denar vam bomo vrnili, tudi če ste ga plačali vnaprej, in sicer na vaš račun.",
		"hr": "Proizvod možete vratiti u roku od 14 dana nakon primitka. Novac ćemo vam vratiti na isti način na koji ste platili, uz trošak dostave.",
		"el": "Μπορείτε να επιστρέψετε το προϊόν εντός 14 ημερών από την παραλαβή. Θα σας επιστρέψουμε το ποσό και τα έξοδα.",
		"bg": "Можете да върнете стоката в срок до 14 дни след получаването. Ние ще ви възстановим сумата и разходите за доставка.",
		"":   "Pro X200 Ultra 12V 5A USB",
	} {
		if got := b.Language(text); got != want {
			t.Errorf("Language(%q) = %q, want %q", text, got, want)
		}
	}
	long := strings.Repeat("You can return the goods that you have bought from us. ", 2000)
	if got := b.Language(long); got != "en" {
		t.Errorf("a long text is %q", got)
	}
}
