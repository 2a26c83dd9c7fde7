"""Evidence and rubrics for the tests of scoring: a strong take-home, and each way to spoil it."""
import itertools

from harness import ROOT, Skip, directory, equal, json_module

SOURCE = {"kind": "test", "where": "a test"}
UNITS = {}


def known(**facts):
    return {name.replace("__", "."): {"value": value, "source": SOURCE} for name, value in facts.items()}


def probes(aspect, passed, failed):
    return {f"probes.{aspect}.{name}": {"value": value, "source": SOURCE}
            for name, value in (("passed", passed), ("failed", failed), ("total", passed + failed))}


FINDINGS = {f"findings.{principle}.{severity}": {"value": 0, "source": SOURCE}
            for principle, severity in itertools.product(
                ("errors", "limits", "concurrency", "data", "security", "observability", "clarity", "tests"),
                ("must_fix", "should_fix"))}

STRONG = {
    "format": "assay-evidence", "version": 1, "kind": "service",
    "subject": {"problem": "notes", "title": "Notes", "language": None, "files": ["repo"]},
    "facts": {
        **known(build__works=True, start__works=True, start__seconds=0.5, service__stops=True,
                service__logs=True, tests__own__present=True,
                tests__own__passed=12, tests__own__failed=0, tests__own__kill_rate=0.9, readme__present=True,
                readme__setup__works=True, readme__commands__failed=0, readme__claims__false=0,
                readme__commands__passed=5,
                readme__links__broken=0, code__functions__longest=40, code__functions__cognitive=9,
                code__duplicated_share=0.01, code__commented_out=0, code__debug_output=0),
        **{f"readme.sections.{word}": {"value": True, "source": SOURCE}
           for word in ("purpose", "setup", "run", "test", "decisions", "limits", "next")},
        **probes("specification", 10, 0), **probes("persistence", 4, 0), **probes("concurrency", 4, 0),
        **probes("security", 2, 0), **probes("load", 1, 0), **probes("operability", 1, 0), **FINDINGS,
    },
    "findings": [], "details": {},
}

# A fact, a worse value, and the criterion that has to drop; no other one may.
SPOILED = [
    ("probes.specification.failed", 1, "specification"), ("probes.specification.passed", 4, "specification"),
    ("probes.persistence.failed", 1, "persistence"), ("findings.data.must_fix", 1, "persistence"),
    ("probes.concurrency.failed", 2, "concurrency"), ("findings.concurrency.must_fix", 1, "concurrency"),
    ("tests.own.kill_rate", 0.5, "tests"), ("tests.own.failed", 1, "tests"), ("tests.own.present", False, "tests"),
    ("readme.setup.works", False, "readme"), ("readme.claims.false", 1, "readme"),
    ("readme.sections.decisions", False, "readme"), ("readme.commands.failed", 2, "readme"),
    ("readme.commands.passed", 0, "readme"),
    ("code.functions.cognitive", 30, "code"), ("code.debug_output", 2, "code"),
    ("findings.errors.must_fix", 1, "errors"), ("probes.security.failed", 1, "errors"),
    ("findings.limits.should_fix", 1, "errors"), ("probes.load.failed", 1, "operability"),
    ("findings.observability.should_fix", 1, "operability"), ("service.stops", False, "operability"),
    ("service.logs", False, "operability"),
]


def put(path, value):
    """A change of a document at a path."""
    def change(document):
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = value
    return change


BROKEN_EVIDENCE = [
    (put(["version"], 2), "/version"), (put(["kind"], "game"), "/kind"), (put(["facts"], []), "/facts"),
    (put(["extra"], 1), "no key 'extra'"),
    (put(["facts", "start.works", "value"], 1), "/facts/start.works/value: expected true or false"),
    (put(["facts", "start.work"], {}), "/facts/start.work: there is no such fact (did you mean start.works?"),
    (put(["facts", "tests.verdict"], {"value": "AC", "source": SOURCE}), "evidence of kind 'service' has no such fact"),
    (put(["facts", "tests.own.kill_rate", "value"], 1.5), "1.5 is not between 0 and 1"),
    (put(["facts", "probes.load.passed", "value"], 5), "/facts/probes.load.passed/value: 5 is more than"),
    (put(["findings"], [{"rule": "x"}]), "/findings/0"),
]

GOOD = """rubric: good
for: algorithm
criteria:
  - id: a
    weight: 1
    levels:
      1: one
      2: {anchor: two, when: fact("tests.secret.passed") >= 1}
      3: {anchor: three, when: fact("tests.secret.passed") >= 2}
      4: {anchor: four, when: fact("tests.secret.passed") >= 3}
overall:
  levels: {2: {score: 2}, 3: {score: 3}, 4: {score: 3.5}}
"""

# A rubric, the line of its fault, and a part of what is said.
FAULTS = [
    (GOOD.replace("weight: 1", "weight: 0.9"), 5, "add up to 0.900"),
    (GOOD.replace("passed\") >= 3", "pased\") >= 3"), 10, "there is no fact 'tests.secret.pased'"),
    (GOOD.replace(">= 3}", ">= 2}"), 10, "bounds overlap"),
    (GOOD.replace(">= 3}", "> fact(\"tests.secret.total\")}"), 10, "never true"),
    (GOOD.replace(">= 1}", ">= 0}"), 8, "always true"),
    (GOOD.replace('fact("tests.secret.passed") >= 3', 'fact("probes.failed") == 0'), 10, "never part of the evidence"),
    (GOOD.replace(">= 2}", "<= 40}").replace(">= 3}", ">= 41}"), 10, "level 4 (strong hire) cannot be reached"),
    (GOOD.replace('fact("tests.secret.passed") >= 3', 'fact("session.minutes") >= 3'), 4,
     "when session.minutes gets better"),
    (GOOD.replace("3: {score: 3}", "3: {score: 2}"), 12, "bounds overlap"),
    (GOOD.replace("3: {score: 3}", "3: {score: 3, needs: {b: 2}}"), 12, "there is no criterion 'b'"),
    (GOOD + "extends: nosuch\n", 13, "there is no rubric 'nosuch'"),
]

# What already the shape forbids.
WRONG_SHAPES = [
    "title: x\n", "rubric: A B\n", GOOD + "extra: 1\n", GOOD + "missing: never\n", GOOD + "missing: level 5\n",
    GOOD.replace("for: algorithm", "for: games"), GOOD.replace("weight: 1", "weight: 2"),
    GOOD.replace("weight: 1", "weight: x"), GOOD.replace("1: one", "0: one"), GOOD.replace("1: one", "1: {when: x}"),
    GOOD.replace("anchor: two", "ancor: two"), GOOD.replace("weight: 1", "rated by: dog"),
    GOOD.replace("levels: {2:", "levels: {1:"), GOOD.replace("score: 2}", "score: 5}"),
    GOOD.replace("score: 2}", "needs: [a]}"), GOOD.replace("weight: 1", "weight: 1\n    caps: [{when: 'true'}]"),
    GOOD + "gates: [{that: 'true'}]\n", GOOD + "gates: {}\n", GOOD.replace("  - id: a\n", "  - title: a\n"),
]

_number = itertools.count()


def write(document):
    path = directory("evidence") / f"{next(_number)}.json"
    path.write_text(json_module.dumps(document))
    return path


def level_of(card, criterion):
    return next(row for row in card["criteria"] if row["id"] == criterion)["level"]


def _validator(name):
    try:
        import jsonschema
    except ImportError as missing:
        raise Skip(f"{missing.name} is not there: scripts/setup test")
    schema = json_module.loads((ROOT / f"docs/{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def fits_schema(document, name):
    equal([error.message for error in _validator(name).iter_errors(document)], [], name)


def rubric_schema_errors(text):
    try:
        import yaml
    except ImportError as missing:
        raise Skip(f"{missing.name} is not there: scripts/setup test")

    def keyed(value):
        """JSON has no keys but texts."""
        if isinstance(value, dict):
            return {str(key): keyed(inner) for key, inner in value.items()}
        return [keyed(inner) for inner in value] if isinstance(value, list) else value
    return [error.message for error in _validator("rubric").iter_errors(keyed(yaml.safe_load(text)))]
