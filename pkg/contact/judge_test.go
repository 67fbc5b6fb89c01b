package contact

import "testing"

func TestJudge(t *testing.T) {
	j := NewJudge(Options{ADR: []string{"www.slichtkamer.be"}})
	tests := []struct {
		address string
		ctx     Context
		class   string
	}{
		{"info@bakker-jan.be", Context{Shop: "www.bakker-jan.be"}, ""},
		{"info@bakker-jan.be", Context{}, ""},
		{"praag@partnerzaak.cz", Context{Shop: "bakker-jan.be"}, ""},
		{"perosa@mail.com", Context{}, ""},
		{"bakkerij.jan@email.cz", Context{}, ""},
		{"info@testa.it", Context{}, ""},
		{"mail@holz-weiss.de", Context{}, ""},
		{"post@holz-weiss.dk", Context{}, ""},
		{"ton@houtwerk.nl", Context{}, ""},
		{"bouncer@club-noord.be", Context{}, ""},
		{"jean.dupont@toile-fine.fr", Context{}, ""},
		{"jan@gmail.com", Context{}, ""},
		{"telafina@pec.it", Context{}, ""},
		{"info@yourshop.be", Context{Shop: "yourshop.be"}, ""},

		{"info@example.com", Context{}, Reserved},
		{"info@winkel.test", Context{}, Reserved},
		{"info@winkel.invalid", Context{}, Reserved},
		{"info@domain.tld", Context{}, Reserved},
		{"info@example.be", Context{}, Placeholder},
		{"marie@exemple.fr", Context{}, Placeholder},
		{"johndoe@domain.com", Context{}, Placeholder},
		{"info@yourshop.com", Context{}, Placeholder},
		{"info@uw-domein.be", Context{}, Placeholder},
		{"jouw@email.be", Context{}, Placeholder},
		{"naam@bakker.nl", Context{}, Placeholder},
		{"votre@email.fr", Context{}, Placeholder},
		{"deine@email.de", Context{}, Placeholder},
		{"max.mustermann@web.de", Context{}, Placeholder},
		{"info@muster-firma.de", Context{}, Placeholder},
		{"name@mail.com", Context{}, Placeholder},
		{"email@email.com", Context{}, Placeholder},
		{"test@gmail.com", Context{}, Placeholder},
		{"jan.kowalski@poczta.pl", Context{}, Placeholder},
		{"etunimi.sukunimi@yritys.fi", Context{}, Placeholder},

		{"no-reply@bakker-jan.be", Context{}, NoReply},
		{"NoReply+12@bakker-jan.be", Context{}, NoReply},
		{"ne-pas-repondre@bakker-jan.be", Context{}, NoReply},
		{"niet_beantwoorden@bakker-jan.be", Context{}, NoReply},
		{"mailer-daemon@bakker-jan.be", Context{}, NoReply},
		{"bounce@bakker-jan.be", Context{}, NoReply},

		{"0123456789abcdef0123456789abcdef@keys.bakker-jan.be", Context{}, Tracker},
		{"key@sentry.bakker-jan.com", Context{}, Tracker},
		{"git@github.com", Context{}, Asset},
		{"info@bakker-jan.be", Context{Sample: true}, Sample},

		{"contact@slichtkamer.be", Context{}, ADR},
		{"contact@apd-gba.be", Context{}, Authority},
		{"poststelle@lda.bayern.de", Context{}, Authority},
		{"dpo@bpost.be", Context{}, Carrier},
		{"klant@bpost.be", Context{Shop: "bpost.be"}, ""},
		{"privacy@mollie.com", Context{}, Payment},
		{"abuse@combell.com", Context{}, Hosting},
		{"privacy@shopify.com", Context{}, Platform},
		{"info@atelier-nord.be", Context{Credits: []string{"atelier-nord.be"}}, Agency},
		{"info@atelier-nord.be", Context{Before: "© 2024 – Website by Atelier Nord, "}, Agency},
		{"info@bakker-jan.be", Context{Shop: "bakker-jan.be", Before: "Website by "}, ""},
		{"info@bakker-jan.be", Context{Before: "We bake. Mail us at "}, ""},

		{"bestel@bakker-jan.be", Context{After: " (this mailbox is not monitored)"}, Unread},
		{"bestel@bakker-jan.be", Context{After: ". Deze mailbox wordt niet gelezen."}, Unread},
		{"bestel@bakker-jan.be", Context{Before: "Cette boîte n'est pas lue : "}, Unread},
		{"bestel@bakker-jan.be", Context{After: " wird nicht gelesen"}, Unread},
		{"bestel@bakker-jan.be", Context{Before: "The form is not read. Write to "}, ""},
		{"bestel@bakker-jan.be", Context{After: " when the order is not ready"}, ""},
	}
	for _, tt := range tests {
		a, err := Parse(tt.address)
		if err != nil {
			t.Fatal(err)
		}
		v := j.Judge(a, tt.ctx)
		if v.Class != tt.class || v.Accepted != (tt.class == "") || (v.Why == "") != v.Accepted {
			t.Errorf("Judge(%s, %+v) = %+v, want class %q", tt.address, tt.ctx, v, tt.class)
		}
	}
}

func TestJudgeNotes(t *testing.T) {
	j := NewJudge(Options{})
	tests := []struct{ address, shop, note string }{
		{"jan@gmail.com", "", "free-mail"},
		{"jan@gmial.com", "", "typo:jan@gmail.com"},
		{"jan@hotmial.com", "", "typo:jan@hotmail.com"},
		{"jan@mail.com", "", "free-mail"},
		{"info@baker-jan.be", "www.bakker-jan.be", "typo:info@bakker-jan.be"},
		{"info@bakker-jna.be", "www.bakker-jan.be", "typo:info@bakker-jan.be"},
		{"info@bakker-jan.nl", "www.bakker-jan.be", "other-domain"},
		{"info@shop.bakker-jan.be", "www.bakker-jan.be", ""},
	}
	for _, tt := range tests {
		a, err := Parse(tt.address)
		if err != nil {
			t.Fatal(err)
		}
		v, got := j.Judge(a, Context{Shop: tt.shop}), ""
		if len(v.Notes) > 0 {
			got = v.Notes[0]
		}
		if !v.Accepted || got != tt.note {
			t.Errorf("Judge(%s) in %q = %+v, want note %q", tt.address, tt.shop, v, tt.note)
		}
	}
}
