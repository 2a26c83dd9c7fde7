#!/usr/bin/python3
"""Evidence, rubrics, scorecards: what is written, read, scored and explained."""
import copy

from harness import *
from rubric_documents import *
from tiny_service import tiny_service


@test
def the_schema_in_docs_is_that_of_the_program():
    equal((ROOT / "docs/evidence.schema.json").read_text(), assay("rubric", "facts", "--schema").out)


@test
def a_submission_ends_in_a_scorecard_and_leaves_evidence():
    package, path = package_2025(), directory("out") / "evidence.json"
    result = assay("submit", package, source("a.py", DOUBLE), "--evidence", path, "--minutes", "20",
                   "--rating", "communication=hire", scorecard=True)
    equal(result.status, ACCEPTED, str(result))
    contains(result.out, "AC accepted", "Algorithm round: ", "all tests accepted: yes", "20 minutes",
             "a person rates it: --rating follow-ups=1...4", "rated by a person")
    document = json_module.loads(path.read_text())
    fits_schema(document, "evidence")
    facts = document["facts"]
    equal(facts["tests.verdict"]["value"], "AC")
    equal(facts["tests.secret.passed"]["value"], 3)
    equal(facts["session.minutes"]["value"], 20)
    true(facts["growth.time.verdict"]["absent"], "growth is absent with a reason")
    equal(document["details"]["submit"]["verdict"], "AC")
    equal(document["subject"]["problem"], "double")


@test
def a_wrong_submission_keeps_its_exit_status_and_is_no_hire():
    result = assay("submit", package_2025(), source("a.py", "print(1)\n"), "--json", scorecard=True)
    equal(result.status, NOT_ACCEPTED, str(result))
    card = result.json()["scorecard"]
    equal(level_of(card, "correctness"), 1)
    equal(card["overall"]["recommendation"], "strong no hire")
    none = assay("submit", package_2025(), source("a.py", DOUBLE), "--json").json()
    equal(none["scorecard"], None)


@test
def a_graded_service_ends_in_a_scorecard():
    service, path = tiny_service(), directory("out") / "evidence.json"
    result = assay("grade", service / "reference/python", "--problem", service, "--evidence", path,
                   scorecard=True)
    contains(result.out, "Take-home service: ", "Specification", "Tests")
    in_order(result.out, "Notes\n  ok", "\npassed: 3 passed", "\nTake-home service: ", "\nProcfile, seed 1: ",
             "\nown tests: ", "\nREADME: ", "\nreview: ")
    document = json_module.loads(path.read_text())
    fits_schema(document, "evidence")
    equal(document["facts"]["start.works"]["value"], True)
    true(document["facts"]["probes.total"]["value"] > 0, "probes")
    equal(document["details"]["grade"]["problem"], document["subject"]["problem"])
    card = assay("score", path, "--json").json()
    equal(card["rubric"]["id"], "takehome")
    equal(assay("score", path, "--rubric", "live", "--json").json()["rubric"]["id"], "live")


@test
def a_scorecard_is_the_same_byte_for_byte():
    path = write(STRONG)
    one = assay("score", path, "--json")
    equal(one.status, ACCEPTED, str(one))
    for _ in range(3):
        equal(assay("score", path, "--json").out_bytes, one.out_bytes)
    piped = assay("score", "-", "--json", input=path.read_bytes())
    equal(piped.out_bytes, one.out_bytes)


@test
def each_spoiled_fact_lowers_its_criterion_and_never_the_score_of_another():
    whole = assay("score", write(STRONG), "--json").json()
    equal(whole["overall"]["recommendation"], "strong hire")
    for name, value, criterion in SPOILED:
        document = copy.deepcopy(STRONG)
        document["facts"][name]["value"] = value
        card = assay("score", write(document), "--json").json()
        true(level_of(card, criterion) < level_of(whole, criterion), f"{name}: {criterion} did not drop")
        true(card["overall"]["score"] < whole["overall"]["score"], f"{name}: the score did not drop")
        for row in whole["criteria"]:
            if row["id"] != criterion:
                equal(level_of(card, row["id"]), row["level"], f"{name}: {row['id']}")


@test
def the_smallest_change_that_is_named_reaches_the_next_level():
    checked = 0
    for name, value, criterion in SPOILED:
        document = copy.deepcopy(STRONG)
        document["facts"][name]["value"] = value
        card = assay("score", write(document), "--json").json()
        row = next(row for row in card["criteria"] if row["id"] == criterion)
        for change in row["next"]["changes"]:
            equal(document["facts"][change["fact"]]["value"], change["from"])
            document["facts"][change["fact"]]["value"] = change["to"]
        better = assay("score", write(document), "--json").json()
        true(level_of(better, criterion) >= row["next"]["level"], f"{name}: {row['next']}")
        checked += 1
    true(checked > 5, f"{checked}")


@test
def missing_evidence_is_open_and_said():
    document = copy.deepcopy(STRONG)
    document["facts"]["probes.concurrency.failed"] = {"absent": "nobody looked", "source": SOURCE}
    card = assay("score", write(document), "--json").json()
    equal(level_of(card, "concurrency"), None)
    row = next(row for row in card["criteria"] if row["id"] == "concurrency")
    equal(row["missing"], [{"fact": "probes.concurrency.failed", "reason": "nobody looked"}])
    contains(card["open"], "concurrency")
    contains(assay("rubric", "explain", write(document)).out, "nobody looked")


@test
def explain_reads_a_scorecard_or_evidence():
    document = copy.deepcopy(STRONG)
    document["facts"]["probes.concurrency.failed"]["value"] = 1
    document["facts"]["probes.concurrency.passed"]["value"] = 3
    path = write(document)
    text = assay("rubric", "explain", path)
    equal(text.status, ACCEPTED, str(text))
    contains(text.out, "Concurrency, 15 %: level 3, hire", "+ level 3 reached: ",
             "- keeps it below level 4: 1 probes of concurrency fail  [probes.concurrency.failed]",
             "for level 4: probes.concurrency.failed from 1 to 0")
    card = directory("card") / "card.json"
    card.write_text(assay("score", path, "--json").out)
    equal(assay("rubric", "explain", card).out, text.out)


@test
def every_key_of_a_scorecard_is_documented():
    text = (ROOT / "docs/json.md").read_text()
    known = set(re.findall(r"`([a-z_]+)`", text.split("## Scorecards")[1].split("\n## `assay sandbox")[0]))

    def check(value):
        for inner in value if isinstance(value, list) else value.values() if isinstance(value, dict) else []:
            check(inner)
        if isinstance(value, dict):
            equal(set(value) - known, set(), "not in docs/json.md")
    card = assay("score", write(STRONG), "--json").json()
    subject = card.pop("subject")
    check(card)
    equal(set(subject), {"problem", "title", "language", "files"})
    check(assay("rubric", "facts", "--json").json())
    check(assay("rubric", "list", "--json").json())


@test
def broken_evidence_is_told_with_its_pointer():
    for change, part in BROKEN_EVIDENCE:
        document = copy.deepcopy(STRONG)
        change(document)
        path = write(document)
        refused(assay("score", path), BAD_INPUT, str(path), part)
    path = directory("broken") / "x.json"
    path.write_text('{\n"format": \n')
    refused(assay("score", path), BAD_INPUT, f"{path}:", "not JSON")
    refused(assay("score", "/nowhere.json"), BAD_INPUT, "/nowhere.json")


@test
def ratings_rubrics_and_actions_are_checked():
    path = write(STRONG)
    refused(assay("score", path, "--rating", "readme"), USAGE, "no rating", "--rating communication=3")
    refused(assay("score", path, "--rating", "readme=5"), USAGE, "no rating")
    refused(assay("score", path, "--rating", "readmy=3"), BAD_INPUT, "no criterion 'readmy'")
    refused(assay("score", path, "--rubric", "nosuch"), BAD_INPUT, "no rubric 'nosuch'", "algorithm", "live")
    refused(assay("score", path, "--rubric", "algorithm"), BAD_INPUT, "not for evidence of kind 'service'")
    refused(assay("rubric", "chekc"), USAGE, "did you mean", "check")
    refused(assay("rubric", "check"), USAGE, "which file?")
    equal(level_of(assay("score", path, "--rating", "readme=2", "--json").json(), "readme"), 2)


@test
def shipped_rubrics_are_without_fault_and_fit_the_schema():
    paths = sorted((ROOT / "rubrics").glob("*.yaml"))
    true(len(paths) >= 3, f"{paths}")
    result = assay("rubric", "check", *paths)
    equal(result.status, ACCEPTED, str(result) + result.out)
    for path in paths:
        contains(result.out, f"{path}: ")
        equal(rubric_schema_errors(path.read_text()), [], str(path))
    equal(assay("rubric", "check", "takehome").status, ACCEPTED)


@test
def faults_of_rubrics_are_told_at_file_and_line():
    for text, line, part in FAULTS:
        path = directory("rubric") / "r.yaml"
        path.write_text(text)
        result = assay("rubric", "check", path)
        equal(result.status, BAD_INPUT, str(result) + text)
        contains(result.out + result.err, f"{path}:{line}: ", part)


@test
def what_the_schema_refuses_the_reader_refuses():
    for text in WRONG_SHAPES:
        path = directory("rubric") / "r.yaml"
        path.write_text(text)
        refused(assay("rubric", "check", path), BAD_INPUT, f"{path}:")
        true(rubric_schema_errors(text), f"the schema takes {text}")


@test
def a_rubric_extends_one_beside_it_or_a_shipped_one():
    folder = directory("mine")
    write_tree(folder, {"base.yaml": GOOD, "child.yaml": "rubric: child\nextends: base\ntitle: Child\n",
                        "path.yaml": "rubric: path\nextends: ./base.yaml\n",
                        "shipped.yaml": "rubric: shipped\nextends: takehome\n",
                        "ring.yaml": "rubric: ring\nextends: ring2\n", "ring2.yaml": "rubric: ring2\nextends: ring\n"})
    for name in ("child", "path", "shipped"):
        equal(assay("rubric", "check", folder / f"{name}.yaml").status, ACCEPTED, name)
    equal(assay("rubric", "check", "child", env=environment(ASSAY_RUBRICS=folder)).status, ACCEPTED)
    refused(assay("rubric", "check", folder / "ring.yaml"), BAD_INPUT, "a ring")
    names = assay("rubric", "list", env=environment(ASSAY_RUBRICS=folder)).err
    contains(names, "ring")


@test
def a_rubric_cannot_keep_the_judge_busy():
    for condition in ("def f: f; f", "[range(1e12)] | length > 1", "last(repeat(1)) == 1", "input", "(" * 1500,
                      "1 + " * 600 + "1 == 1", "until(false; .) == 1"):
        path = directory("rubric") / "r.yaml"
        path.write_text(GOOD.replace('fact("tests.secret.passed") >= 1', json_module.dumps(condition)))
        started = time.monotonic()
        refused(assay("rubric", "check", path), BAD_INPUT, f"{path}:")
        true(time.monotonic() - started < 5, condition[:40])


@test
def hostile_text_does_not_reach_the_terminal():
    document = copy.deepcopy(STRONG)
    document["facts"]["probes.concurrency.failed"] = {"absent": "\x1b[31mred\u202e\x07", "source": SOURCE}
    document["subject"]["title"] = "\x1b]0;title\x07"
    path = write(document)
    for result in (assay("score", path), assay("rubric", "explain", path), assay("score", path, "--json")):
        equal(result.status, ACCEPTED, str(result))
        lacks(result.out, "\x1b", "\x07", "\u202e")


@test
def rubrics_and_actions_are_completed():
    contains(assay("complete", "score", "--rubric", "").out, "algorithm\n", "live\n", "takehome\n")
    equal(assay("complete", "rubric", "ch").out, "check\n")
    contains(assay("complete", "submit", "--").out, "--evidence", "--rating", "--no-scorecard", "--minutes")


main()
