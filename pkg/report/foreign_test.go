package report

import "testing"

func TestRemarksAreTranslated(t *testing.T) {
	tests := []struct{ lang, area, remark, want string }{
		{"en", "why.", "sample address: jan stands for a name", "sample address: jan stands for a name"},
		{"nl", "why.", "sample address: jan stands for a name", "voorbeeldadres"},
		{"de", "why.", "only in a hidden element: display:none on .x", "nur in einem verborgenen Element: display:none on .x"},
		{"nl", "why.", "inside <noscript>", "in <noscript>"},
		{"fr", "sight.", "not on phones", "pas sur téléphone"},
		{"de", "reading.", "the start page redirects to another site: neu.example", "die Startseite leitet auf eine andere Website weiter: neu.example"},
		{"fr", "reading.", "addresses left out by --include and --exclude: 3", "adresses laissées de côté par --include et --exclude : 3"},
		{"de", "reading.", "not rendered: a script leads to another site: other.example (/ · /kontakt)", "nicht im Browser geöffnet: ein Skript führt zu einer anderen Website: other.example (/ · /kontakt)"},
		{"nl", "reading.", "no picture: the page did not come to rest in time (/)", "geen beeld: de pagina kwam niet op tijd tot rust (/)"},
		{"nl", "reading.", "an https address redirects to http: shop.example", "een https-adres verwijst door naar http: shop.example"},
		{"nl", "why.", "display:none on .footer a", "display:none on .footer a"},
		{"nl", "why.", "", ""},
	}
	for _, tt := range tests {
		p, err := newPrinter(tt.lang, TextOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if got := p.translated(tt.area, tt.remark); got != tt.want {
			t.Errorf("%s: %q becomes %q, want %q", tt.lang, tt.remark, got, tt.want)
		}
	}
}
