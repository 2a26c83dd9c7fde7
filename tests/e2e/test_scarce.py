#!/usr/bin/python3
"""A host that is short of something: the right verdict, or one clear error with status 5.

Disk, memory, descriptors, processes run out at every stage; cgroups and the room's init are taken
away in the middle. Whatever happens, an accepted submission is accepted or not judged: never a
wrong verdict, a crash, a hang, or something left behind. All shortages are made in namespaces,
cgroups and limits of the test's own.

  ASSAY_SCARCE_POINTS=N   where in a run things fail: N places a kind (default 5; 200 is thorough)
"""
import concurrent.futures
import resource
import signal
import threading

from harness import *

POINTS = int(os.environ.get("ASSAY_SCARCE_POINTS", "5"))
EVER = 10 ** 9
CACHE = directory("cache")
INJECTOR = WORK / "scarce.so"
ROOT_USER = os.geteuid() == 0

PACKAGE = package_2025(name="scarce")
CHECKED = package_2025({"output_validators/v/v.py": "import sys\nsame = sys.stdin.read().split() == "
                        "open(sys.argv[2]).read().split()\nsys.exit(42 if same else 43)\n"},
                       name="checked")
LONG = package_2025({**{f"data/secret/{i}.in": f"{i}\n" for i in range(10, 40)},
                     **{f"data/secret/{i}.ans": f"{2 * i}\n" for i in range(10, 40)}}, name="long")
PYTHON = source("a.py", DOUBLE)
CPP = source("a.cpp", "#include <iostream>\nint main()\n{\n    int n;\n    std::cin >> n;\n"
                      "    std::cout << 2 * n << '\\n';\n}\n")
SLOW = source("slow.py", "import time\nn = int(input())\ntime.sleep(0.02)\nprint(2 * n)\n")

COMMANDS = {
    "python": ("submit", PACKAGE, PYTHON, "--json"),
    "checked": ("submit", CHECKED, PYTHON, "--json"),
    "compiled": ("submit", PACKAGE, CPP, "--json", "--no-cache"),
    "verify": ("verify", PACKAGE, "--json"),
    "sandbox": ("sandbox", "--", "echo", "said"),
}


# ---- What must hold ---------------------------------------------------------------------------


def run(command, env=None, before=None, prefix=(), timeout=100):
    arguments = COMMANDS.get(command, command)
    call = [*prefix, str(ASSAY), *map(str, arguments)]
    try:
        finished = subprocess.run(call, env=env or environment(XDG_CACHE_HOME=CACHE), cwd=ROOT,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout,
                                  preexec_fn=before)
    except subprocess.TimeoutExpired:
        fail(f"{call}: still running after {timeout} s")
    return Result(arguments, finished)


def is_right(result):
    """The run did its work, and rightly."""
    if result.arguments[0] == "sandbox":
        return result.out == "said\n"
    trials = result.json()
    if result.arguments[0] == "verify":
        return trials[0]["valid"] and not any(s["verdict"] != "AC" for s in trials[0]["submissions"])
    return trials["verdict"] == "AC"


def check(result, what, may_be_killed=False):
    """Right, or an error of Assay's own in few clear words. Returns whether it was right."""
    if result.status == ACCEPTED:
        true(is_right(result), f"{what}: {result}: stdout {result.out[:600]!r}")
        return True
    if may_be_killed and result.status == -signal.SIGKILL:
        return False
    equal(result.status, INTERNAL, f"{what}: {result}: stdout {result.out[-300:]!r}")
    lines = result.err.strip().splitlines()
    true(1 <= len(lines) <= 3, f"{what}: {result}: {len(lines)} lines")
    true(all(line.startswith("assay: ") and len(line) > 15 for line in lines), f"{what}: {result}")
    return False


def abandoned_groups():
    """Beside the groups of this process, where judges make theirs: those whose judge is gone."""
    places = [pathlib.Path("/sys/fs/cgroup", controller.replace("name=", "") or "unified",
                           path.lstrip("/"))
              for _, controller, path in (line.split(":", 2) for line in pathlib.Path(
                  "/proc/self/cgroup").read_text().splitlines())]
    places.append(pathlib.Path("/sys/fs/cgroup"))
    return [str(g) for place in places for g in place.glob("assay-*")
            if g.name.split("-")[1].isdigit() and not
            pathlib.Path("/proc", g.name.split("-")[1]).exists()]


def nothing_is_left():
    """A judge sweeps what killed ones left. Somebody else's may be killed just then: try again."""
    for _ in range(3):
        true(check(run("python"), "afterwards"), "what works is still broken afterwards")
        if not abandoned_groups():
            return
    equal(abandoned_groups(), [], "cgroups")


def together(cases, function):
    """The results of all cases, two at a time."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(function, cases))


def places(calls):
    """Evenly over the calls, the first and the last among them."""
    return sorted({round(i * (calls - 1) / max(1, POINTS - 1)) for i in range(POINTS)})


# ---- Failing calls ----------------------------------------------------------------------------


def injector():
    have("gcc")
    if not INJECTOR.exists():
        subprocess.run(["gcc", "-O1", "-shared", "-fPIC", "-fno-builtin", "-o", INJECTOR,
                        ROOT / "tests/e2e/support/scarce.c"], check=True)
    return INJECTOR


def inject(command, kind, at, span):
    """Runs with the calls of a kind failing; also how many there were."""
    tell = WORK / f"calls-{threading.get_ident()}"
    tell.unlink(missing_ok=True)
    env = environment(XDG_CACHE_HOME=CACHE, LD_PRELOAD=injector(), SCARCE=kind, SCARCE_AT=at,
                      SCARCE_SPAN=span, SCARCE_TELL=tell)
    result = run(command, env)
    return result, int(tell.read_text()) if tell.exists() else 0


def sweep(command, kind):
    check(run(command), "beforehand")
    calls = inject(command, kind, -1, 1)[1]
    true(calls > 0, f"{command} makes no calls of the kind {kind}")
    cases = [(at, span) for at in places(calls) for span in (1, EVER)]
    runs = together(cases, lambda case: inject(command, kind, *case)[0])
    right = sum(check(result, f"{command}, {kind} from call {at} of {calls} on, {span} calls")
                for (at, span), result in zip(cases, runs))
    true(right < len(cases), f"{command}: no failing call of the kind {kind} was noticed")


def swept(kind):
    for command in COMMANDS:
        sweep(command, kind)
    nothing_is_left()


@test
def failing_allocations():
    swept("memory")


@test
def failing_descriptors():
    swept("descriptors")


@test
def failing_writes():
    swept("disk")


@test
def failing_threads_and_clones():
    swept("processes")


@test
def failing_reads_and_messages():
    swept("reading")


# ---- Disk -------------------------------------------------------------------------------------


def on_a_disk_of(options, command, cache=True):
    """Runs with cache and TMPDIR on a tmpfs in a mount namespace of its own."""
    disk = directory("disk")
    prefix = ["unshare", "-m" if ROOT_USER else "-rm", "sh", "-c",
              f'mount -t tmpfs -o {options} none {disk} && exec "$@"', "sh"]
    env = environment(XDG_CACHE_HOME=disk, TMPDIR=disk if cache else WORK)
    result = run(command, env, prefix=prefix)
    equal(list(disk.iterdir()), [], "left on the disk")
    return result


def mounts_work():
    have("unshare")
    probe = subprocess.run(["unshare", "-m" if ROOT_USER else "-rm", "mount", "-t", "tmpfs", "none",
                            "/mnt"], capture_output=True)
    if probe.returncode:
        raise Skip("no mount namespace of its own")


@test
def a_disk_of_any_size():
    mounts_work()
    seen = set()
    fine = POINTS > 8
    sizes = [4 * i for i in range(1, POINTS)] if fine else [4 * 4 ** i for i in range(POINTS)]
    cases = [(f"size={size}k", command) for size in sizes
             for command in ("python", ("submit", PACKAGE, CPP, "--json"))]
    cases += [(f"nr_inodes={count}", "python") for count in (1, 2, 4, 6, 8, 12)]
    cases += [("size=64m", "verify"), ("size=64m", "compiled"), ("size=64k", "verify")]
    seen = together(cases, lambda case: check(on_a_disk_of(*case), f"{case}"))
    equal(set(seen), {True, False}, "no disk was too small, or all were")


@test
def a_read_only_cache():
    mounts_work()
    for command in ("python", "compiled"):
        true(not check(on_a_disk_of("ro", command), "all read-only"), "judged without a disk")
        result = on_a_disk_of("ro", command, cache=False)
        true(check(result, "read-only cache"), f"{result}: TMPDIR would have done")
        contains(result.err, "compiled programs are not kept")


@test
def a_cache_that_vanishes():
    cache, stop = directory("vanishing"), threading.Event()

    def remove():
        while not stop.wait(0.03):
            shutil.rmtree(cache / "assay", ignore_errors=True)
    thread = threading.Thread(target=remove)
    thread.start()
    try:
        for command in 4 * ["python", "compiled", ("submit", PACKAGE, CPP, "--json")]:
            check(run(command, environment(XDG_CACHE_HOME=cache)), f"{command}, vanishing cache")
    finally:
        stop.set()
        thread.join()


# ---- Limits of the judge's own ----------------------------------------------------------------


def limited(what, soft, hard=None):
    return lambda: resource.setrlimit(what, (soft, soft if hard is None else hard))


@test
def few_descriptors():
    for command in COMMANDS:
        step = max(1, 256 // POINTS // 4)
        counts = sorted({*range(4, 40, step), 64, 2000})  # the loader itself needs the fourth
        together(counts, lambda count: check(
            run(command, before=limited(resource.RLIMIT_NOFILE, count)),
            f"{command}, {count} descriptors"))
    nothing_is_left()


def loader_mebibytes():
    """What the kernel and the loader map of the program and its libraries; with less, none of it runs."""
    for mebibytes in range(8, 400, 4):
        if run(("--version",), before=limited(resource.RLIMIT_AS, mebibytes << 20)).status == 0:
            return mebibytes
    fail("assay --version does not run in 400 MiB")


@test
def little_address_space():
    least = loader_mebibytes()
    for command in COMMANDS:
        together(range(least, least + 150, max(2, 150 // POINTS)), lambda mebibytes: check(
            run(command, before=limited(resource.RLIMIT_AS, mebibytes << 20)),
            f"{command}, {mebibytes} MiB of address space"))
    nothing_is_left()


@test
def limits_that_programs_would_inherit():
    for what, soft in ((resource.RLIMIT_DATA, 4 << 20), (resource.RLIMIT_CPU, 1),
                       (resource.RLIMIT_FSIZE, 1 << 16), (resource.RLIMIT_STACK, 1 << 20)):
        for command in ("python", "compiled"):
            before = limited(what, soft, resource.RLIM_INFINITY)
            true(check(run(command, before=before), f"{command}, soft limit {what}"),
                 f"{command}: the soft limit {what} of the judge's shell is in the way")
            check(run(command, before=limited(what, soft)), f"{command}, hard limit {what}")


# ---- Cgroups ----------------------------------------------------------------------------------


class Group:
    """A cgroup (v1) below the present one, for the judge to be in."""

    def __init__(self, controller, **files):
        line = next((x for x in pathlib.Path("/proc/self/cgroup").read_text().splitlines()
                     if x.split(":")[1] == controller), "")
        above = pathlib.Path(f"/sys/fs/cgroup/{controller}{line.split(':')[-1]}")
        if not line or not os.access(above, os.W_OK):
            raise Skip(f"no cgroup v1 {controller} to make groups in")
        self.path = above / f"scarce-{os.getpid()}"
        self.path.mkdir()
        for name, value in files.items():
            file = self.path / name.replace("__", ".")
            if file.exists():
                file.write_text(str(value))

    def enter(self):
        (self.path / "cgroup.procs").write_text(str(os.getpid()))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for path in [*self.path.glob("assay-*"), self.path]:  # of a judge that was killed
            for _ in range(100):
                try:
                    path.rmdir()
                    break
                except OSError:
                    for pid in (path / "cgroup.procs").read_text().split():
                        os.kill(int(pid), signal.SIGKILL)
                    time.sleep(0.05)


@test
def a_group_with_little_memory():
    hungry = source("hungry.py", "n = int(input())\nx = bytearray(48 << 20)\nprint(2 * n)\n")
    for command in ("python", ("submit", PACKAGE, hungry, "--json"), "sandbox"):
        run(command)
        for mebibytes in (2, 8, 16, 32, 48, 256):
            with Group("memory", memory__limit_in_bytes=mebibytes << 20,
                       memory__memsw__limit_in_bytes=mebibytes << 20) as group:
                result = run(command, before=group.enter)
                right = check(result, f"{command}, {mebibytes} MiB", may_be_killed=True)
                true(right or mebibytes < 256, f"{command}: {mebibytes} MiB are enough: {result}")
    with Group("memory", memory__limit_in_bytes=40 << 20) as group:
        result = run(("submit", PACKAGE, hungry, "--json", "--jobs", "1"), before=group.enter)
        contains(result.err, "this host is out of memory")
    nothing_is_left()


@test
def a_group_with_few_processes():
    threads = source("threads.cpp", """#include <iostream>
#include <thread>
int main()
{
    int n;
    std::cin >> n;
    std::thread([&n] { n *= 2; }).join();
    std::cout << n << '\\n';
}
""")
    for command in ("python", "compiled", ("submit", PACKAGE, threads, "--json")):
        run(command)
        for count in (1, 2, 4, 5, 6, 8, 200): # at 4, g++ tries to fork for 15 s
            with Group("pids", pids__max=count) as group:
                right = check(run(command, before=group.enter), f"{command}, {count} processes")
                true(right or count < 200, f"{command}: {count} processes are enough")
    nothing_is_left()


def while_judging(act, what):
    """Calls act(judge's pid) again and again during a judging of many tests. On a busy machine its moments
    may all miss: then the judging is repeated."""
    run(("submit", LONG, SLOW, "--json"))
    for _ in range(5):
        done, result = judge_once_while(act)
        if done:
            return check(result, what)
    fail(f"{what}: nothing was done")


def judge_once_while(act):
    process = subprocess.Popen([ASSAY, "submit", LONG, SLOW, "--json", "--full"], cwd=ROOT,
                               env=environment(XDG_CACHE_HOME=CACHE), stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    moments = random_moments()
    done = 0
    while process.poll() is None:
        time.sleep(next(moments))
        done += act(process.pid)
    out, err = process.communicate(timeout=60)
    result = Result(("submit",), subprocess.CompletedProcess([], process.returncode, out, err))
    return done, result


def random_moments():
    import random
    moments = random.Random(4711)
    while True:
        yield moments.uniform(0.02, 0.2)


def children(pid):
    return [int(child) for path in pathlib.Path(f"/proc/{pid}/task").glob("*/children")
            for child in path.read_text().split()]


def kill_inits(judge_pid):
    try:
        found = children(judge_pid)
        for pid in found:
            os.kill(pid, signal.SIGKILL)
        return len(found)
    except OSError:
        return 0


@test
def the_rooms_init_is_killed():
    for i in range(max(1, POINTS // 8)):
        while_judging(kill_inits, f"init killed, {i}")
    nothing_is_left()


def groups_of(pid):
    """Where somebody else's group goes while it is looked into, the rest of that controller waits for the next look."""
    found = []
    for controller in ("memory", "cpuacct", "pids", "unified", ""):
        try:
            found += pathlib.Path("/sys/fs/cgroup", controller).glob(f"**/assay-{pid}-*")
        except FileNotFoundError:
            continue
    return found


def remove_groups(judge_pid):
    """While the judge is stopped, so that it cannot fill them again. What was killed takes its time to leave."""
    done = 0
    os.kill(judge_pid, signal.SIGSTOP)
    kill_inits(judge_pid)
    for _ in range(20):
        time.sleep(0.025)
        for group in groups_of(judge_pid):
            try:
                group.rmdir()
                done += 1
            except OSError:
                pass
        if done:
            break
    os.kill(judge_pid, signal.SIGCONT)
    return done


@test
def cgroups_are_removed():
    if not ROOT_USER:
        raise Skip("needs root")
    for i in range(max(1, POINTS // 8)):
        while_judging(remove_groups, f"groups removed, {i}")
    nothing_is_left()


# ---- Output -----------------------------------------------------------------------------------


@test
def a_full_or_closed_stdout():
    for command in (*COMMANDS.values(), ("submit", PACKAGE, PYTHON), ("verify", PACKAGE),
                    ("problems",), ("languages",), ("help",), ("--version",)):
        for redirection in (">/dev/full", ">&-") if "--json" in command else (">/dev/full",):
            finished = subprocess.run(["sh", "-c", f'exec "$@" {redirection}', "sh", str(ASSAY),
                                       *map(str, command)], capture_output=True, cwd=ROOT,
                                      env=environment(XDG_CACHE_HOME=CACHE), timeout=60)
            result = Result(command, finished)
            equal(result.status, INTERNAL, f"{redirection}: {result}")
            contains(result.err, "could not be printed")


@test
def a_reader_that_leaves():
    for command in (("submit", PACKAGE, PYTHON), ("verify", PACKAGE), ("problems",)):
        finished = subprocess.run(["sh", "-c", '"$@" | :', "sh", str(ASSAY), *map(str, command)],
                                  capture_output=True, cwd=ROOT, timeout=60,
                                  env=environment(XDG_CACHE_HOME=CACHE))
        equal(finished.stderr.decode(), "", f"{command}: stderr")
    nothing_is_left()


main()
