package cmd_test

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/shoplint/shoplint/cmd"
	"github.com/shoplint/shoplint/pkg/report/schema/schematest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"shoplint": func() {
			self, _ := exec.LookPath("shoplint") // without it, PDFs are read in this process
			os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, "0.0.0-test", self))
		},
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               serve,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"valid":   valid,
			"hit":     hit,
			"unasked": unasked,
			"same":    same,
		},
	})
}

// serve gives each script $SHOP, a loopback server of the files below site/.
// The first segment of a path may ask for a fault: /status/503/ answers 503.
func serve(env *testscript.Env) error {
	root := filepath.Join(env.WorkDir, "site")
	slow := make(chan struct{})
	var once sync.Once
	env.Values[slowHit{}] = slow
	files := http.FileServer(http.Dir(root))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if rest, ok := strings.CutPrefix(r.URL.Path, "/status/"); ok {
			code, err := strconv.Atoi(strings.SplitN(rest, "/", 2)[0])
			if err == nil {
				http.Error(w, http.StatusText(code), code)
				return
			}
		}
		if r.URL.Path == "/slow/" {
			once.Do(func() { close(slow) })
			<-r.Context().Done()
			return
		}
		if r.URL.Path == "/cookie/set" {
			http.SetCookie(w, &http.Cookie{Name: "PHPSESSID", Value: "sessionvalue", Path: "/"})
			fmt.Fprint(w, "<!doctype html><title>Privacy</title><h1>Privacyverklaring</h1>")
			return
		}
		if r.URL.Path == "/loop/" {
			http.Redirect(w, r, "/loop/", http.StatusFound)
			return
		}
		if strings.HasPrefix(r.URL.Path, "/secret/") {
			if user, password, _ := r.BasicAuth(); user != "a" || password != "b" {
				w.Header().Set("WWW-Authenticate", "Basic")
				http.Error(w, "who are you", http.StatusUnauthorized)
				return
			}
		}
		if strings.HasPrefix(r.URL.Path, "/member/") {
			if c, err := r.Cookie("pass"); err != nil || c.Value != "word" {
				http.Error(w, "members only", http.StatusForbidden)
				return
			}
		}
		files.ServeHTTP(w, r)
	}))
	env.Defer(s.Close)
	env.Setenv("SHOP", s.URL)
	env.Setenv("PORT", s.URL[strings.LastIndexByte(s.URL, ':')+1:])
	env.Setenv("NO_COLOR", "1")
	tls := httptest.NewUnstartedServer(files)
	tls.Config.ErrorLog = log.New(io.Discard, "", 0) // a refused certificate is what is tested
	tls.StartTLS()
	env.Defer(tls.Close)
	env.Setenv("TLSSHOP", tls.URL)
	return nil
}

// slowHit is the key of the channel that is closed when /slow/ was asked for.
type slowHit struct{}

// hit waits until the page that never ends was asked for.
func hit(ts *testscript.TestScript, _ bool, _ []string) {
	select {
	case <-ts.Value(slowHit{}).(chan struct{}):
	case <-time.After(30 * time.Second):
		ts.Fatalf("nobody asked for /slow/")
	}
}

// unasked wants that /slow/ was never asked for.
func unasked(ts *testscript.TestScript, _ bool, _ []string) {
	select {
	case <-ts.Value(slowHit{}).(chan struct{}):
		ts.Fatalf("/slow/ was asked for")
	default:
	}
}

// exits runs a command and wants one exit code: exits CODE command args...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE command [args...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var code *exec.ExitError
		if !errors.As(err, &code) {
			ts.Fatalf("run %s: %v", args[1], err)
		}
		got = code.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s exits %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// valid wants a file to be a report by the published schema.
func valid(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: valid FILE")
	}
	text := ts.ReadFile(args[0])
	if err := schematest.Validate([]byte(text)); err != nil {
		ts.Fatalf("%s is no valid report: %v", args[0], fmt.Errorf("%w", err))
	}
}
