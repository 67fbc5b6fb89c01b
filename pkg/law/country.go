package law

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Country is an ISO 3166-1 alpha-2 code in upper case; EU stands for "a state
// of the Union, not known which".
type Country string

// EU is the country of a shop about which nothing is known.
const EU Country = "EU"

// state is one member state: its name in the four report languages, its
// official languages for shops, and the zone that decides what day it is.
type state struct {
	en, nl, fr, de string
	languages      []string
	zone           string
}

var states = map[Country]state{
	"AT": {"Austria", "Oostenrijk", "Autriche", "Österreich", []string{"de"}, "Europe/Vienna"},
	"BE": {"Belgium", "België", "Belgique", "Belgien", []string{"nl", "fr", "de"}, "Europe/Brussels"},
	"BG": {"Bulgaria", "Bulgarije", "Bulgarie", "Bulgarien", []string{"bg"}, "Europe/Sofia"},
	"CY": {"Cyprus", "Cyprus", "Chypre", "Zypern", []string{"el", "en"}, "Asia/Nicosia"},
	"CZ": {"Czechia", "Tsjechië", "Tchéquie", "Tschechien", []string{"cs"}, "Europe/Prague"},
	"DE": {"Germany", "Duitsland", "Allemagne", "Deutschland", []string{"de"}, "Europe/Berlin"},
	"DK": {"Denmark", "Denemarken", "Danemark", "Dänemark", []string{"da"}, "Europe/Copenhagen"},
	"EE": {"Estonia", "Estland", "Estonie", "Estland", []string{"et"}, "Europe/Tallinn"},
	"ES": {"Spain", "Spanje", "Espagne", "Spanien", []string{"es"}, "Europe/Madrid"},
	"FI": {"Finland", "Finland", "Finlande", "Finnland", []string{"fi", "sv"}, "Europe/Helsinki"},
	"FR": {"France", "Frankrijk", "France", "Frankreich", []string{"fr"}, "Europe/Paris"},
	"GR": {"Greece", "Griekenland", "Grèce", "Griechenland", []string{"el"}, "Europe/Athens"},
	"HR": {"Croatia", "Kroatië", "Croatie", "Kroatien", []string{"hr"}, "Europe/Zagreb"},
	"HU": {"Hungary", "Hongarije", "Hongrie", "Ungarn", []string{"hu"}, "Europe/Budapest"},
	"IE": {"Ireland", "Ierland", "Irlande", "Irland", []string{"en", "ga"}, "Europe/Dublin"},
	"IT": {"Italy", "Italië", "Italie", "Italien", []string{"it"}, "Europe/Rome"},
	"LT": {"Lithuania", "Litouwen", "Lituanie", "Litauen", []string{"lt"}, "Europe/Vilnius"},
	"LU": {"Luxembourg", "Luxemburg", "Luxembourg", "Luxemburg", []string{"fr", "de"}, "Europe/Luxembourg"},
	"LV": {"Latvia", "Letland", "Lettonie", "Lettland", []string{"lv"}, "Europe/Riga"},
	"MT": {"Malta", "Malta", "Malte", "Malta", []string{"mt", "en"}, "Europe/Malta"},
	"NL": {"Netherlands", "Nederland", "Pays-Bas", "Niederlande", []string{"nl"}, "Europe/Amsterdam"},
	"PL": {"Poland", "Polen", "Pologne", "Polen", []string{"pl"}, "Europe/Warsaw"},
	"PT": {"Portugal", "Portugal", "Portugal", "Portugal", []string{"pt"}, "Europe/Lisbon"},
	"RO": {"Romania", "Roemenië", "Roumanie", "Rumänien", []string{"ro"}, "Europe/Bucharest"},
	"SE": {"Sweden", "Zweden", "Suède", "Schweden", []string{"sv"}, "Europe/Stockholm"},
	"SI": {"Slovenia", "Slovenië", "Slovénie", "Slowenien", []string{"sl"}, "Europe/Ljubljana"},
	"SK": {"Slovakia", "Slowakije", "Slovaquie", "Slowakei", []string{"sk"}, "Europe/Bratislava"},
}

// iso lists the ISO 3166-1 alpha-2 codes outside the Union.
const iso = "AD AE AF AG AI AL AM AO AQ AR AS AU AW AX AZ BA BB BD BF BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
	"CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX DJ DM DO DZ EC EG EH ER ET FJ FK FM FO GA GB GD GE GF GG GH " +
	"GI GL GM GN GP GQ GS GT GU GW GY HK HM HN HT ID IL IM IN IO IQ IR IS JE JM JO JP KE KG KH KI KM KN KP KR KW KY " +
	"KZ LA LB LC LI LK LR LS LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MU MV MW MX MY MZ NA NC NE NF NG NI " +
	"NO NP NR NU NZ OM PA PE PF PG PH PK PM PN PR PS PW PY QA RE RS RU RW SA SB SC SD SG SH SJ SL SM SN SO SR SS ST " +
	"SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"

// ParseCountry reads an ISO 3166-1 alpha-2 code in any case. EL means GR and
// UK means GB, as the Union's own style guide and the VAT system write them.
func ParseCountry(s string) (Country, error) {
	c := Country(strings.ToUpper(strings.TrimSpace(s)))
	switch c {
	case "EL":
		return "GR", nil
	case "UK":
		return "GB", nil
	}
	if _, ok := states[c]; ok {
		return c, nil
	}
	if len(c) == 2 && slices.Contains(strings.Fields(iso), string(c)) {
		return c, nil
	}
	return "", fmt.Errorf("%q is no ISO 3166-1 country code: use two letters such as BE, NL, FR or DE", s)
}

// Member reports whether c is one of the 27 states, or EU itself.
func (c Country) Member() bool {
	_, ok := states[c]
	return ok || c == EU
}

// States lists the 27 member states in alphabetical order.
func States() []Country {
	out := make([]Country, 0, len(states))
	for c := range states {
		out = append(out, c)
	}
	slices.Sort(out)
	return out
}

// Name is the country's name in a report language (en, nl, fr, de); the code
// itself for a country outside the Union.
func (c Country) Name(lang string) string {
	s, ok := states[c]
	if !ok {
		return string(c)
	}
	switch lang {
	case "nl":
		return s.nl
	case "fr":
		return s.fr
	case "de":
		return s.de
	}
	return s.en
}

// Languages lists the official languages a shop of this country addresses
// its customers in, the most spoken first; nil outside the Union.
func (c Country) Languages() []string { return states[c].languages }

// Today is the civil date now in the country's capital; Brussels for EU and
// for countries outside the Union.
func (c Country) Today(now time.Time) Day {
	zone := "Europe/Brussels"
	if s, ok := states[c]; ok {
		zone = s.zone
	}
	loc, err := time.LoadLocation(zone)
	if err != nil { // no zone data on this machine: central European time
		loc = time.FixedZone("CET", 3600)
	}
	return DayOf(now.In(loc))
}
