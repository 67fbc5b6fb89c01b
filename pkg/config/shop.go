package config

import (
	"net/url"
	"strings"

	"go.yaml.in/yaml/v4"
)

// shops reads the list; each entry says which target it is about.
func (r *reader) shops(n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		r.add(n, "shops: write a list here, each entry with a target")
		return
	}
	seen := map[string]bool{}
	for _, item := range r.items(n) {
		s := r.shop(item, true)
		if s.Target != "" && seen[s.Target] {
			r.add(item, "shops: the target %q stands here twice", s.Target)
		}
		seen[s.Target] = true
		r.file.Shops = append(r.file.Shops, s)
	}
}

// shop reads the profile of one shop, and more fields where its list has them.
func (r *reader) shop(n *yaml.Node, listed bool, more ...field) Shop {
	s := Shop{At: r.at(n)}
	where, before := "shop", len(r.faults)
	fields := []field{
		{"url", func(n *yaml.Node) { s.URL = r.address(n, "url") }},
		{"country", func(n *yaml.Node) { s.Country = r.country(n, "country") }},
		{"sells-to", func(n *yaml.Node) {
			for _, c := range r.items(n) {
				s.SellsTo = append(s.SellsTo, r.country(c, "sells-to"))
			}
		}},
		{"kind", func(n *yaml.Node) { s.Kind, _ = r.word(n, "kind", []string{"b2c", "b2b", "marketplace"}) }},
		{"sells", func(n *yaml.Node) {
			for _, c := range r.items(n) {
				w, _ := r.word(c, "sells", []string{"goods", "digital", "services"})
				s.Sells = append(s.Sells, w)
			}
		}},
		{"size", func(n *yaml.Node) { s.Size, _ = r.word(n, "size", []string{"micro", "small", "large"}) }},
		{"pages", func(n *yaml.Node) { s.Pages = r.pages(n) }},
		{"headers", func(n *yaml.Node) { s.Headers = r.headers(n) }},
	}
	if listed {
		where = "an entry of shops"
		fields = append([]field{{"target", func(n *yaml.Node) { s.Target, _ = r.text(n, "target") }}}, fields...)
	}
	fields = append(fields, more...)
	if empty(n) && !listed {
		return s
	}
	r.object(n, where, fields)
	if listed && s.Target == "" && len(r.faults) == before {
		r.add(n, "an entry of shops needs a target: an address, a folder or a file")
	}
	return s
}

// address is an http or https address with a host and without a password.
func (r *reader) address(n *yaml.Node, what string) string {
	s, ok := r.text(n, what)
	if !ok {
		return ""
	}
	u, err := url.Parse(s)
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		r.add(n, "%s %q is no address: write it like https://www.my-shop.eu", what, s)
	case u.User != nil:
		r.add(n, "%s holds a password: secrets do not belong in a file; see headers", what)
	}
	return s
}

// pages reads where pages of a kind are.
func (r *reader) pages(n *yaml.Node) []Pages {
	if n.Kind != yaml.MappingNode {
		r.add(n, "pages: write a kind of page and its path here, as in imprint: /about-us")
		return nil
	}
	var out []Pages
	r.pairs(n, "pages", func(key, value *yaml.Node) {
		kind, ok := r.word(key, "the kind of page", r.known.Kinds)
		p := Pages{Kind: kind}
		for _, item := range r.items(target(value)) {
			path, given := r.text(item, "the path of "+key.Value)
			if given && (!strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//")) {
				r.add(item, "the path %q must begin with one slash, without a host", path)
			}
			p.Paths = append(p.Paths, path)
		}
		if ok {
			out = append(out, p)
		}
	})
	return out
}

// headers reads names of headers and of the variables that hold their values.
func (r *reader) headers(n *yaml.Node) []Header {
	if n.Kind != yaml.MappingNode {
		r.add(n, "headers: write a name and a variable here, as in Authorization: $SHOP_AUTH")
		return nil
	}
	var out []Header
	r.pairs(n, "headers", func(key, value *yaml.Node) {
		value = target(value)
		if !token(key.Value) {
			r.add(key, "%q is no name of a header", key.Value)
		}
		s, ok := r.text(value, "the header "+key.Value)
		env, dollar := strings.CutPrefix(s, "$")
		if ok && (!dollar || !variable(env)) {
			r.add(value, "the header %s must name a variable of the environment, as in $SHOP_AUTH: secrets do not belong in a file", key.Value)
		}
		out = append(out, Header{key.Value, env, r.at(key)})
	})
	return out
}

// token reports whether s is a header's name by RFC 9110.
func token(s string) bool {
	return s != "" && strings.Trim(s, "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" &&
		!strings.ContainsAny(s, " :\t\r\n")
}

// variable reports whether s is a name of a variable by POSIX.
func variable(s string) bool {
	for i, c := range s {
		letter := c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}
