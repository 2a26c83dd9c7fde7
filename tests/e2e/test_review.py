#!/usr/bin/python3
"""`assay review`: findings and their order, exit statuses, the rules' files and their schema, hostile repositories."""
import collections
import shutil

from harness import *
from rubric_documents import fits_schema
from tiny_service import tiny_service

SCHEMA = json_module.loads((ROOT / "docs/rule.schema.json").read_text())
RULES = sorted((ROOT / "rubrics/review").glob("*.yaml"))
BAD = """import requests


def load(cur, name):
    cur.execute("SELECT id FROM users WHERE name = '" + name + "'")
    return requests.get(URL)
"""
RULE = """id: one
title: T
severity: consider
principle: clarity
why: W
remedy: R
find: [{in: python, query: '(call) @hit', message: a call}]
hits: {python: ["f()"]}
misses: {python: ["f"]}
"""


def repository(files):
    return write_tree(directory("review"), files)


@test
def findings_have_place_code_reason_and_remedy():
    result = assay("review", repository({"app.py": BAD}), "--json")
    equal(result.status, NOT_ACCEPTED)
    report = result.json()
    found = {finding["rule"]: finding for finding in report["findings"]}
    equal(found["sql-concatenation"]["line"], 5)
    equal(found["call-without-timeout"]["line"], 6)
    equal(found["call-without-timeout"]["column"], 12)
    equal(found["call-without-timeout"]["code"], "return requests.get(URL)")
    for finding in report["findings"]:
        true(finding["why"] and finding["remedy"] and finding["message"], str(finding))
        true(re.fullmatch("[0-9a-f]{16}", finding["fingerprint"]), str(finding))
    equal(report["counts"]["must_fix"], 2)
    equal(report["measures"]["functions"], 1)
    text = assay("review", repository({"app.py": BAD}))
    equal(text.status, NOT_ACCEPTED)
    contains(text.out, "must fix  app.py:6:12  call-without-timeout")
    contains(text.out, "| return requests.get(URL)")


@test
def findings_are_sorted_by_severity_file_and_line():
    folder = repository({"b.py": BAD, "a.py": BAD + "# x = compute(y)\n# return x.get('a')\n"})
    findings = assay("review", folder, "--json").json()["findings"]
    order = ["must fix", "should fix", "consider", "praise"]
    keys = [(order.index(f["severity"]), f["file"], f["line"]) for f in findings]
    equal(keys, sorted(keys))
    true(len({key[0] for key in keys}) > 1 and len({key[1] for key in keys}) == 2, str(keys))


@test
def only_the_rules_that_are_asked_for_are_applied():
    folder = repository({"app.py": BAD})
    result = assay("review", folder, "--json", "--rule", "call-without-timeout")
    equal([finding["rule"] for finding in result.json()["findings"]], ["call-without-timeout"])
    equal(assay("review", folder, "--rule", "praise-nothing").status, BAD_INPUT)
    equal(assay("review", folder, "-r", "many-parameters").status, ACCEPTED)


@test
def what_others_wrote_is_passed_over():
    foreign = ["node_modules/a/a.py", "vendor/a.py", ".venv/a.py", "build/a.py", "tests/test_a.py"]
    result = assay("review", repository({**{path: BAD for path in foreign}, "app.py": "x = 1\n"}), "--json")
    equal(result.status, ACCEPTED)
    equal(result.json()["findings"], [])
    equal(result.json()["measures"]["files"], 1)
    equal(result.json()["measures"]["test_files"], 1)


@test
def bad_input_is_told():
    equal(assay("review", "/nowhere/at/all").status, BAD_INPUT)
    equal(assay("review").status, USAGE)
    rules = write_tree(directory("rules"), {"a.yaml": RULE + "more: 1\n", "b.yaml": "id: X\n"})
    result = assay("review", "--rules", "--rules-from", rules)
    equal(result.status, BAD_INPUT)
    contains(result.err, "a.yaml:10: 'more' is no key of this")
    contains(result.err, "b.yaml:1:")
    equal(assay("review", repository({"a.py": "f()\n"}), "--rules-from", rules).status, BAD_INPUT)
    fine = write_tree(directory("rules"), {"a.yaml": RULE})
    result = assay("review", repository({"a.py": "f()\n"}), "--rules-from", fine)
    equal(result.status, ACCEPTED)
    contains(result.out, "a.py:1:1  one")
    broken = write_tree(directory("rules"), {"a.yaml": RULE.replace("(call)", "(no_call)")})
    result = assay("review", "--rules", "--rules-from", broken)
    equal(result.status, BAD_INPUT)
    contains(result.err, "no such node")
    alone = write_tree(directory("rules"), {"a.yaml": RULE.replace("title: T", "title: T\ncovers: nothing-there", 1)})
    refused(assay("review", "--rules", "--rules-from", alone), BAD_INPUT, "there is no rule 'nothing-there'")


@test
def the_rules_are_listed():
    listed = assay("review", "--rules", "--json")
    equal(listed.status, ACCEPTED)
    true(len(listed.json()) >= 30, str(len(listed.json())))
    text = assay("review", "--rules").out
    for rule in listed.json():
        contains(text, rule["id"])


def documents():
    try:
        import jsonschema
        import yaml
    except ImportError as missing:
        raise Skip(f"{missing.name} is not there: scripts/setup test")
    return jsonschema.Draft202012Validator(SCHEMA), yaml.safe_load


@test
def the_shipped_rules_fit_the_schema():
    validator, load = documents()
    true(len(RULES) > 5, f"{RULES}")
    for path in RULES:
        equal([error.message for error in validator.iter_errors(load(path.read_text()))], [], path.name)


@test
def the_schema_and_the_reader_refuse_the_same():
    validator, load = documents()
    wrong = ["severity: consider -> severity: fatal", "principle: clarity -> principle: fun", "id: one -> id: One",
             "in: python, -> in: cobol,", "why: W -> reason: W", "query: '(call) @hit', -> ",
             "query: '(call) @hit', -> query: '(call) @hit', pattern: a,", "query: '(call) @hit', -> check: commented-out, inside: module,",
             "query: '(call) @hit', -> check: commented-out, file has: a,", "misses: {python: [\"f\"]} -> misses: {}",
             "title: T -> tests: sometimes", "message: a call -> message: ''", "remedy: R -> remedy: R\nonce: 5"]
    for change in wrong:
        text = RULE.replace(*change.split(" -> "))
        true(text != RULE, change)
        true(list(validator.iter_errors(load(text))), change)
        rules = write_tree(directory("rules"), {"a.yaml": text})
        equal(assay("review", "--rules", "--rules-from", rules).status, BAD_INPUT, change)
    equal(list(validator.iter_errors(load(RULE))), [])


@test
def hostile_repositories_are_read_within_bounds():
    folder = repository({"deep.py": "(" * 100000, "long.js": "f(" * 50000 + "\n", "bytes.go": "package a\n",
                         "a\x1b[31m.py": BAD, "huge.c": "int x;\n" * 200000, "empty.rs": "", "sql.sql": "CREATE TABLE (" * 9999})
    (folder / "bytes.go").write_bytes(b"package a\n\xff\xfe\x00func f() { http.Get(\"a\") }\n")
    (folder / "loop").symlink_to(folder)
    (folder / "outside.py").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.py")
    result = assay("review", folder)
    equal(result.status, NOT_ACCEPTED)
    true("\x1b" not in result.out, "an escape sequence of a file's name")
    true("root:" not in result.out, "a file outside")
    true(assay("review", folder, "--json").json()["omitted_files"] >= 1, "the huge file is omitted")


@test
def the_references_of_service_problems_have_hardly_anything():
    """They are good services: nothing must be fixed, and little should."""
    found = collections.Counter()
    for folder in sorted((ROOT / "problems/services").glob("*/reference/*")):
        report = assay("review", folder, "--json").json()
        equal([(f["rule"], f["file"], f["line"]) for f in report["findings"] if f["severity"] == "must fix"], [], folder)
        found.update(finding["severity"] for finding in report["findings"])
    true(found["should fix"] <= 3, str(found))
    true(found["praise"] >= 10, str(found))


OPAQUE = "import json\nimport sys\n\n\ndef solve(n):\n    try:\n        return 2 * n\n    except:\n        pass\n\n\nprint(solve(int(input())))\n"


@test
def a_submission_is_reviewed_beside_its_scorecard():
    path = directory("evidence") / "evidence.json"
    arguments = ("submit", package_2025(), source("test_a.py", OPAQUE))
    result = assay(*arguments, "--evidence", path, scorecard=True)
    equal(result.status, ACCEPTED, str(result))
    contains(result.out, "review: 1 must fix", "test_a.py:8  must fix  ", "(swallowed-exception)")
    in_order(result.out, "double, python3\nAC accepted\n\n", "Algorithm round: ", "\n\ncompiled ", "\n  secret/1-small", "\ntime limit ",
             "\nreview: 1")
    evidence = json_module.loads(path.read_text())
    fits_schema(evidence, "evidence")
    facts = {name: fact["value"] for name, fact in evidence["facts"].items() if "value" in fact}
    equal([finding["rule"] for finding in evidence["findings"]], ["swallowed-exception"])
    equal((facts["findings.must_fix"], facts["findings.errors.must_fix"], facts["findings.clarity.must_fix"]), (1, 1, 0))
    equal((facts["code.functions.count"], facts["code.functions.longest"], facts["code.lines"]), (1, 5, 8))
    review = assay(*arguments, "--json", scorecard=True).json()["review"]
    equal(review["findings"], evidence["findings"])
    equal(assay(*arguments, "--json").json()["review"], None)


@test
def rules_of_repositories_leave_submissions_alone():
    server = "import http.server\n\n\nprint(2 * int(input()))\nif False:\n    http.server.HTTPServer(('', 80), None).serve_forever()\n"
    contains(assay("review", repository({"a.py": server})).out, "no-graceful-stop")
    review = assay("submit", package_2025(), source("a.py", server), "--json", scorecard=True).json()["review"]
    equal(review["findings"], [])
    equal(review["measures"]["longest"], {"value": 4, "where": "a.py: outside of functions"})


@test
def comments_beyond_a_dozen_are_counted():
    bad = "".join(f"def f{i}():\n    try:\n        g()\n    except:\n        pass\n\n\n" for i in range(15))
    result = assay("submit", package_2025(), source("a.py", bad + "print(2 * int(input()))\n"), scorecard=True)
    contains(result.out, "review: 15 must fix", "  3 more: --json")
    equal(result.out.count("(swallowed-exception)"), 12)


@test
def without_rules_the_verdict_stands():
    rubrics = directory("rubrics")
    for path in (ROOT / "rubrics").glob("*.yaml"):
        shutil.copy(path, rubrics)
    path = directory("evidence") / "evidence.json"
    result = assay("submit", package_2025(), source("a.py", "print(2 * int(input()))\n"), "--evidence", path, scorecard=True,
                   env=environment(ASSAY_RUBRICS=rubrics))
    equal(result.status, ACCEPTED, str(result))
    contains(result.out, "there is no review: ")
    facts = json_module.loads(path.read_text())["facts"]
    contains(facts["code.lines"]["absent"], "the rules of the review are nowhere")
    true(facts["findings.must_fix"]["absent"], "findings are not 0 where nobody looked")


INSIDE = {"rules.py": "def price(n):\n    if n >= 10:\n        return n * 9\n    return n * 10\n",
          "test_it.py": "import rules\nimport unittest\n\n\nclass Rules(unittest.TestCase):\n    def test_price(self):\n"
                        "        self.assertEqual(rules.price(1), 10)\n        self.assertEqual(rules.price(20), 180)\n"}


@test
def a_repository_is_reviewed_with_what_its_tests_let_pass():
    service, path = tiny_service(), directory("evidence") / "evidence.json"
    folder = repository({**INSIDE, "service.py": (service / "reference/python/service.py").read_text(),
                         "Procfile": "web: exec python3 service.py\ntest: python3 -m unittest test_it\n"})
    result = assay("grade", folder, "--problem", service, "--test-seconds", "60", "--evidence", path, scorecard=True)
    contains(result.out, "Take-home service: ", "review: ", "body-without-limit", "surviving-change")
    evidence = json_module.loads(path.read_text())
    fits_schema(evidence, "evidence")
    survivors = [finding for finding in evidence["findings"] if finding["rule"] == "surviving-change"]
    true(survivors, "no change survived")
    for finding in survivors:
        equal((finding["file"], finding["severity"], finding["principle"]), ("rules.py", "consider", "tests"))
        true(re.fullmatch("[0-9a-f]{16}", finding["fingerprint"]), str(finding))
    equal(evidence["facts"]["findings.tests.consider"]["value"], len(survivors))
    equal(evidence["facts"]["code.functions.count"]["value"], 4)


@test
def a_generated_head_hides_no_source_from_grading():
    service, path = tiny_service(), directory("evidence") / "evidence.json"
    source = "# @generated\n" + (service / "reference/python/service.py").read_text() + BAD
    folder = repository({"service.py": source, "Procfile": "web: exec python3 service.py\n"})
    result = assay("grade", folder, "--problem", service, "--no-tests", "--no-readme", "--evidence", path, scorecard=True)
    contains(result.out, "(sql-concatenation)",
             "1 of the files, made by a program as they say, were read for size and what must be fixed only: service.py\n")
    evidence = json_module.loads(path.read_text())
    rules = {finding["rule"] for finding in evidence["findings"]}
    true("sql-concatenation" in rules and "body-without-limit" not in rules, str(rules))
    facts = {name: evidence["facts"][name]["value"] for name in ("code.generated.files", "code.functions.count")}
    equal(facts, {"code.generated.files": 1, "code.functions.count": 4})
    review = assay("review", folder, "--json").json()
    equal((review["generated_files"], review["measures"]["functions"]), (["service.py"], 0))
    contains(assay("review", folder).out, "were left alone: service.py\n")


main()
