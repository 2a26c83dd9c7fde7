package main

import (
	"bytes"
	"log"
	"math"
	"math/rand"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	firstDelay    = 4 * time.Second
	retryAfterCap = 24 * time.Hour
	perEndpoint   = 16 // attempts at once; an endpoint that hangs holds no more than these
)

// Dispatcher has one goroutine for each pending delivery: it sleeps until the delivery is due, and makes the attempts.
type Dispatcher struct {
	store       *Store
	client      *http.Client
	scale       float64
	maxAttempts int
	mu          sync.Mutex
	slots       map[string]chan struct{} // of each endpoint
}

func newDispatcher(store *Store, policy Policy, scale float64, maxAttempts int, timeout time.Duration) *Dispatcher {
	dialer := &net.Dialer{Control: policy.Control}
	return &Dispatcher{
		store:       store,
		scale:       scale,
		maxAttempts: maxAttempts,
		slots:       map[string]chan struct{}{},
		client: &http.Client{
			Timeout: timeout,
			Transport: &http.Transport{
				Proxy:             nil, // the environment's proxy would connect without our check
				DialContext:       dialer.DialContext,
				DisableKeepAlives: true,
			},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
}

// Resume takes up what was pending when the service ended.
func (d *Dispatcher) Resume() {
	d.store.mu.Lock()
	defer d.store.mu.Unlock()
	for _, delivery := range d.store.deliveries {
		if delivery.Status == pending {
			go d.Run(*delivery)
		}
	}
}

func (d *Dispatcher) slotsOf(endpoint string) chan struct{} {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.slots[endpoint] == nil {
		d.slots[endpoint] = make(chan struct{}, perEndpoint)
	}
	return d.slots[endpoint]
}

// Run attempts a delivery until it is delivered or dead.
func (d *Dispatcher) Run(delivery Delivery) {
	slots := d.slotsOf(delivery.EndpointID)
	for delivery.Status == pending {
		time.Sleep(time.Until(delivery.Due))
		slots <- struct{}{}
		next, ok := d.attempt(delivery)
		<-slots
		if !ok {
			return
		}
		delivery = next
	}
}

func (d *Dispatcher) attempt(delivery Delivery) (Delivery, bool) {
	delivery, endpoint, body, ok := d.store.Attempt(delivery.ID, delivery.Run)
	if !ok {
		return delivery, false
	}
	var retryAfter time.Duration
	delivery.Attempts++
	delivery.LastStatus = nil
	response, err := d.post(endpoint, delivery.EventID, body)
	if err == nil {
		response.Body.Close()
		delivery.LastStatus = &response.StatusCode
		retryAfter = parseRetryAfter(response.Header.Get("Retry-After"), time.Now())
	} else {
		log.Printf("delivery %s: %v", delivery.ID, err)
	}
	switch {
	case err == nil && response.StatusCode >= 200 && response.StatusCode <= 299:
		delivery.Status = delivered
	case err == nil && response.StatusCode == http.StatusGone, delivery.Attempts >= d.maxAttempts:
		delivery.Status = dead
	default:
		delay := d.delay(delivery.Attempts)
		if delay < retryAfter {
			delay = retryAfter
		}
		delivery.Due = time.Now().Add(delay)
	}
	d.store.Record(delivery)
	return delivery, true
}

func (d *Dispatcher) post(endpoint Endpoint, id string, body []byte) (*http.Response, error) {
	request, err := http.NewRequest(http.MethodPost, endpoint.URL, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	now := time.Now()
	var secrets []string
	for _, secret := range endpoint.Secrets {
		if secret.Expires.IsZero() || now.Before(secret.Expires) {
			secrets = append(secrets, secret.Value)
		}
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", "webhook-delivery")
	request.Header.Set("webhook-id", id)
	request.Header.Set("webhook-timestamp", strconv.FormatInt(now.Unix(), 10))
	request.Header.Set("webhook-signature", signatures(secrets, id, now.Unix(), body))
	return d.client.Do(request)
}

// delay is drawn from d(n) to 1.5 d(n), d(n) doubling with each failure.
func (d *Dispatcher) delay(failed int) time.Duration {
	seconds := firstDelay.Seconds() * math.Pow(2, float64(failed-1)) * d.scale * (1 + rand.Float64()/2)
	return time.Duration(math.Min(seconds, 1e9) * float64(time.Second))
}

// parseRetryAfter gives how long to wait; zero where the value says nothing of use.
func parseRetryAfter(value string, now time.Time) time.Duration {
	value = strings.TrimSpace(value)
	var wait time.Duration
	if seconds, err := strconv.ParseUint(value, 10, 64); err == nil {
		if seconds > uint64(retryAfterCap/time.Second) {
			return retryAfterCap
		}
		wait = time.Duration(seconds) * time.Second
	} else if date, err := http.ParseTime(value); err == nil {
		wait = date.Sub(now)
	}
	switch {
	case wait < 0:
		return 0
	case wait > retryAfterCap:
		return retryAfterCap
	}
	return wait
}
