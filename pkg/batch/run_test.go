package batch

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func mustRun(t *testing.T, o Options) *Result {
	t.Helper()
	r, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Whoever kills the program again and again gets the same folder in the end.
func TestKilledAtAnyMoment(t *testing.T) {
	const shops = 150
	list := testList(shops)
	calm, wild := t.TempDir(), t.TempDir()
	if r := mustRun(t, testOptions(calm, list)); r.Exit() != 1 || len(r.Rows) != shops {
		t.Fatalf("exit %d, %d rows", r.Exit(), len(r.Rows))
	}
	kills := 0
	for i := range 20 {
		c := child(t, "run", dirEnv+"="+wild, shopsEnv+"="+strconv.Itoa(shops))
		// Not a wait for something: the moment of the blow is what varies.
		time.Sleep(time.Duration(40+i*17%130) * time.Millisecond)
		_ = c.Process.Kill()
		if err := c.Wait(); err != nil && strings.Contains(err.Error(), "killed") {
			kills++
		}
	}
	if kills == 0 {
		t.Error("nothing was killed: the test shows nothing")
	}
	r := mustRun(t, testOptions(wild, list))
	t.Logf("%d runs were killed; the last found %d of %d done", kills, r.Before, shops)
	onceEach(t, wild, list)
	sameTree(t, calm, wild)
}

func TestTwoRunsOnOneFolder(t *testing.T) {
	dir, list := t.TempDir(), testList(3)
	inside, leave := make(chan struct{}), make(chan struct{})
	var once sync.Once
	o := testOptions(dir, list)
	o.Open = func(raw json.RawMessage, l Leases) (Judge, *Manners, error) {
		_, m, err := openTest(raw, l)
		return func(ctx context.Context, e *Entry) (*Outcome, error) {
			once.Do(func() { close(inside) })
			<-leave
			return judgeTest(ctx, e)
		}, m, err
	}
	ended := make(chan *Result, 1)
	go func() {
		r, _ := Run(context.Background(), o)
		ended <- r
	}()
	<-inside
	_, err := Run(t.Context(), testOptions(dir, list))
	var used *InUse
	if !errors.As(err, &used) {
		t.Errorf("the second run got %v", err)
	}
	close(leave)
	if r := <-ended; r == nil || r.Ended != nil {
		t.Fatalf("the first run was disturbed: %+v", r)
	}
	onceEach(t, dir, list)
}

func TestInterruptedAndDeadline(t *testing.T) {
	dir, list := t.TempDir(), testList(40)
	ctx, cancel := context.WithCancel(t.Context())
	var n atomic.Int32
	o := testOptions(dir, list)
	o.Open = func(raw json.RawMessage, l Leases) (Judge, *Manners, error) {
		_, m, err := openTest(raw, l)
		return func(ctx context.Context, e *Entry) (*Outcome, error) {
			if n.Add(1) == 10 {
				cancel()
			}
			return judgeTest(ctx, e)
		}, m, err
	}
	r, err := Run(ctx, o)
	if err != nil || !errors.Is(r.Ended, ErrInterrupted) || r.Exit() != 3 || len(r.Left) == 0 || len(r.Left)+len(r.Rows) != 40 {
		t.Fatalf("%+v, %v", r, err)
	}
	o = testOptions(dir, list)
	o.Deadline = time.Nanosecond
	if r, err := Run(t.Context(), o); err == nil && (!errors.Is(r.Ended, ErrDeadline) || r.Exit() != 3) {
		t.Fatalf("deadline: %+v", r)
	}
	if r := mustRun(t, testOptions(dir, list)); r.Exit() != 1 || r.Before == 0 {
		t.Errorf("going on: %+v", r)
	}
	onceEach(t, dir, list)
}

// A shop that never ends, and one that breaks the judge, cost only themselves.
func TestOneShopEndsNoRun(t *testing.T) {
	dir, list := t.TempDir(), testList(12)
	o := testOptions(dir, list)
	o.Timeout = 50 * time.Millisecond
	o.Open = func(raw json.RawMessage, l Leases) (Judge, *Manners, error) {
		_, m, err := openTest(raw, l)
		return func(ctx context.Context, e *Entry) (*Outcome, error) {
			if e.Line == 5 {
				<-ctx.Done()
				return outcomeOf(e.Target, "unclear"), nil
			}
			return judgeTest(context.WithoutCancel(ctx), e)
		}, m, err
	}
	r := mustRun(t, o)
	if r.Ended != nil || len(r.Left) > 0 || r.Rows[4].Verdict != "unclear" || r.Rows[4].Cause != "blocked" {
		t.Fatalf("%+v", r)
	}
	o = testOptions(dir, list)
	o.RetryUnclear = true
	if r := mustRun(t, o); r.Before != 11 || r.Rows[4].Verdict == "unclear" {
		t.Errorf("--retry-unclear: %d were done before, %s", r.Before, r.Rows[4].Verdict)
	}
	onceEach(t, dir, list)
}

func TestJudgeThatFailsEndsTheRun(t *testing.T) {
	o := testOptions(t.TempDir(), testList(5))
	o.Open = func(raw json.RawMessage, l Leases) (Judge, *Manners, error) {
		_, m, err := openTest(raw, l)
		return func(context.Context, *Entry) (*Outcome, error) { return nil, errors.New("no rule book") }, m, err
	}
	r := mustRun(t, o)
	if r.Ended == nil || !strings.Contains(r.Ended.Error(), "no rule book") || r.Exit() != 3 {
		t.Errorf("%+v", r)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), testOptions(filepath.Join(file, "x"), testList(1))); err == nil {
		t.Error("a file was taken for a folder")
	}
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), testOptions(dir, testList(1))); !errors.Is(err, os.ErrPermission) {
		t.Errorf("a read-only folder gives %v", err)
	}
}

func TestSettingsAndHistory(t *testing.T) {
	dir, list := t.TempDir(), testList(4)
	mustRun(t, testOptions(dir, list))
	o := testOptions(dir, list)
	o.Settings = map[string]string{"lang": "nl"}
	var other *OtherSettings
	if _, err := Run(t.Context(), o); !errors.As(err, &other) || other.Changed[0] != "lang: en, now nl" {
		t.Fatalf("%v", err)
	}
	o.Again = true
	r := mustRun(t, o)
	if r.Before != 0 || r.Last == nil || r.Last.Day != "2026-11-22" || !r.Last.Had(list.Entries[0].Target) {
		t.Errorf("%+v", r)
	}
	if _, err := os.Stat(filepath.Join(dir, HistoryDir, "2026-11-22-1.jsonl")); err != nil {
		t.Error(err)
	}
}

// A journal of any bytes is read, or refused without a change to it.
func FuzzOpenJournal(f *testing.F) {
	whole := outcomeOf("https://a.example/", "fail").Line
	f.Add([]byte{})
	f.Add(whole)
	f.Add(append(append([]byte{}, whole...), whole[:40]...))
	f.Add([]byte("{}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		name := filepath.Join(dir, JournalName)
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		j, err := openJournal(dir)
		after, _ := os.ReadFile(name)
		if err != nil {
			if string(after) != string(data) {
				t.Fatal("a journal that was refused was changed")
			}
			return
		}
		defer j.close()
		if !strings.HasPrefix(string(data), string(after)) || len(after) > 0 && after[len(after)-1] != '\n' {
			t.Fatal("more or less than the torn line was cut off")
		}
		if _, err := j.add(whole); err != nil {
			t.Fatal(err)
		}
	})
}
