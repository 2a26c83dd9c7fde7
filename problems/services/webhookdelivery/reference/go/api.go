package main

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"
)

const maxBody = 1 << 20

// Problem is an answer that is an error, after RFC 9457.
type Problem struct {
	Status int
	Detail string
}

func (p Problem) Error() string { return p.Detail }

// API answers requests. A handler gets the id in the path, and gives status and value, or an error.
type API struct {
	store      *Store
	dispatcher *Dispatcher
	policy     Policy
}

func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	status, value, err := a.route(w, r)
	contentType := "application/json"
	if err != nil {
		problem := Problem{http.StatusInternalServerError, "an internal error"}
		switch {
		case errors.As(err, &problem):
		case errors.Is(err, errNotFound):
			problem = Problem{http.StatusNotFound, err.Error()}
		case errors.Is(err, errNotDead), errors.Is(err, errDisabled):
			problem = Problem{http.StatusConflict, err.Error()}
		}
		contentType = "application/problem+json"
		status = problem.Status
		value = map[string]any{"type": "about:blank", "title": http.StatusText(status), "status": status, "detail": problem.Detail}
	}
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(value)
}

func (a *API) route(w http.ResponseWriter, r *http.Request) (int, any, error) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	pattern, id := r.Method+" /"+parts[0], ""
	if len(parts) > 1 {
		pattern, id = pattern+"/{id}", parts[1]
	}
	if len(parts) > 2 {
		pattern += "/" + strings.Join(parts[2:], "/")
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	switch pattern {
	case "GET /healthz":
		return http.StatusOK, map[string]string{"status": "ok"}, nil
	case "POST /endpoints":
		return a.createEndpoint(r)
	case "GET /endpoints/{id}":
		endpoint, err := a.store.ChangeEndpoint(id, nil)
		return http.StatusOK, showEndpoint(endpoint, ""), err
	case "POST /endpoints/{id}/rotate":
		return a.rotate(r, id)
	case "POST /endpoints/{id}/enable":
		endpoint, err := a.store.ChangeEndpoint(id, func(e *Endpoint) { e.Status = active })
		return http.StatusOK, showEndpoint(endpoint, ""), err
	case "POST /events":
		return a.createEvent(r)
	case "GET /events/{id}":
		return a.getEvent(id)
	case "GET /deliveries/{id}":
		return a.getDelivery(id)
	case "POST /deliveries/{id}/replay":
		delivery, err := a.store.Replay(id)
		if err == nil {
			go a.dispatcher.Run(delivery)
		}
		return http.StatusAccepted, showDelivery(delivery), err
	case "GET /dead-letters":
		return a.deadLetters(r.URL.Query().Get("endpoint_id"))
	}
	return 0, nil, Problem{http.StatusNotFound, "there is nothing at this path"}
}

func (a *API) createEndpoint(r *http.Request) (int, any, error) {
	var body struct {
		URL    string   `json:"url"`
		Types  []string `json:"types"`
		Secret *string  `json:"secret"`
	}
	if err := readJSON(r, &body); err != nil {
		return 0, nil, err
	}
	if len(body.Types) == 0 {
		return 0, nil, invalid("types must be a list of one or more non-empty strings")
	}
	for _, kind := range body.Types {
		if kind == "" {
			return 0, nil, invalid("a type is a non-empty string")
		}
	}
	if err := a.policy.CheckURL(r.Context(), body.URL); err != nil {
		return 0, nil, invalid(err.Error())
	}
	secret, err := checkedSecret(body.Secret)
	if err != nil {
		return 0, nil, err
	}
	endpoint := Endpoint{ID: newID("ep"), URL: body.URL, Types: body.Types, Status: active, Secrets: []Secret{{Value: secret}}}
	a.store.Update(func() error {
		kept := endpoint
		a.store.commit(change{Endpoint: &kept})
		return nil
	})
	return http.StatusCreated, showEndpoint(endpoint, secret), nil
}

func (a *API) rotate(r *http.Request, id string) (int, any, error) {
	var body struct {
		Secret  *string  `json:"secret"`
		Overlap *float64 `json:"overlap_seconds"`
	}
	if err := readJSON(r, &body); err != nil {
		return 0, nil, err
	}
	overlap := 86400.0
	if body.Overlap != nil {
		overlap = *body.Overlap
	}
	if overlap < 0 || overlap > 1e9 {
		return 0, nil, invalid("overlap_seconds must be a number of at least 0")
	}
	secret, err := checkedSecret(body.Secret)
	if err != nil {
		return 0, nil, err
	}
	endpoint, err := a.store.ChangeEndpoint(id, func(e *Endpoint) {
		now := time.Now()
		kept := []Secret{{Value: secret}}
		for _, old := range e.Secrets {
			if old.Expires.IsZero() {
				old.Expires = now.Add(time.Duration(overlap * float64(time.Second)))
			}
			if now.Before(old.Expires) {
				kept = append(kept, old)
			}
		}
		e.Secrets = kept
	})
	return http.StatusOK, showEndpoint(endpoint, secret), err
}

func (a *API) createEvent(r *http.Request) (int, any, error) {
	var posted struct {
		Type string          `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if err := readJSON(r, &posted); err != nil {
		return 0, nil, err
	}
	if posted.Type == "" {
		return 0, nil, invalid("type must be a non-empty string")
	}
	if posted.Data == nil {
		return 0, nil, invalid("data is missing")
	}
	timestamp := time.Now().UTC().Format("2006-01-02T15:04:05.000Z07:00")
	// the body is made once: every attempt sends and signs these bytes
	body, err := json.Marshal(struct {
		Type      string          `json:"type"`
		Timestamp string          `json:"timestamp"`
		Data      json.RawMessage `json:"data"`
	}{posted.Type, timestamp, posted.Data})
	if err != nil {
		return 0, nil, err
	}
	event := &Event{ID: newID("msg"), Type: posted.Type, Timestamp: timestamp, Body: body}
	made := a.store.AddEvent(event)
	for _, delivery := range made {
		go a.dispatcher.Run(delivery)
	}
	return http.StatusAccepted, showEvent(event, made), nil
}

func (a *API) getEvent(id string) (int, any, error) {
	var shown any
	err := a.store.Update(func() error {
		event, ok := a.store.events[id]
		if !ok {
			return errNotFound
		}
		var deliveries []Delivery
		for _, id := range event.Deliveries {
			deliveries = append(deliveries, *a.store.deliveries[id])
		}
		shown = showEvent(event, deliveries)
		return nil
	})
	return http.StatusOK, shown, err
}

func (a *API) getDelivery(id string) (int, any, error) {
	var shown any
	err := a.store.Update(func() error {
		delivery, ok := a.store.deliveries[id]
		if !ok {
			return errNotFound
		}
		shown = showDelivery(*delivery)
		return nil
	})
	return http.StatusOK, shown, err
}

func (a *API) deadLetters(endpoint string) (int, any, error) {
	items := []any{}
	err := a.store.Update(func() error {
		if a.store.endpoints[endpoint] == nil {
			return errNotFound
		}
		for _, id := range a.store.ofEndpoint[endpoint] {
			if delivery := a.store.deliveries[id]; delivery.Status == dead {
				items = append(items, showDelivery(*delivery))
			}
		}
		return nil
	})
	return http.StatusOK, map[string]any{"items": items}, err
}

func showEndpoint(e Endpoint, secret string) any {
	shown := map[string]any{"id": e.ID, "url": e.URL, "types": e.Types, "status": e.Status}
	if secret != "" {
		shown["secret"] = secret
	}
	return shown
}

func showEvent(event *Event, deliveries []Delivery) any {
	list := []any{}
	for _, delivery := range deliveries {
		list = append(list, showDelivery(delivery))
	}
	return map[string]any{"id": event.ID, "type": event.Type, "timestamp": event.Timestamp, "deliveries": list}
}

func showDelivery(d Delivery) any {
	return map[string]any{"id": d.ID, "event_id": d.EventID, "endpoint_id": d.EndpointID,
		"status": d.Status, "attempts": d.Attempts, "last_status": d.LastStatus}
}

func readJSON(r *http.Request, into any) error {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return Problem{http.StatusRequestEntityTooLarge, "the body is too large"}
	}
	if !json.Valid(body) {
		return Problem{http.StatusBadRequest, "the body is not JSON"}
	}
	if err := json.Unmarshal(body, into); err != nil {
		return invalid(err.Error())
	}
	return nil
}

func invalid(detail string) Problem { return Problem{http.StatusUnprocessableEntity, detail} }

func checkedSecret(given *string) (string, error) {
	if given == nil {
		return newSecret(), nil
	}
	if _, err := keyOf(*given); err != nil {
		return "", invalid(err.Error())
	}
	return *given, nil
}

func newID(prefix string) string {
	random := make([]byte, 12)
	if _, err := rand.Read(random); err != nil {
		panic(err)
	}
	return prefix + "_" + hex.EncodeToString(random)
}
