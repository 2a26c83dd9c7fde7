"""Sends the messages: in order within a lane, which is a recipient on a channel, and side by side otherwise."""

import asyncio
import json
import random
import sys
import time
from collections import deque

import messages
from client import Client

FIRST_DELAY = 2.0


class Lane:
    def __init__(self, channel):
        self.channel = channel
        self.queue = deque()  # (seq, due), the first is the one to be sent


class Channel:
    def __init__(self):
        self.ready = deque()  # lanes whose first message is due
        self.running = 0


class Dispatcher:
    def __init__(self, store, *, scale, max_attempts, timeout, concurrency):
        self.store = store
        self.scale = scale
        self.max_attempts = max_attempts
        self.timeout = timeout
        self.concurrency = concurrency
        self.client = Client()
        self.lanes = {}  # (channel, recipient)
        self.channels = {}
        self.tasks = set()

    def add(self, seq, recipient, channel, due):
        lane = self.lanes.get((channel, recipient))
        if lane is None:
            lane = self.lanes[channel, recipient] = Lane(channel)
        lane.queue.append((seq, due))
        if len(lane.queue) == 1:
            self._turn(lane)

    def _turn(self, lane):
        """Puts a lane among the ready ones of its channel, at once or when its first message is due."""
        wait = lane.queue[0][1] - time.time()
        if wait > 0:
            asyncio.get_running_loop().call_later(wait, self._turn, lane)
            return
        self.channels.setdefault(lane.channel, Channel()).ready.append(lane)
        self._fill(lane.channel)

    def _fill(self, name):
        channel = self.channels[name]
        while channel.ready and channel.running < self.concurrency:
            channel.running += 1
            task = asyncio.create_task(self._work(channel.ready.popleft()))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def _work(self, lane):
        seq, _ = lane.queue[0]
        try:
            recipient, again = await self._attempt(seq)
        except Exception as error:  # of the store: the lane rests until a restart
            print(f"message {seq}: {error!r}", file=sys.stderr, flush=True)
            return
        finally:
            self.channels[lane.channel].running -= 1
            self._fill(lane.channel)
        lane.queue.popleft()
        if again is not None:
            lane.queue.appendleft((seq, again))
        if lane.queue:
            self._turn(lane)
        else:
            del self.lanes[lane.channel, recipient]

    async def _attempt(self, seq):
        """One attempt, or none; gives the recipient, and when the message is due again, or None."""
        work = await self.store.run(messages.material, seq)
        if work["out"]:
            return work["recipient"], None
        body = {"id": f"m_{seq}"} | {name: work[name] for name in ("notification_id", "recipient", "channel", "topic", "text")}
        headers = {"Content-Type": "application/json", "Idempotency-Key": f"m_{seq}"}
        try:
            status = await asyncio.wait_for(
                self.client.post(work["url"], headers, json.dumps(body).encode()), self.timeout)
        except (OSError, EOFError, ValueError, asyncio.TimeoutError, asyncio.LimitOverrunError) as error:
            print(f"message {seq}: {error!r}", file=sys.stderr, flush=True)
            status = None
        attempts = work["attempts"] + 1
        now = time.time()
        if status is not None and 200 <= status <= 299:
            outcome, due = "sent", None
        elif attempts >= self.max_attempts:
            outcome, due = "dead", None
        else:
            outcome, due = "pending", now + self.delay(attempts)
        await self.store.run(messages.record, seq, outcome, status, due or now)
        return work["recipient"], due

    def delay(self, failed):
        return FIRST_DELAY * 2 ** (failed - 1) * self.scale * random.uniform(1, 1.5)

    async def resume(self):
        for entry in await self.store.run(messages.pending):
            self.add(*entry)
