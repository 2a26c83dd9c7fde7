#!/usr/bin/python3
"""The packages of problems/: all labels hold, the generators repeat themselves, and the number of
tests at a time changes no verdict."""
from harness import *

PROBLEMS = ROOT / "problems" / "algorithms"
SLUGS = ["baddeploy", "blockpair", "logwindow", "retrybudget", "sessioncache"]


def make_test(slug):
    def body():
        report = verify(slug, timeout=200)[0]
        true(report["valid"], f"{report['errors']}")
        equal(report["errors"], [])
        wrong = [s for s in report["submissions"] if not s["ok"] and not s.get("skipped")]
        equal(wrong, [], slug)
        judged = [s for s in report["submissions"] if not s.get("skipped")]
        slowest = max(s["slowest_s"] for s in judged if s["expected"] == ["AC"])
        true(slowest < report["time_limit_s"] / 2, f"an accepted one takes {slowest} s")
        missing = [s["path"] for s in report["submissions"] if s.get("skipped")]
        if missing:
            raise Skip(f"no toolchain here for {', '.join(missing)}")
    body.__name__ = f"every_label_of_{slug}_holds"
    return test(body)


for one in SLUGS:
    make_test(one)


@test
def each_package_has_what_was_promised():
    languages = set()
    for slug in SLUGS:
        base = PROBLEMS / slug
        accepted = {p.suffix for p in (base / "submissions/accepted").iterdir()}
        languages |= accepted
        true(len(accepted) >= 4, f"{slug}: accepted in {accepted}")
        true(len(list((base / "data/secret").glob("*.in"))) >= 15, f"{slug}: too few secret tests")
        true(len(list((base / "data/sample").glob("*.in"))) >= 2, f"{slug}: too few samples")
        least_of = {"wrong_answer": 3, "time_limit_exceeded": 1, "run_time_error": 1}
        for label, least in least_of.items():
            found = list((base / "submissions" / label).iterdir())
            true(len(found) >= least, f"{slug}: {len(found)} in {label}")
            for path in found:
                first = path.read_text().splitlines()[0]
                true(re.match(r"(#|//|/\*) (Mistake|Slow|Crash): ", first), f"{path}: {first}")
    equal(languages, {".c", ".cpp", ".py", ".go", ".java", ".kt", ".js", ".ts", ".rs"})


@test
def the_generators_write_what_is_committed():
    for slug in SLUGS:
        copy = directory(slug)
        shutil.copytree(PROBLEMS / slug, copy, dirs_exist_ok=True)
        shutil.rmtree(copy / "data")
        subprocess.run(["/usr/bin/python3", copy / "generators/generate.py"], check=True,
                       timeout=60)
        committed, again = ({str(p.relative_to(base)): p.read_bytes()
                             for p in (base / "data").rglob("*") if p.is_file()}
                            for base in (PROBLEMS / slug, copy))
        equal(sorted(again), sorted(committed), slug)
        equal([name for name in again if again[name] != committed[name]], [], slug)


@test
def input_validators_reject_every_invalid_input():
    for slug in SLUGS:
        base = PROBLEMS / slug
        true(len(list((base / "data/invalid_input").glob("*.in"))) >= 10, f"{slug}: too few")


@test
def jobs_change_no_verdict():
    chosen = {"logwindow": ["accepted/window.cpp", "wrong_answer/starts_over.cpp",
                            "run_time_error/table_too_small.cpp"],
              "retrybudget": ["accepted/search.c", "wrong_answer/gateway_charged.c",
                              "run_time_error/recursion.py"],
              "baddeploy": ["accepted/halve.c", "wrong_answer/timeout_is_bad.cpp"]}
    for slug, paths in chosen.items():
        for path in paths:
            submission = PROBLEMS / slug / "submissions" / path
            found = []
            for jobs in ("1", "2", "3"):
                trial = judge(slug, submission, options=["--jobs", jobs, "--full"])
                found.append((trial["verdict"], trial["decided_by"],
                              [(t["name"], t["verdict"]) for t in trial["tests"]]))
            true(found[0] == found[1] == found[2], f"{slug}/{path}: {found}")


@test
def lazy_and_full_come_to_the_same_verdict():
    for slug, path in [("logwindow", "wrong_answer/last_of_equals.py"),
                       ("retrybudget", "wrong_answer/both_directions.py"),
                       ("baddeploy", "wrong_answer/never_none.py")]:
        submission = PROBLEMS / slug / "submissions" / path
        found = [(t["verdict"], t["decided_by"]) for t in
                 (judge(slug, submission), judge(slug, submission, options=["--full"]))]
        equal(found[0], found[1], path)


@test
def a_mutant_of_a_label_is_noticed():
    """What verify says is not merely what the label says."""
    copy = directory("logwindow")
    shutil.copytree(PROBLEMS / "logwindow", copy, dirs_exist_ok=True)
    shutil.rmtree(copy / "submissions")
    write_tree(copy, {
        "submissions/accepted/right.py":
            (PROBLEMS / "logwindow/submissions/accepted/window.py").read_text(),
        "submissions/accepted/wrong.py":
            (PROBLEMS / "logwindow/submissions/wrong_answer/last_of_equals.py").read_text(),
        "submissions/run_time_error/right.py":
            (PROBLEMS / "logwindow/submissions/accepted/window.py").read_text()})
    found = {s["path"]: (s["verdict"], s["ok"]) for s in verify(copy, status=1)[0]["submissions"]}
    equal(found, {"accepted/right.py": ("AC", True), "accepted/wrong.py": ("WA", False),
                  "run_time_error/right.py": ("AC", False)})


main()
