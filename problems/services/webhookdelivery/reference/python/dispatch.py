"""Makes the attempts: when they are due, and so that no endpoint stands in another's way."""

import asyncio
import heapq
import random
import ssl
import sys
import time
from collections import defaultdict, deque
from email.utils import parsedate_to_datetime

import store as db
import targets
from signing import signatures

FIRST_DELAY = 4.0
RETRY_AFTER_CAP = 24 * 3600
PER_ENDPOINT = 16  # attempts at once; an endpoint that hangs holds no more than these


class Dispatcher:
    def __init__(self, store, *, scale, max_attempts, timeout, allowed):
        self.store = store
        self.scale = scale
        self.max_attempts = max_attempts
        self.timeout = timeout
        self.allowed = allowed
        self.waiting = []  # heap of (due, delivery, endpoint)
        self.changed = asyncio.Event()
        self.ready = defaultdict(deque)  # of an endpoint: deliveries that are due
        self.running = defaultdict(int)
        self.tasks = set()
        self.tls = ssl.create_default_context()

    def schedule(self, due, delivery_id, endpoint_id):
        heapq.heappush(self.waiting, (due, delivery_id, endpoint_id))
        self.changed.set()

    async def run(self):
        for entry in await self.store.run(db.pending):
            self.schedule(*entry)
        while True:
            now = time.time()
            while self.waiting and self.waiting[0][0] <= now:
                due, delivery_id, endpoint_id = heapq.heappop(self.waiting)
                self.ready[endpoint_id].append((delivery_id, due))
                self._fill(endpoint_id)
            self.changed.clear()
            pause = self.waiting[0][0] - time.time() if self.waiting else None
            try:
                await asyncio.wait_for(self.changed.wait(), pause)
            except asyncio.TimeoutError:
                pass

    def _fill(self, endpoint_id):
        queue = self.ready[endpoint_id]
        while queue and self.running[endpoint_id] < PER_ENDPOINT:
            self.running[endpoint_id] += 1
            task = asyncio.create_task(self._deliver(*queue.popleft(), endpoint_id))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)
        if not queue and not self.running[endpoint_id]:
            del self.ready[endpoint_id], self.running[endpoint_id]

    async def _deliver(self, delivery_id, due, endpoint_id):
        try:
            await self._attempt(delivery_id, due)
        except Exception as error:  # of the store; what is pending is tried again after a restart
            print(f"delivery {delivery_id}: {error!r}", file=sys.stderr, flush=True)
        finally:
            self.running[endpoint_id] -= 1
            self._fill(endpoint_id)

    async def _attempt(self, delivery_id, due):
        work = await self.store.run(db.material, delivery_id, due)
        if work is None:
            return
        try:
            status, headers = await asyncio.wait_for(self._post(work), self.timeout)
        except (OSError, EOFError, ValueError, asyncio.TimeoutError, asyncio.LimitOverrunError, targets.Refused) as error:
            print(f"delivery {delivery_id}: {error!r}", file=sys.stderr, flush=True)
            status, headers = None, {}
        attempts = work["attempts"] + 1
        next_due = time.time()
        if status is not None and 200 <= status <= 299:
            outcome = "delivered"
        elif status == 410 or attempts >= self.max_attempts:
            outcome = "dead"
        else:
            outcome = "pending"
            next_due += max(self.delay(attempts), retry_after(headers.get("retry-after")))
        outcome = await self.store.run(
            db.record, delivery_id, work["endpoint_id"], due, outcome, status, next_due)
        if outcome == "pending":
            self.schedule(next_due, delivery_id, work["endpoint_id"])

    def delay(self, failed):
        return FIRST_DELAY * 2 ** (failed - 1) * self.scale * random.uniform(1, 1.5)

    async def _post(self, work):
        """Status and headers of the receiver's answer. Redirects are answers like others."""
        target = targets.parse(work["url"])
        addresses = await targets.resolve(target, self.allowed)
        if not addresses:
            raise OSError(f"{target.host} does not resolve")
        tls = {"ssl": self.tls, "server_hostname": target.host} if target.scheme == "https" else {}
        reader, writer = await asyncio.open_connection(str(addresses[0]), target.port, **tls)
        try:
            writer.write(request_bytes(target, work))
            await writer.drain()
            while True:
                status, headers = await read_head(reader)
                if status >= 200:  # 1xx only announce the answer
                    return status, headers
        finally:
            writer.close()


def request_bytes(target, work):
    timestamp = int(time.time())
    body = work["body"]
    head = (
        f"POST {target.path} HTTP/1.1\r\nHost: {target.host_header}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        f"User-Agent: webhook-delivery\r\nConnection: close\r\n"
        f"webhook-id: {work['event_id']}\r\nwebhook-timestamp: {timestamp}\r\n"
        f"webhook-signature: {signatures(work['secrets'], work['event_id'], timestamp, body)}\r\n\r\n"
    )
    return head.encode("ascii") + body


async def read_head(reader):
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.rstrip("\r\n").split("\r\n")
    words = first.split(" ", 2)
    if not words[0].startswith("HTTP/1.") or len(words) < 2 or not (words[1].isdigit() and len(words[1]) == 3):
        raise ValueError("the answer is not HTTP")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return int(words[1]), headers


def retry_after(value):
    """The seconds that a Retry-After asks for; 0 where it says nothing of use."""
    if not value:
        return 0
    if value.isascii() and value.isdigit():
        return min(int(value[:9]), RETRY_AFTER_CAP)
    try:
        seconds = parsedate_to_datetime(value).timestamp() - time.time()
    except (ValueError, OverflowError):
        return 0
    return min(max(seconds, 0), RETRY_AFTER_CAP)
