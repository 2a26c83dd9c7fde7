package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
	"path/filepath"
	"sync"
)

// Journal is a file of JSON lines that only grows. Many callers share one sync of it.
type Journal struct {
	mu       sync.Mutex
	appended *sync.Cond
	synced   *sync.Cond
	buffer   []byte
	written  int64 // lines that were appended
	safe     int64 // lines that are on the disk
	file     *os.File
}

// openJournal gives each complete line of the file to apply, then begins a new one with what snapshot writes.
func openJournal(path string, apply func(line []byte) error, snapshot func(write func(v any) error) error) (*Journal, error) {
	if err := readLines(path, apply); err != nil {
		return nil, err
	}
	fresh, err := os.OpenFile(path+".new", os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	out := bufio.NewWriter(fresh)
	encoder := json.NewEncoder(out)
	if err := snapshot(encoder.Encode); err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		out.Flush,
		fresh.Sync,
		func() error { return os.Rename(path+".new", path) },
		func() error { return syncDirectory(filepath.Dir(path)) },
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	j := &Journal{file: fresh}
	j.appended = sync.NewCond(&j.mu)
	j.synced = sync.NewCond(&j.mu)
	go j.work()
	return j, nil
}

func readLines(path string, apply func([]byte) error) error {
	file, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	in := bufio.NewReader(file)
	for {
		line, err := in.ReadBytes('\n')
		if err == io.EOF {
			return nil // a last line without its end was cut off by a crash, and never acknowledged
		}
		if err != nil {
			return err
		}
		if err := apply(bytes.TrimSpace(line)); err != nil {
			return err
		}
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

// Append adds a line. It is durable once Wait has returned.
func (j *Journal) Append(v any) {
	line, err := json.Marshal(v)
	if err != nil {
		log.Fatalf("journal: %v", err)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.buffer = append(append(j.buffer, line...), '\n')
	j.written++
	j.appended.Signal()
}

// Wait returns when everything that was appended so far is on the disk.
func (j *Journal) Wait() {
	j.mu.Lock()
	defer j.mu.Unlock()
	for target := j.written; j.safe < target; {
		j.synced.Wait()
	}
}

func (j *Journal) work() {
	for {
		j.mu.Lock()
		for len(j.buffer) == 0 {
			j.appended.Wait()
		}
		batch, count := j.buffer, j.written
		j.buffer = nil
		j.mu.Unlock()
		if _, err := j.file.Write(batch); err != nil {
			log.Fatalf("journal: %v", err) // nothing may be acknowledged any more
		}
		if err := j.file.Sync(); err != nil {
			log.Fatalf("journal: %v", err)
		}
		j.mu.Lock()
		j.safe = count
		j.synced.Broadcast()
		j.mu.Unlock()
	}
}
