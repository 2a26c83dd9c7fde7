"""A thread that owns the database: it runs jobs in turn, and commits for all that wait at once."""

import asyncio
import queue
import sqlite3
import threading


class Store:
    """Each job is a function of the connection; what it wrote is on the disk when `run` returns."""

    def __init__(self, path, schema):
        self.path = path
        self.schema = schema
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
        db.executescript(self.schema)
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
