# Runs at the start of each Python process of a candidate's tests, by PYTHONPATH, once in a grading:
# notes each line of the candidate's sources when it is executed for the first time. At once and not
# at the end, since tests kill the services that they start; and the file is opened for each note,
# since a descriptor that stays open is one that the candidate's program may close.
import os
import sys
import threading

ROOT, NOTES = "/box/app/", "/box/lines/python.raw"
files = {}  # by the name in the code: the lines noted, or None where the file is none of theirs


def note(line, path):
    try:
        fd = os.open(NOTES, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError:
        return
    try:
        os.write(fd, f"{line} {path}\n".encode("utf-8", "surrogateescape"))
    finally:
        os.close(fd)


def each_line(frame, event, argument):
    if event == "line":
        path, lines = files[frame.f_code.co_filename]
        line = frame.f_lineno
        if line not in lines:
            lines.add(line)
            note(line, path)
    return each_line


def each_call(frame, event, argument):
    name = frame.f_code.co_filename
    if name not in files:
        path = os.path.abspath(name)
        files[name] = (path, set()) if path.startswith(ROOT) else None
    return each_line if files[name] else None


def taken(function):
    # Another tool traces: what happens from now on is not seen.
    note(0, "traced by another")
    trace(function)


trace, sys.settrace = sys.settrace, taken
threading.settrace(each_call)
trace(each_call)
