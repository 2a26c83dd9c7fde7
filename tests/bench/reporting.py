"""What reports cost: every form of one document of evidence with 1,000 findings, CPU time without the start.

Beside each stands how many times as long as writing the evidence as JSON alone it takes: that has to be paid
for in any case, and machines differ.
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
import report_documents as documents

FINDINGS = 1000
ROUNDS = 25
FORMS = ("json", "html", "markdown", "sarif", "junit", "gradescope")


def evidence():
    """That of the tests of reports, with as many findings, each in a place of its own."""
    document = documents.service()
    kinds = document["findings"]
    document["findings"] = [kinds[n % len(kinds)] | {"file": f"src/part{n % 40}/file{n % 97}.py", "line": 1 + n,
                                                     "end_line": 1 + n, "fingerprint": f"{n:016x}"}
                            for n in range(FINDINGS)]
    return document


def measure(folder, program):
    """{form: {"ms", "bytes"}}, medians."""
    paths = folder / "evidence1000.json", folder / "scorecard1000.json"
    for path, document in zip(paths, (evidence(), documents.scorecard())):
        path.write_text(json.dumps(document))
    times = json.loads(subprocess.check_output([program, *paths, str(ROUNDS)]))
    if tuple(times) != FORMS or any(row["bytes"] == 0 for row in times.values()):
        raise OSError(f"not all reports were written: {times}")
    return times


def show(times, say):
    say(f"reports of {FINDINGS} findings, CPU time")
    for form, row in times.items():
        say(f"  {form:24} {row['ms']:8.2f} ms {row['bytes'] / 1024:8.0f} KiB {row['ms'] / times['json']['ms']:7.2f} times JSON")
    say()


def figures(times):
    base = times["json"]["ms"]
    return {"reporting": times} | {f"reporting.{form}_over_json": row["ms"] / base
                                   for form, row in times.items() if form != "json"}
