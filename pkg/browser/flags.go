package browser

import (
	"strings"

	"github.com/chromedp/chromedp"
)

// flags start the browser quiet, shut off from everything but a proxy. home is
// the proxy that refuses: pages go through one of their shop.
func flags(path, home string) []chromedp.ExecAllocatorOption {
	o := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	o = append(o, chromedp.ExecPath(path), chromedp.ProxyServer(home))
	for _, on := range []string{
		"disable-gpu", "disable-quic", "disable-component-update", "disable-domain-reliability", "no-pings",
		"dns-prefetch-disable", "deny-permission-prompts", "block-new-web-contents", "disable-notifications",
		"disable-speech-api", "disable-file-system", "disable-background-mode",
	} {
		o = append(o, chromedp.Flag(on, true))
	}
	for name, value := range map[string]string{
		"proxy-bypass-list": "<-loopback>",
		"disable-features": "Translate,BlinkGenPropertyTrees,OptimizationHints,MediaRouter,InterestFeedContentSuggestions," +
			"AutofillServerCommunication,CertificateTransparencyComponentUpdater,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
		"webrtc-ip-handling-policy":       "disable_non_proxied_udp",
		"force-webrtc-ip-handling-policy": "disable_non_proxied_udp",
		"host-resolver-rules":             "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", // names are looked up behind the proxy
		"autoplay-policy":                 "user-gesture-required",
	} {
		o = append(o, chromedp.Flag(name, value))
	}
	if isRoot() {
		o = append(o, chromedp.NoSandbox)
	}
	return o
}

// agent adds our name to the browser's own, which scripts look into.
func agent(browser, ours string) string {
	return strings.TrimSpace(strings.ReplaceAll(browser, "HeadlessChrome", "Chrome") + " " + ours)
}
