#!/usr/bin/python3
"""The package format in its versions: validators, flags, groups, scores, interaction, limits."""
from harness import *

VERSIONS = {"legacy": package_legacy, "draft": package_draft, "2025-09": package_2025}


def flags(version, text):
    """Keyword arguments and files that give the default validator its flags."""
    if version == "legacy":
        return {"validator_flags": text}, {}
    listed = json_module.dumps(text.split())
    return {}, {f"data/{where}/test_group.yaml": f"output_validator_args: {listed}\n"
                for where in ("sample", "secret")}


def printing(text):
    return source("a.py", f"print({text!r})\n")


def answers(text):
    return {name: text for name in TESTS if name.endswith(".ans")}


# ---- The default validator --------------------------------------------------------------------


@test
def every_version_is_judged_alike():
    right, wrong = source("a.py", DOUBLE), source("a.py", "print(0)\n")
    for version, make in VERSIONS.items():
        package = make()
        trial = verdict_is(package, right, "AC")
        equal((trial["time_limit_s"], trial["memory_limit_bytes"]), (1.0, 128 << 20), version)
        verdict_is(package, wrong, "WA")


@test
def default_validator_ignores_case_and_space_unless_told():
    for version, make in VERSIONS.items():
        loose = make(answers("Yes  Sir\n"))
        for output in ("yes sir", "  YES\n\nSIR  \n"):
            verdict_is(loose, printing(output), "AC")
        verdict_is(loose, printing("yes sire"), "WA")
        verdict_is(loose, printing("yessir"), "WA")
        keys, files = flags(version, "case_sensitive")
        strict = make({**answers("Yes  Sir\n"), **files}, **keys)
        verdict_is(strict, printing("Yes Sir"), "AC")
        verdict_is(strict, printing("yes Sir"), "WA")
        keys, files = flags(version, "space_change_sensitive")
        spaced = make({**answers("Yes  Sir\n"), **files}, **keys)
        verdict_is(spaced, printing("yes  sir"), "AC")
        verdict_is(spaced, printing("yes sir"), "WA")


@test
def default_validator_compares_floats_with_a_tolerance():
    for version, make in VERSIONS.items():
        keys, files = flags(version, "float_tolerance 1e-3")
        package = make({**answers("1000.0 0.001 word\n"), **files}, **keys)
        for output, verdict in [("1000.9 0.0015 word", "AC"), ("1001.1 0.001 word", "WA"),
                                ("1E3 1e-3 Word", "AC"), ("1000 0.1 word", "WA"),
                                ("1000 zero word", "WA"), ("1000 nan word", "WA")]:
            verdict_is(package, printing(output), verdict)
        keys, files = flags(version, "float_absolute_tolerance 1e-3")
        package = make({**answers("1000.0\n"), **files}, **keys)
        verdict_is(package, printing("1000.0009"), "AC")
        verdict_is(package, printing("1000.9"), "WA")


# ---- Custom validators ------------------------------------------------------------------------

CHECK_PYTHON = """import sys
n = int(open(sys.argv[1]).read())
feedback = sys.argv[3]
assert feedback.endswith("/"), feedback
given = sys.stdin.read().split()
open(feedback + "judgemessage.txt", "w").write("given " + " ".join(given) + "\\n")
# Any two numbers with the right sum are accepted.
sys.exit(42 if len(given) == 2 and sum(map(int, given)) == 2 * n else 43)
"""
CHECK_CPP = """#include <fstream>
#include <iostream>
#include <string>
int main(int count, char **arguments)
{
    if (count < 4)
        return 1;
    std::ifstream in(arguments[1]);
    std::ofstream(std::string(arguments[3]) + "judgemessage.txt") << "looked at it\\n";
    long n, a, b;
    std::string rest;
    if (!(in >> n))
        return 1;
    return std::cin >> a >> b && !(std::cin >> rest) && a + b == 2 * n ? 42 : 43;
}
"""
SPLIT = "n = int(input())\nprint(2 * n - 7, 7)\n"


@test
def custom_validators_in_python_and_cpp_decide():
    right, wrong = source("a.py", SPLIT), source("a.py", DOUBLE)
    for ending, text in (("py", CHECK_PYTHON), ("cpp", CHECK_CPP)):
        packages = [package_legacy({f"output_validators/check.{ending}": text},
                                   validation="custom"),
                    package_legacy({f"output_validators/check/check.{ending}": text},
                                   validation="custom"),
                    package_draft({f"output_validator/check.{ending}": text}),
                    package_2025({f"output_validator/check.{ending}": text})]
        for package in packages:
            verdict_is(package, right, "AC")
            verdict_is(package, wrong, "WA")


@test
def custom_validators_get_their_arguments():
    check = "import sys\nsys.exit(42 if sys.argv[4:] == ['a', 'b c', '7'] else 43)\n"
    args = 'output_validator_args: ["a", "b c", "7"]\n'
    package = package_2025({"output_validator/check.py": check,
                            "data/sample/test_group.yaml": args,
                            "data/secret/test_group.yaml": args})
    verdict_is(package, printing("x"), "AC")
    package = package_legacy({"output_validators/check.py": check.replace("b c", "b")},
                             validation="custom", validator_flags="a b 7")
    verdict_is(package, printing("x"), "AC")


@test
def a_package_brings_its_own_testlib():
    """The header of the checkers' library stands beside the checker, or in a folder above it."""
    header = """#pragma once
#include <cstdlib>
[[noreturn]] inline void quitf(int code) { std::exit(code == 0 ? 42 : 43); }
"""
    check = """#include "testlib.h"
#include <iostream>
int main() { int n; quitf(std::cin >> n ? 0 : 1); }
"""
    package = package_legacy({"output_validators/check/testlib.h": header,
                              "output_validators/check/check.cpp": check}, validation="custom")
    verdict_is(package, printing("1"), "AC")
    verdict_is(package, printing("x"), "WA")


@test
def a_validator_that_does_not_compile_is_a_fault_of_the_package():
    package = package_2025({"output_validator/check.cpp": "int main( {\n"})
    result = assay("submit", package, printing("1"), "--json")
    equal(result.status, BAD_INPUT, str(result))
    contains(result.err, "output_validator")


@test
def a_validator_may_come_with_scripts():
    """`build` makes `run`; or `run` is there already. Both with files in directories beside them."""
    build = "#!/bin/sh\nset -e\nmkdir -p bin\ngcc -Iinclude -o bin/check check.c\n" \
            "printf '#!/bin/sh\\nexec \"$(dirname \"$0\")/bin/check\" \"$@\"\\n' >run\n" \
            "chmod +x run\n"
    files = {"output_validator/build": build,
             "output_validator/include/codes.h": "enum { GOOD = 42, BAD = 43 };\n",
             "output_validator/check.c": """#include <stdio.h>
#include "codes.h"
int main(void) { int n; return scanf("%d", &n) == 1 ? GOOD : BAD; }
"""}
    ready = {"output_validator/run": "#!/bin/sh\nread n\n[ \"$n\" -gt 0 ] && exit 42\nexit 43\n"}
    for tree in (files, ready):
        package = package_2025(tree)
        for script in ("build", "run"):
            if f"output_validator/{script}" in tree:
                (package / "output_validator" / script).chmod(0o755)
        verdict_is(package, printing("1"), "AC")
        verdict_is(package, printing("x"), "WA")
    broken = package_2025({"output_validator/build": "#!/bin/sh\necho no luck >&2\nexit 1\n"})
    (broken / "output_validator/build").chmod(0o755)
    result = assay("submit", broken, printing("1"))
    equal(result.status, BAD_INPUT, str(result))
    contains(result.err, "no luck")


@test
def a_validator_cannot_run_for_ever():
    package = package_2025({"output_validator/check.py": "while True:\n    pass\n"},
                           limits={"validation_time": 1})
    equal(judge(package, printing("1"))["verdict"], "JE")


# ---- Interaction ------------------------------------------------------------------------------

INTERACT_PYTHON = """import sys
secret = int(open(sys.argv[1]).read())
for turn in range(40):
    line = sys.stdin.readline()
    if not line:
        sys.exit(43)
    guess = int(line)
    if guess == secret:
        print("found", flush=True)
        sys.exit(42)
    print("more" if secret > guess else "less", flush=True)
sys.exit(43)
"""
INTERACT_CPP = """#include <fstream>
#include <iostream>
int main(int, char **arguments)
{
    std::ifstream in(arguments[1]);
    long secret, guess;
    in >> secret;
    for (int turn = 0; turn < 40 && std::cin >> guess; turn++) {
        std::cout << (guess == secret ? "found" : secret > guess ? "more" : "less") << std::endl;
        if (guess == secret)
            return 42;
    }
    return 43;
}
"""
GUESS = """low, high = 0, 1 << 30
while True:
    middle = (low + high) // 2
    print(middle, flush=True)
    reply = input()
    if reply == "found":
        break
    if reply == "more":
        low = middle + 1
    else:
        high = middle - 1
"""


@test
def interactors_talk_to_the_submission():
    gives_up = source("a.py", "print(1, flush=True)\ninput()\n")
    endless = source("a.py", "while True:\n    print(7, flush=True)\n    input()\n")
    crash = source("a.py", "print(1, flush=True)\ninput()\n1 / 0\n")
    silent = source("a.py", "input()\n")
    for ending, text in (("py", INTERACT_PYTHON), ("cpp", INTERACT_CPP)):
        packages = [package_legacy({f"output_validators/talk.{ending}": text},
                                   validation="custom interactive"),
                    package_draft({f"output_validator/talk.{ending}": text}, type="interactive"),
                    package_2025({f"output_validator/talk.{ending}": text}, type="interactive")]
        for package in packages:
            verdict_is(package, source("a.py", GUESS), "AC")
        verdict_is(packages[-1], gives_up, "WA")
        verdict_is(packages[-1], endless, "WA")
        verdict_is(packages[-1], crash, "RTE")
    verdict_is(packages[-1], silent, "TLE", command="test")


@test
def an_interactive_pair_is_measured_apart():
    busy = """import sys, time
while time.process_time() < 0.6:
    pass
""" + INTERACT_PYTHON
    package = package_2025({"output_validator/talk.py": busy}, type="interactive")
    trial = verdict_is(package, source("a.py", GUESS), "AC", command="test")
    true(trial["tests"][0]["cpu_s"] < 0.3, f"the interactor's time counts: {trial['tests']}")


# ---- Several passes ---------------------------------------------------------------------------

# Its input file is that of the pass, as with BAPCtools and DOMjudge.
PASSES = """import os, sys
n = int(open(sys.argv[1]).read())
state = sys.argv[3] + "passes.txt"
passes = int(open(state).read()) if os.path.exists(state) else 0
given = int(sys.stdin.read())
if given != 2 * n:
    sys.exit(43)
open(state, "w").write(str(passes + 1))
if passes + 1 < 3:
    open(sys.argv[3] + "nextpass.in", "w").write(f"{given}\\n")
sys.exit(42)
"""


@test
def several_passes_feed_the_next_input():
    small_only = source("a.py", "n = int(input())\nprint(2 * n if n < 20 else 0)\n")
    for make in (package_draft, package_2025):
        package = make({"output_validator/check.py": PASSES}, type=["pass-fail", "multi-pass"],
                       limits={"validation_passes": 3})
        verdict_is(package, source("a.py", DOUBLE), "AC")
        trial = verdict_is(package, small_only, "WA")
        equal(trial["decided_by"], "secret/1-small", "5, 10 and then 20")


@test
def too_many_passes_are_the_judges_error():
    package = package_2025({"output_validator/check.py": PASSES}, type=["pass-fail", "multi-pass"],
                           limits={"validation_passes": 2})
    equal(judge(package, source("a.py", DOUBLE))["verdict"], "JE")


# ---- Groups and scores ------------------------------------------------------------------------

GROUPS = {
    "data/secret/group1/1.in": "1\n", "data/secret/group1/1.ans": "2\n",
    "data/secret/group1/2.in": "2\n", "data/secret/group1/2.ans": "4\n",
    "data/secret/group2/1.in": "100\n", "data/secret/group2/1.ans": "200\n",
    "data/secret/group2/2.in": "200\n", "data/secret/group2/2.ans": "400\n",
}
SMALL_ONLY = "n = int(input())\nprint(2 * n if n < 150 else 0)\n"


def score(package, text):
    trial = judge(package, source("a.py", text))
    true(isinstance(trial.get("score"), NUMBER), f"no score: {trial.get('score')!r}")
    return trial["score"]


@test
def groups_of_2025_09_are_scored():
    package = package_2025({**GROUPS,
                            "data/secret/group1/test_group.yaml": "max_score: 30\n",
                            "data/secret/group2/test_group.yaml": "max_score: 70\n"
                                                                  "score_aggregation: sum\n"},
                           drop=["data/secret"], type="scoring")
    equal(score(package, DOUBLE), 100)
    equal(score(package, SMALL_ONLY), 65)
    equal(score(package, "n = int(input())\nprint(2 * n if n < 50 else 0)\n"), 30)
    equal(score(package, "n = int(input())\nprint(2 * n if n != 2 else 0)\n"), 70)


@test
def a_group_may_require_another():
    package = package_2025({**GROUPS,
                            "data/secret/group1/test_group.yaml": "max_score: 30\n",
                            "data/secret/group2/test_group.yaml":
                                "max_score: 70\nrequire_pass: secret/group1\n"},
                           drop=["data/secret"], type="scoring")
    equal(score(package, DOUBLE), 100)
    equal(score(package, "n = int(input())\nprint(2 * n if n != 2 else 0)\n"), 0)


@test
def validators_of_2025_09_give_scores():
    check = """import sys
open(sys.argv[3] + "score_multiplier.txt", "w").write("0.5\\n")
sys.exit(42)
"""
    package = package_2025({**GROUPS, "output_validator/check.py": check,
                            "data/secret/group1/test_group.yaml":
                                "max_score: 40\nscore_aggregation: min\n",
                            "data/secret/group2/test_group.yaml":
                                "max_score: 60\nscore_aggregation: sum\n"},
                           drop=["data/secret", "data/sample"], type="scoring")
    equal(score(package, DOUBLE), 50)


@test
def groups_of_legacy_are_graded():
    package = package_legacy({**GROUPS,
                              "data/testdata.yaml": "on_reject: continue\n"
                                                    "grader_flags: ignore_sample\n",
                              "data/secret/testdata.yaml": "on_reject: continue\n"
                                                           "grader_flags: sum first_error "
                                                           "accept_if_any_accepted\n",
                              "data/secret/group1/testdata.yaml":
                                  "accept_score: 30\ngrader_flags: min\n",
                              "data/secret/group2/testdata.yaml":
                                  "accept_score: 35\ngrader_flags: sum\non_reject: continue\n"},
                             drop=["data/secret"], type="scoring")
    equal(score(package, DOUBLE), 100)
    trial = judge(package, source("a.py", "n = int(input())\nprint(2 * n if n < 50 else 0)\n"),
                  options=["--full"])
    equal((trial["verdict"], trial["score"]), ("AC", 30))


@test
def pass_fail_groups_are_all_judged():
    for make in (package_legacy, package_2025):
        package = make(GROUPS, drop=["data/secret"])
        verdict_is(package, source("a.py", DOUBLE), "AC")
        trial = verdict_is(package, source("a.py", SMALL_ONLY), "WA")
        equal(trial["decided_by"], "secret/group2/2")


# ---- Limits of time ---------------------------------------------------------------------------

SLEEPY = "import time\nend = time.process_time() + {}\nwhile time.process_time() < end:\n    pass\n"


@test
def the_time_limit_comes_from_where_the_version_has_it():
    right = source("a.py", DOUBLE)
    for expected, package in [
            (3.0, package_2025(limits={"time_limit": 3})),
            (0.75, package_draft(limits={"time_limit": 0.75})),
            (4.0, package_legacy({".timelimit": "4\n"})),
            (2.5, package_legacy({"domjudge-problem.ini": "timelimit='2.5'\n"},
                                 drop=[".timelimit"])),
            (1.5, package_legacy({"domjudge-problem.ini": "; of the contest\n"
                                                          "timelimit = 1.5\n"},
                                 drop=[".timelimit"]))]:
        equal(judge(package, right)["time_limit_s"], expected, str(package))


@test
def a_missing_time_limit_is_derived():
    work = SLEEPY.format(0.21) + DOUBLE
    package = package_legacy({"submissions/accepted/double.py": work}, drop=[".timelimit"],
                             limits={"time_multiplier": 5, "time_safety_margin": 2})
    limit = judge(package, source("a.py", DOUBLE))["time_limit_s"]
    true(limit == 2, f"5 times 0.21 to 0.4 s, whole seconds: {limit}")
    work = SLEEPY.format(0.3) + DOUBLE
    text = yaml(problem_format_version="2025-09", name={"en": "Double"},
                uuid="8d0c2c39-6f1c-4a5b-9d3c-0a4a5ab0e0b3",
                limits={"time_resolution": 0.5, "memory": 128})
    package = package_2025({"problem.yaml": text, "submissions/accepted/double.py": work})
    trial = judge(package, source("a.py", DOUBLE))
    equal(trial["time_limit_s"], 1.0, "the smallest multiple of 0.5 above twice 0.3 s")
    contains(trial["time_limit_source"], "derived")


# ---- Labelled submissions ---------------------------------------------------------------------


@test
def expected_results_marks_are_read():
    package = package_legacy({
        "submissions/mixed/wrong.py": "# @EXPECTED_RESULTS@: WRONG-ANSWER\nprint(0)\n",
        "submissions/mixed/either.py":
            "# @EXPECTED_RESULTS@: WRONG-ANSWER, RUN-ERROR\nraise SystemExit(1)\n",
        "submissions/mixed/right.py": "# @EXPECTED_RESULTS@: CORRECT\n" + DOUBLE,
        "submissions/mixed/mislabelled.py": "# @EXPECTED_RESULTS@: TIMELIMIT\nprint(1)\n"})
    found = {s["path"]: s for s in verify(package)[0]["submissions"]}
    true({"RTE", "WA"} <= set(found["mixed/either.py"]["expected"]), f"{found}")
    lacks(found["mixed/either.py"]["expected"], "AC", "TLE", "CE")
    equal({path: s["ok"] for path, s in found.items()},
          {"accepted/double.py": True, "mixed/wrong.py": True, "mixed/either.py": True,
           "mixed/right.py": True, "mixed/mislabelled.py": False})


@test
def every_default_directory_has_its_expectation():
    package = package_2025({
        "submissions/wrong_answer/a.py": "print(0)\n",
        "submissions/run_time_error/a.py": "1 / 0\n",
        "submissions/time_limit_exceeded/a.py": "while True:\n    pass\n",
        "submissions/rejected/a.py": "print(9)\n",
        "submissions/brute_force/a.py": "while True:\n    pass\n"})
    report = verify(package, status=0)[0]
    expected = {s["path"]: set(s["expected"]) for s in report["submissions"]}
    equal(expected["accepted/double.py"], {"AC"})
    # OLE and SV have no word of their own in the format.
    equal(expected["time_limit_exceeded/a.py"], {"TLE", "OLE"})
    equal(expected["run_time_error/a.py"], {"RTE", "MLE", "OLE", "SV"})
    equal(expected["wrong_answer/a.py"], {"WA", "OLE"})
    true({"WA", "TLE", "RTE"} <= expected["rejected/a.py"], f"{expected}")
    true("AC" not in expected["rejected/a.py"] | expected["brute_force/a.py"], f"{expected}")


@test
def submissions_yaml_says_language_and_verdicts():
    package = package_2025({
        "submissions/submissions.yaml":
            "odd:\n  language: python3\n  permitted: [AC, RTE]\n  required: [RTE]\n",
        "submissions/odd/half.txt": "n = int(input())\nassert n < 9\nprint(2 * n)\n"})
    report = verify(package, status=0)[0]
    half = next(s for s in report["submissions"] if s["path"] == "odd/half.txt")
    equal((half["language"], half["verdict"], half["ok"]), ("python3", "RTE", True))


@test
def input_validators_check_every_input():
    package = package_2025({"data/secret/4-bad.in": "many\n", "data/secret/4-bad.ans": "0\n"})
    report = verify(package, status=BAD_INPUT)[0]
    equal(report["valid"], False)
    contains(" ".join(report["errors"]), "4-bad", "validate.py")


@test
def invalid_inputs_must_be_rejected():
    package = package_2025({"data/invalid_input/word.in": "word\n"})
    verify(package, status=0)
    package = package_2025({"data/invalid_input/fine.in": "5\n"})
    report = verify(package)[0]
    contains(" ".join(report["errors"]), "invalid_input/fine")


# ---- What a submission is given ---------------------------------------------------------------


@test
def included_files_are_compiled_in():
    caller = source("solve.c", "int twice(int n) { return 2 * n; }\n")
    package = package_2025({"include/c/main.c":
                            "#include <stdio.h>\nint twice(int);\nint main(void) { int n; "
                            "scanf(\"%d\", &n); printf(\"%d\\n\", twice(n)); }\n"},
                           languages=["c"], drop=["submissions"])
    write_tree(package, {"submissions/accepted/solve.c": caller.read_text()})
    verdict_is(package, caller, "AC")


@test
def tests_of_2025_09_have_arguments_and_files():
    show = source("a.py", "import sys\nprint(sys.argv[1:], open('hint.txt').read().strip())\n")
    package = package_2025({
        "data/secret/1-small.yaml": 'args: ["--deep", "a b"]\n',
        "data/secret/1-small.files/hint.txt": "from the file\n",
        "data/secret/1-small.ans": "['--deep', 'a b'] from the file\n"},
        drop=["data/sample", "data/secret/2", "data/secret/3"])
    verdict_is(package, show, "AC")


@test
def languages_that_a_package_forbids_are_refused():
    package = package_2025(languages=["python3"])
    result = assay("submit", package, source("a.c", "int main(void) { return 0; }\n"))
    equal(result.status, BAD_INPUT, str(result))
    contains(result.err, "python3")


main()
