"""Notification fan-out: the API, and the process around it."""

import asyncio
import logging
import os
import re
import signal
from urllib.parse import urlsplit

import httpd
import messages as db
from dispatch import Dispatcher
from httpd import Problem
from store import Store

NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
MOST = 10_000  # recipients in one request
CONFLICTS = {"conflict": "the key was used for another notification", "not dead": "the message is not dead"}


class Api:
    def __init__(self, store, dispatcher, max_backlog):
        self.store = store
        self.dispatcher = dispatcher
        self.max_backlog = max_backlog

    def router(self):
        router = httpd.Router()
        router.add("GET", "/healthz", self.health)
        router.add("PUT", "/channels/{name}", self.put_channel)
        router.add("POST", "/recipients", self.put_recipients)
        router.add("GET", "/recipients/{id}", self.get_recipient)
        router.add("POST", "/recipients/{id}/unsubscribe", self.unsubscribe)
        router.add("POST", "/recipients/{id}/subscribe", self.subscribe)
        router.add("GET", "/recipients/{id}/messages", self.recipient_messages)
        router.add("POST", "/notifications", self.notify)
        router.add("GET", "/notifications/{id}", self.get_notification)
        router.add("GET", "/notifications/{id}/messages", self.notification_messages)
        router.add("GET", "/messages/{id}", self.get_message)
        router.add("POST", "/messages/{id}/retry", self.retry)
        router.add("GET", "/dead-letters", self.dead_letters)
        return router

    async def run(self, job, *arguments):
        try:
            return await self.store.run(job, *arguments)
        except db.Refused as refused:
            reason = str(refused)
            if reason == "backlog":
                raise Problem(503, "too many messages are pending", {"Retry-After": "1"}) from None
            if reason == "unknown channel":
                raise Problem(422, "a recipient wants a channel that does not exist") from None
            raise Problem(409, CONFLICTS[reason]) from None

    async def health(self, request):
        return 200, {"status": "ok"}

    async def put_channel(self, request, name):
        url = request.object().get("url")
        need(valid_name(name), "a channel's name has 1 to 64 letters, digits, _ and -")
        need(valid_url(url), "url must be an http or https URL with a host")
        await self.run(db.put_channel, name, url)
        return 200, {"name": name, "url": url}

    async def put_recipients(self, request):
        listed = request.object().get("recipients")
        need(isinstance(listed, list) and 1 <= len(listed) <= MOST, f"recipients must be a list of 1 to {MOST}")
        recipients = [checked_recipient(one) for one in listed]
        await self.run(db.put_recipients, recipients)
        return 200, {"count": len(recipients)}

    async def get_recipient(self, request, id):
        return 200, found(await self.run(db.recipient, id))

    async def unsubscribe(self, request, id):
        return await self.change_subscription(request, id, False)

    async def subscribe(self, request, id):
        return await self.change_subscription(request, id, True)

    async def change_subscription(self, request, id, wanted):
        topic = request.object().get("topic")
        need(valid_name(topic), "topic must be a name")
        return 200, found(await self.run(db.set_subscription, id, topic, wanted))

    async def notify(self, request):
        body = request.object()
        topic, text, to, key = (body.get(name) for name in ("topic", "text", "to", "key"))
        need(valid_name(topic), "topic must be a name")
        need(isinstance(text, str) and 1 <= len(text) <= 4096, "text must have 1 to 4096 characters")
        need(isinstance(to, list) and 1 <= len(to) <= MOST and all(valid_name(one) for one in to),
             f"to must be a list of 1 to {MOST} recipients")
        need(key is None or isinstance(key, str) and 1 <= len(key) <= 64, "key must have 1 to 64 characters")
        notification, made = await self.run(db.add_notification, topic, text, to, key, self.max_backlog)
        if made is None:
            return 200, notification
        for entry in made:
            self.dispatcher.add(*entry)
        return 202, notification

    async def get_notification(self, request, id):
        return 200, found(await self.run(db.notification, id))

    async def get_message(self, request, id):
        return 200, found(await self.run(db.message, message_number(id)))

    async def retry(self, request, id):
        message, entry = await self.run(db.retry, message_number(id))
        found(message)
        self.dispatcher.add(*entry)
        return 202, message

    async def recipient_messages(self, request, id):
        found(await self.run(db.recipient, id))
        return await self.list(request, "recipient", id)

    async def notification_messages(self, request, id):
        found(await self.run(db.notification, id))
        return await self.list(request, "notification", id)

    async def dead_letters(self, request):
        channel = request.query.get("channel")
        if channel not in await self.run(db.channels):
            raise Problem(404, "no such channel")
        return await self.list(request, "dead", channel)

    async def list(self, request, kind, of):
        limit = request.query.get("limit", "100")
        if not re.fullmatch(r"[0-9]{1,3}", limit) or not 1 <= int(limit) <= 500:
            raise Problem(400, "limit must be 1 to 500")
        cursor = request.query.get("cursor")
        if cursor is not None and not re.fullmatch(r"c[0-9]{1,18}", cursor):
            raise Problem(400, "this is not a cursor of ours")
        return 200, await self.run(db.page, kind, of, int(limit), None if cursor is None else int(cursor[1:]))


def need(condition, detail):
    if not condition:
        raise Problem(422, detail)


def found(value):
    if value is None:
        raise Problem(404, "no such thing")
    return value


def valid_name(value):
    return isinstance(value, str) and NAME.fullmatch(value) is not None


def valid_url(value):
    if not isinstance(value, str) or not re.fullmatch(r"[!-~]+", value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def checked_recipient(value):
    need(isinstance(value, dict), "a recipient must be an object")
    unsubscribed = value.get("unsubscribed", [])
    need(valid_name(value.get("id")), "a recipient's id must be a name")
    for names in (value.get("channels"), unsubscribed):
        need(isinstance(names, list) and all(valid_name(one) for one in names), "channels and unsubscribed must be lists of names")
    return {"id": value["id"], "channels": list(dict.fromkeys(value["channels"])), "unsubscribed": unsubscribed}


def message_number(message_id):
    match = re.fullmatch(r"m_([0-9]{1,18})", message_id)
    return int(match[1]) if match else -1


async def main():
    environment = os.environ
    store = Store(os.path.join(environment.get("DATA_DIR", "."), "notifications.sqlite3"), db.SCHEMA)
    dispatcher = Dispatcher(
        store,
        scale=float(environment.get("RETRY_SCALE", "1")),
        max_attempts=int(environment.get("MAX_ATTEMPTS", "5")),
        timeout=float(environment.get("SEND_TIMEOUT", "10")),
        concurrency=int(environment.get("CHANNEL_CONCURRENCY", "16")),
    )
    await dispatcher.resume()  # before new ones come: lanes keep their order
    api = Api(store, dispatcher, int(environment.get("MAX_BACKLOG", "100000")))
    server = await httpd.start(api.router(), int(environment.get("PORT", "8080")))
    logging.info("listening on port %s, data in %s", environment.get("PORT", "8080"), environment.get("DATA_DIR", "."))
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    await stopping.wait()
    server.close()
    logging.info("stopping")
    dispatcher.concurrency = 0  # nothing new begins
    if dispatcher.tasks:  # outcomes that arrive soon are still stored
        await asyncio.wait(dispatcher.tasks, timeout=2)
    store.close()
    os._exit(0)  # attempts that still hang are made again after the start


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    asyncio.run(main())
