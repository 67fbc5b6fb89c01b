// Sweep models a batch of very many shops from figures that were measured on
// few, and tells what it costs and what it waits for. It reads no shop.
//
//	go run ./sweep -shops 1000000 -workers 4
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	m := Model{}
	flag.IntVar(&m.Shops, "shops", 1_000_000, "shops of the list")
	flag.IntVar(&m.Workers, "workers", 4, "machines that read")
	flag.IntVar(&m.Cores, "cores", 4, "cores of each")
	flag.IntVar(&m.Jobs, "jobs", 64, "shops that each reads at once")
	flag.DurationVar(&m.CPU, "cpu", 33*time.Millisecond, "processor time of a shop")
	flag.DurationVar(&m.Read, "read", 4*time.Second, "time to read a shop when nothing else is to do")
	flag.DurationVar(&m.Keep, "keep", 1600*time.Microsecond, "time to write a line of the journal onto the disk, one after the other")
	flag.Float64Var(&m.Requests, "requests", 11.1, "requests of a shop")
	flag.Float64Var(&m.Bytes, "bytes", 106_000, "bytes on the disk of a shop")
	flag.Float64Var(&m.Shared, "shared", 0.3, "part of the shops that stand at addresses of a platform")
	flag.IntVar(&m.Platforms, "platforms", 400, "addresses of platforms; the first have most of the shops")
	flag.Parse()
	if err := m.valid(); err != nil {
		fmt.Fprintln(os.Stderr, "sweep:", err)
		os.Exit(2)
	}
	fmt.Print(m.Run())
}
