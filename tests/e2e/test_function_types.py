#!/usr/bin/python3
"""Every type of a signature through the driver of every language: a class whose methods give back what
they get, made from the generated starter, must print random values as they were."""
import random

from harness import *

TYPES = ["int", "long", "double", "bool", "string", "list<int>", "list<long>", "list<double>",
         "list<bool>", "list<string>", "list<list<int>>", "list<optional<int>>",
         "list<list<string>>", "matrix<int>", "matrix<bool>", "optional<int>", "optional<string>",
         "optional<list<int>>", "map<string, int>", "map<int, list<int>>", "map<long, string>",
         "tree<int>", "linked<int>", "graph"]
PIECES = ["a", "b c", '"q"', "\\", "\n\t", "\u00e9", "\U0001f600", "\u0001", "", "null", "1", "/"]
rng = random.Random(7)


def method_of(kind):
    return "keep_" + re.sub(r"[<>, ]+", "_", kind).strip("_")


def interview():
    text = "class:\n  name: echo_box\n  constructor:\n    start: int\n  methods:\n"
    for kind in TYPES:
        text += f"    - name: {method_of(kind)}\n      parameters:\n        value: {kind}\n" \
                f"      result: {kind}\n"
    return text + "    - name: nothing\n"


def random_list(kind, count):
    return [random_value(kind) for _ in range(count)]


def random_tree(kind):
    """Level by level; a null for each child that a node does not have, none at the end."""
    slots, nodes = 1, []
    while slots and len(nodes) < 9:
        there = not nodes or rng.random() < 0.7
        slots += 1 if there else -1
        nodes.append(random_value(kind) if there else None)
    while nodes[-1] is None:
        nodes.pop()
    return rng.choice([nodes, []])


def random_map(inner):
    key, value = inner.split(", ", 1)
    made = {random_value(key): random_value(value) for _ in range(rng.choice([0, 1, 5]))}
    return {k: made[k] for k in sorted(made, key=lambda k: k.encode() if key == "string" else k)}


def random_value(kind):
    scalars = {
        "int": lambda: rng.choice([0, -2**31, 2**31 - 1, rng.randint(-99, 99)]),
        "long": lambda: rng.choice([0, -2**63, 2**63 - 1, rng.randint(-99, 99)]),
        "double": lambda: rng.choice([0.5, -2.25, 3.125, 1000.75]),
        "bool": lambda: rng.random() < 0.5,
        "string": lambda: "".join(rng.choices(PIECES, k=rng.randint(0, 4))),
        "graph": lambda: random_value("list<list<int>>"),
    }
    if kind in scalars:
        return scalars[kind]()
    outer, inner = kind[:-1].split("<", 1)
    count, columns = rng.choice([0, 1, 2, 5]), rng.randint(1, 3)
    return {
        "list": lambda: random_list(inner, count),
        "linked": lambda: random_list(inner, count),
        "matrix": lambda: [random_list(inner, columns) for _ in range(count)],
        "optional": lambda: rng.choice([None, random_value(inner)]),
        "map": lambda: random_map(inner),
        "tree": lambda: random_tree(inner),
    }[outer]()


def text_of(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{text_of(k)}: {text_of(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(text_of, value)) + "]"
    return json_module.dumps(value, ensure_ascii=False)


# How the body of a method of the starter becomes `return value`.
BODIES = {
    "c": (r"    \(void\) value;\n    return .*;", "    return value;"),
    "cpp": (r"        \(void\) value;\n        return .*;", "        return value;"),
    "python3": (r"(value: .*\n)        return .*", r"\1        return value"),
    "go": (r'\n\treturn (0|false|""|nil)\n', "\n\treturn value\n"),
    "java": (r"return .*;", "return value;"),
    "kotlin": (r"return .*", "return value"),
    "javascript": (r"(    )return .*;", r"\1return value;"),
    "typescript": (r"(    )return .*;", r"\1return value;"),
    "rust": (r"        let _ = value;\n        .*\n", "        value\n"),
}
TOOLS = {"c": "gcc", "cpp": "g++", "python3": "python3", "go": "go", "java": "javac",
         "kotlin": "kotlinc", "javascript": "node", "typescript": "esbuild", "rust": "rustc"}


def make_package():
    base = directory("library")
    assay("new", "echobox", "--dir", base)
    package = base / "echobox"
    for name in ("data", "submissions", "include", "attachments", "input_validators",
                 "generators"):
        shutil.rmtree(package / name)
    calls = [kind for kind in TYPES for _ in range(12)]
    rng.shuffle(calls)
    values = [random_value(kind) for kind in calls]
    call = "EchoBox(3), " + ", ".join(f"{method_of(k)}({text_of(v)})" for k, v in zip(calls, values))
    call += ", nothing()"
    results = [text_of(v) for v in values] + ["null"]
    write_tree(package, {
        "interview.yaml": interview(),
        "data/sample/1.in": "1\n0\n", "data/sample/1.ans": "",
        "data/secret/1.in": "1\n0\n", "data/secret/1.ans": "",
    })
    equal(assay("generate", package).status, 0)
    return package, call, ", ".join(results)


PACKAGE, CALL, RESULTS = make_package()


def same(found, expected):
    at = len(os.path.commonprefix([found, expected]))
    true(found == expected, f"...{found[at - 40:at + 40]!r} for ...{expected[at - 40:at + 40]!r}")


def make_echo_test(language):
    def body():
        have(TOOLS[language])
        base = directory("echo")
        equal(assay("start", PACKAGE, "--language", language, "--dir", base).status, 0)
        starter = [f for f in base.iterdir() if f.stem not in ("nodes", "signature")][0]
        changed, count = re.subn(*BODIES[language], starter.read_text())
        true(count >= len(TYPES), f"{count} bodies of {len(TYPES)}")
        starter.write_text(changed)
        trial = judge(PACKAGE, starter, command="test", options=["--input", CALL])
        equal(trial["verdict"], "AC", f"{trial['compile']} {trial['tests']}")
        same(trial["tests"][0]["call"], CALL)
        same(trial["tests"][0]["found"], RESULTS)
    body.__name__ = f"every_type_comes_back_in_{language}"
    return test(body)


for one in BODIES:
    make_echo_test(one)


main()
