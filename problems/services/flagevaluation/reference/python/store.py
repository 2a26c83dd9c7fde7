"""All flags: on the disk in SQLite, and in memory for evaluations.

The dictionary in memory is never changed, only replaced as a whole, so readers need no lock and see
one state. A change is committed before it becomes visible; synchronous=FULL makes a commit wait for
the disk.
"""

import json
import sqlite3
import threading
from pathlib import Path

from definitions import read_flag


class Store:
    def __init__(self, directory):
        Path(directory).mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._db = sqlite3.connect(
            Path(directory) / "flags.db", check_same_thread=False, isolation_level=None
        )
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("CREATE TABLE IF NOT EXISTS flags (key TEXT PRIMARY KEY, definition TEXT NOT NULL)")
        rows = self._db.execute("SELECT key, definition FROM flags ORDER BY key")
        self._flags = {key: read_flag(key, json.loads(text)) for key, text in rows}

    def get(self, key):
        return self._flags.get(key)

    def all(self):
        """All flags of one moment, in the order of their keys."""
        flags = self._flags
        return [flags[key] for key in sorted(flags)]

    def put(self, flag):
        """Whether the flag is new."""
        with self._lock:
            self._db.execute(
                "INSERT OR REPLACE INTO flags VALUES (?, ?)", (flag.key, json.dumps(flag.definition))
            )
            is_new = flag.key not in self._flags
            self._flags = {**self._flags, flag.key: flag}
            return is_new

    def delete(self, key):
        """Whether there was such a flag."""
        with self._lock:
            if key not in self._flags:
                return False
            self._db.execute("DELETE FROM flags WHERE key = ?", (key,))
            self._flags = {other: flag for other, flag in self._flags.items() if other != key}
            return True

    def close(self):
        with self._lock:
            self._db.close()
