package main

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Policy allows Quota units of each client within any Window, wherever it begins.
type Policy struct {
	Name   string
	Quota  int
	Window time.Duration
}

// Decision is what the limiter says to one request.
type Decision struct {
	Policy     Policy
	Allowed    bool
	Remaining  int
	Reset      int // whole seconds until Remaining grows, 0 where all is there
	RetryAfter int // whole seconds until this request would be allowed; 0 where it was
}

// Limiter decides by a sliding window. It keeps, for each policy and client, when which units stop to
// count. Units that came within a twentieth of a window share an entry, and stop with the last of them: a
// client needs some 20 entries at most, whatever the quota, and never gets more than its quota.
type Limiter struct {
	policies []Policy // in the order of the configuration
	tables   map[string]*table
	begin    time.Time // times are durations since then: monotonic, whatever happens to the clock
}

// table holds the clients of one policy; its mutex makes looking and counting one step.
type table struct {
	policy  Policy
	mutex   sync.Mutex
	clients map[string]*client
}

type client struct {
	entries []entry // oldest first
	used    int     // the sum of their units
}

type entry struct {
	first time.Duration // when the first unit of it was counted
	until time.Duration // when it stops to count
	units int
}

const entriesPerWindow = 20

var policyForm = regexp.MustCompile(`^([a-z][a-z0-9-]{0,31})=([1-9][0-9]{0,5})/([1-9][0-9]{0,4})$`)

// parsePolicies reads NAME=QUOTA/SECONDS, several with commas.
func parsePolicies(text string) ([]Policy, error) {
	var policies []Policy
	seen := map[string]bool{}
	for _, part := range strings.Split(text, ",") {
		form := policyForm.FindStringSubmatch(strings.TrimSpace(part))
		if form == nil {
			return nil, fmt.Errorf("%q is not NAME=QUOTA/SECONDS", part)
		}
		if seen[form[1]] {
			return nil, fmt.Errorf("%s is there twice", form[1])
		}
		seen[form[1]] = true
		quota, _ := strconv.Atoi(form[2]) // the pattern has checked them
		seconds, _ := strconv.Atoi(form[3])
		policies = append(policies, Policy{form[1], quota, time.Duration(seconds) * time.Second})
	}
	return policies, nil
}

func NewLimiter(policies []Policy) *Limiter {
	l := &Limiter{policies: policies, tables: map[string]*table{}, begin: time.Now()}
	for _, p := range policies {
		l.tables[p.Name] = &table{policy: p, clients: map[string]*client{}}
	}
	return l
}

// Policies gives all of them, in their order.
func (l *Limiter) Policies() []Policy { return l.policies }

// Policy gives a policy by its name.
func (l *Limiter) Policy(name string) (Policy, bool) {
	t, found := l.tables[name]
	if !found {
		return Policy{}, false
	}
	return t.policy, true
}

// Ask decides about cost units of a client, and counts them if they are allowed. The policy has to exist.
func (l *Limiter) Ask(policy, who string, cost int) Decision {
	return l.tables[policy].ask(who, cost, time.Since(l.begin))
}

func (t *table) ask(who string, cost int, now time.Duration) Decision {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	c := t.clients[who]
	if c == nil {
		c = &client{}
		if cost > 0 {
			t.clients[who] = c
		}
	}
	c.expire(now)
	d := Decision{Policy: t.policy, Allowed: c.used+cost <= t.policy.Quota}
	if d.Allowed {
		c.count(cost, now, t.policy.Window)
	} else {
		d.RetryAfter = seconds(c.freeAt(c.used+cost-t.policy.Quota) - now)
	}
	d.Remaining = t.policy.Quota - c.used
	if len(c.entries) > 0 {
		d.Reset = seconds(c.entries[0].until - now)
	}
	return d
}

func (c *client) expire(now time.Duration) {
	n := 0
	for n < len(c.entries) && c.entries[n].until <= now {
		c.used -= c.entries[n].units
		n++
	}
	c.entries = c.entries[n:]
}

func (c *client) count(units int, now, window time.Duration) {
	if units == 0 {
		return
	}
	c.used += units
	if n := len(c.entries); n > 0 && now-c.entries[n-1].first < window/entriesPerWindow {
		c.entries[n-1].until = now + window
		c.entries[n-1].units += units
		return
	}
	c.entries = append(c.entries, entry{first: now, until: now + window, units: units})
}

// freeAt says when so many of the units that are used stop to count.
func (c *client) freeAt(units int) time.Duration {
	for _, e := range c.entries {
		if units -= e.units; units <= 0 {
			return e.until
		}
	}
	panic("more units asked for than a quota has") // the API refuses such a cost
}

// seconds rounds up: who waits for so long has waited long enough.
func seconds(d time.Duration) int {
	return int((d + time.Second - 1) / time.Second)
}

// ForgetRegularly drops clients of whom nothing counts any more.
func (l *Limiter) ForgetRegularly(ctx context.Context) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			for _, t := range l.tables {
				t.forget(time.Since(l.begin))
			}
		}
	}
}

func (t *table) forget(now time.Duration) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	for who, c := range t.clients {
		if n := len(c.entries); n == 0 || c.entries[n-1].until <= now {
			delete(t.clients, who)
		}
	}
	if len(t.clients) == 0 {
		t.clients = map[string]*client{} // a map gives memory back only as a whole
	}
}

// Clients counts what is held: pairs of a policy and a client.
func (l *Limiter) Clients() (n int) {
	for _, t := range l.tables {
		t.mutex.Lock()
		n += len(t.clients)
		t.mutex.Unlock()
	}
	return n
}
