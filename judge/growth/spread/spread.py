"""Runs a program on each of several inputs, each time in a child of its own: spread.py PROGRAM.

The emulator's plugin gives birth to the children, in the middle of a call (counts.h, MARK_CHILDREN). The interpreter
starts once, and has what most programs import; under an emulator that is most of the work.
"""
import bisect  # noqa: F401 (for the programs)
import collections  # noqa: F401
import heapq  # noqa: F401
import json  # noqa: F401
import os
import sys
import typing  # noqa: F401

MARK_CHILDREN = 5


def run(path, code):
    sys.argv = [path]
    sys.path[0] = os.path.dirname(path)
    names = sys.modules["__main__"].__dict__
    clean = {"__name__": "__main__", "__file__": path, "__builtins__": __builtins__}
    names.clear()
    names.update(clean)
    exec(code, names)


def spread(path):
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec")
    finish = os._exit, sys  # the program gets the names of this module
    os.access("/tmp", MARK_CHILDREN)
    run(path, code)
    finish[1].stdout.flush()
    finish[0](0)


spread(sys.argv[1])
