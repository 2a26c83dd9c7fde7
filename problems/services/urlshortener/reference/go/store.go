package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Store keeps all links in memory and appends each change to a log, one JSON object a line.
//
// One goroutine, the writer, makes all changes: it takes those that wait, appends their lines, calls
// fsync once for all of them, and answers then (group commit). Reading the log from its beginning gives
// the state again; a last line that was cut by a crash was never acknowledged, and is removed.
//
// Hits are counted in memory, and written every flushEvery and at the end: a crash loses those alone.
type Store struct {
	mutex   sync.RWMutex
	links   map[string]*Link
	file    *os.File
	changes chan change
	done    chan struct{}
	written map[string]int64 // the writer's own: hits that the log has
}

const (
	flushEvery   = 200 * time.Millisecond
	largestBatch = 512
)

var (
	ErrTaken   = errors.New("the code is taken")
	errDeleted = errors.New("deleted already")
)

// change is made by the writer; apply returns the lines for the log.
type change struct {
	apply func() (*record, error)
	reply chan error
}

type record struct {
	Op        string     `json:"op"` // create, delete or hits
	Code      string     `json:"code"`
	URL       string     `json:"url,omitempty"`
	CreatedAt *time.Time `json:"created_at,omitempty"`
	ExpiresAt *time.Time `json:"expires_at,omitempty"`
	Hits      int64      `json:"hits,omitempty"` // all so far, so that a line may come twice
}

func OpenStore(directory string) (*Store, error) {
	if err := os.MkdirAll(directory, 0o755); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(filepath.Join(directory, "links.log"), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	s := &Store{
		links: map[string]*Link{}, file: file, changes: make(chan change, largestBatch),
		done: make(chan struct{}), written: map[string]int64{},
	}
	if err := s.load(); err != nil {
		return nil, err
	}
	if err := syncDirectory(directory); err != nil {
		return nil, err
	}
	go s.write()
	return s, nil
}

// Close ends the writer, after it has written what waits, and the last hits.
func (s *Store) Close() {
	close(s.changes)
	<-s.done
}

func (s *Store) Find(code string) *Link {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	return s.links[code]
}

func (s *Store) Create(wanted NewLink) (*Link, error) {
	link := &Link{Code: wanted.Alias, URL: wanted.URL}
	err := s.change(func() (*record, error) {
		for link.Code == "" || s.Find(link.Code) != nil {
			if wanted.Alias != "" {
				return nil, ErrTaken
			}
			link.Code = randomCode()
		}
		link.CreatedAt = time.Now().Round(time.Millisecond)
		r := &record{Op: "create", Code: link.Code, URL: link.URL, CreatedAt: &link.CreatedAt}
		if wanted.TTL > 0 {
			link.ExpiresAt = link.CreatedAt.Add(wanted.TTL)
			r.ExpiresAt = &link.ExpiresAt
		}
		s.mutex.Lock()
		s.links[link.Code] = link
		s.mutex.Unlock()
		return r, nil
	})
	return link, err
}

// Delete says whether this call deleted the link.
func (s *Store) Delete(code string) bool {
	return s.change(func() (*record, error) {
		if s.Find(code).deleted.Swap(true) {
			return nil, errDeleted
		}
		return &record{Op: "delete", Code: code}, nil
	}) == nil
}

func (s *Store) change(apply func() (*record, error)) error {
	reply := make(chan error, 1)
	s.changes <- change{apply, reply}
	return <-reply
}

func (s *Store) write() {
	defer close(s.done)
	ticker := time.NewTicker(flushEvery)
	defer ticker.Stop()
	for {
		select {
		case first, open := <-s.changes:
			if !open {
				s.append(s.newHits())
				return
			}
			s.commit(first)
		case <-ticker.C:
			s.append(s.newHits())
		}
	}
}

func (s *Store) commit(first change) {
	batch := []change{first}
	for len(batch) < largestBatch && len(s.changes) > 0 {
		batch = append(batch, <-s.changes)
	}
	results := make([]error, len(batch))
	var records []*record
	for i, c := range batch {
		var r *record
		if r, results[i] = c.apply(); r != nil {
			records = append(records, r)
		}
	}
	s.append(records)
	for i, c := range batch {
		c.reply <- results[i]
	}
}

// append returns once the records are on the disk. If they cannot be, what is in memory is no longer
// what is on the disk, and only a new start makes them the same.
func (s *Store) append(records []*record) {
	if len(records) == 0 {
		return
	}
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	for _, r := range records {
		if err := encoder.Encode(r); err != nil {
			log.Fatalf("encoding: %v", err)
		}
	}
	if _, err := s.file.Write(lines.Bytes()); err != nil {
		log.Fatalf("writing the log: %v", err)
	}
	if err := s.file.Sync(); err != nil {
		log.Fatalf("syncing the log: %v", err)
	}
}

func (s *Store) newHits() (records []*record) {
	s.mutex.RLock()
	defer s.mutex.RUnlock()
	for code, link := range s.links {
		if hits := link.Hits(); hits != s.written[code] {
			s.written[code] = hits
			records = append(records, &record{Op: "hits", Code: code, Hits: hits})
		}
	}
	return records
}

func (s *Store) load() error {
	reader := bufio.NewReader(s.file)
	var end int64
	for {
		line, err := reader.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			break // what is left was cut
		}
		if err != nil {
			return err
		}
		var r record
		if err := json.Unmarshal(line, &r); err != nil {
			return fmt.Errorf("the log is damaged at byte %d: %w", end, err)
		}
		s.replay(&r)
		end += int64(len(line))
	}
	if err := s.file.Truncate(end); err != nil {
		return err
	}
	_, err := s.file.Seek(end, io.SeekStart)
	return err
}

func (s *Store) replay(r *record) {
	switch r.Op {
	case "create":
		link := &Link{Code: r.Code, URL: r.URL, CreatedAt: *r.CreatedAt}
		if r.ExpiresAt != nil {
			link.ExpiresAt = *r.ExpiresAt
		}
		s.links[r.Code] = link
	case "delete":
		s.links[r.Code].deleted.Store(true)
	case "hits":
		s.links[r.Code].hits.Store(r.Hits)
		s.written[r.Code] = r.Hits
	}
}

func syncDirectory(path string) error {
	directory, err := os.Open(path)
	if err != nil {
		return err
	}
	defer directory.Close()
	return directory.Sync()
}
