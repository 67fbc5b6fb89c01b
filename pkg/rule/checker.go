package rule

import (
	"errors"
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
	c.checkApplies(r)
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
		return
	}
	if words.For == nil {
		return
	}
	narrow, err := words.For(r)
	if err != nil {
		c.faultOf(err)
		return
	}
	c.kind = narrow
}

// faultOf notes why a kind refused its parameters, at the line that the
// decoder names, else where they begin.
func (c *checker) faultOf(err error) {
	file := path.Join(c.dir, "rule.yaml")
	var many *yaml.LoadErrors
	var one *yaml.LoadError
	if errors.As(err, &many) || errors.As(err, &one) {
		c.faults.addYAML(file, err)
		return
	}
	c.fault(at("check"), "%v", err)
}

// Kind is the kind of check the rule asks for; "" when its check names none.
func (r *Rule) Kind() string {
	if n := child(&r.Check, "kind"); n != nil {
		return n.Value
	}
	return ""
}
