package cmd

import (
	"github.com/spf13/pflag"

	"github.com/shoplint/shoplint/pkg/batch"
)

// clusterOptions are the flags for a NATS cluster.
type clusterOptions struct {
	url, creds, ca, cert, key string
	replicas                  int
}

func (o *clusterOptions) flags(f *pflag.FlagSet) {
	f.StringVar(&o.url, "nats", "", "hand jobs out through the NATS cluster at `URL` (several with commas), as in nats://10.0.0.1:4222 or tls://…")
	f.StringVar(&o.creds, "nats-creds", "", "credentials for it, `FILE`")
	f.StringVar(&o.ca, "nats-ca", "", "certificate of its authority, `FILE`")
	f.StringVar(&o.cert, "nats-cert", "", "certificate to show it, `FILE`")
	f.StringVar(&o.key, "nats-key", "", "key of that certificate, `FILE`")
	f.IntVar(&o.replicas, "replicas", 0, "servers that keep the queue, `N`: 1, 3 or 5 (default: 3 where there are as many)")
}

// cluster is nil when the queue is in this process.
func (o *clusterOptions) cluster() *batch.Cluster {
	if o.url == "" {
		return nil
	}
	return &batch.Cluster{URL: o.url, Credentials: o.creds, CA: o.ca, Cert: o.cert, Key: o.key, Replicas: o.replicas}
}
