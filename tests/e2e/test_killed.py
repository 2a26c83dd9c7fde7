#!/usr/bin/python3
"""A judge that is killed at any moment leaves nothing that the next one does not sweep away."""
import random
import signal

from harness import *

KILLS = 200
NAME = f"kill{os.getpid()}"  # of the executable below: at most 15 characters

PACKAGE = package_2025({**{f"data/secret/{i:02}.in": f"{i}\n" for i in range(10, 40)},
                        **{f"data/secret/{i:02}.ans": f"{2 * i}\n" for i in range(10, 40)}},
                       name="killed")
# Renames itself, so that what is left of it can be told from everything else on the machine.
PROGRAM = source("a.c", f"""#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>
int main(void)
{{
    int n;
    prctl(PR_SET_NAME, "{NAME}");
    if (fork() == 0)
        sleep(100);
    if (scanf("%d", &n) == 1)
        printf("%d\\n", 2 * n);
    usleep(2000);
    return 0;
}}
""")


def processes():
    """Living processes that the program started, and judges."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            name = (entry / "comm").read_text().strip()
            state = (entry / "stat").read_text().rsplit(")", 1)[1].split()[0]
        except (OSError, IndexError):
            continue
        if name == NAME and state != "Z":
            found.append(entry.name)
    return found


def groups(judges):
    """Groups of these judges, wherever cgroups are mounted; others' are none of this test's."""
    found = []
    for mount in pathlib.Path("/sys/fs/cgroup").glob("**/assay-*"):
        pid = mount.name.split("-")[1]
        if pid in judges:
            found.append(str(mount))
    return found


@test
def killing_the_judge_at_any_moment_leaves_nothing():
    cache = directory("cache")
    env = environment(XDG_CACHE_HOME=cache, TMPDIR=WORK)
    mounts = len(pathlib.Path("/proc/self/mountinfo").read_text().splitlines())
    verdict_is(PACKAGE, PROGRAM, "AC", env=env, options=["--full"])
    moments = random.Random(4711)
    killed, judges = 0, set()
    for i in range(KILLS):
        options = ["--no-cache"] if i % 4 == 0 else []
        judge_process = subprocess.Popen([ASSAY, "submit", PACKAGE, PROGRAM, "--full", *options],
                                         env=env, cwd=ROOT, stdout=subprocess.DEVNULL,
                                         stderr=subprocess.DEVNULL)
        judges.add(str(judge_process.pid))
        time.sleep(moments.uniform(0, 0.12))
        judge_process.send_signal(signal.SIGKILL)
        killed += judge_process.wait() == -signal.SIGKILL
    true(killed > KILLS // 2, f"only {killed} of {KILLS} were killed before their end")
    verdict_is(PACKAGE, PROGRAM, "AC", env=env, options=["--full"])
    time.sleep(0.5)
    equal(processes(), [], "processes")
    equal(groups(judges), [], "cgroups")
    equal(len(pathlib.Path("/proc/self/mountinfo").read_text().splitlines()), mounts, "mounts")


main()
