package ident

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The numbers are samples that registers and tax offices publish, or made for
// these tests.
func TestChecks(t *testing.T) {
	tests := []struct {
		name       string
		check      func(string) bool
		good, evil string
	}{
		{"kbo", kbo, "0403019261 1037548919 0508570208 403019261 0999999922", "0403019262 2403019261 0999999999"},
		{"btw", btw, "004495445B01 002455799B11", "004495446B01 002455799B12 000000000B01"},
		{"luTva", luTva, "15027442", "15027443"},
		{"ust", ust, "136695976", "136695977 036695976"},
		{"atUid", atUid, "13585627", "13585626"},
		{"siren", siren, "552008443 732829320", "552008444 000000000"},
		{"siret", siret, "73282932000074 35600000000048", "73282932000075 35600000000049"},
		{"frTva", frTva, "40303265045 83404833048 K7303265045", "41303265045 I7303265045 40303265046"},
		{"nif", nif, "54362315K", "54362315Z 54362316K"},
		{"nie", nie, "X5253868R", "A5253868R X5253869R"},
		{"cif", cif, "A13585625 J99216582", "A13585626 I13585625"},
		{"ptNif", ptNif, "501964843", "501964842 001964843"},
		{"piva", piva, "00743110157", "00743110158 00743112005"},
		{"cvr", cvr, "13585628", "13585627 00000000"},
		{"orgnr", orgnr, "1234567897", "1234567891 0000000000"},
		{"ytunnus", ytunnus, "20774740", "20774741 00000000"},
		{"nip", nip, "8567346215", "8567346216 0000000000"},
		{"regon", regon, "192598184 12345678512347", "192598183 12345678512348 12345678612347"},
		{"ico", ico, "25123891", "25123890 00000000"},
		{"icdph", icdph, "2022749619", "2022749618 0022749619"},
		{"adoszam", adoszam, "12892312", "12892313"},
		{"cui", cui, "18547290", "18547291 1 08547290"},
		{"eik", eik, "175074752", "175074753"},
		{"afm", afm, "094259216", "094259217"},
		{"oib", mod11And10, "33392005961", "33392005962"},
		{"davcna", davcna, "50223054", "50223055 00223054"},
		{"kood", twoRows, "12345678", "12345679"},
		{"kmkr", kmkr, "100931558", "100931557"},
		{"pvn", pvn, "40003521600", "40003521601 30003521600"},
		{"pvm", pvm, "119511515 100001919017", "119511516 119511525"},
		{"mtVat", mtVat, "11679112", "11679113 00000000"},
		{"cyVat", cyVat, "10259033P", "10259033Q"},
		{"ieVat", ieVat, "6433435F 6433435OA 8D79739I", "6433435G 6433435OB 8D79739J"},
	}
	for _, tt := range tests {
		for n := range strings.FieldsSeq(tt.good) {
			if !tt.check(n) {
				t.Errorf("%s refuses %s", tt.name, n)
			}
		}
		for n := range strings.FieldsSeq(tt.evil) {
			if tt.check(n) {
				t.Errorf("%s takes %s", tt.name, n)
			}
		}
	}
}

// every is a check whose formula notices each change of a single digit, which
// those that fold a remainder of ten into another digit cannot promise. With
// two check digits only those of the body are promised.
var every = []struct {
	name   string
	check  func(string) bool
	body   string // shape of the body, without check digits
	checks int    // how many check digits follow
}{
	{"kbo", kbo, "09999999", 2}, {"ust", ust, "19999999", 1}, {"atUid", atUid, "9999999", 1},
	{"siren", siren, "19999999", 1}, {"luTva", luTva, "999999", 2}, {"cvr", cvr, "1999999", 1},
	{"orgnr", orgnr, "199999999", 1}, {"ytunnus", ytunnus, "1999999", 1}, {"nip", nip, "199999999", 1},
	{"adoszam", adoszam, "1999999", 1}, {"oib", mod11And10, "9999999999", 1},
	{"kmkr", kmkr, "19999999", 1}, {"pvn", pvn, "4999999999", 1}, {"mtVat", mtVat, "199999", 2},
}

func TestSingleDigitChanges(t *testing.T) {
	for _, e := range every {
		t.Run(e.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				n := complete(t, e.check, draw(t, e.body), e.checks)
				at := rapid.IntRange(0, len(n)-1).Draw(t, "at")
				to := byte('0' + rapid.IntRange(0, 9).Draw(t, "to"))
				if bad := n[:at] + string(to) + n[at+1:]; bad != n && e.check(bad) {
					t.Fatalf("%s and %s are both valid", n, bad)
				}
			})
		})
	}
}

// draw makes a body: 9 is any digit, other digits stand for themselves.
func draw(t *rapid.T, shape string) string {
	out := []byte(shape)
	for i := range out {
		if out[i] == '9' {
			out[i] = byte('0' + rapid.IntRange(0, 9).Draw(t, "digit"))
		}
	}
	return string(out)
}

// complete adds the check digits that make a body valid; bodies for which
// there are none are skipped.
func complete(t *rapid.T, check func(string) bool, body string, digits int) string {
	most := 10
	if digits == 2 {
		most = 100
	}
	var valid []string
	for c := range most {
		end := string(rune('0' + c%10))
		if digits == 2 {
			end = string(rune('0'+c/10)) + end
		}
		if check(body + end) {
			valid = append(valid, body+end)
		}
	}
	if len(valid) == 0 {
		t.Skip("no check digit is given out for", body)
	}
	if len(valid) > 1 && digits == 1 {
		t.Fatalf("%v are all valid", valid)
	}
	return valid[0]
}

// A number printed in its one form is read again as the same.
func TestFoundAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := complete(t, kbo, draw(t, "09999999"), 2)
		v := printKbo(n)
		for _, text := range []string{"KBO " + v, "BE" + n, "BE " + v + ", Gent", "btw: be " + v} {
			m := Find(text, Hint{})
			if len(m) != 1 || m[0].Value != v || m[0].Valid == nil || !*m[0].Valid {
				t.Fatalf("%s: %+v", text, m)
			}
		}
	})
}

func TestPlaceholders(t *testing.T) {
	for n, want := range map[string]bool{
		"123456789": true, "0123456789": true, "123456789B01": true, "00000000000": true, "B12345678": true, "99999999": true,
		"0403019261": false, "12345678512347": false, "1234567": false, "987654321": true, "0999999922": false, "": false, "B": false,
	} {
		if placeholder(n) != want {
			t.Errorf("%s: %v", n, !want)
		}
	}
}

// Every scheme of report version 1 can be found, and no other.
func TestSchemes(t *testing.T) {
	const published = "be-kbo nl-kvk nl-btw de-ust de-widnr de-register at-uid at-fn fr-siren fr-siret fr-tva fr-rcs lu-tva lu-rcs " +
		"es-nif es-nie es-cif it-piva it-rea pl-nip pl-regon pl-krs pt-nif dk-cvr se-orgnr fi-ytunnus cz-ico cz-dic sk-ico sk-icdph " +
		"hu-adoszam hu-ceg ro-cui ro-regcom bg-eik gr-afm gr-gemi hr-oib si-davcna ee-kood ee-kmkr lt-pvm lt-kodas lv-pvn mt-vat " +
		"cy-vat ie-vat eu-oss eu-ioss"
	have := map[Scheme]bool{}
	for _, s := range schemes() {
		have[s] = true
	}
	for s := range strings.FieldsSeq(published) {
		if !have[Scheme(s)] {
			t.Errorf("%s is not built", s)
		}
		delete(have, Scheme(s))
	}
	if len(have) > 0 {
		t.Errorf("not published: %v", have)
	}
	if BEKbo.Country() != "BE" || EUOss.Country() != "" || Scheme("x").Country() != "" {
		t.Error("Country")
	}
}

// schemes lists every scheme that has a form.
func schemes() []Scheme {
	var out []Scheme
	seen := map[Scheme]bool{}
	for _, f := range forms {
		if !seen[f.scheme] {
			seen[f.scheme] = true
			out = append(out, f.scheme)
		}
	}
	return out
}
