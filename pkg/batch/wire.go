package batch

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/nats-io/nats.go"
)

// What a worker asks the run a job belongs to, and what it is told.
const (
	askClaim = "claim" // may I do this job?
	askKeep  = "keep"  // a part of an outcome

	sayGo     = "go"
	sayDone   = "done"   // it stands in the journal
	sayRefuse = "refuse" // another program or rule book
	sayMore   = "more"   // the next part, please
	sayAgain  = "again"  // parts are missing: send it anew
	sayFailed = "failed" // the run cannot keep anything
)

// Headers of a part.
const (
	headJob    = "Job"
	headSender = "Sender"
	headPart   = "Part"
	headParts  = "Parts"
)

// claim is the question before a job is begun.
type claim struct {
	N       int    `json:"n"`
	Worker  string `json:"worker"`
	Version string `json:"version"`
}

const (
	maxOutcome = 256 << 20 // caps an outcome, in bytes, unpacked
	packOver   = 128 << 10 // bytes from which an outcome is packed
	maxPart    = 512 << 10 // bytes of one message
)

// encode writes an outcome for the wire; a large one is packed.
func (o *Outcome) encode() ([]byte, error) {
	data, err := json.Marshal(o)
	if err != nil || len(data) < packOver {
		return data, err
	}
	var buf bytes.Buffer
	z, err := gzip.NewWriterLevel(&buf, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	_, err = z.Write(data)
	err = errors.Join(err, z.Close())
	return buf.Bytes(), err
}

// decodeOutcome reads what encode wrote.
func decodeOutcome(data []byte) (*Outcome, error) {
	var r io.Reader = bytes.NewReader(data)
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, err
		}
		r = z
	}
	var o Outcome
	if err := json.NewDecoder(io.LimitReader(r, maxOutcome)).Decode(&o); err != nil {
		return nil, fmt.Errorf("read an outcome: %w", err)
	}
	return &o, nil
}

// askTime is how long an answer may take before it is asked for again. Tests
// wait less.
var askTime = 10 * time.Second

// ask sends a question to a run and waits for the answer.
func ask(ctx context.Context, nc *nats.Conn, msg *nats.Msg) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, askTime)
	defer cancel()
	answer, err := nc.RequestMsgWithContext(ctx, msg)
	if err != nil {
		return "", err
	}
	return string(answer.Data), nil
}

// askToClaim asks whether a job is still to be done.
func askToClaim(ctx context.Context, nc *nats.Conn, run string, c claim) (string, error) {
	data, err := json.Marshal(c)
	if err != nil {
		return "", err
	}
	return ask(ctx, nc, &nats.Msg{Subject: runSubject + run + "." + askClaim, Data: data})
}

// send hands an outcome over, in parts that every server takes.
func send(ctx context.Context, nc *nats.Conn, j *job, sender string, data []byte) (string, error) {
	size := maxPart
	if most := int(nc.MaxPayload()) / 2; most > 0 {
		size = min(size, most)
	}
	parts := max((len(data)+size-1)/size, 1)
	answer := ""
	for i := range parts {
		msg := &nats.Msg{
			Subject: runSubject + j.Run + "." + askKeep, Data: data[i*size : min((i+1)*size, len(data))],
			Header: nats.Header{
				headJob: {strconv.Itoa(j.N)}, headSender: {sender}, headPart: {strconv.Itoa(i)}, headParts: {strconv.Itoa(parts)},
			},
		}
		var err error
		if answer, err = ask(ctx, nc, msg); err != nil || answer != sayMore {
			return answer, err
		}
	}
	return answer, nil
}
