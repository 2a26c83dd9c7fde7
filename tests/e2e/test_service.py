#!/usr/bin/python3
"""Take-home services: building, starting, probing, killing; and services that mean no good."""
import itertools
import textwrap

from harness import *

SERVICE = '''
import json, os, signal, socket, sys, threading, time, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORE = os.path.join(os.environ["DATA_DIR"], "store")
LOCK = threading.Lock()

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def body(self):
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def do_GET(self):
        if self.path == "/healthz":
            return self.answer(200)
        if self.path == "/lines":
            with LOCK:
                lines = open(STORE).read().split() if os.path.exists(STORE) else []
            return self.answer(200, json.dumps({"lines": lines}).encode(),
                               [("Content-Type", "application/json"), ("X-One", "1"), ("X-One", "2")])
        if self.path == "/env":
            return self.answer(200, json.dumps(dict(os.environ)).encode())
        if self.path == "/slow":
            time.sleep(1)
            return self.answer(200, b"slow")
        self.answer(404, b"no")

    def do_POST(self):
        data = self.body().decode()
        if self.path == "/lines":
            with LOCK, open(STORE, "a") as file:
                file.write(json.loads(data)["line"] + "\\n")
                file.flush()
                SYNC(file)
            return self.answer(201, b'{"ok": true}')
        if self.path == "/call":
            request = urllib.request.Request(json.loads(data)["url"], data=b"hello", method="POST",
                                             headers={"X-Test": "yes"})
            try:
                with urllib.request.urlopen(request, timeout=2) as answer:
                    return self.answer(200, str(answer.status).encode())
            except Exception as error:
                return self.answer(200, repr(error).encode())
        if self.path == "/die":
            os._exit(7)
        self.answer(404)

    def log_message(self, *arguments):
        pass

class Server(ThreadingHTTPServer):
    request_queue_size = 1024
    daemon_threads = True

def stop(*ignored):
    threading.Thread(target=server.shutdown).start()

signal.signal(signal.SIGTERM, stop)
server = Server(("127.0.0.1", int(os.environ["PORT"])), Handler)
server.serve_forever()
'''
SYNCED = SERVICE.replace("SYNC(file)", "os.fsync(file.fileno())")
NOT_SYNCED = SERVICE.replace("SYNC(file)", "pass")

RAW = '''
import os, socket, threading, time
listener = socket.create_server(("127.0.0.1", int(os.environ["PORT"])), backlog=100)
def serve(connection):
    data = connection.recv(65536)
    if b"/healthz" in data:
        connection.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n")
    else:
        answer(connection)
    connection.close()
def answer(connection):
    %s
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
'''
numbers = itertools.count()


def package(probes, memory=128, faulty=None, environment=""):
    base = WORK / f"p{next(numbers)}" / "tiny"
    write(base / "problem.yaml", "problem_format_version: 2025-09\nname: {en: Tiny}\n")
    write(base / "interview.yaml",
          f"type: service\nservice:\n  memory: {memory}\n  ready: 4s\n  environment: {{NAME: tiny{environment}}}\n")
    write(base / "probes/all.yaml", "group: All\nprobes:\n" + textwrap.indent(textwrap.dedent(probes), "  "))
    write(base / "reference/python/Procfile", "web: python3 service.py\n")
    write(base / "reference/python/service.py", SYNCED)
    (base / "faulty").mkdir()
    for name, text in (faulty or {}).items():
        write(base / f"faulty/{name}.yaml", text)
    return base


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def repository(service=SYNCED, procfile="web: python3 service.py\n", **files):
    base = WORK / f"r{next(numbers)}"
    write(base / "service.py", service)
    if procfile:
        write(base / "Procfile", procfile)
    for name, text in files.items():
        write(base / name.replace("_", "."), text)
    return base


def grade(probes, repo=None, status=0, options=("--no-tests",), **keywords):
    finished = assay("grade", repo or repository(), "--problem", package(probes, **keywords),
                     "--json", *options)
    equal(finished.status, status, finished.err + finished.out[:1500])
    return finished.json()


def probe(steps, head=""):
    """One probe with these steps."""
    return f"- id: one\n  title: One\n" + textwrap.indent(head, "  ") + "  steps:\n" + \
        textwrap.indent(textwrap.dedent(steps).strip("\n"), "    ") + "\n"


def passes(steps, head="", **keywords):
    grading = grade(probe(steps, head), **keywords)
    equal(grading["probes"][0]["status"], "pass")
    return grading


def fails(steps, *parts, head="", **keywords):
    grading = grade(probe(steps, head), status=1, **keywords)
    equal(grading["probes"][0]["status"], "fail")
    contains(grading["probes"][0]["message"], *parts)
    return grading["probes"][0]


# ---- Requests ---------------------------------------------------------------------------------


@test
def expectations_hold():
    passes("""
        - request: POST /lines
          json: {line: "a-${unique}"}
          expect: {status: 2xx, json: ".ok", body: '{"ok": true}', matches: "^..ok", within: 5s}
        - request: GET /lines
          as: first
          capture: {line: ".body.lines[0]"}
          expect:
            status: [200, 204]
            headers: {Content-Type: application/json, X-Absent: null, X-One: "~1, *2"}
            json: ['.lines | length == 1', {that: '.lines[0] == "a-" + $unique', says: no}]
            holds: ['.headers["x-one"] == "1, 2"', '.seconds < 5', '.error == null', 'header("X-ONE") == "1, 2"']
        - request: GET /lines
          expect: {same body as: first}
        - check: '$line | startswith("a-")'
        - set: {n: '[1, 2, 4] | {p: percentile(50), d: ([1, 1, 2] | distinct), e: ([3, 3] | all_equal)}'}
        - check: '$n == {p: 2, d: 2, e: true}'
        - request: POST /lines
          json: {line: "x", n: "${n}", nested: ["${line}"]}
        """)


@test
def each_expectation_can_fail():
    cases = {
        "status: 201": "answered 200; expected: 201",
        "headers: {X-Test: a}": "the header X-Test is missing",
        "headers: {Content-Type: text/plain}": "expected: text/plain",
        "headers: {Content-Type: null}": "must not be there",
        "headers: {Content-Type: '~^text'}": "expected: ~^text",
        "json: ['.lines == 1']": "expected: .lines == 1",
        "json: {that: '.lines == 1', says: 'The lines are one.'}": "The lines are one.",
        "json: '.lines + 1 == 2'": "which cannot be told here",
        "holds: '.status == 201'": "expected: .status == 201",
        "body: abc": "expected: abc",
        "matches: '^z'": "does not match ^z",
        "same body as: first": "not the same, byte for byte",
    }
    probes = ""
    for number, expect in enumerate(cases):
        probes += probe(f"""
            - request: GET /nothing
              as: first
            - request: GET /lines
              expect:
                {expect}
            """).replace("id: one", f"id: p{number}")
    grading = grade(probes, status=1)
    equal(len(grading["probes"]), len(cases))
    for found, text in zip(grading["probes"], cases.values()):
        equal(found["status"], "fail", text)
        contains(found["message"], text)
        contains(found["reproduce"], "curl -i -X GET", "http://127.0.0.1:8080/lines", "# 200 in")
    equal(grading["probes"][0]["line"], 8)
    fails("- request: GET /slow\n  expect: {within: 300ms}", "expected: within 0.30 s")
    fails("- request: GET /slow\n  timeout: 300ms", "had no answer: timeout")
    passes("- request: GET /slow\n  timeout: 300ms\n  may fail: true\n  as: a\n- check: '$a.error == \"timeout\"'")


@test
def nothing_captured_is_a_failure():
    fails("- request: GET /lines\n  capture: {id: .body.id}", "the answer has nothing for 'id'")
    fails("- request: GET /healthz\n- check: 'false'", "expected: false")


@test
def many_at_once_and_one_after_another():
    passes("""
        - parallel:
            - request: POST /lines
              copies: 40
              json: {line: "p-${unique}-${i}"}
              expect: {status: 201}
            - request: GET /healthz
          as: answers
          all: ['length == 41', 'map(.status) | unique == [200, 201]']
        - repeat: 3
          steps:
            - request: POST /lines
              json: {line: "r-${unique}-${i}"}
              into: repeated
        - check: '$repeated | length == 3'
        - request: GET /lines
          expect: {json: ['.lines | length == 43', '.lines | distinct == 43']}
        """)
    fails("- parallel: [{request: GET /lines, copies: 5}]\n  all: 'map(.status) | all(. == 201)'",
          "expected: map(.status) | all(. == 201)")
    fails("- parallel: [{request: GET /lines, copies: 5, expect: {status: 204}}]", "expected: 204")


@test
def a_load_is_measured_from_the_intended_moment():
    passes("""
        - load: GET /healthz
          rate: 100
          time: 1s
          expect: {status: 200}
          as: load
          holds: ['.sent == 100', '.answered == 100', '.failed == 0', '.statuses == {"200": 100}', '.p50 <= .p99']
        - check: '$load.rate == 100'
        """)
    fails("- load: GET /slow\n  rate: 20\n  time: 1s\n  holds: '.p50 < 0.9'", "expected: .p50 < 0.9")


@test
def what_a_load_took_is_told():
    found = grade(probe("- load: GET /slow\n  rate: 20\n  time: 0.5s\n  holds: '.sent == 10'\n"))["probes"][0]["load"]
    equal([found[key] for key in ("rate", "sent", "answered", "failed")], [20, 10, 10, 0])
    true(1 <= found["p50"] <= found["p95"] <= found["p99"] <= found["max"] < 5, found)
    equal(grade(probe("- request: GET /healthz\n"))["probes"][0]["load"], None)


# ---- Life -------------------------------------------------------------------------------------


@test
def data_survive_kill_and_restart():
    passes("""
        - request: POST /lines
          json: {line: kept}
        - kill
        - request: GET /lines
          may fail: true
          as: dead
        - check: '$dead.error == "refused"'
        - start
        - request: GET /lines
          expect: {json: '.lines == ["kept"]'}
        - restart
        - stop
        - start
        - request: GET /lines
          expect: {json: '.lines == ["kept"]'}
        """)


@test
def a_crash_is_at_moments_that_the_seed_draws():
    steps = """
        - crash: 3
          window: 30ms
          during:
            - request: POST /lines
              json: {line: "c-${round}"}
          as: cut
          then:
            - request: GET /lines
              as: after
        - check: '$round == 2 and ($cut | length == 1)'
        - check: 'false'
        """
    moments = []
    for seed in (5, 5, 6):
        found = fails(steps, options=("--no-tests", "--seed", str(seed)))
        moments.append([line for line in found["reproduce"].splitlines() if "SIGKILL" in line])
    equal(len(moments[0]), 3)
    equal(moments[0], moments[1])
    true(moments[0] != moments[2], "another seed, other moments")


@test
def fresh_probes_have_empty_data_and_their_variables():
    grading = grade("""
        - id: first
          title: First
          steps: [{request: POST /lines, json: {line: a}}, {request: GET /env, expect: {json: '.NAME == "tiny" and (has("EXTRA") | not)'}}]
        - id: same
          title: The same data
          steps: [{request: GET /lines, expect: {json: '.lines | length == 1'}}]
        - id: fresh
          title: Fresh
          environment: {EXTRA: "1"}
          steps: [{request: GET /lines, expect: {json: '.lines | length == 0'}}, {request: GET /env, expect: {json: '.EXTRA == "1"'}}]
        - id: after
          title: After
          steps: [{request: GET /env, expect: {json: 'has("EXTRA") | not'}}]
        """)
    equal([p["status"] for p in grading["probes"]], ["pass"] * 4)


@test
def what_is_not_on_the_disk_is_found():
    step = "- request: POST /lines\n  json: {line: a}\n  durable: true"
    passes(step)
    fails(step, "called none of fsync", repo=repository(NOT_SYNCED))
    dsync = SERVICE.replace('open(STORE, "a")',
                            'os.fdopen(os.open(STORE, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_DSYNC, 0o600), "w")')
    passes(step, repo=repository(dsync.replace("SYNC(file)", "pass")))


@test
def a_service_that_dies_fails_the_probe_and_is_started_for_the_next():
    grading = grade("""
        - id: dies
          title: Dies
          steps: [{request: POST /die, may fail: true}]
        - id: next
          title: Next
          steps: [{request: GET /lines, expect: {status: 200}}]
        """, status=1)
    equal([p["status"] for p in grading["probes"]], ["fail", "pass"])
    contains(grading["probes"][0]["message"], "the service exited with 7")


@test
def a_probe_has_its_time():
    fails("- wait: 20s", "took more than its 1 s", head="time: 1s\n")
    fails("- until: 'false'\n  within: 300ms", "expected: false", "waited for 0.3 s")
    passes("- until: '.status == 200'\n  request: GET /lines\n  within: 5s")


@test
def memory_has_a_bound():
    passes("- memory: 500MiB")
    fails("- memory: 1MiB", "expected: below 1 MiB")


# ---- Receivers --------------------------------------------------------------------------------


@test
def receivers_answer_as_scripted_and_note():
    passes("""
        - repeat: 4
          steps:
            - request: POST /call
              json: {url: "${hook}/a?b=c"}
              into: seen
        - until: '$hook | length == 4'
        - check:
            - '$seen | map(.text) | .[3] == "201"'
            - '$seen[0].text | test("503")'
            - '$seen[1].text | test("timed out|timeout")'
            - '$hook[0] | .method == "POST" and .path == "/a" and .query == "b=c" and .text == "hello" and .headers["x-test"] == "yes"'
            - '$hook | map(.answer) == [503, "hang", "reset", 201]'
            - '$hook | gaps | length == 3 and .[1] > 1.5'
        """, head="receivers:\n  hook:\n    answers: [503, hang, reset, {status: 201, headers: {X-To: '${other}'}}]\n  other: {}\n")


@test
def a_script_runs_anew_for_each_path():
    passes("""
        - repeat: 2
          steps:
            - request: POST /call
              json: {url: "${hook}/${i}"}
            - request: POST /call
              json: {url: "${hook}/${i}"}
        - check: '$hook | map(.answer) == [500, 200, 500, 200]'
        """, head="receivers:\n  hook: {answers: [500, 200], each: path}\n")


# ---- Services that do not start ---------------------------------------------------------------


def not_ready(service, *parts, **keywords):
    grading = grade(probe("- request: GET /healthz"), repository(service, **keywords), status=1)
    true(not grading["service"]["ready"], "ready")
    contains(grading["service"]["reason"], *parts)
    equal(grading["probes"][0]["status"], "skipped")


@test
def a_service_that_does_not_start_is_told_why():
    not_ready("print('no config'); raise SystemExit(3)", "exited with 3 before it was ready", "no config")
    not_ready("import (", "exited with 1", "SyntaxError")
    not_ready("", "before it was ready", procfile="web: exec /nothing/here\n")
    not_ready(SYNCED.replace('os.environ["PORT"]', "9999"), "nothing listened on 127.0.0.1:8080", "for 4 s")
    not_ready(SYNCED.replace("return self.answer(200)", "return self.answer(503)", 1), "answered 503, not 200")


@test
def a_build_that_fails_is_shown():
    grading = grade(probe("- request: GET /healthz"),
                    repository(procfile="build: echo broken here; exit 4\nweb: python3 service.py\n"), status=1)
    equal(grading["service"]["build"]["good"], False)
    contains(grading["service"]["build"]["output"], "broken here")
    contains(grading["service"]["build"]["reason"], "exited with 4")


@test
def a_build_and_its_files_are_there_for_the_service():
    grading = passes("- request: GET /lines\n  expect: {status: 200}",
                     repo=repository(procfile="build: cp service.py built.py\nweb: python3 built.py\n"))
    equal(grading["service"]["source"], "Procfile")
    grading = passes("- request: GET /lines", repo=repository(procfile=None))
    equal(grading["service"]["source"], "service.py (Python)")


@test
def there_is_no_network_but_its_own():
    passes("""
        - request: POST /call
          json: {url: "http://192.0.2.1/"}
          expect: {matches: "unreachable"}
        """)


# ---- Hostile answers --------------------------------------------------------------------------


def hostile(answer, *parts, timeout="2s"):
    return fails(f"- request: GET /x\n  timeout: {timeout}", *parts, repo=repository(RAW % answer))


@test
def hostile_answers_are_bounded_failures():
    hostile('connection.sendall(b"HTTP/1.1 200 OK\\r\\n\\r\\n" + b"x" * (9 << 20))', "too large")
    hostile('connection.sendall(b"HTTP/1.1 200 OK\\r\\n" + b"A: b\\r\\n" * 20000 + b"\\r\\n")', "had no answer")
    hostile('connection.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nab")', "had no answer")
    hostile('connection.sendall(b"HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\nab\\r\\n")', "malformed")
    hostile('connection.sendall(b"hello\\r\\n\\r\\n")', "malformed")
    hostile('time.sleep(30)', "timeout")
    hostile('connection.sendall(b"HTTP/1.1 200 OK\\r\\n\\r\\n"); [(connection.sendall(b"a"), time.sleep(0.3)) for i in range(99)]', "timeout")
    hostile('pass', "reset")


@test
def answers_that_are_no_json_say_so():
    answer = 'connection.sendall(b"HTTP/1.1 200 OK\\r\\n\\r\\n" + %s)'
    for body in ('b"[" * 100000', 'b"{1}"', 'b""', 'b"\\xff\\xfe"'):
        fails("- request: GET /x\n  expect: {json: '.a == 1'}", "the body is not JSON",
              repo=repository(RAW % (answer % body)))


@test
def a_log_without_end_stops_nobody():
    passes("- request: GET /lines\n  expect: {status: 200}",
           repo=repository(SYNCED.replace("signal.signal(", "threading.Thread(target=lambda: [print('x' * 1000, flush=True) for i in range(20000)], daemon=True).start()\nsignal.signal(", 1)))


@test
def a_service_that_ignores_sigterm_is_found():
    fails("- stop", "it still ran 5 s after SIGTERM",
          repo=repository(SYNCED.replace("signal.signal(signal.SIGTERM, stop)", "signal.signal(signal.SIGTERM, signal.SIG_IGN)")))


@test
def how_it_ends_and_whether_it_logs_is_seen_behind_the_probes():
    steps = "- request: GET /lines\n  expect: {status: 200}"
    quiet = passes(steps)["service"]
    equal((quiet["stops"], quiet["logs"]), (True, False))
    says = "print('up', flush=True)\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)"
    stubborn = passes(steps, repo=repository(SYNCED.replace("signal.signal(signal.SIGTERM, stop)", says)))["service"]
    equal((stubborn["stops"], stubborn["logs"]), (False, True))
    some = grade(probe(steps), options=("--no-tests", "--probe", "one"))["service"]
    equal((some["stops"], some["logs"]), (None, None))
    dead = fails("- request: GET /die\n  expect: {status: 200}")
    equal(dead["status"], "fail")


@test
def a_service_behind_a_shell_has_the_time_to_end():
    slow = SYNCED.replace("def stop(*ignored):", """def stop(*ignored):
    def last():
        server.socket.close()
        time.sleep(1)
        open(STORE, "a").write("last\\n")
        os._exit(0)
    threading.Thread(target=last).start()
    return
def never(*ignored):""")
    passes("""
        - stop
        - start
        - request: GET /lines
          expect: {json: '.lines == ["last"]'}
        """, repo=repository(slow, procfile="web: cd . && python3 service.py\n"))


@test
def a_child_that_outlives_its_shell_is_killed_too():
    passes("""
        - kill
        - request: GET /healthz
          may fail: true
          as: dead
        - check: '$dead.error == "refused"'
        - start
        """, repo=repository(procfile="web: setsid python3 service.py & wait\n"))


# ---- Packages and arguments that are wrong ----------------------------------------------------


@test
def a_broken_probe_file_has_one_clear_line():
    cases = {
        probe("- request: GET /x\n  expects: {status: 200}"): "unknown key 'expects'",
        probe("- reqest: GET /x"): "this is no step",
        probe("- request: GET"): "METHOD /target",
        probe("- request: GET /${nothing}"): "no variable of this name",
        probe("- check: '.a +'"): "jq does not take",
        probe("- check: '$nothing == 1'"): "jq does not take",
        probe("- wait: 3"): "is no time",
        probe("- memory: 3"): "is no size",
        probe("- request: GET /x\n  json: 1\n  body: a"): "cannot both be sent",
        probe("- request: GET /x\n  expect: {matches: '('}"): "all.yaml",
        probe("- request: GET /x\n  expect: {same body as: y}"): "no request before it is named 'y'",
        probe("- signed: hook\n  secrets: [x]"): "no receiver 'hook'",
        probe("- request: GET /x/${i}"): "'${i}': the probe has no variable of this name",
        probe("- wait: 1s", head="environment: {PORT: '1'}\n"): "PORT is the judge's to set",
        probe("- repeat: 3"): "'steps' is missing",
        probe("- wait: 1s") + probe("- wait: 1s"): "there are two probes 'one'",
        probe("- wait: 1s", head="receivers: {hook: {answers: [sleep]}}\n"): "all.yaml",
        "- title: x\n  steps: []\n": "a probe needs 'id', 'title' and 'steps'",
    }
    for text, part in cases.items():
        finished = assay("grade", repository(), "--problem", package(text))
        equal(finished.status, BAD_INPUT, part)
        contains(finished.err, part, "probes/all.yaml")
        equal(finished.err.count("\n"), 1, finished.err)


@test
def a_filter_without_an_end_is_named():
    for filter in ("[limit(5; repeat(1))] | until(false; .)", "def f: f; f"):
        finished = assay("grade", repository(), "--problem", package(probe(f"- check: '{filter}'")), "--no-tests")
        equal(finished.status, BAD_INPUT, finished.err)
        contains(finished.err, "probes/all.yaml", "has not come to its end")


@test
def wrong_arguments_have_one_clear_line():
    base = package(probe("- wait: 1ms"))
    for arguments, status, part in (
            ((repository(),), USAGE, "--problem"),
            (("/nothing", "--problem", base), BAD_INPUT, "no such directory"),
            ((repository(), "--problem", "blockpair"), BAD_INPUT, "no service problem"),
            ((repository(), "--problem", base, "--probe", "nope"), USAGE, "no probe 'nope'"),
            ((repository(procfile="test: true\n"), "--problem", base), BAD_INPUT, "web: COMMAND"),
            ((repository(procfile="web\n"), "--problem", base), BAD_INPUT, "Procfile:1")):
        finished = assay("grade", *arguments)
        equal(finished.status, status, part)
        contains(finished.err, part)


@test
def a_broken_interview_yaml_is_named():
    base = package(probe("- wait: 1ms"))
    for text, part in (("type: service\nservice: [", "interview.yaml:"), ("type: service\nservice:\n  memory: 1\n", "interview.yaml:3"),
                       ("type: service\nservice:\n  ready: 5\n", "interview.yaml:3"), ("type: service\nservice:\n  nope: 5\n", "interview.yaml:3")):
        write(base / "interview.yaml", text)
        for command in (("grade", repository(), "--problem", base), ("verify", base)):
            finished = assay(*command)
            equal(finished.status, BAD_INPUT, finished.err)
            contains(finished.err, part)


@test
def a_package_is_verified():
    steps = probe("- request: POST /lines\n  json: {line: a}\n  expect: {status: 201}\n  durable: true")
    edit = "of: python\nwrong: it does not sync\ncaught by: one\nedits:\n  - file: service.py\n    find: {}\n    replace: pass\n"
    good = assay("verify", package(steps, faulty={"no-sync": edit.format("os.fsync(file.fileno())")}))
    equal(good.status, 0, good.err)
    contains(good.out, "reference python", "faulty no-sync")
    bad = assay("verify", package(steps, faulty={"harmless": edit.format("'# none'")}))
    equal(bad.status, 1)
    contains(bad.out, "stands here nowhere")
    kept = assay("verify", package(steps, faulty={"same": edit.format("request_queue_size = 1024")}))
    equal(kept.status, 1)
    contains(kept.out, "one does not catch it")
    none = assay("verify", package(steps))
    contains(none.out, "no faulty variant names it")


@test
def junit_and_text_say_the_same():
    xml = WORK / "report.xml"
    base = package(probe("- request: GET /lines\n  expect: {status: 500}", head="why: 'It <matters>.'\n"))
    finished = assay("grade", repository(), "--problem", base, "--no-tests", "--junit", xml)
    equal(finished.status, 1)
    contains(finished.out, "FAIL one: One", "why it matters", "It <matters>.", "curl -i -X GET", "--seed 1 --probe one",
             "rejected: 0 passed, 1 failed")
    import xml.etree.ElementTree as tree
    suite = tree.parse(xml).getroot().find("testsuite")
    equal((suite.get("tests"), suite.get("failures")), ("2", "1"), "that it started, and the probe")
    contains(suite.find("testcase[@name='one']/failure").get("message"), "expected: 500")


@test
def what_it_uses_is_told_over_time():
    usage = grade(probe("- wait: 1.5s\n- request: GET /healthz\n  expect: {status: 200}\n"))["service"]["usage"]
    true(5 <= len(usage) <= 10, usage)
    times = [row[0] for row in usage]
    true(all(0.2 < b - a < 0.6 for a, b in zip(times, times[1:])), usage)
    cpu = [row[1] for row in usage]
    equal(cpu, sorted(cpu))
    true(all(1e6 < row[2] < 100e6 for row in usage[1:]), usage)


main()
