package main

import (
	"fmt"
	"net/http/httptest"
	"testing"
	"time"
)

func TestWhoAsks(t *testing.T) {
	none, _ := parseProxies("")
	some, err := parseProxies("127.0.0.1, 10.0.0.0/8")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		trusted          Proxies
		peer, hops, want string
	}{
		{none, "127.0.0.1", "192.0.2.1", "127.0.0.1"},
		{some, "127.0.0.1", "", "127.0.0.1"},
		{some, "127.0.0.1", "192.0.2.1", "192.0.2.1"},
		{some, "127.0.0.1", "198.51.100.7, 192.0.2.1", "192.0.2.1"},
		{some, "127.0.0.1", "198.51.100.7, 192.0.2.1,10.1.2.3", "192.0.2.1"},
		{some, "127.0.0.1", "nonsense", "127.0.0.1"},
		{some, "127.0.0.1", "nonsense, 10.1.2.3", "10.1.2.3"},
		{some, "203.0.113.9", "192.0.2.1", "203.0.113.9"},
	} {
		r := httptest.NewRequest("GET", "/check/x", nil)
		r.RemoteAddr = row.peer + ":1234"
		r.Header.Set("X-Forwarded-For", row.hops)
		if got, err := clientOf(r, row.trusted); err != nil || got != "address:"+row.want {
			t.Errorf("%+v: %s, %v", row, got, err)
		}
	}
}

func TestIdleClientsAreForgotten(t *testing.T) {
	l := NewLimiter([]Policy{{"p", 5, time.Second}})
	for i := 0; i < 1000; i++ {
		l.tables["p"].ask(fmt.Sprint(i), 1, 0)
	}
	l.tables["p"].ask("late", 1, time.Second)
	l.tables["p"].forget(time.Second)
	if n := l.Clients(); n != 1 {
		t.Errorf("%d clients", n)
	}
}

func TestAClientNeedsFewEntriesAndNeverGetsMore(t *testing.T) {
	policy := Policy{"p", 1000, time.Second}
	table := &table{policy: policy, clients: map[string]*client{}}
	var allowedAt []time.Duration
	for now := time.Duration(0); now < 5*time.Second; now += 400 * time.Microsecond {
		if table.ask("a", 1, now).Allowed {
			allowedAt = append(allowedAt, now)
		}
		if n := len(table.clients["a"].entries); n > entriesPerWindow+1 {
			t.Fatalf("%d entries", n)
		}
	}
	for i := policy.Quota; i < len(allowedAt); i++ {
		if allowedAt[i]-allowedAt[i-policy.Quota] < policy.Window {
			t.Fatalf("%d units within a window at %v", policy.Quota+1, allowedAt[i])
		}
	}
	if len(allowedAt) < 4500 {
		t.Errorf("only %d units in five windows", len(allowedAt))
	}
}
