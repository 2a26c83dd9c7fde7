#!/usr/bin/python3
"""The documents are true: options in the manual, keys in docs/json.md, links, commands."""
from harness import *
from tiny_service import tiny_service

DOCUMENTS = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md",
                                      "docs/json.md", "docs/packages.md", "docs/authoring.md", "docs/growth.md",
                                      "docs/probes.md", "docs/take-home.md", "docs/rubrics.md", "docs/reports.md", "docs/review.md",
                                      "sandbox/README.md")]
COMMANDS = ["problems", "show", "start", "test", "submit", "grade", "report", "score", "rubric", "review", "growth", "stress", "verify", "new", "generate",
            "sandbox", "doctor", "languages"]


def options_of(command):
    """The long options that `--help` lists."""
    text = assay(command, "--help").out.split("Options:")[1]
    return set(re.findall(r"^ .*?--([a-z-]+)", text, re.M)) - {"help"}


def manual():
    return (ROOT / "docs/assay.1").read_text()


@test
def the_manual_has_every_option():
    documented = set(re.findall(r"Fl -([a-z-]+)", manual()))
    there = set().union(*(options_of(command) for command in COMMANDS))
    true(len(there) > 15, f"{there}")
    equal(there - documented, set(), "not in the manual")
    equal(documented - there - {"help"}, set(), "in the manual only")


@test
def the_manual_has_every_command_and_exit_status():
    for command in COMMANDS + ["help", "version"]:
        contains(manual(), f".It Cm {command}")
        contains(assay("--help").out, f"  {command} ")
    for status in range(6):
        contains(manual().split(".Sh EXIT STATUS")[1], f".It {status}")


@test
def links_lead_somewhere():
    found = 0
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text()):
            if "://" not in target:
                true((document.parent / target).exists(), f"{document.name}: {target}")
                found += 1
    true(found > 5, f"{found} links")


@test
def files_that_documents_name_are_there():
    places = r"`((?:judge|sandbox|tests|scripts|docs|problems)/[a-zA-Z0-9_./-]+\.[a-z0-9]+)`"
    for document in DOCUMENTS:
        for name in re.findall(places, document.read_text()):
            if "NAME" not in name and "MODULE" not in name:
                true((ROOT / name).exists(), f"{document.name}: {name}")


@test
def the_readme_lists_what_there_is():
    readme = (ROOT / "README.md").read_text()
    for command in COMMANDS:
        contains(readme, f"`assay {command}")
    for problem in assay("problems", "--json").json():
        if problem["directory"].startswith(str(ROOT)):
            contains(readme, problem["problem"])
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"`?make ([a-z0-9-]+)", readme):
        true(re.search(rf"^{target}:", makefile, re.M), f"make {target}")


def table_below(text, heading):
    """The rows of the first table after a line of text, as lists of cells."""
    lines = text.split(heading, 1)[1].split("\n|", 1)[1].split("\n\n")[0].strip().split("\n")
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines[2:]]


@test
def each_promise_of_the_sandbox_names_tests_that_exist():
    readme = (ROOT / "sandbox/README.md").read_text()
    hostile = {path.stem for path in (ROOT / "tests/hostile/programs").iterdir()}
    hostile |= {path.name for path in (ROOT / "tests/hostile/submissions").iterdir()}
    unit = {name for path in (ROOT / "tests/unit").glob("sandbox_*.c")
            for name in re.findall(r"START_TEST\((\w+)\)", path.read_text())}
    unit |= {name for path in (ROOT / "tests/e2e").glob("test_*.py")
             for name in re.findall(r"^@test\ndef (\w+)", path.read_text(), re.M)}
    promises = [row[0] for row in table_below(readme, "## What is promised")]
    limits = re.findall(r"^- (\*\*.+?\*\*)", readme.split("## What is not promised")[1], re.M)
    backed = table_below(readme, "What backs each promise")
    bounded = table_below(readme, "And what shows where a promise ends")
    equal([row[0] for row in backed], promises, "each promise has its row, in the same order")
    equal([row[0] for row in bounded], limits, "each limit has its row, in the same order")
    for promise, cell in backed + bounded:
        attacks, tests = re.findall(r"`([\w.]+)`", cell), re.findall(r"\*(\w+)\*", cell)
        true(attacks or tests, promise)
        equal(set(attacks) - hostile, set(), f"{promise}: no such attack")
        equal(set(tests) - unit, set(), f"{promise}: no such test")


# ---- JSON -------------------------------------------------------------------------------------


def documented_keys(heading):
    """The words in backticks in the first column of the tables, and in lists, of a section."""
    text = (ROOT / "docs/json.md").read_text()
    section = re.search(rf"^## .*{re.escape(heading)}.*?(?=^## |\Z)", text, re.M | re.S)
    true(section, f"no section {heading}")
    return set(re.findall(r"`([a-z_]+)`", section.group()))


def check_keys(value, documented, what):
    """Every key, at any depth, is documented."""
    if isinstance(value, list):
        for item in value:
            check_keys(item, documented, what)
    elif isinstance(value, dict):
        for key, inner in value.items():
            true(key in documented, f"{what}: {key} is not in docs/json.md")
            check_keys(inner, documented, what)


@test
def every_key_of_the_json_is_documented():
    package = package_2025(name="documented")
    scored = package_2025({"data/secret/test_group.yaml": "max_score: 100\n"}, type="scoring")
    right = source("a.py", DOUBLE)
    check_keys(judge(package, right), documented_keys("assay submit"), "submit")
    check_keys(judge(package, source("a.py", "print(1)\n")), documented_keys("assay submit"), "WA")
    endless = source("a.c", "int main(void)\n{\n    for (;;)\n        ;\n}\n")
    check_keys(judge(package, endless), documented_keys("assay submit"), "TLE")
    check_keys(judge(scored, right), documented_keys("assay submit"), "score")
    check_keys(verify(package, directory("empty")), documented_keys("assay verify"), "verify")
    check_keys(assay("sandbox", "--json", "--", "true").json(), documented_keys("assay sandbox"),
               "sandbox")
    shown = documented_keys("assay show")
    check_keys(assay("show", "logwindow", "--json").json(), shown, "show")
    check_keys(assay("problems", "--json").json(), shown | documented_keys("assay problems"),
               "problems")
    service = tiny_service()
    graded = assay("grade", service / "reference/python", "--problem", service, "--json").json()
    check_keys(graded, documented_keys("assay grade"), "grade")
    check_keys(assay("show", service, "--json").json(), shown, "show of a service")
    check_keys(assay("problems", "--json", env=environment(ASSAY_PROBLEMS=service.parent)).json(),
               shown | documented_keys("assay problems"), "problems with a service")
    languages = documented_keys("assay languages")
    check_keys(assay("languages", "--json").json(), languages, "languages")
    check_keys(assay("doctor", "--json").json(), languages | documented_keys("assay doctor"),
               "doctor")


main()
