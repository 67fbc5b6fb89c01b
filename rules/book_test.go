package rules_test

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/rules"
)

func TestBook(t *testing.T) {
	kinds := map[string]rule.Words{
		"link": {Reasons: []string{"found", "found-uncertain", "hidden", "text-only", "too-deep", "terms-only", "unlinked", "misspelt", "missing", "undecided"},
			Notes: []string{"complaints-closed", "early-end-view", "not-on-phones", "opened-by-click", "not-in-some-languages", "eu-seller-only"}},
		"stale": {Reasons: []string{"link", "link-uncertain", "text", "relocation", "hidden-link", "mention", "archived", "misspelt", "link-closed", "closed-note", "none", "undecided"}, Notes: []string{"not-on-phones", "opened-by-click"}},
		"contact": {Reasons: []string{"found", "image-only", "privacy-only", "agency-only", "pdf-only", "no-reply", "placeholder", "others-only", "hidden", "script-only", "form-only", "unread", "missing", "unlinked", "undecided"},
			Notes: []string{"free-mail", "typo", "obfuscated", "opened-by-click", "not-on-phones", "not-in-some-languages", "href-only", "other-domain"}},
	}
	b, err := rules.Book(kinds)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(b.IDs())
}
