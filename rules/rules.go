// Package rules is the rule book: a folder for each rule with its facts, its
// words in four languages and its fixtures, the legal acts they cite, and the
// vocabulary they look with. This is the one place where data and the kinds of
// checks meet.
package rules

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

//go:generate go run ./internal/gen

// Updated is the day on which the facts of the book were last checked.
const Updated = "2026-11-23"

// Languages are those every rule of the book speaks; English is the reference.
var Languages = []string{"en", "nl", "fr", "de"}

// list is the book: its rules in the order of every report. An id is never
// deleted or used again; a rule that is renamed keeps its old id as an alias.
var list = []string{
	"odr-link",
	"odr-link-stale",
	"contact-email",
	"withdrawal-function",
	"withdrawal-info",
	"privacy-notice",
	"complaints-info",
	"stale-privacy-shield",
	"de-stale-statutes",
	"provider-identity",
	"be-enterprise-number",
	"nl-kvk",
	"nl-btw-id",
	"it-piva-home",
	"identity-consistency",
	"unfilled-gap",
	"contact-phone",
	"phone-surcharge",
	"guarantee-notice",
	"guarantee-label-garan",
	"energy-label-online",
	"gpsr-offer-info",
	"weee-battery-info",
	"ro-sal-pictogram",
	"adr-info",
	"adr-body-closed",
	"be-complaints-desk-name",
	"de-vsbg-statement",
	"fr-mediateur",
	"cz-adr-coi",
	"hu-conciliation-body",
	"at-adr-website",
	"lu-adr-website",
	"pl-adr-info",
	"es-adr-info",
	"stale-adr-names",
	"cookie-consent",
	"dsa-contact-points",
	"dsa-trader-info",
	"p2b-mediators",
	"price-tax-delivery",
	"price-reduction-prior",
	"at-imprint",
	"cz-ico",
	"dk-cvr",
	"es-lssi-identity",
	"fi-ytunnus",
	"se-orgnr",
	"sk-ico",
	"ee-registrikood",
	"fr-directeur-publication",
	"fr-hebergeur",
	"hu-tarhely",
	"pt-livro-reclamacoes",
	"fr-company-details",
	"gr-gemi",
	"hr-company-details",
	"hu-company-details",
	"ie-company-details",
	"it-company-details",
	"lu-identity",
	"pl-company-details",
	"pl-nip",
	"ro-company-details",
	"order-button",
	"delivery-payment-info",
	"review-authenticity",
	"accessibility-info",
	"green-claims",
	"ai-chat-disclosure",
	"ccd2-credit-warning",
	"de-cancellation-button",
}

//go:embed *.yaml words/*.yaml */rule.yaml */words.yaml */text.*.yaml */testdata
var files embed.FS

// FS is the folder of the rule book.
func FS() fs.FS { return files }

// Book loads the rules for the kinds of checks that there are.
func Book(kinds map[string]rule.Words) (*rule.Book, error) {
	book, err := rule.Load(files, kinds, Languages, list...)
	if err != nil {
		return nil, fmt.Errorf("load the rule book: %w", err)
	}
	book.Updated = law.MustDay(Updated)
	return book, nil
}
