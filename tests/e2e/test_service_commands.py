#!/usr/bin/python3
"""Service problems in every command: listed, shown, started from, refused where programs are judged."""
from harness import *
from tiny_service import FILES, PROBES, tiny_service

CONTRACT = (ROOT / "docs/take-home.md").read_text()
STARTERS = {"python3": "python3", "go": "go", "javascript": "node", "typescript": "esbuild", "java": "javac"}
IDS = ["a-note-is-kept", "an-unknown-path-is-404", "it-stops-in-time"]
BROKEN = {"probes/1-notes.yaml": PROBES.replace("status: 201", "stauts: 201")}


def library(*packages):
    return environment(ASSAY_PROBLEMS=":".join(str(package.parent) for package in packages))


# ---- Listing and showing ----------------------------------------------------------------------


@test
def problems_lists_services_beside_the_others():
    env = library(tiny_service(), package_2025())
    result = assay("problems", env=env)
    equal(result.status, 0, str(result))
    true(re.search(r"^tinynotes +Tiny notes +service +30 min +128 MiB +3$", result.out, re.M), result.out)
    rows = {row["problem"]: row for row in assay("problems", "--json", env=env).json()}
    equal(sorted(rows), ["double", "tinynotes"])
    row = rows["tinynotes"]
    equal((row["types"], row["probes"], row["references"]), (["service"], 3, ["python"]))
    equal((row["valid"], row["errors"], row["title"]), (True, 0, "Tiny notes"))
    equal((row["memory_limit_bytes"], row["minutes"]), (128 << 20, 30))


@test
def a_broken_service_is_listed_and_verify_says_why():
    broken = tiny_service(BROKEN)
    result = assay("problems", env=library(broken))
    equal(result.status, 0, str(result))
    true(re.search(r"^tinynotes +cannot be read: assay verify says why$", result.out, re.M), result.out)
    row, = assay("problems", "--json", env=library(broken)).json()
    equal((row["valid"], row["errors"]), (False, 1))
    contains(assay("verify", broken).err, "1-notes.yaml:7: unknown key 'stauts'")
    refused(assay("show", broken), BAD_INPUT, "1-notes.yaml:7", "stauts")


@test
def show_has_the_heading_the_statement_the_probes_and_the_contract():
    result = assay("show", tiny_service())
    equal(result.status, 0, str(result))
    heading = result.out.split("\n\n")[0]
    contains(heading, "Tiny notes (tinynotes)", "30 minutes", "128 MiB", "PORT, DATA_DIR, COLOUR=red", "within 30 s",
             "3: 1 Notes, 2 Manners", *STARTERS)
    places = [result.out.index(part) for part in
              ("Keep notes, whatever happens.\n", "\nNotes\n  a-note-is-kept", "A note is there after kill -9\n",
               "\nManners\n  an-unknown-path-is-404", "\n  it-stops-in-time", CONTRACT)]
    equal(places, sorted(places), "their order")


@test
def show_as_json_has_the_same():
    package = tiny_service()
    shown = assay("show", package, "--json").json()
    has_keys(shown, {"problem": str, "directory": str, "title": str, "memory_limit_bytes": int, "minutes": int,
                     "references": list, "statement_path": str}, "show")
    equal((shown["types"], shown["probes"], shown["environment"]), (["service"], 3, ["COLOUR=red"]))
    equal(shown["ready_limit_s"], 30)
    equal([group["group"] for group in shown["groups"]], ["Notes", "Manners"])
    equal([probe["id"] for group in shown["groups"] for probe in group["probes"]], IDS)
    equal(shown["groups"][0]["probes"][0]["why"], "Whoever was told 201 counts on it.")
    equal((shown["statement"], shown["contract"]), ("Keep notes, whatever happens.\n", CONTRACT))
    equal(sorted(shown["languages"]), sorted(STARTERS))


@test
def minutes_may_be_missing_but_not_wrong():
    settings = FILES["interview.yaml"]
    shown = assay("show", tiny_service({"interview.yaml": settings.replace("minutes: 30\n", "")}), "--json").json()
    equal(shown["minutes"], None)
    refused(assay("show", tiny_service({"interview.yaml": settings.replace("30", "long")})), BAD_INPUT,
            "interview.yaml:2", "minutes")


@test
def what_judges_programs_refuses_a_service_and_says_what_to_do():
    package, program = tiny_service(), source("a.py", DOUBLE)
    for command in ("submit", "test", "stress", "growth"):
        refused(assay(command, package, program), BAD_INPUT, "take-home service", "assay grade")
    refused(assay("generate", package), BAD_INPUT, "take-home service")


@test
def completion_offers_services_to_grade():
    env = library(tiny_service(), package_2025())
    equal(assay("complete", "grade", ".", "--problem", "", env=env).out, "tinynotes\n")
    equal(sorted(assay("complete", "show", "", env=env).out.split()), ["double", "tinynotes"])
    contains(assay("complete", "grade", "--", env=env).out, "--probe", "--junit", "--no-tests")


# ---- The contract is true ---------------------------------------------------------------------


@test
def the_contract_has_every_convention_and_variable():
    procfile = (ROOT / "judge/service/procfile.c").read_text()
    table = procfile.split("conventions[] = {")[1].split("};")[0].replace('GRADLE "', '"gradle')
    rows = [re.findall(r'"([^"]*)"', row) for row in re.split(r"\},\s*\{", table)]
    true(len(rows) >= 15, f"{len(rows)} conventions")
    for mark, _, *commands in rows:
        line = next((line for line in CONTRACT.splitlines() if line.startswith("| ") and f"`{mark}`" in line), "")
        true(line, f"no convention for {mark}")
        for command in commands:
            contains(line, f"`{command}`".replace(mark, "FILE") if mark.endswith((".py", ".js")) else f"`{command}`")
    host = (ROOT / "judge/service/host.c").read_text()
    variables = re.findall(r'^ *"(\w+)=', host.split("common[] = {")[1].split("};")[0], re.M)
    true(len(variables) > 10, f"{variables}")
    contains(CONTRACT, *variables)


@test
def the_contract_has_the_limits():
    sources = "".join(path.read_text() for path in (ROOT / "judge/service").glob("*.[ch]"))
    for text, constant in {"300 s": "BUILD_S = 300", "120 s": "FIRST_RUN_S = 120", "within 30 s": "READY_S = 30",
                           "2 GiB": "BUILD_MEMORY ((uint64_t) 2047 << 20)", "384 MiB": "FILES_BYTES = 384 << 20",
                           "1 GiB": "SCRATCH_BYTES = 1 << 30", "100,000": "SCRATCH_INODES = 100000",
                           "1 MiB": "OUTPUT_BYTES = 1 << 20", "512 | 3,000 | 512": " PROCESSES = 512", "3,000": "SERVICE_PROCESSES = 3000",
                           "16,384": "OPEN_FILES = 16384"}.items():
        contains(CONTRACT, text)
        true(constant in sources, f"{constant} is no longer so: docs/take-home.md says {text}")


# ---- Starting ---------------------------------------------------------------------------------


def starter(language, package):
    base = directory("mine")
    result = assay("start", package, "--language", language, "--dir", base)
    equal(result.status, 0, str(result))
    equal(sorted(result.out.split()), sorted(str(p) for p in base.rglob("*") if p.is_file()), "what it prints")
    return base


def check_starter(language):
    """It is built, starts, stops, knows no path, and passes its own test; the task is left to do."""
    have(STARTERS[language])
    package = tiny_service()
    base = starter(language, package)
    result = assay("grade", base, "--problem", package, "--json", "--test-seconds", 0)
    equal(result.status, 1, f"{result}")
    grading = result.json()
    true(grading["service"]["ready"], f"{grading['service']}")
    equal({probe["id"]: probe["status"] for probe in grading["probes"]}, dict(zip(IDS, ("fail", "pass", "pass"))))
    contains(grading["probes"][0]["message"], "answered 404")
    tests = grading["tests"]
    true(tests["run"]["good"] and not tests["base_url"], f"{tests}")
    equal((tests["passed"], tests["failed"]), (2, 0), f"{tests['run']}")
    readme = (base / "README.md").read_text()
    contains(readme, "# Tiny notes", "--problem tinynotes", *[f"\n## {heading}\n" for heading in (
        "Set-up", "Run", "Test", "API", "Configuration", "Design", "Decisions and trade-offs", "Limits",
        "What would come next")])
    for path in base.rglob("*"):
        true(path.is_dir() or "@" not in re.sub(r"@types|@Override", "", path.read_text()), f"{path}: a blank is left")


@test
def a_starter_in_python_runs_as_it_stands():
    check_starter("python3")


@test
def a_starter_in_go_runs_as_it_stands():
    check_starter("go")


@test
def a_starter_in_javascript_runs_as_it_stands():
    check_starter("javascript")


@test
def a_starter_in_typescript_runs_as_it_stands():
    check_starter("typescript")


@test
def a_starter_in_java_runs_as_it_stands():
    check_starter("java")


@test
def the_test_of_a_starter_notices_a_broken_service():
    package = tiny_service()
    base = starter("python3", package)
    service = base / "service.py"
    service.write_text(service.read_text().replace("send_problem(404", "send_problem(400"))
    tests = assay("grade", base, "--problem", package, "--json", "--test-seconds", 0).json()["tests"]
    equal((tests["run"]["good"], tests["failed"]), (False, 1), tests["run"]["output"])
    contains(tests["run"]["output"], "test_an_unknown_path_is_not_found")


@test
def a_starter_never_overwrites():
    package = tiny_service()
    base = starter("python3", package)
    equal(assay("start", package, "-l", "python3", "-d", base).out, "")  # the same text is fine
    (base / "README.md").write_text("mine\n")
    (base / "service.py").unlink()
    refused(assay("start", package, "-l", "python3", "-d", base), BAD_INPUT, "README.md", "is there already")
    equal((base / "README.md").read_text(), "mine\n")
    true(not (base / "service.py").exists(), "nothing is written when one file is in the way")


@test
def a_language_without_a_starter_is_told_with_those_that_have_one():
    package = tiny_service()
    refused(assay("start", package, "-l", "rust"), BAD_INPUT, "no starter in rust", "go, java, javascript, python3")
    refused(assay("start", package, "-l", "pyton3"), USAGE, "python3")
    refused(assay("start", package), USAGE, "--language")


# ---- Grading and verifying --------------------------------------------------------------------


@test
def the_reference_passes_and_the_package_verifies():
    package = tiny_service()
    result = assay("grade", package / "reference/python", "--problem", package)
    equal(result.status, 0, str(result))
    contains(result.out, "Notes\n", "a-note-is-kept", "Procfile, seed 1", "passed: 3 passed, 0 failed, 0 skipped")
    result = assay("verify", package)
    equal(result.status, 0, str(result) + result.out)
    contains(result.out, "reference python", "faulty forgets", "faulty knows-all", "faulty stubborn")


@test
def an_unknown_probe_leads_to_show():
    package = tiny_service()
    refused(assay("grade", package / "reference/python", "--problem", package, "--probe", "a-note"), USAGE,
            "no probe 'a-note'", "assay show tinynotes")


@test
def a_vendored_module_is_built_without_a_network():
    have("go")
    package = tiny_service()
    base = write_tree(directory("vendored"), {
        "go.mod": "module service\n\ngo 1.19\n\nrequire example.com/dep v1.0.0\n",
        "vendor/modules.txt": "# example.com/dep v1.0.0\n## explicit; go 1.19\nexample.com/dep\n",
        "vendor/example.com/dep/dep.go": "package dep\n\nconst Code = 1\n",
        "main.go": "package main\n\nimport \"example.com/dep\"\nimport \"os\"\n\nfunc main() { os.Exit(dep.Code) }\n"})
    service = assay("grade", base, "--problem", package, "--json", "--no-tests").json()["service"]
    equal((service["source"], service["build"]["good"]), ("go.mod (Go)", True), service["build"]["output"])


main()
