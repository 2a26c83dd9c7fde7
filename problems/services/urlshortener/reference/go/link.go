package main

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/url"
	"regexp"
	"strings"
	"sync/atomic"
	"time"
)

const (
	longestURL  = 2048
	longestTTL  = 10 * 365 * 24 * 3600
	codeLength  = 8 // 62^8: a guess at a million links hits one in 200 million
	codeLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
)

var (
	errNotAnObject = errors.New("the body is not a JSON object")
	aliasForm      = regexp.MustCompile(`^[A-Za-z0-9_-]{3,32}$`)
	urlForm        = regexp.MustCompile(`^(?i:https?)://([!-~]*)$`)
	reserved       = map[string]bool{"links": true, "healthz": true}
)

// NewLink is what a client asks for. Alias is "" and TTL 0 where it does not.
type NewLink struct {
	URL   string
	Alias string
	TTL   time.Duration
}

// Link never changes but for its hits and its end.
type Link struct {
	Code, URL            string
	CreatedAt, ExpiresAt time.Time // ExpiresAt is zero where it does not expire
	hits                 atomic.Int64
	deleted              atomic.Bool
}

func (l *Link) Expired(now time.Time) bool { return !l.ExpiresAt.IsZero() && !now.Before(l.ExpiresAt) }
func (l *Link) Deleted() bool              { return l.deleted.Load() }
func (l *Link) Hits() int64                { return l.hits.Load() }
func (l *Link) Hit()                       { l.hits.Add(1) }

func parseNewLink(body []byte, ownHost string) (wanted NewLink, err error) {
	var members map[string]any
	if err := json.Unmarshal(body, &members); err != nil || members == nil {
		return wanted, errNotAnObject
	}
	if wanted.URL, err = checkURL(members["url"], ownHost); err != nil {
		return wanted, err
	}
	if wanted.Alias, err = checkAlias(members["alias"]); err != nil {
		return wanted, err
	}
	wanted.TTL, err = checkTTL(members["ttl"])
	return wanted, err
}

// checkURL gives the URL as it came: it is taken apart to look at it, never put together again.
func checkURL(value any, ownHost string) (string, error) {
	text, isText := value.(string)
	if !isText {
		return "", errors.New("url has to be a string")
	}
	if len(text) > longestURL {
		return "", fmt.Errorf("url is longer than %d characters", longestURL)
	}
	form := urlForm.FindStringSubmatch(text)
	if form == nil || strings.Contains(text, `\`) {
		return "", errors.New("url has to be http:// or https:// and then visible ASCII")
	}
	authority := form[1]
	if end := strings.IndexAny(authority, "/?#"); end >= 0 {
		authority = authority[:end]
	}
	if strings.Contains(authority, "@") {
		return "", errors.New("url has user information in it")
	}
	parsed, err := url.Parse("http://" + authority)
	if err != nil || parsed.Hostname() == "" || !portInRange(parsed.Port()) {
		return "", errors.New("url has no valid host and port")
	}
	if strings.EqualFold(parsed.Hostname(), ownHost) {
		return "", errors.New("url leads back to this service")
	}
	return text, nil
}

func portInRange(port string) bool {
	return len(strings.TrimLeft(port, "0")) < 5 || (len(port) == 5 && port <= "65535")
}

func hostOf(publicURL string) string {
	parsed, err := url.Parse(publicURL)
	if err != nil {
		return ""
	}
	return parsed.Hostname()
}

func checkAlias(value any) (string, error) {
	if value == nil {
		return "", nil
	}
	alias, isText := value.(string)
	if !isText || !aliasForm.MatchString(alias) {
		return "", errors.New("alias has to be 3 to 32 letters, digits, _ or -")
	}
	if reserved[alias] {
		return "", errors.New("alias is reserved")
	}
	return alias, nil
}

func checkTTL(value any) (time.Duration, error) {
	if value == nil {
		return 0, nil
	}
	seconds, isNumber := value.(float64)
	if !isNumber || seconds < 1 || seconds > longestTTL || seconds != float64(int64(seconds)) {
		return 0, fmt.Errorf("ttl has to be a whole number of seconds, 1 to %d", longestTTL)
	}
	return time.Duration(seconds) * time.Second, nil
}

func randomCode() string {
	letters := make([]byte, codeLength)
	for i := range letters {
		n, err := rand.Int(rand.Reader, big.NewInt(int64(len(codeLetters))))
		if err != nil {
			panic(err) // a system without randomness
		}
		letters[i] = codeLetters[n.Int64()]
	}
	return string(letters)
}
