// Package demo is an invented Belgian bakery's webshop in Dutch and French,
// and a server for it, so that shoplint can be tried without a shop. The shop
// has faults on purpose: a leftover link to the closed ODR platform, and no
// e-mail address that a customer could use.
package demo

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed shop notfound.html
var files embed.FS

// Listen serves the shop on a free port of the loopback interface. It returns
// the shop's address, such as http://127.0.0.1:40123/, and a function that
// stops the server; both are zero when there is an error.
func Listen() (addr string, stop func(), err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("serve the sample shop: %w", err)
	}
	srv := &http.Server{Handler: Handler(), ReadHeaderTimeout: 10 * time.Second}
	done := make(chan struct{}) // closed, so that stop may be called twice
	go func() {
		defer close(done)
		_ = srv.Serve(l) // ends with ErrServerClosed, which is what close asks for
	}()
	return "http://" + l.Addr().String() + "/", func() { _ = srv.Close(); <-done }, nil
}

// Handler serves the shop: pages, style sheet, robots.txt, sitemap.xml, and a
// page of its own for every address that does not exist.
func Handler() http.Handler {
	shop := pages()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /robots.txt", robots)
	mux.HandleFunc("GET /sitemap.xml", func(w http.ResponseWriter, r *http.Request) { sitemap(w, r, shop) })
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		if !exists(shop, r.URL.Path) {
			notFound(w, r)
			return
		}
		http.FileServerFS(shop).ServeHTTP(w, r)
	})
	return mux
}

// pages is the shop as it is published: what lies in the folder shop.
func pages() fs.FS {
	sub, err := fs.Sub(files, "shop")
	if err != nil { // only for a malformed name, and ours is a constant
		panic(err)
	}
	return sub
}

// exists keeps the file server from listing folders that hold no page.
func exists(shop fs.FS, address string) bool {
	name := strings.TrimPrefix(path.Clean("/"+address), "/")
	if name == "" {
		name = "."
	}
	info, err := fs.Stat(shop, name)
	if err != nil || !info.IsDir() {
		return err == nil
	}
	_, err = fs.Stat(shop, path.Join(name, "index.html"))
	return !errors.Is(err, fs.ErrNotExist)
}

func notFound(w http.ResponseWriter, r *http.Request) {
	body, err := files.ReadFile("notfound.html")
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(body)
}
