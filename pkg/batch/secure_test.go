package batch

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/jwt/v2"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nkeys"
)

// authority signs certificates for a test and writes them as files.
type authority struct {
	dir  string
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

// newAuthority has its certificate in NAME.pem.
func newAuthority(t *testing.T, dir, name string) *authority {
	t.Helper()
	a := &authority{dir: dir}
	a.key = a.sign(t, name, &x509.Certificate{IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign})
	return a
}

// sign writes NAME.pem and NAME.key; the authority's own is the first.
func (a *authority) sign(t *testing.T, name string, c *x509.Certificate) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c.SerialNumber, c.Subject = big.NewInt(time.Now().UnixNano()), pkix.Name{CommonName: name}
	c.NotBefore, c.NotAfter = time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
	parent, by := a.cert, a.key
	if parent == nil {
		parent, by = c, key
	}
	der, err := x509.CreateCertificate(rand.Reader, c, parent, &key.PublicKey, by)
	if err != nil {
		t.Fatal(err)
	}
	if a.cert == nil {
		if a.cert, err = x509.ParseCertificate(der); err != nil {
			t.Fatal(err)
		}
	}
	secret, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	put(t, a.file(name+".pem"), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
	put(t, a.file(name+".key"), pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: secret}))
	return key
}

func (a *authority) file(name string) string { return filepath.Join(a.dir, name) }

func put(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// secureServer serves JetStream under TLS and wants a certificate of clients.
func secureServer(t *testing.T, a *authority, o *server.Options) string {
	t.Helper()
	a.sign(t, "server", &x509.Certificate{IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}})
	pair, err := tls.LoadX509KeyPair(a.file("server.pem"), a.file("server.key"))
	if err != nil {
		t.Fatal(err)
	}
	trusted := x509.NewCertPool()
	trusted.AddCert(a.cert)
	o.TLSConfig = &tls.Config{Certificates: []tls.Certificate{pair}, ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: trusted, MinVersion: tls.VersionTLS12}
	o.TLS, o.TLSVerify, o.TLSTimeout = true, true, 20
	o.Host, o.Port, o.StoreDir, o.NoSigs, o.NoLog = "127.0.0.1", -1, t.TempDir(), true, true
	s, err := server.NewServer(o)
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("the server did not start")
	}
	return "tls://" + s.Addr().String()
}

// A whole batch over TLS with certificates of both sides; nobody else gets in.
func TestClusterOverTLS(t *testing.T) {
	a := newAuthority(t, t.TempDir(), "ca")
	client := &x509.Certificate{ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}}
	a.sign(t, "client", client)
	other := newAuthority(t, a.dir, "other")
	other.sign(t, "stranger", &x509.Certificate{ExtKeyUsage: client.ExtKeyUsage})
	address := secureServer(t, a, &server.Options{JetStream: true})

	for name, c := range map[string]Cluster{
		"an authority that nobody knows": {Cert: a.file("client.pem"), Key: a.file("client.key")},
		"another authority":              {CA: a.file("other.pem"), Cert: a.file("client.pem"), Key: a.file("client.key")},
		"no certificate":                 {CA: a.file("ca.pem")},
		"a stranger's certificate":       {CA: a.file("ca.pem"), Cert: a.file("stranger.pem"), Key: a.file("stranger.key")},
		"a certificate without its key":  {CA: a.file("ca.pem"), Cert: a.file("client.pem")},
		"a file that is not there":       {CA: a.file("none.pem")},
	} {
		c.URL = address
		if nc, err := c.Connect("test"); err == nil {
			nc.Close()
			t.Errorf("%s: connected", name)
		}
	}
	list := testList(5)
	o := testOptions(t.TempDir(), list)
	o.Cluster = &Cluster{URL: address, CA: a.file("ca.pem"), Cert: a.file("client.pem"), Key: a.file("client.key")}
	if r := mustRun(t, o); len(r.Rows) != 5 {
		t.Errorf("%d shops of 5 are done", len(r.Rows))
	}
	onceEach(t, o.Dir, list)
}

// Credentials of an operator's account let in; without, or with those of
// another operator, nobody gets in.
func TestClusterWithCredentials(t *testing.T) {
	a := newAuthority(t, t.TempDir(), "ca")
	a.sign(t, "client", &x509.Certificate{ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}})
	resolver := &server.MemAccResolver{}
	operator := credentials(t, a.file("worker.creds"), resolver)
	credentials(t, a.file("foreign.creds"), &server.MemAccResolver{})
	address := secureServer(t, a, &server.Options{TrustedKeys: []string{operator}, AccountResolver: resolver})

	c := Cluster{URL: address, CA: a.file("ca.pem"), Cert: a.file("client.pem"), Key: a.file("client.key")}
	for _, creds := range []string{"", "foreign.creds", "none.creds"} {
		if c.Credentials = ""; creds != "" {
			c.Credentials = a.file(creds)
		}
		nc, err := c.Connect("test")
		if err == nil {
			nc.Close()
			t.Errorf("connected with %q", creds)
		} else if strings.Contains(err.Error(), "eyJ") {
			t.Errorf("the fault shows the credentials: %v", err)
		}
	}
	c.Credentials = a.file("worker.creds")
	nc, err := c.Connect("test")
	if err != nil {
		t.Fatal(err)
	}
	defer nc.Close()
	if err := nc.Flush(); err != nil {
		t.Error(err)
	}
}

// credentials makes an operator, an account that resolver knows, and a user
// whose credentials it writes; it gives the operator's public key.
func credentials(t *testing.T, name string, resolver *server.MemAccResolver) string {
	t.Helper()
	operator, opKey := pair(t, nkeys.CreateOperator)
	account, accKey := pair(t, nkeys.CreateAccount)
	user, userKey := pair(t, nkeys.CreateUser)
	token, err := jwt.NewAccountClaims(accKey).Encode(operator)
	if err != nil {
		t.Fatal(err)
	}
	if err := resolver.Store(accKey, token); err != nil {
		t.Fatal(err)
	}
	if token, err = jwt.NewUserClaims(userKey).Encode(account); err != nil {
		t.Fatal(err)
	}
	seed, err := user.Seed()
	if err != nil {
		t.Fatal(err)
	}
	data, err := jwt.FormatUserConfig(token, seed)
	if err != nil {
		t.Fatal(err)
	}
	put(t, name, data)
	return opKey
}

func pair(t *testing.T, create func() (nkeys.KeyPair, error)) (nkeys.KeyPair, string) {
	t.Helper()
	k, err := create()
	if err != nil {
		t.Fatal(err)
	}
	public, err := k.PublicKey()
	if err != nil {
		t.Fatal(err)
	}
	return k, public
}
