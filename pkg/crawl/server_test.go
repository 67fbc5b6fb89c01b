package crawl

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// Real servers, where they are installed: what a Go test server cannot show.

// daemon runs a program until the test ends and waits for it on a port.
func daemon(t *testing.T, dir, port, name string, args ...string) {
	t.Helper()
	out, err := os.Create(filepath.Join(dir, name+".out"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr, cmd.Dir = out, out, dir
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
		out.Close()
	})
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if c, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			c.Close()
			return
		}
		if time.Now().After(end) {
			said, _ := os.ReadFile(out.Name())
			t.Fatalf("%s does not answer on port %s: %s", name, port, said)
		}
	}
}

func installed(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// certificate writes a self-signed one for 127.0.0.1.
func certificate(t *testing.T, dir string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "lamps"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "cert.pem"), string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})))
	put(t, filepath.Join(dir, "key.pem"), string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private})))
}

// nginx serves the legal pages of a shop three times: over TLS with HTTP/2 and
// gzip, behind a password, and with a rate limit. It gives the three ports.
func nginx(t *testing.T) (dir, secure, locked, limited string) {
	t.Helper()
	installed(t, "nginx")
	dir = t.TempDir()
	certificate(t, dir)
	for p, body := range legalPages(html("Lamps", legal...)) {
		put(t, filepath.Join(dir, "site", p, "index.html"), body)
	}
	put(t, filepath.Join(dir, "users"), "anna:{PLAIN}geheim\n")
	secure, locked, limited = freePort(t), freePort(t), freePort(t)
	conf := fmt.Sprintf(`daemon off; master_process off; pid nginx.pid; error_log stderr;
events { worker_connections 64; }
http {
	log_format short '$server_port $server_protocol $status "$sent_http_content_encoding" $uri';
	access_log access.log short;
	client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
	types { text/html html; }
	root site;
	gzip on; gzip_min_length 1;
	limit_req_zone $binary_remote_addr zone=few:1m rate=200r/s;
	server { listen 127.0.0.1:%s ssl http2; ssl_certificate cert.pem; ssl_certificate_key key.pem; }
	server { listen 127.0.0.1:%s; auth_basic shop; auth_basic_user_file users; }
	server { listen 127.0.0.1:%s; limit_req zone=few; limit_req_status 429; error_page 429 @wait; location @wait { add_header Retry-After 0 always; return 429; } }
}
`, secure, locked, limited)
	put(t, filepath.Join(dir, "nginx.conf"), conf)
	daemon(t, dir, secure, "nginx", "-p", dir, "-c", filepath.Join(dir, "nginx.conf"))
	return dir, secure, locked, limited
}

func TestNginx(t *testing.T) {
	dir, secure, locked, limited := nginx(t)
	all := func(name string, sink *testSink, totals survey.Totals) {
		t.Helper()
		for _, k := range words.LegalKinds {
			if !sink.has(k) {
				t.Errorf("%s: no %s page, unread %+v, totals %+v", name, k, sink.miss, totals)
			}
		}
	}
	sink, totals := crawlShop(t, t.Context(), "https://127.0.0.1:"+secure+"/", Options{Insecure: true})
	all("TLS", sink, totals)
	sink, totals = crawlShop(t, t.Context(), "http://127.0.0.1:"+locked+"/", Options{BasicAuth: url.UserPassword("anna", "geheim")})
	all("password", sink, totals)
	sink, totals = crawlShop(t, t.Context(), "http://127.0.0.1:"+limited+"/", Options{Concurrency: 2})
	all("rate limit", sink, totals)

	sink, _ = crawlShop(t, t.Context(), "https://127.0.0.1:"+secure+"/", Options{})
	if len(sink.miss) != 1 || !strings.Contains(sink.miss[0].Detail, "certificate") {
		t.Errorf("unread %+v", sink.miss)
	}
	sink, _ = crawlShop(t, t.Context(), "http://127.0.0.1:"+locked+"/", Options{})
	if len(sink.miss) == 0 || sink.miss[0].Cause != survey.Blocked || !strings.Contains(sink.miss[0].Detail, "401") {
		t.Errorf("unread %+v", sink.miss)
	}
	log, _ := os.ReadFile(filepath.Join(dir, "access.log"))
	for _, want := range []string{secure + ` HTTP/2.0 200 "gzip" /terms/index.html`, limited + " HTTP/1.1 429"} {
		if !strings.Contains(string(log), want) {
			t.Errorf("the log does not hold %q:\n%s", want, log)
		}
	}
}

func TestProxy(t *testing.T) {
	installed(t, "tinyproxy")
	s := newShop(t, legalPages(html("Lamps", append(legal, "Inside=http://127.0.0.1:9/")...)))
	dir, port := t.TempDir(), freePort(t)
	put(t, filepath.Join(dir, "proxy.conf"), "Port "+port+"\nListen 127.0.0.1\nTimeout 10\nMaxClients 20\nLogFile \""+filepath.Join(dir, "log")+"\"\nBasicAuth anna geheim\nAllow 127.0.0.1\n")
	daemon(t, dir, port, "tinyproxy", "-d", "-c", filepath.Join(dir, "proxy.conf"))
	proxy := &url.URL{Scheme: "http", Host: "127.0.0.1:" + port, User: url.UserPassword("anna", "geheim")}
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{Proxy: proxy})
	if !sink.has(words.Terms) || !sink.has(words.Privacy) {
		t.Errorf("unread %+v, totals %+v", sink.miss, totals)
	}
	log, _ := os.ReadFile(filepath.Join(dir, "log"))
	if !strings.Contains(string(log), "GET "+s.URL+"/terms") {
		t.Errorf("the proxy was not asked: %s", log)
	}
	sink, _ = crawlShop(t, t.Context(), s.URL, Options{Proxy: &url.URL{Scheme: "http", Host: proxy.Host}})
	if len(sink.miss) != 1 || !strings.HasPrefix(sink.miss[0].Detail, "proxy: ") {
		t.Errorf("unread %+v", sink.miss)
	}
	// The proxy may be inside; what the shop links may not, its own port included.
	sink, _ = crawlShop(t, t.Context(), "http://127.0.0.1:"+port+"/", Options{Proxy: proxy, Foreign: true})
	if len(sink.miss) != 1 || !strings.Contains(sink.miss[0].Detail, "refused: loopback") {
		t.Errorf("unread %+v", sink.miss)
	}
}
