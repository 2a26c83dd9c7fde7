"""What must not be lost: SQLite, written by one thread that commits for many callers at once."""

import asyncio
import json
import queue
import sqlite3
import threading
import time

SCHEMA = """
CREATE TABLE IF NOT EXISTS endpoints (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, types TEXT NOT NULL, status TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS subscriptions (
  type TEXT NOT NULL, endpoint_id TEXT NOT NULL, PRIMARY KEY (type, endpoint_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS secrets (
  endpoint_id TEXT NOT NULL, secret TEXT NOT NULL, expires REAL);  -- NULL: the present one
CREATE INDEX IF NOT EXISTS secrets_of ON secrets (endpoint_id);
CREATE TABLE IF NOT EXISTS events (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, timestamp TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS deliveries (
  id TEXT PRIMARY KEY, event_id TEXT NOT NULL, endpoint_id TEXT NOT NULL, status TEXT NOT NULL,
  attempts INTEGER NOT NULL, last_status INTEGER, due REAL NOT NULL);
CREATE INDEX IF NOT EXISTS deliveries_event ON deliveries (event_id);
CREATE INDEX IF NOT EXISTS deliveries_endpoint ON deliveries (endpoint_id, status);
"""


class Store:
    """Runs functions of the connection, one after the other; each is durable when `run` returns."""

    def __init__(self, path):
        self.path = path
        self.jobs = queue.Queue()
        self.loop = asyncio.get_running_loop()
        self.thread = threading.Thread(target=self._work, name="store")
        self.thread.start()

    async def run(self, function, *arguments):
        done = self.loop.create_future()
        self.jobs.put((function, arguments, done))
        return await done

    def close(self):
        self.jobs.put(None)
        self.thread.join()

    def _work(self):
        db = sqlite3.connect(self.path, isolation_level=None)
        db.row_factory = sqlite3.Row
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")  # each commit is synced
        db.executescript(SCHEMA)
        while True:
            batch = [self.jobs.get()]
            while batch[-1] is not None and not self.jobs.empty():
                batch.append(self.jobs.get())
            results = self._commit(db, [job for job in batch if job is not None])
            try:
                self.loop.call_soon_threadsafe(deliver, results)
            except RuntimeError:  # the loop is closed: nobody waits any more
                pass
            if batch[-1] is None:
                db.close()
                return

    def _commit(self, db, jobs):
        results = []
        try:
            db.execute("BEGIN")
            for function, arguments, done in jobs:
                db.execute("SAVEPOINT job")
                try:
                    results.append((done, function(db, *arguments), None))
                except Exception as error:
                    db.execute("ROLLBACK TO job")
                    results.append((done, None, error))
                db.execute("RELEASE job")
            db.execute("COMMIT")
        except sqlite3.Error as error:  # such as a full disk: none of the batch is stored
            if db.in_transaction:
                db.execute("ROLLBACK")
            results = [(done, None, error) for _, _, done in jobs]
        return results


def deliver(results):
    for done, value, error in results:
        if done.cancelled():
            continue
        if error is None:
            done.set_result(value)
        else:
            done.set_exception(error)


# What `run` is given. Each gets the connection first.

def add_endpoint(db, endpoint_id, url, types, secret):
    db.execute("INSERT INTO endpoints VALUES (?, ?, ?, 'active')", (endpoint_id, url, json.dumps(types)))
    db.executemany("INSERT OR IGNORE INTO subscriptions VALUES (?, ?)", [(one, endpoint_id) for one in types])
    db.execute("INSERT INTO secrets VALUES (?, ?, NULL)", (endpoint_id, secret))
    return endpoint(db, endpoint_id)


def endpoint(db, endpoint_id):
    row = db.execute("SELECT * FROM endpoints WHERE id = ?", (endpoint_id,)).fetchone()
    return row and {"id": row["id"], "url": row["url"], "types": json.loads(row["types"]), "status": row["status"]}


def rotate(db, endpoint_id, secret, overlap):
    now = time.time()
    db.execute("DELETE FROM secrets WHERE endpoint_id = ? AND expires <= ?", (endpoint_id, now))
    db.execute("UPDATE secrets SET expires = ? WHERE endpoint_id = ? AND expires IS NULL", (now + overlap, endpoint_id))
    db.execute("INSERT INTO secrets VALUES (?, ?, NULL)", (endpoint_id, secret))
    return endpoint(db, endpoint_id)


def enable(db, endpoint_id):
    db.execute("UPDATE endpoints SET status = 'active' WHERE id = ?", (endpoint_id,))
    return endpoint(db, endpoint_id)


def disable(db, endpoint_id):
    db.execute("UPDATE endpoints SET status = 'disabled' WHERE id = ?", (endpoint_id,))
    db.execute("UPDATE deliveries SET status = 'dead' WHERE endpoint_id = ? AND status = 'pending'", (endpoint_id,))


def add_event(db, event_id, kind, timestamp, body, due, new_id):
    db.execute("INSERT INTO events VALUES (?, ?, ?, ?)", (event_id, kind, timestamp, body))
    wanted = db.execute(
        "SELECT e.id FROM subscriptions s JOIN endpoints e ON e.id = s.endpoint_id"
        " WHERE s.type = ? AND e.status = 'active'", (kind,)).fetchall()
    db.executemany("INSERT INTO deliveries VALUES (?, ?, ?, 'pending', 0, NULL, ?)",
                   [(new_id(), event_id, row["id"], due) for row in wanted])
    return event(db, event_id)


def event(db, event_id):
    row = db.execute("SELECT * FROM events WHERE id = ?", (event_id,)).fetchone()
    if row is None:
        return None
    deliveries = db.execute("SELECT * FROM deliveries WHERE event_id = ? ORDER BY rowid", (event_id,))
    return {"id": row["id"], "type": row["type"], "timestamp": row["timestamp"],
            "deliveries": [public(one) for one in deliveries]}


def public(row):
    return {name: row[name] for name in ("id", "event_id", "endpoint_id", "status", "attempts", "last_status")}


def delivery(db, delivery_id):
    row = db.execute("SELECT * FROM deliveries WHERE id = ?", (delivery_id,)).fetchone()
    return row and public(row)


def dead_letters(db, endpoint_id):
    rows = db.execute(
        "SELECT * FROM deliveries WHERE endpoint_id = ? AND status = 'dead' ORDER BY rowid", (endpoint_id,))
    return [public(row) for row in rows]


def replay(db, delivery_id, due):
    """The delivery, pending again; or a word for why not."""
    row = db.execute("SELECT * FROM deliveries WHERE id = ?", (delivery_id,)).fetchone()
    if row is None:
        return "unknown"
    if row["status"] != "dead":
        return "not dead"
    if endpoint(db, row["endpoint_id"])["status"] != "active":
        return "disabled"
    db.execute("UPDATE deliveries SET status = 'pending', attempts = 0, last_status = NULL, due = ? WHERE id = ?",
               (due, delivery_id))
    return delivery(db, delivery_id)


def pending(db):
    """All that wait, for the start: (due, delivery, endpoint)."""
    return [tuple(row) for row in
            db.execute("SELECT due, id, endpoint_id FROM deliveries WHERE status = 'pending'")]


def material(db, delivery_id, due):
    """What an attempt needs, or None where this delivery is not to be attempted, or no longer because of this due time."""
    row = db.execute(
        "SELECT d.event_id, d.endpoint_id, d.attempts, v.body, e.url FROM deliveries d"
        " JOIN events v ON v.id = d.event_id JOIN endpoints e ON e.id = d.endpoint_id"
        " WHERE d.id = ? AND d.due = ? AND d.status = 'pending'", (delivery_id, due)).fetchone()
    if row is None:
        return None
    secrets = db.execute("SELECT secret FROM secrets WHERE endpoint_id = ? AND (expires IS NULL OR expires > ?)",
                         (row["endpoint_id"], time.time()))
    return dict(row) | {"secrets": [one["secret"] for one in secrets]}


def record(db, delivery_id, endpoint_id, due, status, last_status, next_due):
    """The outcome of the attempt that was due at `due`. Gives what the delivery is now."""
    # a delivery that died meanwhile, by a 410 to another, stays dead unless this attempt succeeded
    db.execute("UPDATE deliveries SET attempts = attempts + 1, last_status = ?, due = ?,"
               " status = CASE WHEN status = 'pending' OR ? = 'delivered' THEN ? ELSE status END"
               " WHERE id = ? AND due = ?",
               (last_status, next_due, status, status, delivery_id, due))
    if last_status == 410:
        disable(db, endpoint_id)
    return delivery(db, delivery_id)["status"]
