package check

import (
	"slices"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/survey"
)

// addressOf is the evidence of one accepted address with the finder's remarks.
func addressOf(address string, remarks ...string) survey.Evidence {
	return survey.Evidence{Values: map[string]string{"address": address, "notes": strings.Join(remarks, "\n")}}
}

func TestAddressNotes(t *testing.T) {
	for _, c := range []struct {
		name string
		good []survey.Evidence
		want []string
	}{
		{"own", []survey.Evidence{addressOf("info@shop.be")}, nil},
		{"other domain", []survey.Evidence{addressOf("info@holding.nl", "other-domain")}, []string{"other-domain"}},
		{"one of two is at home", []survey.Evidence{addressOf("info@holding.nl", "other-domain"), addressOf("info@shop.be")}, nil},
		{"free mail", []survey.Evidence{addressOf("shop@gmail.com", "free-mail")}, []string{"free-mail"}},
		{"typing error beside a good one", []survey.Evidence{addressOf("info@shop.be"), addressOf("info@shp.be", "typo:shop.be")}, []string{"typo"}},
	} {
		var got []string
		for _, n := range addressNotes(c.good) {
			got = append(got, n.Key)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: notes %v, want %v", c.name, got, c.want)
		}
	}
}
