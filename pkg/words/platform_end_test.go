package words

import "testing"

// TestPlatformSentences: in every language a sentence that offers the
// platform must announce it and not say it is closed, and a sentence about its
// end must say so.
func TestPlatformSentences(t *testing.T) {
	b := book(t)
	for _, c := range []struct{ lang, open, closed string }{
		{"bg", "Европейската комисия предоставя платформа за онлайн решаване на спорове по договори, сключени през интернет.", "Платформата за онлайн решаване на спорове беше закрита."},
		{"cs", "Evropská komise provozuje platformu pro řešení sporů on-line z kupních smluv uzavřených přes internet.", "Platforma pro řešení sporů online již není v provozu."},
		{"da", "Europa-Kommissionen driver en online klageportal for aftaler, der er indgået på nettet.", "EU-Kommissionens klageportal er nedlagt."},
		{"de", "Die EU-Kommission stellt eine Plattform zur Online-Streitbeilegung für Verträge bereit, die online geschlossen wurden.", "Die OS-Plattform wurde eingestellt."},
		{"el", "Η Ευρωπαϊκή Επιτροπή παρέχει πλατφόρμα ηλεκτρονικής επίλυσης διαφορών για συμβάσεις που συνάπτονται μέσω διαδικτύου.", "Η πλατφόρμα ΗΕΔ καταργήθηκε."},
		{"en", "The Commission provides a platform for online dispute resolution for contracts concluded on the internet.", "The ODR platform was discontinued."},
		{"es", "La Comisión Europea facilita una plataforma de resolución de litigios en línea para contratos celebrados por internet.", "La plataforma ODR ha sido cerrada."},
		{"et", "Euroopa Komisjon pakub internetis sõlmitud lepingute jaoks veebipõhise vaidluste lahendamise platvormi.", "ODR-platvorm suleti."},
		{"fi", "Euroopan komissio ylläpitää verkkovälitteistä riidanratkaisufoorumia verkossa tehtyjä sopimuksia varten.", "ODR-foorumi on suljettu."},
		{"fr", "La Commission met à disposition une plateforme de règlement en ligne des litiges pour les contrats conclus sur internet.", "La plateforme RLL n’existe plus."},
		{"ga", "Cuireann an Coimisiún ardán um réiteach díospóidí ar líne ar fáil.", "Tá an t-ardán ODR dúnta."},
		{"hr", "Europska komisija nudi platformu za online rješavanje potrošačkih sporova iz ugovora sklopljenih putem interneta.", "Platforma za ORS je ugašena."},
		{"hu", "Az Európai Bizottság online vitarendezési platformot üzemeltet az interneten kötött szerződésekhez.", "Az online vitarendezési platform megszűnt."},
		{"it", "La Commissione mette a disposizione una piattaforma per la risoluzione delle controversie online per contratti conclusi sul web.", "La piattaforma ODR è stata dismessa."},
		{"lt", "Europos Komisija teikia elektroninio vartotojų ginčų sprendimo platformą internetu sudarytoms sutartims.", "EGS platforma panaikinta."},
		{"lv", "Eiropas Komisija uztur strīdu izšķiršanas tiešsaistē platformu internetā noslēgtiem līgumiem.", "Strīdu izšķiršanas platforma ir slēgta."},
		{"mt", "Il-Kummissjoni tipprovdi pjattaforma għas-soluzzjoni tat-tilwim online.", "Il-pjattaforma ODR ingħalqet."},
		{"nl", "De Commissie biedt een platform voor onlinegeschillenbeslechting voor overeenkomsten die online zijn gesloten.", "Het ODR-platform is stopgezet."},
		{"pl", "Komisja Europejska udostępnia platformę internetowego rozstrzygania sporów dla umów zawartych przez internet.", "Platforma ODR została wyłączona."},
		{"pt", "A Comissão disponibiliza uma plataforma de resolução de litígios em linha para contratos celebrados na internet.", "A plataforma ODR foi desativada."},
		{"ro", "Comisia pune la dispoziție o platformă de soluționare online a litigiilor pentru contracte încheiate pe internet.", "Platforma SOL a fost desființată."},
		{"sk", "Európska komisia prevádzkuje platformu na riešenie sporov online zo zmlúv uzavretých cez internet.", "Platforma RSO ukončila prevádzku."},
		{"sl", "Komisija ponuja platformo za spletno reševanje potrošniških sporov iz pogodb, sklenjenih na spletu.", "Platforma SRPS je ukinjena."},
		{"sv", "Kommissionen tillhandahåller en plattform för tvistlösning online för avtal som slutits på internet.", "ODR-plattformen har lagts ned."},
	} {
		if len(b.Find(c.open, "odr-announce")) == 0 {
			t.Errorf("%s: %q announces nothing", c.lang, c.open)
		}
		if hits := b.Find(c.open, "closed"); len(hits) > 0 {
			t.Errorf("%s: %q says closed: %+v", c.lang, c.open, hits)
		}
		if len(b.Find(c.closed, "odr-announce")) == 0 || len(b.Find(c.closed, "closed")) == 0 {
			t.Errorf("%s: %q is not seen as the platform's end", c.lang, c.closed)
		}
		if got := b.Language(c.open + " " + c.open + " " + c.closed); got != c.lang && got != "" {
			t.Errorf("%s: taken for %s", c.lang, got)
		}
	}
}

func TestClosedInAllLanguages(t *testing.T) {
	b := book(t)
	for _, s := range []string{"Verordnung (EU) 2024/3228", "règlement 2024/3228", "zum 20.07.2025", "le 20 juillet 2025", "dnia 20 lipca 2025 r.",
		"2025. július 20-án", "2025 m. liepos 20 d.", "2025. gada 20. jūlijā", "la 20 iulie 2025", "am 20. Juli 2025", "20. juuli 2025", "20. heinäkuuta 2025",
		"wyłączono", "zlikwidowano", "ukončila provoz", "zrušena", "niet meer beschikbaar", "opgeheven", "abgeschaltet", "n'est plus disponible", "a été supprimée"} {
		if len(b.Find(s, "closed")) == 0 {
			t.Errorf("%q does not say closed", s)
		}
	}
}
