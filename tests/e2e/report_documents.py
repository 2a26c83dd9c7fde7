"""Documents that the tests of reports format: evidence and scorecards, honest and hostile."""
import math

SCRIPT = '<script>window.stolen="yes";console.error("ran")</script>'
ATTACKS = [
    SCRIPT,
    '"><img src=x onerror="window.stolen=1">',
    "'><svg onload=alert(1)>",
    "</code></pre></td></table><h1 id=injected>taken over</h1>",
    "</title></style><style>body{display:none}</style>",
    "`````\n# injected\n[click](javascript:alert(1)) <b>bold</b> ![x](http://evil.example/x.png)",
    "| a | b |\n|---|---|\n\n---\n# injected",
    "https://evil.example/ www.evil.example @everyone a@evil.example &lt;b&gt; {{title}} {{#facts}}",
    "\x1b[31mred\x07 \u202eoverride \ufffe\uffff ]]> <!-- --> <![CDATA[",
]


def finding(rule, severity, file, line, message, **more):
    found = {"rule": rule, "severity": severity, "principle": "errors", "file": file, "line": line, "column": 5,
             "end_line": line, "end_column": 40, "code": "r = requests.post(url, json=body)", "message": message,
             "why": "A caller that waits for ever holds its thread, its connection and its memory with it.",
             "remedy": "Give the call a timeout: requests.post(url, json=body, timeout=5)."}
    found["fingerprint"] = f"{sum(map(ord, rule + file)) * 7919 + line:016x}"
    return found | more


def measure(power, expected, verdict, backend="instructions", name=None):
    points = []
    for i, n in enumerate((100, 200, 400, 800, 1600, 3200, 6400)):
        fitted = 1270 * n ** power
        points.append({"n": float(n), "count": fitted * (1 + 0.04 * math.sin(3 * i)), "fitted": fitted, "predicted": i > 4})
    return {"class": name or {1: "n", 2: "n^2"}.get(power), "runner_up": "n log n", "confidence": 0.93, "reason": None,
            "family": "equal-steps", "backend": backend, "doubling": 2.0 ** power, "expected": expected, "verdict": verdict,
            "points": points}


def fact(value, unit=None, where="assay submit"):
    return {"value": value} | ({"unit": unit} if unit else {}) | {"source": {"kind": "measurement", "where": where}}


def algorithm():
    tests = []
    for i, name in enumerate(("sample/1", "sample/2", "secret/01-one-line", "secret/02-all-equal", "secret/03-many-kinds",
                              "secret/04-window-of-one", "secret/05-random", "secret/06-longest")):
        verdict = "TLE" if i == 7 else "AC"
        tests.append({"name": name, "group": name.split("/")[0], "verdict": verdict, "cpu_s": (2.5, 0.02 * 2 ** i)[verdict == "AC"],
                      "wall_s": 0.1, "memory_bytes": 7_000_000 * (i + 1), "repeated": i == 7,
                      "message": "" if verdict == "AC" else "stopped after 2.5 s of CPU time"}
                     | ({} if verdict == "AC" else {"call": "busiest(lines = [1, 2])", "expected": "[2]", "found": "[1]", "debug": "window 1"}))
    growth = {"problem": "logwindow", "language": "python3", "backend": "instructions", "backend_note": None, "marked": False,
              "time": measure(2, "O(n)", "worse"), "space": measure(1, "O(n)", "as expected", "memory written"),
              "expected": "O(n)", "verdict": "worse", "fault": None, "measured_s": 4.2,
              "sentence": "Twice the input takes four times as long: the time grows as n^2, where O(n) is expected."}
    submit = {"problem": "logwindow", "language": "python3", "verdict": "TLE", "decided_by": "secret/06-longest",
              "compile": {"ok": True, "cached": False, "seconds": 0.1, "message": ""}, "time_limit_s": 2.5,
              "time_limit_source": "problem.yaml", "memory_limit_bytes": 268435456, "backend": "cgroup2", "slowest_s": 2.5,
              "noise_note": None, "tests": tests, "not_run": ["secret/07-last"], "growth": growth, "growth_note": None}
    return {"format": "assay-evidence", "version": 1, "kind": "algorithm",
            "subject": {"problem": "logwindow", "title": "Log window", "language": "python3", "files": ["window.py"]},
            "facts": {"tests.verdict": fact("TLE"), "tests.secret.passed": fact(5, "tests", "secret/01-one-line .. 06"),
                      "tests.secret.total": fact(7, "tests"), "growth.time.class": fact("n^2"), "growth.space.class": fact("n"),
                      "session.minutes": fact(31, "min"), "findings.must_fix": fact(0, "findings"),
                      "tests.memory_share": {"absent": "not known with this backend", "source": {"kind": "command", "where": "assay submit"}}},
            "findings": [finding("quadratic-rescan", "should fix", "window.py", 14, "The window is counted anew for every line",
                                 code="counts = Counter(lines[start:end])", principle="clarity"),
                         finding("clear-names", "praise", "window.py", 3, "Names say what they hold", why="", remedy="")],
            "details": {"submit": submit}}


def service():
    def probe(name, group, status="pass", **more):
        return {"id": name, "title": name.replace("-", " ").capitalize(), "group": group, "aspect": "specification", "status": status,
                "seconds": 0.31, "message": "", "why": None, "reproduce": "", "file": "probes/1.yaml", "line": 3} | more
    probes = [
        probe("creates-a-code", "creating"), probe("refuses-no-url", "creating"),
        probe("same-key-twice", "at once", "fail", message="of 50 requests at once 2 created a code, expected 1",
              why="Two clients that retry at once must not both be charged.",
              reproduce="curl -X POST -H 'Idempotency-Key: k1' http://service/links\n  201 {\"code\": \"a1\"}"),
        probe("two-hundred-a-second", "load", load={"rate": 200, "p50": 0.004, "p95": 0.018, "p99": 0.062, "max": 0.141}),
        probe("burst", "load", load={"rate": 1000, "p50": 0.011, "p95": 0.09, "p99": 0.21, "max": 0.38}),
        probe("survives-kill", "durable", "skipped", message="it did not start again")]
    run = {"command": "python3 -m unittest", "good": True, "reason": "", "seconds": 2.1, "output": "OK"}
    grade = {"problem": "urlshortener", "directory": "candidate", "seed": 1, "passed": 4, "failed": 1, "skipped": 1, "seconds": 31.0,
             "service": {"source": "Procfile", "build": None, "web": "python3 server.py", "ready": True, "reason": None, "start_s": 0.23,
                         "memory_bytes": 42_000_000, "cpu_s": 3.1,
                         "usage": [[i / 4, i / 40, 20_000_000 + 300_000 * i + 2_000_000 * (i % 7)] for i in range(60)]},
             "probes": probes,
             "tests": {"command": "python3 -m unittest", "run": run, "base_url": False, "format": "unittest", "passed": 14, "failed": 0,
                       "skipped": 1, "method": "mutants", "why": None, "killed": 17, "total": 24, "low": 0.51, "high": 0.85, "left_out": 0,
                       "survivors": [{"what": "boundary moved", "text": None, "file": "server.py", "line": 44,
                                      "before": "if len(code) < 8:", "after": "if len(code) <= 8:"}], "seconds": 30.0}}
    return {"format": "assay-evidence", "version": 1, "kind": "service",
            "subject": {"problem": "urlshortener", "title": "URL shortener", "language": None,
                        "files": ["server.py", "store.py", "test_server.py", "README.md", "Procfile"]},
            "facts": {"probes.passed": fact(4, "probes"), "probes.total": fact(6, "probes"), "start.works": fact(True),
                      "tests.own.kill_rate": fact(0.708), "findings.must_fix": fact(1, "findings"), "findings.should_fix": fact(2, "findings"),
                      "readme.commands.failed": fact(1, "commands"), "code.lines": fact(412, "lines")},
            "findings": [finding("call-without-timeout", "must fix", "server.py", 87, "An outgoing call has no timeout"),
                         finding("error-text-to-client", "should fix", "server.py", 120, "The text of an internal error goes to the client",
                                 code="self.reply(500, {\"error\": str(error)})", principle="security"),
                         finding("command-fails", "should fix", "README.md", 12, "A command of the README fails",
                                 code="$ make run", principle="readme", why="Whoever follows the README stops here.",
                                 remedy="Say what has to be installed first, or add the target."),
                         finding("magic-number", "consider", "store.py", 31, "A number has no name", code="if age > 86400 * 30:", principle="clarity"),
                         finding("unique-index", "praise", "store.py", 9, "Uniqueness is the database's affair, not the application's",
                                 code="CREATE UNIQUE INDEX links_code ON links(code)", why="", remedy="")],
            "details": {"grade": grade}}


def scorecard():
    def criterion(name, title, weight, level, anchor, reasons, **more):
        titles = {None: "open", 1: "strong no hire", 2: "no hire", 3: "hire", 4: "strong hire"}
        return {"id": name, "title": title, "weight": weight, "level": level, "level_title": titles[level], "anchor": anchor,
                "rated_by": "open" if level is None else "evidence", "reasons": reasons, "missing": [], "next": None} | more

    def reason(text, effect="", holds=True):
        return {"text": text, "effect": effect, "facts": [], "holds": holds}
    return {"format": "assay-scorecard", "version": 1, "rubric": {"id": "take-home", "title": "Take-home service", "version": 1},
            "subject": {"problem": "urlshortener"},
            "criteria": [
                criterion("specification", "Does what was asked", 0.3, 3, "All that the statement asks for works; an edge is missed.",
                          [reason("4 of 6 probes pass", "level 3 reached"), reason("every probe passes", "level 4 not reached", False)],
                          next={"level": 4, "level_title": "strong hire", "changes": [{"fact": "probes.failed", "from": 1, "to": 0}]}),
                criterion("concurrency", "Many at once", 0.25, 2, "Right for one client, wrong for two at once.",
                          [reason("a probe of concurrency fails", "capped at 2")]),
                criterion("tests", "Its own tests", 0.25, 4, "The tests notice most of what can go wrong.", [reason("71 % of wrong changes are noticed", "level 4 reached")],
                          missing=[{"fact": "tests.own.kill_rate_low", "reason": "fewer than 30 changes were tried"}]),
                criterion("operability", "Could be run by others", 0.1, 1, "Nobody could tell what it is doing.", [reason("no logs, no metrics")]),
                criterion("communication", "Explains its decisions", 0.1, None, "", [])],
            "gates": [{"id": "starts", "text": "It starts", "passed": True}, {"id": "secrets", "text": "No secret in the sources", "passed": False}],
            "overall": {"score": 2.72, "level": 3, "recommendation": "hire", "reasons": [reason("The mean of what is rated is 2.72")]},
            "open": ["communication"]}


# Texts that decide what a document is: a reader refuses it, or reads another thing, where they are others.
DECISIVE = [
    ("format",), ("kind",), ("facts", "*", "unit"), ("facts", "*", "value"), ("facts", "*", "source", "kind"),
    ("findings", "*", "severity"), ("details", "submit", "tests", "*", "verdict"), ("details", "grade", "probes", "*", "status"),
    ("details", "grade", "tests", "method"), ("criteria", "*", "rated_by"),
]


def with_text(document, attack, path=()):
    """The document with every text in it but the decisive ones replaced by an attack."""
    if isinstance(document, dict):
        return {key: with_text(value, attack, path + (key,)) for key, value in document.items()}
    if isinstance(document, list):
        return [with_text(item, attack, path + ("*",)) for item in document]
    decisive = any(len(path) == len(p) and all(b in ("*", a) for a, b in zip(path, p)) for p in DECISIVE)
    return attack if isinstance(document, str) and not decisive else document


def hostile(document):
    """One document with all attacks in one text each, so that each place sees each of them."""
    return with_text(document, "\n".join(ATTACKS))
