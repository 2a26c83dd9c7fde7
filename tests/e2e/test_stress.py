#!/usr/bin/python3
"""Tests that are made when they are needed, what verify makes of small inputs, and counterexamples."""
from harness import *

GENERATE = """import random, sys
family, size, seed = sys.argv[1:]
rng = random.Random(f"{family} {size} {seed}")
if family == "broken":
    sys.exit("no such luck")
if family == "large":
    print("9" * int(size))
elif family == "odd":
    print("nothing" if int(size) < 5 else 1)
else:
    print(rng.randint(-10 * int(size), 10 * int(size)))
"""
MADE = """answers: accepted/double.py
families:
  random: "any number"
tests:
  01-random-1: [random, 1, 1]
  02-random-50: [random, 50, 2]
  03-random-9000: [random, 9000, 3]
"""


def made_package(made=MADE, files=(), name="double"):
    """The package that doubles a number, whose secret tests are made."""
    return package_2025({"generators/generate.py": GENERATE, "generators/made.yaml": made,
                         **dict(files)}, name=name, drop=["data/secret"])


def cached():
    return environment(XDG_CACHE_HOME=directory("cache"))


# ---- Making -----------------------------------------------------------------------------------


@test
def tests_are_made_once_and_found_again():
    base, env = made_package(), cached()
    first = judge(base, source("a.py", DOUBLE), env=env)
    equal([t["name"] for t in first["tests"]],
          ["sample/1", "secret/01-random-1", "secret/02-random-50", "secret/03-random-9000"])
    equal(first["verdict"], "AC")
    made = list(pathlib.Path(env["XDG_CACHE_HOME"]).glob("assay/compiled/*/prog/*.in"))
    equal(len(made), 3, f"{made}")
    before = {path: path.stat().st_mtime_ns for path in made}
    equal(judge(base, source("a.py", "print(input())\n"), env=env)["verdict"], "WA")
    equal({path: path.stat().st_mtime_ns for path in made}, before)


@test
def what_they_are_made_from_makes_them_anew():
    base, env = made_package(), cached()
    equal(judge(base, source("a.py", DOUBLE), env=env)["verdict"], "AC")
    write_tree(base, {"submissions/accepted/double.py": "print(3 * int(input()))\n"})
    equal(judge(base, source("a.py", DOUBLE), env=env)["decided_by"], "secret/01-random-1")
    write_tree(base, {"submissions/accepted/double.py": DOUBLE,
                      "generators/generate.py": "print(7)\n"})
    trial = judge(base, source("a.py", "import sys\nprint(2 * int(input()), file=sys.stdout)\n"),
                  env=env, options=["--reveal"])
    equal(trial["verdict"], "AC")
    contents = [path.read_text()
                for path in pathlib.Path(env["XDG_CACHE_HOME"]).glob("assay/compiled/*/prog/01*.in")]
    true("7\n" in contents, f"{contents}")


@test
def a_made_test_that_somebody_removed_is_made_again():
    base, env = made_package(), cached()
    judge(base, source("a.py", DOUBLE), env=env)
    for path in pathlib.Path(env["XDG_CACHE_HOME"]).glob("assay/compiled/*/prog/02*.ans"):
        path.unlink()
    equal(judge(base, source("a.py", DOUBLE), env=env)["verdict"], "AC")


@test
def a_file_stands_before_a_made_test():
    base = made_package(files={"data/secret/02-random-50.in": "4\n",
                               "data/secret/02-random-50.ans": "9\n"})
    equal(judge(base, source("a.py", DOUBLE))["decided_by"], "secret/02-random-50")


@test
def samples_make_nothing():
    env = cached()
    equal(judge(made_package(), source("a.py", DOUBLE), command="test", env=env)["verdict"], "AC")
    equal(list(pathlib.Path(env["XDG_CACHE_HOME"]).glob("assay/compiled/*/prog/*.in")), [])


@test
def tests_become_files_for_other_judges():
    base = made_package()
    listed = assay("generate", "--tests", base).out.split()
    secret = base / "data/secret"
    equal(sorted(listed), sorted(str(path) for path in secret.iterdir()))
    equal(len(listed), 6)
    for path in secret.glob("*.in"):
        equal(int(path.with_suffix(".ans").read_text()), 2 * int(path.read_text()), path.name)
    shutil.rmtree(base / "generators")
    equal(judge(base, source("a.py", DOUBLE))["verdict"], "AC")
    refused(assay("generate", "--tests", base), BAD_INPUT, "no generators/made.yaml")


SECOND = """second:
  name: k
  what: numbers
  family: random
  largest: [100, 40]
"""


@test
def what_is_wrong_with_made_yaml_is_told_with_its_line():
    cases = [
        ("answers: accepted/none.py\nfamilies:\n  a: b\n", "made.yaml:1", "accepted/none.py"),
        ("families:\n  a: b\n", "made.yaml", "no key answers"),
        ("answers: accepted/double.py\n", "made.yaml", "no key families"),
        ("answers: accepted/double.py\nfamilies:\n  -a: b\n", "made.yaml:3", "no name for a family"),
        ("answers: accepted/double.py\nfamilies: []\n", "made.yaml:2", "expected 1 to"),
        (MADE + "  04: [other, 1, 1]\n", "made.yaml:8", "'other' is not among the families"),
        (MADE + "  04: [random, 5000000000, 1]\n", "made.yaml:8", "the size: 5000000000 is not between"),
        (MADE + "  04: [random, 0, 1]\n", "made.yaml:8", ""),
        (MADE + "  04: [random, 1]\n", "made.yaml:8", "not three values"),
        (MADE + "  a/b: [random, 1, 1]\n", "made.yaml:8", "no name for a test"),
        (MADE + "seeds: 4\n", "made.yaml:8", "unknown key"),
        (MADE + "generator: ../x.py\n", "made.yaml:8", "x.py"),
        (MADE + "generator: none.py\n", "made.yaml:8", "generators/none.py"),
        ("- a\n", "made.yaml:1", "expected a map"),
        (MADE + "second: k\n", "made.yaml:8", "expected the keys name, what, family, largest"),
        (MADE + SECOND.replace("  name: k\n", ""), "made.yaml:8", "second: no key name"),
        (MADE + SECOND.replace("k\n", "n\n"), "made.yaml:9", "a letter other than n"),
        (MADE + SECOND.replace("k\n", "a-b\n"), "made.yaml:9", "a letter other than n"),
        (MADE + SECOND.replace("random", "other"), "made.yaml:11", "'other' is not among the families"),
        (MADE + SECOND.replace("40]", "4]"), "made.yaml:12", "the second size: 4 is not between 16"),
        (MADE + SECOND.replace("[100, 40]", "40"), "made.yaml:12", "expected [size, second size]"),
        (MADE + SECOND + "  more: 1\n", "made.yaml:13", "unknown key"),
    ]
    for text, *parts in cases:
        result = assay("submit", made_package(text), source("a.py", DOUBLE))
        equal(result.status, BAD_INPUT, f"{text!r}: {result}")
        equal(result.out, "", text)
        contains(result.err, *parts)


@test
def inputs_with_a_second_size_are_verified_too():
    takes = GENERATE.replace("family, size, seed = sys.argv[1:]", "family, size, seed, *second = sys.argv[1:]")
    base = made_package(MADE + SECOND, {"generators/generate.py": takes})
    equal(verify(base)[0]["errors"], [])
    errors = "\n".join(verify(made_package(MADE + SECOND), status=BAD_INPUT)[0]["errors"])
    contains(errors, "generate.py random", "too many values to unpack")
    largest = takes + "    second == ['40'] and print('behind')\n"
    errors = verify(made_package(MADE + SECOND, {"generators/generate.py": largest}),
                    status=BAD_INPUT)[0]["errors"]
    equal(len(errors), 1, errors)
    contains(errors[0], "made.yaml", "generate.py random 100 1 40:")


@test
def a_warning_about_made_yaml_loses_no_tests():
    base = made_package(MADE + "seeds: 4\n")
    settings = base / "problem.yaml"
    lines = settings.read_text().splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if "problem_format_version" not in line))
    finished = assay("submit", base, source("a.py", DOUBLE), "--json", "--no-growth", "--no-scorecard")
    equal(finished.status, 0, finished.err)
    true(len(finished.json()["tests"]) >= 3, finished.out)


@test
def nothing_printed_is_an_answer_and_an_input():
    silent = "number = int(input())\nif number > 0:\n    print(2 * number)\n"
    base = made_package(files={"submissions/accepted/double.py": silent})
    equal(verify(base)[0]["errors"], [])
    equal(judge(base, source("a.py", silent))["verdict"], "AC")
    equal(judge(base, source("a.py", DOUBLE))["verdict"], "WA")
    empty = GENERATE.replace("    print(rng", "    int(size) > 1 and print(rng")
    anything = {"generators/generate.py": empty,
                "input_validators/validate.py": "import sys\nsys.exit(42)\n",
                "submissions/accepted/double.py": "import sys\nfor line in sys.stdin:\n    print(2 * int(line))\n"}
    equal(verify(made_package(files=anything))[0]["errors"], [])


@test
def a_generator_or_an_answer_that_fails_is_told():
    broken = MADE.replace('random: "any number"', 'broken: "x"\n  random: "y"') + \
        "  04-broken: [broken, 3, 1]\n"
    result = assay("submit", made_package(broken), source("a.py", DOUBLE))
    refused(result, BAD_INPUT, "generate.py broken 3 1: exit status 1: no such luck")
    base = made_package(files={"submissions/accepted/double.py": "print(1 // 0)\n"})
    refused(assay("submit", base, source("a.py", DOUBLE)), BAD_INPUT, "made.yaml:",
            ": accepted/double.py has no answer: run-time error")
    base = made_package(files={"generators/generate.py": "while True: print('x' * 10**6)\n"})
    refused(assay("submit", base, source("a.py", DOUBLE)), BAD_INPUT, "output_limit")
    errors = "\n".join(verify(made_package(broken), status=BAD_INPUT)[0]["errors"])
    contains(errors, "generate.py broken 3 1")


@test
def too_many_bytes_are_refused():
    text = MADE.replace("  random: \"any number\"\n", "  random: \"a\"\n  large: \"b\"\n") + \
        "".join(f"  1{i}-large: [large, 60000000, {i}]\n" for i in range(9))
    result = assay("submit", made_package(text, files={
        "submissions/accepted/double.py": "print(1)\n"}), source("a.py", DOUBLE), timeout=240)
    refused(result, BAD_INPUT, "more than 512 MiB together")


# ---- verify ------------------------------------------------------------------------------------


SLOW = "# Slow: O(n^2).\nimport time\nn = int(input())\nt = time.process_time()\n" \
       "while abs(n) > 10000 and time.process_time() < t + 9: pass\nprint(2 * n)\n"


def library_package(files=(), made=MADE, slow=False):
    """One that is to practise with: it has an interview.yaml."""
    return made_package(made + "  04-random-90000: [random, 90000, 4]\n", files={
        "interview.yaml": "topics: [numbers]\n",
        **({"submissions/time_limit_exceeded/waits.py": SLOW} if slow else {}),
        "submissions/wrong_answer/same.py":
            "# Mistake: prints the number itself; 03-random-9000.\nprint(input())\n",
        **dict(files)})


def row(report, path):
    return next(s for s in report["submissions"] if s["path"] == path)


@test
def a_library_package_with_true_claims_verifies():
    report = verify(library_package(slow=True), status=0, timeout=400)[0]
    equal(report["errors"], [])
    true(row(report, "accepted/double.py")["margin"] >= 3, f"{report}")
    true(row(report, "time_limit_exceeded/waits.py")["margin"] >= 1.5, f"{report}")
    equal(row(report, "wrong_answer/same.py")["margin"], None)
    equal((report["compared"], report["small_inputs"]), (2, 24))
    contains(assay("verify", library_package(), timeout=400).out, "margin",
             "1 submissions compared on 24 small inputs")


@test
def a_limit_without_room_is_not_as_it_should_be():
    tight = "import time\nn = int(input())\nt = time.process_time()\n" \
            "while abs(n) > 10000 and time.process_time() < t + 0.5: pass\nprint(2 * n)\n"
    report = verify(library_package({"submissions/accepted/tight.py": tight}), status=1, timeout=400)[0]
    contains(row(report, "accepted/tight.py")["message"], "the limit is to leave it 3 times")
    nearly = "import time\nn = int(input())\nt = time.process_time()\n" \
             "while abs(n) > 10000 and time.process_time() < t + 1.2: pass\nprint(2 * n)\n"
    report = verify(library_package({"submissions/time_limit_exceeded/nearly.py": nearly}),
                    status=1, timeout=400)[0]
    contains(row(report, "time_limit_exceeded/nearly.py")["message"], "1.5 times the limit")


@test
def a_mistake_has_to_be_caught_where_it_says():
    for line, what in [("# Mistake: is the number.", "names no test"),
                       ("# Mistake: is the number; 99-none.", "names no test"),
                       ("# Mistake: is wrong for large numbers only; 01-random-1.",
                        "passes secret/01-random-1")]:
        text = line + "\nn = int(input())\nprint(2 * n if abs(n) < 500 else n)\n"
        report = verify(library_package({"submissions/wrong_answer/other.py": text}), status=1, timeout=400)[0]
        contains(row(report, "wrong_answer/other.py")["message"], what)


@test
def right_ones_that_disagree_are_found_out():
    differs = "n = int(input())\nprint(2 * n if n not in (3, 4, 5, 6, 7, 8) else 0)\n"
    report = verify(library_package({"submissions/accepted/differs.py": differs}), status=3, timeout=400)[0]
    errors = "\n".join(report["errors"])
    contains(errors, "generate.py random ", "submissions/accepted/differs.py against")


@test
def small_inputs_have_to_be_valid():
    made = MADE.replace("  random:", "  odd: \"y\"\n  random:")
    report = verify(library_package(made=made), status=3, timeout=400)[0]
    contains("\n".join(report["errors"]), "generate.py odd 1 ", "exit status 43")


# ---- stress ------------------------------------------------------------------------------------

BLOCKPAIR = ROOT / "problems/algorithms/blockpair/submissions"


def stress(package, *files, options=(), status=None, **how):
    result = assay("stress", package, *files, "--json", *options, **how)
    report = result.json()
    equal(result.status, ACCEPTED if report["compiled"] and not report["finding"] else NOT_ACCEPTED,
          str(result))
    return report


@test
def a_wrong_function_is_shown_with_the_smallest_call():
    report = stress("blockpair", BLOCKPAIR / "wrong_answer/itself.py", options=["--seconds", "60"])
    finding = report["finding"]
    equal(finding["verdict"], "WA")
    true(finding["smallest"], f"{finding}")
    equal(finding["call"], "sizes = [1], block = 2")
    equal((finding["expected"], finding["found"]), ("[]", "[0, 0]"))
    again = judge("blockpair", BLOCKPAIR / "wrong_answer/itself.py", command="test",
                  options=["--expected", "--input", finding["call"]])
    equal(again["verdict"], "WA", "it can be tried again")


@test
def the_same_seed_finds_the_same():
    found = [stress("blockpair", BLOCKPAIR / "wrong_answer/itself.py",
                    options=["--seconds", "200", "--seed", "7", "--jobs", jobs], timeout=500)["finding"]
             for jobs in ("1", "2")]
    equal(found[0], found[1])
    equal(found[0]["verdict"], "WA")


@test
def a_class_is_shown_with_its_calls():
    path = ROOT / "problems/algorithms/sessioncache/submissions/wrong_answer/zero_is_nothing.js"
    finding = stress("sessioncache", path, options=["--seconds", "60"])["finding"]
    true(finding["call"].startswith("SessionCache(") and finding["call"].count("(") <= 4,
         f"{finding}")


@test
def one_that_is_right_shows_no_difference():
    report = stress("blockpair", BLOCKPAIR / "accepted/first_seen.cpp", options=["--seconds", "3"])
    equal(report["finding"], None)
    true(report["inputs"] >= 5, f"{report}")
    contains(assay("stress", "blockpair", BLOCKPAIR / "accepted/first_seen.cpp", "--seconds",
                   "2").out, "no difference in ")


@test
def a_crash_and_a_loop_are_findings():
    crash = source("a.py", "def find_pair(sizes, block):\n    if len(sizes) > 2:\n        1 // 0\n"
                   "    return [0, 1] if len(sizes) == 2 and sum(sizes) == block else []\n")
    finding = stress("blockpair", crash, options=["--seconds", "30"])["finding"]
    equal(finding["verdict"], "RTE")
    contains(finding["message"], "ZeroDivisionError")
    equal(finding["call"].count(","), 3, f"three segments are enough: {finding}")
    loop = source("b.py", "def find_pair(sizes, block):\n    while len(sizes) > 1: pass\n    return []\n")
    finding = stress("blockpair", loop, options=["--seconds", "20", "--time-limit", "0.3"])["finding"]
    equal(finding["verdict"], "TLE")


@test
def a_whole_program_gets_an_input_of_the_smallest_size():
    wrong = source("a.py", "n = int(input())\nprint(2 * n if abs(n) < 9 else n)\n")
    report = stress(made_package(), wrong, options=["--seconds", "20"])
    equal(report["finding"]["verdict"], "WA")
    equal(report["finding"]["call"], None)
    number = int(report["finding"]["input"])
    true(9 <= abs(number) <= 20 and int(report["finding"]["expected"]) == 2 * number, f"{report}")
    equal(int(report["finding"]["found"]), number)


@test
def what_cannot_be_stressed_is_refused():
    right = source("a.py", DOUBLE)
    refused(assay("stress", package_2025(), right), BAD_INPUT, "no generators/made.yaml")
    refused(assay("stress", "baddeploy", right), BAD_INPUT, "judged by a validator")
    refused(assay("stress", made_package(), right, "--seconds", "0"), USAGE, "--seconds")
    refused(assay("stress", made_package(), "none.py"), BAD_INPUT, "none.py", "no such file")
    refused(assay("stress", made_package()), USAGE, "FILE")
    report = stress("blockpair", source("a.cpp", "int x = ;\n"))
    equal((report["compiled"], report["finding"], report["language"]), (False, None, None))
    true(report["compile_message"], "why it does not compile")
    made = MADE.replace("  random:", "  odd: \"y\"\n  random:")
    wrong = source("a.py", "print(1)\n")
    refused(assay("stress", made_package(made), wrong), BAD_INPUT, "generate.py odd 1 ")


@test
def inputs_made_together_are_those_made_alone():
    """Several starts of a generator in Python become one; what it prints, and how it fails, stays."""
    counter = "import sys\nseen = []\n" + GENERATE + "seen.append(1)\nassert len(seen) == 1\n"
    wrong = source("a.py", "n = int(input())\nprint(2 * n if abs(n) < 2 else n)\n")
    reports = [stress(made_package(files={"generators/generate.py": text}), wrong)
               for text in (GENERATE, counter)]
    equal(reports[0]["finding"], reports[1]["finding"])
    number = reports[0]["finding"]["number"]
    equal(reports[0]["finding"]["seed"], 1000002 + number)
    base = made_package(MADE.replace("  random:", "  broken: \"x\"\n  random:"))
    refused(assay("stress", base, source("b.py", DOUBLE), "--jobs", "1"), BAD_INPUT,
            "generate.py broken 1 1000003: exit status 1: no such luck")


@test
def hostile_packages_and_programs_do_no_harm():
    """What a generator or a program prints never steers the terminal."""
    base = made_package(files={"generators/generate.py":
                               "import sys\nsys.exit('\\x1b]0;owned\\x07\\x1b[31mred')\n"})
    result = assay("submit", base, source("a.py", DOUBLE))
    equal(result.status, BAD_INPUT)
    lacks(result.err, "\x1b", "\x07")
    loud = source("a.py", "print('\\x1b[31m', input())\n")
    lacks(assay("stress", made_package(), loud, "--seconds", "3").out, "\x1b")


main()
