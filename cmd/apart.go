package cmd

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/net/http/httpguts"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/baseline"
	"github.com/shoplint/shoplint/pkg/config"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
)

// apart is what holds for one target alone.
type apart struct {
	shop    *config.Shop
	auditor *audit.Auditor
	headers http.Header
	marks   *baseline.Marks // of pages that are files; nil: the shop is live
}

// tellApart makes ready what the configuration says of each target. All faults
// are shown at once.
func (r *run) tellApart(list []target) error {
	r.apart = map[string]*apart{}
	auditors := map[*config.Shop]*audit.Auditor{&r.opts.file.Shop: r.auditor}
	var faults []error
	for _, t := range list {
		x := &apart{shop: r.shopOf(t)}
		var err error
		if x.auditor = auditors[x.shop]; x.auditor == nil {
			if x.auditor, err = r.auditorOf(x.shop); err != nil {
				return err
			}
			auditors[x.shop] = x.auditor
		}
		if t.source == survey.Live {
			x.headers, err = r.headersOf(x.shop)
			faults = append(faults, err)
		}
		switch t.source {
		case survey.Folder, survey.File, survey.Stdin:
			x.marks = baseline.NewMarks()
		}
		r.apart[t.name] = x
	}
	return errors.Join(faults...)
}

// shopOf is the entry of the configuration for a target, else the block for
// all.
func (r *run) shopOf(t target) *config.Shop {
	file := r.opts.file
	for i := range file.Shops {
		if r.means(&file.Shops[i], t) {
			return &file.Shops[i]
		}
	}
	return &file.Shop
}

// means reports whether an entry is about a target: the same address, folder
// or file, or a live shop on the host of its canonical address.
func (r *run) means(s *config.Shop, t target) bool {
	if t.source != survey.Live {
		beside := s.Target
		if !filepath.IsAbs(beside) {
			beside = filepath.Join(filepath.Dir(r.opts.file.Path), beside)
		}
		a, errA := filepath.Abs(beside)
		b, errB := filepath.Abs(t.name)
		return s.Target == t.name || errA == nil && errB == nil && a == b
	}
	if p, err := parseAddress(s.Target); err == nil && strings.TrimSuffix(p.name, "/") == strings.TrimSuffix(t.name, "/") {
		return true
	}
	own, err := url.Parse(s.URL)
	at, err2 := url.Parse(t.name)
	return err == nil && err2 == nil && own.Host != "" && own.Host == at.Host
}

// auditorOf is the rule book made ready for what is known of a shop. What a
// flag or the environment says goes first.
func (r *run) auditorOf(s *config.Shop) (*audit.Auditor, error) {
	o, err := r.auditOptions(s)
	if err != nil {
		return nil, err
	}
	return audit.New(r.book, o)
}

// auditOptions are those of a shop.
func (r *run) auditOptions(s *config.Shop) (audit.Options, error) {
	o := r.auditing
	if o.Seller == "" && s.Country != "" {
		o.Seller, o.SellerBy = s.Country, profile.Config
	}
	if len(o.Customers) == 0 && len(s.SellsTo) > 0 {
		o.Customers, o.CustomersBy = s.SellsTo, profile.Config
	}
	var faults []error
	keep := func(err error) {
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", s.At, err))
		}
	}
	var err error
	if o.Profile.ShopBy == "" && s.Kind != "" {
		o.Profile.Shop, err = rule.ParseShop(s.Kind)
		o.Profile.ShopBy = profile.Config
		keep(err)
	}
	if o.Profile.SellsBy == "" && len(s.Sells) > 0 {
		for _, word := range s.Sells {
			g, err := rule.ParseGoods(word)
			keep(err)
			o.Profile.Sells = append(o.Profile.Sells, g)
		}
		o.Profile.SellsBy = profile.Config
	}
	if o.Profile.SizeBy == "" && s.Size != "" {
		o.Profile.Size, err = rule.ParseSize(s.Size)
		o.Profile.SizeBy = profile.Config
		keep(err)
	}
	return o, errors.Join(faults...)
}

// headersOf are the headers for a shop: those of the flags, and those whose
// values the configuration leaves to the environment.
func (r *run) headersOf(s *config.Shop) (http.Header, error) {
	out := http.Header{}
	maps.Copy(out, r.crawl.Headers)
	var faults []error
	for _, h := range s.Headers {
		value, set := os.LookupEnv(h.Env)
		switch {
		case r.crawl.Headers.Get(h.Name) != "": // given by hand
		case !set || value == "":
			faults = append(faults, fmt.Errorf("%s: the variable %s for the header %s is not set", h.At, h.Env, h.Name))
		case !httpguts.ValidHeaderFieldValue(value):
			faults = append(faults, fmt.Errorf("%s: what %s holds can be no header", h.At, h.Env))
		default:
			out.Set(h.Name, value)
		}
	}
	return out, errors.Join(faults...)
}

// headersFor are the headers sent to a target.
func (r *run) headersFor(t target) http.Header {
	if a := r.apart[t.name]; a != nil && a.headers != nil {
		return a.headers
	}
	return r.crawl.Headers
}

// baseOf is where the pages of a target will be published: by the flag, else
// by the configuration.
func (r *run) baseOf(t target) string {
	if r.opts.baseURL != "" || r.apart[t.name] == nil {
		return r.opts.baseURL
	}
	return r.apart[t.name].shop.URL
}

// marksOf are those of every target, in their order.
func (r *run) marksOf(list []target) []*baseline.Marks {
	var out []*baseline.Marks
	for _, t := range list {
		out = append(out, r.apart[t.name].marks)
	}
	return out
}

// weighRules applies the levels of the configuration to the book, and gives
// the rules that it switches off, but for those that --only asks for.
func (o *checkOptions) weighRules(book *rule.Book) (off []string) {
	asked := map[string]bool{}
	for _, name := range o.only {
		for _, r := range book.Find(strings.TrimSpace(name)) {
			asked[r.ID] = true
		}
	}
	for _, s := range o.file.Rules {
		for _, r := range book.Find(s.Name) {
			switch {
			case !s.Off:
				r.Level = s.Level
			case !asked[r.ID] && !slices.Contains(off, r.ID):
				off = append(off, r.ID)
			}
		}
	}
	return off
}
