#!/usr/bin/python3
"""The packages of problems/: the generators repeat themselves, the drivers are up to date, and the number
of tests at a time changes no verdict. That their labels hold is a stage of its own (tests/problems)."""
from harness import *

PROBLEMS = ROOT / "problems" / "algorithms"


@test
def the_generators_that_write_files_write_what_is_committed():
    for slug in ("baddeploy", "logwindow", "retrybudget"):
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
def the_drivers_are_what_the_signatures_give():
    for base in PROBLEMS.iterdir():
        if (base / "include").is_dir():
            copy = directory(base.name)
            shutil.copytree(base, copy, dirs_exist_ok=True)
            equal(assay("generate", copy).out, "", base.name)


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
    shutil.rmtree(copy / "generators")
    (copy / "interview.yaml").unlink()
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
