#!/usr/bin/python3
"""Every command: what it prints, its JSON, its exit status, and what it says to wrong requests."""
from harness import *

SHIPPED = sorted(p.name for p in (ROOT / "problems/algorithms").iterdir() if p.is_dir())
SERVICES = sorted(p.parent.name for p in (ROOT / "problems").glob("services/*/interview.yaml"))
TRIAL = {"problem": str, "language": str, "verdict": str, "compile": dict, "time_limit_s": NUMBER,
         "memory_limit_bytes": int, "tests": list}
COMPILE = {"ok": bool, "seconds": NUMBER, "message": str}
TRIAL_TEST = {"name": str, "group": str, "verdict": str, "cpu_s": NUMBER, "wall_s": NUMBER,
              "memory_bytes": int, "message": str}
VERIFIED = {"path": str, "language": (str, NOTHING), "expected": list,
            "verdict": (str, NOTHING), "ok": bool, "slowest_s": (*NUMBER, NOTHING)}


def check_trial(trial):
    has_keys(trial, TRIAL, "submit")
    has_keys(trial["compile"], COMPILE, "compile")
    true(trial["verdict"] in VERDICTS, f"verdict {trial['verdict']}")
    for one in trial["tests"]:
        has_keys(one, TRIAL_TEST, "test")
        true(one["verdict"] in VERDICTS, f"verdict {one['verdict']}")


# ---- Commands that judge nothing --------------------------------------------------------------


@test
def help_names_every_command_and_the_exit_statuses():
    for arguments in (["help"], ["--help"], ["-h"]):
        result = assay(*arguments)
        equal(result.status, 0, str(result))
        equal(result.err, "")
        contains(result.out, "problems", "show", "test", "submit", "verify", "sandbox", "doctor",
                 "languages", "Exit status")


@test
def help_of_each_command_names_its_options():
    for name, option in {"problems": "--json", "show": "--json", "test": "--language",
                         "submit": "--reveal", "verify": "--jobs", "sandbox": "--memory",
                         "doctor": "--json", "languages": "--json"}.items():
        for arguments in (["help", name], [name, "--help"]):
            result = assay(*arguments)
            equal(result.status, 0, str(result))
            contains(result.out, "usage: assay " + name, option)


@test
def version_is_one_line():
    for arguments in (["version"], ["--version"]):
        result = assay(*arguments)
        equal(result.status, 0, str(result))
        true(re.fullmatch(r"assay \d+\.\d+\.\d+\S*\n", result.out), result.out)


@test
def problems_lists_the_shipped_packages():
    result = assay("problems")
    equal(result.status, 0, str(result))
    contains(result.out, *SHIPPED)
    listed = assay("problems", "--json").json()
    equal(sorted(p["problem"] for p in listed), sorted(SHIPPED + SERVICES))
    for problem in listed:
        if problem["types"] == ["service"]:
            has_keys(problem, {"title": str, "probes": int, "references": list}, problem["problem"])
            equal(problem["valid"], True, problem["problem"])
            continue
        has_keys(problem, {"directory": str, "valid": bool, "title": str, "format": str,
                           "types": list}, "problem")
        equal((problem["valid"], problem["format"]), (True, "2025-09"), problem["problem"])


@test
def show_prints_the_statement_and_the_limits():
    for slug, words in {"logwindow": "colours", "retrybudget": "degraded",
                        "baddeploy": "probe"}.items():
        result = assay("show", slug)
        equal(result.status, 0, str(result))
        contains(result.out, words)
        shown = assay("show", slug, "--json").json()
        has_keys(shown, {"problem": str, "title": str, "statement": str, "time_limit_s": NUMBER,
                         "memory_limit_bytes": int, "samples": int, "secret_tests": int}, "show")
        contains(shown["statement"], words)
        equal(shown["memory_limit_bytes"], 256 << 20)
        true(shown["secret_tests"] >= 15 and shown["samples"] >= 2, f"{slug}: too few tests")


@test
def languages_are_the_nine():
    result = assay("languages")
    equal(result.status, 0, str(result))
    rows = assay("languages", "--json").json()
    ids = [row["id"] for row in rows]
    for language in ["c", "cpp", "python3", "go", "java", "kotlin", "javascript", "typescript",
                     "rust"]:
        true(language in ids, f"no {language} in {ids}")
    for row in rows:
        has_keys(row, {"id": str, "name": str, "endings": list, "available": bool}, "language")
        if row["available"]:
            has_keys(row, {"version": str, "path": str}, row["id"])
        else:
            has_keys(row, {"missing": str, "remedy": str}, row["id"])


@test
def doctor_says_that_this_host_isolates():
    result = assay("doctor")
    equal(result.status, 0, str(result))
    report = assay("doctor", "--json").json()
    has_keys(report, {"isolation": dict, "checks": list, "languages": list, "growth": list}, "doctor")
    equal([row["backend"] for row in report["growth"]], ["instructions", "hardware instructions", "cpu time"])
    emulator = shutil.which(f"qemu-{os.uname().machine}", path="/usr/bin:/usr/local/bin")
    equal([row["fault"] is None for row in report["growth"]][::2], [emulator is not None, True])
    in_order(result.out, "\ngrowth", "\n  instructions ", "\n  cpu time ")
    true(report["isolation"]["works"], f"{report['isolation']}")
    true(len(report["checks"]) >= 5, "hardly anything is checked")
    for check in report["checks"]:
        has_keys(check, {"name": str, "state": str, "detail": str}, "check")
        true(check["state"] == "ok" or check["remedy"], f"no remedy for {check}")


@test
def doctor_says_the_version_of_every_library():
    libraries = {row["name"]: row["version"] for row in assay("doctor", "--json").json()["libraries"]}
    table = (ROOT / "CONTRIBUTING.md").read_text().split("| library |")[1].split("\n\n")[0]
    equal(list(libraries), re.findall(r"^\| ([a-z0-9-]+) \|", table, re.M), "the table of CONTRIBUTING.md")
    makefile = (ROOT / "Makefile").read_text()
    packages = re.search(r"^PACKAGES := (.*)$", makefile, re.M)[1].split() + ["libgit2", "libjq"]
    contains(makefile, " -ljq ", "pkg-config --cflags libgit2 ")
    called = {"libpcre2-8": "pcre2", "yaml-0.1": "libyaml", "libcmark-gfm": "cmark-gfm"}
    equal(sorted(libraries), sorted(called.get(package, package) for package in packages), "what is linked")
    for name, version in libraries.items():
        true(name == "libjq" or re.match(r"\d+\.\d+", version), f"{name}: {version}")


# ---- Commands that judge ----------------------------------------------------------------------


@test
def submit_prints_the_verdict_and_its_json():
    package = package_2025()
    right, wrong = source("a.py", DOUBLE), source("a.py", "print(int(input()) + 1)\n")
    result = assay("submit", package, right)
    equal(result.status, 0, str(result))
    contains(result.out.lower(), "accepted")
    result = assay("submit", package, wrong)
    equal(result.status, 1, str(result))
    contains(result.out.lower(), "wrong answer")
    trial = judge(package, right)
    check_trial(trial)
    equal((trial["problem"], trial["language"], trial["verdict"]), ("double", "python3", "AC"))
    equal((trial["time_limit_s"], trial["memory_limit_bytes"]), (1.0, 128 << 20))
    equal([t["name"] for t in trial["tests"]],
          ["sample/1", "secret/1-small", "secret/2-zero", "secret/3-large"])
    equal({t["group"] for t in trial["tests"]}, {"sample", "secret"})
    true("score" not in trial or trial["score"] is None, "a score in a pass-fail problem")
    check_trial(judge(package, wrong))


@test
def submit_measures_what_a_test_used():
    burn = source("a.c", """#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
int main(void)
{
    long long n;
    char *memory = malloc(40 << 20);
    memset(memory, 1, 40 << 20);
    while (clock() < CLOCKS_PER_SEC * 3 / 10)
        ;
    if (scanf("%lld", &n) == 1)
        printf("%lld\\n", 2 * n + memory[1234567] - 1);
}
""")
    trial = verdict_is(package_2025(), burn, "AC")
    for one in trial["tests"]:
        true(0.29 < one["cpu_s"] < 0.6, f"CPU time {one['cpu_s']} for 0.3 s")
        true(one["wall_s"] > 0.29, f"wall time {one['wall_s']} for 0.3 s")
        true(39 << 20 < one["memory_bytes"] < 60 << 20, f"{one['memory_bytes']} bytes for 40 MiB")


@test
def test_runs_the_samples_alone():
    package = package_2025()
    only_sample = source("a.py", "print(2)\n")
    trial = judge(package, only_sample, command="test")
    check_trial(trial)
    equal([t["name"] for t in trial["tests"]], ["sample/1"])
    equal(trial["verdict"], "AC")
    equal(judge(package, only_sample)["verdict"], "WA")


@test
def several_files_make_one_submission():
    folder = write_tree(directory("source"), {
        "main.c": '#include <stdio.h>\n#include "twice.h"\n'
                  'int main(void) { int n; scanf("%d", &n); printf("%d\\n", twice(n)); }\n',
        "twice.c": '#include "twice.h"\nint twice(int n) { return 2 * n; }\n',
        "twice.h": "int twice(int n);\n"})
    verdict_is(package_2025(), [folder / "main.c", folder / "twice.c", folder / "twice.h"], "AC")
    verdict_is(package_2025(), folder, "AC")


@test
def the_language_option_outweighs_the_ending():
    package = package_2025()
    odd = source("solution.txt", DOUBLE)
    equal(judge(package, odd, options=["--language", "python3"])["language"], "python3")
    c_in_cpp = source("a.c", "#include <iostream>\nint main() { int n; std::cin >> n; "
                             "std::cout << 2 * n << '\\n'; }\n")
    equal(judge(package, c_in_cpp)["verdict"], "CE")
    equal(judge(package, c_in_cpp, options=["--language=cpp"])["verdict"], "AC")


@test
def full_runs_every_test_and_lazy_need_not():
    package = package_2025()
    wrong = source("a.py", "print(0)\n")
    equal(len(judge(package, wrong, options=["--full"])["tests"]), 4)
    lazy = judge(package, wrong, options=["--jobs", "1"])
    true(len(lazy["tests"]) < 4, "the verdict is certain after the first test")
    equal(lazy["decided_by"], "sample/1")


@test
def verify_prints_a_table_and_its_json():
    package = package_2025({"submissions/wrong_answer/zero.py": "print(0)\n"})
    result = assay("verify", package)
    equal(result.status, 0, str(result))
    contains(result.out, "accepted/double.py", "wrong_answer/zero.py")
    reports = verify(package, status=0)
    equal(len(reports), 1)
    has_keys(reports[0], {"package": str, "valid": bool, "errors": list, "submissions": list},
             "package")
    true(reports[0]["valid"], f"{reports[0]['errors']}")
    by_path = {s["path"]: s for s in reports[0]["submissions"]}
    equal(sorted(by_path), ["accepted/double.py", "wrong_answer/zero.py"])
    for one in by_path.values():
        has_keys(one, VERIFIED, "submission")
        equal((one["ok"], one["language"]), (True, "python3"), one["path"])
    equal(by_path["accepted/double.py"]["expected"], ["AC"])
    true("WA" in by_path["wrong_answer/zero.py"]["expected"], f"{by_path}")
    true("AC" not in by_path["wrong_answer/zero.py"]["expected"], f"{by_path}")
    equal(by_path["wrong_answer/zero.py"]["verdict"], "WA")


@test
def verify_fails_when_a_label_is_wrong():
    package = package_2025({"submissions/wrong_answer/right.py": DOUBLE + "# right\n"})
    reports = verify(package, status=1)
    by_path = {s["path"]: s for s in reports[0]["submissions"]}
    equal(by_path["wrong_answer/right.py"]["verdict"], "AC")
    equal(by_path["wrong_answer/right.py"]["ok"], False)
    equal(by_path["accepted/double.py"]["ok"], True)


@test
def verify_takes_several_packages():
    reports = verify(package_2025(name="one"), package_2025(name="two"), status=0)
    equal([pathlib.Path(r["package"]).name for r in reports], ["one", "two"])


@test
def verify_goes_on_behind_a_broken_package():
    broken = package_2025({"problem.yaml": "name: [\n"}, name="broken")
    reports = verify(broken, package_2025(name="sound"), status=BAD_INPUT)
    equal([r["valid"] for r in reports], [False, True])
    true(reports[0]["errors"] and not reports[0]["submissions"], f"{reports[0]}")


# ---- The sandbox on its own -------------------------------------------------------------------

SANDBOX = {"outcome": str, "exit_status": (int, NOTHING), "signal": (int, NOTHING),
           "call": (str, NOTHING), "cpu_s": NUMBER, "wall_s": NUMBER, "memory_bytes": int,
           "backend": str, "stdout": str, "stderr": str}


def run(*arguments, outcome, **how):
    report = assay("sandbox", "--json", *arguments, **how).json()
    has_keys(report, SANDBOX, "sandbox")
    equal(report["outcome"], outcome, f"{arguments}: {report}")
    return report


@test
def sandbox_reports_exit_status_and_output():
    report = run("--", "/bin/sh", "-c", "echo out; echo err >&2; exit 7", outcome="exited")
    equal((report["exit_status"], report["stdout"], report["stderr"]), (7, "out\n", "err\n"))
    equal(run("--", "/bin/true", outcome="exited")["exit_status"], 0)


@test
def sandbox_reports_a_signal():
    equal(run("--", "/bin/sh", "-c", "kill -SEGV $$", outcome="signalled")["signal"], 11)


@test
def sandbox_limits_cpu_and_wall_time_apart():
    report = run("--cpu", "0.3", "--", "/bin/sh", "-c", "while :; do :; done", outcome="cpu_limit")
    true(0.29 <= report["cpu_s"] < 0.5, f"{report['cpu_s']} s of CPU for a limit of 0.3")
    report = run("--wall", "0.3", "--", "/bin/sleep", "9", outcome="wall_limit")
    true(0.29 <= report["wall_s"] < 1 and report["cpu_s"] < 0.1, f"{report}")


@test
def sandbox_limits_memory_and_output():
    run("--memory", "64M", "--profile", "interpreter", "--", "/usr/bin/python3", "-c",
        "x = bytearray(200 << 20)", outcome="memory_limit")
    run("--memory", "64M", "--profile", "interpreter", "--", "/usr/bin/python3", "-c",
        "x = bytearray(20 << 20)", outcome="exited")
    report = run("--output", "1000", "--", "/bin/sh", "-c", "while :; do echo 0123456789; done",
                 outcome="output_limit")
    true(len(report["stdout"]) <= 1000, f"{len(report['stdout'])} bytes kept of 1000")
    run("--output", "11", "--", "/bin/echo", "0123456789", outcome="exited")
    run("--output", "10", "--", "/bin/echo", "0123456789", outcome="output_limit")


@test
def sandbox_names_the_forbidden_call():
    probe = source("a.py", "")
    report = run("--profile", "interpreter", "--", "/usr/bin/python3", "-c",
                 "import ctypes; ctypes.CDLL(None).ptrace(0, 0, 0, 0)", outcome="forbidden_call")
    equal(report["call"], "ptrace")
    true(probe.exists(), "the host's files are untouched")


@test
def sandbox_says_why_a_program_failed_to_start():
    report = run("--", "/no/such/program", outcome="failed_to_start")
    true(report["exit_status"] is None, f"{report}")
    contains(report["reason"], "/no/such/program")


@test
def sandbox_feeds_stdin_and_counts_processes():
    data = source("in.txt", "from a file\n")
    equal(run("--stdin", data, "--", "/bin/cat", outcome="exited")["stdout"], "from a file\n")
    equal(run("--", "/bin/cat", outcome="exited")["stdout"], "")
    report = run("--processes", "3", "--", "/bin/sh", "-c",
                 "for i in 1 2 3 4 5 6; do sleep 0.2 & done; wait; echo end", outcome="exited")
    true("fork" in report["stderr"].lower() or report["exit_status"] != 0, f"{report}")


@test
def sandbox_repeats_in_an_emptied_room():
    result = assay("sandbox", "--repeat", "4", "--stdin", "-", "--", "sh", "-c",
                   "cat; ls -A /box /tmp /dev/shm | grep -cx x; touch /box/x /tmp/x /dev/shm/x",
                   input=b"in\n")
    equal(result.status, ACCEPTED)
    equal(result.out, "in\n0\n" * 4)
    equal(result.err.count("exited with status 0"), 4)
    result = assay("sandbox", "--repeat", "3", "--json", "--", "false")
    equal(result.status, NOT_ACCEPTED)
    equal(result.out.count('"exit_status": 1'), 3)


@test
def sandbox_hides_the_host():
    secret = source("secret.txt", "of the host\n")
    env = environment(ASSAY_E2E_SECRET="of the host")
    report = run("--", "/bin/sh", "-c", f"cat {secret}; env; id; ls /root /home /proc/1/root",
                 outcome="exited", env=env)
    lacks(report["stdout"], "of the host", "uid=0")
    contains(report["stdout"], "uid=1000")


@test
def sandbox_text_is_short_and_exit_status_tells():
    result = assay("sandbox", "--", "/bin/echo", "hello")
    equal(result.status, 0, str(result))
    contains(result.out, "hello")
    true(assay("sandbox", "--", "/bin/false").status == 1, "a failing program")


# ---- Wrong requests ---------------------------------------------------------------------------


@test
def no_command_and_unknown_commands_are_usage():
    equal(assay().status, USAGE)
    refused(assay("sumbit"), USAGE, "sumbit", "submit")
    refused(assay("help", "verfy"), USAGE, "verfy", "verify")


@test
def unknown_options_are_usage():
    refused(assay("problems", "--jsn"), USAGE, "--jsn", "--json")
    refused(assay("submit", "--reveil", "logwindow", "a.py"), USAGE, "--reveil", "--reveal")
    refused(assay("verify", "-Z", "logwindow"), USAGE, "-Z")
    refused(assay("doctor", "--no-such-option"), USAGE, "--no-such-option")


@test
def missing_and_bad_values_are_usage():
    refused(assay("submit", "logwindow"), USAGE, "FILE")
    refused(assay("submit"), USAGE)
    refused(assay("verify"), USAGE)
    refused(assay("show"), USAGE)
    refused(assay("submit", "--jobs", "many", "logwindow", "a.py"), USAGE, "--jobs", "many")
    refused(assay("submit", "--jobs", "-1", "logwindow", "a.py"), USAGE, "--jobs")
    refused(assay("sandbox", "--memory", "lots", "--", "/bin/true"), USAGE, "--memory", "lots")
    refused(assay("sandbox", "--cpu", "-1", "--", "/bin/true"), USAGE, "--cpu")
    refused(assay("sandbox", "--profile", "nodejs", "--", "/bin/true"), USAGE, "nodejs", "node")
    refused(assay("sandbox"), USAGE)


@test
def unknown_problems_say_what_is_near():
    right = source("a.py", DOUBLE)
    refused(assay("submit", "logwindw", right), BAD_INPUT, "logwindw", "logwindow")
    refused(assay("show", "badeploy"), BAD_INPUT, "badeploy", "baddeploy")
    refused(assay("verify", WORK / "nothing-here"), BAD_INPUT, "nothing-here")
    refused(assay("show", "qqqqqqqqqqqqqqq"), BAD_INPUT, "qqqqqqqqqqqqqqq")


@test
def unknown_languages_and_missing_files_are_told():
    package = package_2025()
    refused(assay("submit", package, source("a.py", DOUBLE), "--language", "pyton3"), USAGE,
            "pyton3", "python3")
    refused(assay("submit", package, WORK / "missing.py"), BAD_INPUT, "missing.py")
    refused(assay("submit", package, source("a.xyz", DOUBLE)), BAD_INPUT, "a.xyz", "--language")
    refused(assay("sandbox", "--stdin", WORK / "missing.txt", "--", "/bin/cat"), BAD_INPUT,
            "missing.txt")


@test
def a_submission_over_the_code_limit_is_told():
    large = source("a.py", "#" * (200 << 10) + "\n" + DOUBLE)
    refused(assay("submit", package_2025(), large), BAD_INPUT, "131072")


@test
def results_go_to_stdout_even_when_it_is_full():
    with open("/dev/full", "w") as full:
        finished = subprocess.run([ASSAY, "problems"], stdout=full, stderr=subprocess.PIPE,
                                  env=environment(), cwd=ROOT, timeout=20)
    equal(finished.returncode, INTERNAL)
    true(finished.stderr, "nothing on stderr")


main()
