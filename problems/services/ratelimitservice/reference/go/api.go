package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	longestBody   = 1 << 20
	largestBatch  = 1000
	quotaExceeded = "https://iana.org/assignments/http-problem-types#quota-exceeded"
)

// API answers requests.
type API struct {
	limiter *Limiter
	trusted Proxies
}

func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch parts := strings.Split(r.URL.Path, "/"); {
	case len(parts) == 3 && parts[1] == "check" && parts[2] != "":
		if allowed(w, r, http.MethodGet) {
			a.check(w, r, parts[2])
		}
	case r.URL.Path == "/decisions":
		if allowed(w, r, http.MethodPost) {
			a.decide(w, r)
		}
	case r.URL.Path == "/policies":
		if allowed(w, r, http.MethodGet) {
			a.policies(w)
		}
	case r.URL.Path == "/stats":
		if allowed(w, r, http.MethodGet) {
			writeJSON(w, http.StatusOK, map[string]int{"clients": a.limiter.Clients()})
		}
	case r.URL.Path == "/healthz":
		writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
	default:
		writeProblem(w, http.StatusNotFound, "there is nothing at this path", nil)
	}
}

func (a *API) policies(w http.ResponseWriter) {
	type row struct {
		Name   string `json:"name"`
		Quota  int    `json:"quota"`
		Window int    `json:"window"`
	}
	rows := []row{}
	for _, p := range a.limiter.Policies() {
		rows = append(rows, row{p.Name, p.Quota, int(p.Window / time.Second)})
	}
	writeJSON(w, http.StatusOK, map[string]any{"policies": rows})
}

// check decides about the request itself: for gateways that ask with a subrequest.
func (a *API) check(w http.ResponseWriter, r *http.Request, name string) {
	policy, found := a.limiter.Policy(name)
	if !found {
		writeProblem(w, http.StatusNotFound, "there is no such policy", nil)
		return
	}
	who, err := clientOf(r, a.trusted)
	if err != nil {
		writeProblem(w, http.StatusBadRequest, err.Error(), nil)
		return
	}
	cost := 1
	if query := r.URL.Query(); query.Has("cost") {
		if cost, err = parseCost(query.Get("cost"), policy); err != nil {
			writeProblem(w, http.StatusUnprocessableEntity, err.Error(), nil)
			return
		}
	}
	decision := a.limiter.Ask(name, who, cost)
	setFields(w.Header(), decision)
	if !decision.Allowed {
		writeProblem(w, http.StatusTooManyRequests, "the quota is used up", map[string]any{
			"type": quotaExceeded, "violated-policies": []string{name},
		})
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// setFields says what a decision means, in the form of draft-ietf-httpapi-ratelimit-headers.
func setFields(h http.Header, d Decision) {
	h.Set("RateLimit-Policy", fmt.Sprintf(`"%s";q=%d;w=%d`, d.Policy.Name, d.Policy.Quota, d.Policy.Window/time.Second))
	h.Set("RateLimit", fmt.Sprintf(`"%s";r=%d;t=%d`, d.Policy.Name, d.Remaining, d.Reset))
	if !d.Allowed {
		h.Set("Retry-After", strconv.Itoa(d.RetryAfter))
	}
	h.Set("Cache-Control", "no-store")
}

func parseCost(text string, policy Policy) (int, error) {
	cost, err := strconv.ParseUint(text, 10, 31)
	if err != nil || int(cost) > policy.Quota {
		return 0, fmt.Errorf("cost has to be a whole number, 0 to %d", policy.Quota)
	}
	return int(cost), nil
}

type question struct {
	Policy string           `json:"policy"`
	Client string           `json:"client"`
	Cost   *json.RawMessage `json:"cost"`
}

type verdict struct {
	Allowed    bool `json:"allowed"`
	Remaining  int  `json:"remaining"`
	Reset      int  `json:"reset"`
	RetryAfter *int `json:"retry_after"`
}

// decide answers many questions at once. All of them are looked at before the first is counted.
func (a *API) decide(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, longestBody))
	if err != nil {
		status := http.StatusBadRequest
		if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
			status = http.StatusRequestEntityTooLarge
		}
		writeProblem(w, status, err.Error(), nil)
		return
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(body, &members); err != nil || members == nil {
		writeProblem(w, http.StatusBadRequest, "the body is not a JSON object", nil)
		return
	}
	asks, err := a.questions(members["checks"])
	if err != nil {
		writeProblem(w, http.StatusUnprocessableEntity, err.Error(), nil)
		return
	}
	verdicts := make([]verdict, len(asks))
	for i, ask := range asks {
		d := ask()
		verdicts[i] = verdict{Allowed: d.Allowed, Remaining: d.Remaining, Reset: d.Reset}
		if !d.Allowed {
			verdicts[i].RetryAfter = &d.RetryAfter
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, http.StatusOK, map[string]any{"decisions": verdicts})
}

func (a *API) questions(raw json.RawMessage) ([]func() Decision, error) {
	var questions []question
	if err := json.Unmarshal(raw, &questions); err != nil {
		return nil, errors.New("checks has to be a list of objects with policy and client")
	}
	if len(questions) < 1 || len(questions) > largestBatch {
		return nil, fmt.Errorf("checks has to have 1 to %d entries", largestBatch)
	}
	asks := make([]func() Decision, len(questions))
	for i, q := range questions {
		policy, found := a.limiter.Policy(q.Policy)
		if !found {
			return nil, fmt.Errorf("entry %d: there is no such policy", i)
		}
		who, err := clientOfKey(q.Client)
		cost := 1
		if err == nil && q.Cost != nil {
			cost, err = parseCost(string(*q.Cost), policy)
		}
		if err != nil {
			return nil, fmt.Errorf("entry %d: %w", i, err)
		}
		asks[i] = func() Decision { return a.limiter.Ask(policy.Name, who, cost) }
	}
	return asks, nil
}

func allowed(w http.ResponseWriter, r *http.Request, method string) bool {
	if r.Method == method {
		return true
	}
	w.Header().Set("Allow", method)
	writeProblem(w, http.StatusMethodNotAllowed, "use "+method, nil)
	return false
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	write(w, status, "application/json", value)
}

// writeProblem answers an error in the form of RFC 9457; members replace or extend the usual ones.
func writeProblem(w http.ResponseWriter, status int, detail string, members map[string]any) {
	problem := map[string]any{
		"type": "about:blank", "title": http.StatusText(status), "status": status, "detail": detail,
	}
	for name, value := range members {
		problem[name] = value
	}
	write(w, status, "application/problem+json", problem)
}

func write(w http.ResponseWriter, status int, contentType string, value any) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // the client may be gone
}
