"""Whether times repeat: the spread of measured CPU time, alone and beside a busy neighbour.

`run` calls measure() and show(); figures() are what goes to bench.json under `timing.`:

    timing.KIND.SITUATION.FIGURE             in a room that is held to one core, as judging does it
    timing.KIND.SITUATION.unpinned.FIGURE    in a room that may use every core

    KIND        cpu, memory, alloc: what the program of load.c does
    SITUATION   alone; busy, hungry: with a neighbour on another core that computes, or eats memory
                bandwidth
    FIGURE      min_ms, median_ms, p95_ms, max_ms of the CPU time; spread, the largest over the
                smallest; mad, the median distance from the median, over the median

Rooms and kinds take turns within a situation, so that the machine's moods hit them alike.
"""
import json
import os
import statistics
import subprocess

RUNS = 30
KINDS = ("cpu", "memory", "alloc")
SITUATIONS = {"alone": None, "busy": "busy", "hungry": "hungry"}
LABELS = {"alone": "alone", "busy": "beside one that computes",
          "hungry": "beside one that eats memory bandwidth"}
ROOMS = {"pinned": "", "free": "unpinned."}
NEIGHBOUR_S = 900  # it ends by itself should nobody stop it


def build(folder, here, root, archive):
    commands = [["gcc", "-static", "-O2", "-o", folder / "load", here / "load.c"],
                ["gcc", "-std=gnu17", "-O2", "-D_GNU_SOURCE", f"-I{root}", "-o", folder / "timing",
                 here / "timing.c", archive, "-lseccomp", "-pthread"]]
    for command in commands:
        subprocess.run([str(word) for word in command], check=True)
    for name in ("", "load"):
        (folder / name).chmod(0o755)


def beside(neighbour, folder, core):
    """Starts a neighbour, held to a core."""
    return subprocess.Popen([str(folder / "load"), neighbour, str(NEIGHBOUR_S)],
                            preexec_fn=lambda: os.sched_setaffinity(0, {core}))


def measure(folder, runs=RUNS):
    """{situation: {kind: {room: [milliseconds]}}}; situations that need a second core are left out
    where there is none."""
    cores = sorted(os.sched_getaffinity(0))
    results = {}
    for situation, kind in SITUATIONS.items():
        if kind and len(cores) < 2:
            continue
        neighbour = beside(kind, folder, cores[0]) if kind else None
        try:
            output = subprocess.run([str(folder / "timing"), str(folder / "load"), str(runs),
                                     str(cores[-1])], check=True, stdout=subprocess.PIPE).stdout
            if neighbour and neighbour.poll() is not None:
                raise OSError(f"the neighbour that is {kind} ended before the measurement did")
        finally:
            if neighbour:
                neighbour.kill()
                neighbour.wait()
        results[situation] = json.loads(output)
    return results


def summary(values):
    ordered = sorted(values)
    median = statistics.median(ordered)
    return {"min_ms": ordered[0], "median_ms": median,
            "p95_ms": ordered[round(0.95 * (len(ordered) - 1))], "max_ms": ordered[-1],
            "spread": ordered[-1] / ordered[0],
            "mad": statistics.median(abs(value - median) for value in ordered) / median}


def figures(results):
    flat = {}
    for situation, kinds in results.items():
        for kind in KINDS:
            for room, infix in ROOMS.items():
                for name, value in summary(kinds[kind][room]).items():
                    flat[f"timing.{kind}.{situation}.{infix}{name}"] = round(value, 5)
    return flat


def show(results, say):
    say(f"CPU time of {len(next(iter(results.values()))['cpu']['pinned'])} runs of the same work")
    for situation, kinds in results.items():
        say(f"  {LABELS[situation]:38} min   median      p95      max   max/min   MAD/median")
        for kind in KINDS:
            for room in ROOMS:
                row = summary(kinds[kind][room])
                say(f"    {kind:8} {'held to a core' if room == 'pinned' else 'on any core':16}"
                    + "".join(f"{row[name]:9.1f}" for name in ("min_ms", "median_ms", "p95_ms",
                                                               "max_ms"))
                    + f" ms {row['spread']:7.3f}   {100 * row['mad']:8.2f} %")
    for situation in SITUATIONS:
        if situation not in results:
            say(f"  {LABELS[situation]}: not measured, there is one core only")
    say()
