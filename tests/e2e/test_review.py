#!/usr/bin/python3
"""`assay review`: findings and their order, exit statuses, the rules' files and their schema, hostile repositories."""
import collections

from harness import *

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
             "query: '(call) @hit', -> query: '(call) @hit', pattern: a,", "misses: {python: [\"f\"]} -> misses: {}",
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


main()
