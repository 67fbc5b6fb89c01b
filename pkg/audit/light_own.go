package audit

import (
	"reflect"
	"strings"

	"github.com/shoplint/shoplint/pkg/survey"
)

// own gives a record texts of its own. What was read off a page is a slice of
// the page's whole text: one excerpt that is kept would keep all of it. The
// links are left out, their texts are their own already.
func own(r *survey.Record) {
	ownValue(reflect.ValueOf(&r.Facts).Elem())
	for i := range r.Evidence {
		ownValue(reflect.ValueOf(&r.Evidence[i]).Elem())
	}
	ownValue(reflect.ValueOf(&r.Follow).Elem())
}

// ownValue copies every text in a value of structs, lists and maps of texts.
// Fields that are not exported belong to the package that made them.
func ownValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() && v.Len() > 0 {
			v.SetString(strings.Clone(v.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			switch f := v.Field(i); f.Kind() {
			case reflect.String, reflect.Struct, reflect.Slice, reflect.Map:
				ownValue(f)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			ownValue(v.Index(i))
		}
	case reflect.Map:
		ownMap(v)
	}
}

// ownMap copies the values of a map of texts; its keys are constants.
func ownMap(v reflect.Value) {
	if !v.CanInterface() {
		return
	}
	if m, ok := v.Interface().(map[string]string); ok {
		for k, s := range m {
			m[k] = strings.Clone(s)
		}
	}
}
