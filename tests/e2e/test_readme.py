#!/usr/bin/python3
"""assay grade and assay review, on what a README says: a true one, and copies that lie in one place."""
import json
import re

from harness import *
from tiny_service import FILES

SERVICE = '''"""Notes over HTTP."""
import http.server
import json
import os
import re

LIMIT = int(os.environ.get("MAX_NOTES", "100"))
DATA = os.environ.get("DATA_DIR", "data")
notes = {}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        found = re.fullmatch(r"/notes/([a-z]+)", self.path)
        if self.path in ("/healthz", "/notes"):
            self.answer(200, sorted(notes))
        elif found and found[1] in notes:
            self.answer(200, notes[found[1]])
        else:
            self.answer(404, "nothing there")

    def do_PUT(self):
        found = re.fullmatch(r"/notes/([a-z]+)", self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not found or len(notes) >= LIMIT:
            return self.answer(404 if not found else 409, "no")
        if not body:
            return self.answer(422, "empty")
        notes[found[1]] = body.decode()
        self.answer(201, "kept")

    def answer(self, status, value):
        text = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


if __name__ == "__main__":
    os.makedirs(DATA, exist_ok=True)
    port = int(os.environ.get("PORT", "8080"))
    http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
'''

README = '''# Notes

Keeps short notes under names, for people who forget. See [the service](service.py) and [its API](#api).

## Set-up

Python 3, and nothing else. A helper makes the directory for data:

```sh
sh scripts/prepare.sh
```

## Run

    PORT=8080 MAX_NOTES=50 python3 service.py

## Test

    python3 -m unittest discover -s tests

## API

| request | answer |
|---|---|
| `PUT /notes/NAME` | 201; 422 without a text |
| `GET /notes/NAME` | 200; 404 |
| `GET /notes` | 200, all names |
| `GET /healthz` | 200 |

```console
$ curl -i -X PUT --data 'milk' http://localhost:8080/notes/shopping
HTTP/1.1 201 Created

"kept"
$ curl -s http://localhost:8080/notes/shopping | jq .
"milk"
```

    curl -X PUT http://localhost:8080/notes/empty     # 422
    curl http://localhost:8080/notes/nothing          # -> 404

## Configuration

| variable | default | meaning |
|---|---|---|
| `PORT` | 8080 | where it listens |
| `DATA_DIR` | `data` | where its data is |
| `MAX_NOTES` | 100 | how many there may be |

## Decisions

- Everything is in memory: the task asks for no more.

## Limits, and what would come next

One process. Next would be a file.
'''

TESTS = '''import unittest
import service


class NotesTest(unittest.TestCase):
    def test_the_limit_is_a_number(self):
        self.assertGreater(service.LIMIT, 0)
'''


def repository(readme=README, **files):
    tree = {"Procfile": "web: exec python3 service.py\ntest: python3 -m unittest discover -s tests\n",
            "service.py": SERVICE, "README.md": readme, "scripts/prepare.sh": "mkdir -p data\n",
            "tests/test_notes.py": "import sys; sys.path.insert(0, '.')\n" + TESTS, **files}
    return write_tree(directory("repository"), {name: text for name, text in tree.items() if text is not None})


def package():
    return write_tree(directory("notes"), FILES)


def graded(base, *options):
    evidence = directory("evidence") / "evidence.json"
    grading = assay("grade", base, "--problem", package(), "--no-tests", "--json", "--no-scorecard",
                    "--evidence", evidence, *options).json()
    return grading, json.loads(evidence.read_text())


def readme_findings(evidence):
    return [(item["rule"], item["line"]) for item in evidence["findings"] if item["principle"] == "readme"]


def line_of(readme, text):
    return readme[:readme.index(text)].count("\n") + 1


def check_lie(before, after, rule, at=None):
    """One place of the true README is changed; that line is found, and nothing else."""
    equal(README.count(before), 1, before)
    readme = README.replace(before, after)
    grading, evidence = graded(repository(readme))
    equal(readme_findings(evidence), [(rule, line_of(readme, at or after))],
          f"{json.dumps(grading['readme'], indent=1)}\n{json.dumps(evidence['findings'], indent=1)}")
    return grading["readme"], evidence["facts"]


@test
def a_true_readme_is_true_in_all_that_it_says():
    grading, evidence = graded(repository())
    readme, facts = grading["readme"], evidence["facts"]
    equal([item for item in readme["commands"] if item["status"] != "passed"], [])
    equal([item["line"] for item in readme["commands"]],
          [line_of(README, text) for text in ("sh scripts/prepare.sh", "    PORT=8080 MAX", "    python3 -m unittest",
                                              "$ curl -i", "$ curl -s", "    curl -X PUT", "    curl http")])
    equal([item["answered"] for item in readme["commands"]], [None] * 3 + [201, 200, 422, 404])
    equal([item for item in readme["claims"] if item["status"] != "true"], [])
    true(all(readme["sections"].values()), f"{readme['sections']}")
    equal(readme["setup"], "passed")
    equal(readme_findings(evidence), [])
    equal({name: facts["readme." + name]["value"] for name in (
        "present", "setup.works", "commands.passed", "commands.failed", "claims.false", "links.broken")},
          {"present": True, "setup.works": True, "commands.passed": 7, "commands.failed": 0, "claims.false": 0,
           "links.broken": 0})
    true(facts["readme.claims.true"]["value"] >= 8, f"{facts['readme.claims.true']}")
    equal(facts["readme.setup.works"]["source"]["where"], f"README.md:{line_of(README, '    PORT=8080 MAX')}")


@test
def a_wrong_start_command_is_found_and_what_follows_is_not_blamed():
    readme, facts = check_lie("python3 service.py", "python3 server.py", "readme-command-fails")
    equal(facts["readme.setup.works"]["value"], False)
    asked = [item["status"] for item in readme["commands"] if item["role"] == "ask"]
    equal(asked, ["not verified"] * 4)


@test
def a_wrong_set_up_command_is_found():
    readme, _ = check_lie("sh scripts/prepare.sh", "sh scripts/setup.sh", "readme-command-fails")
    contains(readme["commands"][0]["output"], "scripts/setup.sh")


@test
def a_wrong_test_command_is_found():
    check_lie("python3 -m unittest discover -s tests", "python3 -m unittest discover -s specs",
              "readme-command-fails")


@test
def a_wrong_port_is_found():
    lie = README.replace("http://localhost:8080/notes/nothing", "http://localhost:9090/notes/nothing")
    _, evidence = graded(repository(lie))
    equal(readme_findings(evidence), [("readme-wrong-port", line_of(lie, "localhost:9090"))])


@test
def a_wrong_default_of_the_port_is_found():
    check_lie("| `PORT` | 8080 |", "| `PORT` | 5000 |", "readme-wrong-port")


@test
def a_wrong_status_is_found():
    check_lie("http://localhost:8080/notes/empty     # 422", "http://localhost:8080/notes/empty     # 400",
              "readme-status-differs")


@test
def a_wrong_status_in_the_output_is_found_at_its_command():
    check_lie("HTTP/1.1 201 Created", "HTTP/1.1 200 OK", "readme-status-differs", at="$ curl -i")


@test
def an_endpoint_that_is_not_there_is_found():
    check_lie("| `GET /notes` | 200, all names |", "| `GET /statistics` | 200, how many |", "readme-unknown-endpoint")


@test
def an_endpoint_of_another_method_is_found():
    check_lie("| `GET /notes` | 200, all names |", "| `DELETE /notes` | 204 |", "readme-unknown-endpoint")


@test
def a_request_to_a_path_that_is_not_there_is_found():
    check_lie("curl http://localhost:8080/notes/nothing          # -> 404", "curl http://localhost:8080/statistics",
              "readme-unknown-endpoint")


@test
def a_variable_that_is_not_read_is_found():
    check_lie("| `DATA_DIR` | `data` |", "| `STATE_DIR` | `data` |", "readme-unknown-variable")


@test
def a_variable_that_is_set_for_nothing_is_found():
    check_lie("PORT=8080 MAX_NOTES=50 python3", "PORT=8080 NOTES_MAX=50 python3", "readme-unknown-variable")


@test
def a_dead_link_is_found():
    _, facts = check_lie("(service.py)", "(src/service.py)", "readme-dead-link")
    equal(facts["readme.links.broken"]["value"], 1)


@test
def a_dead_anchor_is_found():
    check_lie("(#api)", "(#the-api)", "readme-dead-anchor")


@test
def what_needs_a_network_is_neither_true_nor_false():
    readme = README.replace("sh scripts/prepare.sh", "pip install -r requirements.txt")
    grading, evidence = graded(repository(readme, **{"requirements.txt": "requests==2.31.0\n"}))
    command = grading["readme"]["commands"][0]
    equal(command["status"], "not verified")
    equal(readme_findings(evidence), [])


@test
def what_is_not_for_a_sandbox_is_passed_over_with_the_reason():
    readme = README.replace("sh scripts/prepare.sh",
                            "git clone https://example.org/notes.git\ncd notes\nsudo apt-get install python3")
    grading, evidence = graded(repository(readme))
    commands = {item["command"]: item for item in grading["readme"]["commands"]}
    for start, reason in (("git clone", "there already"), ("cd notes", "directory already"), ("sudo", "no root")):
        item = next(commands[command] for command in commands if command.startswith(start))
        equal(item["status"], "not verified")
        contains(item["reason"], reason)
    equal(readme_findings(evidence), [])
    equal(evidence["facts"]["readme.setup.works"]["value"], True)


@test
def a_service_that_needs_the_variables_of_the_contract_gets_them():
    service = SERVICE.replace('os.environ.get("PORT", "8080")', 'os.environ["PORT"]')
    readme = README.replace("PORT=8080 MAX_NOTES=50 ", "")
    grading, evidence = graded(repository(readme, **{"service.py": service}))
    equal(readme_findings(evidence), [])
    equal([item["answered"] for item in grading["readme"]["commands"]], [None] * 3 + [201, 200, 422, 404])


@test
def nothing_of_it_reaches_the_host():
    mark = directory("host") / "mark"
    readme = README.replace("sh scripts/prepare.sh", f"echo out > {mark}; mkdir -p {mark.parent} && echo out > {mark}")
    graded(repository(readme))
    true(not mark.exists(), "a command of the README wrote a file of the host")


@test
def without_a_readme_that_is_the_finding():
    grading, evidence = graded(repository(**{"README.md": None}))
    equal(readme_findings(evidence), [("readme-missing", 1)])
    equal(grading["readme"]["file"], None)
    equal(evidence["facts"]["readme.present"]["value"], False)
    equal(evidence["facts"]["readme.sections.run"]["value"], False)
    true("absent" in evidence["facts"]["readme.commands.failed"], "nothing was executed")


@test
def it_can_be_left_out():
    grading, evidence = graded(repository(), "--no-readme")
    equal(grading["readme"], None)
    contains(evidence["facts"]["readme.present"]["absent"], "--no-readme")
    equal(readme_findings(evidence), [])


@test
def the_terminal_says_each_command_at_its_line():
    readme = README.replace("python3 service.py", "python3 server.py")
    out = assay("grade", repository(readme), "--problem", package(), "--no-tests", "--no-scorecard").out
    contains(out, "README: ", f"FAIL README.md:{line_of(readme, '    PORT=8080')}: PORT=8080 MAX_NOTES=50 python3 server.py")


@test
def a_review_says_what_needs_no_run():
    readme = README.replace("(service.py)", "(src/service.py)").replace("| `DATA_DIR` |", "| `STATE_DIR` |")
    found = assay("review", repository(readme), "--json").json()["findings"]
    equal(sorted((item["rule"], item["line"]) for item in found if item["principle"] == "readme"),
          sorted([("readme-dead-link", line_of(readme, "(src/service.py)")),
                  ("readme-unknown-variable", line_of(readme, "`STATE_DIR`"))]))


@test
def tests_that_the_grading_ran_are_not_run_again():
    base = repository()
    command = "python3 -m unittest discover -s tests"
    for options, reason in (((), "run already, with the tests"), (("--no-tests",), "")):
        grading = assay("grade", base, "--problem", package(), "--json", "--no-scorecard", "--test-seconds", "1", *options).json()
        step, = (step for step in grading["readme"]["commands"] if step["command"] == command)
        equal((step["status"], step["reason"]), ("passed", reason), str(options))
        equal(grading["readme"]["unreached"], 0)


@test
def an_answer_with_other_members_than_shown_is_told():
    shown = """
```console
$ curl -s http://localhost:8080/statistics
HTTP/1.1 200 OK

{"notes": 3, "limit": 50}
```
"""
    service = SERVICE.replace('        elif found and found[1] in notes:', """        elif self.path == "/statistics":
            self.answer(200, {"notes": len(notes), "limit": LIMIT})
        elif found and found[1] in notes:""")
    true(service != SERVICE, "the service was not changed")
    readme = README.replace("\n## Configuration", shown + "\n## Configuration")
    grading, evidence = graded(repository(readme, **{"service.py": service}))
    equal(readme_findings(evidence), [])
    lie = readme.replace('"limit": 50}', '"most": 50}')
    grading, evidence = graded(repository(lie, **{"service.py": service}))
    equal(readme_findings(evidence), [("readme-answer-differs", line_of(lie, "$ curl -s http://localhost:8080/statistics"))])
    said = f"the answer is an object with notes, limit, and line {line_of(lie, chr(34) + 'most')} shows one with notes, most"
    found, = (item for item in evidence["findings"] if item["rule"] == "readme-answer-differs")
    equal((found["message"], found["severity"]), (said, "consider"))
    step, = (step for step in grading["readme"]["commands"] if step["differs"])
    equal((step["status"], step["differs"]), ("passed", said))


# A source, and what of it no README with "GET /notes/{id}" in its API section names.
ROUTES = [
    ("app.py", '@app.get("/notes/<id>")\ndef a(): pass\n\n\n@app.delete("/notes/<id>/tags")\ndef b(): pass\n', "DELETE /notes/<id>/tags"),
    ("app.py", '@bp.route("/notes/<id>")\n@bp.route("/tags", methods=["POST"])\ndef b(): pass\n', "POST /tags"),
    ("app.js", 'app.get("/notes/:id", a);\nrouter.post(`/tags`, b);\n', "POST /tags"),
    ("app.ts", "router.get('/notes/:id', a);\nrouter.patch('/notes/:id/tags', b);\n", "PATCH /notes/:id/tags"),
    ("main.go", 'package main\nfunc f() {\n\tm.HandleFunc("GET /notes/{id}", a)\n\tm.HandleFunc("/tags/", b)\n}\n', "/tags"),
    ("main.go", 'package main\nfunc f() {\n\tr.GET("/notes/:id", a)\n\tr.POST("/tags", b)\n}\n', "POST /tags"),
    ("A.java", 'class A {\n@GetMapping("/notes/{id}") void a() {}\n@PostMapping(path = "/tags") void b() {}\n}\n', "POST /tags"),
    ("A.kt", 'fun f() {\n    get("/notes/{id}") {\n    }\n    post("/tags") {\n    }\n}\n', "POST /tags"),
    ("main.rs", 'fn f() { r.route("/notes/:id", get(a)).route("/tags", axum::routing::post(b)); }\n', "POST /tags"),
    ("main.rs", '#[get("/notes/{id}")]\nfn a() {}\n#[post("/tags")]\nfn b() {}\n', "POST /tags"),
    # Named, with another method, in a list, or below where it is mounted.
    ("app.py", '@app.get("/notes/<id>")\n@app.delete("/notes/<key>")\n@app.get("/<id>")\ndef b(): pass\n', None),
    ("app.js", 'app.use("/notes", router);\nrouter.get("/:id", a);\napp.get("/healthz", b);\napp.get("/", c);\n', None),
    # No routes: a client, a comment, a test, another language's text.
    ("app.js", 'app.get("/notes/:id", a);\nawait axios.post("/tags", b);\ncache.get("/tags", c);\n// app.post("/tags", b);\n', None),
    ("tests/test_app.py", '@app.get("/notes/<id>")\n@app.get("/tags")\ndef b(): pass\n', None),
    # It lists nothing that is there.
    ("app.py", '@app.get("/tags")\ndef b(): pass\n', None),
]
LISTED = "# Notes\n\nKeeps notes.\n\n## API\n\n- `GET /notes/{id}`: one of them\n"


def undocumented(readme, files):
    found = assay("review", write_tree(directory("routes"), {"README.md": readme, **files}), "--json").json()["findings"]
    return [(item["severity"], item["line"], item["message"]) for item in found if item["rule"] == "readme-undocumented-endpoint"]


@test
def endpoints_that_the_readme_passes_over_are_told():
    for name, text, missing in ROUTES:
        expected = [("consider", 5, f"the API section has nothing of {missing} ({name})")] if missing else []
        equal(undocumented(LISTED, {name: text}), expected, text)


@test
def all_of_them_are_one_finding():
    routes = "".join(f'@app.get("/{word}")\n' for word in "notes/<id> one two three four five six".split())
    message = undocumented(LISTED, {"app.py": routes + "def a(): pass\n"})[0][2]
    equal(message, "the API section has nothing of GET /one (app.py), GET /two (app.py), GET /three (app.py), "
                   "GET /four (app.py), and 2 more")


@test
def who_lists_no_endpoints_or_does_it_elsewhere_is_not_held_to_a_list():
    files = {"app.py": '@app.get("/notes/<id>")\n@app.get("/tags")\ndef b(): pass\n'}
    equal(len(undocumented(LISTED, files)), 1)
    for readme in (LISTED.replace("## API", "## Usage"), LISTED + "\nThe rest is in openapi.yaml.\n",
                   LISTED + "\nSee [all of it](docs/api.md).\n", LISTED + "\nTags: `curl localhost:8080/v1/tags?x=1`\n"):
        equal(undocumented(readme, files), [], readme)
    ends = {"app.py": '@app.get("/notes/<id>")\n@app.post("/notes/<id>/keep")\n@app.post("/notes/<id>/drop")\ndef b(): pass\n'}
    equal(undocumented(LISTED + "- `POST /notes/{id}/keep` and `/drop`\n", ends), [])
    equal([message for _, _, message in undocumented(LISTED + "- `POST /notes/{id}/keep`, never drop/\n", ends)],
          ["the API section has nothing of POST /notes/<id>/drop (app.py)"])


SPECIFIED = """openapi: 3.0.3
info: {title: Notes, version: "1"}
paths:
  /notes/{id}:
    get: {responses: {"200": {description: one}}}
  /tags:
    get: {responses: {"200": {description: all}}}
"""
ROUTED = '@app.get("/notes/<id>")\n@app.get("/tags")\ndef b(): pass\n'


def of_rules(files, *rules):
    found = assay("review", write_tree(directory("documents"), files), "--json").json()["findings"]
    return [(item["rule"], item["file"], item["line"], item["message"], item["code"]) for item in found if item["rule"] in rules]


@test
def what_a_named_openapi_file_describes_is_documented():
    for name in ("openapi.yaml", "docs/openapi.yml", "api/openapi.yaml"):
        named = LISTED + f"\nThe [API reference]({name}) has the rest.\n"
        files = {name: SPECIFIED, "app.py": ROUTED}
        equal(undocumented(named, files), [], name)
        more = ROUTED.replace("def b", '@app.post("/drop")\ndef b')
        equal(undocumented(named, {**files, "app.py": more}),
              [("consider", 5, f"neither the README nor {name} has POST /drop (app.py)")], name)
        # Who never says that it is there tells nobody.
        equal(undocumented(LISTED, files), [("consider", 5, "the API section has nothing of GET /tags (app.py)")], name)
    described = json_module.dumps({"openapi": "3.1.0", "info": {"title": "\U0001f600"}, "paths": {"/notes/{id}": {"get": {}}, "/tags": {"get": {}}}}, indent=1)
    named = "# Notes\n\nKeeps notes, as openapi.json says.\n"
    files = {"openapi.json": described, "app.py": ROUTED}
    equal(undocumented(named, files), [])
    # Without a section, the line that names it is where it would have to be said.
    equal(undocumented(named, {**files, "app.py": ROUTED.replace("def b", '@app.post("/drop")\ndef b')}),
          [("consider", 3, "neither the README nor openapi.json has POST /drop (app.py)")])
    # One elsewhere is not known.
    equal(undocumented(LISTED + "\nAll of it: openapi.yaml\n", {"client/openapi.yaml": SPECIFIED, "app.py": ROUTED}), [])


UNKNOWN = [
    # The path, and the first line of what describes it.
    ("  /notes/{id}/archive:\n    post: {}\n    delete: {}\n", ROUTED, "POST /notes/{id}/archive: 'archive'", "post: {}"),
    ("  /archive: {$ref: paths.yaml#/archive}\n", ROUTED, "/archive: 'archive'", "/archive: {$ref: paths.yaml#/archive}"),
    ("  /notes/{key}:\n    delete: {}\n", ROUTED, "DELETE /notes/{key}: 'DELETE'", "delete: {}"),
    # It is there, in another way: by hand, below where it is mounted, answered by the framework.
    ("  /notes/{id}/archive:\n    post: {}\n", ROUTED + 'if path.endswith("/archive"): pass\n', None, None),
    ("  /v1/tags:\n    get: {}\n  /api/v2/notes/{id}:\n    get: {}\n", ROUTED, None, None),
    ("  /notes/{key}:\n    head: {}\n    options: {}\n", ROUTED, None, None),
    ("  /notes/{key}:\n    delete: {}\n", ROUTED + "def delete(): pass\n", None, None),
    ("  /healthz:\n    get: {}\n", ROUTED, None, None),
    # Routes that are not spelled, or of which most are not those of the document.
    ("  /archive:\n    post: {}\n", 'ROUTES = {"/notes": a, "/tags": b}\n', None, None),
    ("  /archive:\n    post: {}\n", "import connexion\n" + ROUTED, None, None),
    ("  /archive:\n    post: {}\n  /keep:\n    post: {}\n", ROUTED, None, None),
]


@test
def what_openapi_describes_and_no_source_has_is_told():
    for paths, code, message, line in UNKNOWN:
        text = SPECIFIED + paths
        found = of_rules({"README.md": LISTED, "openapi.yaml": text, "app.py": code}, "openapi-unknown-endpoint", "openapi-not-read")
        at = text[:text.rindex(line)].count("\n") + 1 if line else 0
        equal(found, [("openapi-unknown-endpoint", "openapi.yaml", at, f"no source has {message} stands in none", line)] if message else [],
              f"{paths}{code}")


def anchors(count):
    return "openapi: 3.0.3\na: &a [x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(count))


@test
def a_hostile_openapi_file_costs_little_and_is_told():
    hostile = [
        ("openapi.yaml", "openapi: 3.0.3\npaths: &a\n  /x: *a\n", "aliases (*name) are not read; write the value out", 3),
        ("openapi.yaml", anchors(1000), "aliases (*name) are not read; write the value out", 3),
        ("openapi.yaml", "openapi: 3.0.3\npaths: " + "[" * 100000, "nested too deeply (over 64 levels)", 2),
        ("openapi.json", '{"openapi": "3.0.3", "paths": ' + '{"/a": ' * 50000, "nested too deeply (over 64 levels)", 1),
        ("openapi.yaml", "openapi: 3.0.3\nx: [" + "1," * 200000 + "]\n", "too many values (over 100,000)", 2),
        ("openapi.yaml", "openapi: 3.0.3\n#" + "x" * (600 << 10), "it is larger than 512 KiB", 1),
        ("openapi.yaml", "openapi: 3.0.3\npaths:\n" + "".join(f"  /p{i}: {{get: {{}}}}\n" for i in range(1100)), "it has over 1000 endpoints", 1003),
        ("openapi.yaml", "openapi: 3.0.3\npaths: {\n", "not YAML: did not find expected node content", 3),
    ]
    for name, text, why, line in hostile:
        started = time.monotonic()
        found = of_rules({"README.md": LISTED + f"\nSee {name}.\n", name: text, "app.py": ROUTED},
                         "openapi-unknown-endpoint", "openapi-not-read", "readme-undocumented-endpoint")
        equal(found, [("openapi-not-read", name, line, f"it was not read, nor compared with the sources: {why}", "")], text[:80] + why)
        assert time.monotonic() - started < 20, (text[:80], time.monotonic() - started)


@test
def what_a_probe_was_answered_by_is_there():
    readme = README.replace("| `GET /notes` | 200, all names |\n", "")
    probes = """group: All
probes:
  - id: all-names
    title: All names are listed
    steps:
      - {request: GET /notes, expect: {status: 200}}
      - {request: GET /notes/nobody, expect: {status: 404}}
      - {request: PUT /notes/abc, body: x, expect: {status: 2xx}}
"""
    service = write_tree(directory("notes"), {**FILES, "probes/3-all.yaml": probes})
    rules = {}
    for text in (README, readme):
        path = directory("evidence") / "evidence.json"
        assay("grade", repository(text), "--problem", service, "--no-tests", "--json", "--evidence", path)
        for item in json_module.loads(path.read_text())["findings"]:
            if item["rule"] == "readme-undocumented-endpoint":
                rules[text] = item["message"]
    equal(rules, {readme: "the API section has nothing of GET /notes (all-names)"})


@test
def the_readmes_of_the_shipped_services_have_no_fault():
    for reference in sorted(ROOT.glob("problems/services/*/reference/*")):
        found = assay("review", reference, "--json").json()["findings"]
        equal([item for item in found if item["principle"] == "readme" and item["severity"] != "praise"], [], reference)


@test
def a_starter_says_nothing_false():
    for language in ("python3", "go", "javascript", "typescript", "java"):
        base = directory("starter")
        assay("start", "urlshortener", "--language", language, "--dir", base)
        found = assay("review", base, "--json").json()["findings"]
        equal({item["rule"] for item in found if item["principle"] == "readme"}, {"readme-template"}, language)


@test
def the_rules_are_listed():
    rules = {item["id"]: item for item in assay("review", "--rules", "--json").json()}
    for rule in re.findall(r'\{ "(readme-[a-z-]+)"', (ROOT / "judge/review/readme_rules.c").read_text()):
        equal(rules[rule]["principle"], "readme")


main()
