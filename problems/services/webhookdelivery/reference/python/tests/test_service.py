"""Tests over HTTP: of the service at BASE_URL, or of one that is started here."""

import base64
import hashlib
import hmac
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
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SERVICE = pathlib.Path(__file__).resolve().parent.parent / "service.py"
SETTINGS = {"RETRY_SCALE": "0.06", "MAX_ATTEMPTS": "4", "ATTEMPT_TIMEOUT": "2", "ALLOWED_TARGETS": "127.0.0.1/32"}


class Service:
    """The service under test; it can be killed where we started it."""

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


class Receiver:
    """An endpoint that answers as told, the last answer for ever, and notes what came."""

    def __init__(self, *answers):
        self.requests = []
        answers = list(answers) or [200]
        lock = threading.Lock()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with lock:
                    answer = answers.pop(0) if len(answers) > 1 else answers[0]
                    receiver.requests.append((time.monotonic(), self.path, self.headers, body))
                if answer == "hang":
                    receiver.closing.wait()
                    return
                status, headers = answer if isinstance(answer, tuple) else (answer, {})
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.closing = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

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
        with urllib.request.urlopen(request, timeout=10) as answer:
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


def signed_with(secret, headers, body):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    wanted = "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    return wanted in headers["webhook-signature"].split(" ")


class Case(unittest.TestCase):
    own = None

    @classmethod
    def setUpClass(cls):
        if "BASE_URL" in os.environ:
            cls.base = os.environ["BASE_URL"].rstrip("/")
        else:
            cls.own = Service()
            cls.base = cls.own.url
            cls.addClassCleanup(cls.own.close)

    def setUp(self):
        self.type = "test." + uuid.uuid4().hex

    def receiver(self, *answers):
        receiver = Receiver(*answers)
        self.addCleanup(receiver.close)
        return receiver

    def call(self, method, path, value=None, expect=200, **more):
        status, headers, body = call(method, self.base + path, value, **more)
        self.assertEqual(status, expect, body)
        if status >= 400:
            self.assertTrue(headers["Content-Type"].startswith("application/problem+json"))
            self.assertEqual(body["status"], status)
        return body

    def endpoint(self, url, **more):
        return self.call("POST", "/endpoints", {"url": url, "types": [self.type]} | more, expect=201)

    def event(self, data=None):
        return self.call("POST", "/events", {"type": self.type, "data": data}, expect=202)

    def settled(self, event, within=10):
        def shown():
            return self.call("GET", f"/events/{event['id']}")["deliveries"]
        until(lambda: all(one["status"] != "pending" for one in shown()), within)
        return shown()


class Delivering(Case):
    def test_request_is_signed_and_carries_the_event(self):
        hook = self.receiver()
        data = {"text": "ü 漢 😀 <&>", "list": [1, 2.5, None, True]}
        endpoint = self.endpoint(hook.url + "/in?a=b")
        event = self.event(data)
        [delivery] = self.settled(event)
        self.assertEqual((delivery["status"], delivery["attempts"], delivery["last_status"]), ("delivered", 1, 200))
        [(_, path, headers, body)] = hook.requests
        self.assertEqual(path, "/in?a=b")
        self.assertEqual(headers["Content-Type"], "application/json")
        self.assertEqual(headers["webhook-id"], event["id"])
        self.assertLess(abs(time.time() - int(headers["webhook-timestamp"])), 10)
        self.assertTrue(signed_with(endpoint["secret"], headers, body))
        self.assertEqual(json.loads(body), {"type": self.type, "timestamp": event["timestamp"], "data": data})

    def test_each_attempt_is_signed_anew_with_growing_delays(self):
        hook = self.receiver(500, 404, 302, 204)
        endpoint = self.endpoint(hook.url)
        [delivery] = self.settled(self.event({"b": 1, "a": 2}))
        self.assertEqual((delivery["status"], delivery["attempts"]), ("delivered", 4))
        for number, gap in enumerate(hook.gaps()):
            self.assertGreaterEqual(gap, 0.24 * 2 ** number - 0.01)
            self.assertLess(gap, 0.36 * 2 ** number + 2)
        self.assertEqual(len({one[3] for one in hook.requests}), 1)
        self.assertEqual(len({one[2]["webhook-id"] for one in hook.requests}), 1)
        self.assertGreater(len({one[2]["webhook-timestamp"] for one in hook.requests}), 1)
        self.assertTrue(all(signed_with(endpoint["secret"], one[2], one[3]) for one in hook.requests))

    def test_delays_are_spread(self):
        hook = self.receiver(503)
        self.endpoint(hook.url)
        for _ in range(30):
            self.event()
        until(lambda: len(hook.requests) >= 120)
        times = {}
        for at, _, headers, _ in hook.requests:
            times.setdefault(headers["webhook-id"], []).append(at)
        delays = sorted(one[3] - one[2] for one in times.values())
        self.assertGreater(delays[22] - delays[7], 0.06)

    def test_redirects_are_not_followed(self):
        trap = self.receiver()
        hook = self.receiver((302, {"Location": trap.url}), (307, {"Location": trap.url}), 200)
        self.endpoint(hook.url)
        [delivery] = self.settled(self.event())
        self.assertEqual((delivery["status"], delivery["attempts"], trap.requests), ("delivered", 3, []))

    def test_retry_after(self):
        hook = self.receiver((429, {"Retry-After": "2"}), 200)
        odd = self.receiver((503, {"Retry-After": "soon"}), (503, {"Retry-After": "0"}), 200)
        self.endpoint(hook.url)
        self.endpoint(odd.url)
        self.settled(self.event())
        self.assertGreaterEqual(hook.gaps()[0], 1.98)
        self.assertEqual(len(odd.requests), 3)
        self.assertGreaterEqual(odd.gaps()[0], 0.23)
        self.assertGreaterEqual(odd.gaps()[1], 0.47)

    def test_timeout(self):
        hook = self.receiver("hang", 200)
        self.endpoint(hook.url)
        [delivery] = self.settled(self.event())
        self.assertEqual((delivery["status"], delivery["attempts"]), ("delivered", 2))
        self.assertGreaterEqual(hook.gaps()[0], 2)

    def test_dead_letter_and_replay(self):
        hook = self.receiver(503, 503, 503, 503, 503, 200)
        endpoint = self.endpoint(hook.url)
        letters = f"/dead-letters?endpoint_id={endpoint['id']}"
        event = self.event()
        [dead] = self.settled(event)
        self.assertEqual((dead["status"], dead["attempts"], dead["last_status"]), ("dead", 4, 503))
        self.assertEqual(len(hook.requests), 4)
        self.assertEqual(self.call("GET", letters)["items"], [dead])
        self.call("POST", f"/deliveries/{dead['id']}/replay", expect=202)
        self.assertEqual(self.call("GET", letters)["items"], [])
        [again] = self.settled(event)
        self.assertEqual((again["status"], again["attempts"]), ("delivered", 2))
        self.assertEqual({one[2]["webhook-id"] for one in hook.requests}, {event["id"]})
        self.call("POST", f"/deliveries/{dead['id']}/replay", expect=409)

    def test_gone_disables(self):
        hook = self.receiver((503, {"Retry-After": "1"}), 410, 200)
        endpoint = self.endpoint(hook.url)
        waiting = self.event(1)
        until(lambda: self.call("GET", f"/events/{waiting['id']}")["deliveries"][0]["attempts"] == 1)
        [gone] = self.settled(self.event(2))
        self.assertEqual(gone["status"], "dead")
        self.assertEqual(self.settled(waiting)[0]["status"], "dead")
        self.assertEqual(self.call("GET", f"/endpoints/{endpoint['id']}")["status"], "disabled")
        self.assertEqual(self.event(3)["deliveries"], [])
        self.call("POST", f"/deliveries/{gone['id']}/replay", expect=409)
        time.sleep(1.2)
        self.assertEqual(len(hook.requests), 2)
        self.assertEqual(self.call("POST", f"/endpoints/{endpoint['id']}/enable")["status"], "active")
        self.call("POST", f"/deliveries/{gone['id']}/replay", expect=202)
        until(lambda: len(hook.requests) == 3)

    def test_rotation(self):
        hook = self.receiver()
        endpoint = self.endpoint(hook.url)
        path = f"/endpoints/{endpoint['id']}/rotate"
        new = self.call("POST", path, {"overlap_seconds": 1})["secret"]
        self.settled(self.event())
        time.sleep(1.1)
        self.settled(self.event())
        newest = self.call("POST", path, {"overlap_seconds": 0})["secret"]
        self.settled(self.event())
        signed = [[signed_with(secret, one[2], one[3]) for secret in (endpoint["secret"], new, newest)]
                  for one in hook.requests]
        self.assertEqual(signed, [[True, True, False], [False, True, False], [False, False, True]])

    def test_endpoints_do_not_depend_on_each_other(self):
        good, bad, other = self.receiver(), self.receiver(503, 200), self.receiver()
        self.endpoint(good.url)
        self.endpoint(bad.url)
        self.call("POST", "/endpoints", {"url": other.url, "types": [self.type + ".x"]}, expect=201)
        self.settled(self.event())
        self.assertEqual((len(good.requests), len(bad.requests), len(other.requests)), (1, 2, 0))

    def test_a_hanging_receiver_slows_nobody(self):
        kind = self.type
        self.endpoint(self.receiver("hang").url)
        for _ in range(150):
            self.event()
        self.type = kind + ".good"
        good = self.receiver()
        self.endpoint(good.url)
        begun = time.monotonic()
        for _ in range(20):
            self.event()
        until(lambda: len(good.requests) == 20)
        self.assertLess(time.monotonic() - begun, 1.5)


class Input(Case):
    def test_targets(self):
        for url in ("http://127.0.0.2/", "http://10.0.0.1/", "http://169.254.169.254/", "http://[::1]/",
                    "http://[::ffff:10.0.0.1]/", "http://2130706434/", "http://0x7f.2/", "http://100.64.0.1/",
                    "http://a:b@93.184.216.34/", "ftp://93.184.216.34/", "/x", ""):
            with self.subTest(url):
                self.call("POST", "/endpoints", {"url": url, "types": ["a"]}, expect=422)
        for url in ("https://93.184.216.34/", "http://172.32.0.1/", "http://hooks.partner.invalid/x"):
            with self.subTest(url):
                self.endpoint(url)

    def test_wrong_input(self):
        url = "https://93.184.216.34/"
        self.call("POST", "/events", raw=b"{", expect=400)
        for path, value in (("/events", []), ("/events", {"type": "a"}), ("/events", {"type": "", "data": 1}),
                            ("/endpoints", {"url": url}), ("/endpoints", {"url": url, "types": []}),
                            ("/endpoints", {"url": url, "types": ["a"], "secret": "whsec_c2hvcnQ="})):
            with self.subTest(f"{path} {value}"):
                self.call("POST", path, value, expect=422)
        for path in ("/events/x", "/endpoints/x", "/deliveries/x", "/x"):
            self.call("GET", path, expect=404)

    def test_secret_is_shown_once(self):
        endpoint = self.endpoint("https://93.184.216.34/")
        self.assertNotIn("secret", self.call("GET", f"/endpoints/{endpoint['id']}"))


@unittest.skipIf("BASE_URL" in os.environ, "the service is not ours to kill")
class Surviving(Case):
    def test_kill(self):
        hook = self.receiver((503, {"Retry-After": "2"}), "hang", 200)
        done = self.receiver()
        endpoint = self.endpoint(hook.url)
        waiting = self.event(1)
        until(lambda: self.call("GET", f"/events/{waiting['id']}")["deliveries"][0]["attempts"] == 1)
        flying = self.event(2)
        until(lambda: len(hook.requests) == 2)
        self.type += ".done"
        self.endpoint(done.url)
        self.settled(self.event())
        self.own.end(signal.SIGKILL)
        self.own.start()
        self.assertEqual(self.settled(waiting)[0]["attempts"], 2)
        self.assertEqual(self.settled(flying)[0]["status"], "delivered")
        ids = [one[2]["webhook-id"] for one in hook.requests]
        self.assertEqual(ids, [waiting["id"], flying["id"], flying["id"], waiting["id"]])
        self.assertGreaterEqual(hook.requests[3][0] - hook.requests[0][0], 1.98)
        self.assertTrue(signed_with(endpoint["secret"], *hook.requests[3][2:]))
        self.assertEqual(len(done.requests), 1)

    def test_stop(self):
        self.assertEqual(self.own.end(), 0)
        self.own.start()


@unittest.skipIf("BASE_URL" in os.environ, "needs its own configuration")
class NothingAllowed(unittest.TestCase):
    def test_loopback_is_refused(self):
        service = Service(ALLOWED_TARGETS="")
        self.addCleanup(service.close)
        for host in ("127.0.0.1", "localhost", "[::1]"):
            status, _, _ = call("POST", service.url + "/endpoints", {"url": f"http://{host}/", "types": ["a"]})
            self.assertEqual(status, 422)


if __name__ == "__main__":
    unittest.main()
