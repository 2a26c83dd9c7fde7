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
	"regexp"
	"sort"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// The tests talk HTTP to BASE_URL where it is set, else to a service that they start themselves. They
// ask it for its policies, so that any two will do: the one with the shortest window is waited for, and
// what has to be done within a window is done in the longest.
var (
	base        string
	brief, long testPolicy
)

type testPolicy struct {
	Name          string
	Quota, Window int
}

func TestMain(m *testing.M) {
	rand.Seed(time.Now().UnixNano())
	base = strings.TrimRight(os.Getenv("BASE_URL"), "/")
	if base == "" {
		policies, err := parsePolicies("brief=5/2,long=20/60")
		if err != nil {
			panic(err)
		}
		base = httptest.NewServer(&API{limiter: NewLimiter(policies)}).URL
	}
	if err := learnPolicies(); err != nil {
		fmt.Println("the tests need a service with two policies:", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func learnPolicies() error {
	response, err := http.Get(base + "/policies")
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var list struct{ Policies []testPolicy }
	if err := json.NewDecoder(response.Body).Decode(&list); err != nil {
		return err
	}
	all := list.Policies
	sort.SliceStable(all, func(i, k int) bool { return all[i].Window < all[k].Window })
	if len(all) < 2 {
		return fmt.Errorf("it has %d", len(all))
	}
	brief, long = all[0], all[len(all)-1]
	return nil
}

type answer struct {
	*http.Response
	body []byte
}

func send(t *testing.T, method, path, body string, headers ...string) answer {
	t.Helper()
	request, err := http.NewRequest(method, base+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
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

func check(t *testing.T, policy testPolicy, key, query string) answer {
	t.Helper()
	return send(t, "GET", "/check/"+policy.Name+query, "", "X-Api-Key", key)
}

func newKey() string { return fmt.Sprintf("key-%016x", rand.Uint64()) }

var limitForm = regexp.MustCompile(`^"([^"]*)";r=(\d+);t=(\d+)$`)

func limit(t *testing.T, a answer) (remaining, reset int) {
	t.Helper()
	form := limitForm.FindStringSubmatch(a.Header.Get("RateLimit"))
	if form == nil {
		t.Fatalf("RateLimit: %q", a.Header.Get("RateLimit"))
	}
	remaining, _ = strconv.Atoi(form[2])
	reset, _ = strconv.Atoi(form[3])
	return remaining, reset
}

func wantStatus(t *testing.T, want int, a answer) {
	t.Helper()
	if a.StatusCode != want {
		t.Fatalf("status %d instead of %d: %s", a.StatusCode, want, a.body)
	}
}

func wantProblem(t *testing.T, status int, a answer) map[string]any {
	t.Helper()
	wantStatus(t, status, a)
	var members map[string]any
	if err := json.Unmarshal(a.body, &members); err != nil || members["status"] != float64(status) ||
		!strings.HasPrefix(a.Header.Get("Content-Type"), "application/problem+json") {
		t.Errorf("no problem details: %s", a.body)
	}
	return members
}

func TestTheQuotaIsExactAtOnce(t *testing.T) {
	key := newKey()
	var group sync.WaitGroup
	answers := make([]answer, long.Quota+100)
	for i := range answers {
		i := i
		group.Add(1)
		go func() { defer group.Done(); answers[i] = check(t, long, key, "") }()
	}
	group.Wait()
	left := map[int]bool{}
	for _, a := range answers {
		if a.StatusCode == 204 {
			r, _ := limit(t, a)
			left[r] = true
		}
	}
	if len(left) != long.Quota {
		t.Errorf("%d different values of r, %d is the quota", len(left), long.Quota)
	}
}

func TestTheFieldsTellWhatIsLeft(t *testing.T) {
	key := newKey()
	policy := fmt.Sprintf(`"%s";q=%d;w=%d`, long.Name, long.Quota, long.Window)
	if r, reset := limit(t, check(t, long, key, "?cost=0")); r != long.Quota || reset != 0 {
		t.Errorf("a new client has r=%d and t=%d", r, reset)
	}
	for want := long.Quota - 1; want >= 0; want-- {
		a := check(t, long, key, "")
		wantStatus(t, 204, a)
		if r, reset := limit(t, a); r != want || reset < long.Window/2 || reset > long.Window+1 {
			t.Errorf("r=%d and t=%d where %d are left", r, reset, want)
		}
		if got := a.Header.Get("RateLimit-Policy"); got != policy {
			t.Errorf("RateLimit-Policy: %s", got)
		}
	}
}

func TestARefusalSaysWhyAndUntilWhen(t *testing.T) {
	key := newKey()
	all := fmt.Sprint("?cost=", brief.Quota)
	wantStatus(t, 204, check(t, brief, key, all))
	a := check(t, brief, key, "")
	problem := wantProblem(t, 429, a)
	if problem["type"] != quotaExceeded || fmt.Sprint(problem["violated-policies"]) != "["+brief.Name+"]" {
		t.Errorf("%v", problem)
	}
	wait, err := strconv.Atoi(a.Header.Get("Retry-After"))
	if err != nil || wait < 1 || wait > brief.Window+1 {
		t.Fatalf("Retry-After: %s", a.Header.Get("Retry-After"))
	}
	for i := 0; i < 10; i++ {
		check(t, brief, key, "") // refused ones do not count
	}
	time.Sleep(time.Duration(wait) * time.Second)
	wantStatus(t, 204, check(t, brief, key, all))
}

func TestTheWindowSlides(t *testing.T) {
	key, window := newKey(), time.Duration(brief.Window)*time.Second
	begin := time.Now()
	wantStatus(t, 204, check(t, brief, key, ""))
	time.Sleep(window * 7 / 10)
	wantStatus(t, 204, check(t, brief, key, fmt.Sprint("?cost=", brief.Quota-1)))
	time.Sleep(window*12/10 - time.Since(begin))
	wantStatus(t, 204, check(t, brief, key, ""))
	wantStatus(t, 429, check(t, brief, key, ""))
}

func TestCosts(t *testing.T) {
	key := newKey()
	wantStatus(t, 204, check(t, long, key, fmt.Sprint("?cost=", long.Quota-1)))
	if r, _ := limit(t, check(t, long, key, "?cost=2")); r != 1 {
		t.Errorf("a refused request took something: r=%d", r)
	}
	wantStatus(t, 204, check(t, long, key, "?cost=1"))
	for _, cost := range []string{"-1", "1.5", "x", "", fmt.Sprint(long.Quota + 1)} {
		wantProblem(t, 422, check(t, long, key, "?cost="+cost))
	}
}

func TestClientsAndPoliciesAreApart(t *testing.T) {
	key := newKey()
	wantStatus(t, 204, check(t, long, key, fmt.Sprint("?cost=", long.Quota)))
	wantStatus(t, 429, check(t, long, key, ""))
	wantStatus(t, 204, check(t, long, strings.ToUpper(key), ""))
	wantStatus(t, 204, check(t, brief, key, ""))
	wantProblem(t, 400, check(t, long, strings.Repeat("k", 129), ""))
	wantProblem(t, 404, check(t, testPolicy{Name: "nobody"}, key, ""))
}

func TestDecisionsInBulk(t *testing.T) {
	key := newKey()
	batch := func(checks ...map[string]any) answer {
		var body bytes.Buffer
		if err := json.NewEncoder(&body).Encode(map[string]any{"checks": checks}); err != nil {
			t.Fatal(err)
		}
		return send(t, "POST", "/decisions", body.String())
	}
	one := map[string]any{"policy": long.Name, "client": key}
	all := map[string]any{"policy": long.Name, "client": key, "cost": long.Quota}
	wantProblem(t, 422, batch(one, map[string]any{"policy": "nobody", "client": key}))
	wantProblem(t, 422, batch())
	wantProblem(t, 422, batch(map[string]any{"policy": long.Name, "client": key, "cost": "1"}))
	wantProblem(t, 400, send(t, "POST", "/decisions", "[]"))
	a := batch(all, one)
	wantStatus(t, 200, a)
	var got struct{ Decisions []verdict }
	if err := json.Unmarshal(a.body, &got); err != nil || len(got.Decisions) != 2 {
		t.Fatalf("%s", a.body)
	}
	if d := got.Decisions; !d[0].Allowed || d[0].RetryAfter != nil || d[1].Allowed || d[1].RetryAfter == nil {
		t.Errorf("%s", a.body)
	}
	wantStatus(t, 429, check(t, long, key, ""))
}

func TestMethods(t *testing.T) {
	for _, row := range [][3]string{{"POST", "/check/" + long.Name, "GET"}, {"GET", "/decisions", "POST"}} {
		a := send(t, row[0], row[1], "")
		wantProblem(t, 405, a)
		if !strings.Contains(a.Header.Get("Allow"), row[2]) {
			t.Errorf("Allow: %s", a.Header.Get("Allow"))
		}
	}
}
