package main

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"
)

const longestBody = 16 << 10

// API answers requests. Its paths are few, so that it takes them apart itself: http.ServeMux would
// redirect paths that it wants to clean.
type API struct {
	store     *Store
	publicURL string
	ownHost   string
}

func NewAPI(store *Store, publicURL string) *API {
	return &API{store: store, publicURL: publicURL, ownHost: hostOf(publicURL)}
}

func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.TrimPrefix(r.URL.Path, "/"), "/")
	switch {
	case len(parts) == 1 && parts[0] == "healthz":
		if allowed(w, r, http.MethodGet, http.MethodHead) {
			writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
		}
	case len(parts) == 1 && parts[0] == "links":
		if allowed(w, r, http.MethodPost) {
			a.create(w, r)
		}
	case len(parts) == 2 && parts[0] == "links" && parts[1] != "":
		if !allowed(w, r, http.MethodGet, http.MethodHead, http.MethodDelete) {
			return
		}
		if r.Method == http.MethodDelete {
			a.remove(w, parts[1])
		} else {
			a.show(w, parts[1])
		}
	case len(parts) == 1 && parts[0] != "":
		if allowed(w, r, http.MethodGet, http.MethodHead) {
			a.redirect(w, parts[0], r.Method == http.MethodGet)
		}
	default:
		writeProblem(w, http.StatusNotFound, "there is nothing at this path")
	}
}

func (a *API) create(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, longestBody))
	var tooLong *http.MaxBytesError
	if errors.As(err, &tooLong) {
		_, _ = io.CopyN(io.Discard, r.Body, 1<<20) // read, so that the client sees the answer
		writeProblem(w, http.StatusRequestEntityTooLarge, "the body is longer than 16 KiB")
		return
	}
	if err != nil {
		writeProblem(w, http.StatusBadRequest, "the body did not arrive")
		return
	}
	wanted, err := parseNewLink(body, a.ownHost)
	if err != nil {
		status := http.StatusUnprocessableEntity
		if errors.Is(err, errNotAnObject) {
			status = http.StatusBadRequest
		}
		writeProblem(w, status, err.Error())
		return
	}
	link, err := a.store.Create(wanted)
	if errors.Is(err, ErrTaken) {
		writeProblem(w, http.StatusConflict, "the alias is taken")
		return
	}
	w.Header().Set("Location", "/links/"+link.Code)
	writeJSON(w, http.StatusCreated, a.describe(link))
}

func (a *API) show(w http.ResponseWriter, code string) {
	if link := existing(w, a.store.Find(code)); link != nil {
		w.Header().Set("Cache-Control", "no-store")
		writeJSON(w, http.StatusOK, a.describe(link))
	}
}

func (a *API) remove(w http.ResponseWriter, code string) {
	if existing(w, a.store.Find(code)) == nil {
		return
	}
	if !a.store.Delete(code) {
		writeProblem(w, http.StatusGone, "the link was deleted")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (a *API) redirect(w http.ResponseWriter, code string, counts bool) {
	link := existing(w, a.store.Find(code))
	if link == nil {
		return
	}
	if link.Expired(time.Now()) {
		writeProblem(w, http.StatusGone, "the link has expired")
		return
	}
	if counts {
		link.Hit()
	}
	w.Header().Set("Location", link.URL)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusFound)
}

func (a *API) describe(link *Link) any {
	var expires *string
	if !link.ExpiresAt.IsZero() {
		text := rfc3339(link.ExpiresAt)
		expires = &text
	}
	return struct {
		Code      string  `json:"code"`
		ShortURL  string  `json:"short_url"`
		URL       string  `json:"url"`
		Hits      int64   `json:"hits"`
		CreatedAt string  `json:"created_at"`
		ExpiresAt *string `json:"expires_at"`
	}{link.Code, a.publicURL + "/" + link.Code, link.URL, link.Hits(), rfc3339(link.CreatedAt), expires}
}

// existing answers for a link that is not there, and gives nil then.
func existing(w http.ResponseWriter, link *Link) *Link {
	switch {
	case link == nil:
		writeProblem(w, http.StatusNotFound, "there is no such link")
	case link.Deleted():
		writeProblem(w, http.StatusGone, "the link was deleted")
	default:
		return link
	}
	return nil
}

func allowed(w http.ResponseWriter, r *http.Request, methods ...string) bool {
	for _, method := range methods {
		if r.Method == method {
			return true
		}
	}
	w.Header().Set("Allow", strings.Join(methods, ", "))
	writeProblem(w, http.StatusMethodNotAllowed, "use "+strings.Join(methods, " or "))
	return false
}

func rfc3339(t time.Time) string {
	return t.UTC().Format("2006-01-02T15:04:05.000Z")
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	write(w, status, "application/json", value)
}

// writeProblem answers an error in the form of RFC 9457.
func writeProblem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Cache-Control", "no-store")
	write(w, status, "application/problem+json", map[string]any{
		"type": "about:blank", "title": http.StatusText(status), "status": status, "detail": detail,
	})
}

func write(w http.ResponseWriter, status int, contentType string, value any) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(value) // the client may be gone
}
