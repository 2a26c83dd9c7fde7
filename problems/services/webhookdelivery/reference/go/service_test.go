package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"
)

// The tests talk to the service at BASE_URL, or to one that is built and started here.
var (
	base string
	own  *process
)

type object = map[string]any

type process struct {
	program, data, port string
	command             *exec.Cmd
}

func (p *process) start() {
	p.command = exec.Command(p.program)
	p.command.Env = append(os.Environ(), "PORT="+p.port, "DATA_DIR="+p.data,
		"RETRY_SCALE=0.06", "MAX_ATTEMPTS=4", "ATTEMPT_TIMEOUT=2", "ALLOWED_TARGETS=127.0.0.1/32")
	if err := p.command.Start(); err != nil {
		panic(err)
	}
	for i := 0; i < 500; i++ {
		if answer, err := http.Get("http://127.0.0.1:" + p.port + "/healthz"); err == nil {
			answer.Body.Close()
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	panic("the service does not answer")
}

func (p *process) kill() {
	p.command.Process.Kill()
	p.command.Wait()
}

func TestMain(m *testing.M) {
	base = strings.TrimSuffix(os.Getenv("BASE_URL"), "/")
	if base != "" {
		os.Exit(m.Run())
	}
	directory, err := os.MkdirTemp("", "webhooks")
	if err != nil {
		panic(err)
	}
	program := filepath.Join(directory, "service")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		panic(string(out))
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	_, port, _ := net.SplitHostPort(free.Addr().String())
	free.Close()
	own = &process{program: program, data: directory, port: port}
	own.start()
	base = "http://127.0.0.1:" + port
	code := m.Run()
	own.kill()
	os.RemoveAll(directory)
	os.Exit(code)
}

type arrival struct {
	at      time.Time
	path    string
	headers http.Header
	body    []byte
}

type receiver struct {
	*httptest.Server
	mu       sync.Mutex
	arrivals []arrival
}

// newReceiver answers as told, the last answer for ever: a status, "status name: value", or "hang".
func newReceiver(t *testing.T, answers ...string) *receiver {
	r := &receiver{}
	closing := make(chan struct{})
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(q.Body)
		r.mu.Lock()
		r.arrivals = append(r.arrivals, arrival{time.Now(), q.URL.RequestURI(), q.Header, body})
		answer := "200"
		if n := len(answers); n > 0 {
			answer = answers[0]
			if n > 1 {
				answers = answers[1:]
			}
		}
		r.mu.Unlock()
		if answer == "hang" {
			<-closing
			return
		}
		status := 0
		fmt.Sscan(answer, &status)
		if name, value, ok := strings.Cut(strings.TrimPrefix(answer, fmt.Sprint(status, " ")), ": "); ok {
			w.Header().Set(name, value)
		}
		w.WriteHeader(status)
	}))
	t.Cleanup(func() { close(closing); r.Close() })
	return r
}

func (r *receiver) got() []arrival {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]arrival(nil), r.arrivals...)
}

func (r *receiver) gap(n int) time.Duration {
	got := r.got()
	return got[n+1].at.Sub(got[n].at)
}

func call(t *testing.T, method, path string, value any, expect int) object {
	t.Helper()
	var body io.Reader
	if text, ok := value.(string); ok {
		body = strings.NewReader(text)
	} else if value != nil {
		encoded, _ := json.Marshal(value)
		body = bytes.NewReader(encoded)
	}
	request, err := http.NewRequest(method, base+path, body)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var result object
	json.NewDecoder(answer.Body).Decode(&result)
	if answer.StatusCode != expect {
		t.Fatalf("%s %s: %d %v, expected %d", method, path, answer.StatusCode, result, expect)
	}
	if expect >= 400 && answer.Header.Get("Content-Type") != "application/problem+json" {
		t.Fatalf("%s %s: Content-Type %q", method, path, answer.Header.Get("Content-Type"))
	}
	return result
}

func until(t *testing.T, what string, condition func() bool) {
	t.Helper()
	for end := time.Now().Add(15 * time.Second); !condition(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("this did not happen: " + what)
		}
	}
}

func newEndpoint(t *testing.T, url string, types ...string) object {
	t.Helper()
	return call(t, "POST", "/endpoints", object{"url": url, "types": types}, 201)
}

func newEvent(t *testing.T, kind string, data any) object {
	t.Helper()
	return call(t, "POST", "/events", object{"type": kind, "data": data}, 202)
}

func deliveries(t *testing.T, event object) []any {
	t.Helper()
	return call(t, "GET", "/events/"+event["id"].(string), nil, 200)["deliveries"].([]any)
}

// settled gives "status attempts last_status" of each delivery, when none is pending.
func settled(t *testing.T, event object) (states []string) {
	t.Helper()
	until(t, "no delivery is pending", func() bool {
		states = nil
		for _, one := range deliveries(t, event) {
			d := one.(object)
			states = append(states, fmt.Sprintf("%v %v %v", d["status"], d["attempts"], d["last_status"]))
		}
		return !strings.Contains(strings.Join(states, " "), "pending")
	})
	return states
}

func equal(t *testing.T, got, want any) {
	t.Helper()
	if a, b := fmt.Sprint(got), fmt.Sprint(want); a != b {
		t.Fatalf("got %s, want %s", a, b)
	}
}

func signedWith(secret string, a arrival) bool {
	key, _ := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", a.headers.Get("webhook-id"), a.headers.Get("webhook-timestamp"), a.body)
	want := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	for _, one := range strings.Split(a.headers.Get("webhook-signature"), " ") {
		if one == want {
			return true
		}
	}
	return false
}

func kindOf(t *testing.T) string { return newID(strings.ReplaceAll(t.Name(), "/", ".")) }

func TestRequest(t *testing.T) {
	t.Parallel()
	kind, hook := kindOf(t), newReceiver(t)
	endpoint := newEndpoint(t, hook.URL+"/in?a=b", kind)
	event := newEvent(t, kind, object{"text": "ü 漢 <&>", "n": 2.5})
	equal(t, settled(t, event), "[delivered 1 200]")
	got := hook.got()[0]
	equal(t, got.path, "/in?a=b")
	equal(t, got.headers.Get("Content-Type"), "application/json")
	equal(t, got.headers.Get("webhook-id"), event["id"])
	equal(t, signedWith(endpoint["secret"].(string), got), true)
	var body object
	json.Unmarshal(got.body, &body)
	equal(t, body, object{"type": kind, "timestamp": event["timestamp"], "data": object{"text": "ü 漢 <&>", "n": 2.5}})
	if _, shown := call(t, "GET", "/endpoints/"+endpoint["id"].(string), nil, 200)["secret"]; shown {
		t.Fatal("the secret is shown again")
	}
}

func TestRetries(t *testing.T) {
	t.Parallel()
	kind, hook := kindOf(t), newReceiver(t, "500", "404", "503", "204")
	endpoint := newEndpoint(t, hook.URL, kind)
	equal(t, settled(t, newEvent(t, kind, 1)), "[delivered 4 204]")
	got := hook.got()
	for n, least := range []time.Duration{240, 480, 960} {
		if gap := hook.gap(n); gap < (least-5)*time.Millisecond || gap > (3*least/2+2000)*time.Millisecond {
			t.Fatalf("delay %d is %v", n+1, gap)
		}
		equal(t, string(got[n+1].body), string(got[0].body))
		equal(t, got[n+1].headers.Get("webhook-id"), got[0].headers.Get("webhook-id"))
	}
	if got[3].headers.Get("webhook-timestamp") == got[0].headers.Get("webhook-timestamp") {
		t.Fatal("an old timestamp is sent again")
	}
	for _, one := range got {
		equal(t, signedWith(endpoint["secret"].(string), one), true)
	}
}

func TestJitter(t *testing.T) {
	t.Parallel()
	kind, hook := kindOf(t), newReceiver(t, "503")
	newEndpoint(t, hook.URL, kind)
	for i := 0; i < 30; i++ {
		newEvent(t, kind, i)
	}
	until(t, "120 attempts", func() bool { return len(hook.got()) >= 120 })
	times := map[string][]time.Time{}
	for _, one := range hook.got() {
		id := one.headers.Get("webhook-id")
		times[id] = append(times[id], one.at)
	}
	var delays []float64
	for _, one := range times {
		delays = append(delays, one[3].Sub(one[2]).Seconds())
	}
	sort.Float64s(delays)
	if delays[22]-delays[7] < 0.06 {
		t.Fatalf("the delays are hardly spread: %v", delays)
	}
}

func TestRedirectsAndRetryAfter(t *testing.T) {
	t.Parallel()
	kind, trap := kindOf(t), newReceiver(t)
	moved := newReceiver(t, "302 Location: "+trap.URL, "307 Location: "+trap.URL, "200")
	busy := newReceiver(t, "429 Retry-After: 2", "200")
	odd := newReceiver(t, "503 Retry-After: soon", "503 Retry-After: 0", "200")
	for _, one := range []*receiver{moved, busy, odd} {
		newEndpoint(t, one.URL, kind)
	}
	equal(t, settled(t, newEvent(t, kind, nil)), "[delivered 3 200 delivered 2 200 delivered 3 200]")
	equal(t, len(trap.got()), 0)
	if busy.gap(0) < 1980*time.Millisecond || odd.gap(0) < 235*time.Millisecond || odd.gap(1) < 475*time.Millisecond {
		t.Fatal(busy.gap(0), odd.gap(0), odd.gap(1))
	}
}

func TestTimeout(t *testing.T) {
	t.Parallel()
	kind, hook := kindOf(t), newReceiver(t, "hang", "200")
	newEndpoint(t, hook.URL, kind)
	equal(t, settled(t, newEvent(t, kind, nil)), "[delivered 2 200]")
}

func TestDeadLetterAndReplay(t *testing.T) {
	t.Parallel()
	kind, hook := kindOf(t), newReceiver(t, "503", "503", "503", "503", "503", "200")
	letters := "/dead-letters?endpoint_id=" + newEndpoint(t, hook.URL, kind)["id"].(string)
	event := newEvent(t, kind, nil)
	equal(t, settled(t, event), "[dead 4 503]")
	equal(t, len(hook.got()), 4)
	equal(t, len(call(t, "GET", letters, nil, 200)["items"].([]any)), 1)
	path := "/deliveries/" + deliveries(t, event)[0].(object)["id"].(string) + "/replay"
	call(t, "POST", path, nil, 202)
	equal(t, call(t, "GET", letters, nil, 200)["items"], "[]")
	equal(t, settled(t, event), "[delivered 2 200]")
	call(t, "POST", path, nil, 409)
}

func TestGone(t *testing.T) {
	t.Parallel()
	kind, hook := kindOf(t), newReceiver(t, "503 Retry-After: 1", "410", "200")
	id := newEndpoint(t, hook.URL, kind)["id"].(string)
	waiting := newEvent(t, kind, 1)
	until(t, "the first attempt", func() bool { return len(hook.got()) == 1 })
	gone := newEvent(t, kind, 2)
	equal(t, settled(t, gone), "[dead 1 410]")
	equal(t, settled(t, waiting), "[dead 1 503]")
	equal(t, call(t, "GET", "/endpoints/"+id, nil, 200)["status"], disabled)
	equal(t, newEvent(t, kind, 3)["deliveries"], "[]")
	path := "/deliveries/" + deliveries(t, gone)[0].(object)["id"].(string) + "/replay"
	call(t, "POST", path, nil, 409)
	time.Sleep(1200 * time.Millisecond)
	equal(t, len(hook.got()), 2)
	equal(t, call(t, "POST", "/endpoints/"+id+"/enable", nil, 200)["status"], active)
	call(t, "POST", path, nil, 202)
	equal(t, settled(t, gone), "[delivered 1 200]")
}

func TestRotation(t *testing.T) {
	t.Parallel()
	kind, hook := kindOf(t), newReceiver(t)
	endpoint := newEndpoint(t, hook.URL, kind)
	rotate := "/endpoints/" + endpoint["id"].(string) + "/rotate"
	secrets := []string{endpoint["secret"].(string)}
	secrets = append(secrets, call(t, "POST", rotate, object{"overlap_seconds": 1}, 200)["secret"].(string))
	settled(t, newEvent(t, kind, 1))
	time.Sleep(1100 * time.Millisecond)
	settled(t, newEvent(t, kind, 2))
	secrets = append(secrets, call(t, "POST", rotate, object{"overlap_seconds": 0}, 200)["secret"].(string))
	settled(t, newEvent(t, kind, 3))
	var signed [][]bool
	for _, one := range hook.got() {
		signed = append(signed, []bool{signedWith(secrets[0], one), signedWith(secrets[1], one), signedWith(secrets[2], one)})
	}
	equal(t, signed, "[[true true false] [false true false] [false false true]]")
}

func TestApart(t *testing.T) {
	t.Parallel()
	kind := kindOf(t)
	good, bad, stuck, other := newReceiver(t), newReceiver(t, "503", "200"), newReceiver(t, "hang"), newReceiver(t)
	newEndpoint(t, good.URL, kind)
	newEndpoint(t, bad.URL, kind)
	newEndpoint(t, stuck.URL, kind+".stuck")
	newEndpoint(t, other.URL, kind+".other")
	for i := 0; i < 150; i++ {
		newEvent(t, kind+".stuck", i)
	}
	begun := time.Now()
	equal(t, settled(t, newEvent(t, kind, nil)), "[delivered 1 200 delivered 2 200]")
	if time.Since(begun) > 1500*time.Millisecond {
		t.Fatal("a hanging receiver slows the others")
	}
	equal(t, []int{len(good.got()), len(bad.got()), len(other.got())}, "[1 2 0]")
}

func TestInput(t *testing.T) {
	t.Parallel()
	public := "https://93.184.216.34/"
	for _, url := range []string{"http://127.0.0.2/", "http://10.0.0.1/", "http://169.254.169.254/", "http://[::1]/",
		"http://[::ffff:10.0.0.1]/", "http://2130706434/", "http://0x7f.2/", "http://100.64.0.1/", "http://a:b@93.184.216.34/", "ftp://93.184.216.34/", "/x", ""} {
		call(t, "POST", "/endpoints", object{"url": url, "types": []string{"a"}}, 422)
	}
	for _, url := range []string{public, "http://172.32.0.1/", "http://hooks.partner.invalid/x"} {
		newEndpoint(t, url, "a")
	}
	call(t, "POST", "/events", "{", 400)
	for _, body := range []object{{"type": "a"}, {"data": 1}, {"type": "", "data": 1}} {
		call(t, "POST", "/events", body, 422)
	}
	for _, body := range []object{{"url": public}, {"url": public, "types": []string{}},
		{"url": public, "types": []string{"a"}, "secret": "whsec_c2hvcnQ="}} {
		call(t, "POST", "/endpoints", body, 422)
	}
	for _, path := range []string{"/events/x", "/endpoints/x", "/deliveries/x", "/x"} {
		call(t, "GET", path, nil, 404)
	}
}

// It is not parallel: it ends before the parallel tests go on.
func TestKill(t *testing.T) {
	if own == nil {
		t.Skip("the service is not ours to kill")
	}
	kind, hook := kindOf(t), newReceiver(t, "503 Retry-After: 2", "hang", "200")
	endpoint := newEndpoint(t, hook.URL, kind)
	waiting := newEvent(t, kind, 1)
	until(t, "the first attempt is stored", func() bool {
		return deliveries(t, waiting)[0].(object)["attempts"] == 1.0
	})
	flying := newEvent(t, kind, 2)
	until(t, "the second attempt", func() bool { return len(hook.got()) == 2 })
	own.kill()
	own.start()
	equal(t, settled(t, flying), "[delivered 1 200]")
	equal(t, settled(t, waiting), "[delivered 2 200]")
	got := hook.got()
	equal(t, len(got), 4)
	if got[3].at.Sub(got[0].at) < 1980*time.Millisecond {
		t.Fatal("the waiting time was shortened")
	}
	equal(t, signedWith(endpoint["secret"].(string), got[3]), true)
}
