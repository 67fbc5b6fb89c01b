package baseline

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// maxReport caps a report, in bytes.
const maxReport = 512 << 20

// journal is the file of a batch folder that holds its results.
const journal = "results.jsonl"

// Read reads a JSON report, a file of JSON lines, or the folder of a batch. The
// error says why the file is no report; half a report is none.
func Read(name string) (*Report, error) {
	path := name
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		path = filepath.Join(name, journal)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	shops, err := parse(f)
	if err != nil {
		return nil, fmt.Errorf("%s is no report of shoplint: %w; make one with --format json=FILE", path, err)
	}
	return &Report{Name: name, Shops: shops}, nil
}

// document is one JSON value: a whole report, or one shop of a list of lines.
type document struct {
	Version *int `json:"version"`
	Tool    struct {
		Name     string `json:"name"`
		Version  string `json:"version"`
		Rulebook string `json:"rulebook"`
	} `json:"tool"`
	Shops []Shop `json:"shops"`
	Shop
}

func parse(r io.Reader) ([]Shop, error) {
	limited := &io.LimitedReader{R: r, N: maxReport + 1}
	d := json.NewDecoder(bufio.NewReader(limited))
	var out []Shop
	for n := 0; ; n++ {
		var raw json.RawMessage
		err := d.Decode(&raw)
		switch {
		case errors.Is(err, io.EOF) && n > 0 && limited.N > 0:
			return out, nil
		case limited.N <= 0:
			return nil, fmt.Errorf("it is larger than %d MB", maxReport>>20)
		case errors.Is(err, io.EOF):
			return nil, errors.New("it is empty")
		case err != nil:
			return nil, err
		}
		shops, err := one(raw)
		if err != nil {
			return nil, err
		}
		out = append(out, shops...)
	}
}

// one reads a report or a line and refuses what lacks a part that is compared.
func one(raw []byte) ([]Shop, error) {
	var doc document
	if !bytes.HasPrefix(bytes.TrimSpace(raw), []byte("{")) {
		return nil, errors.New("it holds no JSON object")
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		return nil, err
	}
	switch {
	case doc.Version == nil || doc.Tool.Name != "shoplint":
		return nil, errors.New("it lacks the version and tool of one")
	case *doc.Version != 1:
		return nil, fmt.Errorf("its version is %d, and this program knows version 1", *doc.Version)
	}
	shops := doc.Shops
	if shops == nil {
		if doc.Target == "" {
			return nil, errors.New("it lists no shops")
		}
		shops = []Shop{doc.Shop}
	}
	for i := range shops {
		s := &shops[i]
		s.AsOf, s.Rulebook, s.Program = doc.AsOf, doc.Tool.Rulebook, doc.Tool.Version
		if s.Target == "" || s.Results == nil {
			return nil, fmt.Errorf("its shop %d has no target or no results", i+1)
		}
		for j := range s.Results {
			if r := &s.Results[j]; r.Rule == "" || r.Outcome == "" {
				return nil, fmt.Errorf("result %d of %s has no rule or no outcome", j+1, s.Target)
			}
		}
	}
	return shops, nil
}
