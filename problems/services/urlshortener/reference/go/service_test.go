package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// The tests talk HTTP to BASE_URL where it is set, else to a service that they start themselves.
var base string

func TestMain(m *testing.M) {
	rand.Seed(time.Now().UnixNano())
	if base = strings.TrimRight(os.Getenv("BASE_URL"), "/"); base != "" {
		os.Exit(m.Run())
	}
	directory, err := os.MkdirTemp("", "shortener")
	if err != nil {
		panic(err)
	}
	store, err := OpenStore(directory)
	if err != nil {
		panic(err)
	}
	server := httptest.NewServer(NewAPI(store, "https://short.example"))
	base = server.URL
	status := m.Run()
	server.Close()
	store.Close()
	os.RemoveAll(directory)
	os.Exit(status)
}

var client = &http.Client{
	Timeout:       10 * time.Second,
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

type answer struct {
	*http.Response
	body []byte
}

type members map[string]any

func call(t *testing.T, method, path, body string) answer {
	t.Helper()
	request, err := http.NewRequest(method, base+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	read, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{response, read}
}

func post(t *testing.T, m members) answer {
	t.Helper()
	var body bytes.Buffer
	if err := json.NewEncoder(&body).Encode(m); err != nil {
		t.Fatal(err)
	}
	return call(t, "POST", "/links", body.String())
}

func (a answer) json(t *testing.T) members {
	t.Helper()
	var m members
	if err := json.Unmarshal(a.body, &m); err != nil {
		t.Fatalf("%s: %v", a.body, err)
	}
	return m
}

func create(t *testing.T, m members) members {
	t.Helper()
	a := post(t, m)
	if a.StatusCode != 201 {
		t.Fatalf("%v: status %d: %s", m, a.StatusCode, a.body)
	}
	return a.json(t)
}

func wantProblem(t *testing.T, status int, a answer) {
	t.Helper()
	if a.StatusCode != status {
		t.Errorf("status %d instead of %d: %s", a.StatusCode, status, a.body)
		return
	}
	if kind := a.Header.Get("Content-Type"); !strings.HasPrefix(kind, "application/problem+json") {
		t.Errorf("content type %q", kind)
	}
	if m := a.json(t); m["status"] != float64(status) || m["title"] == "" || m["type"] == nil {
		t.Errorf("no problem details: %v", m)
	}
}

func newAlias() string { return fmt.Sprintf("t-%016x", rand.Uint64()) }

func hits(t *testing.T, code any) any {
	t.Helper()
	return call(t, "GET", fmt.Sprint("/links/", code), "").json(t)["hits"]
}

func TestCreatingAndRedirecting(t *testing.T) {
	for _, url := range []string{"https://example.org", "HTTP://Example.ORG:80/a/../b%2f?x=%20+&&y=#", "https://e.org/?a='%c3%a9'"} {
		a := post(t, members{"url": url, "extra": 1})
		link := a.json(t)
		code := fmt.Sprint(link["code"])
		if a.StatusCode != 201 || a.Header.Get("Location") != "/links/"+code || link["url"] != url || link["hits"] != 0.0 {
			t.Errorf("%s: %d %v %v", url, a.StatusCode, a.Header, link)
		}
		if !strings.HasSuffix(fmt.Sprint(link["short_url"]), "/"+code) {
			t.Errorf("short_url %v", link["short_url"])
		}
		if got := call(t, "GET", "/"+code+"?ignored=1", ""); got.StatusCode != 302 || got.Header.Get("Location") != url || got.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v", url, got.StatusCode, got.Header)
		}
	}
}

func TestOneURLMakesLinksApart(t *testing.T) {
	codes := map[any]bool{}
	for i := 0; i < 50; i++ {
		codes[create(t, members{"url": "https://example.org/same"})["code"]] = true
	}
	if len(codes) != 50 {
		t.Errorf("%d codes of 50", len(codes))
	}
}

func TestWhatIsRefused(t *testing.T) {
	for _, url := range []any{
		"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "ftp://example.org/", "//example.org/",
		"https:example.org", "https:///a", "/a", "", " https://example.org", "https://example.org/a b",
		"https://example.org/\r\nSet-Cookie: a=b", "https://user@example.org/", "https://example.org\\@evil.example/",
		"https://example.org/é", "https://example.org:99999/", "https://example.org/" + strings.Repeat("a", 2029), nil, 5,
	} {
		t.Run(fmt.Sprint("url ", url), func(t *testing.T) { wantProblem(t, 422, post(t, members{"url": url})) })
	}
	for _, alias := range []any{"ab", strings.Repeat("a", 33), "a b c", "a/b", "café", "links", "healthz", "", 5} {
		t.Run(fmt.Sprint("alias ", alias), func(t *testing.T) {
			wantProblem(t, 422, post(t, members{"url": "https://example.org", "alias": alias}))
		})
	}
	for _, ttl := range []any{0, -1, 1.5, "5", true, longestTTL + 1} {
		t.Run(fmt.Sprint("ttl ", ttl), func(t *testing.T) {
			wantProblem(t, 422, post(t, members{"url": "https://example.org", "ttl": ttl}))
		})
	}
	for _, body := range []string{"", "{", "[]", "null", `"https://example.org"`} {
		t.Run("body "+body, func(t *testing.T) { wantProblem(t, 400, call(t, "POST", "/links", body)) })
	}
	wantProblem(t, 413, post(t, members{"url": "https://example.org", "note": strings.Repeat("a", 20000)}))
	wantProblem(t, 422, post(t, members{"url": create(t, members{"url": "https://example.org"})["short_url"]}))
}

func TestHeadIsGetWithoutABodyAndDoesNotCount(t *testing.T) {
	code := fmt.Sprint(create(t, members{"url": "https://example.org"})["code"])
	for _, path := range []string{"/" + code, "/links/" + code, "/nobody-" + code} {
		head, get := call(t, "HEAD", path, ""), call(t, "GET", path, "")
		if head.StatusCode != get.StatusCode || len(head.body) > 0 {
			t.Errorf("%s: %d and %d", path, head.StatusCode, get.StatusCode)
		}
		for _, name := range []string{"Location", "Cache-Control", "Content-Type"} {
			if head.Header.Get(name) != get.Header.Get(name) {
				t.Errorf("%s: %s: %q and %q", path, name, head.Header.Get(name), get.Header.Get(name))
			}
		}
	}
	if n := hits(t, code); n != 1.0 {
		t.Errorf("%v hits", n)
	}
}

func TestGoneIsNotUnknown(t *testing.T) {
	unknown, deleted, expired := newAlias(), newAlias(), newAlias()
	create(t, members{"url": "https://example.org", "alias": deleted})
	create(t, members{"url": "https://example.org", "alias": expired, "ttl": 1})
	if a := call(t, "DELETE", "/links/"+deleted, ""); a.StatusCode != 204 {
		t.Errorf("status %d", a.StatusCode)
	}
	for _, method := range []string{"GET", "DELETE"} {
		wantProblem(t, 404, call(t, method, "/links/"+unknown, ""))
		wantProblem(t, 410, call(t, method, "/links/"+deleted, ""))
	}
	time.Sleep(1300 * time.Millisecond)
	wantProblem(t, 404, call(t, "GET", "/"+unknown, ""))
	wantProblem(t, 410, call(t, "GET", "/"+deleted, ""))
	wantProblem(t, 410, call(t, "GET", "/"+expired, ""))
	if a := call(t, "GET", "/links/"+expired, ""); a.StatusCode != 200 {
		t.Errorf("status %d", a.StatusCode)
	}
	for _, taken := range []string{deleted, expired} {
		wantProblem(t, 409, post(t, members{"url": "https://example.org", "alias": taken}))
	}
}

func TestOtherMethods(t *testing.T) {
	code := fmt.Sprint(create(t, members{"url": "https://example.org"})["code"])
	for _, row := range [][3]string{
		{"PUT", "/" + code, "GET, HEAD"}, {"DELETE", "/" + code, "GET, HEAD"},
		{"GET", "/links", "POST"}, {"PUT", "/links/" + code, "GET, HEAD, DELETE"},
	} {
		a := call(t, row[0], row[1], "")
		wantProblem(t, 405, a)
		for _, method := range strings.Split(row[2], ", ") {
			if !strings.Contains(a.Header.Get("Allow"), method) {
				t.Errorf("%s %s: Allow: %s", row[0], row[1], a.Header.Get("Allow"))
			}
		}
	}
}

func TestOneOfManyGetsTheAlias(t *testing.T) {
	alias := newAlias()
	var group sync.WaitGroup
	answers := make([]answer, 40)
	for i := range answers {
		i := i
		group.Add(1)
		go func() {
			defer group.Done()
			answers[i] = post(t, members{"url": fmt.Sprint("https://example.org/", i), "alias": alias})
		}()
	}
	group.Wait()
	statuses := map[int]int{}
	for _, a := range answers {
		statuses[a.StatusCode]++
		if want := call(t, "GET", "/"+alias, "").Header.Get("Location"); a.StatusCode == 201 && a.json(t)["url"] != want {
			t.Errorf("%s was acknowledged, %s is there", a.body, want)
		}
	}
	if statuses[201] != 1 || statuses[409] != 39 {
		t.Errorf("statuses %v", statuses)
	}
}

func TestEachHitCountsOnce(t *testing.T) {
	code := create(t, members{"url": "https://example.org"})["code"]
	var group sync.WaitGroup
	for i := 0; i < 20; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for n := 0; n < 15; n++ {
				call(t, "GET", fmt.Sprint("/", code), "")
			}
		}()
	}
	group.Wait()
	if n := hits(t, code); n != 300.0 {
		t.Errorf("%v hits", n)
	}
}
