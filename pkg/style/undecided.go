package style

// others are the ways the element looks when what is undecided applies: one
// declaration at a time, and all of them.
func (o *Own) others(v View, box Box) []Hiding {
	strongest := map[Property]Value{}
	var out []Hiding
	for i := range o.set[v] {
		p := o.set[v][i].Property
		if _, seen := strongest[p]; seen || o.set[v][i].sure {
			continue
		}
		_, maybe := o.Get(v, p)
		for j, m := range maybe {
			if j == 0 {
				strongest[p] = m
			}
			out = append(out, hides(func(q Property) Value {
				if q == p {
					return m
				}
				value, _ := o.Get(v, q)
				return value
			}, v, box))
		}
		if len(out) > 50 {
			break
		}
	}
	if len(strongest) > 1 {
		out = append(out, hides(func(q Property) Value {
			if m, ok := strongest[q]; ok {
				return m
			}
			value, _ := o.Get(v, q)
			return value
		}, v, box))
	}
	return out
}
