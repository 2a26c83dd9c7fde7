"""Links in SQLite.

All writes go, in order, through one thread with one connection. It takes what has gathered, does it
in one transaction, and only then tells those who wait: one fsync serves many of them (group commit).
Lookups for redirects read with a connection of their own, which write-ahead logging allows at any time.

Hits gather in memory and are written every FLUSH_SECONDS and at the end: a crash loses those alone.
"""

import asyncio
import queue
import sqlite3
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any, Callable

from .links import Link, NewLink, random_code

FLUSH_SECONDS = 0.2
LARGEST_BATCH = 512

SCHEMA = """
CREATE TABLE IF NOT EXISTS links (
    code       TEXT PRIMARY KEY,
    url        TEXT NOT NULL,
    created_at REAL NOT NULL,
    expires_at REAL,
    deleted    INTEGER NOT NULL DEFAULT 0,
    hits       INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID
"""
COLUMNS = "code, url, created_at, expires_at, deleted, hits"

Operation = Callable[[sqlite3.Connection], Any]


class CodeTaken(Exception):
    """The alias belongs to a link already, maybe to one of the past."""


class Store:
    def __init__(self, directory: Path):
        self._path = directory / "links.db"
        self._queue: queue.SimpleQueue = queue.SimpleQueue()
        self._hits: Counter[str] = Counter()

    async def open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._write_all, name="writer", daemon=True)
        self._thread.start()
        await self._write(lambda connection: None)  # the schema is there once this is done
        self._reader = self._connect()
        self._flusher = asyncio.create_task(self._flush_regularly())

    async def close(self) -> None:
        self._flusher.cancel()
        while self._hits:
            await self._flush()
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    # ---- What the service asks for ----

    def find(self, code: str) -> Link | None:
        """The link of a code, whatever became of it. Its hits may be behind."""
        return _select(self._reader, code)

    async def find_counted(self, code: str) -> Link | None:
        """The same with all hits so far: behind whatever still gathers in memory."""
        self._flush()
        return await self._write(lambda connection: _select(connection, code))

    async def create(self, new: NewLink) -> Link:
        return await self._write(lambda connection: _insert(connection, new))

    async def delete(self, code: str) -> bool:
        """Whether this call deleted it."""
        statement = "UPDATE links SET deleted = 1 WHERE code = ? AND deleted = 0"
        return await self._write(lambda connection: connection.execute(statement, (code,)).rowcount == 1)

    def hit(self, code: str) -> None:
        self._hits[code] += 1

    # ---- Hits ----

    def _flush(self) -> asyncio.Future:
        hits, self._hits = self._hits, Counter()
        rows = [(count, code) for code, count in hits.items()]
        statement = "UPDATE links SET hits = hits + ? WHERE code = ?"
        return self._write(lambda connection: connection.executemany(statement, rows))

    async def _flush_regularly(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            if self._hits:
                await self._flush()

    # ---- The writer ----

    def _write(self, operation: Operation) -> asyncio.Future:
        future = self._loop.create_future()
        self._queue.put((operation, future))
        return future

    def _write_all(self) -> None:
        connection = self._connect()
        connection.execute(SCHEMA)
        while (batch := self._next_batch()) is not None:
            connection.execute("BEGIN IMMEDIATE")
            outcomes = [(future, *_attempt(operation, connection)) for operation, future in batch]
            connection.execute("COMMIT")
            self._loop.call_soon_threadsafe(_settle, outcomes)
        connection.close()

    def _next_batch(self) -> list | None:
        batch = [self._queue.get()]
        while len(batch) < LARGEST_BATCH and batch[-1] is not None and not self._queue.empty():
            batch.append(self._queue.get())
        if batch[-1] is None:  # the end: put back for the next call, if something is to be done first
            batch.pop()
            if not batch:
                return None
            self._queue.put(None)
        return batch

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection


def _attempt(operation: Operation, connection: sqlite3.Connection) -> tuple[Any, Exception | None]:
    try:
        return operation(connection), None
    except CodeTaken as error:
        return None, error


def _settle(outcomes: list[tuple[asyncio.Future, Any, Exception | None]]) -> None:
    for future, value, error in outcomes:
        if future.cancelled():
            continue
        if error:
            future.set_exception(error)
        else:
            future.set_result(value)


def _select(connection: sqlite3.Connection, code: str) -> Link | None:
    row = connection.execute(f"SELECT {COLUMNS} FROM links WHERE code = ?", (code,)).fetchone()
    return Link(*row[:4], bool(row[4]), row[5]) if row else None


def _insert(connection: sqlite3.Connection, new: NewLink) -> Link:
    now = time.time()
    expires_at = None if new.ttl is None else now + new.ttl
    while True:
        code = new.alias or random_code()
        try:
            connection.execute(
                "INSERT INTO links (code, url, created_at, expires_at) VALUES (?, ?, ?, ?)",
                (code, new.url, now, expires_at),
            )
            return Link(code, new.url, now, expires_at, False, 0)
        except sqlite3.IntegrityError:
            if new.alias:
                raise CodeTaken(code) from None
