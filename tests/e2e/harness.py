"""What the end-to-end tests share: running the built program, small packages, a runner.

A script of tests is a Python 3 program without any package beyond the standard library:

    from harness import *

    @test
    def what_the_program_does():
        result = assay("languages")
        equal(result.status, 0)

    main()

Each test prints one line; the script ends with "N passed, N failed". The program under test is
$ASSAY, by default build/assay of the checkout. Everything that a test writes goes to a directory of
its own, which is removed at the end; HOME and the XDG directories point there.
"""
import atexit
import json as json_module
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ASSAY = pathlib.Path(os.environ.get("ASSAY", ROOT / "build" / "assay")).resolve()
VERDICTS = {"AC", "WA", "TLE", "MLE", "OLE", "RTE", "CE", "SV", "JE"}
ACCEPTED, NOT_ACCEPTED, USAGE, BAD_INPUT, NO_ISOLATION, INTERNAL = range(6)

WORK = pathlib.Path(tempfile.mkdtemp(prefix="assay-e2e-"))
os.chmod(WORK, 0o755)
atexit.register(shutil.rmtree, WORK, ignore_errors=True)

_tests = []


# ---- Saying what must hold --------------------------------------------------------------------


class Failure(Exception):
    """What a test expected did not hold."""


class Skip(Exception):
    """This host cannot run the test, and why."""


def test(function):
    _tests.append(function)
    return function


def fail(text):
    raise Failure(text)


def true(condition, text):
    if not condition:
        fail(text)


def equal(found, expected, what=""):
    if found != expected:
        fail(f"{what + ': ' if what else ''}expected {expected!r}, found {found!r}")


def contains(text, *parts):
    for part in parts:
        if part not in text:
            fail(f"no {part!r} in {text[:1500]!r}")


def lacks(text, *parts):
    for part in parts:
        if part in text:
            fail(f"{part!r} should not be in {text[:1500]!r}")


def in_order(text, *parts):
    """Each part once, and each after the one before it."""
    for part in parts:
        equal(text.count(part), 1, f"{part!r} in {text[:3000]!r}")
    equal([part for _, part in sorted((text.index(part), part) for part in parts)], list(parts), "the order")


def has_keys(value, types, what):
    """Every key of `types` is in the object, with a value of that type (or one of these)."""
    true(isinstance(value, dict), f"{what}: not an object: {value!r}")
    for key, kind in types.items():
        true(key in value, f"{what}: no key {key!r} in {sorted(value)}")
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if isinstance(value[key], bool) and bool not in kinds:
            fail(f"{what}: {key} is {value[key]!r}")
        true(isinstance(value[key], kinds), f"{what}: {key} is {value[key]!r}")


NUMBER = (int, float)
NOTHING = type(None)


def main():
    """Runs the script's tests, or those whose names were given."""
    chosen = [t for t in _tests if not sys.argv[1:] or t.__name__ in sys.argv[1:]]
    failed = 0
    for function in chosen:
        started = time.monotonic()
        note, word = "", "ok"
        try:
            function()
        except Skip as reason:
            strict = os.environ.get("ASSAY_NO_SKIP") == "1"
            word, note = ("FAIL" if strict else "SKIP"), f": {reason}"
        except Failure as reason:
            word, note = "FAIL", f": {reason}"
        except Exception as error:  # a broken test must not hide the others
            line = error.__traceback__.tb_next.tb_lineno if error.__traceback__.tb_next else 0
            word, note = "FAIL", f": {type(error).__name__} at line {line}: {error}"
        failed += word == "FAIL"
        name = function.__name__.replace("_", " ")
        seconds = time.monotonic() - started
        print(f"{word:4} {name}{note}" + (f" ({seconds:.1f} s)" if seconds > 2 else ""), flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not chosen else 0)


# ---- Running the program ----------------------------------------------------------------------


class Result:
    def __init__(self, arguments, finished):
        self.arguments = arguments
        self.status = finished.returncode
        self.out_bytes, self.err_bytes = finished.stdout, finished.stderr
        self.out = finished.stdout.decode("utf-8", "replace")
        self.err = finished.stderr.decode("utf-8", "replace")

    def json(self):
        try:
            return json_module.loads(self.out_bytes.decode("utf-8"))
        except ValueError as error:
            fail(f"{self}: not JSON ({error}): {self.out[:500]!r}")

    def __str__(self):
        return f"assay {' '.join(map(str, self.arguments))}: status {self.status}, " \
               f"stderr {self.err[-1500:]!r}"


def environment(**changes):
    """What the program sees of the environment: little, and nothing of the user's."""
    base = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(WORK),
        "XDG_CACHE_HOME": os.environ.get("ASSAY_E2E_CACHE", str(WORK / "cache")),
        "XDG_CONFIG_HOME": str(WORK / "config"),
        "LANG": "C.UTF-8",
    }
    if ROOT not in ASSAY.parents:  # built outside of the checkout, it cannot know where that is
        base["ASSAY_PROBLEMS"] = str(ROOT / "problems")
        base["ASSAY_RUBRICS"] = str(ROOT / "rubrics")
    base.update(changes)
    return {name: str(value) for name, value in base.items() if value is not None}


def assay(*arguments, env=None, cwd=ROOT, timeout=120, input=b"", before=None,
          growth=False, scorecard=False):
    """Runs the program. A crash of its own is a failure of any test. What is accepted is measured only
    with `growth`, since that takes seconds; what is judged is scored only with `scorecard`."""
    if arguments[:1] == ("submit",) and not growth:
        arguments = ("submit", "--no-growth", *arguments[1:])
    if arguments[:1] in (("submit",), ("grade",)) and not scorecard:
        arguments = (arguments[0], "--no-scorecard", *arguments[1:])
    command = [str(ASSAY), *map(str, arguments)]
    try:
        finished = subprocess.run(command, env=env or environment(), cwd=cwd, input=input,
                                  capture_output=True, timeout=timeout, preexec_fn=before)
    except subprocess.TimeoutExpired:
        fail(f"assay {' '.join(map(str, arguments))}: still running after {timeout} s")
    result = Result(arguments, finished)
    true(result.status >= 0, f"{result}: ended by a signal")
    return result


def refused(result, status, *parts):
    """A wrong request: its exit status, nothing on stdout, and few clear words on stderr."""
    equal(result.status, status, str(result))
    equal(result.out, "", f"{result}: stdout")
    lines = result.err.strip().splitlines()
    true(1 <= len(lines) <= 3, f"{result}: {len(lines)} lines on stderr")
    contains(result.err, *parts)


def judge(package, *files, options=(), command="submit", status=None, **how):
    """The JSON object of `assay submit` (or test)."""
    result = assay(command, package, *files, "--json", *options, **how)
    true(result.status in (ACCEPTED, NOT_ACCEPTED, BAD_INPUT) and result.out, str(result))
    trial = result.json()
    statuses = {"AC": ACCEPTED, "JE": BAD_INPUT}
    equal(result.status, statuses.get(trial["verdict"], NOT_ACCEPTED), f"{result}")
    return trial


def verdict_is(package, files, expected, **how):
    trial = judge(package, *(files if isinstance(files, list) else [files]), **how)
    if trial["verdict"] != expected:
        decisive = [t for t in trial["tests"] if t["verdict"] != "AC"][:2]
        fail(f"expected {expected}, found {trial['verdict']}: {decisive} {trial['compile']}")
    return trial


def verify(*packages, status=None, **how):
    """The JSON array of `assay verify`."""
    result = assay("verify", "--json", *packages, **how)
    if status is not None:
        equal(result.status, status, str(result))
    return result.json()


def on_terminal(*arguments, env=None, timeout=60):
    """Runs the program with a terminal as its stdout and stderr: exit status and what it wrote."""
    import pty
    import select

    controller, terminal = pty.openpty()
    process = subprocess.Popen([str(ASSAY), *map(str, arguments)], stdin=subprocess.DEVNULL,
                               stdout=terminal, stderr=terminal, env=env or environment(), cwd=ROOT)
    os.close(terminal)
    text, end = b"", time.monotonic() + timeout
    while time.monotonic() < end:
        if select.select([controller], [], [], 0.1)[0]:
            try:
                chunk = os.read(controller, 65536)
            except OSError:  # EIO: the last writer is gone
                break
            text += chunk
    os.close(controller)
    if time.monotonic() >= end:
        process.kill()
    return process.wait(), text.decode("utf-8", "replace")


# ---- Packages ---------------------------------------------------------------------------------


def directory(name):
    """A new directory whose last component is `name`."""
    path = pathlib.Path(tempfile.mkdtemp(dir=WORK)) / name
    os.chmod(path.parent, 0o755)
    path.mkdir()
    return path


def write_tree(base, files):
    for name, content in files.items():
        path = base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.mkdir(exist_ok=True)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content)
    return base


def source(name, text):
    """A submission in a file called `name`."""
    return write_tree(directory("source"), {name: text}) / name


DOUBLE = "print(2 * int(input()))\n"
VALIDATE_ONE_NUMBER = """import re, sys
sys.exit(42 if re.fullmatch(rb"-?[0-9]+\\n", sys.stdin.buffer.read()) else 43)
"""

# The problem of most packages here: read a number, print twice the number.
TESTS = {
    "data/sample/1.in": "1\n", "data/sample/1.ans": "2\n",
    "data/secret/1-small.in": "5\n", "data/secret/1-small.ans": "10\n",
    "data/secret/2-zero.in": "0\n", "data/secret/2-zero.ans": "0\n",
    "data/secret/3-large.in": "1000000\n", "data/secret/3-large.ans": "2000000\n",
}
COMMON = {
    **TESTS,
    "input_validators/validate.py": VALIDATE_ONE_NUMBER,
    "submissions/accepted/double.py": DOUBLE,
}


def yaml(**keys):
    """Block YAML of nested dicts; a value is written as JSON, which is YAML too."""
    def block(mapping, depth):
        text = ""
        for key, value in mapping.items():
            if isinstance(value, dict):
                text += f"{'  ' * depth}{key}:\n{block(value, depth + 1)}"
            else:
                text += f"{'  ' * depth}{key}: {json_module.dumps(value)}\n"
        return text
    return block(keys, 0)


def without(files, unwanted):
    """`files` without those whose names start with one of `unwanted`."""
    return {name: text for name, text in files.items() if not name.startswith(tuple(unwanted))}


def build(name, tree, files, drop):
    return write_tree(directory(name), {**without(tree, tuple(drop) or ("\0",)), **dict(files)})


def versioned(version, files, name, drop, limits, keys):
    fields = dict(problem_format_version=version, name={"en": "Double"},
                  uuid="8d0c2c39-6f1c-4a5b-9d3c-0a4a5ab0e0b1",
                  limits={"time_limit": 1.0, "memory": 128, "output": 1, **(limits or {})}, **keys)
    tree = {"problem.yaml": yaml(**fields), "statement/problem.en.md": "Double the number.\n"}
    return build(name, {**tree, **COMMON}, files, drop)


# A generator: as many numbers as its size, in no order.
GENERATE_NUMBERS = """import sys
family, size, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
print(size)
print(*((i * 7919 + seed) % 1000003 for i in range(size)))
"""


def package_2025(files=(), name="double", drop=(), limits=None, **keys):
    """A 2025-09 package. A time limit is given, since deriving one takes runs."""
    return versioned("2025-09", files, name, drop, limits, keys)


def package_draft(files=(), name="double", drop=(), limits=None, **keys):
    """A 2023-07-draft package."""
    return versioned("2023-07-draft", files, name, drop, limits, keys)


def package_legacy(files=(), name="double", drop=(), limits=None, **keys):
    """A legacy package, with a time limit in the file that BAPCtools and DOMjudge know."""
    fields = dict(name="Double", limits={"memory": 128, "output": 1, **(limits or {})}, **keys)
    tree = {"problem.yaml": yaml(**fields), ".timelimit": "1\n",
            "problem_statement/problem.en.tex": "\\problemname{Double}\nDouble the number.\n"}
    return build(name, {**tree, **COMMON}, files, drop)


def have(*commands):
    """Skips the test where one of the commands is missing."""
    for command in commands:
        if not shutil.which(command):
            raise Skip(f"{command} is not installed")
