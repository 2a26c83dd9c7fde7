"""Tests over HTTP: of the service at BASE_URL, or of one that is started here."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

SERVICE = pathlib.Path(__file__).resolve().parent.parent / "service.py"
SETTINGS = {"RETRY_SCALE": "0.1", "MAX_ATTEMPTS": "3", "SEND_TIMEOUT": "2", "CHANNEL_CONCURRENCY": "16",
            "MAX_BACKLOG": "25000"}


class Service:
    def __init__(self, **settings):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.data = tempfile.TemporaryDirectory()
        self.settings = SETTINGS | settings
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self):
        environment = os.environ | self.settings | {"PORT": str(self.port), "DATA_DIR": self.data.name}
        self.process = subprocess.Popen([sys.executable, str(SERVICE)], env=environment, stderr=subprocess.DEVNULL)
        until(lambda: call("GET", self.url + "/healthz")[0] == 200)

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(5)

    def close(self):
        self.end()
        self.data.cleanup()


class Provider:
    """A channel's other end: answers as told, the last answer for ever, and notes what came."""

    def __init__(self, *answers, delay=0.0):
        self.requests = []  # (time, Idempotency-Key, body)
        self.running = self.most = 0
        answers = list(answers) or [200]
        lock = threading.Lock()
        closing = self.closing = threading.Event()
        provider = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with lock:
                    answer = answers.pop(0) if len(answers) > 1 else answers[0]
                    provider.requests.append((time.monotonic(), self.headers["Idempotency-Key"], body))
                    provider.running += 1
                    provider.most = max(provider.most, provider.running)
                if answer == "hang":
                    closing.wait()
                closing.wait(delay)
                with lock:
                    provider.running -= 1
                status, headers = answer if isinstance(answer, tuple) else (answer if answer != "hang" else 500, {})
                self.send_response(status)
                for name, value in ({"Content-Length": "0"} | headers).items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *arguments):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, request, address):
                pass  # the service gave up

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def texts(self):
        return [body["text"] for _, _, body in self.requests]

    def gaps(self):
        times = [one[0] for one in self.requests]
        return [later - earlier for earlier, later in zip(times, times[1:])]

    def close(self):
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()


def call(method, url, value=None, raw=None):
    """Status, headers and JSON of an answer; status 0 where none came."""
    data = raw if raw is not None else None if value is None else json.dumps(value).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, json.loads(answer.read() or b"null")
    except OSError:
        return 0, {}, None


def until(condition, within=10):
    end = time.monotonic() + within
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("what was waited for did not come")
        time.sleep(0.02)


class Case(unittest.TestCase):
    own = None
    settings = {}

    @classmethod
    def setUpClass(cls):
        if "BASE_URL" in os.environ:
            if cls.settings:
                raise unittest.SkipTest("needs a configuration of its own")
            cls.base = os.environ["BASE_URL"].rstrip("/")
        else:
            cls.own = Service(**cls.settings)
            cls.base = cls.own.url
            cls.addClassCleanup(cls.own.close)

    def setUp(self):
        self.unique = uuid.uuid4().hex[:12]

    def call(self, method, path, value=None, expect=200, **more):
        status, headers, body = call(method, self.base + path, value, **more)
        self.assertIn(status, expect if isinstance(expect, tuple) else (expect,), body)
        if status >= 400:
            self.assertTrue(headers["Content-Type"].startswith("application/problem+json"))
            self.assertEqual(body["status"], status)
        if status == 503:
            self.assertGreaterEqual(int(headers["Retry-After"]), 1)
        return body

    def channel(self, *answers, **more):
        """A new channel: its name, and the provider behind it."""
        provider = Provider(*answers, **more)
        self.addCleanup(provider.close)
        name = "c" + uuid.uuid4().hex[:12]
        self.call("PUT", f"/channels/{name}", {"url": provider.url})
        return name, provider

    def recipients(self, count, *channels):
        ids = [f"r{n}-{uuid.uuid4().hex[:12]}" for n in range(count)]
        self.call("POST", "/recipients", {"recipients": [{"id": one, "channels": channels} for one in ids]})
        return ids

    def notify(self, to, text="text", topic="orders", expect=202, **more):
        return self.call("POST", "/notifications", {"topic": topic, "text": text, "to": to} | more, expect=expect)

    def counts(self, notification):
        return self.call("GET", f"/notifications/{notification['id']}")["counts"]

    def settled(self, notification, within=15):
        until(lambda: self.counts(notification)["pending"] == 0, within)
        return self.counts(notification)


class Fanout(Case):
    def test_each_recipient_and_channel_once(self):
        mail, push = self.channel(), self.channel()
        both, out = self.recipients(2, mail[0], push[0])
        [one] = self.recipients(1, mail[0])
        [none] = self.recipients(1)
        self.call("POST", f"/recipients/{out}/unsubscribe", {"topic": "orders"})
        made = self.notify([both, one, none, out, both, "nobody"], "ü 漢 😀")
        self.assertEqual((made["total"], made["unknown"], sum(made["counts"].values())), (3, 1, 3))
        self.assertEqual(self.settled(made)["sent"], 3)
        self.assertEqual(sorted(body["recipient"] for _, _, body in mail[1].requests), sorted([both, one]))
        [(_, key, body)] = push[1].requests
        self.assertEqual(body, {"id": key, "notification_id": made["id"], "recipient": both, "channel": push[0],
                                "topic": "orders", "text": "ü 漢 😀"})
        self.assertEqual(self.call("GET", f"/messages/{key}"), {
            "id": key, "notification_id": made["id"], "recipient": both, "channel": push[0], "topic": "orders",
            "status": "sent", "attempts": 1, "last_status": 200})

    def test_preferences_of_the_moment(self):
        name, provider = self.channel()
        [who] = self.recipients(1, name)
        self.call("POST", f"/recipients/{who}/unsubscribe", {"topic": "offers"})
        self.assertEqual(self.notify([who], topic="offers")["total"], 0)
        self.assertEqual(self.notify([who], topic="offer")["total"], 1)
        self.call("POST", f"/recipients/{who}/subscribe", {"topic": "offers"})
        self.assertEqual(self.notify([who], topic="offers")["total"], 1)
        self.call("POST", "/recipients", {"recipients": [{"id": who, "channels": [], "unsubscribed": ["a"]}]})
        self.assertEqual(self.call("GET", f"/recipients/{who}"), {"id": who, "channels": [], "unsubscribed": ["a"]})
        self.assertEqual(self.notify([who])["total"], 0)

    def test_unsubscribe_holds_for_what_waits(self):
        name, provider = self.channel(503, 200, delay=0.5)
        [who] = self.recipients(1, name)
        self.notify([who], "1")
        unwanted = self.notify([who], "2", topic="offers")
        last = self.notify([who], "3")
        self.call("POST", f"/recipients/{who}/unsubscribe", {"topic": "offers"})
        self.settled(last)
        self.assertEqual(self.counts(unwanted)["skipped"], 1)
        self.assertEqual(provider.texts(), ["1", "1", "3"])

    def test_key(self):
        name, provider = self.channel()
        to = self.recipients(2, name)
        with ThreadPoolExecutor(10) as pool:
            made = list(pool.map(lambda _: self.notify(to, key=self.unique, expect=(200, 202)), range(10)))
        self.assertEqual(len({one["id"] for one in made}), 1)
        self.settled(made[0])
        self.assertEqual(self.notify(to, key=self.unique, expect=200)["counts"]["sent"], 2)
        self.notify(to, "other", key=self.unique, expect=409)
        self.notify(to[:1], key=self.unique, expect=409)
        self.assertEqual(len(provider.requests), 2)


class Sending(Case):
    def test_order_around_failures(self):
        name, provider = self.channel(503, 200, 200, 503, 200, delay=0.03)
        to = self.recipients(3, name)
        for n in range(6):
            last = self.notify(to, str(n))
        self.settled(last)
        for who in to:
            own = [(at, body["text"]) for at, _, body in provider.requests if body["recipient"] == who]
            self.assertEqual([text for _, text in own], sorted(text for _, text in own))
            self.assertEqual({text for _, text in own}, set("012345"))
            self.assertTrue(all(later[0] - earlier[0] > 0.025 for earlier, later in zip(own, own[1:])))

    def test_retries_dead_letter_and_retry_by_hand(self):
        trap = self.channel()[1]
        name, provider = self.channel((302, {"Location": trap.url}), 404, 503, 200)
        [who] = self.recipients(1, name)
        first = self.notify([who], "1")
        second = self.notify([who], "2")
        self.assertEqual(self.settled(second)["sent"], 1)
        self.assertEqual(self.settled(first)["dead"], 1)
        self.assertEqual((provider.texts(), trap.requests), (["1", "1", "1", "2"], []))
        self.assertEqual(len({key for _, key, _ in provider.requests}), 2)
        self.assertGreaterEqual(provider.gaps()[0], 0.19)
        self.assertGreaterEqual(provider.gaps()[1], 0.39)
        self.assertLess(sum(provider.gaps()), 3)
        letters = f"/dead-letters?channel={name}"
        [dead] = self.call("GET", letters)["items"]
        self.assertEqual((dead["attempts"], dead["last_status"]), (3, 503))
        self.call("POST", f"/messages/{dead['id']}/retry", expect=202)
        self.assertEqual(self.settled(first)["sent"], 1)
        self.assertEqual(self.call("GET", f"/messages/{dead['id']}")["attempts"], 1)
        self.assertEqual(provider.requests[-1][1], dead["id"])
        self.assertEqual(self.call("GET", letters), {"items": [], "next": None})
        self.call("POST", f"/messages/{dead['id']}/retry", expect=409)

    def test_timeout(self):
        name, provider = self.channel("hang", 200)
        [who] = self.recipients(1, name)
        self.assertEqual(self.settled(self.notify([who]))["sent"], 1)
        self.assertGreaterEqual(provider.gaps()[0], 2.1)

    def test_a_hanging_channel_slows_nobody(self):
        stuck, fast = self.channel("hang"), self.channel()
        to = self.recipients(200, stuck[0], fast[0])
        self.notify(to)
        until(lambda: len(fast[1].requests) == 200, 4)

    def test_concurrency(self):
        name, provider = self.channel(200, delay=0.1)
        self.settled(self.notify(self.recipients(64, name)))
        self.assertLessEqual(provider.most, 16)
        self.assertGreater(provider.most, 8)

    def test_channel_url_changes(self):
        old, new = self.channel(), self.channel()
        [who] = self.recipients(1, old[0])
        self.call("PUT", f"/channels/{old[0]}", {"url": new[1].url})
        self.settled(self.notify([who]))
        self.assertEqual((len(old[1].requests), len(new[1].requests)), (0, 1))


class Lists(Case):
    def walk(self, path, limit, between=lambda: None):
        pages, cursor = [], ""
        while cursor is not None:
            page = self.call("GET", f"{path}{'&' if '?' in path else '?'}limit={limit}" + (f"&cursor={quote(cursor)}" if cursor else ""))
            pages.append(page["items"])
            cursor = page["next"]
            between()
        self.assertTrue(all(len(page) == limit for page in pages[:-1]))
        return [one["id"] for page in pages for one in page]

    def test_newest_first_while_new_ones_arrive(self):
        [who] = self.recipients(1, self.channel()[0], self.channel()[0])
        made = [self.notify([who])["id"] for _ in range(7)]
        path = f"/recipients/{who}/messages"
        whole = self.call("GET", path)["items"]
        self.assertEqual([one["notification_id"] for one in whole], [one for one in reversed(made) for _ in (1, 2)])
        self.assertEqual(self.walk(path, 3, lambda: self.notify([who])), [one["id"] for one in whole])

    def test_notification(self):
        made = self.notify(self.recipients(120, self.channel()[0]))
        path = f"/notifications/{made['id']}/messages"
        self.assertEqual(len(self.call("GET", path)["items"]), 100)
        self.assertEqual(len(set(self.walk(path, 50))), 120)

    def test_dead_letters_that_leave(self):
        name, provider = self.channel(503)
        made = self.notify(self.recipients(12, name))
        self.settled(made)
        seen = []

        def retry_seen():
            for one in self.call("GET", f"/dead-letters?channel={name}&limit=2")["items"]:
                self.call("POST", f"/messages/{one['id']}/retry", expect=202)

        seen = self.walk(f"/dead-letters?channel={name}", 4, retry_seen)
        self.assertEqual((len(seen) >= 12, len(set(seen))), (True, 12))


class Input(Case):
    def test_wrong_input(self):
        [who] = self.recipients(1)
        self.call("POST", "/notifications", raw=b"{", expect=400)
        for path, value in (
                ("/recipients", {"recipients": []}), ("/recipients", {"recipients": [{"id": "a b", "channels": []}]}),
                ("/recipients", {"recipients": [{"id": self.unique, "channels": []}, {"id": "x", "channels": ["missing"]}]}),
                ("/notifications", {"text": "t", "to": [who]}), ("/notifications", {"topic": "t", "text": "", "to": [who]}),
                ("/notifications", {"topic": "t", "text": "x" * 4097, "to": [who]}), ("/notifications", {"topic": "t", "text": "t", "to": []}),
                ("/notifications", {"topic": "t", "text": "t", "to": [who], "key": ""}), (f"/recipients/{who}/unsubscribe", {})):
            with self.subTest(f"{path} {value}"):
                self.call("POST", path, value, expect=422)
        self.call("GET", f"/recipients/{self.unique}", expect=404)
        self.call("PUT", "/channels/x", {"url": "ftp://x/"}, expect=422)
        for path in ("/recipients/none", "/notifications/none", "/messages/none", "/dead-letters?channel=none", "/none"):
            self.call("GET", path, expect=404)
        for query in ("limit=0", "limit=501", "limit=x", "cursor=!"):
            self.call("GET", f"/recipients/{who}/messages?{query}", expect=400)


class Backlog(Case):
    settings = {"MAX_BACKLOG": "20"}

    def test_refused_as_a_whole(self):
        to = self.recipients(15, self.channel("hang")[0])
        self.notify(to)
        self.notify(to, key="k", expect=503)
        self.notify(to[:5], key="k")
        self.notify(to[:1], expect=503)
        self.assertEqual(len(self.call("GET", f"/recipients/{to[0]}/messages")["items"]), 2)


class Surviving(Case):
    settings = {"RETRY_SCALE": "1"}

    def test_kill_in_a_fan_out(self):
        name, provider = self.channel(200, delay=0.002)
        to = self.recipients(2000, name)
        made = self.notify(to, key=self.unique)
        until(lambda: len(provider.requests) > 200)
        self.own.end(signal.SIGKILL)
        self.own.start()
        self.assertEqual(self.notify(to, key=self.unique, expect=200)["id"], made["id"])
        self.assertEqual(self.settled(made, 30)["sent"], 2000)
        self.assertEqual(len({key for _, key, _ in provider.requests}), 2000)
        self.assertLess(len(provider.requests), 2050)

    def test_order_and_waiting_time(self):
        name, provider = self.channel(503, 200)
        [who] = self.recipients(1, name)
        made = [self.notify([who], str(n)) for n in range(3)]
        path = f"/notifications/{made[0]['id']}/messages"
        until(lambda: self.call("GET", path)["items"][0]["attempts"] == 1)
        self.own.end(signal.SIGKILL)
        self.own.start()
        self.settled(made[2])
        self.assertEqual(provider.texts(), ["0", "0", "1", "2"])
        self.assertGreaterEqual(provider.gaps()[0], 1.99)
        self.assertEqual(self.call("GET", path)["items"][0]["attempts"], 2)

    def test_stop(self):
        self.assertEqual(self.own.end(), 0)
        self.own.start()


if __name__ == "__main__":
    unittest.main()
