package words

import (
	"os"
	"strings"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(os.DirFS("../../rules")); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkClassifyHit(b *testing.B) {
	bk := book(b)
	bk.Classify("Algemene voorwaarden", "/nl/service/general-terms-conditions/")
	b.ReportAllocs()
	for b.Loop() {
		bk.Classify("Algemene voorwaarden", "/nl/service/general-terms-conditions/")
	}
}

func BenchmarkClassifyMiss(b *testing.B) {
	bk := book(b)
	for b.Loop() {
		bk.classify(pair{"Onze algemene voorwaarden", "/nl/service/general-terms-conditions-12/"})
	}
}

func BenchmarkFind(b *testing.B) {
	bk := book(b)
	for name, unit := range map[string]string{
		"english": "You can return every item within fourteen days after you have received it, in its own box, with the invoice. ",
		"german":  "Für Verträge über Waren gilt: Wählen Sie eine Größe, zahlen Sie später, und prüfen Sie den Kassenzettel später. ",
		"greek":   "Μπορείτε να επιστρέψετε κάθε προϊόν μέσα σε δεκατέσσερις ημέρες από την παραλαβή του, στο κουτί του. ",
	} {
		text := strings.Repeat(unit, 20_000/len(unit)+1)
		b.Run(name, func(b *testing.B) {
			bk.Find(text, "odr-announce", "closed")
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				bk.Find(text, "odr-announce", "closed")
			}
		})
	}
}

func BenchmarkLanguage(b *testing.B) {
	bk := book(b)
	text := strings.Repeat("You can return every item within fourteen days after you have received it. ", 300)
	for b.Loop() {
		bk.Language(text)
	}
}
