"""Charges and stored answers, in one SQLite database.

One transaction writes a charge together with the answer that its key replays: neither exists
without the other, whenever the process dies. `synchronous=FULL` makes each commit wait for the disk.
"""

import sqlite3
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

SCHEMA = """
CREATE TABLE IF NOT EXISTS charges (
    number INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    caller TEXT NOT NULL,
    body   BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS charges_of_caller ON charges (caller, number);
CREATE TABLE IF NOT EXISTS answers (
    caller      TEXT NOT NULL,
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    status      INTEGER NOT NULL,
    location    TEXT,
    type        TEXT NOT NULL,
    body        BLOB NOT NULL,
    expires     REAL NOT NULL,
    PRIMARY KEY (caller, key)
);
CREATE INDEX IF NOT EXISTS answers_by_expiry ON answers (expires);
"""


@dataclass(frozen=True)
class Answer:
    """What a client gets, and gets again: exactly these bytes."""

    status: int
    location: Optional[str]
    type: str
    body: bytes


class Store:
    """Safe for many threads: one connection, one short lock."""

    def __init__(self, directory):
        Path(directory).mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._db = sqlite3.connect(
            Path(directory) / "payments.db", check_same_thread=False, isolation_level=None
        )
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.executescript(SCHEMA)

    def find_answer(self, caller, key, now):
        """(fingerprint, answer) of a key that has not expired, or None."""
        with self._lock:
            row = self._db.execute(
                "SELECT fingerprint, status, location, type, body FROM answers"
                " WHERE caller = ? AND key = ? AND expires > ?",
                (caller, key, now),
            ).fetchone()
        return row and (row[0], Answer(*row[1:]))

    def save(self, caller, key, fingerprint, answer, charge_id, now, expires):
        """Stores an answer, and the charge if there is one; returns when both are on the disk."""
        with self._lock, self._transaction():
            if charge_id is not None:
                self._db.execute(
                    "INSERT INTO charges (id, caller, body) VALUES (?, ?, ?)",
                    (charge_id, caller, answer.body),
                )
            self._db.execute("DELETE FROM answers WHERE expires <= ?", (now,))
            self._db.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (caller, key, fingerprint, answer.status, answer.location, answer.type)
                + (answer.body, expires),
            )

    def find_charge(self, caller, charge_id):
        with self._lock:
            row = self._db.execute(
                "SELECT body FROM charges WHERE id = ? AND caller = ?", (charge_id, caller)
            ).fetchone()
        return row and row[0]

    def list_charges(self, caller):
        with self._lock:
            rows = self._db.execute(
                "SELECT body FROM charges WHERE caller = ? ORDER BY number", (caller,)
            ).fetchall()
        return [row[0] for row in rows]

    def close(self):
        with self._lock:
            self._db.close()

    @contextmanager
    def _transaction(self):
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
