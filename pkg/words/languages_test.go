package words

import "testing"

// TestEveryLanguage reads labels and addresses as shops of each country write
// them.
func TestEveryLanguage(t *testing.T) {
	b := book(t)
	for _, c := range []struct {
		lang, label, path string
		kind              Kind
	}{
		{"bg", "Общи условия", "/obshti-usloviya", Terms},
		{"bg", "Форма за контакт", "/bg/kontakti", Contact},
		{"bg", "Право на отказ", "/pravo-na-otkaz", Withdrawal},
		{"bg", "Политика за поверителност", "/politika-za-poveritelnost", Privacy},
		{"cs", "Obchodní podmínky", "/obchodni-podminky/", Terms},
		{"cs", "Odstoupení od smlouvy", "/odstoupeni-od-smlouvy", Withdrawal},
		{"cs", "Reklamační řád", "/reklamacni-rad/", Complaints},
		{"cs", "Podmínky ochrany osobních údajů", "/podminky-ochrany-osobnich-udaju/", Privacy},
		{"da", "Handelsbetingelser", "/handelsbetingelser", Terms},
		{"da", "Fortrydelsesret", "/da/fortrydelsesret", Withdrawal},
		{"da", "Virksomhedsoplysninger", "/virksomhedsoplysninger", Imprint},
		{"da", "Tilgængelighedserklæring", "/tilgaengelighedserklaering", Accessibility},
		{"de", "Allgemeine Geschäftsbedingungen", "/allgemeine-geschaeftsbedingungen", Terms},
		{"de", "Anbieterkennzeichnung", "/anbieterkennzeichnung", Imprint},
		{"de", "Muster-Widerrufsformular", "/muster-widerrufsformular", Withdrawal},
		{"de", "Barrierefreiheit", "/barrierefreiheit", Accessibility},
		{"el", "Όροι και Προϋποθέσεις", "/oroi-kai-proipotheseis", Terms},
		{"el", "ΟΡΟΙ ΧΡΗΣΗΣ", "/oroi-xrisis", Terms},
		{"el", "Επικοινωνία", "/epikoinonia", Contact},
		{"el", "Δικαίωμα υπαναχώρησης", "/dikaioma-ypanaxorisis", Withdrawal},
		{"en", "Terms & Conditions", "/terms-and-conditions", Terms},
		{"en", "Legal notice", "/legal-notice", Imprint},
		{"en", "Right of withdrawal", "/right-of-withdrawal", Withdrawal},
		{"es", "Aviso legal", "/aviso-legal", Imprint},
		{"es", "Términos y condiciones", "/terminos-y-condiciones", Terms},
		{"es", "Derecho de desistimiento", "/desistimiento", Withdrawal},
		{"es", "Hojas de reclamaciones", "/hojas-de-reclamaciones", Complaints},
		{"et", "Müügitingimused", "/muugitingimused", Terms},
		{"et", "Võta ühendust", "/kontakt", Contact},
		{"et", "Taganemisõigus", "/taganemisoigus", Withdrawal},
		{"fi", "Toimitusehdot", "/toimitusehdot", Terms},
		{"fi", "Yhteystiedot", "/yhteystiedot", Contact},
		{"fi", "Peruuttamisoikeus", "/peruuttamisoikeus", Withdrawal},
		{"fi", "Tietosuojaseloste", "/tietosuojaseloste", Privacy},
		{"fr", "Mentions légales", "/mentions-legales", Imprint},
		{"fr", "CGV", "/conditions-generales-de-vente", Terms},
		{"fr", "Droit de rétractation", "/droit-de-retractation", Withdrawal},
		{"fr", "Médiation", "/mediation", Complaints},
		{"ga", "Téarmaí agus coinníollacha", "/ga/tearmai", Terms},
		{"ga", "Teagmháil", "/teagmhail", Contact},
		{"ga", "Fógra dlí", "/fogra-dli", Imprint},
		{"hr", "Opći uvjeti poslovanja", "/opci-uvjeti-poslovanja", Terms},
		{"hr", "Jednostrani raskid ugovora", "/jednostrani-raskid-ugovora", Withdrawal},
		{"hr", "Pisani prigovor", "/pisani-prigovor", Complaints},
		{"hu", "ÁSZF", "/aszf", Terms},
		{"hu", "Impresszum", "/impresszum", Imprint},
		{"hu", "Elállási nyilatkozat", "/elallasi-nyilatkozat", Withdrawal},
		{"hu", "Adatkezelési tájékoztató", "/adatkezelesi-tajekoztato", Privacy},
		{"it", "Note legali", "/note-legali", Imprint},
		{"it", "Termini e condizioni", "/termini-e-condizioni", Terms},
		{"it", "Diritto di recesso", "/recesso", Withdrawal},
		{"it", "Contattaci", "/contattaci", Contact},
		{"lt", "Pirkimo taisyklės", "/pirkimo-taisykles", Terms},
		{"lt", "Rekvizitai", "/rekvizitai", Imprint},
		{"lt", "Sutarties atsisakymas", "/sutarties-atsisakymas", Withdrawal},
		{"lv", "Lietošanas noteikumi", "/lietosanas-noteikumi", Terms},
		{"lv", "Rekvizīti", "/rekviziti", Imprint},
		{"lv", "Atteikuma tiesības", "/atteikuma-tiesibas", Withdrawal},
		{"mt", "Termini u kundizzjonijiet", "/termini-u-kundizzjonijiet", Terms},
		{"mt", "Ikkuntattjana", "/ikkuntattjana", Contact},
		{"mt", "Dritt ta' reċess", "/dritt-ta-recess", Withdrawal},
		{"nl", "Algemene voorwaarden", "/algemene-voorwaarden", Terms},
		{"nl", "Wettelijke vermeldingen", "/wettelijke-vermeldingen", Imprint},
		{"nl", "Contacteer ons", "/contacteer-ons", Contact},
		{"nl", "Herroepingsrecht", "/herroepingsrecht", Withdrawal},
		{"pl", "Regulamin sklepu", "/pl/i/Regulamin/3", Terms},
		{"pl", "Odstąpienie od umowy", "/odstapienie-od-umowy", Withdrawal},
		{"pl", "Polityka prywatności", "/pl/i/Polityka-prywatnosci/11", Privacy},
		{"pl", "Dane firmy", "/dane-firmy", Imprint},
		{"pt", "Termos e condições", "/termos-e-condicoes", Terms},
		{"pt", "Livre resolução", "/livre-resolucao", Withdrawal},
		{"pt", "Livro de reclamações", "/livro-de-reclamacoes", Complaints},
		{"pt", "Fale connosco", "/fale-connosco", Contact},
		{"ro", "Termeni și condiții", "/termeni-si-conditii", Terms},
		{"ro", "Termeni si conditii", "/termeni-si-conditii", Terms},
		{"ro", "Formular de retragere", "/formular-de-retragere", Withdrawal},
		{"ro", "ANPC", "/anpc", Complaints},
		{"sk", "Obchodné podmienky", "/obchodne-podmienky/", Terms},
		{"sk", "Odstúpenie od zmluvy", "/odstupenie-od-zmluvy", Withdrawal},
		{"sk", "Reklamačný poriadok", "/reklamacny-poriadok", Complaints},
		{"sl", "Pogoji poslovanja", "/pogoji-poslovanja", Terms},
		{"sl", "Pravno obvestilo", "/pravno-obvestilo", Imprint},
		{"sl", "Pravica do odstopa od pogodbe", "/pravica-do-odstopa", Withdrawal},
		{"sv", "Köpvillkor", "/kopvillkor", Terms},
		{"sv", "Ångerrätt", "/angerratt", Withdrawal},
		{"sv", "Kontakta oss", "/kontakta-oss", Contact},
		{"sv", "Integritetspolicy", "/integritetspolicy", Privacy},
	} {
		if g := b.Label(c.label); g.Kind != c.kind || g.Score != exactLabel || g.Language != c.lang && g.Language != "" {
			t.Errorf("%s: Label(%q) = %+v, want %s", c.lang, c.label, g, c.kind)
		}
		if g := b.Slug(c.path); g.Kind != c.kind || g.Score != exactSlug {
			t.Errorf("%s: Slug(%q) = %+v, want %s", c.lang, c.path, g, c.kind)
		}
	}
}

// TestBookIsComplete: every language must name the pages the law looks for,
// the withdrawal function, and the platform with its end.
func TestBookIsComplete(t *testing.T) {
	b := book(t)
	if n := len(b.Languages()); n != 24 {
		t.Errorf("%d languages", n)
	}
	for _, lang := range b.Languages() {
		for kind := range known {
			if kind == Product || kind == WithdrawalFunction {
				continue // known by its address, or by the wording of the law
			}
			if len(b.Labels(kind, lang)) == 0 {
				t.Errorf("%s: no label for %s", lang, kind)
			}
		}
		for _, list := range []string{"odr-announce", "closed", "dispute"} {
			if len(b.Phrases(list, lang)) == 0 {
				t.Errorf("%s: no phrase in %s", lang, list)
			}
		}
		w := b.Withdrawal(lang)
		if len(w.Labels) != 1 || len(w.Confirm) != 1 || len(b.OrderButtons(lang)) == 0 {
			t.Errorf("%s: withdrawal %v or order button is incomplete", lang, w)
		}
		for _, s := range append(w.Labels, w.Variants...) {
			if g := b.Label(s); g.Kind != WithdrawalFunction || g.Score != exactLabel {
				t.Errorf("%s: Label(%q) = %+v", lang, s, g)
			}
		}
		if n := len(b.files[lang].Common); n < 30 || n > 70 {
			t.Errorf("%s: %d common words", lang, n)
		}
	}
}
