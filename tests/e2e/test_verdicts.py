#!/usr/bin/python3
"""Each verdict, from submissions to the same small problem; and what is said about each."""
from harness import *

PACKAGE = package_2025()
FORBIDDEN_CALL = """#include <stdio.h>
#include <sys/ptrace.h>
int main(void)
{
    int n;
    if (scanf("%d", &n) == 1 && n == 5)
        ptrace(PTRACE_TRACEME, 0, 0, 0);
    printf("%d\\n", 2 * n);
}
"""


def decisive(trial):
    """The test that decided."""
    return next(t for t in trial["tests"] if t["name"] == trial["decided_by"])


def c(body, includes="stdio.h stdlib.h string.h unistd.h"):
    head = "".join(f"#include <{name}>\n" for name in includes.split())
    return source("a.c", head + "int main(void)\n{\n" + body + "\n}\n")


@test
def accepted():
    trial = verdict_is(PACKAGE, source("a.py", DOUBLE), "AC")
    equal(trial["decided_by"], None)
    equal({t["verdict"] for t in trial["tests"]}, {"AC"})


@test
def wrong_answer():
    trial = verdict_is(PACKAGE, source("a.py", "n = int(input())\nprint(2 * n if n < 9 else 0)\n"),
                       "WA")
    equal(trial["decided_by"], "secret/3-large")


@test
def wrong_answer_without_output():
    verdict_is(PACKAGE, source("a.py", ""), "WA")


@test
def wrong_answer_with_too_much_output():
    verdict_is(PACKAGE, source("a.py", DOUBLE + "print('and more')\n"), "WA")


@test
def time_limit_by_cpu_time():
    trial = verdict_is(PACKAGE, c("for (;;) __asm__ volatile (\"\");"), "TLE")
    used = decisive(trial)["cpu_s"]
    true(1.0 < used < 1.5, f"{used} s of CPU time for a limit of 1 s")


@test
def time_limit_by_wall_time():
    trial = verdict_is(PACKAGE, source("a.py", "import time\ntime.sleep(60)\n"), "TLE")
    true(decisive(trial)["cpu_s"] < 0.5, "it only slept")


@test
def time_limit_counts_all_processes_together():
    forks = c("""    if (fork() == 0 || fork() == 0)
        for (;;)
            __asm__ volatile ("");
    for (;;)
        pause();""")
    verdict_is(PACKAGE, forks, "TLE")


@test
def just_under_the_time_limit_is_accepted():
    slow = source("a.py", "import time\nwhile time.process_time() < 0.7:\n    pass\n" + DOUBLE)
    verdict_is(PACKAGE, slow, "AC", command="test")


@test
def memory_limit():
    hog = c("""    char *memory = malloc(200 << 20);
    memset(memory, 1, 200 << 20);
    printf("%d\\n", memory[12345]);
    return memory[54321];""")
    trial = verdict_is(PACKAGE, hog, "MLE")
    true(decisive(trial)["memory_bytes"] > 100 << 20, "it was stopped at 128 MiB")


@test
def memory_below_the_limit_is_accepted():
    fits = c("""    int n;
    char *memory = malloc(110 << 20);
    memset(memory, 1, 110 << 20);
    scanf("%d", &n);
    printf("%d\\n", 2 * n + memory[12345] - 1);""")
    verdict_is(PACKAGE, fits, "AC")


@test
def output_limit():
    flood = c("    for (;;)\n        puts(\"0123456789012345678901234567890123456789\");")
    trial = verdict_is(PACKAGE, flood, "OLE")
    true(decisive(trial)["memory_bytes"] < 128 << 20, "the flood is not kept")


@test
def output_below_the_limit_is_only_wrong():
    verdict_is(PACKAGE, source("a.py", "print('x' * ((1 << 20) - 10))\n"), "WA")


@test
def run_time_error_by_exit_status():
    trial = verdict_is(PACKAGE, source("a.py", "import sys\nprint('gone', file=sys.stderr)\n"
                                               "sys.exit(3)\n"), "RTE")
    contains(decisive(trial)["message"], "3", "gone")


@test
def run_time_error_by_signal():
    trial = verdict_is(PACKAGE, c("    *(volatile int *) 0 = 1;"), "RTE")
    contains(decisive(trial)["message"], "SIGSEGV")
    trial = verdict_is(PACKAGE, c("    fputs(\"last words\\n\", stderr);\n    abort();"), "RTE")
    contains(decisive(trial)["message"], "SIGABRT", "last words")


@test
def run_time_error_after_the_right_output():
    verdict_is(PACKAGE, source("a.py", DOUBLE + "raise SystemExit(1)\n"), "RTE")


@test
def compile_error():
    trial = verdict_is(PACKAGE, c("    return undeclared;"), "CE")
    equal(trial["compile"]["ok"], False)
    contains(trial["compile"]["message"], "undeclared", "a.c", "\nCompiled with ", "gcc")
    equal(trial["tests"], [])


@test
def compile_error_of_an_interpreted_language():
    verdict_is(PACKAGE, source("a.py", "print(\n"), "CE")


@test
def forbidden_call():
    trial = verdict_is(PACKAGE, source("a.c", FORBIDDEN_CALL), "SV")
    equal(trial["decided_by"], "secret/1-small")
    contains(decisive(trial)["message"], "ptrace")


@test
def judge_error_when_the_validator_fails():
    for ending in ("sys.exit(0)", "sys.exit(1)", "raise ValueError('lost')"):
        package = package_2025({"output_validator/check.py": f"import sys\n{ending}\n"})
        trial = judge(package, source("a.py", DOUBLE))
        equal(trial["verdict"], "JE", ending)


@test
def every_verdict_has_its_words_and_its_test():
    words = {"AC": "accepted", "WA": "wrong answer", "RTE": "run-time error",
             "CE": "compile error", "SV": "forbidden"}
    programs = {"AC": source("a.py", DOUBLE), "WA": source("a.py", "print(1)\n"),
                "RTE": source("a.py", "1 / 0\n"), "CE": c("    return undeclared;"),
                "SV": source("a.c", FORBIDDEN_CALL)}
    for verdict, program in programs.items():
        result = assay("submit", PACKAGE, program)
        contains(result.out.lower().replace("run time", "run-time"), words[verdict])
        equal(result.status, 0 if verdict == "AC" else 1, verdict)


# ---- What is shown of a difference ------------------------------------------------------------


@test
def the_first_difference_of_a_sample_is_shown():
    package = package_2025({"data/sample/1.ans": "2\n", "data/sample/2.in": "3\n",
                            "data/sample/2.ans": "6\n"})
    wrong = source("a.py", "n = int(input())\nprint(2 if n == 1 else 'seven')\n")
    trial = verdict_is(package, wrong, "WA", command="test")
    contains(decisive(trial)["message"], "line 1", "6", "seven")
    contains(assay("test", package, wrong).out, "line 1", "6", "seven")


@test
def the_difference_has_line_and_column():
    package = package_2025({"data/sample/1.ans": "a b\nc d e\n"})
    wrong = source("a.py", "print('a b')\nprint('c  d x')\n")
    message = decisive(judge(package, wrong, command="test"))["message"]
    contains(message, "line 2", "column 6", "e", "x")


@test
def a_secret_difference_is_shown_only_with_reveal():
    package = package_2025({"data/secret/1-small.ans": "hidden-token\n"})
    wrong = source("a.py", "n = int(input())\nprint(2 if n == 1 else 'found-token')\n")
    for options in ([], ["--full"]):
        result = assay("submit", package, wrong, *options)
        equal(result.status, 1, str(result))
        lacks(result.out + result.err, "hidden-token")
        lacks(assay("submit", package, wrong, "--json", *options).out, "hidden-token")
    contains(assay("submit", package, wrong, "--reveal").out, "hidden-token", "found-token")
    trial = judge(package, wrong, options=["--reveal"])
    contains(decisive(trial)["message"], "hidden-token", "found-token")


@test
def a_judge_message_is_shown_only_with_reveal_on_secret_tests():
    package = package_2025({"output_validator/check.py": """import sys
if "secret" not in open(sys.argv[2]).read():
    sys.exit(42)
open(sys.argv[3] + "judgemessage.txt", "w").write("the-answer-was-here")
sys.exit(43)
""", "data/secret/1-small.ans": "secret\n"})
    right = source("a.py", DOUBLE)
    lacks(assay("submit", package, right, "--json").out, "the-answer-was-here")
    contains(assay("submit", package, right, "--json", "--reveal").out, "the-answer-was-here")


@test
def a_long_difference_is_cut():
    package = package_2025({"data/sample/1.ans": "y" * 100_000 + "\n"})
    wrong = source("a.py", "print('y' * 99_999 + 'z')\n")
    message = decisive(judge(package, wrong, command="test"))["message"]
    true(0 < len(message) < 1000, f"a message of {len(message)} characters")


@test
def output_that_is_no_text_is_judged_and_shown():
    raw = source("a.py", "import sys\nsys.stdout.buffer.write(b'\\xff\\xfe\\x00\\x1b[31m\\n')\n")
    result = assay("submit", PACKAGE, raw, "--json")
    equal(result.json()["verdict"], "WA")
    text = assay("submit", PACKAGE, raw)
    equal(text.status, 1, str(text))
    text.out_bytes.decode("utf-8")
    lacks(text.out, "\x1b", "\x00")


@test
def answers_that_are_no_text_are_compared_by_bytes():
    package = package_2025({"data/sample/1.ans": b"\xff\xe9\n"})
    same = source("a.py", "import sys\nsys.stdout.buffer.write(b'\\xff\\xe9\\n')\n")
    other = source("a.py", "import sys\nsys.stdout.buffer.write(b'\\xff\\xe8\\n')\n")
    equal(judge(package, same, command="test")["verdict"], "AC")
    equal(judge(package, other, command="test")["verdict"], "WA")


main()
