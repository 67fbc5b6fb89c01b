package words

import (
	"net/url"
	"testing"
)

func TestTarget(t *testing.T) {
	b := book(t)
	for address, want := range map[string]string{
		"https://ec.europa.eu/consumers/odr":                                         "odr-platform",
		"http://ec.europa.eu/consumers/odr/":                                         "odr-platform",
		"HTTPS://EC.EUROPA.EU/Consumers/ODR/":                                        "odr-platform",
		"http://www.ec.europa.eu:443/consumers/odr/main/index.cfm?event=main&lng=NL": "odr-platform",
		"https://ec.europa.eu./odr":                                                  "odr-platform",
		"//ec.europa.eu/odr":                                                         "odr-platform",
		"https://ec.europa.eu//consumers//odr":                                       "odr-platform",
		"https://ec.europa.eu/consumers/odr.":                                        "odr-platform",
		"https://ec.europa.eu/consumers/odr%20":                                      "odr-platform",
		"https://ec.europa.eu/consumers/%6Fdr":                                       "odr-platform",
		"https://ec.europa.eu/odr#top":                                               "odr-platform",
		"https://webgate.ec.europa.eu/odr/main/?event=main.adr.show":                 "odr-platform",
		"https://webgate.training.ec.europa.eu/odr/main":                             "odr-platform",
		"https://www.google.com/url?q=https://ec.europa.eu/consumers/odr&sa=D":       "odr-platform",
		"https://l.facebook.com/l.php?u=http%3A%2F%2Fec.europa.eu%2Fodr":             "odr-platform",
		"https://shop.example/redirect?url=https://ec.europa.eu/odr":                 "odr-platform",
		"https://ec.europa.eu/odrx":                                                  "",
		"https://ec.europa.eu/consumers/":                                            "",
		"https://ec.europa.eu/info/consumers/odr":                                    "",
		"https://user@ec.europa.eu/odr":                                              "",
		"https://ec.europa.eu@shop.example/odr":                                      "",
		"https://ec.europa.eu.shop.example/odr":                                      "",
		"ftp://ec.europa.eu/odr":                                                     "",
		"mailto:odr@ec.europa.eu":                                                    "",
		"/consumers/odr":                                                             "",
		"https://shop.example/?u=https://shop.example/odr":                           "",
		"https://consumer-redress.ec.europa.eu/":                                     "odr-successor",
		"https://consumer-redress.ec.europa.eu":                                      "odr-successor",
		"https://consumer-redress.ec.europa.eu/site-relocation_en?event=main.home":   "odr-successor",
		"https://consumer-redress.ec.europa.eu/index_nl":                             "odr-successor",
		"https://consumer-redress.ec.europa.eu/dispute-resolution-bodies_en":         "adr-list",
		"https://consumer-redress.ec.europa.eu/dispute-resolution-bodies/x":          "adr-list",
		"https://consumer-redress.ec.europa.eu/other":                                "",
		"http://ec.europe.eu/consumers/odr":                                          "odr-misspelt",
		"http://ec.europa.eu/consumer/odr/":                                          "odr-misspelt",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if got := b.Target(u); got != want {
			t.Errorf("Target(%s) = %q, want %q", address, got, want)
		}
	}
	if got := b.Target(nil); got != "" {
		t.Errorf("Target(nil) = %q", got)
	}
}

func TestAddresses(t *testing.T) {
	b := book(t)
	for _, c := range []struct{ text, list, found string }{
		{"Go to https://ec.europa.eu/consumers/odr.", "odr-platform", "https://ec.europa.eu/consumers/odr"},
		{"(see ec.europa.eu/odr)", "odr-platform", "ec.europa.eu/odr"},
		{"unter www.ec.europa.eu/consumers/odr, per", "odr-platform", "www.ec.europa.eu/consumers/odr"},
		{"EC.EUROPA.EU/ODR", "odr-platform", "EC.EUROPA.EU/ODR"},
		{"http://ec.euro\u00adpa.eu/con\u200bsumers/odr/ und", "odr-platform", "http://ec.euro\u00adpa.eu/con\u200bsumers/odr/"},
		{"„https://webgate.ec.europa.eu/odr/main/index.cfm?event=main.home.show&lng=HU”", "odr-platform", "https://webgate.ec.europa.eu/odr/main/index.cfm?event=main.home.show&lng=HU"},
		{"see https://consumer-redress.ec.europa.eu/index_en.", "odr-successor", "https://consumer-redress.ec.europa.eu/index_en"},
		{"on https://ec.europa.eu/info, and", "", ""},
		{"mail odr@ec.europa.eu/odr", "", ""},
		{"https://notec.europa.eu/odr", "", ""},
		{"foo.ec.europa.eu/odr", "", ""},
	} {
		hits := b.Addresses(c.text)
		switch {
		case c.list == "" && len(hits) == 0:
		case len(hits) != 1 || hits[0].List != c.list:
			t.Errorf("Addresses(%q) = %+v, want %s", c.text, hits, c.list)
		case c.text[hits[0].Start:hits[0].End] != c.found:
			t.Errorf("Addresses(%q) found %q, want %q", c.text, c.text[hits[0].Start:hits[0].End], c.found)
		}
	}
}
