# Prints of each Python file of the candidate's which lines were executed ("+ FIRST LAST PATH"; the
# whole is "- 1 LAST PATH" before), of what sitecustomize.py noted. A statement over several lines
# is executed where one of its lines is.
import ast
import os

ROOT, NOTES = "/box/app", "/box/lines/python.raw"
FOREIGN = {".git", "node_modules", "venv", ".venv", "__pycache__", "site-packages"}


def noted():
    lines = {}
    with open(NOTES, encoding="utf-8", errors="surrogateescape") as notes:
        for text in notes:
            number, path = text.rstrip("\n").split(" ", 1)
            if number == "0":
                raise SystemExit("! another tool traces the lines of the tests")
            lines.setdefault(path, set()).add(int(number))
    return lines


def spans(text):
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.stmt):
            continue
        body = getattr(node, "body", None)
        first = min([node.lineno] + [item.lineno for item in getattr(node, "decorator_list", [])])
        yield first, max(node.lineno, body[0].lineno - 1) if body else node.end_lineno


def executed(text, count, lines):
    all_lines = set(lines)
    try:
        for first, last in spans(text):
            if any(line in lines for line in range(first, last + 1)):
                all_lines.update(range(first, last + 1))
    except (SyntaxError, ValueError, RecursionError):
        return range(1, count + 1) if lines else []
    return sorted(all_lines)


def tell(path, lines):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    count = text.count("\n") + 1
    print("-", 1, count, path)
    for line in executed(text, count, lines):
        print("+", line, line, path)


try:
    known = noted()
except OSError:
    raise SystemExit("! no Python process of the tests could be watched")
for folder, folders, names in os.walk(ROOT):
    folders[:] = [name for name in folders if name not in FOREIGN]
    for name in names:
        if name.endswith(".py") and os.path.isfile(os.path.join(folder, name)):
            tell(os.path.join(folder, name), known.get(os.path.join(folder, name), set()))
