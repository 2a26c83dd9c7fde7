"""Webhook delivery: the API, and the process around it."""

import asyncio
import json
import logging
import math
import os
import secrets
import signal
import time
from datetime import datetime, timezone

import httpd
import store as db
import targets
from dispatch import Dispatcher
from httpd import Problem
from signing import key_of, new_secret


class Api:
    def __init__(self, store, dispatcher, allowed):
        self.store = store
        self.dispatcher = dispatcher
        self.allowed = allowed

    def router(self):
        router = httpd.Router()
        router.add("GET", "/healthz", self.health)
        router.add("POST", "/endpoints", self.create_endpoint)
        router.add("GET", "/endpoints/{id}", self.get_endpoint)
        router.add("POST", "/endpoints/{id}/rotate", self.rotate)
        router.add("POST", "/endpoints/{id}/enable", self.enable)
        router.add("POST", "/events", self.create_event)
        router.add("GET", "/events/{id}", self.get_event)
        router.add("GET", "/deliveries/{id}", self.get_delivery)
        router.add("POST", "/deliveries/{id}/replay", self.replay)
        router.add("GET", "/dead-letters", self.dead_letters)
        return router

    async def health(self, request):
        return 200, {"status": "ok"}

    async def create_endpoint(self, request):
        body = request.object()
        types = body.get("types")
        if not isinstance(types, list) or not types or not all(isinstance(one, str) and one for one in types):
            raise Problem(422, "types must be a list of one or more non-empty strings")
        url = body.get("url")
        try:
            await targets.resolve(targets.parse(url), self.allowed)
        except targets.Refused as refused:
            raise Problem(422, str(refused)) from None
        secret = checked_secret(body)
        endpoint = await self.store.run(db.add_endpoint, new_id("ep"), url, types, secret)
        return 201, endpoint | {"secret": secret}

    async def get_endpoint(self, request, id):
        return 200, found(await self.store.run(db.endpoint, id))

    async def rotate(self, request, id):
        body = request.object(optional=True)
        overlap = body.get("overlap_seconds", 86400)
        if isinstance(overlap, bool) or not isinstance(overlap, (int, float)) or not 0 <= overlap < math.inf:
            raise Problem(422, "overlap_seconds must be a number of at least 0")
        secret = checked_secret(body)
        found(await self.store.run(db.endpoint, id))
        return 200, await self.store.run(db.rotate, id, secret, overlap) | {"secret": secret}

    async def enable(self, request, id):
        return 200, found(await self.store.run(db.enable, id))

    async def create_event(self, request):
        posted = request.object()
        kind = posted.get("type")
        if not isinstance(kind, str) or not kind:
            raise Problem(422, "type must be a non-empty string")
        if "data" not in posted:
            raise Problem(422, "data is missing")
        timestamp = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        # the body is made once: every attempt sends and signs these bytes
        body = json.dumps({"type": kind, "timestamp": timestamp, "data": posted["data"]}).encode()
        due = time.time()
        event = await self.store.run(
            db.add_event, new_id("msg"), kind, timestamp, body, due, lambda: new_id("dlv"))
        for delivery in event["deliveries"]:
            self.dispatcher.schedule(due, delivery["id"], delivery["endpoint_id"])
        return 202, event

    async def get_event(self, request, id):
        return 200, found(await self.store.run(db.event, id))

    async def get_delivery(self, request, id):
        return 200, found(await self.store.run(db.delivery, id))

    async def replay(self, request, id):
        due = time.time()
        result = await self.store.run(db.replay, id, due)
        if result == "unknown":
            raise Problem(404, "no such delivery")
        if isinstance(result, str):
            raise Problem(409, "the delivery is not dead" if result == "not dead" else "the endpoint is disabled")
        self.dispatcher.schedule(due, id, result["endpoint_id"])
        return 202, result

    async def dead_letters(self, request):
        endpoint_id = request.query.get("endpoint_id", "")
        found(await self.store.run(db.endpoint, endpoint_id))
        return 200, {"items": await self.store.run(db.dead_letters, endpoint_id)}


def new_id(prefix):
    return f"{prefix}_{secrets.token_hex(12)}"


def found(value):
    if value is None:
        raise Problem(404, "no such thing")
    return value


def checked_secret(body):
    secret = body.get("secret")
    if secret is None:
        return new_secret()
    try:
        key_of(secret)
    except ValueError as error:
        raise Problem(422, str(error)) from None
    return secret


async def main():
    environment = os.environ
    allowed = targets.parse_allowed(environment.get("ALLOWED_TARGETS", ""))
    store = db.Store(os.path.join(environment.get("DATA_DIR", "."), "webhooks.sqlite3"))
    dispatcher = Dispatcher(
        store,
        scale=float(environment.get("RETRY_SCALE", "1")),
        max_attempts=int(environment.get("MAX_ATTEMPTS", "8")),
        timeout=float(environment.get("ATTEMPT_TIMEOUT", "15")),
        allowed=allowed,
    )
    work = asyncio.create_task(dispatcher.run())
    server = await httpd.start(Api(store, dispatcher, allowed).router(), int(environment.get("PORT", "8080")))
    logging.info("listening on port %s, data in %s", environment.get("PORT", "8080"), environment.get("DATA_DIR", "."))
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    # the dispatcher never ends by itself: if it does, the process must not go on without it
    await asyncio.wait([work, asyncio.create_task(stopping.wait())], return_when=asyncio.FIRST_COMPLETED)
    server.close()
    logging.info("stopping")
    if work.done():
        work.result()
    if dispatcher.tasks:  # outcomes that arrive soon are still stored
        await asyncio.wait(dispatcher.tasks, timeout=2)
    store.close()
    os._exit(0)  # attempts that still hang are made again after the start


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    asyncio.run(main())
