package ident

import (
	"strings"
	"testing"
	"time"
)

// found writes matches as tests compare them: scheme and value, with ! for a
// wrong check digit, ? for none, ~ for a sample.
func found(text string, h Hint) string {
	var out []string
	for _, m := range Find(text, h) {
		s := string(m.Scheme) + " " + m.Value
		switch {
		case m.Valid == nil:
			s += "?"
		case !*m.Valid:
			s += "!"
		}
		if m.Placeholder {
			s += "~"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	tests := []struct{ text, want string }{
		// Belgium, Netherlands, Luxembourg
		{"Ondernemingsnummer: 0403.019.261", "be-kbo 0403.019.261"},
		{"BTW BE 1037 548 919 – RPR Gent", "be-kbo 1037.548.919"},
		{"numéro d’entreprise BE0508.570.208.", "be-kbo 0508.570.208"},
		{"TVA : BE 403.019.261", "be-kbo 0403.019.261"},
		{"KBO 0403.019.262", "be-kbo 0403.019.262!"},
		{"BTW-nr. BE 0123.456.789", "be-kbo 0123.456.789!~"},
		{"KvK-nummer 42121512, btw-id NL004495445B01", "nl-kvk 42121512?; nl-btw NL004495445B01"},
		{"Kamer van Koophandel onder nummer 42121512", "nl-kvk 42121512?"},
		{"VAT NL 0024.55.799.B.11", "nl-btw NL002455799B11"},
		{"btw NL123456789B01", "nl-btw NL123456789B01!~"},
		{"TVA LU15027442, R.C.S. Luxembourg B 12345", "lu-tva LU15027442; lu-rcs B12345?"},
		// Germany, Austria
		{"USt-IdNr.: DE136695976", "de-ust DE136695976"},
		{"Umsatzsteuer-Identifikationsnummer gemäß § 27 a UStG: DE 136 695 976", "de-ust DE136695976"},
		{"W-IdNr. DE136695976-00001", "de-widnr DE136695976-00001"},
		{"Amtsgericht Musterstadt, HRB 44123 · Geschäftsführung: A. B.", "de-register HRB 44123?"},
		{"Registergericht: Amtsgericht Neustadt, Registernummer: HRA-Nr. 4412", "de-register HRA 4412?"},
		{"Amtsgericht Neustadt VR 812", "de-register VR 812?"},
		{"UID: ATU13585627, FN 122119 M, Firmenbuchgericht Wien", "at-uid ATU13585627; at-fn FN 122119m?"},
		{"Umsatzsteuer-ID DE123456789", "de-ust DE123456789!~"},
		{"Firmenbuchnummer: 122119 m", "at-fn FN 122119m?"},
		// France
		{"SIREN 552 008 443", "fr-siren 552 008 443"},
		{"SIRET : 732 829 320 00074", "fr-siret 732 829 320 00074"},
		{"SIRET 35600000000048", "fr-siret 356 000 000 00048"},
		{"RCS Paris B 552 008 443", "fr-rcs 552 008 443"},
		{"au capital de 10 000 €, 552 008 443 R.C.S. Paris", "fr-rcs 552 008 443"},
		{"TVA intracommunautaire : FR 40 303 265 045", "fr-tva FR40303265045"},
		{"FR83404833048", "fr-tva FR83404833048"},
		// Spain, Portugal, Italy
		{"Número de identificación fiscal: A13585625", "es-cif A13585625"},
		{"Registry code 12345678", "ee-kood 12345678~"},
		{"Org. no. 556745-4748", "se-orgnr 556745-4748"},
		{"Business ID: 2077474-0", "fi-ytunnus 2077474-0"},
		{"Identifikační číslo: 25123891", "cz-ico 25123891"},
		{"Cg. 11-09-012345", "hu-ceg 11-09-012345?"},
		{"Nr. de ordine în Registrul Comerțului: J5/1234/2021", "ro-regcom J05/1234/2021?"},
		{"Reg. Com. J05/1234/12.03.2021", "ro-regcom J05/1234/2021?"},
		{"Krajowego Rejestru Sądowego pod numerem 0000512345", "pl-krs 0000512345?"},
		{"NIF 54362315K", "es-nif 54362315K"},
		{"NIE: X5253868R", "es-nie X5253868R"},
		{"CIF A-13585625", "es-cif A13585625"},
		{"ESA13585625", "es-cif A13585625"},
		{"CIF: B12345678", "es-cif B12345678!~"},
		{"NIPC 501 964 843", "pt-nif 501964843"},
		{"PT501964843", "pt-nif 501964843"},
		{"P.IVA 00743110157 – REA MI-1234567", "it-piva 00743110157; it-rea MI-1234567?"},
		{"P. IVA e C.F.: IT00743110157", "it-piva 00743110157"},
		// North
		{"CVR-nr. 13 58 56 28", "dk-cvr 13585628"},
		{"Org.nr: 123456-7897", "se-orgnr 123456-7897"},
		{"Momsreg.nr SE123456789701", "se-orgnr 123456-7897"},
		{"Y-tunnus: 2077474-0", "fi-ytunnus 2077474-0"},
		{"FI20774740", "fi-ytunnus 2077474-0"},
		// East
		{"NIP: 856-734-62-15, REGON 192598184, KRS: 0000123456", "pl-nip 856-734-62-15; pl-regon 192598184; pl-krs 0000123456?"},
		{"IČO: 25123891, DIČ: CZ25123891", "cz-ico 25123891; cz-dic CZ25123891"},
		{"IČ DPH: SK2022749619", "sk-icdph SK2022749619"},
		{"Adószám: 12892312-2-42, cégjegyzékszám: 01-09-123456", "hu-adoszam 12892312-2-42; hu-ceg 01-09-123456?"},
		{"CUI RO18547290, Reg. Com. J40/1234/2004", "ro-cui 18547290; ro-regcom J40/1234/2004?"},
		{"Nr. Reg. Com.: J2024000123456", "ro-regcom J2024000123456?"},
		{"ЕИК 175074752", "bg-eik 175074752"},
		{"Α.Φ.Μ.: 094259216, Γ.Ε.ΜΗ.: 123456703000", "gr-afm 094259216; gr-gemi 123456703000?"},
		{"OIB: 33392005961", "hr-oib 33392005961"},
		{"ID za DDV: SI 50223054", "si-davcna 50223054"},
		{"Registrikood 12345678, KMKR EE100931558", "ee-kood 12345678~; ee-kmkr EE100931558"},
		{"PVM mokėtojo kodas LT119511515, įmonės kodas 119511515", "lt-pvm LT119511515; lt-kodas 119511515?"},
		{"PVN reģ. Nr. LV40003521600", "lv-pvn LV40003521600"},
		// Islands and the Union
		{"VAT number MT 1167 9112", "mt-vat MT11679112"},
		{"VAT CY10259033P", "cy-vat CY10259033P"},
		{"VAT no. IE 6433435F", "ie-vat IE6433435F"},
		{"IE6433435OA and IE8D79739I", "ie-vat IE6433435OA; ie-vat IE8D79739I"},
		{"OSS EU123456700 · IOSS IM1234567001", "eu-oss EU123456700?; eu-ioss IM1234567001?"},
		// A label in the block before.
		{"KvK\n42121512", "nl-kvk 42121512?"},
	}
	for _, tt := range tests {
		if got := found(tt.text, Hint{}); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, text := range []string{
		"", "Tel. 0403 019 261", "KBO, tel. 0403 019 261", "+32 403 019 261", "KvK fax 42121512",
		"BTW: IBAN BE68 5390 0754 7034", "KBO BE68539007547034", "IBAN FR76 3000 6000 0112 3456 7890 189",
		"CVR 01.02.2015", "KvK opgericht 2015-02-01", "€ 42121512", "DE136695977", "artikel 42121512",
		"de 136 695 976 clients", "x@0403019261", "0403.019.261", "KvK\n4212\n1512", "EAN 4006381333931",
		"KvK " + strings.Repeat("en zo voort ", 6) + "42121512", "HRB 1234567890", "IČO 25123891/2010", "SIREN 5520084430",
	} {
		if got := found(text, Hint{}); got != "" {
			t.Errorf("%s: %s", text, got)
		}
	}
}

func TestHint(t *testing.T) {
	tests := []struct {
		text string
		hint Hint
		want string
	}{
		{"IČO: 25123891", Hint{Language: "sk"}, "sk-ico 25123891"},
		{"IČO: 25123891", Hint{Country: "SK"}, "sk-ico 25123891"},
		{"IČO: 25123891", Hint{Language: "cs", Country: "SK"}, "cz-ico 25123891"},
		{"Handelsregister 42121512", Hint{Language: "nl"}, "nl-kvk 42121512?"},
		{"Handelsregister 42121512", Hint{Language: "de"}, ""},
	}
	for _, tt := range tests {
		if got := found(tt.text, tt.hint); got != tt.want {
			t.Errorf("%s %v: %s, want %s", tt.text, tt.hint, got, tt.want)
		}
	}
}

func TestOffsets(t *testing.T) {
	text := "é KBO 0403.019.261, tel"
	m := Find(text, Hint{})
	if len(m) != 1 || text[m[0].Start:m[0].End] != "0403.019.261" || !m[0].Labelled {
		t.Errorf("%+v", m)
	}
}

// TestLinear reads text made to be slow: many beginnings of numbers.
func TestLinear(t *testing.T) {
	for _, s := range []string{"BE 0", "KvK 1234", "1 ", "HRB ", "IT0", "B1 ", "0403.019.26 ", "é1"} {
		cost := func(n int) time.Duration {
			text := strings.Repeat(s, n)
			best := time.Hour
			for range 3 {
				begin := time.Now()
				Find(text, Hint{})
				best = min(best, time.Since(begin))
			}
			return best
		}
		small, large := cost(4_000), cost(32_000)
		if large > 40*small+50*time.Millisecond {
			t.Errorf("%q: eight times the text costs %v instead of %v", s, large, small)
		}
	}
}

// Words in two labels of a family would be judged in the order of a map.
func TestLabelsOnce(t *testing.T) {
	for words, l := range labels.whole {
		if len(l) > 1 && l[0].lang == "" && l[1].lang == "" && (l[0].stop || l[1].stop) {
			t.Errorf("%q announces two kinds of number", words)
		}
	}
	for _, family := range []map[string]label{beneluxLabels, germanLabels, frenchLabels, iberiaLabels, italianLabels,
		nordicLabels, polishLabels, czechLabels, danubeLabels, balkanLabels, balticLabels, islandsLabels, stops} {
		seen := map[string]bool{}
		for list := range family {
			for words := range strings.SplitSeq(list, "|") {
				words = strings.TrimSpace(words)
				if seen[words] {
					t.Errorf("%q stands twice in a family", words)
				}
				seen[words] = true
				if bare := strings.TrimSuffix(words, "*"); string(fold(nil, bare)) != bare || strings.Count(bare, " ") >= maxLabelWords {
					t.Errorf("%q is not written as labels are read", words)
				}
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("KBO 0403.019.261 Tel. 0403 019 261")
	f.Add("IČ DPH: SK2022749619\nHRB 12 IE8D79739I J40/1/2004")
	f.Add("BE68 5390 0754 7034 \xff\xc2 FR 40 303 265 045")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, m := range Find(text, Hint{Language: "nl"}) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) || m.Value == "" {
				t.Fatalf("%q: %+v", text, m)
			}
			if strings.Contains(text[m.Start:m.End], "\n") {
				t.Fatalf("%q reaches over a line", text[m.Start:m.End])
			}
			if !Trigger(text) {
				t.Fatalf("%q holds %+v and is not triggered", text, m)
			}
			end = m.End
		}
	})
}
