package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
)

const secretPrefix = "whsec_"

func newSecret() string {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		panic(err)
	}
	return secretPrefix + base64.StdEncoding.EncodeToString(key)
}

// keyOf gives the key that a secret stands for.
func keyOf(secret string) ([]byte, error) {
	if !strings.HasPrefix(secret, secretPrefix) {
		return nil, errors.New("a secret begins with " + secretPrefix)
	}
	key, err := base64.StdEncoding.Strict().DecodeString(strings.TrimPrefix(secret, secretPrefix))
	if err != nil {
		return nil, errors.New("what follows the prefix is not base64")
	}
	if len(key) < 24 || len(key) > 64 {
		return nil, errors.New("a secret has 24 to 64 bytes")
	}
	return key, nil
}

// signatures makes the value of webhook-signature: one signature for each secret.
func signatures(secrets []string, id string, timestamp int64, body []byte) string {
	var made []string
	for _, secret := range secrets {
		key, err := keyOf(secret)
		if err != nil {
			continue // cannot be: secrets are checked before they are stored
		}
		mac := hmac.New(sha256.New, key)
		fmt.Fprintf(mac, "%s.%d.", id, timestamp)
		mac.Write(body)
		made = append(made, "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	}
	return strings.Join(made, " ")
}
