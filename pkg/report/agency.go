package report

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"regexp"
	"strings"
)

// Agency is whose name stands on the HTML report. Colour is #rrggbb, dark
// enough for white words; Logo is a picture of the media type LogoType.
type Agency struct {
	Name     string
	Logo     []byte
	LogoType string
	Colour   string
}

// brand is an agency's part of the page.
type brand struct {
	Name  string
	Logo  template.URL  // with the picture in it
	Style template.HTML // its colour
	hash  string        // of the style, for the policy
}

// policy allows the agency's colour and logo, and nothing else.
func (b *brand) policy(policy string) string {
	policy = strings.Replace(policy, "style-src ", "style-src"+b.hash+" ", 1)
	if b.Logo != "" {
		policy += "; img-src data:"
	}
	return policy
}

var hexColour = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// brandOf is nil without an agency.
func brandOf(a Agency) *brand {
	if a.Name == "" {
		return nil
	}
	b := &brand{Name: a.Name}
	switch a.LogoType {
	case "image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml":
		b.Logo = template.URL("data:" + a.LogoType + ";base64," + base64.StdEncoding.EncodeToString(a.Logo)) //nolint:gosec // only inside an img
	}
	if hexColour.MatchString(a.Colour) {
		rules := ".brand{background:" + a.Colour + ";color:#fff}"
		sum := sha256.Sum256([]byte(rules))
		b.hash = " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		b.Style = template.HTML("<style>" + rules + "</style>") //nolint:gosec // six digits of ours
	}
	return b
}
