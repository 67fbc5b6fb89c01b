package batch

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/nats-io/nats.go/jetstream"
)

// TestTry waits for what passes, and for nothing that is final.
func TestTry(t *testing.T) {
	for _, c := range []struct {
		name  string
		err   error
		asked int
	}{
		{"no leader", &jetstream.APIError{Code: 503, ErrorCode: 10008}, 3},
		{"a node is away", fmt.Errorf("consumer: %w", &jetstream.APIError{Code: 400, ErrorCode: noPeers, Description: "no suitable peers for placement, peer offline"}), 3},
		{"no answer", errors.New("timeout"), 3},
		{"a wrong name", &jetstream.APIError{Code: 400, ErrorCode: 10025}, 1},
		{"not allowed", &jetstream.APIError{Code: 403}, 1},
	} {
		asked := 0
		err := try(t.Context(), func(context.Context) error {
			if asked++; asked < 3 {
				return c.err
			}
			return nil
		})
		if asked != c.asked || (err == nil) != (c.asked == 3) {
			t.Errorf("%s: asked %d times, %v; want %d", c.name, asked, err, c.asked)
		}
	}
}
