#!/usr/bin/python3
"""The git history in `assay review` and `assay grade`: commits, messages, what is tracked, --base, hostile repositories."""
import hashlib

from harness import *
from tiny_service import SERVICE, tiny_service

MAIN = "".join(f"def step_{n}(value):\n    return value + {n}\n\n\n" for n in range(4))
CALL = "import requests\n\n\ndef load(url):\n    return requests.get(url)\n"


def git(folder, *arguments, text=None, check=True):
    if not shutil.which("git"):
        raise Skip("git is not there: scripts/setup test")
    who = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"}
    for role in ("AUTHOR", "COMMITTER"):
        who |= {f"GIT_{role}_NAME": "A", f"GIT_{role}_EMAIL": "a@example.org", f"GIT_{role}_DATE": "1700000000 +0000"}
    done = subprocess.run(["git", "-c", "safe.directory=*", "-C", str(folder), *arguments], env={**os.environ, **who},
                          input=text, capture_output=True, text=True)
    true(not check or done.returncode == 0, f"git {arguments}: {done.stderr}")
    return done.stdout.strip()


def commit(folder, message, files=None):
    write_tree(folder, files or {})
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "-q", "--allow-empty", "--allow-empty-message", "-m", message)
    return git(folder, "rev-parse", "HEAD")


def repository(*commits):
    folder = directory("history")
    git(folder, "init", "-q", "-b", "main")
    for message, files in commits:
        commit(folder, message, files)
    return folder


def review(folder, *options, status=None):
    result = assay("review", folder, "--json", *options)
    if status is not None:
        equal(result.status, status, result.err)
    true(result.status in (ACCEPTED, NOT_ACCEPTED), result.err)
    return result.json()


def rules(report):
    return [finding["rule"] for finding in report["findings"] if finding["principle"] == "history"]


GOOD = ("Store the orders in SQLite", "Answer 404 for an unknown order", "Check the amount before it is stored")


# ---- Commits and messages -----------------------------------------------------------------------


@test
def commits_are_counted_and_the_largest_is_named():
    folder = repository((GOOD[0], {"a.py": MAIN}), (GOOD[1], {"b.py": MAIN + MAIN.replace("step", "walk")}),
                        (GOOD[2], {"a.py": MAIN + "X = 1\n"}))
    report = review(folder, status=ACCEPTED)
    history = report["history"]
    equal((history["read"], history["reason"], history["complete"]), (True, None, True))
    equal((history["commits"], history["poor_messages"], history["unwanted_files"]), (3, 0, 0))
    equal(history["head"], git(folder, "rev-parse", "HEAD"))
    equal(history["largest_commit"], {"id": git(folder, "rev-parse", "HEAD~1"), "subject": GOOD[1], "lines": 32})
    equal((rules(report), report["base"]), ([], None))
    contains(assay("review", folder).out, "3 commits, the largest of 32 lines")


@test
def locks_vendored_and_generated_files_and_data_do_not_count():
    lines = "x\n" * 3000
    files = {"package-lock.json": lines, "vendor/a/b.go": lines, "api.pb.go": lines, "go.sum": lines, "dist/a.js": lines,
             "data.txt": lines * 2, "src/a.py": "X = 1\n"}
    report = review(repository((GOOD[0], {}), (GOOD[1], files)))
    equal(report["history"]["largest_commit"]["lines"], 1)
    equal(rules(report), [])


@test
def a_large_commit_is_worth_a_thought_and_a_merge_is_not():
    lines = "".join(f"x{n} = {n}\n" for n in range(1001))
    folder = repository((GOOD[0], {"a.py": "X = 1\n"}), (GOOD[1], {"b.py": lines}))
    report = review(folder)
    equal(rules(report), ["history-large-commit"])
    contains(report["findings"][0]["message"], git(folder, "rev-parse", "--short=7", "HEAD"), "1001 lines")
    equal(report["findings"][0]["severity"], "consider")
    folder = repository((GOOD[0], {"a.py": "X = 1\n"}), (GOOD[1], {"b.py": lines[: lines.index("x1000")]}))
    equal(rules(review(folder)), [])

    folder = repository((GOOD[0], {"a.py": "X = 1\n"}))
    git(folder, "checkout", "-q", "-b", "side")
    for part in range(3):
        commit(folder, f"Add part {part} of the table", {f"{part}.py": "".join(f"y{n} = {n}\n" for n in range(500))})
    git(folder, "checkout", "-q", "main")
    commit(folder, GOOD[2], {"c.py": "Y = 1\n"})
    git(folder, "merge", "-q", "--no-ff", "-m", "wip", "side")
    report = review(folder)
    equal((rules(report), report["history"]["commits"]), ([], 6))
    equal((report["history"]["largest_commit"]["lines"], report["history"]["poor_messages"]), (500, 0))


@test
def a_moved_file_is_no_change_of_its_lines():
    folder = repository((GOOD[0], {"a.py": MAIN}))
    git(folder, "mv", "a.py", "b.py")
    commit(folder, GOOD[1])
    equal(review(folder, "--base", "HEAD~1")["history"]["largest_commit"]["lines"], 0)


@test
def one_commit_for_all_is_worth_a_thought_and_a_small_one_is_not():
    report = review(repository(("Initial commit", {"a.py": "".join(f"x{n} = {n}\n" for n in range(200))})))
    equal([(f["rule"], f["severity"]) for f in report["findings"]], [("history-single-commit", "consider")])
    equal(rules(review(repository(("Initial commit", {"a.py": "".join(f"x{n} = {n}\n" for n in range(199))})))), [])


@test
def messages_that_say_nothing_are_told_where_they_are_many():
    # tests/unit/review_history.c has more of both.
    poor, body = ("wip", "", "more fixes"), "wip\n\nThe store is there, and the endpoint comes next."
    report = review(repository((GOOD[0], {}), *[(text, {}) for text in poor + GOOD + ("v1.2.0", "修复错误", body)]))
    equal(report["history"]["poor_messages"], len(poor))
    report = review(repository((GOOD[0], {}), ("wip", {}), (GOOD[1], {})))
    equal((report["history"]["poor_messages"], rules(report)), (1, []))
    report = review(repository((GOOD[0], {}), ("wip", {}), ("fix", {}), (GOOD[1], {}), (GOOD[2], {})))
    equal([(f["rule"], f["severity"]) for f in report["findings"]], [("history-poor-messages", "consider")])
    contains(report["findings"][0]["message"], "2 of 4 messages", '"wip"', '"fix"')
    equal((report["findings"][0]["file"], report["findings"][0]["line"]), ("", 0))
    report = review(repository((GOOD[0], {}), ("wip", {}), ("fix", {}), ("asdf", {})))
    equal(report["findings"][0]["severity"], "should fix")
    report = review(repository((GOOD[0], {}), ("wip", {}), ("fix", {}), *[(f"{GOOD[1]} {n}", {}) for n in range(9)]))
    equal((report["history"]["poor_messages"], rules(report)), (2, []))


# ---- What is tracked ----------------------------------------------------------------------------


@test
def files_that_do_not_belong_are_found_at_their_place():
    binary = b"\x00" * 100
    wrong = {
        "history-dependencies": ({"node_modules/a/i.js": "x\n", "node_modules/b/i.js": "x\n"}, 2, "should fix"),
        "history-build-output": ({"src/A.class": binary, "__pycache__/a.pyc": binary}, 2, "should fix"),
        "history-editor-file": ({".DS_Store": binary, ".idea/workspace.xml": "<a/>\n"}, 2, "consider"),
        "history-local-file": ({"app.db": binary, "npm-debug.log": "x\n"}, 2, "consider"),
        "history-large-binary": ({"model.bin": b"\x00" * ((1 << 20) + 1)}, 1, "consider"),
        "history-env-file": ({".env": "PORT=8080\n"}, 1, "consider"),
        "history-env-secret": ({".env": "PORT=8080\nJWT_SECRET=k3PqB81mZx0Lw92hYd\n"}, 1, "should fix"),
    }
    for rule, (files, count, severity) in wrong.items():
        report = review(repository((GOOD[0], files)))
        equal(rules(report), [rule])
        finding = next(f for f in report["findings"] if f["rule"] == rule)
        equal((finding["severity"], finding["line"]), (severity, 1), rule)
        true(finding["file"] in files, finding["file"])
        equal(report["history"]["unwanted_files"], count, rule)
    program = ASSAY.read_bytes()[:1000]
    equal(rules(review(repository((GOOD[0], {"server": program})))), ["history-build-output"])


@test
def files_that_may_well_be_tracked_are_none():
    binary = b"\x00" * 100
    fine = {".env.example": "TOKEN=k3PqB81mZx0Lw92hYd\n", ".env.test": "A=b\n", ".vscode/settings.json": "{}\n",
            "gradle/wrapper/gradle-wrapper.jar": binary, "logo.png": b"\x00" * ((1 << 20) + 1),
            "tests/fixtures/a.class": binary, "tests/data/.env": "A=b\n", "build/README": "x\n", "model.bin": b"\x00" * (1 << 20),
            "static/app.js": "x\n", "lib/a.so": "a text\n", "deploy/.env": "# nothing\nA=\n"}
    report = review(repository((GOOD[0], fine)))
    equal((rules(report), report["history"]["unwanted_files"]), ([], 0))


@test
def only_what_is_tracked_counts():
    folder = repository((GOOD[0], {"a.py": "X = 1\n"}))
    write_tree(folder, {"node_modules/a/i.js": "x\n", ".env": "JWT_SECRET=k3PqB81mZx0Lw92hYd\n"})
    equal(review(folder)["history"]["unwanted_files"], 0)


@test
def a_key_that_is_gone_from_the_files_is_found_in_the_history():
    key = "AKIA" + "Q7WX2NPL5RTD8KVZ"
    folder = repository((GOOD[0], {"a.py": f'KEY = "{key}"\n'}), (GOOD[1], {"a.py": "import os\n"}))
    first = git(folder, "rev-parse", "--short=7", "HEAD~1")
    result = assay("review", folder, "--json")
    equal((result.status, rules(result.json())), (NOT_ACCEPTED, ["history-secret"]))
    contains(result.json()["findings"][0]["message"], first, "a.py")
    lacks(result.out, key)
    equal(rules(review(repository((GOOD[0], {"a.py": "KEY = 'AKIAIOSFODNN7EXAMPLE'\n"}), (GOOD[1], {"a.py": ""})))), [])


# ---- A change alone -----------------------------------------------------------------------------


def places(report):
    return [(f["rule"], f["file"], f["line"]) for f in report["findings"] if f["severity"] != "praise"]


@test
def with_a_base_only_touched_lines_are_commented():
    folder = repository((GOOD[0], {"old.py": CALL, "same.py": CALL}))
    equal(review(folder, "--base", "HEAD", status=ACCEPTED)["findings"], [])
    commit(folder, GOOD[1], {"new.py": CALL, "old.py": CALL + CALL.replace("load", "fetch").replace("import requests\n", "")})
    report = review(folder, "--base", "HEAD~1", status=NOT_ACCEPTED)
    equal(places(report), [("call-without-timeout", "new.py", 5), ("call-without-timeout", "old.py", 9)])
    equal(report["counts"]["must_fix"] + report["counts"]["should_fix"], 2)
    equal(report["base"], {"revision": "HEAD~1", "commit": git(folder, "rev-parse", "HEAD~1"), "changed_files": 2})
    equal(report["history"]["commits"], 1)
    equal(len([place for place in places(review(folder)) if place[0] == "call-without-timeout"]), 4)
    contains(assay("review", folder, "--base", "HEAD~1").out, "On lines that were touched since HEAD~1")


@test
def what_is_not_committed_is_part_of_the_change():
    folder = repository((GOOD[0], {"a.py": "import requests\n\n\n" + MAIN}))
    write_tree(folder, {"a.py": "import requests\n\n\n" + MAIN + CALL.split("\n\n\n")[1], "b.py": CALL})
    equal(places(review(folder, "--base", "main")), [("call-without-timeout", "a.py", 21), ("call-without-timeout", "b.py", 5)])


@test
def renames_are_followed():
    folder = repository((GOOD[0], {"a.py": MAIN + CALL}))
    git(folder, "mv", "a.py", "c.py")
    commit(folder, GOOD[1], {"c.py": MAIN + CALL + "\n\nLIMIT = 3\n"})
    report = review(folder, "--base", "HEAD~1", status=ACCEPTED)
    equal((places(report), report["base"]["changed_files"]), ([], 1))
    (pathlib.Path(folder) / "c.py").rename(pathlib.Path(folder) / "d.py")
    equal(places(review(folder, "--base", "HEAD~1")), [])


@test
def other_line_ends_are_no_change():
    folder = repository((GOOD[0], {"a.py": CALL}))
    write_tree(folder, {"a.py": CALL.replace("\n", "\r\n")})
    equal(places(review(folder, "--base", "HEAD")), [])


@test
def lines_beside_removed_ones_are_touched():
    text = "import requests\n\n\ndef load(url):\n    url = url.strip()\n    return requests.get(url)\n"
    folder = repository((GOOD[0], {"a.py": text}))
    write_tree(folder, {"a.py": CALL})
    equal(places(review(folder, "--base", "HEAD")), [("call-without-timeout", "a.py", 5)])


@test
def files_that_the_base_has_too_are_not_said_again():
    folder = repository((GOOD[0], {".DS_Store": b"\x00" * 9}))
    commit(folder, GOOD[1], {"node_modules/a/i.js": "x\n"})
    equal(rules(review(folder, "--base", "HEAD~1")), ["history-dependencies"])
    equal(sorted(rules(review(folder))), ["history-dependencies", "history-editor-file"])


@test
def a_base_that_is_none_is_told():
    folder = repository((GOOD[0], {"a.py": "X = 1\n"}))
    git(folder, "tag", "handed-out")
    result = assay("review", folder, "--base", "nowhere")
    equal(result.status, BAD_INPUT)
    contains(result.err, "--base nowhere: there is no such revision", "handed-out", "main")
    equal(assay("review", folder, "--base", "handed-out").status, ACCEPTED)
    result = assay("review", write_tree(directory("plain"), {"a.py": "X = 1\n"}), "--base", "main")
    equal(result.status, BAD_INPUT)
    contains(result.err, "there is no .git in it")
    bare = directory("bare")
    git(bare, "clone", "-q", "--bare", str(folder), str(bare / "x.git"))
    result = assay("review", bare / "x.git", "--base", "main")
    equal(result.status, BAD_INPUT)
    contains(result.err, "bare repository")
    empty = directory("empty")
    git(empty, "init", "-q")
    result = assay("review", empty, "--base", "main")
    equal(result.status, BAD_INPUT)
    contains(result.err, "no commit")


# ---- Nobody's history, and hostile ones ---------------------------------------------------------


def absent(folder):
    history = review(folder)["history"]
    equal((history["read"], history["complete"]), (False, False))
    return history["reason"]


@test
def no_history_is_no_fault():
    contains(absent(write_tree(directory("plain"), {"a.py": "X = 1\n"})), "no .git")
    empty = directory("empty")
    git(empty, "init", "-q")
    contains(absent(empty), "no commit")


@test
def what_points_elsewhere_is_not_followed():
    other = repository((GOOD[0], {"a.py": "X = 1\n"}))
    link = write_tree(directory("link"), {"a.py": "X = 1\n"})
    (link / ".git").symlink_to(other / ".git")
    contains(absent(link), "symbolic link")
    git(other, "worktree", "add", "-q", str(directory("tree") / "w"))
    worktree = next(pathlib.Path(path) for path in git(other, "worktree", "list", "--porcelain").split()
                    if path.endswith("/w"))
    contains(absent(worktree), "points elsewhere")
    # Its objects by a link: nothing of the other repository is read.
    partly = directory("partly")
    git(partly, "init", "-q", "-b", "main")
    shutil.rmtree(partly / ".git/objects")
    (partly / ".git/objects").symlink_to(other / ".git/objects")
    shutil.copytree(other / ".git/refs", partly / ".git/refs", dirs_exist_ok=True)
    equal(git(partly, "rev-list", "--count", "main"), "1")
    absent(partly)
    # And by alternates, which git itself follows.
    borrowed = directory("borrowed")
    git(borrowed, "clone", "-q", "--shared", str(other), str(borrowed / "c"))
    equal(git(borrowed / "c", "rev-list", "--count", "HEAD"), "1")
    absent(borrowed / "c")


def digest(folder):
    state = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        state.update(str(path).encode() + (path.read_bytes() if path.is_file() else b""))
    return state.hexdigest()


@test
def nothing_is_executed_and_nothing_written():
    folder = repository((GOOD[0], {"a.py": MAIN, ".gitattributes": "*.py filter=evil diff=evil\n"}),
                        (GOOD[1], {"b.py": MAIN}))
    mark = WORK / "executed"
    evil = write_tree(directory("evil"), {"evil": f"#!/bin/sh\ntouch {mark}\ncat\n"}) / "evil"
    evil.chmod(0o755)
    for key in ("filter.evil.clean", "filter.evil.smudge", "diff.evil.command", "diff.evil.textconv", "core.fsmonitor",
                "core.sshCommand", "core.pager", "diff.external"):
        git(folder, "config", key, str(evil))
    git(folder, "config", "include.path", "/nowhere/at/all")
    for hook in ("post-checkout", "pre-commit", "post-index-change", "reference-transaction"):
        shutil.copy(evil, folder / ".git/hooks" / hook) if (folder / ".git/hooks").is_dir() else None
    write_tree(folder, {"a.py": MAIN + "X = 1\n"})
    git(folder, "diff", check=False)
    true(mark.exists(), "git itself did not execute it, so that this test shows nothing")
    mark.unlink()
    before = digest(folder)
    equal(review(folder, "--base", "HEAD~1")["history"]["commits"], 1)
    equal(review(folder)["history"]["commits"], 2)
    true(not mark.exists(), "it was executed")
    equal(digest(folder), before)


@test
def whose_it_is_does_not_matter():
    folder = repository((GOOD[0], {"a.py": "X = 1\n"}))
    if os.getuid() != 0:
        raise Skip("only root can give files away")
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, 12345, 12345)
    os.chmod(folder / ".git", 0o700)
    equal(review(folder)["history"]["commits"], 1)


@test
def damage_is_said_and_the_review_goes_on():
    def damaged(change):
        folder = repository((GOOD[0], {"a.py": CALL}), (GOOD[1], {"b.py": MAIN}), (GOOD[2], {"c.py": MAIN}))
        git(folder, "gc", "-q")
        change(folder / ".git")
        report = review(folder)
        contains(str(places(report)), "call-without-timeout")
        true(not report["history"]["complete"] and report["history"]["reason"], str(report["history"]))
        result = assay("review", folder, "--base", "HEAD~1")
        true(result.status in (ACCEPTED, BAD_INPUT, NOT_ACCEPTED), result.err)
        lacks(result.err, "Sanitizer")

    def overwrite(path, at, data):
        path.chmod(0o644)
        with open(path, "r+b") as file:
            file.seek(at)
            file.write(data)

    def pack(folder, ending):
        return next((folder / "objects/pack").glob(f"*.{ending}"))

    damaged(lambda folder: overwrite(pack(folder, "pack"), 20, b"\xff" * 60))
    damaged(lambda folder: overwrite(pack(folder, "idx"), 8, b"\xff" * 1024))
    damaged(lambda folder: os.truncate(pack(folder, "pack"), 40))
    damaged(lambda folder: pack(folder, "idx").unlink())
    damaged(lambda folder: (folder / "HEAD").write_bytes(b"\x00\xff" * 50))
    damaged(lambda folder: (folder / "HEAD").write_text("ref: ../../../../etc/passwd\n"))


@test
def odd_names_and_messages_are_fit_to_show():
    folder = repository((GOOD[0], {}))
    git(folder, "commit", "-q", "--allow-empty", "-m", "wip \x1b[31m")
    git(folder, "commit", "-q", "--allow-empty", "-F", "-", text="fix \x9b31m\u202e")
    write_tree(folder, {"node_modules/\x1b[2J\n": "x\n"})
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "fix")
    result = assay("review", folder)
    lacks(result.out, "\x1b", "\x9b", "\u202e")
    contains(result.out, "history-dependencies")


@test
def a_very_long_history_is_cut_and_that_is_said():
    folder = directory("long")
    git(folder, "init", "-q", "-b", "main")
    stream = "".join(f"commit refs/heads/main\ncommitter A <a@b> {1600000000 + n} +0000\ndata 9\nSet {n:05}\n"
                     f"M 644 inline a.txt\ndata 6\n{n:05}\n\n" for n in range(20001))
    git(folder, "fast-import", "--quiet", text=stream)
    history = review(folder)["history"]
    true(not history["complete"] and history["reason"], str(history))
    true(1000 < history["commits"] <= 20000, str(history["commits"]))


# ---- Grading ------------------------------------------------------------------------------------


@test
def grading_has_the_facts_of_the_candidates_own_directory():
    slug = tiny_service()
    out = directory("evidence") / "e.json"

    def facts(folder):
        assay("grade", folder, "--problem", slug, "--no-tests", "--evidence", out)
        known = json_module.loads(out.read_text())["facts"]
        return {name: fact for name, fact in known.items() if name.startswith("history.")}

    folder = repository((GOOD[0], {"service.py": SERVICE, "Procfile": "web: exec python3 service.py\n", ".DS_Store": b"\x00" * 9}), ("wip", {"a.txt": "x\n" * 7}))
    found = facts(folder)
    lines = int(review(folder)["history"]["largest_commit"]["lines"])
    equal({name: fact["value"] for name, fact in found.items()},
          {"history.commits": 2, "history.largest_commit": lines, "history.messages.poor": 1, "history.files.unwanted": 1})
    shutil.rmtree(folder / ".git")
    found = facts(folder)
    equal(len(found), 4)
    for fact in found.values():
        contains(fact["absent"], "no .git")


main()
