package main

import (
	"encoding/json"
	"errors"
	"sync"
	"time"
)

const (
	active    = "active"
	disabled  = "disabled"
	pending   = "pending"
	delivered = "delivered"
	dead      = "dead"
)

var (
	errNotFound = errors.New("no such thing")
	errNotDead  = errors.New("the delivery is not dead")
	errDisabled = errors.New("the endpoint is disabled")
)

type Secret struct {
	Value   string    `json:"value"`
	Expires time.Time `json:"expires"` // zero: the present one
}

type Endpoint struct {
	ID      string   `json:"id"`
	URL     string   `json:"url"`
	Types   []string `json:"types"`
	Status  string   `json:"status"`
	Secrets []Secret `json:"secrets"`
}

type Event struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Timestamp  string   `json:"timestamp"`
	Body       []byte   `json:"body,omitempty"`
	Deliveries []string `json:"deliveries"`
}

type Delivery struct {
	ID         string    `json:"id"`
	EventID    string    `json:"event_id"`
	EndpointID string    `json:"endpoint_id"`
	Status     string    `json:"status"`
	Attempts   int       `json:"attempts"`
	LastStatus *int      `json:"last_status"`
	Due        time.Time `json:"due"`
	Run        int       `json:"run"` // how often it was replayed
}

// change is a line of the journal: the new state of what it names. Its parts count together.
type change struct {
	Endpoint   *Endpoint  `json:"endpoint,omitempty"`
	Event      *Event     `json:"event,omitempty"`
	Deliveries []Delivery `json:"deliveries,omitempty"`
}

// Store has everything in memory, and each change in the journal.
type Store struct {
	mu         sync.Mutex
	journal    *Journal
	endpoints  map[string]*Endpoint
	subscribed map[string][]string // type: endpoints
	events     map[string]*Event
	deliveries map[string]*Delivery
	ofEndpoint map[string][]string // deliveries, the oldest first
}

func openStore(path string) (*Store, error) {
	s := &Store{
		endpoints:  map[string]*Endpoint{},
		subscribed: map[string][]string{},
		events:     map[string]*Event{},
		deliveries: map[string]*Delivery{},
		ofEndpoint: map[string][]string{},
	}
	read := func(line []byte) error {
		var c change
		if err := json.Unmarshal(line, &c); err != nil {
			return err
		}
		s.apply(c)
		return nil
	}
	var err error
	s.journal, err = openJournal(path, read, s.snapshot)
	return s, err
}

func (s *Store) snapshot(write func(any) error) error {
	for _, endpoint := range s.endpoints {
		if err := write(change{Endpoint: endpoint}); err != nil {
			return err
		}
	}
	for _, event := range s.events {
		c := change{Event: event}
		for _, id := range event.Deliveries {
			c.Deliveries = append(c.Deliveries, *s.deliveries[id])
		}
		if err := write(c); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) apply(c change) {
	if e := c.Endpoint; e != nil {
		if s.endpoints[e.ID] == nil {
			for _, kind := range unique(e.Types) {
				s.subscribed[kind] = append(s.subscribed[kind], e.ID)
			}
		}
		s.endpoints[e.ID] = e
	}
	if c.Event != nil {
		s.events[c.Event.ID] = c.Event
	}
	for i := range c.Deliveries {
		d := c.Deliveries[i]
		if s.deliveries[d.ID] == nil {
			s.ofEndpoint[d.EndpointID] = append(s.ofEndpoint[d.EndpointID], d.ID)
		}
		s.deliveries[d.ID] = &d
	}
}

func unique(words []string) []string {
	seen := map[string]bool{}
	var kept []string
	for _, word := range words {
		if !seen[word] {
			seen[word] = true
			kept = append(kept, word)
		}
	}
	return kept
}

// commit applies a change and puts it into the journal. The caller holds the lock, and waits without it.
func (s *Store) commit(c change) {
	s.apply(c)
	s.journal.Append(c)
}

// Update runs a function that may commit, and returns when that is durable, or at once after an error.
func (s *Store) Update(f func() error) error {
	s.mu.Lock()
	err := f()
	s.mu.Unlock()
	if err == nil {
		s.journal.Wait() // also for reads: nobody is shown what a crash could take back
	}
	return err
}

func (s *Store) AddEvent(event *Event) (made []Delivery) {
	s.Update(func() error {
		for _, id := range s.subscribed[event.Type] {
			if s.endpoints[id].Status == active {
				d := Delivery{ID: newID("dlv"), EventID: event.ID, EndpointID: id, Status: pending, Due: time.Now()}
				event.Deliveries = append(event.Deliveries, d.ID)
				made = append(made, d)
			}
		}
		s.commit(change{Event: event, Deliveries: made})
		return nil
	})
	return made
}

// ChangeEndpoint changes a copy of an endpoint and gives the result.
func (s *Store) ChangeEndpoint(id string, edit func(*Endpoint)) (result Endpoint, err error) {
	err = s.Update(func() error {
		old, ok := s.endpoints[id]
		if !ok {
			return errNotFound
		}
		result = *old
		if edit != nil {
			edit(&result)
			kept := result
			s.commit(change{Endpoint: &kept})
		}
		return nil
	})
	return result, err
}

func (s *Store) Replay(id string) (d Delivery, err error) {
	err = s.Update(func() error {
		old, ok := s.deliveries[id]
		switch {
		case !ok:
			return errNotFound
		case old.Status != dead:
			return errNotDead
		case s.endpoints[old.EndpointID].Status != active:
			return errDisabled
		}
		d = *old
		d.Status, d.Attempts, d.LastStatus, d.Due = pending, 0, nil, time.Now()
		d.Run++
		s.commit(change{Deliveries: []Delivery{d}})
		return nil
	})
	return d, err
}

// Attempt gives what an attempt needs; ok is false where the delivery waits no more, or was replayed since.
func (s *Store) Attempt(id string, run int) (d Delivery, endpoint Endpoint, body []byte, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d = *s.deliveries[id]
	return d, *s.endpoints[d.EndpointID], s.events[d.EventID].Body, d.Status == pending && d.Run == run
}

// Record stores the outcome of an attempt.
func (s *Store) Record(outcome Delivery) {
	s.Update(func() error {
		now := s.deliveries[outcome.ID]
		if now.Run != outcome.Run || (now.Status != pending && outcome.Status != delivered) {
			return nil // it died while the attempt was under way
		}
		c := change{Deliveries: []Delivery{outcome}}
		if outcome.LastStatus != nil && *outcome.LastStatus == 410 {
			endpoint := *s.endpoints[outcome.EndpointID]
			endpoint.Status = disabled
			c.Endpoint = &endpoint
			for _, id := range s.ofEndpoint[endpoint.ID] {
				if other := *s.deliveries[id]; other.Status == pending && id != outcome.ID {
					other.Status = dead
					c.Deliveries = append(c.Deliveries, other)
				}
			}
		}
		s.commit(c)
		return nil
	})
}
