"""What is stored: channels, recipients, notifications, and a row for each message. All are jobs for the store."""

import json
import secrets
import time

SCHEMA = """
CREATE TABLE IF NOT EXISTS channels (name TEXT PRIMARY KEY, url TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS recipients (id TEXT PRIMARY KEY, channels TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS unsubscribed (
  recipient TEXT NOT NULL, topic TEXT NOT NULL, PRIMARY KEY (recipient, topic)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notifications (
  id TEXT PRIMARY KEY, topic TEXT NOT NULL, text TEXT NOT NULL, unknown INTEGER NOT NULL,
  key TEXT UNIQUE, recipients TEXT);  -- recipients: only with a key, to compare
CREATE TABLE IF NOT EXISTS messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, notification_id TEXT NOT NULL, recipient TEXT NOT NULL, channel TEXT NOT NULL,
  status TEXT NOT NULL, attempts INTEGER NOT NULL, last_status INTEGER, due REAL NOT NULL,
  place INTEGER NOT NULL);  -- in its lane; a retry by hand gets a later one
CREATE INDEX IF NOT EXISTS messages_notification ON messages (notification_id);
CREATE INDEX IF NOT EXISTS messages_recipient ON messages (recipient);
CREATE INDEX IF NOT EXISTS messages_dead ON messages (channel) WHERE status = 'dead';
CREATE INDEX IF NOT EXISTS messages_pending ON messages (place) WHERE status = 'pending';
"""

SHOWN = """SELECT m.seq, m.notification_id, m.recipient, m.channel, n.topic, m.status, m.attempts, m.last_status
           FROM messages m JOIN notifications n ON n.id = m.notification_id """


class Refused(Exception):
    """A job that is not done; the reason is one of: unknown channel, conflict, backlog, not dead."""


def put_channel(db, name, url):
    db.execute("INSERT INTO channels VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET url = excluded.url", (name, url))


def channels(db):
    return {row["name"]: row["url"] for row in db.execute("SELECT * FROM channels")}


def put_recipients(db, recipients):
    known = channels(db)
    for one in recipients:
        if any(name not in known for name in one["channels"]):
            raise Refused("unknown channel")
        db.execute("INSERT INTO recipients VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET channels = excluded.channels",
                   (one["id"], json.dumps(one["channels"])))
        db.execute("DELETE FROM unsubscribed WHERE recipient = ?", (one["id"],))
        db.executemany("INSERT OR IGNORE INTO unsubscribed VALUES (?, ?)",
                       [(one["id"], topic) for topic in one["unsubscribed"]])


def recipient(db, recipient_id):
    row = db.execute("SELECT * FROM recipients WHERE id = ?", (recipient_id,)).fetchone()
    if row is None:
        return None
    topics = db.execute("SELECT topic FROM unsubscribed WHERE recipient = ?", (recipient_id,))
    return {"id": row["id"], "channels": json.loads(row["channels"]), "unsubscribed": [one["topic"] for one in topics]}


def set_subscription(db, recipient_id, topic, wanted):
    if recipient(db, recipient_id) is None:
        return None
    if wanted:
        db.execute("DELETE FROM unsubscribed WHERE recipient = ? AND topic = ?", (recipient_id, topic))
    else:
        db.execute("INSERT OR IGNORE INTO unsubscribed VALUES (?, ?)", (recipient_id, topic))
    return recipient(db, recipient_id)


def add_notification(db, topic, text, to, key, max_backlog):
    """The notification, and its new messages as (seq, recipient, channel, due); None where the key was there before."""
    if key is not None:
        old = db.execute("SELECT * FROM notifications WHERE key = ?", (key,)).fetchone()
        if old is not None:
            if (old["topic"], old["text"], old["recipients"]) != (topic, text, json.dumps(to)):
                raise Refused("conflict")
            return notification(db, old["id"]), None
    pairs, unknown = expand(db, topic, to)
    if pending_count(db) + len(pairs) > max_backlog:
        raise Refused("backlog")
    notification_id = "n_" + secrets.token_hex(12)
    db.execute("INSERT INTO notifications VALUES (?, ?, ?, ?, ?, ?)",
               (notification_id, topic, text, unknown, key, None if key is None else json.dumps(to)))
    now = time.time()
    first = db.execute("SELECT coalesce(max(seq), 0) FROM messages").fetchone()[0] + 1
    place = next_place(db)
    db.executemany("INSERT INTO messages VALUES (?, ?, ?, ?, 'pending', 0, NULL, ?, ?)",
                   [(first + n, notification_id, *pair, now, place + n) for n, pair in enumerate(pairs)])
    return notification(db, notification_id), [(first + n, *pair, now) for n, pair in enumerate(pairs)]


def expand(db, topic, to):
    pairs, unknown = [], 0
    for recipient_id in dict.fromkeys(to):
        row = db.execute(
            "SELECT channels, EXISTS (SELECT 1 FROM unsubscribed u WHERE u.recipient = r.id AND u.topic = ?) AS out"
            " FROM recipients r WHERE id = ?", (topic, recipient_id)).fetchone()
        if row is None:
            unknown += 1
        elif not row["out"]:
            pairs += [(recipient_id, channel) for channel in json.loads(row["channels"])]
    return pairs, unknown


def pending_count(db):
    return db.execute("SELECT count(*) FROM messages WHERE status = 'pending'").fetchone()[0]


def next_place(db):
    """Behind all that are pending, and behind all that were ever inserted."""
    last = db.execute("SELECT coalesce(max(seq), 0) FROM messages").fetchone()[0]
    last_pending = db.execute("SELECT coalesce(max(place), 0) FROM messages WHERE status = 'pending'").fetchone()[0]
    return max(last, last_pending) + 1


def notification(db, notification_id):
    row = db.execute("SELECT * FROM notifications WHERE id = ?", (notification_id,)).fetchone()
    if row is None:
        return None
    counts = {"pending": 0, "sent": 0, "dead": 0, "skipped": 0}
    for status, count in db.execute(
            "SELECT status, count(*) FROM messages WHERE notification_id = ? GROUP BY status", (notification_id,)):
        counts[status] = count
    return {"id": row["id"], "topic": row["topic"], "total": sum(counts.values()), "unknown": row["unknown"], "counts": counts}


def show(row):
    shown = {"id": f"m_{row['seq']}"}
    for name in ("notification_id", "recipient", "channel", "topic", "status", "attempts", "last_status"):
        shown[name] = row[name]
    return shown


def message(db, seq):
    row = db.execute(SHOWN + "WHERE m.seq = ?", (seq,)).fetchone()
    return row and show(row)


LISTS = {
    "recipient": ("WHERE m.recipient = ? AND m.seq < ? ORDER BY m.seq DESC", 2 ** 62),
    "notification": ("WHERE m.notification_id = ? AND m.seq > ? ORDER BY m.seq", 0),
    "dead": ("WHERE m.status = 'dead' AND m.channel = ? AND m.seq > ? ORDER BY m.seq", 0),
}


def page(db, kind, of, limit, after):
    """A page of a list. The cursor is the last message's number: what comes or goes does not move it."""
    where, start = LISTS[kind]
    rows = db.execute(SHOWN + where + " LIMIT ?", (of, start if after is None else after, limit + 1)).fetchall()
    following = f"c{rows[limit - 1]['seq']}" if len(rows) > limit else None
    return {"items": [show(row) for row in rows[:limit]], "next": following}


def pending(db):
    """All that wait, in the order of their lanes: (seq, recipient, channel, due)."""
    return [tuple(row) for row in
            db.execute("SELECT seq, recipient, channel, due FROM messages WHERE status = 'pending' ORDER BY place")]


def retry(db, seq):
    row = db.execute("SELECT * FROM messages WHERE seq = ?", (seq,)).fetchone()
    if row is None:
        return None, None
    if row["status"] != "dead":
        raise Refused("not dead")
    now = time.time()
    db.execute("UPDATE messages SET status = 'pending', attempts = 0, last_status = NULL, due = ?, place = ? WHERE seq = ?",
               (now, next_place(db), seq))
    return message(db, seq), (seq, row["recipient"], row["channel"], now)


def material(db, seq):
    """What an attempt needs. Where the recipient does not want it any more (`out`), the message is skipped."""
    row = db.execute(
        "SELECT m.notification_id, m.recipient, m.channel, m.attempts, n.topic, n.text, c.url,"
        " EXISTS (SELECT 1 FROM unsubscribed u WHERE u.recipient = m.recipient AND u.topic = n.topic) AS out"
        " FROM messages m JOIN notifications n ON n.id = m.notification_id JOIN channels c ON c.name = m.channel"
        " WHERE m.seq = ?", (seq,)).fetchone()
    if row["out"]:
        db.execute("UPDATE messages SET status = 'skipped' WHERE seq = ?", (seq,))
    return dict(row)


def record(db, seq, status, last_status, due):
    db.execute("UPDATE messages SET attempts = attempts + 1, status = ?, last_status = ?, due = ? WHERE seq = ?",
               (status, last_status, due, seq))
