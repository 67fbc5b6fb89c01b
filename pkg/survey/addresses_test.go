package survey

import (
	"strings"
	"testing"
)

func TestReadAddress(t *testing.T) {
	for text, want := range map[string]string{
		"Bakkerij Peeters BV, Koning Albert II-laan 8 bus 1, 1000 Brussel": "1000",
		"Meir 12, 2000 Antwerpen":                     "2000",
		"Keizersgracht 101 1015 CJ Amsterdam":         "1015CJ",
		"Bahnhofstr. 5a, D-50667 Köln":                "50667",
		"12, rue de la Paix 75002 Paris":              "75002",
		"Calle Mayor, 5 - 28013 Madrid":               "28013",
		"ul. Prosta 20, 00-850 Warszawa":              "00850",
		"Rua Augusta 10, 1100-053 Lisboa":             "1100053",
		"Drottninggatan 5, 111 51 Stockholm":          "11151",
		"1138 Budapest, Váci út 12":                   "1138",
		"12 Quay Lane, Galway, H91 AB12":              "H91AB12",
		"Lough Candles Ltd, 12 Quay Lane, Galway":     "street",
		"Brīvības iela 1, Rīga, LV-1010":              "1010",
		"© 2024 Kaashuis":                             "",
		"Geopend sinds 12 mei 2021 Gent":              "",
		"Ontvang 10 % korting op uw bestelling":       "",
		"EUR 12,50 voor 1000 Stuks":                   "",
		"Postbus 123, 9000 Gent":                      "box",
		"Postfach 10 20 30, 50667 Köln":               "box",
		"ZI Nord, 4 rue du Port, BP 12, 44000 Nantes": "44000",
		"Artikel 50667 Kleid":                         "",
	} {
		a, _, ok := readAddress("", text, "")
		got := a.Code
		switch {
		case !ok:
			got = ""
		case a.Box:
			got = "box"
		case a.Code == "":
			got = "street"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestReadFirm(t *testing.T) {
	for text, want := range map[string]string{
		"Bakkerij Peeters BV · Meir 12":                    "Bakkerij Peeters BV",
		"Muster Teeladen GmbH & Co. KG, Köln":              "Muster Teeladen GmbH & Co. KG",
		"Société Fleurs de Lys SARL au capital de 5 000 €": "Société Fleurs de Lys SARL",
		"Kwiaty sp. z o.o., Warszawa":                      "Kwiaty sp. z o.o.",
		"Copyright 2024 Lough Candles Ltd.":                "Lough Candles Ltd.",
		"De BV is een vennootschap":                        "De BV",
		"een zak van 10 KG meel":                           "",
		"3D-DRUCK · SO LÄUFT ES AB":                        "",
		"Pavel Novak s.p., Vršnik 5":                       "sole",
		"Inhaber: Max Muster":                              "sole",
		"Deze winkel is een eenmanszaak":                   "sole",
		"we verkopen kaas":                                 "",
	} {
		f, _, _ := readFirm(text)
		got := f.Name
		if f.Sole {
			got = "sole"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzReadAddress(f *testing.F) {
	f.Add("Meir 12, 2000 Antwerpen")
	f.Add("Postbus 1\u00a0, 1000 B\xffru")
	f.Fuzz(func(t *testing.T, s string) {
		if _, at, ok := readAddress("", s, ""); ok && (at < 0 || at > len(s)) {
			t.Errorf("%q: at %d", s, at)
		}
		readFirm(s)
	})
}

// Words for a street begin and end at letters of any script.
func TestStreetAt(t *testing.T) {
	for text, want := range map[string]string{
		"Kerkstraat 12":            "Kerkstraat 12",
		"ons adres: Östra vägen 5": "vägen 5",
		"Fő út 12":                 "út 12",
		"ΕΔΡΑ: οδός Ερμού 15, Αθήνα":   "οδός Ερμού 15",
		"адрес: ул. Шипка 34":          "ул. Шипка 34",
		"бул. Витоша 8, София":         "бул. Витоша 8",
		"siège : 12, rue de l'Église":  "12, rue de l",
		"24 High Street, Dublin":       "24 High Street",
		"à 5 avenue Foch":              "5 avenue F",
		"vérue de 12":                  "",
		"het aanbod eindigt over 12 u": "",
	} {
		at := streetAt(text)
		if want == "" && at >= 0 || want != "" && (at < 0 || !strings.HasPrefix(text[at:], want)) {
			t.Errorf("%q: street at %d, want %q", text, at, want)
		}
	}
}
