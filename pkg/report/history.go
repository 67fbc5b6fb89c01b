package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// HistoryRun is one run of a list. Counts are shops by verdict; New and Mended
// compare with the run before it: failures of shops that both runs judged.
type HistoryRun struct {
	Day     string          `json:"day"`
	File    string          `json:"file"` // its journal, as seen from the folder
	Shops   int             `json:"shops"`
	Fail    int             `json:"fail"`
	Warn    int             `json:"warn"`
	Pass    int             `json:"pass"`
	Unclear int             `json:"unclear"`
	New     []HistoryChange `json:"new"`
	Mended  []HistoryChange `json:"mended"`
	Joined  int             `json:"joined"` // shops that the run before did not have
	Left    int             `json:"left"`   // shops that only the run before had
}

// HistoryChange is one duty of one shop.
type HistoryChange struct {
	Target string `json:"target"`
	Rule   string `json:"rule"`
}

// historyNamed is how many changes of a run are named for people.
const historyNamed = 3

// WriteHistory writes the runs of a folder, the oldest first, as "text" or
// "json". Other formats are an error.
func WriteHistory(w io.Writer, runs []HistoryRun, format, lang string) error {
	switch format {
	case "json":
		return encode(w, struct {
			Version int          `json:"version"`
			Runs    []HistoryRun `json:"runs"`
		}{1, cleanRuns(runs)})
	case "text":
	default:
		return fmt.Errorf("unknown format %q of a history: use text or json", format)
	}
	p, err := newPrinter(lang, TextOptions{})
	if err != nil {
		return err
	}
	for i := range runs {
		if i > 0 {
			p.out.WriteByte('\n')
		}
		p.historyRun(&runs[i], i > 0)
	}
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write history: %w", err)
	}
	return nil
}

// cleanRuns are the runs with lists that are never null and text that no
// terminal obeys.
func cleanRuns(runs []HistoryRun) []HistoryRun {
	out := make([]HistoryRun, len(runs))
	clean := func(list []HistoryChange) []HistoryChange {
		to := make([]HistoryChange, len(list))
		for i, c := range list {
			to[i] = HistoryChange{Clean(c.Target), Clean(c.Rule)}
		}
		return to
	}
	for i, r := range runs {
		r.New, r.Mended = clean(r.New), clean(r.Mended)
		out[i] = r
	}
	return out
}

// historyRun writes one run; compared: there is one before it.
func (p *printer) historyRun(r *HistoryRun, compared bool) {
	var counts []string
	for _, c := range []struct {
		word string
		n    int
	}{{"fail", r.Fail}, {"warn", r.Warn}, {"pass", r.Pass}, {"unclear", r.Unclear}} {
		counts = append(counts, p.word(c.word)+" "+strconv.Itoa(c.n))
	}
	p.put("%s  %s", p.day(r.Day), strings.Join(append([]string{p.count("screen.shops", r.Shops)}, counts...), dot))
	if !compared {
		return
	}
	if len(r.New)+len(r.Mended)+r.Joined+r.Left == 0 {
		p.put("  %s", p.say("history.same"))
		return
	}
	p.historyChanges("screen.new", r.New)
	p.historyChanges("screen.mended", r.Mended)
	if r.Joined+r.Left > 0 {
		p.put("  %s", p.say("history.list", "Joined", strconv.Itoa(r.Joined), "Left", strconv.Itoa(r.Left)))
	}
}

// historyChanges names some changes and counts them all.
func (p *printer) historyChanges(key string, list []HistoryChange) {
	if len(list) == 0 {
		return
	}
	p.put("  %s", p.say(key, "N", strconv.Itoa(len(list))))
	for _, c := range list[:min(len(list), historyNamed)] {
		p.put("    %s  %s", inCells(shortName(Clean(c.Target)), 36), c.Rule)
	}
	if more := len(list) - historyNamed; more > 0 {
		p.put("    +%d", more)
	}
}
