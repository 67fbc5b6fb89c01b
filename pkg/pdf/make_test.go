package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// leafOf is one page of a document made for a test: lines of text and links.
type leafOf struct {
	lines []string
	links []string
	image bool
}

// make writes a PDF of the simplest kind: one font with the encoding of
// Windows, contents not compressed.
func makePDF(trailer string, leaves ...leafOf) []byte {
	var objects []string
	add := func(s string) int { objects = append(objects, s); return len(objects) }
	add("<< /Type /Catalog /Pages 2 0 R >>")
	add("") // the pages, once they are known
	font := add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	var kids []string
	for _, l := range leaves {
		body := add(stream(l.content()))
		var annots []string
		for _, uri := range l.links {
			annots = append(annots, fmt.Sprintf("%d 0 R", add(fmt.Sprintf("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (%s) >> >>", uri))))
		}
		kids = append(kids, fmt.Sprintf("%d 0 R", add(fmt.Sprintf(
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 %d 0 R >> >> /Contents %d 0 R /Annots [%s] >>",
			font, body, strings.Join(annots, " ")))))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(kids), strings.Join(kids, " "))
	return file(objects, trailer)
}

func (l leafOf) content() string {
	var b strings.Builder
	if l.image {
		return "q 10 0 0 10 0 0 cm Q"
	}
	for i, line := range l.lines {
		fmt.Fprintf(&b, "BT /F1 12 Tf 1 0 0 1 50 %d Tm (%s) Tj ET\n", 800-20*i, strings.NewReplacer("(", "\\(", ")", "\\)").Replace(line))
	}
	return b.String()
}

func stream(content string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)
}

func file(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, xref)
	return b.Bytes()
}
