package batch

import (
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// startTime is how long the embedded server may take to be ready.
const startTime = 20 * time.Second

// embedded is a NATS server inside this process that nobody else can reach.
type embedded struct{ server *server.Server }

// startEmbedded keeps its queue below dir.
func startEmbedded(dir string) (*embedded, error) {
	s, err := server.NewServer(&server.Options{
		ServerName: "shoplint", DontListen: true, JetStream: true, StoreDir: dir,
		NoSigs: true, NoLog: true, MaxPayload: 8 << 20,
		JetStreamMaxMemory: 16 << 20, JetStreamMaxStore: 8 << 30,
	})
	if err != nil {
		return nil, fmt.Errorf("start the queue: %w", err)
	}
	s.Start()
	if !s.ReadyForConnections(startTime) || !s.JetStreamEnabled() {
		e := &embedded{s}
		e.stop()
		return nil, fmt.Errorf("the queue in %s did not start: is the disk full, or the folder not writable?", dir)
	}
	return &embedded{s}, nil
}

func (e *embedded) stop() {
	e.server.Shutdown()
	e.server.WaitForShutdown()
}

// connect opens a connection inside the process.
func (e *embedded) connect() (*nats.Conn, error) {
	nc, err := nats.Connect("", nats.InProcessServer(e.server), nats.Name("shoplint"))
	if err != nil {
		return nil, fmt.Errorf("open the queue: %w", err)
	}
	return nc, nil
}

// Cluster is a NATS cluster with JetStream, as --nats and its flags name it.
type Cluster struct {
	URL         string // one or more, with commas between
	Credentials string // file with a JWT and its key; "" for none
	CA          string // file with the certificate of the cluster's authority
	Cert, Key   string // files with a certificate of one's own
	Replicas    int    // of the queue: 1, 3 or 5; 0: three where there are as many servers
}

// Connect opens a connection that comes back by itself when it is cut.
func (c *Cluster) Connect(name string) (*nats.Conn, error) {
	o := []nats.Option{
		nats.Name(name), nats.MaxReconnects(-1), nats.ReconnectWait(500 * time.Millisecond), nats.ReconnectJitter(250*time.Millisecond, time.Second),
		nats.Timeout(5 * time.Second), nats.PingInterval(10 * time.Second), nats.MaxPingsOutstanding(2),
		nats.ErrorHandler(func(*nats.Conn, *nats.Subscription, error) {}), // what fails is told by whoever asked
	}
	if c.Credentials != "" {
		o = append(o, nats.UserCredentials(c.Credentials))
	}
	if c.CA != "" {
		o = append(o, nats.RootCAs(c.CA))
	}
	if c.Cert != "" || c.Key != "" {
		if c.Cert == "" || c.Key == "" {
			return nil, errors.New("a certificate needs its key: give both")
		}
		o = append(o, nats.ClientCert(c.Cert, c.Key))
	}
	nc, err := nats.Connect(c.URL, o...)
	if err != nil {
		return nil, fmt.Errorf("connect to NATS: %w", err)
	}
	return nc, nil
}
