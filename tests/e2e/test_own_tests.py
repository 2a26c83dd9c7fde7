#!/usr/bin/python3
"""The candidate's own tests: are they read, and is a better suite told from a worse one?"""
from harness import *

SERVICE = '''
import json, os, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from rules import price, grade

asked = []

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, body = 404, {"error": "not found"}
        if self.path == "/healthz":
            status, body = 200, {}
        elif self.path.startswith("/price/"):
            asked.append(int(self.path[7:]))
            status, body = 200, {"price": price(asked[-1])}
        elif self.path == "/asked":
            status, body = 200, asked
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
# The second request leaves when the first one has been sent; what the service saw, it tells.
IN_ORDER = OVER_HTTP + '''
    def test_order(self):
        import http.client, time
        def send(amount):
            connection = http.client.HTTPConnection(BASE[7:])
            connection.request("GET", f"/price/{amount}")
            return connection
        for pair in range(5):
            first = send(10 * pair)
            time.sleep(0.01)
            for connection in (send(10 * pair + 1), first):
                connection.getresponse().read()
        asked = get("/asked")[2]
        self.assertGreater(sum(asked.index(10 * n) < asked.index(10 * n + 1) for n in range(5)), 2, asked)
'''
# A runner of its own, which goes on for long after a failure.
SLOW_TO_FAIL = '''
import json, os, sys, time, urllib.request
good = json.load(urllib.request.urlopen(os.environ["BASE_URL"] + "/price/10")) == {"price": 90}
print("ok 1 - price" if good else "not ok 1 - price", flush=True)
time.sleep(0 if good else 60)
print("1..1")
sys.exit(not good)
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
    write(base / "faulty/forgets.yaml", "of: python\nwrong: forgets at a restart\ncaught by: price\nunseen: true\nedits:\n"
          "  - file: rules.py\n    find: '< 50'\n    replace: '<= 50'\n")
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
def what_no_test_could_notice_is_not_asked():
    tests = own_tests("unseen", WEAK_HTTP)
    equal(tests["unseen"], 1)
    lacks(" ".join(survivor["what"] for survivor in tests["survivors"]), "forgets")


@test
def a_fault_in_unseen_is_told_with_its_line():
    base = WORK / "unclear"
    shutil.copytree(package(), base)
    write(base / "faulty/forgets.yaml", (base / "faulty/forgets.yaml").read_text().replace("unseen: true", "unseen: maybe"))
    finished = assay("grade", repository("any", WEAK_HTTP), "--problem", base)
    equal(finished.status, BAD_INPUT)
    contains(finished.err, "forgets.yaml:4")


@test
def a_weak_suite_is_weak_however_it_is_started():
    for command in ("python3 -m unittest discover -v -p 'test_*.py'", "python3 -m unittest discover", "python3 -m unittest"):
        tests = own_tests("weak-discovered", WEAK_INSIDE, command=command)
        equal((tests["method"], tests["why"]), ("mutants", None), command)
        true(tests["total"] >= 4 and tests["killed"] <= tests["total"] / 2, f"{command}: {tests}")


@test
def what_fails_with_nothing_changed_is_not_measured():
    once = "import os, sys, tempfile\nmark = '/tmp/ran'\nif os.path.exists(mark): sys.exit(1)\nopen(mark, 'w').close()\n"
    tests = own_tests("once", once, command="python3 test_it.py")
    equal((tests["method"], tests["killed"]), ("not measurable", None))
    contains(tests["why"], "with nothing changed")


@test
def a_suite_is_ended_at_its_first_failure():
    # a runner that Assay does not know; each failure would take the whole time
    tests = own_tests("slow-to-fail", SLOW_TO_FAIL, seconds=20, command="python3 test_it.py")
    true(tests["killed"] >= 3, tests)
    equal(tests["format"], "TAP")


@test
def requests_at_the_same_time_change_places():
    tests = own_tests("in-order", IN_ORDER, seconds=60)
    equal((tests["references_passed"], tests["left_out"]), (1, 0))
    names = [survivor["what"] for survivor in tests["survivors"]]
    lacks(" ".join(names), "proxy reordered")
    alone = own_tests("alone", WEAK_HTTP, seconds=60)  # it has nothing that could change places
    lacks(" ".join(survivor["what"] for survivor in alone["survivors"]), "proxy reordered")
    equal(alone["left_out"], 0)


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


PYTHON_LINES = {
    "rules.py": RULES,
    "unused.py": "def never(n):\n    return n + 1\n",
    "test_it.py": WEAK_INSIDE,
    "bundle.js": "a=b<c;d=e;" * 600,
    "Procfile": "web: exec false\ntest: python3 -m unittest -v test_it\n",
}
NODE_LINES = {
    "rules.js": "exports.price = (n) => {\n  if (n >= 10) {\n    return n * 9;\n  }\n  return n * 10;\n};\n"
                "exports.never = (n) => {\n  return n + 1;\n};\n",
    "server.js": "const { price } = require('./rules');\nrequire('http').createServer((request, answer) => {\n"
                 "  answer.end(String(price(20)));\n}).listen(Number(process.env.PORT), '127.0.0.1');\n",
    # the service is a process of its own, and ended by a signal
    "rules.test.js": "const { test } = require('node:test');\nconst { spawn } = require('child_process');\n"
                     "test('price', async () => {\n"
                     "  const child = spawn('node', ['server.js'], { env: { ...process.env, PORT: '9100' } });\n"
                     "  let text;\n  for (let i = 0; i < 200 && text === undefined; i++) {\n"
                     "    try { text = await (await fetch('http://127.0.0.1:9100/')).text(); }\n"
                     "    catch { await new Promise((done) => setTimeout(done, 100)); }\n  }\n"
                     "  const over = new Promise((done) => child.on('exit', done));\n  child.kill(SIGNAL);\n  await over;\n"
                     "  require('assert').ok(text);\n});\n",
    "Procfile": "web: exec false\ntest: node --test\n",
}
GO_LINES = {
    "go.mod": "module pricing\ngo 1.19\n",
    "main.go": "package main\n\nconst border = 10\n\nfunc price(n int) int {\n\tif n >= border {\n\t\treturn n * 9\n\t}\n"
               "\treturn n * 10\n}\n\nfunc never(n int) int {\n\treturn n + 1\n}\n\nfunc main() {\n\tnever(1)\n}\n",
    "main_test.go": "package main\n\nimport \"testing\"\n\nfunc TestPrice(t *testing.T) {\n\tif price(2) != 20 {\n"
                    "\t\tt.Fatal()\n\t}\n}\n",
    "Procfile": "build: go build -o service .\nweb: exec false\ntest: go test ./...\n",
}


def asked_by_lines(name, files, seconds=12):
    base = WORK / name
    for path, text in files.items():
        write(base / path, text)
    finished = assay("grade", base, "--problem", package(), "--json", "--test-seconds", seconds)
    equal(finished.status, NOT_ACCEPTED, finished.err)  # it does not start, which is no matter here
    tests = finished.json()["tests"]
    equal(tests["method"], "mutants", tests)
    return tests


@test
def changes_lie_on_lines_that_are_executed():
    node = {path: text.replace("SIGNAL", "'SIGTERM'") for path, text in NODE_LINES.items()}
    for name, files, never in (("python", PYTHON_LINES, ("unused.py", 2)), ("node", node, ("rules.js", 8)),
                               ("go", GO_LINES, ("main.go", 12))):
        tests = asked_by_lines(f"lines-{name}", files)
        equal(tests["lines_why"], None, name)
        equal([over["file"] for over in tests["passed_over"]], ["bundle.js"] if name == "python" else [], name)
        true(tests["executed_lines"] > 0 and 0 < tests["never_executed"] < tests["places"], (name, tests))
        true(tests["total"] > 0, (name, tests))
        for survivor in tests["survivors"]:
            true(survivor["file"] != never[0] or survivor["line"] < never[1], (name, survivor))


@test
def lines_of_a_process_that_is_not_seen_are_not_taken_for_never_executed():
    node = {path: text.replace("SIGNAL", "'SIGKILL'") for path, text in NODE_LINES.items()}
    tests = asked_by_lines("lines-killed", node, 5)
    contains(tests["lines_why"], "killed")
    equal((tests["executed_lines"], tests["never_executed"]), (None, 0))
    # of two programs one is not watched, and that one has the lines that matter
    hidden = dict(PYTHON_LINES)
    hidden["seen.py"] = "def one():\n    return 1\n"
    hidden["test_it.py"] = ("import subprocess, unittest, seen\nclass Tests(unittest.TestCase):\n    def test_prices(self):\n"
                            "        seen.one()\n        text = subprocess.run(['python3', '-E', '-c', 'import rules; "
                            "print([rules.price(n) for n in (0, 9, 10, 11)], [rules.grade(n) for n in (0, 49, 50, 90, 91)])'],"
                            " capture_output=True, text=True).stdout\n"
                            "        self.assertEqual(text, str([0, 90, 90, 99]) + ' ' + str(['fail', 'fail', 'pass', 'pass', 'good']) + '\\n')\n")
    del hidden["unused.py"]
    tests = asked_by_lines("lines-hidden", hidden, 10)
    contains(tests["lines_why"], "noticed a change")
    equal(tests["never_executed"], 0)


@test
def a_language_that_tells_no_lines_is_asked_on_all():
    have("javac")
    tests = asked_by_lines("lines-java", {
        "Rules.java": "class Rules {\n    static int price(int n) {\n        return n >= 10 ? n * 9 : n * 10;\n    }\n}\n",
        "Check.java": "class Check {\n    public static void main(String[] a) {\n"
                      "        if (Rules.price(1) != 10) System.exit(1);\n    }\n}\n",
        "Procfile": "build: javac -d out Rules.java Check.java\nweb: exec false\ntest: java -cp out Check\n"}, 15)
    contains(tests["lines_why"], "Java")
    equal((tests["executed_lines"], tests["never_executed"]), (None, 0))


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


# ---- Conventions ------------------------------------------------------------------------------------

C_SERVICE = r"""
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
int main(void)
{
    int yes = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(atoi(getenv("PORT"))) };
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    if (bind(listener, (struct sockaddr *) &address, sizeof(address)) < 0 || listen(listener, 1024) < 0)
        return 1;
    for (;;) {
        char request[4096] = "", answer[256];
        int fd = accept(listener, NULL, NULL), n = 0;
        if (fd < 0 || read(fd, request, sizeof(request) - 1) <= 0 || sscanf(request, "GET /price/%d", &n) < 0)
            continue;
        char body[64];
        snprintf(body, sizeof(body), "{\"price\": %d}", n >= 10 ? n * 9 : n * 10);
        snprintf(answer, sizeof(answer), "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                 "Content-Length: %zu\r\n\r\n%s", strlen(body), body);
        if (write(fd, answer, strlen(answer)) < 0)
            return 1;
        close(fd);
    }
}
"""


@test
def cmake_builds_starts_and_tests():
    have("cmake")
    base = WORK / "cmake"
    write(base / "service.c", C_SERVICE)
    write(base / "CMakeLists.txt", "cmake_minimum_required(VERSION 3.18)\nproject(service C)\nenable_testing()\n"
          "add_executable(service service.c)\nadd_test(NAME is_there COMMAND ${CMAKE_COMMAND} -E true)\n")
    finished = assay("grade", base, "--problem", package(), "--json", "--test-seconds", 5)
    equal(finished.status, ACCEPTED, finished.out + finished.err)
    found = finished.json()
    contains(json_module.dumps(found), "CMakeLists.txt (CMake)")
    equal((found["tests"]["format"], found["tests"]["passed"]), ("ctest", 1))


@test
def gradle_is_known_and_where_it_is_missing_that_is_said():
    base = WORK / "gradle"
    write(base / "build.gradle", "plugins { id 'java' }\n")
    # its own wrapper comes first
    write(base / "gradlew", "#!/bin/sh\necho wrapped \"$@\" >&2\nexit 3\n")
    (base / "gradlew").chmod(0o755)
    finished = assay("grade", base, "--problem", package())
    equal(finished.status, NOT_ACCEPTED)
    contains(finished.out, "build.gradle (Gradle)", "wrapped --offline assemble")
    if shutil.which("gradle", path="/usr/local/bin:/usr/bin:/bin"):
        raise Skip("gradle is installed")
    (base / "gradlew").unlink()
    finished = assay("grade", base, "--problem", package())
    equal(finished.status, NOT_ACCEPTED)
    contains(finished.out, "gradle: not found")


# ---- A suite that talks to a real problem ---------------------------------------------------------

SHORTENER = """
import http.client, json, os, unittest, urllib.parse
BASE = urllib.parse.urlsplit(os.environ["BASE_URL"])
def ask(method, target, body=None):
    connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=10)
    connection.request(method, target, None if body is None else json.dumps(body))
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, answer.headers, text
class Tests(unittest.TestCase):
    def test_it_leads_there(self):
        status, headers, text = ask("POST", "/links", {"url": "https://example.org/a?b=c%20d"})
        link = json.loads(text)
        self.assertEqual((status, headers["Location"], link["hits"]), (201, "/links/" + link["code"], 0))
        status, headers, _ = ask("GET", "/" + link["code"])
        self.assertEqual((status, headers["Location"]), (302, "https://example.org/a?b=c%20d"))
        self.assertEqual(json.loads(ask("GET", "/links/" + link["code"])[2])["hits"], 1)
    def test_aliases(self):
        self.assertEqual(ask("POST", "/links", {"url": "https://example.org/1", "alias": "sale"})[0], 201)
        self.assertEqual(ask("POST", "/links", {"url": "https://example.org/2", "alias": "sale"})[0], 409)
        self.assertEqual(ask("DELETE", "/links/sale")[0], 204)
        self.assertEqual(ask("GET", "/sale")[0], 410)
"""


@test
def a_quick_suite_is_asked_of_many():
    base = WORK / "shortener"
    shutil.copytree(ROOT / "problems/services/urlshortener/reference/python", base)
    write(base / "test_http.py", SHORTENER)
    write(base / "Procfile", "web: exec python3 -m shortener\ntest: python3 -m unittest -v test_http\n")
    finished = assay("grade", base, "--problem", "urlshortener", "--probe", "exact-location", "--json", "--test-seconds", 60)
    equal(finished.status, ACCEPTED, finished.err)
    tests = finished.json()["tests"]
    equal((tests["method"], tests["references_passed"]), ("http", 2))
    # 20 and more where nothing else runs; a machine under load asks fewer
    true(tests["total"] >= 8 and 0 < tests["killed"] < tests["total"], tests)
    lacks(" ".join(survivor["what"] for survivor in tests["survivors"]), "no-sync", "sync-off", "hits-at-the-end")


main()
