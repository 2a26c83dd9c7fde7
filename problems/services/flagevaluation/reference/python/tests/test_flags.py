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
SWITCH = {"on": True, "off": False}


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

    def __init__(self):
        self._data = tempfile.TemporaryDirectory()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._environment = {**os.environ, "PORT": str(port), "DATA_DIR": self._data.name}
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


def send(method, path, body=None, headers=None, base=None):
    address = urlsplit(base or base_url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
    if body is not None and not isinstance(body, str):
        body = json.dumps(body)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        return Answer(connection.getresponse())
    finally:
        connection.close()


def at_once(calls):
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def split(*shares):
    return {"when": [], "split": [{"variant": name, "percent": share} for name, share in shares]}


class TestCase(unittest.TestCase):
    def setUp(self):
        self.base = base_url
        self.flag = "flag-" + uuid.uuid4().hex

    def put(self, flag=None, status=None, **definition):
        answer = send("PUT", f"/flags/{flag or self.flag}", definition, base=self.base)
        self.assertIn(answer.status, (status,) if status else (200, 201), answer.text)
        return answer

    def evaluate(self, flag=None, **context):
        body = {"context": context}
        return send("POST", f"/ofrep/v1/evaluate/flags/{flag or self.flag}", body, base=self.base)

    def result(self, **context):
        answer = self.evaluate(**context)
        self.assertEqual(answer.status, 200, answer.text)
        self.assertEqual(answer.body["key"], self.flag)
        return {name: value for name, value in answer.body.items() if name != "key"}

    def bulk(self, context=None, tag=None, query=""):
        headers = {"If-None-Match": tag} if tag else {}
        body = {"context": context or {}}
        return send("POST", "/ofrep/v1/evaluate/flags" + query, body, headers, self.base)

    def of_bulk(self, answer, flag=None):
        found = [each for each in answer.body["flags"] if each["key"] == (flag or self.flag)]
        self.assertLessEqual(len(found), 1)
        return found[0] if found else None

    def preview(self, contexts, flag=None):
        body = {"contexts": contexts}
        answer = send("POST", f"/flags/{flag or self.flag}/preview", body, base=self.base)
        self.assertEqual(answer.status, 200)
        self.assertEqual(len(answer.body["results"]), len(contexts))
        return answer.body["results"]

    def variants(self, users, flag=None):
        results = self.preview([{"targetingKey": user} for user in users], flag)
        return [each["variant"] for each in results]


class Flags(TestCase):
    def test_a_flag_is_created_replaced_and_deleted(self):
        path = f"/flags/{self.flag}"
        self.assertEqual(send("GET", path).status, 404)
        self.assertEqual(send("DELETE", path).status, 404)
        definition = {"variants": SWITCH, "defaultVariant": "on", "metadata": {"n": 1.5}}
        self.put(status=201, **definition)
        self.assertEqual(send("GET", path).body, definition)
        self.assertEqual(self.result(), {"reason": "STATIC", "variant": "on", "value": True, "metadata": {"n": 1.5}})
        self.put(status=200, variants=SWITCH, defaultVariant="off")
        self.assertEqual(self.result(), {"reason": "STATIC", "variant": "off", "value": False})
        gone = send("DELETE", path)
        self.assertEqual((gone.status, gone.text), (204, b""))
        self.assertEqual(send("GET", path).status, 404)
        self.assertEqual(self.evaluate().status, 404)
        self.assertIsNone(self.of_bulk(self.bulk()))
        self.assertEqual(send("POST", path + "/preview", {"contexts": []}).status, 404)

    def test_invalid_definitions_are_refused_and_change_nothing(self):
        self.put(variants=SWITCH, defaultVariant="on")
        condition = {"attribute": "a", "op": "equals", "value": 1}
        rules = [
            "x",
            [{}],
            [{"when": []}],
            [{"when": [], "variant": "onn"}],
            [{"when": [], "variant": "on", **split(("on", 100))}],
            [split(("on", 50), ("off", 49))],
            [split(("on", 50), ("off", 51))],
            [split(("on", -1), ("off", 101))],
            [split(("on", 50), ("on", 50))],
            [split(("on", 50.5), ("off", 49.5))],
            [split(("on", 50), ("onn", 50))],
            [split()],
        ]
        for change in (
            {"op": "like"},
            {"value": [1]},
            {"attribute": 1},
            {"op": "in"},
            {"op": "endsWith"},
            {"op": "atLeast", "value": "1"},
            {"op": "atLeast", "value": True},
        ):
            rules.append([{"when": [{**condition, **change}], "variant": "on"}])
        bad = [{"variants": SWITCH, "rules": each} for each in rules]
        bad += [{"variants": each} for each in ({}, [], {"a": 1, "b": "1"}, {"a": 1, "b": True}, {"a": [1]}, {"a": None})]
        bad += [[], {}, {"variants": SWITCH, "defaultVariant": "x"}, {"variants": SWITCH, "enabled": "yes"}]
        bad += [{"variants": SWITCH, "metadata": {"a": [1]}}, "{"]
        for definition in bad:
            with self.subTest(definition=definition):
                self.assertEqual(send("PUT", f"/flags/{self.flag}", definition).status, 400)
        for key in ("-x", "x" * 101, "a%20b"):
            self.assertEqual(send("PUT", f"/flags/{key}", {"variants": SWITCH}).status, 400)
        self.assertEqual(self.result(), {"reason": "STATIC", "variant": "on", "value": True})


class Evaluation(TestCase):
    def test_reasons(self):
        rules = [
            {"when": [{"attribute": "plan", "op": "equals", "value": "pro"}], "variant": "on"},
            {**split(("on", 100)), "when": [{"attribute": "plan", "op": "equals", "value": "trial"}]},
        ]
        self.put(variants=SWITCH, defaultVariant="off", rules=rules, metadata={"team": "a"})
        for plan, reason, variant in (
            ("pro", "TARGETING_MATCH", "on"),
            ("trial", "SPLIT", "on"),
            ("free", "DEFAULT", "off"),
        ):
            expected = {"reason": reason, "variant": variant, "value": SWITCH[variant], "metadata": {"team": "a"}}
            self.assertEqual(self.result(targetingKey="u", plan=plan), expected)
        self.put(enabled=False, variants=SWITCH, defaultVariant="on", rules=rules, metadata={"team": "a"})
        self.assertEqual(self.result(plan="pro"), {"reason": "DISABLED", "metadata": {"team": "a"}})
        self.put(variants=SWITCH, defaultVariant=None, rules=rules)
        self.assertEqual(self.result(plan="free"), {"reason": "DEFAULT"})
        self.put(variants=SWITCH)
        self.assertEqual(self.result(), {"reason": "DEFAULT"})

    def test_types_are_kept(self):
        for values in ([True, False], ["", "0", "żółw 🐢"], [0, 1, -2.5, 9007199254740991], [{}, {"a": [None, {"b": "1"}]}]):
            for value in values:
                self.put(variants={"v": value}, defaultVariant="v")
                got = self.result()["value"]
                self.assertEqual((type(got), got), (type(value), value))

    def test_conditions(self):
        cases = [
            ("equals", "1", ["1"], [1, True, "1 ", None]),
            ("equals", 1, [1, 1.0], ["1", True, 2, [1]]),
            ("equals", False, [False], [0, "", None]),
            ("in", ["a", 1, False], ["a", 1, False], ["1", True, 0, ["a"]]),
            ("in", [], [], ["a"]),
            ("endsWith", "@x.org", ["e@x.org", "@x.org"], ["e@x.org.net", "e@X.ORG", 5, ["@x.org"]]),
            ("atLeast", 18, [18, 18.5, 100], [17.9, "18", "100", True, None]),
            ("atLeast", 0, [0], [-1, False, "", None]),
        ]
        for op, value, holds, does_not in cases:
            rule = {"when": [{"attribute": "a", "op": op, "value": value}], "variant": "on"}
            self.put(variants=SWITCH, defaultVariant="off", rules=[rule])
            for actual in holds + does_not:
                with self.subTest(op=op, value=value, actual=actual):
                    expected = any(actual is each for each in holds)
                    self.assertEqual(self.result(a=actual)["value"], expected)
            self.assertEqual(self.result()["reason"], "DEFAULT")

    def test_the_first_rule_that_holds_decides(self):
        def when(*conditions):
            return [{"attribute": a, "op": op, "value": value} for a, op, value in conditions]

        pro, adult = ("plan", "equals", "pro"), ("age", "atLeast", 18)
        rules = [
            {"when": when(pro, adult), "variant": "a"},
            {"when": when(pro), "variant": "b"},
            {"when": when(("targetingKey", "endsWith", "-staff")), "variant": "c"},
        ]
        self.put(variants={"a": 1, "b": 2, "c": 3, "d": 4}, defaultVariant="d", rules=rules)
        contexts = [
            {"plan": "pro", "age": 18},
            {"plan": "pro", "targetingKey": "x-staff"},
            {"age": 18, "targetingKey": "x-staff"},
            {"age": 18},
        ]
        self.assertEqual([self.result(**each)["value"] for each in contexts], [1, 2, 3, 4])
        self.assertEqual([each["value"] for each in self.preview(contexts)], [1, 2, 3, 4])

    def test_errors(self):
        def check(answer, status, code, key=True):
            self.assertEqual((answer.status, answer.body["errorCode"]), (status, code))
            self.assertEqual(answer.body.get("key"), self.flag if key else None)

        single, bulk = f"/ofrep/v1/evaluate/flags/{self.flag}", "/ofrep/v1/evaluate/flags"
        check(self.evaluate(), 404, "FLAG_NOT_FOUND")
        self.put(variants=SWITCH, rules=[split(("on", 50), ("off", 50))])
        for body in ("{", "", "context"):
            check(send("POST", single, body), 400, "PARSE_ERROR")
            check(send("POST", bulk, body), 400, "PARSE_ERROR", key=False)
        for body in ({}, [], {"context": []}, {"context": None}, {"context": {"targetingKey": 5}}):
            check(send("POST", single, body), 400, "INVALID_CONTEXT")
            check(send("POST", bulk, body), 400, "INVALID_CONTEXT", key=False)
        check(self.evaluate(), 400, "TARGETING_KEY_MISSING")
        check(self.evaluate(targetingKey=""), 400, "TARGETING_KEY_MISSING")


class Bulk(TestCase):
    def test_bulk_is_all_single_evaluations(self):
        other = self.flag + "-b"
        self.put(variants=SWITCH, rules=[split(("on", 50), ("off", 50))], metadata={"a": 1})
        self.put(other, variants={"z": 0}, defaultVariant="z")
        for context in ({"targetingKey": "u1"}, {"targetingKey": "u2", "x": [1]}, {}):
            answer = self.bulk(context)
            self.assertEqual(answer.status, 200)
            for flag in (self.flag, other):
                self.assertEqual(self.of_bulk(answer, flag), self.evaluate(flag, **context).body)

    def test_the_same_answer_is_304(self):
        self.put(variants=SWITCH, defaultVariant="on")
        first = self.bulk({"targetingKey": "u"})
        tag = first.headers["ETag"]
        self.assertRegex(tag, '^(W/)?"[^"]+"$')
        bare = tag.removeprefix("W/")
        for known in (tag, bare, "W/" + bare, f'"x", {tag}, W/"y"'):
            again = self.bulk({"targetingKey": "u"}, known)
            self.assertEqual((again.status, again.text, again.headers["ETag"]), (304, b"", tag))
        again = self.bulk({"targetingKey": "u"}, '"x"')
        self.assertEqual((again.status, again.headers["ETag"]), (200, tag))

    def test_another_answer_is_200(self):
        rule = {"when": [{"attribute": "plan", "op": "equals", "value": "pro"}], "variant": "on"}
        self.put(variants=SWITCH, defaultVariant="off", rules=[rule])
        free = self.bulk({"plan": "free"}).headers["ETag"]
        pro = self.bulk({"plan": "pro"}, free)
        self.assertEqual((pro.status, self.of_bulk(pro)["value"]), (200, True))
        self.put(variants=SWITCH, defaultVariant="on")
        changed = self.bulk({"plan": "free"}, free)
        self.assertEqual((changed.status, self.of_bulk(changed)["value"]), (200, True))
        self.assertNotIn(free, (pro.headers["ETag"], changed.headers["ETag"]))

    def test_the_query_changes_nothing(self):
        self.put(variants=SWITCH, defaultVariant="on")
        plain = self.bulk()
        query = "?flagConfigEtag=%22x%22&flagConfigLastModified=1771622898"
        again = self.bulk(query=query)
        self.assertEqual((again.text, again.headers["ETag"]), (plain.text, plain.headers["ETag"]))
        self.assertEqual(self.bulk(tag=plain.headers["ETag"], query=query).status, 304)
        answer = send("POST", f"/ofrep/v1/evaluate/flags/{self.flag}{query}", {"context": {}})
        self.assertEqual(answer.body["value"], True)


class Splits(TestCase):
    USERS = [f"user-{n}" for n in range(10_000)]

    def test_shares_are_fair(self):
        self.put(variants={"a": 1, "b": 2, "c": 3}, rules=[split(("a", 10), ("b", 30), ("c", 60))])
        got = self.variants(self.USERS)
        for name, share in (("a", 0.1), ("b", 0.3), ("c", 0.6)):
            sigma = (10_000 * share * (1 - share)) ** 0.5
            self.assertAlmostEqual(got.count(name), 10_000 * share, delta=5 * sigma)
        self.put(variants={"a": 1, "b": 2}, rules=[split(("a", 0), ("b", 100))])
        self.assertEqual(set(self.variants(self.USERS)), {"b"})

    def test_flags_are_apart(self):
        other = self.flag + "-b"
        for flag in (self.flag, other):
            self.put(flag, variants=SWITCH, rules=[split(("on", 20), ("off", 80))])
        pairs = list(zip(self.variants(self.USERS), self.variants(self.USERS, other)))
        self.assertAlmostEqual(pairs.count(("on", "on")), 400, delta=120)

    def test_raising_moves_nobody_out(self):
        users = self.USERS[:2000]
        steps = [(10, 30, 60), (30, 20, 50), (20, 60, 20), (10, 10, 80), (99, 0, 1)]
        before = None
        for grown, step in zip((None, "a", "b", "c", "a"), steps):
            self.put(variants={"a": 1, "b": 2, "c": 3}, rules=[split(*zip("abc", step))])
            after = self.variants(users)
            if grown:
                self.assertTrue(all(new == grown for old, new in zip(before, after) if old == grown))
            before = after

    def test_a_variant_depends_on_flag_user_and_split_alone(self):
        halves = split(("a", 50), ("b", 50))
        self.put(variants={"a": 1, "b": 2}, rules=[halves])
        users = [f"żółw {n}" for n in range(50)]
        first = self.variants(users)
        self.assertEqual(set(first), {"a", "b"})
        rich = [{"x": n, "targetingKey": user} for n, user in enumerate(users)]
        self.assertEqual([each["variant"] for each in self.preview(rich)], first)
        self.assertEqual([self.result(**each)["variant"] for each in rich], first)
        self.assertEqual([self.of_bulk(self.bulk(each))["variant"] for each in rich[:5]], first[:5])
        never = {"when": [{"attribute": "y", "op": "equals", "value": 1}], "variant": "a"}
        self.put(variants={"b": 5, "a": 6, "c": 7}, rules=[never, halves], metadata={"v": 2})
        self.assertEqual(self.variants(users), first)
        send("DELETE", f"/flags/{self.flag}")
        self.put(variants={"a": 1, "b": 2}, rules=[halves])
        self.assertEqual(self.variants(users), first)


class Writes(TestCase):
    def test_an_evaluation_is_of_one_definition(self):
        versions = [
            {"variants": {"x": name, "y": name}, "defaultVariant": variant, "metadata": {"name": name}}
            for name, variant in (("one", "x"), ("two", "y"))
        ]
        self.put(**versions[0])
        writes = [lambda n=n: self.put(**versions[n % 2]) for n in range(20)]
        reads = [self.result] * 60
        for answer in at_once(writes + reads)[20:]:
            self.assertIn(
                (answer["value"], answer["metadata"]["name"], answer["variant"]),
                (("one", "one", "x"), ("two", "two", "y")),
            )

    def test_writes_at_once_are_all_kept(self):
        flags = [f"{self.flag}-{n}" for n in range(40)]
        at_once([lambda flag=flag: self.put(flag, variants={"v": flag}, defaultVariant="v") for flag in flags])
        answer = self.bulk()
        self.assertEqual([self.of_bulk(answer, flag)["value"] for flag in flags], flags)


@unittest.skipIf(os.environ.get("BASE_URL"), "needs a service of its own")
class Life(TestCase):
    def setUp(self):
        super().setUp()
        self.service = Service()
        self.addCleanup(self.service.close)
        self.base = self.service.url

    def test_everything_survives_kill_and_stop(self):
        self.put(variants={"a": 1, "b": 2}, rules=[split(("a", 50), ("b", 50))])
        users = [f"user-{n}" for n in range(100)]
        first, bulk = self.variants(users), self.bulk({"targetingKey": "u"})
        for how in (signal.SIGKILL, signal.SIGTERM):
            self.service.end(how)
            self.service.start()
            self.assertEqual(self.variants(users), first)
            self.assertEqual(self.bulk({"targetingKey": "u"}, bulk.headers["ETag"]).status, 304)

    def test_a_crash_leaves_old_or_new(self):
        text = "x" * 2000
        self.put(variants={"v": text + "0"}, defaultVariant="v")
        previous = text + "0"
        for n in range(1, 5):
            with ThreadPoolExecutor(10) as pool:
                path, body = f"/flags/{self.flag}", {"variants": {"v": f"{text}{n}"}, "defaultVariant": "v"}
                cut = [pool.submit(send, "PUT", path, body, base=self.base) for _ in range(10)]
                time.sleep(0.005 * n)
                self.service.end()
            self.service.start()
            answered = any(not each.exception() for each in cut)
            allowed = [f"{text}{n}"] if answered else [f"{text}{n}", previous]
            previous = self.result()["value"]
            self.assertIn(previous, allowed)


if __name__ == "__main__":
    unittest.main()
