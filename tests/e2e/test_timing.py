#!/usr/bin/python3
"""Times that can be trusted: programs are held to a core, and verdicts that noise leaves open say so."""
import contextlib
import signal

from harness import *

NEIGHBOURS = 8
CPU = min(os.sched_getaffinity(0))
PACKAGE = package_2025(limits={"time_limit": 0.4})
# Uses about as much CPU time as it is told, and then answers.
WORKS = """#include <stdio.h>
#include <time.h>
int main(void)
{{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    while (clock() < {seconds} * CLOCKS_PER_SEC)
        ;
    printf("%d\\n", 2 * n);
}}
"""
# Eats memory bandwidth, for at most a minute.
NEIGHBOUR = """import time
end = time.monotonic() + 60
block = bytearray(1 << 24)
while time.monotonic() < end:
    block[:] = bytes(1 << 24)
"""


def works(seconds):
    return source("a.c", WORKS.format(seconds=seconds))


def held_to_one():
    os.sched_setaffinity(0, {CPU})


@contextlib.contextmanager
def busy_neighbours():
    """Several busy processes on one CPU. Each in a room of its own: the kernel shares CPUs out by
    cgroup before it does so by process."""
    command = [ASSAY, "sandbox", "--cpu", 70, "--wall", 70, "--memory", "128M", "--profile",
               "interpreter", "--", "python3", "-c", NEIGHBOUR]
    running = [subprocess.Popen([str(word) for word in command], env=environment(),
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, preexec_fn=held_to_one)
               for _ in range(NEIGHBOURS)]
    try:
        time.sleep(2)
        true(all(process.poll() is None for process in running), "a neighbour ended at once")
        yield
    finally:
        for process in running:
            process.send_signal(signal.SIGTERM)
        for process in running:
            process.wait()


def consistent(trial):
    """What the noise means for the verdict, computed again from the figures."""
    limit = trial["time_limit_s"]
    for result in trial["tests"]:
        if "noise" not in result or result["verdict"] not in ("AC", "TLE"):
            continue
        noise = result["noise"]
        true(noise["slowdown"] >= 1 and noise["crowding"] >= 1, f"{noise}")
        if result["verdict"] == "AC" or result["cpu_s"] > limit:
            far = max(result["cpu_s"] / limit, limit / result["cpu_s"])
            if abs(far - noise["slowdown"]) > 1e-4:  # figures are rounded
                equal(noise["certain"], far > noise["slowdown"], f"{result}")
    uncertain = [t["name"] for t in trial["tests"] if not t.get("noise", {}).get("certain", True)]
    decisive = [trial["decided_by"]] if trial["decided_by"] else uncertain
    equal(trial["noise_note"] is not None, any(name in uncertain for name in decisive), f"{trial}")


@test
def a_language_gets_its_part_of_the_limit():
    package = package_2025({"interview.yaml": "time_factors: {c: 0.1, cpp: 0.1, rust: 0.5}\n"},
                           limits={"time_limit": 6}, name="parts")
    trial = judge(package, works(2), status=1)
    equal((trial["verdict"], trial["time_limit_s"]), ("TLE", 0.6))
    equal(trial["time_limit_source"], "problem.yaml, times 0.1 for C")
    equal(judge(package, works(2), options=("--time-limit", 6), status=0)["time_limit_s"], 6)
    doubles = source("a.py", "print(2 * int(input()))\n")
    equal(judge(package, doubles, status=0)["time_limit_s"], 6)
    contains(assay("show", package).out, "6 s of CPU for each test; c, cpp: 0.6 s; rust: 3 s")
    equal(assay("show", package, "--json").json()["time_factors"],
          [{"language": "c", "factor": 0.1}, {"language": "cpp", "factor": 0.1}, {"language": "rust", "factor": 0.5}])
    wrong = package_2025({"interview.yaml": "time_factors: {c++: 0.1}\n"}, name="typing")
    refused(assay("submit", wrong, doubles), BAD_INPUT, "c++", "no language's id", "assay languages")


@test
def the_parts_of_languages_have_their_own_margins():
    package = package_2025({"interview.yaml": "time_factors: {c: 0.1}\n",
                            "submissions/accepted/works.c": WORKS.format(seconds=0.4),
                            "submissions/time_limit_exceeded/slow.c": WORKS.format(seconds=1.2)},
                           limits={"time_limit": 6}, name="margins")
    report = verify(package, status=1)[0]
    rows = {row["path"]: row for row in report["submissions"]}
    contains(rows["accepted/works.c"]["message"], "the limit is to leave it 3 times")
    equal(rows["accepted/works.c"]["ok"], False)
    equal(rows["time_limit_exceeded/slow.c"]["ok"], True)


@test
def noise_is_not_measured_far_from_a_limit():
    trial = verdict_is(PACKAGE, works(0.02), "AC", options=["--time-limit", "20"])
    equal(trial["noise_note"], None)
    equal([t for t in trial["tests"] if "noise" in t], [])


@test
def noise_is_measured_near_the_time_limit():
    trial = judge(PACKAGE, works(0.98), options=["--time-limit", "1"], command="test")
    true(all("noise" in t for t in trial["tests"] if t["repeated"]), f"{trial}")
    true(any(t["repeated"] for t in trial["tests"]), f"{trial}")
    consistent(trial)


@test
def noise_is_measured_when_the_time_limit_is_passed():
    trial = verdict_is(PACKAGE, works(60), "TLE", options=["--jobs", "1"])
    true("noise" in trial["tests"][-1], f"{trial}")
    consistent(trial)


@test
def a_crowded_core_leaves_verdicts_near_the_limit_open():
    near = works(0.396)
    assay("test", PACKAGE, near)  # compiled, and the best time of this machine is known
    with busy_neighbours():
        result = assay("test", "--json", PACKAGE, near, before=held_to_one)
        trial = result.json()
        text = assay("test", PACKAGE, near, before=held_to_one).out
    noise = trial["tests"][0]["noise"]
    true(noise["crowding"] > 1.5, f"the neighbours are seen: {noise}")
    true(noise["slowdown"] > 1, f"{noise}")
    consistent(trial)
    contains(trial["noise_note"] or "", "the machine was", "sample/1 is not certain")
    last = text.strip().splitlines()[-1]
    contains(last, "the machine was", "sample/1 is not certain")


@test
def a_crowded_core_makes_no_time_limit_exceeded():
    within = works(0.25)  # takes longer than the wall limit where nine share the core
    verdict_is(PACKAGE, within, "AC", command="test")
    with busy_neighbours():
        trial = verdict_is(PACKAGE, within, "AC", command="test", before=held_to_one)
    consistent(trial)


@test
def waiting_is_not_blamed_on_a_crowded_core():
    sleeper = source("a.c", "#include <unistd.h>\nint main(void)\n{\n    sleep(60);\n}\n")
    assay("test", PACKAGE, sleeper)
    with busy_neighbours():
        trial = verdict_is(PACKAGE, sleeper, "TLE", command="test", before=held_to_one)
    equal(trial["noise_note"], None)
    consistent(trial)


# ---- Cores ------------------------------------------------------------------------------------

ONE_CPU = "import os\nn = int(input())\nprint(2 * n if len(os.sched_getaffinity(0)) == {} else 0)\n"


@test
def a_program_is_held_to_one_core():
    for jobs in (0, 1):
        verdict_is(PACKAGE, source("a.py", ONE_CPU.format(1)), "AC", options=["--jobs", jobs])


@test
def more_jobs_than_cores_are_left_to_the_scheduler():
    cores = len(os.sched_getaffinity(0))
    if cores + 1 > 4:
        raise Skip(f"the package has 4 tests, this machine {cores} cores")
    verdict_is(PACKAGE, source("a.py", ONE_CPU.format(cores)), "AC", options=["--jobs", cores + 1])


@test
def runtimes_see_one_processor():
    have("node")
    verdict_is(PACKAGE, source("a.js", """const os = require("os");
const n = parseInt(require("fs").readFileSync(0, "utf8"));
const cpus = os.availableParallelism ? os.availableParallelism() : 1;
console.log(cpus === 1 ? 2 * n : 0);
"""), "AC")
    verdict_is(PACKAGE, source("a.cpp", """#include <iostream>
#include <thread>
int main()
{
    int n;
    std::cin >> n;
    std::cout << (std::thread::hardware_concurrency() == 1 ? 2 * n : 0) << std::endl;
}
"""), "AC")


main()
