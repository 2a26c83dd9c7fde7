# Reads a test, calls weigh, prints the result. Generated from interview.yaml: do not edit.
import importlib.machinery
import importlib.util
import json
import os
import re
import sys
from itertools import chain, islice


HERE = os.path.dirname(os.path.abspath(__file__))
OWN = {"main.py", "nodes.py"}
answer = []
tokens = iter(())


class Wrong(Exception):
    """A value that is not of the type that the signature says."""


def fail(text):
    sys.stdout.flush()
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
    os._exit(1)


def load(name, kind):
    """The candidate's function or class: from the only other file, or the one that names it."""
    files = sorted(f for f in os.listdir(HERE) if f.endswith((".py", ".py3")) and f not in OWN)
    for file in files:
        path = os.path.join(HERE, file)
        with open(path, encoding="utf-8", errors="replace") as source:
            text = source.read()
        if len(files) > 1 and not re.search(r"\b(def|class)\s+%s\b" % name, text):
            continue
        loader = importlib.machinery.SourceFileLoader("solution", path)
        spec = importlib.util.spec_from_file_location("solution", path, loader=loader)
        module = importlib.util.module_from_spec(spec)
        sys.modules["solution"] = module
        sys.path.insert(0, HERE)
        spec.loader.exec_module(module)
        if callable(getattr(module, name, None)):
            return getattr(module, name)
    fail("there is no %s %s in %s" % (kind, name, ", ".join(files) or "the submission"))


def call(function, *arguments):
    try:
        return function(*arguments)
    except TypeError as error:
        if error.__traceback__.tb_next is None:  # it was not even entered
            fail("%s cannot be called with %d argument%s: %s" % (
                function.__name__, len(arguments), "" if len(arguments) == 1 else "s", error))
        raise


def expect(value, *types):
    if not isinstance(value, types):
        raise Wrong("of the type %s" % type(value).__name__)


def with_name(name, write, value, wanted):
    try:
        write(value)
    except Wrong as error:
        text = repr(value)
        fail("%s: %s was returned, where %s is wanted; it has something %s" % (
            name, text if len(text) < 80 else text[:80] + "...", wanted, error))


def parse_int(token):
    return int(token)


parse_long = parse_int
parse_double = float


def read_int():
    return int(next(tokens))


read_long = read_int


def read_double():
    return float(next(tokens))


def read_bool():
    return next(tokens) == b"true"


def read_string():
    return json.loads(next(tokens))


def format_int(value):
    if type(value) is not int:
        if not hasattr(value, "__index__") or isinstance(value, bool):
            expect(value, Wrong)
        value = value.__index__()
    return str(value)


format_long = format_int


def format_double(value):
    if isinstance(value, bool):
        expect(value, Wrong)
    try:
        return repr(float(value))
    except (TypeError, ValueError):
        expect(value, Wrong)


def format_bool(value):
    expect(value, bool)
    return "true" if value else "false"


def write_int(value):
    answer.append(format_int(value))


write_long = write_int


def write_double(value):
    answer.append(format_double(value))


def write_bool(value):
    answer.append(format_bool(value))


def write_string(value):
    expect(value, str)
    answer.append(json.dumps(value, ensure_ascii=False))


def read_list_int():
    return list(map(int, islice(tokens, read_int())))


def main():
    global tokens
    # What the candidate prints goes to stderr. Recursion is bounded by the stack alone.
    output = os.dup(1)
    os.dup2(2, 1)
    sys.setrecursionlimit(1 << 30)
    data = sys.stdin.buffer.read()
    if b'"' in data:
        tokens = (m.group() for m in re.finditer(rb'"(?:[^"\\]|\\.)*"|[^\s"]+', data))
    else:
        tokens = iter(data.split())
    weigh = load("weigh", "function")
    argument_numbers = read_list_int()
    returned = call(weigh, argument_numbers)
    with_name("weigh", write_int, returned, "int")
    sys.stdout.flush()
    with os.fdopen(output, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(answer) + "\n")


main()
