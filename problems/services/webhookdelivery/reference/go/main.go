// Command webhookdelivery delivers webhooks: see README.md.
package main

import (
	"context"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

func main() {
	rand.Seed(time.Now().UnixNano())
	policy, err := parsePolicy(os.Getenv("ALLOWED_TARGETS"))
	if err != nil {
		log.Fatal(err)
	}
	store, err := openStore(filepath.Join(variable("DATA_DIR", "."), "journal.jsonl"))
	if err != nil {
		log.Fatalf("store: %v", err)
	}
	timeout := time.Duration(numeric("ATTEMPT_TIMEOUT", "15") * float64(time.Second))
	dispatcher := newDispatcher(store, policy, numeric("RETRY_SCALE", "1"), int(numeric("MAX_ATTEMPTS", "8")), timeout)
	dispatcher.Resume()

	server := &http.Server{
		Addr:              ":" + variable("PORT", "8080"),
		Handler:           &API{store, dispatcher, policy},
		ReadHeaderTimeout: 30 * time.Second,
	}
	stop, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()
	go func() {
		<-stop.Done()
		log.Print("stopping")
		grace, done := context.WithTimeout(context.Background(), 2*time.Second)
		defer done()
		server.Shutdown(grace) // attempts that are under way are made again after the start
		store.journal.Wait()
		os.Exit(0)
	}()
	log.Printf("listening on %s", server.Addr)
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	select {}
}

func variable(name, usual string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return usual
}

func numeric(name, usual string) float64 {
	value, err := strconv.ParseFloat(variable(name, usual), 64)
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return value
}
