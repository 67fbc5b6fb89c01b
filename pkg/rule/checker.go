package rule

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/law"
)

// checker finds the faults of one rule folder.
type checker struct {
	*loader
	dir  string
	root *yaml.Node // of rule.yaml
	acts map[string]law.Act
	kind Words
}

// fault notes a fault of rule.yaml at the value that path leads to.
func (c *checker) fault(at []any, format string, args ...any) {
	c.faults.add(path.Join(c.dir, "rule.yaml"), line(c.root, at...), format, args...)
}

func at(path ...any) []any { return path }

var idForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// check finds the faults of rule.yaml.
func (c *checker) check(r *Rule) {
	if r.ID != c.dir {
		c.fault(at("id"), "the id %q is not the name of its folder, %q", r.ID, c.dir)
	}
	if !idForm.MatchString(r.ID) {
		c.fault(at("id"), "the id %q is not of the form two-words", r.ID)
	}
	if !idForm.MatchString(r.Topic) {
		c.fault(at("topic"), "the topic %q is not of the form two-words", r.Topic)
	}
	c.oneOf("level", string(r.Level), string(Error), string(Warning), string(Notice))
	c.oneOf("basis", string(r.Basis), string(Duty), string(Ban), string(Risk))
	c.oneOf("binds-by", string(r.BindsBy), string(BySeller), string(ByConsumer), string(ByBoth))
	c.oneOf("absence", r.Absence, "provable", "not-provable")
	c.oneOf("confidence", string(r.Confidence), confidences...)
	c.checkKind(r)
	c.checkLaw(r)
	c.checkFix(r)
}

var confidences = []string{string(law.Primary), string(law.Secondary), string(law.Unverified)}

// oneOf wants the value of a key to be one of a closed list.
func (c *checker) oneOf(key, value string, allowed ...string) {
	if value == "" {
		c.fault(nil, "%s is missing: use one of %s", key, strings.Join(allowed, ", "))
	} else if !slices.Contains(allowed, value) {
		c.fault(at(key), "%s is %q: use one of %s", key, value, strings.Join(allowed, ", "))
	}
}

// checkKind wants a known kind of check, and no repeated key in its
// parameters; which keys there are, only the kind knows.
func (c *checker) checkKind(r *Rule) {
	kind := r.Kind()
	if kind == "" {
		c.fault(at("check"), "check has no kind")
		return
	}
	words, known := c.kinds[kind]
	if !known {
		c.fault(at("check", "kind"), "there is no kind of check called %q", kind)
		return
	}
	c.kind = words
	var any map[string]any
	if err := r.Check.Load(&any, yaml.WithUniqueKeys()); err != nil {
		c.faults.addYAML(path.Join(c.dir, "rule.yaml"), err)
	}
}

// Kind is the kind of check the rule asks for; "" when its check names none.
func (r *Rule) Kind() string {
	if n := child(&r.Check, "kind"); n != nil {
		return n.Value
	}
	return ""
}

// checkFix wants a known kind of fix, and steps and snippets with ids of their
// own, valid days and countries, and reasons that the check knows.
func (c *checker) checkFix(r *Rule) {
	c.among(at("fix", "kind"), "fix kind", r.Fix.Kind, "remove", "replace", "add", "needs-file", "needs-function")
	c.among(at("fix", "who"), "who", r.Fix.Who, "owner", "developer", "lawyer")
	if r.Fix.Minutes <= 0 {
		c.fault(at("fix"), "minutes must be more than 0: how long the fix takes")
	}
	seen := map[string]bool{}
	for i, s := range r.Fix.Steps {
		where := at("fix", "steps", i)
		c.checkPart(where, "step", s.ID, seen, s.Interval, s.Countries)
		for _, reason := range s.Reasons {
			if !slices.Contains(c.kind.Reasons, reason) {
				c.fault(where, "step %q is for the reason %q, which this kind of check never gives", s.ID, reason)
			}
		}
	}
	clear(seen)
	for i, s := range r.Fix.Snippets {
		where := at("fix", "snippets", i)
		c.checkPart(where, "snippet", s.ID, seen, s.Interval, s.Countries)
		c.among(where, "do", s.Do, "add", "replace", "offer")
	}
}

func (c *checker) checkPart(where []any, what, id string, seen map[string]bool, days law.Interval, countries []law.Country) {
	if id == "" || seen[id] {
		c.fault(where, "%s %q needs an id of its own", what, id)
	}
	seen[id] = true
	c.checkDays(where, days)
	c.checkCountries(where, countries)
}

func (c *checker) among(where []any, what, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		c.fault(where, "%s is %q: use one of %s", what, value, strings.Join(allowed, ", "))
	}
}

func (c *checker) checkDays(where []any, days law.Interval) {
	if err := days.Valid(); err != nil {
		c.fault(where, "%v", err)
	}
}

func (c *checker) checkCountries(where []any, countries []law.Country) {
	for _, country := range countries {
		if !state(country) {
			c.fault(where, "%q is no member state: use two capital letters such as BE", country)
		}
	}
}

// state reports whether c is one of the 27, written as the book writes them.
func state(c law.Country) bool { return c != law.EU && c.Member() }

// checkFixtures wants at least one shop that passes and one that fails (that
// warns, where the level never lets it fail), and file names that say so.
func (c *checker) checkFixtures() {
	dir := path.Join(c.dir, "testdata")
	entries, err := fs.ReadDir(c.fsys, dir)
	if err != nil {
		c.faults.add(dir, 0, "there are no fixtures: at least a pass and a fail are needed")
		return
	}
	seen := map[string]bool{}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".txtar") {
			continue
		}
		verdict, err := FixtureVerdict(e.Name())
		if err != nil {
			c.faults.add(path.Join(dir, e.Name()), 0, "%v", err)
		}
		seen[verdict] = true
	}
	if !seen["pass"] {
		c.faults.add(dir, 0, "no fixture passes: add one named SLUG.pass.txtar")
	}
	if !seen["fail"] && !seen["warn"] {
		c.faults.add(dir, 0, "no fixture fails: add one named SLUG.fail.txtar")
	}
}
