#!/usr/bin/python3
"""docs/probe.schema.json and the judge's reader of probe files say the same."""
import concurrent.futures

from harness import *
from tiny_service import FILES, PROBES

SCHEMA = json_module.loads((ROOT / "docs/probe.schema.json").read_text())
HEAD = "group: G\nprobes:\n  - id: one\n    title: One\n"


def schema_errors(text):
    """What the schema has against a file, read as YAML 1.2 has it (core schema)."""
    try:
        import jsonschema
        import yaml
    except ImportError as missing:
        raise Skip(f"{missing.name} is not there: scripts/setup test")

    class Core(yaml.SafeLoader):
        yaml_implicit_resolvers = {}
    for tag, pattern, first in (("null", r"~|null|Null|NULL|", "~nN\0"), ("bool", "[Tt]rue|TRUE|[Ff]alse|FALSE", "tTfF"),
                                ("int", "[-+]?[0-9]+", "-+0123456789"),
                                ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789")):
        Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"),
                                   ["" if c == "\0" else c for c in first])
    Core.yaml_constructors = {**yaml.SafeLoader.yaml_constructors,
                              "tag:yaml.org,2002:int": lambda loader, node: int(loader.construct_scalar(node))}
    document = yaml.load(text, Core)
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(document)]


def reader_error(text):
    """What the judge has against it; "" for nothing."""
    package = write_tree(directory("schema"), {**without(FILES, ("faulty/",)), "faulty": None,
                                               "probes/1-notes.yaml": text})
    result = assay("show", package, "--json")
    true(result.status in (ACCEPTED, BAD_INPUT), str(result))
    true(result.status == ACCEPTED or "1-notes.yaml" in result.err, str(result))
    return result.err


def steps(text):
    return HEAD + "    steps:\n      - " + text + "\n"


def request(text):
    return steps("{request: GET /, " + text + "}")


def reply(text):
    return HEAD + "    receivers: {hook: {answers: [" + text + "]}}\n    steps: []\n"


FINE = [
    HEAD + "    steps: []\n",
    HEAD + "    why: because\n    fresh: true\n    time: 1.5s\n    environment: {A: 5, B: ''}\n    steps: [kill, stop, start, restart]\n",
    HEAD + "    aspect: load\n    steps: []\n", HEAD.replace("probes:", "aspect: security\nprobes:") + "    steps: []\n",
    HEAD + "    steps: [{kill: }, {stop: }, {start: }, {restart: }]\n",
    HEAD.replace("one", "7up") + "    receivers: {hook: , other: {}}\n    steps: []\n",
    "group: 5\nprobes: []\n",
    request("headers: {A: b, C: , D: 5}, json: {a: [1, null, '${unique}']}, timeout: 300ms, may fail: true, durable: false, "
            "as: a, into: b, capture: {c: .body.x, d: '1'}"),
    request("body: 5"), request("json: "), request("json: text"),
    request("expect: {status: 200}"), request("expect: {status: 2xx}"), request("expect: {status: [200, 4xx]}"),
    request("expect: {status: []}"), request("expect: {}"),
    request("expect: {headers: {A: '~^x', B: }, json: .a, holds: [.status, {that: .body, says: why}], body: x, "
            "matches: ^x, within: 2s}"),
    request("as: a") + request("expect: {same body as: a}").split("steps:\n", 1)[-1],
    steps("{request: 'OPTIONS *'}"), steps("{request: 'GET ${base}'}"),
    steps("{parallel: [{request: GET /, copies: 20000}, {request: GET /x}], at once: 1, as: a, all: length == 2}"),
    steps("{repeat: 20000, steps: [{wait: 0s}]}"),
    steps("{set: {a: '1', b: '2'}}"), steps("{check: '1 == 1'}"), steps("{check: [{that: '1 == 1'}]}"),
    steps("{wait: 300ms}"), steps("{wait: .5min}"),
    steps("{until: 'true'}"), steps("{until: 'true', within: 1s, request: GET /, headers: {A: b}, json: 1, timeout: 1s}"),
    steps("{crash: 100, during: [{request: GET /}]}"),
    steps("{crash: 1, window: 60ms, during: [{request: GET /, copies: 2}], as: cut, then: [kill]}"),
    steps("{load: GET /, rate: 0.1, time: 4s, holds: '.failed == 0'}"),
    steps("{load: POST /, rate: 5000, time: 1s, headers: {A: b}, body: x, timeout: 1s, expect: {status: 200}, as: l, holds: []}"),
    HEAD + "    receivers: {hook: {each: 'header:a'}}\n    steps: [{signed: hook, secrets: [whsec_YQ==]}]\n",
    steps("{memory: 256MiB}"), steps("{memory: 1.5GiB}"),
    reply("200, 599, hang, reset, {}, {status: 503, headers: {A: '1'}, body: x, after: 1s}"),
    HEAD + "    receivers: {hook: {answers: [200], each: path}}\n    steps: []\n",
]
BROKEN = [
    "group: G\n", "probes: []\n", "group: G\nprobes: {}\n", "group: \nprobes: []\n", "group: G\nprobes: []\nmore: 1\n", "[]\n",
    "group: G\nprobes: [one]\n", "group: [G]\nprobes: []\n",
    HEAD + "    aspect: speed\n    steps: []\n", "group: G\naspect: [load]\nprobes: []\n",
    HEAD, HEAD + "    steps: {}\n", HEAD + "    steps: \n", HEAD + "    steps: []\n    Fresh: true\n",
    HEAD + "    steps: []\n    fresh: 1\n", HEAD + "    steps: []\n    time: 5\n", HEAD + "    steps: []\n    environment: [A]\n",
    HEAD + "    steps: []\n    why: \n", HEAD + "    steps: []\n    receivers: [hook]\n", HEAD + "    steps: []\n    receivers: {ho-ok: }\n",
    *[HEAD.replace("one", bad) + "    steps: []\n" for bad in ("-one", "One", "o_ne", "a" * 61, "[a]", "-5", "''")],
    "group: G\nprobes:\n  - id: one\n    steps: []\n", "group: G\nprobes:\n  - title: one\n    steps: []\n",
    steps("kil"), steps("wait"), steps("{}"), steps("{killed: }"), steps("{kill: , stop: }"), steps("[kill]"),
    steps("{request: GET}"), steps("{request: get /}"), steps("{request: GET x}"), steps("{request: }"), steps("{request: [GET /]}"),
    *[request(bad) for bad in (
        "copies: 2", "headers: [A]", "headers: {A: [b]}", "json: 1, body: x", "body: ", "body: {a: 1}", "timeout: 1", "timeout: soon",
        "timeout: -1s", "timeout: 1 s", "may fail: 1", "durable: maybe", "as: a-b", "as: 1a", f"as: {'a' * 41}", "into: ", "as: [a]",
        "capture: [a]", "capture: {a-b: .x}", "capture: {a: }", "capture: {a: [.x]}", "maybe: 1", "kill: 1",
        "expect: 200", "expect: {status: 99}", "expect: {status: 600}", "expect: {status: 6xx}", "expect: {status: '200'}",
        "expect: {status: ok}", "expect: {status: {}}", "expect: {state: 200}", "expect: {json: {says: x}}", "expect: {json: }",
        "expect: {holds: {that: .a, say: x}}", "expect: {holds: [[.a]]}", "expect: {within: 2}", "expect: {body: [a]}",
        "expect: {matches: }", "expect: {headers: x}")],
    steps("{parallel: []}"), steps("{parallel: {request: GET /}}"), steps("{parallel: [kill]}"), steps("{parallel: [{copies: 2}]}"),
    steps("{parallel: [{request: GET /, copies: 0}]}"), steps("{parallel: [{request: GET /, copies: 20001}]}"),
    steps("{parallel: [{request: GET /}], at once: 0}"), steps("{parallel: [{request: GET /}], steps: []}"),
    steps("{repeat: 0, steps: []}"), steps("{repeat: 20001, steps: []}"), steps("{repeat: 2}"), steps("{repeat: 2, steps: {}}"),
    steps("{repeat: 1.5, steps: []}"), steps("{repeat: 1, steps: [{repeat: 1, steps: [kil]}]}"),
    steps("{set: a}"), steps("{set: {a-b: '1'}}"), steps("{check: }"), steps("{check: 'true', says: x}"), steps("{wait: }"), steps("{wait: 2}"),
    steps("{until: }"), steps("{until: 'true', headers: {A: b}}"), steps("{until: 'true', json: 1}"), steps("{until: 'true', body: x}"),
    steps("{until: 'true', timeout: 1s}"), steps("{until: 'true', request: GET /, as: a}"),
    steps("{until: 'true', request: GET /, json: 1, body: x}"),
    steps("{crash: 0, during: [{request: GET /}]}"), steps("{crash: 101, during: [{request: GET /}]}"), steps("{crash: 1}"),
    steps("{crash: 1, during: []}"), steps("{crash: 1, during: [{request: GET /}], then: kill}"),
    steps("{load: GET /, rate: 1, time: 1s}"), steps("{load: GET /, rate: 1, holds: .a}"), steps("{load: GET /, time: 1s, holds: .a}"),
    steps("{load: GET /, rate: 0, time: 1s, holds: .a}"), steps("{load: GET /, rate: 5001, time: 1s, holds: .a}"),
    steps("{load: GET /, rate: fast, time: 1s, holds: .a}"), steps("{load: GET /, rate: 1, time: 1s, holds: .a, durable: true}"),
    steps("{signed: hook}"), steps("{signed: hook, secrets: []}"), steps("{signed: hook, secrets: x}"), steps("{signed: ho-ok, secrets: [x]}"),
    steps("{memory: 5}"), steps("{memory: 5MB}"), steps("{memory: }"),
    reply(""), reply("100"), reply("199"), reply("600"), reply("hung"), reply("[200]"), reply("{status: ok}"), reply("{status: 100}"),
    reply("{after: 3}"), reply("{wait: 3s}"), reply("{headers: []}"), reply("{body: }"),
    HEAD + "    receivers: {hook: [200]}\n    steps: []\n", HEAD + "    receivers: {hook: {answer: [200]}}\n    steps: []\n",
    HEAD + "    receivers: {hook: {answers: 200}}\n    steps: []\n", HEAD + "    receivers: {hook: {each: header}}\n    steps: []\n",
    HEAD + "    receivers: {hook: {each: paths}}\n    steps: []\n",
]


def read_all(texts):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(reader_error, texts))


@test
def what_is_fine_is_fine_for_both():
    schema_errors(FINE[0])
    for text, fault in zip(FINE, read_all(FINE)):
        equal(fault, "", f"the reader, of {text}")
        equal(schema_errors(text), [], f"the schema, of {text}")


@test
def what_is_broken_is_refused_by_both():
    schema_errors(FINE[0])
    for text, fault in zip(BROKEN, read_all(BROKEN)):
        true(fault, f"the reader takes {text}")
        true(schema_errors(text), f"the schema takes {text}; the reader says {fault}")


@test
def every_probe_file_of_the_library_fits_the_schema():
    schema_errors(FINE[0])
    paths = sorted((ROOT / "problems").glob("services/*/probes/*.yaml"))
    for path in paths:
        equal(schema_errors(path.read_text()), [], str(path))
    equal(schema_errors(PROBES), [], "that of the tests")


@test
def the_schema_is_one():
    schema_errors(FINE[0])
    import jsonschema
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    names = set(re.findall(r'"#/\$defs/(\w+)"', json_module.dumps(SCHEMA)))
    equal(names, set(SCHEMA["$defs"]), "what is used and what is defined")


main()
