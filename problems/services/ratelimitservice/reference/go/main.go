// A rate limiter that other services ask over HTTP. main reads the environment, starts and ends it.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const (
	stopWithin      = 3 * time.Second
	defaultPolicies = "default=100/60"
)

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func main() {
	policies, err := parsePolicies(setting("POLICIES", defaultPolicies))
	if err != nil {
		log.Fatalf("POLICIES: %v", err)
	}
	trusted, err := parseProxies(os.Getenv("TRUSTED_PROXIES"))
	if err != nil {
		log.Fatalf("TRUSTED_PROXIES: %v", err)
	}
	limiter := NewLimiter(policies)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	go limiter.ForgetRegularly(ctx)

	server := &http.Server{
		Addr:              ":" + setting("PORT", "8080"),
		Handler:           &API{limiter: limiter, trusted: trusted},
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       75 * time.Second,
		MaxHeaderBytes:    16 << 10,
	}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		within, cancel := context.WithTimeout(context.Background(), stopWithin)
		defer cancel()
		if err := server.Shutdown(within); err != nil {
			log.Printf("some requests were cut: %v", err)
		}
	}()

	log.Printf("listening on %s with %d policies", server.Addr, len(policies))
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatalf("listening: %v", err)
	}
	<-stopped
	log.Print("stopped")
}
