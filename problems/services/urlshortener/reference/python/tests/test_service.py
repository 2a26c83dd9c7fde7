"""Tests over HTTP. They talk to BASE_URL where it is set, else to a service that they start themselves."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXPIRY = 1.3


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


CLIENT = urllib.request.build_opener(urllib.request.ProxyHandler({}), NoRedirects)


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)


def call(base, method, path, value=None, raw=None):
    body = raw if raw is not None else None if value is None else json.dumps(value).encode()
    request = urllib.request.Request(base + path, data=body, method=method)
    request.add_header("Content-Type", "application/json")
    try:
        with CLIENT.open(request, timeout=10) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


class Process:
    """The service as a process of its own, on a free port."""

    def __init__(self, data_dir):
        self.data_dir = data_dir
        self.start()

    def start(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        environment = {**os.environ, "PORT": str(port), "DATA_DIR": self.data_dir}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "shortener"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
        )
        for _ in range(200):
            try:
                if call(self.base, "GET", "/healthz").status == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the service does not start")

    def end(self, number):
        self.process.send_signal(number)
        return self.process.wait(5)

    def restart(self, number):
        self.end(number)
        self.start()


class ServiceTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.process = None
        cls.base = os.environ.get("BASE_URL", "").rstrip("/")
        if not cls.base:
            directory = tempfile.TemporaryDirectory()
            cls.addClassCleanup(directory.cleanup)
            cls.process = Process(directory.name)
            cls.addClassCleanup(lambda: cls.process.end(signal.SIGTERM))
            cls.base = cls.process.base

    def call(self, method, path, value=None, raw=None):
        return call(self.base, method, path, value, raw)

    def create(self, url="https://example.org/", **members):
        answer = self.call("POST", "/links", {"url": url, **members})
        self.assertEqual(answer.status, 201, answer.body)
        return answer.json

    def assert_problem(self, status, answer):
        self.assertEqual(answer.status, status)
        self.assertEqual(answer.headers.get_content_type(), "application/problem+json")
        self.assertEqual(answer.json["status"], status)
        self.assertTrue(answer.json["title"])
        self.assertIn("type", answer.json)

    def refused(self, status, **members):
        self.assert_problem(status, self.call("POST", "/links", members))


def alias():
    return "t-" + uuid.uuid4().hex[:16]


class Creating(ServiceTest):
    def test_a_link_is_described_as_made(self):
        answer = self.call("POST", "/links", {"url": "https://example.org/a?b#c", "extra": 1})
        self.assertEqual(answer.status, 201)
        link = answer.json
        self.assertEqual(answer.headers["Location"], f"/links/{link['code']}")
        self.assertEqual((link["url"], link["hits"], link["expires_at"]), ("https://example.org/a?b#c", 0, None))
        self.assertRegex(link["created_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
        self.assertTrue(link["short_url"].endswith("/" + link["code"]))
        self.assertEqual(self.call("GET", "/links/" + link["code"]).json, link)

    def test_one_url_makes_links_apart(self):
        codes = {self.create()["code"] for _ in range(50)}
        self.assertEqual(len(codes), 50)
        for code in codes:
            self.assertRegex(code, r"^[A-Za-z0-9_-]{6,32}$")
        self.assertGreater(len({code[0] for code in codes}), 3)

    def test_urls_that_are_refused(self):
        for url in [
            "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "ftp://example.org/", "//example.org/",
            "https:example.org", "https:///a", "/a", "", " https://example.org", "https://example.org/a b",
            "https://example.org/\r\nSet-Cookie: a=b", "https://user@example.org/", "https://a:b@example.org/",
            "https://example.org\\@evil.example/", "https://example.org/\u00e9", "https://example.org:99999/",
            None, 5, ["https://example.org"], {},
        ]:
            with self.subTest(url=url):
                self.refused(422, url=url)
        self.assert_problem(422, self.call("POST", "/links", {}))

    def test_a_url_may_have_2048_characters(self):
        url = "https://example.org/" + "a" * 2028
        self.create(url)
        self.refused(422, url=url + "a")

    def test_a_link_to_the_service_itself_is_refused(self):
        short = self.create()["short_url"]
        self.refused(422, url=short)
        self.refused(422, url=re.sub(r"(:\d+)?/[^/]*$", ":4242/x", short))

    def test_bodies_that_are_no_object(self):
        for raw in [b"", b"{", b"[]", b"null", b'"https://example.org"']:
            with self.subTest(raw=raw):
                self.assert_problem(400, self.call("POST", "/links", raw=raw))

    def test_a_long_body_is_refused(self):
        self.refused(413, url="https://example.org", note="a" * 20_000)

    def test_aliases(self):
        name = alias()
        self.assertEqual(self.create(alias=name)["code"], name)
        self.refused(409, url="https://example.org/other", alias=name)
        self.create(alias=name.upper())
        for bad in ["ab", "a" * 33, "a b c", "a/b", "caf\u00e9", "links", "healthz", "", 5]:
            with self.subTest(alias=bad):
                self.refused(422, url="https://example.org", alias=bad)

    def test_ttls_that_are_refused(self):
        for ttl in [0, -1, 1.5, "5", True, 315_360_001]:
            with self.subTest(ttl=ttl):
                self.refused(422, url="https://example.org", ttl=ttl)


class Redirecting(ServiceTest):
    def test_the_location_is_the_url_as_given(self):
        for url in ["https://example.org", "HTTP://Example.ORG:80/a/../b%2f%2F?x=%20+&&y=#", "https://e.org/?a='%c3%a9'"]:
            with self.subTest(url=url):
                answer = self.call("GET", "/" + self.create(url)["code"] + "?ignored=1")
                self.assertEqual((answer.status, answer.headers["Location"]), (302, url))
                self.assertEqual(answer.headers["Cache-Control"], "no-store")

    def test_head_is_get_without_a_body_and_does_not_count(self):
        code = self.create()["code"]
        for path in ["/" + code, "/links/" + code, "/nobody-" + code]:
            with self.subTest(path=path):
                head, get = self.call("HEAD", path), self.call("GET", path)
                self.assertEqual((head.status, head.body), (get.status, b""))
                for name in ["Location", "Cache-Control", "Content-Type"]:
                    self.assertEqual(head.headers[name], get.headers[name])
        self.assertEqual(self.call("GET", "/links/" + code).json["hits"], 1)

    def test_what_never_was_is_404_and_what_was_deleted_410(self):
        for method, path in [("GET", "/" + alias()), ("GET", "/links/" + alias()), ("DELETE", "/links/" + alias()),
                             ("GET", "/a/b/c"), ("GET", "/")]:
            with self.subTest(path=path):
                self.assert_problem(404, self.call(method, path))
        name = alias()
        self.create(alias=name)
        self.assertEqual(self.call("DELETE", "/links/" + name).status, 204)
        for method, path in [("GET", "/" + name), ("GET", "/links/" + name), ("DELETE", "/links/" + name)]:
            with self.subTest(path=path):
                self.assert_problem(410, self.call(method, path))
        self.refused(409, url="https://example.org", alias=name)

    def test_an_expired_link_is_gone_and_stays_described(self):
        name = alias()
        link = self.create(alias=name, ttl=1)
        self.assertEqual(self.call("GET", "/" + name).status, 302)
        time.sleep(EXPIRY)
        self.assert_problem(410, self.call("GET", "/" + name))
        self.assertEqual(self.call("GET", "/links/" + name).json, {**link, "hits": 1})
        self.refused(409, url="https://example.org", alias=name)

    def test_other_methods_get_405_with_allow(self):
        code = self.create()["code"]
        for method, path, allowed in [
            ("PUT", "/" + code, {"GET", "HEAD"}), ("DELETE", "/" + code, {"GET", "HEAD"}),
            ("GET", "/links", {"POST"}), ("PUT", "/links/" + code, {"GET", "HEAD", "DELETE"}),
        ]:
            with self.subTest(method=method, path=path):
                answer = self.call(method, path)
                self.assert_problem(405, answer)
                self.assertEqual({m.strip() for m in answer.headers["Allow"].split(",")} - {"OPTIONS"}, allowed)


class AtOnce(ServiceTest):
    def test_one_of_many_gets_the_alias(self):
        name = alias()
        with ThreadPoolExecutor(20) as pool:
            urls = [f"https://example.org/{n}" for n in range(40)]
            answers = list(pool.map(lambda url: self.call("POST", "/links", {"url": url, "alias": name}), urls))
        self.assertEqual(sorted(answer.status for answer in answers), [201] + [409] * 39)
        winner = next(answer for answer in answers if answer.status == 201)
        self.assertEqual(self.call("GET", "/" + name).headers["Location"], winner.json["url"])

    def test_each_hit_counts_once(self):
        code = self.create()["code"]
        with ThreadPoolExecutor(20) as pool:
            list(pool.map(lambda _: self.call("GET", "/" + code), range(300)))
        self.assertEqual(self.call("GET", "/links/" + code).json["hits"], 300)


class Surviving(ServiceTest):
    def setUp(self):
        if not self.process:
            self.skipTest("the service of BASE_URL is not ours to kill")

    def restart(self, number):
        self.process.restart(number)
        type(self).base = self.process.base

    def test_links_survive_a_kill(self):
        kept, deleted, short = alias(), alias(), alias()
        before = [self.create(alias=name, ttl=ttl) for name, ttl in [(kept, 600), (deleted, None), (short, 1)]]
        self.call("DELETE", "/links/" + deleted)
        self.restart(signal.SIGKILL)
        time.sleep(EXPIRY)
        answers = [self.call("GET", "/" + name).status for name in (kept, deleted, short)]
        self.assertEqual(answers, [302, 410, 410])
        self.assertEqual(self.call("GET", "/links/" + kept).json["expires_at"], before[0]["expires_at"])
        self.refused(409, url="https://example.org", alias=kept)

    def test_hits_survive(self):
        code = self.create()["code"]
        for number, wait, expected in [(signal.SIGTERM, 0, 20), (signal.SIGKILL, 1, 40)]:
            for _ in range(20):
                self.call("GET", "/" + code)
            time.sleep(wait)
            self.restart(number)
            self.assertEqual(self.call("GET", "/links/" + code).json["hits"], expected)


if __name__ == "__main__":
    unittest.main()
