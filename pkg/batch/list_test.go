package batch

import (
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/config"
)

func read(t *testing.T, name, text string) (*List, error) {
	t.Helper()
	return ReadList(strings.NewReader(text), name, ListOptions{Known: config.Known{Languages: []string{"en", "nl", "fr", "de"}}})
}

func TestReadList(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"l.txt", "# mine\nhttps://a.be\n\n https://b.be/ # second\n", "https://a.be/ https://b.be/"},
		{"l.txt", "https://a.be\nhttp://www.A.be/index.html\nhttps://a.be:443/\nhttps://a.be/nl", "https://a.be/ https://a.be/nl"},
		{"-", "https://a.be", "https://a.be/"},
		{"-", "target,country\nhttps://a.be,be", "https://a.be/ BE"},
		{"-", "# c\nURL;Land-Note;sells-to\n", ""},
		{"-", "shops:\n - https://a.be\n", "https://a.be/"},
		{"-", "- https://a.be\n", "https://a.be/"},
		{"l.csv", "\ufeffurl;country;sells_to;kind;sells;size;lang;country_source\nhttps://a.be;uk;be nl;B2C;goods|digital;small;NL;detected", "https://a.be/ GB BE,NL b2c goods,digital small nl"},
		{"l.csv", "target\thttps\n", ""},
		{"l.csv", "target,name\nhttps://a.be,\"A, \"\"the\"\" shop\"\nhttps://b.be,'=x\n", `https://a.be/ A, "the" shop https://b.be/ =x`},
		{"l.csv", "target,country\nhttps://a.be,\nhttps://a.be,BE", "https://a.be/ BE"},
	} {
		list, err := read(t, c.name, c.text)
		if c.want == "" {
			if err == nil {
				t.Errorf("%q was taken", c.text)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := shownList(list); got != c.want {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}

func shownList(l *List) string {
	var words []string
	for _, e := range l.Entries {
		var to []string
		for _, c := range e.Shop.SellsTo {
			to = append(to, string(c))
		}
		words = append(words, e.Target, string(e.Shop.Country), strings.Join(to, ","), e.Shop.Kind, strings.Join(e.Shop.Sells, ","), e.Shop.Size, e.Lang, e.Name)
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

func TestReadListNamesEveryFault(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"l.txt": {"https://a.be\nftp://b.be\nhttps://c.be d\nhttps://u:p@d.be\n", []string{"l.txt:2: ", "l.txt:3: ", "l.txt:4: the address holds a password"}},
		"l.csv": {"target,country,kind\nhttps://a.be,Belgium,\n,BE,\nhttps://b.be,BE,shop\nhttps://a.be,,,\nhttps://e.be,BE,\nhttps://www.e.be,NL,\n",
			[]string{"l.csv:2: country: ", "l.csv:3: the target is missing", "l.csv:4: kind: ", "l.csv:5: 4 cells", "l.csv:7: this is the shop of line 6, with another country (NL, not BE)"}},
		"h.csv": {"target,contry\n", []string{`h.csv:1: no column "contry": did you mean "country"?`}},
		"n.csv": {"country\nBE\n", []string{"n.csv:1: no column target"}},
		"8.txt": {"https://a.be\n\xff\xfe\n", []string{"8.txt:2: this line is not in UTF-8"}},
		"e.txt": {"# none\n", []string{"names no shop"}},
	} {
		_, err := read(t, name, c.text)
		if err == nil {
			t.Errorf("%s was taken", name)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %q is not said in\n%v", name, want, err)
			}
		}
		if strings.Contains(err.Error(), "u:p") {
			t.Errorf("%s: a password is shown", name)
		}
	}
}

func TestSlug(t *testing.T) {
	seen := map[string]string{}
	for _, target := range []string{
		"https://a.be/", "http://a.be/", "https://a.be/b", "https://a.be-b/", "https://a.be:8443/", "https://../", "https://a.be/?x=1", "https://a.be/?x=2",
		"https://" + strings.Repeat("a", 90) + ".be/", "https://" + strings.Repeat("a", 91) + ".be/", "https://é.be/", "https://a.be/B",
	} {
		s := Slug(target)
		if seen[s] != "" || s == "" || len(s) > maxSlug+7 || strings.ContainsAny(s, `/\:?*"`) || strings.HasPrefix(s, ".") {
			t.Errorf("%s: %q, as %q", target, s, seen[s])
		}
		seen[s] = target
	}
	if Slug("https://www.my-shop.eu/") != "www.my-shop.eu" {
		t.Error("a plain host is not left as it is")
	}
}

func FuzzReadList(f *testing.F) {
	f.Add("l.csv", "target;country\nhttps://a.be;BE\n\"x")
	f.Add("l.txt", "https://a.be # x\n")
	f.Add("-", "groups:\n - {name: a, shops: [https://a.be]}")
	f.Fuzz(func(t *testing.T, name, text string) {
		list, err := ReadList(strings.NewReader(text), name, ListOptions{})
		if (list == nil) == (err == nil) {
			t.Fatal("neither a list nor a fault")
		}
		seen := map[string]bool{}
		for i := range listEntries(list) {
			e := &list.Entries[i]
			if seen[e.Key()] {
				t.Fatalf("%s stands there twice", e.Target)
			}
			seen[e.Key()] = true
		}
	})
}

func listEntries(l *List) []Entry {
	if l == nil {
		return nil
	}
	return l.Entries
}
