package cmd

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/pdf"
)

// paperCommand is what the program calls itself as, to read a PDF in a process
// that can be killed. People have no use for it.
func (a *app) paperCommand() *cobra.Command {
	return &cobra.Command{
		Use: paperName, Hidden: true, Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return pdf.Serve(a.in, a.out) },
	}
}

const paperName = "read-pdf"

// paper reads legal texts in PDF: in a process of its own where the program
// knows how to call itself.
func (a *app) paper() page.Paper {
	read := pdf.Read(pdf.Limits{})
	if len(a.self) > 0 {
		read = pdf.Child(pdf.Limits{}, append(a.self[:len(a.self):len(a.self)], paperName)...)
	}
	return func(ctx context.Context, body []byte, title string) ([]byte, bool, error) {
		doc, err := read(ctx, body)
		if err != nil {
			return nil, false, err
		}
		return doc.HTML(title), doc.Cut, nil
	}
}
