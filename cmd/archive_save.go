package cmd

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/har"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// keeping is the archive of one target in the making.
type keeping struct {
	file     string
	recorder *har.Recorder
	browser  har.Browser // known when the shop has been read
}

// saving refuses what --save cannot keep, before anything is read.
func (r *run) saving(list []target) error {
	if r.opts.save == "" {
		if r.opts.redact {
			return errors.New("--redact masks personal data in the archive of --save: give --save FILE.har too")
		}
		return nil
	}
	for _, t := range list {
		if t.source != survey.Live {
			return fmt.Errorf("--save keeps what is read of an address, and %s is none: keep a copy of it instead", t.name)
		}
	}
	files, err := archives(r.opts.save, list)
	if err != nil {
		return err
	}
	r.keeping = map[string]*keeping{}
	for i, t := range list {
		if err := tryWriting(files[i]); err != nil {
			return fmt.Errorf("--save: %w", err)
		}
		r.keeping[t.name] = &keeping{file: files[i], recorder: har.NewRecorder(r.headersFor(t), r.crawl.BasicAuth)}
	}
	return nil
}

// archives are the files that --save writes, one for each target: the file it
// names, or in a folder one named after each shop.
func archives(save string, list []target) ([]string, error) {
	if strings.EqualFold(filepath.Ext(save), ".har") {
		if len(list) > 1 {
			return nil, fmt.Errorf("--save %s is one file, and there are %d shops: name a folder instead, as in --save archives/", save, len(list))
		}
		return []string{save}, nil
	}
	info, err := os.Stat(save)
	if folder := err == nil && info.IsDir(); !folder && !strings.HasSuffix(filepath.ToSlash(save), "/") {
		return nil, fmt.Errorf("--save %s: the name of an archive ends in .har, so that check knows it again; a folder for several ends in /", save)
	}
	if err := os.MkdirAll(save, 0o755); err != nil {
		return nil, fmt.Errorf("--save: %w", err)
	}
	out, taken := make([]string, len(list)), map[string]bool{}
	for i, t := range list {
		out[i] = filepath.Join(save, prefixOf(shown(t.name), taken)+".har")
	}
	return out, nil
}

// keep writes the archives, also of shops whose reading was interrupted.
func (r *run) keep(list []target, shops []*audit.Shop) error {
	var faults []error
	for i, t := range list {
		if k := r.keeping[t.name]; k != nil {
			faults = append(faults, r.keepShop(k, shops[i].Survey))
		}
	}
	return errors.Join(faults...)
}

// keepShop writes one archive: whole or not at all.
func (r *run) keepShop(k *keeping, s *survey.Survey) error {
	o := har.WriteOptions{Meta: har.Meta{
		Version: r.app.version, Rulebook: r.book.Rules.Updated.String(), Start: s.Target, Redacted: r.opts.redact,
		Ended: cutShort(s), Browser: k.browser,
		Plan: har.Plan{
			Full: r.opts.full, MaxPages: r.opts.maxPages, MaxDepth: r.opts.maxDepth, Sitemaps: r.opts.live.sitemaps,
			Include: r.opts.live.include, Exclude: r.opts.live.exclude,
			IgnoreRobots: r.opts.ignoreRobots, Insecure: r.opts.insecure,
		},
	}}
	if o.Meta.Redacted {
		o.Keep = ownAddresses(s)
	}
	f, err := os.CreateTemp(filepath.Dir(k.file), ".shoplint-*.har")
	if err != nil {
		return fmt.Errorf("--save: %w", err)
	}
	defer os.Remove(f.Name()) // gone already when all went well
	err = errors.Join(k.recorder.Write(f, o), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), k.file)
	}
	if err != nil {
		return fmt.Errorf("--save: %w", err)
	}
	return nil
}

// ownAddresses are the e-mail addresses that the rules judge by: those on legal
// pages. One that stands elsewhere only may be a customer's.
func ownAddresses(s *survey.Survey) map[string]bool {
	keep := map[string]bool{}
	for _, e := range s.Emails.List() {
		if p, ok := s.Page(e.URL); ok && e.Accepted && p.Kind.Legal() {
			keep[strings.ToLower(e.Address)] = true
		}
	}
	return keep
}

// rendered notes how a browser showed a page; without an archive in the making
// it does nothing.
func (k *keeping) rendered(before, after *page.Page) {
	if k == nil || !after.Rendered {
		return
	}
	x := har.Rendered{URL: before.URL, Address: after.URL, HTML: string(after.Body), Cut: after.Truncated}
	for _, l := range after.Lost {
		x.Lost = append(x.Lost, har.Lost{Address: l.Address, Own: l.Own, Why: l.Why})
	}
	k.recorder.Rendered(x)
}
