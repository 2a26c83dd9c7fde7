package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func reopened(t *testing.T, directory string) *Store {
	t.Helper()
	store, err := OpenStore(directory)
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func TestTheLogGivesTheStateAgain(t *testing.T) {
	directory := t.TempDir()
	store := reopened(t, directory)
	kept, _ := store.Create(NewLink{URL: "https://example.org/?a=1&b=<2>", TTL: time.Hour})
	gone, _ := store.Create(NewLink{URL: "https://example.org", Alias: "gone"})
	store.Delete("gone")
	kept.Hit()
	store.Close()

	again := reopened(t, directory)
	defer again.Close()
	found := again.Find(kept.Code)
	if found.URL != kept.URL || !found.ExpiresAt.Equal(kept.ExpiresAt) || found.Hits() != 1 {
		t.Errorf("%+v instead of %+v", found, kept)
	}
	if !again.Find(gone.Code).Deleted() {
		t.Error("a deleted link came back")
	}
	if _, err := again.Create(NewLink{URL: "https://example.org", Alias: "gone"}); err != ErrTaken {
		t.Errorf("a code was given again: %v", err)
	}
}

func TestACutLineIsRemoved(t *testing.T) {
	directory := t.TempDir()
	store := reopened(t, directory)
	store.Create(NewLink{URL: "https://example.org", Alias: "whole"})
	store.Close()
	file, err := os.OpenFile(filepath.Join(directory, "links.log"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	file.WriteString(`{"op":"create","code":"cut","url":"https://exa`)
	file.Close()

	store = reopened(t, directory)
	store.Create(NewLink{URL: "https://example.org", Alias: "next"})
	store.Close()
	again := reopened(t, directory)
	defer again.Close()
	if again.Find("whole") == nil || again.Find("next") == nil || again.Find("cut") != nil {
		t.Error("the log was not continued where it was whole")
	}
}
