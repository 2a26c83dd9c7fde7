#!/usr/bin/python3
"""Broken packages: every fault is told, each with its file and line; exit status 3."""
from harness import *

RIGHT = source("a.py", DOUBLE)


def faults(package):
    """What submit says of the package: refused, with one line a fault."""
    result = assay("submit", package, RIGHT, "--json")
    equal(result.status, BAD_INPUT, str(result))
    equal(result.out, "")
    report = verify(package, status=BAD_INPUT)[0]
    equal((report["valid"], report["submissions"]), (False, []))
    true(report["errors"], "no errors in the report")
    for command in ("verify", "test"):
        arguments = [command, package] + ([RIGHT] if command == "test" else [])
        equal(assay(*arguments).status, BAD_INPUT, command)
    return result.err


def head(version="2025-09"):
    return (f"problem_format_version: {version}\nname: Double\n"
            "uuid: 8d0c2c39-6f1c-4a5b-9d3c-0a4a5ab0e0b1\n")


@test
def an_unknown_key_has_its_line():
    text = faults(package_2025({"problem.yaml": head() + "limits:\n  time_limit: 1\n"
                                                         "  memmory: 5\nkolor: red\n"}))
    contains(text, "problem.yaml:6", "memmory", "problem.yaml:7", "kolor")


@test
def every_fault_is_told_at_once():
    package = package_2025({
        "problem.yaml": head() + "type: passfail\nlimits:\n  time_limit: -1\n  memory: lots\n",
        "data/secret/4-alone.in": "1\n",
        "data/secret/test_group.yaml": "colour: red\n"}, drop=["submissions", "statement"])
    text = faults(package)
    contains(text, "problem.yaml:4", "passfail", "problem.yaml:6", "problem.yaml:7", "lots",
             "4-alone", "test_group.yaml:1", "colour")
    warnings = " ".join(verify(package)[0]["errors"])
    contains(warnings, "warning: ", "submissions: there is no accepted", "no problem statement")


@test
def broken_yaml_has_its_line():
    contains(faults(package_2025({"problem.yaml": head() + "limits: {time_limit: 1\n"})),
             "problem.yaml:")
    contains(faults(package_2025({"problem.yaml": head() + "\tlimits: 1\n"})), "problem.yaml:4")
    contains(faults(package_2025({"problem.yaml": head() + "name: Again\n"})), "problem.yaml:4",
             "name")
    contains(faults(package_2025({"problem.yaml": b"name: \xff\xfe\n"})), "problem.yaml")
    empty = package_2025({"problem.yaml": ""})  # DOMjudge takes it, with all by default
    contains(verify(empty, status=0)[0]["errors"][0], "warning: ", "the problem has no name")


@test
def missing_files_are_told():
    bare = package_2025(drop=["problem.yaml"])  # likewise
    contains(verify(bare, status=0)[0]["errors"][0], "warning: ", "problem.yaml")
    contains(faults(package_2025(drop=["data/secret"])), "secret")
    contains(faults(package_2025(drop=["data/secret/1-small.ans"])), "1-small")
    untried = package_2025(drop=["submissions/accepted"])
    contains(" ".join(verify(untried, status=0)[0]["errors"]), "no accepted submission")
    contains(faults(package_legacy(drop=[".timelimit", "submissions"])), "time limit")


@test
def a_missing_uuid_and_an_unknown_version_are_told():
    contains(faults(package_2025({"problem.yaml": "problem_format_version: 2025-09\n"
                                                  "name: Double\n"})), "uuid")
    contains(faults(package_2025({"problem.yaml": head("2031-01")})), "problem.yaml:1", "2031-01")


@test
def nonsense_in_old_formats_is_told():
    text = faults(package_legacy({"problem.yaml": "name: Double\nvalidation: customs\n"
                                                  "limits:\n  memory: -3\n"}))
    contains(text, "problem.yaml:2", "customs", "problem.yaml:4")
    text = faults(package_legacy({"data/testdata.yaml": "on_reject: maybe\n"}))
    contains(text, "testdata.yaml:1", "maybe")
    contains(faults(package_legacy({".timelimit": "soon\n"})), ".timelimit")


@test
def a_custom_validator_that_is_missing_is_told():
    contains(faults(package_legacy(validation="custom")), "validator")
    contains(faults(package_2025(type="interactive")), "validator")


@test
def links_out_of_the_package_are_told():
    package = package_2025()
    (package / "data/secret/5-link.in").symlink_to("/etc/passwd")
    (package / "data/secret/5-link.ans").write_text("1\n")
    contains(faults(package), "5-link")
    source = {"submissions/accepted/deep/a.py": "print(1)\n"}
    for place in ("data/secret/1-small.files", "submissions/accepted/deep/er", "include/default"):
        package = package_2025(source)
        (package / place).mkdir(parents=True)
        (package / place / "leak").symlink_to("/etc/passwd")
        contains(faults(package), "leak", "out of the package")


@test
def links_out_of_a_program_are_refused():
    package = package_2025()
    program = directory("linked")
    write_tree(program, {"main.py": "print(2 * int(input()))\n", "deep/er/x.py": ""})
    (program / "deep/inside.py").symlink_to("er/x.py")
    verdict_is(package, [program], "AC")
    for target in ("/etc/passwd", package / "data/secret/1-small.ans", "../../.."):
        (program / "deep/er/link").symlink_to(target)
        refused(assay("submit", package, program), BAD_INPUT, "link", "copy the file")
        (program / "deep/er/link").unlink()
    for loop in ("..", "../.."):
        (program / "deep/er/link").symlink_to(loop)
        refused(assay("submit", package, program), BAD_INPUT, "too deeply")
        (program / "deep/er/link").unlink()


@test
def a_hostile_package_cannot_confuse_the_terminal():
    package = package_2025({"problem.yaml": head() + "\"\\e[31mred\\e]0;title\\a\": 1\n"})
    result = assay("submit", package, RIGHT)
    equal(result.status, BAD_INPUT)
    lacks(result.err, "\x1b", "\x07")


@test
def deep_and_large_yaml_is_refused():
    deep = head() + "keywords: " + "[" * 5000 + "]" * 5000 + "\n"
    contains(faults(package_2025({"problem.yaml": deep})), "problem.yaml")
    bomb = head() + "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nkeywords: [*b, *b]\n"
    contains(faults(package_2025({"problem.yaml": bomb})), "problem.yaml:")


@test
def odd_paths_are_no_packages():
    refused(assay("submit", source("a.txt", "x"), RIGHT), BAD_INPUT, "a.txt")
    refused(assay("submit", "/", RIGHT), BAD_INPUT)
    refused(assay("submit", "", RIGHT), BAD_INPUT)
    equal(assay("verify", directory("empty")).status, BAD_INPUT)


@test
def problems_lists_a_broken_package_beside_sound_ones():
    library = directory("library")
    package_2025(name="sound").rename(library / "sound")
    package_2025({"problem.yaml": head() + "kolor: red\n"}, name="odd").rename(library / "odd")
    result = assay("problems", "--json", env=environment(ASSAY_PROBLEMS=library))
    listed = {p["problem"]: p["valid"] for p in result.json()}
    equal(listed, {"odd": False, "sound": True})


main()
