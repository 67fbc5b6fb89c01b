package report

import "reflect"

// Tidy gives a copy of r that every format writes as it is: where several are
// written, the work that each begins with is done once. It must not be changed
// any more.
func (r *Report) Tidy() *Report { return tidy(r) }

// tidy is a deep copy of r in which every string went through Clean and no
// list or map is nil. Every format starts with it, so none can forget a field.
func tidy(r *Report) *Report {
	if r.tidy {
		return r
	}
	r = tidied(r)
	r.tidy = true
	return r
}

// tidied is tidy for any value of ours that a format writes.
func tidied[T any](v *T) *T {
	out := new(T)
	copyValue(reflect.ValueOf(out).Elem(), reflect.ValueOf(v).Elem(), "")
	return out
}

// copyValue copies src to dst; name is the field it stands in.
func copyValue(dst, src reflect.Value, name string) {
	switch src.Kind() {
	case reflect.String:
		dst.SetString(cleanField(name, src.String()))
	case reflect.Struct:
		for i := range src.NumField() {
			if f := src.Type().Field(i); f.IsExported() {
				copyValue(dst.Field(i), src.Field(i), f.Name)
			}
		}
	case reflect.Slice:
		dst.Set(reflect.MakeSlice(src.Type(), src.Len(), src.Len()))
		for i := range src.Len() {
			copyValue(dst.Index(i), src.Index(i), name)
		}
	case reflect.Map:
		copyMap(dst, src, name)
	default:
		dst.Set(src)
	}
}

// copyMap copies a map whose keys are our own words.
func copyMap(dst, src reflect.Value, name string) {
	dst.Set(reflect.MakeMapWithSize(src.Type(), src.Len()))
	for it := src.MapRange(); it.Next(); {
		v := reflect.New(src.Type().Elem()).Elem()
		copyValue(v, it.Value(), name)
		dst.SetMapIndex(it.Key(), v)
	}
}

// cleanField cleans one string: sentences and texts to paste keep their lines,
// excerpts are capped shorter.
func cleanField(name, s string) string {
	switch name {
	case "Excerpt":
		return clip(Clean(s), maxExcerpt)
	case "Message", "Steps", "Text":
		return CleanText(s)
	}
	return Clean(s)
}
