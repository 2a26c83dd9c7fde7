"""Errors of the API, as problem details (RFC 9457)."""

import json

BASE = "https://payments.example/problems/"

TITLES = {
    "key-missing": (400, "Idempotency-Key is missing"),
    "key-invalid": (400, "Idempotency-Key is not valid"),
    "body-invalid": (400, "The body is not a valid charge"),
    "unauthorized": (401, "A bearer token is required"),
    "card-declined": (402, "The card was declined"),
    "not-found": (404, "There is no such resource"),
    "method-not-allowed": (405, "The method is not allowed here"),
    "key-in-use": (409, "A request with this key is being processed"),
    "body-too-large": (413, "The body is too large"),
    "key-reused": (422, "The key belongs to another request"),
    "internal": (500, "The request could not be processed"),
}


class Problem(Exception):
    """Ends a request with the problem `kind`, a key of TITLES."""

    def __init__(self, kind, detail=None):
        super().__init__(kind, detail)
        self.status, self.title = TITLES[kind]
        self.kind = kind
        self.detail = detail

    def body(self):
        members = {"type": BASE + self.kind, "title": self.title, "status": self.status}
        if self.detail:
            members["detail"] = self.detail
        return json.dumps(members).encode()
