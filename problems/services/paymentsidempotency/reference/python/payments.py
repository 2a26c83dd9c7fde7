"""Charges at most once for each key. Knows nothing of HTTP.

A key's life: unknown, in flight, stored, expired. In flight is only in memory, on purpose: a crash
forgets it, and a retry starts over, which is right because nothing was booked before the one
transaction that also stores the answer.
"""

import json
import secrets
import threading
import time
from datetime import datetime, timezone

from problems import Problem
from store import Answer


class Payments:
    def __init__(self, store, processing_seconds, ttl_seconds):
        self._store = store
        self._processing_seconds = processing_seconds
        self._ttl_seconds = ttl_seconds
        self._lock = threading.Lock()
        self._in_flight = set()

    def charge(self, caller, key, request):
        """(answer, whether it is a replay) for a valid request."""
        fingerprint = request.fingerprint()
        with self._lock:
            # In flight first: whoever leaves that set has stored an answer before.
            if (caller, key) in self._in_flight:
                raise Problem("key-in-use", "Try again in a moment.")
            stored = self._store.find_answer(caller, key, time.time())
            if stored is None:
                self._in_flight.add((caller, key))
        if stored is not None:
            return self._replay(stored, fingerprint)
        try:
            return self._process(caller, key, request, fingerprint), False
        finally:
            with self._lock:
                self._in_flight.discard((caller, key))

    def drain(self, seconds):
        """Waits, at most so long, until nothing is in flight."""
        deadline = time.monotonic() + seconds
        while self._in_flight and time.monotonic() < deadline:
            time.sleep(0.01)

    def _replay(self, stored, fingerprint):
        stored_fingerprint, answer = stored
        if stored_fingerprint != fingerprint:
            raise Problem("key-reused", "Take a new key for a new charge.")
        return answer, True

    def _process(self, caller, key, request, fingerprint):
        time.sleep(self._processing_seconds)  # the card network
        if request.approved:
            charge_id = "ch_" + secrets.token_hex(12)
            answer = _created(charge_id, request)
        else:
            charge_id = None
            problem = Problem("card-declined", "The card network declined this source.")
            answer = Answer(problem.status, None, "application/problem+json", problem.body())
        now = time.time()
        expires = now + self._ttl_seconds
        self._store.save(caller, key, fingerprint, answer, charge_id, now, expires)
        return answer


def _created(charge_id, request):
    created_at = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
    charge = {
        "id": charge_id,
        **request.members(),
        "status": "succeeded",
        "created_at": created_at.replace("+00:00", "Z"),
    }
    return Answer(201, f"/charges/{charge_id}", "application/json", json.dumps(charge).encode())
