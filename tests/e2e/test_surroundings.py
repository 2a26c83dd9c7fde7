#!/usr/bin/python3
"""Where the program runs: its environment, directories, terminal, and being interrupted."""
import signal

from harness import *

PACKAGE = package_2025()
RIGHT = source("a.py", DOUBLE)


@test
def home_may_be_unset():
    env = environment(HOME=None, XDG_CACHE_HOME=None, XDG_CONFIG_HOME=None)
    result = assay("submit", PACKAGE, RIGHT, "--json", env=env)
    equal((result.status, result.json()["verdict"]), (0, "AC"))
    contains(result.err, "not kept", "HOME")
    verdict_is(PACKAGE, source("a.c", "#include <stdio.h>\nint main(void) { int n; "
                               "scanf(\"%d\", &n); printf(\"%d\\n\", 2 * n); }\n"), "AC", env=env)


@test
def home_and_cache_may_be_unusable():
    """A file where the cache's directory should be: nobody, not even root, can write there."""
    blocked = source("blocked", "a file\n")
    program = source("a.c", "#include <stdio.h>\nint main(void) { int n; "
                            "scanf(\"%d\", &n); printf(\"%d\\n\", 2 * n); }\n")
    verdict_is(PACKAGE, program, "AC", env=environment(XDG_CACHE_HOME=blocked))
    verdict_is(PACKAGE, program, "AC",
               env=environment(HOME=blocked, XDG_CACHE_HOME=None, XDG_CONFIG_HOME=None))
    verdict_is(PACKAGE, program, "AC",
               env=environment(HOME="/proc/1/nothing", XDG_CACHE_HOME=None, XDG_CONFIG_HOME=None))


@test
def the_cache_goes_where_xdg_says():
    cache, home = directory("cache"), directory("home")
    verdict_is(PACKAGE, RIGHT, "AC", env=environment(XDG_CACHE_HOME=cache, HOME=home))
    true((cache / "assay").is_dir(), "nothing in XDG_CACHE_HOME/assay")
    equal(list(home.iterdir()), [])
    verdict_is(PACKAGE, RIGHT, "AC", env=environment(XDG_CACHE_HOME=None, HOME=home))
    true((home / ".cache" / "assay").is_dir(), "nothing in ~/.cache/assay")


@test
def it_runs_from_any_directory():
    equal(assay("problems", "--json", cwd="/").json(), assay("problems", "--json").json())
    equal(judge("logwindow", RIGHT, cwd="/", command="test")["problem"], "logwindow")
    relative = assay("submit", PACKAGE.name, RIGHT, "--json", cwd=PACKAGE.parent)
    equal((relative.status, relative.json()["problem"]), (0, "double"))
    inside = assay("submit", ".", RIGHT, "--json", cwd=PACKAGE)
    equal((inside.status, inside.json()["problem"]), (0, "double"))


@test
def a_relative_submission_is_found():
    result = assay("submit", PACKAGE, RIGHT.name, "--json", cwd=RIGHT.parent)
    equal((result.status, result.json()["verdict"]), (0, "AC"))


@test
def assay_problems_names_the_library():
    one, two = directory("one"), directory("two")
    shutil.copytree(package_2025(), one / "alpha")
    shutil.copytree(package_2025(), two / "algorithms" / "beta")
    env = environment(ASSAY_PROBLEMS=f"{one}:{two}")
    listed = [p["problem"] for p in assay("problems", "--json", env=env).json()]
    equal(sorted(listed), ["alpha", "beta"])
    for name in ("alpha", "beta", "algorithms/beta"):
        equal(judge(name, RIGHT, env=env)["verdict"], "AC")
    refused(assay("submit", "logwindow", RIGHT, env=env), BAD_INPUT, "logwindow")
    env = environment(ASSAY_PROBLEMS=directory("empty"))
    result = assay("problems", "--json", env=env)
    equal((result.status, result.json()), (0, []))


@test
def odd_names_of_files_are_taken():
    odd = source("my solution; $(x) 'q'.py", DOUBLE)
    verdict_is(PACKAGE, odd, "AC")
    dashed = source("-rf.py", DOUBLE)
    result = assay("submit", PACKAGE, "--json", "--", "-rf.py", cwd=dashed.parent)
    equal((result.status, result.json()["verdict"]), (0, "AC"))


# ---- Terminals --------------------------------------------------------------------------------


@test
def colour_is_for_terminals_that_want_it():
    equal(assay("submit", PACKAGE, RIGHT).out.count("\x1b"), 0)
    status, text = on_terminal("submit", PACKAGE, RIGHT, env=environment(TERM="xterm"))
    equal(status, 0, text)
    contains(text, "\x1b[")
    for change in ({"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}):
        status, text = on_terminal("submit", PACKAGE, RIGHT, env=environment(**change))
        equal(status, 0, text)
        lacks(text, "\x1b[1m", "\x1b[3", "\x1b[9")


@test
def programs_cannot_write_escapes_to_the_terminal():
    evil = source("a.py", "import sys\nprint('\\x1b]0;title\\x07\\x1b[2J')\n"
                          "print('\\x1b[31mlast words\\x9b', file=sys.stderr)\nsys.exit(1)\n")
    status, text = on_terminal("test", PACKAGE, evil, env=environment(NO_COLOR="1", TERM="xterm"))
    equal(status, 1, text)
    contains(text, "last words")
    lacks(text, "\x1b]0", "\x1b[2J", "\x1b[31m", "\x07", "\x9b")
    trial = judge(PACKAGE, evil, command="test")
    lacks(trial["tests"][0]["message"], "\x1b", "\x07", "\x9b")


@test
def progress_is_shown_on_a_terminal_only():
    slow = source("a.py", "import time\nwhile time.process_time() < 0.6:\n    pass\n" + DOUBLE)
    status, text = on_terminal("submit", PACKAGE, slow, "--jobs", "1",
                               env=environment(TERM="xterm"))
    equal(status, 0, text)
    true("\r" in text.replace("\r\n", ""), "no bar after a second")
    quiet = assay("submit", PACKAGE, slow, "--jobs", "1")
    equal((quiet.status, quiet.err), (0, ""))
    lacks(quiet.out, "\r")


@test
def output_may_go_to_a_closed_pipe():
    process = subprocess.Popen([ASSAY, "submit", PACKAGE, RIGHT], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=environment(), cwd=ROOT)
    process.stdout.close()
    process.stderr.read()
    true(process.wait(timeout=30) != 0, "output that nobody got counts as success")


@test
def standard_descriptors_may_be_closed():
    for number in (0, 1, 2):
        finished = subprocess.run(["/bin/sh", "-c", f'exec "$0" "$@" {number}>&-', ASSAY, "submit",
                                   PACKAGE, RIGHT, "--json"], capture_output=True,
                                  env=environment(), cwd=ROOT, timeout=60)
        if number == 1:
            true(finished.returncode not in (0, -11, -6), f"status {finished.returncode}")
        else:
            equal(finished.returncode, 0, f"without {number}: {finished.stderr[-500:]!r}")
            equal(json_module.loads(finished.stdout)["verdict"], "AC")


# ---- Interruption -----------------------------------------------------------------------------


def processes_with(mark):
    """Processes on the host whose command line has the mark, apart from this one."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if mark.encode() in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
            except OSError:
                pass
    return found


@test
def nothing_outlives_an_interrupted_judge():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        seconds = f"{3000 + int(number)}.{os.getpid()}"
        judge_process = subprocess.Popen(
            [ASSAY, "sandbox", "--wall", "60", "--", "/bin/sleep", seconds], env=environment(),
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            # A test that was started in the background ignores SIGINT, and so would the judge.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        end = time.monotonic() + 10
        while not [p for p in processes_with(seconds) if p != judge_process.pid]:
            true(time.monotonic() < end, "the program did not start")
            time.sleep(0.02)
        judge_process.send_signal(number)
        judge_process.wait(timeout=10)
        end = time.monotonic() + 5
        while processes_with(seconds):
            true(time.monotonic() < end, f"{number.name}: {processes_with(seconds)} live on")
            time.sleep(0.02)


@test
def a_judge_cleans_up_behind_itself():
    def left():
        mounts = sum(1 for line in open("/proc/self/mounts") if "assay" in line)
        groups = sum(1 for path in pathlib.Path("/sys/fs/cgroup").glob("*/**/*assay*")
                     if path.is_dir())
        return mounts, groups

    verdict_is(PACKAGE, RIGHT, "AC")
    before = left()
    for _ in range(2):
        verdict_is(PACKAGE, RIGHT, "AC")
    after = left()
    true(after[0] <= before[0] and after[1] <= before[1] + 8,
         f"mounts and groups grow from {before} to {after}")


@test
def two_judges_at_once_do_not_disturb_each_other():
    wrong = source("a.py", "print(0)\n")
    runs = [(subprocess.Popen([ASSAY, "submit", PACKAGE, program, "--json"], env=environment(),
                              cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE), verdict)
            for program, verdict in [(RIGHT, "AC"), (wrong, "WA")] * 2]
    for process, verdict in runs:
        out, err = process.communicate(timeout=60)
        equal(json_module.loads(out)["verdict"], verdict, err.decode())


main()
