// A URL shortener. main reads the environment, starts the service and ends it in order.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

const stopWithin = 3 * time.Second

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func main() {
	port := setting("PORT", "8080")
	publicURL := strings.TrimRight(setting("PUBLIC_URL", "http://127.0.0.1:"+port), "/")

	store, err := OpenStore(setting("DATA_DIR", "data"))
	if err != nil {
		log.Fatalf("opening the data: %v", err)
	}
	server := &http.Server{
		Addr:              ":" + port,
		Handler:           NewAPI(store, publicURL),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       75 * time.Second,
		MaxHeaderBytes:    32 << 10,
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-signals
		ctx, cancel := context.WithTimeout(context.Background(), stopWithin)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			log.Printf("some requests were cut: %v", err)
		}
	}()

	log.Printf("listening on port %s", port)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatalf("listening: %v", err)
	}
	<-stopped
	store.Close()
	log.Print("stopped")
}
