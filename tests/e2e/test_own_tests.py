#!/usr/bin/python3
"""The candidate's own tests: are they read, and is a better suite told from a worse one?"""
from harness import *

SERVICE = '''
import json, os, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from rules import price, grade

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, body = 404, {"error": "not found"}
        if self.path == "/healthz":
            status, body = 200, {}
        elif self.path.startswith("/price/"):
            status, body = 200, {"price": price(int(self.path[7:]))}
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
    def log_message(self, *arguments):
        pass

if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
'''
RULES = '''
def price(amount):
    if amount >= 10:
        return amount * 9
    return amount * 10


def grade(points):
    if points < 50:
        return "fail"
    if points > 90:
        return "good"
    return "pass"
'''
OVER_HTTP = '''
import json, os, unittest, urllib.error, urllib.request
BASE = os.environ["BASE_URL"]
def get(path):
    try:
        with urllib.request.urlopen(BASE + path) as answer:
            return answer.status, answer.headers, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        return error.code, error.headers, None
class Tests(unittest.TestCase):
'''
WEAK_HTTP = OVER_HTTP + '''
    def test_it_answers(self):
        get("/price/1")
'''
STRONG_HTTP = OVER_HTTP + '''
    def test_prices(self):
        for amount, wanted in ((0, 0), (9, 90), (10, 90), (11, 99)):
            status, headers, body = get(f"/price/{amount}")
            self.assertEqual((status, headers["Content-Type"], body), (200, "application/json", {"price": wanted}))
    def test_nothing_else(self):
        self.assertEqual(get("/nothing")[0], 404)
'''
WRONG_HTTP = OVER_HTTP + '''
    def test_prices(self):
        self.assertEqual(get("/price/1")[2], {"price": 1})
'''
WEAK_INSIDE = '''
import unittest
from rules import price, grade
class Tests(unittest.TestCase):
    def test_it_returns(self):
        price(3)
        grade(70)
'''
STRONG_INSIDE = '''
import unittest
from rules import price, grade
class Tests(unittest.TestCase):
    def test_prices(self):
        self.assertEqual([price(n) for n in (0, 9, 10, 11)], [0, 90, 90, 99])
    def test_grades(self):
        self.assertEqual([grade(n) for n in (0, 49, 50, 90, 91)], ["fail", "fail", "pass", "pass", "good"])
'''


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def repository(name, tests, command="python3 -m unittest -v test_it"):
    base = WORK / name
    write(base / "service.py", SERVICE)
    write(base / "rules.py", RULES)
    write(base / "test_it.py", tests)
    write(base / "Procfile", f"web: python3 service.py\ntest: {command}\n")
    return base


def package():
    base = WORK / "pricing"
    if base.exists():
        return base
    write(base / "problem.yaml", "problem_format_version: 2025-09\nname: {en: Pricing}\n")
    write(base / "interview.yaml", "type: service\n")
    write(base / "probes/all.yaml", "group: All\nprobes:\n  - id: price\n    title: Prices\n    steps:\n"
          "      - request: GET /price/10\n        expect: {json: '.price == 90'}\n")
    write(base / "reference/python/service.py", SERVICE)
    write(base / "reference/python/rules.py", RULES)
    write(base / "reference/python/Procfile", "web: python3 service.py\n")
    for name, find, replace in (("border", ">= 10", "> 10"), ("no-discount", "amount * 9", "amount * 10"),
                                ("zero", "return amount * 10", "return amount * 10 or 5")):
        write(base / f"faulty/{name}.yaml", f"of: python\nwrong: {name} is wrong\ncaught by: price\nedits:\n"
              f"  - file: rules.py\n    find: '{find}'\n    replace: '{replace}'\n")
    return base


def own_tests(name, tests, *options, status=0, seconds=12, **keywords):
    finished = assay("grade", repository(name, tests, **keywords), "--problem", package(), "--json",
                     "--test-seconds", seconds, *options)
    equal(finished.status, status, finished.err)
    return finished.json()["tests"]


@test
def suites_over_http_are_asked_of_wrong_services():
    strong, weak = (own_tests(name, text, seconds=40) for name, text in (("strong-http", STRONG_HTTP), ("weak-http", WEAK_HTTP)))
    for tests in (strong, weak):
        equal((tests["method"], tests["why"], tests["base_url"]), ("http", None, True))
        equal((tests["references"], tests["references_passed"]), (1, 1))
        true(tests["low"] <= tests["killed"] / tests["total"] <= tests["high"], tests)
    equal((strong["format"], strong["passed"], strong["failed"]), ("unittest", 2, 0))
    # no answer that it looks at has a string
    equal({survivor["what"] for survivor in strong["survivors"]} - {"proxy strings"}, set())
    true(strong["total"] >= 8, strong)
    true(weak["killed"] < weak["total"] / 2, weak)
    names = [survivor["what"] for survivor in weak["survivors"]]
    true("faulty border" in names and "proxy numbers" in names, names)


@test
def a_suite_that_fails_on_correct_services_says_nothing():
    tests = own_tests("wrong-http", WRONG_HTTP)
    equal(tests["method"], "not measurable")
    contains(tests["why"], "fail on the candidate's own service")
    equal((tests["killed"], tests["total"]), (None, None))
    equal((tests["passed"], tests["failed"]), (0, 1))


@test
def suites_in_process_are_asked_by_mutants():
    strong, weak = own_tests("strong-inside", STRONG_INSIDE), own_tests("weak-inside", WEAK_INSIDE)
    for tests in (strong, weak):
        equal((tests["method"], tests["base_url"]), ("mutants", False))
    share = {name: tests["killed"] / tests["total"] for name, tests in (("strong", strong), ("weak", weak))}
    true(share["strong"] > share["weak"] + 0.2, share)
    survivor = next(s for s in weak["survivors"] if s["file"] == "rules.py")
    true(survivor["line"] > 1 and survivor["before"] != survivor["after"], survivor)
    lacks("".join(s["file"] for s in weak["survivors"]), "test_it")


@test
def the_same_seed_asks_the_same():
    first, again = own_tests("seed-a", WEAK_INSIDE, "--seed", 3), own_tests("seed-b", WEAK_INSIDE, "--seed", 3)
    asked = [[(s["file"], s["line"], s["after"]) for s in tests["survivors"]] for tests in (first, again)]
    least = min(map(len, asked))  # the time may end one earlier
    true(least > 0, "no survivor")
    equal(asked[0][:least], asked[1][:least])


@test
def what_a_suite_prints_is_counted():
    tests = own_tests("tap", "print('1..1')\nprint('ok 1 - fine')\n", command="python3 test_it.py", seconds=5)
    equal((tests["format"], tests["passed"]), ("TAP", 1))


@test
def no_tests_is_said():
    base = repository("none", "")
    write(base / "Procfile", "web: python3 service.py\n")
    finished = assay("grade", base, "--problem", package())
    equal(finished.status, 0)
    contains(finished.out, "own tests: none")


main()
