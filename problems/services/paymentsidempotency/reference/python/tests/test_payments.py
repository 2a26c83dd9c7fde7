"""Talks HTTP to BASE_URL, or to a service of its own on a free port."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent.parent
CHARGE = {"amount": 1250, "currency": "EUR", "source": "tok_visa"}


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.text = response.read()

    @property
    def body(self):
        return json.loads(self.text)


class Service:
    """A process of our own, which tests may kill."""

    def __init__(self, **environment):
        self._data = tempfile.TemporaryDirectory()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._environment = {
            **os.environ,
            "PORT": str(self._port),
            "DATA_DIR": self._data.name,
            "PROCESSING_MS": "60",
            **environment,
        }
        self.start()

    def start(self):
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "service.py")], env=self._environment
        )
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                if send("GET", "/healthz", base=self.url).status == 200:
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the service is not ready")

    def end(self, how=signal.SIGKILL):
        self._process.send_signal(how)
        return self._process.wait(timeout=5)

    def close(self):
        self.end()
        self._data.cleanup()


own_service = None
base_url = os.environ.get("BASE_URL")


def setUpModule():
    global own_service, base_url
    if not base_url:
        own_service = Service()
        base_url = own_service.url


def tearDownModule():
    if own_service:
        own_service.close()


def send(method, path, caller="shop", key=None, body=None, base=None, timeout=10, headers=()):
    address = urlsplit(base or base_url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=timeout)
    all_headers = dict(headers)
    if caller:
        all_headers["Authorization"] = f"Bearer {caller}"
    if key is not None:
        all_headers["Idempotency-Key"] = key
    if body is not None and not isinstance(body, (bytes, str)):
        body = json.dumps(body)
    try:
        connection.request(method, path, body=body, headers=all_headers)
        return Answer(connection.getresponse())
    finally:
        connection.close()


def at_once(calls):
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


class TestCase(unittest.TestCase):
    def setUp(self):
        self.caller = "shop-" + uuid.uuid4().hex
        self.key = uuid.uuid4().hex
        self.base = base_url

    def charge(self, body=CHARGE, key=None, caller=None, **more):
        return send("POST", "/charges", caller or self.caller, key or self.key, body, self.base, **more)

    def charges(self, caller=None):
        return send("GET", "/charges", caller or self.caller, base=self.base).body["data"]

    def assert_problem(self, answer, status, kind):
        self.assertEqual(answer.status, status)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        self.assertEqual(answer.body["type"], f"https://payments.example/problems/{kind}")
        self.assertEqual(answer.body["status"], status)
        self.assertTrue(answer.body["title"])


class Charges(TestCase):
    def test_a_charge_is_booked_and_shown(self):
        body = {**CHARGE, "description": "Żółw – 東京 🐢"}
        answer = self.charge(body)
        self.assertEqual(answer.status, 201)
        charge = answer.body
        self.assertEqual({name: charge[name] for name in body}, body)
        self.assertEqual(charge["status"], "succeeded")
        self.assertRegex(charge["id"], r"^ch_[A-Za-z0-9]+$")
        self.assertRegex(charge["created_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$")
        self.assertEqual(answer.headers["Location"], "/charges/" + charge["id"])
        self.assertIsNone(answer.headers["Idempotent-Replayed"])
        shown = send("GET", answer.headers["Location"], self.caller, base=self.base)
        self.assertEqual((shown.status, shown.body), (200, charge))
        self.assertEqual(self.charges(), [charge])

    def test_an_absent_description_stays_absent(self):
        self.assertNotIn("description", self.charge().body)

    def test_charges_are_listed_oldest_first(self):
        ids = [self.charge(key=f"{self.key}-{n}").body["id"] for n in range(3)]
        self.assertEqual([charge["id"] for charge in self.charges()], ids)

    def test_another_callers_charge_is_not_found(self):
        location = self.charge().headers["Location"]
        self.assert_problem(send("GET", location, self.caller + "x"), 404, "not-found")
        self.assertEqual(self.charges(self.caller + "x"), [])

    def test_without_a_caller_nothing_goes(self):
        for method, path in (("POST", "/charges"), ("GET", "/charges"), ("GET", "/charges/ch_1")):
            answer = send(method, path, caller=None, key=self.key)
            self.assert_problem(answer, 401, "unauthorized")
            self.assertEqual(answer.headers["WWW-Authenticate"], "Bearer")

    def test_limits_are_inclusive(self):
        for n, change in enumerate(
            ({"amount": 1}, {"amount": 99999999}, {"description": "d" * 200}, {"source": "tok_" + "a" * 60})
        ):
            self.assertEqual(self.charge({**CHARGE, **change}, f"{self.key}-{n}").status, 201)

    def test_invalid_bodies_are_refused(self):
        bodies = [b"", b"{", b"[]", b"null", b'"text"', {}]
        bodies += [{k: v for k, v in CHARGE.items() if k != name} for name in CHARGE]
        bodies += [
            {**CHARGE, "amount": amount} for amount in (0, -1, 1.5, "1250", True, None, 100000000)
        ]
        bodies += [{**CHARGE, "currency": currency} for currency in ("eur", "XXX", 1, ["EUR"])]
        bodies += [
            {**CHARGE, "source": s} for s in ("tok_", "visa", "tok_a-b", "tok_" + "a" * 61, "tok_a\n", 1)
        ]
        bodies += [{**CHARGE, "description": d} for d in (None, 1, "d" * 201)]
        bodies += [{**CHARGE, "extra": 1}]
        for body in bodies:
            with self.subTest(body=body):
                self.assert_problem(self.charge(body), 400, "body-invalid")
        self.assertEqual(self.charges(), [])


class Keys(TestCase):
    def test_a_key_is_required(self):
        answer = send("POST", "/charges", self.caller, None, CHARGE, self.base)
        self.assert_problem(answer, 400, "key-missing")

    def test_the_key_is_checked_before_the_body(self):
        self.assert_problem(send("POST", "/charges", self.caller, None, "{"), 400, "key-missing")
        self.assert_problem(self.charge("{", key="a b"), 400, "key-invalid")

    def test_invalid_keys_are_refused(self):
        for key in ("k" * 256, "a b", "ä"):
            self.assert_problem(self.charge(key=key), 400, "key-invalid")
        self.assertEqual(self.charge(key="k" * 255).status, 201)

    def test_similar_keys_are_different(self):
        keys = [c.join(("k", self.key)) for c in ("", "/", "_", ".", "%", "'", '"', "\\", ":", "*")]
        keys += [key.upper() for key in keys[:1]] + ['"' + keys[0] + '"']
        answers = [self.charge(key=key) for key in keys]
        self.assertEqual({answer.headers["Idempotent-Replayed"] for answer in answers}, {None})
        self.assertEqual(len({answer.body["id"] for answer in answers}), len(keys))

    def test_long_keys_are_compared_to_their_end(self):
        answers = [self.charge(key=self.key + "k" * 200 + end) for end in "ab"]
        self.assertEqual(len({answer.body["id"] for answer in answers}), 2)

    def test_the_spelling_of_header_names_does_not_matter(self):
        headers = {"authorization": f"Bearer {self.caller}", "idempotency-key": self.key}
        first = self.charge()
        again = send("POST", "/charges", None, None, CHARGE, self.base, headers=headers)
        self.assertEqual((again.status, again.text), (201, first.text))

    def test_callers_do_not_share_keys(self):
        pairs = [("", "")]
        for glue in ("", "-", "_", ".", "/", "~", "+"):  # "a" with "x-k" is not "a-x" with "k"
            pairs += [(glue + "x", ""), ("", "x" + glue)]
        for suffix, prefix in pairs:
            answer = self.charge(caller=self.caller + suffix, key=prefix + self.key)
            self.assertEqual((answer.status, answer.headers["Idempotent-Replayed"]), (201, None))


class Replays(TestCase):
    def assert_replay(self, answer, first):
        self.assertEqual(answer.headers["Idempotent-Replayed"], "true")
        self.assertEqual((answer.status, answer.text), (first.status, first.text))
        for name in ("Content-Type", "Location"):
            self.assertEqual(answer.headers[name], first.headers[name])

    def test_a_replay_is_the_same_answer(self):
        first = self.charge()
        for _ in range(3):
            self.assert_replay(self.charge(), first)
        self.assertEqual(len(self.charges()), 1)

    def test_a_decline_is_stored(self):
        body = {**CHARGE, "source": "tok_declined"}
        first = self.charge(body)
        self.assert_problem(first, 402, "card-declined")
        self.assertIsNone(first.headers["Location"])
        self.assertIsNone(first.headers["Idempotent-Replayed"])
        self.assert_replay(self.charge(body), first)
        self.assertEqual(self.charges(), [])

    def test_spelling_does_not_matter(self):
        first = self.charge()
        self.assert_replay(self.charge(dict(reversed(CHARGE.items()))), first)
        self.assert_replay(self.charge(json.dumps(CHARGE, indent=4)), first)

    def test_another_payload_is_refused_and_changes_nothing(self):
        first = self.charge()
        for change in (
            {"amount": 1251},
            {"currency": "USD"},
            {"source": "tok_declined"},
            {"description": "new"},
        ):
            self.assert_problem(self.charge({**CHARGE, **change}), 422, "key-reused")
        self.assert_replay(self.charge(), first)
        self.assertEqual(len(self.charges()), 1)

    def test_a_rejection_is_not_stored(self):
        self.assert_problem(self.charge({**CHARGE, "amount": 0}), 400, "body-invalid")
        answer = self.charge()
        self.assertEqual((answer.status, answer.headers["Idempotent-Replayed"]), (201, None))

    def test_a_known_key_with_an_invalid_body_is_400(self):
        first = self.charge()
        self.assert_problem(self.charge("{"), 400, "body-invalid")
        self.assert_replay(self.charge(), first)


class Concurrency(TestCase):
    def test_fifty_at_once_are_one_charge(self):
        answers = at_once([self.charge] * 50)
        self.assertLessEqual({answer.status for answer in answers}, {201, 409})
        created = [answer for answer in answers if answer.status == 201]
        firsts = [answer for answer in created if answer.headers["Idempotent-Replayed"] is None]
        self.assertEqual(len(firsts), 1)
        self.assertEqual({answer.text for answer in created}, {firsts[0].text})
        for answer in answers:
            if answer.status == 409:
                self.assert_problem(answer, 409, "key-in-use")
        self.assertEqual(len(self.charges()), 1)

    def test_two_payloads_at_once_are_one_charge(self):
        bodies = [CHARGE, {**CHARGE, "amount": 99}] * 10
        answers = at_once([lambda body=body: self.charge(body) for body in bodies])
        self.assertLessEqual({answer.status for answer in answers}, {201, 409, 422})
        created = [(a.body["amount"], body["amount"]) for a, body in zip(answers, bodies) if a.status == 201]
        self.assertEqual(len(set(created)), 1)
        self.assertEqual(*created[0])
        self.assertEqual(len(self.charges()), 1)

    def test_a_client_that_gives_up_is_charged_once(self):
        try:
            self.charge(timeout=0.02)
        except OSError:
            pass
        deadline = time.monotonic() + 10
        while self.charge().status == 409 and time.monotonic() < deadline:
            time.sleep(0.02)
        self.assertEqual(self.charge().status, 201)
        self.assertEqual(len(self.charges()), 1)

    def test_callers_with_the_same_key_at_once_are_charged_each(self):
        answers = at_once([lambda n=n: self.charge(caller=f"{self.caller}-{n}") for n in range(10)])
        self.assertEqual({answer.status for answer in answers}, {201})
        self.assertEqual(len({answer.body["id"] for answer in answers}), 10)

    def test_many_keys_at_once_are_all_charged_and_remembered(self):
        calls = [lambda n=n: self.charge(key=f"{self.key}-{n}") for n in range(250)]
        answers = at_once(calls)
        self.assertEqual({answer.status for answer in answers}, {201})
        self.assertEqual(len({answer.body["id"] for answer in answers}), 250)
        self.assertEqual([answer.text for answer in at_once(calls)], [answer.text for answer in answers])
        self.assertEqual(len(self.charges()), 250)

    def test_different_keys_do_not_wait_for_each_other(self):
        start = time.monotonic()
        self.charge()
        one = time.monotonic() - start
        start = time.monotonic()
        at_once([lambda n=n: self.charge(key=f"{self.key}-{n}") for n in range(40)])
        self.assertLess(time.monotonic() - start, 15 * one + 0.5)


@unittest.skipIf(os.environ.get("BASE_URL"), "needs a service of its own")
class Life(TestCase):
    def own(self, **environment):
        service = Service(**environment)
        self.addCleanup(service.close)
        self.base = service.url
        return service

    def test_answers_survive_kill_and_stop(self):
        service = self.own()
        first = self.charge()
        for how in (signal.SIGKILL, signal.SIGTERM):
            service.end(how)
            service.start()
            again = self.charge()
            self.assertEqual((again.status, again.text), (201, first.text))
            self.assertEqual(again.headers["Idempotent-Replayed"], "true")
            self.assertEqual(self.charges(), [first.body])

    def test_a_crash_in_flight_charges_once(self):
        service = self.own(PROCESSING_MS="100")
        for n, delay in enumerate((0.02, 0.09, 0.1, 0.105, 0.11, 0.15)):
            key = f"{self.key}-{n}"
            with ThreadPoolExecutor(1) as pool:
                cut = pool.submit(self.charge, key=key)
                time.sleep(delay)
                service.end()
                service.start()
                answer = self.charge(key=key)
                self.assertEqual(answer.status, 201)
                if not cut.exception():
                    self.assertEqual(cut.result().text, answer.text)
            self.assertEqual(len(self.charges()), n + 1)

    def test_a_key_expires_and_replays_do_not_prolong_it(self):
        self.own(KEY_TTL_SECONDS="2")
        start = time.monotonic()
        first = self.charge()
        self.assertEqual(self.charge().text, first.text)
        while self.charge().text == first.text:
            self.assertLess(time.monotonic() - start, 6)
            time.sleep(0.05)
        self.assertGreaterEqual(time.monotonic() - start, 2)
        self.assertEqual(len(self.charges()), 2)

    def test_an_expired_key_is_charged_once_again(self):
        self.own(KEY_TTL_SECONDS="1")
        self.charge()
        time.sleep(1.2)
        at_once([self.charge] * 20)
        self.assertEqual(len(self.charges()), 2)


if __name__ == "__main__":
    unittest.main()
