package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

const longestKey = 128

var errBadKey = fmt.Errorf("a client's key has to be 1 to %d visible ASCII characters", longestKey)

// Proxies are the addresses whose X-Forwarded-For is believed.
type Proxies []netip.Prefix

// parseProxies reads addresses and CIDR blocks, separated by commas.
func parseProxies(text string) (Proxies, error) {
	var proxies Proxies
	for _, part := range strings.Split(text, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if !strings.Contains(part, "/") {
			part += "/32"
		}
		prefix, err := netip.ParsePrefix(part)
		if err != nil {
			return nil, err
		}
		proxies = append(proxies, prefix)
	}
	return proxies, nil
}

func (p Proxies) has(address netip.Addr) bool {
	for _, prefix := range p {
		if prefix.Contains(address) {
			return true
		}
	}
	return false
}

// clientOf says who asks: the holder of a key, or an address. They are told apart by a prefix, so that
// nobody's key can be somebody's address.
func clientOf(r *http.Request, trusted Proxies) (string, error) {
	if key := r.Header.Get("X-Api-Key"); key != "" {
		return clientOfKey(key)
	}
	address, err := addressOf(r, trusted)
	if err != nil {
		return "", err
	}
	return "address:" + address.String(), nil
}

func clientOfKey(key string) (string, error) {
	if key == "" || len(key) > longestKey {
		return "", errBadKey
	}
	for i := 0; i < len(key); i++ {
		if key[i] < '!' || key[i] > '~' {
			return "", errBadKey
		}
	}
	return "key:" + key, nil
}

// addressOf walks from the peer through X-Forwarded-For, from its end, as long as those who wrote it are
// trusted: what stands left of an address that is not may be anything.
func addressOf(r *http.Request, trusted Proxies) (netip.Addr, error) {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}, errors.New("no address of the peer")
	}
	address, err := netip.ParseAddr(host)
	if err != nil {
		return netip.Addr{}, err
	}
	address = address.Unmap()
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && trusted.has(address); i-- {
		next, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		address = next.Unmap()
	}
	return address, nil
}
