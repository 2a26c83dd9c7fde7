"""Runs a program once for each of several inputs, each time in a child of its own: spread.py COUNT PROGRAM.

The inputs are descriptors from 10 on. The interpreter starts once, and has what most programs import; under an
emulator that is most of the work. Ends at the first child that does not end well, as it did.
"""
import bisect  # noqa: F401 (for the programs)
import collections  # noqa: F401
import heapq  # noqa: F401
import importlib.machinery  # noqa: F401
import importlib.util  # noqa: F401
import json  # noqa: F401
import os
import sys
import typing  # noqa: F401

FIRST = 10


def run(descriptor, path, code):
    os.dup2(descriptor, 0)
    sys.argv = [path]
    sys.path[0] = os.path.dirname(path)
    names = sys.modules["__main__"].__dict__
    clean = {"__name__": "__main__", "__file__": path, "__builtins__": __builtins__}
    names.clear()
    names.update(clean)
    exec(code, names)


def spread(count, path):
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    for descriptor in range(FIRST, FIRST + count):
        child = os.fork()
        if child == 0:
            finish = os._exit, sys  # the program gets the names of this module
            run(descriptor, path, code)
            finish[1].stdout.flush()
            finish[0](0)
        status = os.waitpid(child, 0)[1]
        if os.WIFSIGNALED(status):
            os.kill(os.getpid(), os.WTERMSIG(status))
        if status:
            os._exit(os.WEXITSTATUS(status) or 1)


spread(int(sys.argv[1]), sys.argv[2])
