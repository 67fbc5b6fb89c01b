package config

import (
	"go.yaml.in/yaml/v4"
)

// Client is one shop of a portfolio.
type Client struct {
	Name, Group string
	Lang        string // of its report; "" for that of the run
	Shop        Shop
}

// block is what holds for several shops.
type block struct {
	shop Shop
	lang string
}

// ParsePortfolio reads a list of shops in YAML: defaults, shops and groups of
// shops. What an entry leaves open is filled in from its group, then from the
// defaults. The error is of type Faults; path only names the file in it.
func ParsePortfolio(path string, data []byte, known Known) ([]Client, error) {
	r := &reader{path: path, known: known, file: &File{Path: path}}
	var root yaml.Node
	if err := yaml.Load(data, &root); err != nil {
		r.syntax(err)
		return nil, r.faults.err()
	}
	var out []Client
	if root.Kind == yaml.DocumentNode && len(root.Content) == 1 {
		out = r.portfolio(target(root.Content[0]))
	}
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return out, nil
}

// portfolio reads the whole file. A list alone is the shops.
func (r *reader) portfolio(n *yaml.Node) []Client {
	if n.Kind == yaml.SequenceNode {
		return r.clients(n, "", block{})
	}
	var all block
	var shops, groups *yaml.Node
	r.object(n, "the portfolio", []field{
		{"defaults", func(n *yaml.Node) { all = r.block(n, block{}) }},
		{"shops", func(n *yaml.Node) { shops = n }},
		{"groups", func(n *yaml.Node) { groups = n }},
	})
	var out []Client
	if shops != nil {
		out = r.clients(shops, "", all)
	}
	if groups == nil {
		return out
	}
	if groups.Kind != yaml.SequenceNode {
		r.add(groups, "groups: write a list here, each entry with a name and shops")
		return out
	}
	for _, item := range r.items(groups) {
		out = append(out, r.group(item, all)...)
	}
	return out
}

// block reads what holds for the shops below, and fills in from above.
func (r *reader) block(n *yaml.Node, above block, more ...field) block {
	var b block
	more = append(more, field{"lang", func(n *yaml.Node) { b.lang, _ = r.word(n, "lang", r.known.Languages) }})
	b.shop = r.shop(n, false, more...)
	return b.under(above)
}

// under fills in from above what is open.
func (b block) under(above block) block {
	if b.lang == "" {
		b.lang = above.lang
	}
	b.shop = b.shop.Under(above.shop)
	return b
}

// Under fills in what s leaves open. The target is never taken over.
func (s Shop) Under(above Shop) Shop {
	if s.Country == "" {
		s.Country = above.Country
	}
	if len(s.SellsTo) == 0 {
		s.SellsTo = above.SellsTo
	}
	if s.Kind == "" {
		s.Kind = above.Kind
	}
	if len(s.Sells) == 0 {
		s.Sells = above.Sells
	}
	if s.Size == "" {
		s.Size = above.Size
	}
	if len(s.Pages) == 0 {
		s.Pages = above.Pages
	}
	if len(s.Headers) == 0 {
		s.Headers = above.Headers
	}
	return s
}

// group reads the shops of one group.
func (r *reader) group(n *yaml.Node, all block) []Client {
	var name string
	var shops *yaml.Node
	own := r.block(n, all,
		field{"name", func(n *yaml.Node) { name, _ = r.text(n, "name") }},
		field{"shops", func(n *yaml.Node) { shops = n }},
	)
	switch {
	case n.Kind != yaml.MappingNode: // told
	case name == "":
		r.add(n, "a group needs a name")
	case shops == nil:
		r.add(n, "the group %q needs shops", name)
	default:
		return r.clients(shops, name, own)
	}
	return nil
}

// clients reads a list of shops: addresses, or entries with a target.
func (r *reader) clients(n *yaml.Node, group string, above block) []Client {
	if n.Kind != yaml.SequenceNode {
		r.add(n, "shops: write a list here, of addresses or of entries with a target")
		return nil
	}
	var out []Client
	for _, item := range r.items(n) {
		c := Client{Group: group}
		if item.Kind == yaml.ScalarNode {
			c.Shop.At = r.at(item)
			c.Shop.Target, _ = r.text(item, "a shop")
		} else {
			c.Shop = r.shop(item, true,
				field{"name", func(n *yaml.Node) { c.Name, _ = r.text(n, "name") }},
				field{"lang", func(n *yaml.Node) { c.Lang, _ = r.word(n, "lang", r.known.Languages) }},
			)
		}
		b := block{c.Shop, c.Lang}.under(above)
		c.Shop, c.Lang = b.shop, b.lang
		out = append(out, c)
	}
	return out
}
