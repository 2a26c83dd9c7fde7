package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"syscall"
)

// Policy says which targets may be called: public addresses, and those that are allowed.
type Policy struct {
	allowed []netip.Prefix
}

var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"),
	netip.MustParsePrefix("240.0.0.0/4"),
}

var errInternal = errors.New("the address is not public")

// A last label like this makes a host an IPv4 address, in one of its odd spellings.
var number = regexp.MustCompile(`^(0x[0-9a-f]*|[0-9]+)$`)

func parsePolicy(text string) (Policy, error) {
	var policy Policy
	for _, part := range strings.Split(text, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if address, err := netip.ParseAddr(part); err == nil {
			policy.allowed = append(policy.allowed, netip.PrefixFrom(address, address.BitLen()))
			continue
		}
		prefix, err := netip.ParsePrefix(part)
		if err != nil {
			return policy, fmt.Errorf("ALLOWED_TARGETS: %w", err)
		}
		policy.allowed = append(policy.allowed, prefix.Masked())
	}
	return policy, nil
}

func (p Policy) permits(address netip.Addr) bool {
	address = address.Unmap().WithZone("")
	for _, prefix := range p.allowed {
		if prefix.Contains(address) {
			return true
		}
	}
	for _, prefix := range reserved {
		if prefix.Contains(address) {
			return false
		}
	}
	return address.IsGlobalUnicast() && !address.IsPrivate()
}

// CheckURL refuses what must not be registered. A name that does not resolve is no error.
func (p Policy) CheckURL(ctx context.Context, text string) error {
	target, err := url.Parse(text)
	if err != nil || strings.ContainsAny(text, " \\") {
		return errors.New("the URL is malformed")
	}
	if target.Scheme != "http" && target.Scheme != "https" {
		return errors.New("the scheme must be http or https")
	}
	if target.Hostname() == "" {
		return errors.New("the URL has no host")
	}
	if target.User != nil {
		return errors.New("the URL must not have a user or password")
	}
	host := strings.ToLower(target.Hostname())
	if address, err := netip.ParseAddr(host); err == nil {
		if !p.permits(address) {
			return errInternal
		}
		return nil
	}
	labels := strings.Split(strings.TrimSuffix(host, "."), ".")
	if number.MatchString(labels[len(labels)-1]) {
		return errors.New("an IPv4 address must be written as four decimal numbers")
	}
	addresses, err := net.DefaultResolver.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return nil
	}
	for _, address := range addresses {
		if !p.permits(address) {
			return errInternal
		}
	}
	return nil
}

// Control is called by the dialer with the very address that it is about to connect to.
func (p Policy) Control(_, address string, _ syscall.RawConn) error {
	target, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	if !p.permits(target.Addr()) {
		return errInternal
	}
	return nil
}
