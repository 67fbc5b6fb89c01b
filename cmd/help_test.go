package cmd

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shoplint/shoplint/pkg/report"
)

// everyCommand gives each command that people see, with the path to it.
func everyCommand(t *testing.T, do func(c *cobra.Command, path []string)) {
	t.Helper()
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		c.InitDefaultHelpFlag()
		do(c, strings.Fields(c.CommandPath())[1:])
		for _, sub := range commandsOf(c) {
			walk(sub)
		}
	}
	root := (&app{version: "0.1.0"}).root()
	root.InitDefaultVersionFlag()
	walk(root)
}

// TestHelpFitsEightyColumns reads every help page in every language as a
// narrow terminal shows it, and wants the sentence about the turned rule where
// people look for it.
func TestHelpFitsEightyColumns(t *testing.T) {
	t.Setenv("SHOPLINT_LANG", "")
	everyCommand(t, func(_ *cobra.Command, path []string) {
		for _, lang := range report.Languages() {
			args := append(path[:len(path):len(path)], "--help", "--lang", lang)
			var out, errs bytes.Buffer
			if code := Main(args, nil, &out, &errs, "0.1.0"); code != 0 {
				t.Fatalf("%v exits %d: %s", args, code, errs.String())
			}
			for line := range strings.Lines(out.String()) {
				if utf8.RuneCountInString(strings.TrimRight(line, "\n")) > 80 {
					t.Errorf("shoplint %s: a line of more than 80 columns: %q", strings.Join(args, " "), line)
				}
			}
			turned := map[string]string{"en": "turned round", "nl": "omgekeerd", "fr": "s’est inversée", "de": "umgekehrt"}[lang]
			if (len(path) == 0 || path[0] == "check") && !strings.Contains(out.String(), turned) {
				t.Errorf("%v does not say that the rule has been turned round", args)
			}
		}
	})
}

// TestHelpIsTold: what a command and its flags are for is said in every
// language, and commands with arguments show an example.
func TestHelpIsTold(t *testing.T) {
	everyCommand(t, func(c *cobra.Command, path []string) {
		if c.Short == "" || strings.ContainsAny(c.Use, " ") && c.Example == "" {
			t.Errorf("shoplint %s: nothing said, or no example", strings.Join(path, " "))
		}
		for _, lang := range report.Languages() {
			p := phrasesOf(lang)
			if lang == "en" {
				continue
			}
			if p.short(c) == c.Short || c.Long != "" && p.long(c) == c.Long {
				t.Errorf("cmd/text/active.%s.yaml: no %s.short or %[2]s.long", lang, commandID(c))
			}
			for _, g := range grouped(c) {
				if strings.HasPrefix(p.word("help."+g.id), "help.") {
					t.Errorf("cmd/text/active.%s.yaml: no help.%s", lang, g.id)
				}
				for _, f := range g.flags {
					untold(t, p, c, f)
				}
			}
		}
	})
}

func untold(t *testing.T, p phrases, c *cobra.Command, f *pflag.Flag) {
	t.Helper()
	if _, usage := p.flag(c, f); strings.HasPrefix(usage, strings.ReplaceAll(f.Usage, "`", "")) {
		t.Errorf("cmd/text/active.%s.yaml: no flag.%s nor %s.flag.%[2]s", p.lang, f.Name, commandID(c))
	}
}

// TestWordsAreTheSameInEveryLanguage: a text that one language has stands in
// all, with the same placeholders, but for what the commands say in English.
func TestWordsAreTheSameInEveryLanguage(t *testing.T) {
	used := regexp.MustCompile(`(?m)^(help|man|fault|default|flag)[a-z.-]*:`)
	english, err := helpTexts.ReadFile("text/active.en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	holes := regexp.MustCompile(`\{\{\.\w+\}\}`)
	for _, id := range used.FindAllString(string(english), -1) {
		id = strings.TrimSuffix(id, ":")
		want := holes.FindAllString(lineOf(english, id), -1)
		for _, lang := range report.Languages()[1:] {
			data, err := helpTexts.ReadFile("text/active." + lang + ".yaml")
			if err != nil {
				t.Fatal(err)
			}
			got := lineOf(data, id)
			if got == "" {
				t.Errorf("%s: no %s", lang, id)
			}
			for _, h := range want {
				if !strings.Contains(got, h) {
					t.Errorf("%s: %s lacks %s", lang, id, h)
				}
			}
		}
	}
}

func lineOf(data []byte, id string) string {
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, id+":"); ok {
			return rest
		}
	}
	return ""
}

// TestFlagsHaveAHeading: of the commands with many flags only --help stands
// under none of its own.
func TestFlagsHaveAHeading(t *testing.T) {
	everyCommand(t, func(c *cobra.Command, path []string) {
		for _, g := range grouped(c) {
			if g.id == "flags.other" && len(g.flags) > 1 && (path[0] == "check" || path[0] == "forecast") {
				t.Errorf("%v: --%s and %d more: name their group in help_groups.go", path, g.flags[0].Name, len(g.flags)-1)
			}
		}
	})
}

// TestFaultsNameTheWayOut: each wrong use names the nearest right one, in the
// language that was asked for.
func TestFaultsNameTheWayOut(t *testing.T) {
	t.Setenv("SHOPLINT_LANG", "")
	for _, c := range []struct{ args, want string }{
		{"chek", "did you mean: shoplint check"},
		{"chek --lang nl", "bedoelt u: shoplint check"},
		{"rules dif", "did you mean: shoplint rules diff"},
		{"check . --countyr BE", "did you mean --country?"},
		{"check . --lang=fr --countyr BE", "vouliez-vous dire --country ?"},
		{"check . --country Belgium", "did you mean BE?"},
		{"check . --country Allemagne --lang de", "meinten Sie DE?"},
		{"check . --sells-to NL,Frankrijk", "did you mean FR?"},
		{"check . --jobs x", `--jobs "x" is no whole number`},
		{"check . --delay soon", "200ms or 30s"},
		{"check . --jobs", "--jobs needs a value"},
		{"check . -x", "-x; see: shoplint check --help"},
		{"check . --fail-on wran", `did you mean "warn"?`},
		{"check . --format jsn", `did you mean "json"?`},
		{"check . --only odr-lnik", `did you mean "odr-link"?`},
		{"check", "as in: shoplint check https://www.my-shop.eu"},
		{"forecast", "as in: shoplint forecast https://www.my-shop.eu"},
		{"explain odr-stale-lnk", "shoplint rules list"},
		{"explain contact-emial --lang fr", "vouliez-vous dire « contact-email » ?"},
		{"explain", "shoplint explain odr"},
		{"rules diff 2025-07-19", "shoplint rules diff 2025-07-19 2025-07-20"},
		{"schema confg", "use report or config"},
		{"completion fsh", "bash, zsh, fish or powershell"},
		{"completion", "bash, zsh, fish or powershell"},
		{"man chck", "did you mean: shoplint check"},
		{"diff a.json", "shoplint diff OLD.json NEW.json"},
	} {
		var out, errs bytes.Buffer
		if code := Main(strings.Fields(c.args), nil, &out, &errs, "0.1.0"); code != report.ExitUsage || !strings.Contains(errs.String(), c.want) {
			t.Errorf("shoplint %s: exit %d, %q, which lacks %q", c.args, code, errs.String(), c.want)
		}
		for line := range strings.Lines(errs.String()) {
			if !strings.HasPrefix(line, "shoplint: ") {
				t.Errorf("shoplint %s: %q", c.args, line)
			}
		}
	}
}

// TestFaultsShowNoRawText: what was typed reaches the terminal cleaned.
func TestFaultsShowNoRawText(t *testing.T) {
	for _, args := range [][]string{{"\x1b[31mx"}, {"check", ".", "--\x1b[31mx"}, {"check", ".", "--fail-on", "\x1b]0;x\a"}} {
		var out, errs bytes.Buffer
		Main(args, nil, &out, &errs, "0.1.0")
		if strings.Contains(errs.String(), "\x1b") {
			t.Errorf("%q", errs.String())
		}
	}
}

func TestCompletion(t *testing.T) {
	t.Setenv("SHOPLINT_LANG", "")
	for _, c := range []struct{ typed, want string }{
		{"explain |contact-e", "contact-email\t"},
		{"check |--country|", "BE\tBelgium\n"},
		{"check |--lang|nl|--country|", "BE\tBelgië\n"},
		{"check |--only|odr-link,", "odr-link,contact-email\t"},
		{"check |--format|", "sarif\n"},
		{"check |--fail-on|", "never\n"},
		{"completion |", "fish\n"},
		{"che", "check\t"},
	} {
		var out, errs bytes.Buffer
		args := append([]string{"__complete"}, strings.Split(strings.ReplaceAll(c.typed, " |", "|"), "|")...)
		Main(args, nil, &out, &errs, "0.1.0")
		if !strings.Contains(out.String(), c.want) {
			t.Errorf("%s: no %q in %q", c.typed, c.want, out.String())
		}
	}
	var out, errs bytes.Buffer
	Main([]string{"__complete", "check", "--only", "odr-link,odr"}, nil, &out, &errs, "0.1.0")
	if strings.Contains(out.String(), "odr-link,odr-link\t") {
		t.Errorf("what stands there already is offered again: %q", out.String())
	}
	for _, shell := range shells {
		out.Reset()
		if code := Main([]string{"completion", shell}, nil, &out, &errs, "0.1.0"); code != 0 || out.Len() < 1000 {
			t.Errorf("%s: exit %d, %d bytes", shell, code, out.Len())
		}
	}
}

// TestScriptsOfCompletionParse asks the shells that are installed.
func TestScriptsOfCompletionParse(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		t.Run(shell, func(t *testing.T) {
			path, err := exec.LookPath(shell)
			if err != nil {
				t.Skip(err)
			}
			var out, errs bytes.Buffer
			Main([]string{"completion", shell}, nil, &out, &errs, "0.1.0")
			c := exec.CommandContext(t.Context(), path, "-n")
			c.Stdin = &out
			if said, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, said)
			}
		})
	}
}
