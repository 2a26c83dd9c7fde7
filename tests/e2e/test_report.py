"""`assay report`: every form of it, of honest and hostile documents, and the page in a browser.

The browser is Chromium without a window. It refuses its own sandbox to root, so that the tests, which
may run as root, start it without: it opens only pages that were made here.
"""
import hashlib
import html.parser
import json
import shutil
import subprocess
import xml.etree.ElementTree

import report_documents as documents
from harness import *
from tiny_service import tiny_service

BROWSER = shutil.which("chromium")
SCHEMA = ROOT / "tests/schemas/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
VOID = {"meta", "link", "br", "img", "input", "hr"}
FORMS = ("html", "markdown", "sarif", "junit", "gradescope")


def written(document, name):
    path = WORK / name
    path.write_text(json.dumps(document))
    return path


def report(evidence, scorecard=None, form="html"):
    """One report of the documents, as text."""
    more = ["--scorecard", written(scorecard, "scorecard.json")] if scorecard else []
    result = assay("report", written(evidence, "evidence.json"), *more, f"--{form}", "-")
    equal((result.status, result.err), (ACCEPTED, ""))
    return result.out


class Page(html.parser.HTMLParser):
    """Elements of a page, with what is text in it."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.text, self.prose, self.open = [], "", "", []
        self.feed(text)

    def handle_starttag(self, name, attributes):
        self.elements.append((name, dict(attributes)))
        if name not in VOID:
            self.open.append(name)

    def handle_startendtag(self, name, attributes):
        self.elements.append((name, dict(attributes)))

    def handle_endtag(self, name):
        true(self.open and self.open[-1] == name, f"</{name}> closes {self.open[-3:]}")
        self.open.pop()

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data
        if "style" not in self.open and "pre" not in self.open:
            self.prose += data

    def count(self, name, of_class=None):
        return sum(n == name and (not of_class or of_class in (a.get("class") or "").split()) for n, a in self.elements)


# ---- The page -------------------------------------------------------------------------------------


@test
def the_page_has_scorecard_reasons_and_findings():
    page = Page(report(documents.service(), documents.scorecard()))
    equal(page.open, [])
    contains(page.text, "URL shortener", "2.72 of 4", "Does what was asked", "capped at 2", "is for a person to rate",
             "An outgoing call has no timeout", "r = requests.post(url, json=body)", "Give the call a timeout",
             "Next level, strong hire", "of 50 requests at once 2 created a code", "boundary moved")
    equal(page.count("div", "meter"), 5)
    labels = [a["aria-label"] for n, a in page.elements if n == "div" and "meter" in (a.get("class") or "")]
    equal(labels, ["level 3 of 4", "level 2 of 4", "level 4 of 4", "level 1 of 4", "open"])


@test
def plots_have_their_points_and_a_text_alternative():
    page = Page(report(documents.algorithm()))
    equal((page.count("circle", "point") - 2, page.count("circle", "predicted") - 2), (10, 4), "measured, and left out")
    growing = [a for n, a in page.elements if n == "polyline"]
    equal(len(growing), 4, "fits and expectations")
    true(all(len(line["points"].split()) == 7 for line in growing), growing)
    names = {a.get("id") for _, a in page.elements}
    plots = [a for n, a in page.elements if n == "svg" and a.get("role") == "img"]
    equal(len(plots), 2)
    for plot in plots:
        true(set(plot["aria-labelledby"].split()) <= names, plot)
    first, last = (float(growing[1]["points"].split()[i].split(",")[1]) for i in (0, -1))
    expected = float(growing[0]["points"].split()[-1].split(",")[1])
    true(first > expected > last, "n^2 rises over the n that was expected")


@test
def the_page_needs_nothing_from_elsewhere():
    page = Page(report(documents.service(), documents.scorecard()))
    policy = [a["content"] for n, a in page.elements if n == "meta" and a.get("http-equiv") == "Content-Security-Policy"]
    equal(len(policy), 1)
    contains(policy[0], "default-src 'none'")
    lacks(policy[0], "script-src", "http")
    for name, attributes in page.elements:
        for key in ("src", "href"):
            true((attributes.get(key) or "data:").startswith("data:"), f"{name} {key}={attributes.get(key)}")


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@test
def all_colours_of_text_have_the_contrast_of_wcag_aa():
    css = (ROOT / "judge/report/pages/report.css").read_text()
    palettes = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", css, re.S)]
    equal(len(palettes), 3, "light, dark, print")
    pairs = [(text, ground) for text in ("ink", "soft", "accent") for ground in ("ground", "paper", "raised")]
    pairs += [(tone, ground) for tone in ("good", "fair", "poor", "bad", "open") for ground in ("paper", f"{tone}-ground")]
    for palette in palettes:
        for text, ground in pairs:
            light, dark = sorted((luminance(palette[text]), luminance(palette[ground])), reverse=True)
            true((light + 0.05) / (dark + 0.05) >= 4.5, f"{text} {palette[text]} on {ground} {palette[ground]}")


# ---- Hostile text ---------------------------------------------------------------------------------


@test
def hostile_text_makes_no_element():
    for honest in (documents.service(), documents.algorithm()):
        plain = Page(report(honest, documents.scorecard()))
        attacked = Page(report(documents.hostile(honest), documents.hostile(documents.scorecard())))
        equal(attacked.open, [])
        equal({n for n, _ in attacked.elements} - {n for n, _ in plain.elements} - {"pre", "p", "br"}, set())
        for name, attributes in attacked.elements:
            true(name not in ("script", "img", "iframe", "b"), name)
            true(not any(key.startswith("on") for key in attributes), attributes)
            true(attributes.get("id") != "injected", "an element of the submission's")
        contains(attacked.text, documents.SCRIPT, "<h1 id=injected>", "{{title}} {{#facts}}")
        lacks(attacked.text, "\x1b", "\u202e", "\x07", "\ufffe", "\uffff")


@test
def hostile_text_makes_no_markup_in_markdown():
    if not shutil.which("cmark-gfm"):
        raise Skip("no cmark-gfm (scripts/setup reports)")
    command = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough"]

    def elements(evidence, scorecard):
        text = report(evidence, scorecard, "markdown")
        return Page(subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout)
    for honest in (documents.service(), documents.algorithm()):
        attacked = elements(documents.hostile(honest), documents.hostile(documents.scorecard()))
        names = {n for n, _ in attacked.elements}
        true(names <= {"h1", "h2", "h3", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "pre", "code"}, names)
        equal(attacked.count("table"), 1)
        equal(re.findall(r"@[a-z]\w*", attacked.prose), [], "people are not told by their names")
        contains(attacked.text, documents.SCRIPT)
    control = "".join(subprocess.run(command, input=attack, capture_output=True, text=True, check=True).stdout
                      for attack in documents.ATTACKS)
    contains(control, "<code>", "<a href=", "<img ", "<h1", "@everyone")


@test
def hostile_text_stays_text_in_xml_and_json():
    for honest in (documents.service(), documents.algorithm()):
        evidence, scorecard = documents.hostile(honest), documents.hostile(documents.scorecard())
        tree = xml.etree.ElementTree.fromstring(report(evidence, scorecard, "junit"))
        equal({e.tag for e in tree.iter()} - {"testsuites", "testsuite", "testcase", "failure", "skipped"}, set())
        for form in ("sarif", "gradescope"):
            text = report(evidence, scorecard, form)
            json.loads(text)
            lacks(text, "\x1b", "\u202e")


def schemas():
    try:
        import jsonschema
    except ImportError:
        raise Skip("no python3-jsonschema (scripts/setup reports)") from None
    return jsonschema


# ---- Other programs' forms ------------------------------------------------------------------------


@test
def sarif_is_valid_by_its_schema():
    if not SCHEMA.exists():
        raise Skip("no schema of SARIF (scripts/setup reports)")
    validator = schemas().Draft4Validator(json.loads(SCHEMA.read_text()))
    for evidence in (documents.service(), documents.algorithm(), documents.hostile(documents.service()),
                     documents.service() | {"findings": []}):
        validator.validate(json.loads(report(evidence, form="sarif")))
    broken = json.loads(report(documents.service(), form="sarif"))
    broken["runs"][0]["results"][0]["level"] = "must fix"
    true(not validator.is_valid(broken), "the schema takes anything")


@test
def sarif_has_the_findings_at_their_places():
    log = json.loads(report(documents.service(), form="sarif"))
    run = log["runs"][0]
    equal([r["level"] for r in run["results"]], ["error", "warning", "warning", "note"], "and no praise")
    for result, found in zip(run["results"], documents.service()["findings"]):
        equal(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], found["rule"])
        equal(result["partialFingerprints"], {"assayFinding/v1": found["fingerprint"]})
        place = result["locations"][0]["physicalLocation"]
        equal((place["artifactLocation"]["uri"], place["region"]["startLine"]), (found["file"], found["line"]))
    wide = documents.service()
    wide["findings"][0] |= {"file": "a b/ü.py", "code": "größe = 1"}
    place = json.loads(report(wide, form="sarif"))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    equal(place["artifactLocation"]["uri"], "a%20b/%C3%BC.py")
    lacks(place["region"], "startColumn")


@test
def junit_counts_what_it_lists():
    suite = xml.etree.ElementTree.fromstring(report(documents.service(), form="junit"))[0]
    equal((suite.get("tests"), suite.get("failures"), suite.get("skipped")), ("7", "1", "1"))
    equal((len(suite), len(suite.findall("*/failure")), len(suite.findall("*/skipped"))), (7, 1, 1))
    contains(suite.find("*/failure").text, "Idempotency-Key: k1")
    equal(suite.get("time"), "31.000", "what the grading took")
    suite = xml.etree.ElementTree.fromstring(report(documents.algorithm(), form="junit"))[0]
    equal([suite.get(key) for key in ("tests", "failures", "skipped")], ["10", "1", "1"], "compiling, 8 tests, one not run")


@test
def what_did_not_compile_or_start_is_a_failure_in_junit():
    broken = documents.algorithm()
    broken["details"]["submit"] |= {"verdict": "CE", "tests": [], "compile": {"ok": False, "cached": False, "seconds": 0.1, "message": "line 3: no"}}
    suite = xml.etree.ElementTree.fromstring(report(broken, form="junit"))[0]
    equal((suite.get("failures"), suite.find("testcase/failure").text), ("1", "line 3: no"))
    dead = documents.service()
    dead["details"]["grade"]["service"] |= {"ready": False, "reason": "it never listened on PORT"}
    suite = xml.etree.ElementTree.fromstring(report(dead, form="junit"))[0]
    equal(suite.find("testcase[@name='start']/failure").get("message"), "it never listened on PORT")
    dead["details"]["grade"]["service"]["build"] = {"command": "make", "good": False, "reason": "exited with 2", "seconds": 1, "output": "no rule"}
    suite = xml.etree.ElementTree.fromstring(report(dead, form="junit"))[0]
    equal(suite.find("testcase[@name='build']/failure").text, "no rule")


@test
def gradescope_has_a_hundred_points():
    plain = json.loads(report(documents.algorithm(), form="gradescope"))
    equal(plain["score"], round(100 * 7 / 9, 2), "of tests, those not run included")
    equal([t["visibility"] for t in plain["tests"]], ["visible"] * 2 + ["hidden"] * 6)
    rated = json.loads(report(documents.service(), documents.scorecard(), "gradescope"))
    criteria = [t for t in rated["tests"] if "max_score" in t]
    equal([(t["score"], t["max_score"]) for t in criteria], [(20, 30), (8.33, 25), (25, 25), (0, 10)])
    equal(rated["score"], round(100 * 53.3333 / 90, 2))


# ---- What was really judged -----------------------------------------------------------------------


def judged(name, status, *arguments):
    """Runs a command with all forms and the evidence; gives what is in the files."""
    base = directory(f"judged-{name}")
    options = [o for form in FORMS for o in (f"--{form}", base / form)]
    result = assay(*arguments, "--evidence", base / "evidence.json", *options, scorecard=True)
    equal(result.status, status, str(result))
    evidence, scorecard = base / "evidence.json", base / "scorecard.json"
    scorecard.write_text(assay("score", evidence, "--json").out)
    for form in FORMS:
        again = assay("report", evidence, "--scorecard", scorecard, f"--{form}", "-")
        equal((again.status, again.err), (ACCEPTED, ""))
        equal(again.out, (base / form).read_text(), f"{name}: {form} made later is another one")
    return {form: (base / form).read_text() for form in FORMS}


@test
def what_submit_found_is_reported_by_it_and_later():
    package = package_2025()
    forms = judged("accepted", ACCEPTED, "submit", package, source("a.py", DOUBLE))
    contains(forms["markdown"], "**AC**: ", "Correctness")
    forms = judged("wrong", NOT_ACCEPTED, "submit", package, source("b.py", "print(1)\n"))
    contains(forms["markdown"], "**WA**: ", "Test sample/", ", WA: ")
    forms = judged("late", NOT_ACCEPTED, "submit", package, source("c.py", "import time\nwhile True: pass\n"), "--time-limit", "0.3")
    contains(forms["markdown"], "**TLE**: ", ", TLE: ")
    forms = judged("broken", NOT_ACCEPTED, "submit", package, source("d.c", "int main(void) { return x; }\n"))
    contains(forms["markdown"], "It does not compile:")
    contains(forms["junit"], "it does not compile")


@test
def what_grade_found_is_reported_by_it_and_later():
    service = tiny_service()
    forms = judged("good", ACCEPTED, "grade", service / "reference/python", "--problem", service)
    contains(forms["markdown"], "## Probes")
    lacks(forms["markdown"], "## The service")
    dead = directory("dead")
    (dead / "Procfile").write_text("web: python3 -c 'raise SystemExit(7)'\n")
    forms = judged("dead", NOT_ACCEPTED, "grade", dead, "--problem", service)
    contains(forms["markdown"], "## The service", "It did not start by ")
    contains(forms["junit"], '<failure message="')


@test
def a_form_on_stdout_or_a_wrong_rating_is_told_before_anything_is_judged():
    package, path = package_2025(), source("a.py", DOUBLE)
    refused(assay("submit", package, path, "--html", "-"), USAGE, "--html: stdout has", "name a file")
    refused(assay("submit", package, path, "--rating", "courage=3", scorecard=True), BAD_INPUT, "no criterion 'courage'", "it has correctness")
    refused(assay("submit", package, path, "--rubric", "takehome", scorecard=True), BAD_INPUT, "not for evidence of kind 'algorithm'")
    refused(assay("submit", package, path, "--rubric", "none-such", scorecard=True), BAD_INPUT, "none-such", "those that are there")
    refused(assay("submit", package, path, "--rating", "pace=3"), USAGE, "--no-scorecard")
    refused(assay("grade", WORK, "--problem", tiny_service(), "--probe", "a-note-is-kept", "--rating", "readme=3", scorecard=True), USAGE, "--probe")


# ---- The command ----------------------------------------------------------------------------------


@test
def all_forms_at_once_and_again_are_the_same_bytes():
    sums = []
    for turn in range(2):
        base = directory(f"reports{turn}")
        options = [o for form in FORMS for o in (f"--{form}", base / form)]
        result = assay("report", written(documents.service(), "evidence.json"), "--scorecard",
                       written(documents.scorecard(), "scorecard.json"), *options)
        equal((result.status, result.out, result.err), (ACCEPTED, "", ""))
        sums.append([hashlib.sha256((base / form).read_bytes()).hexdigest() for form in FORMS])
    equal(sums[0], sums[1])


@test
def a_broken_document_is_told_with_its_place():
    evidence = documents.service()
    evidence["findings"][2]["line"] = "12"
    path = written(evidence, "broken.json")
    refused(assay("report", path, "--html", "-"), BAD_INPUT, "broken.json", "/findings/2/line", "a whole number")
    (WORK / "half.json").write_text('{"format": "assay-evidence",\n"version"')
    refused(assay("report", WORK / "half.json", "--html", "-"), BAD_INPUT, "half.json:2")
    refused(assay("report", written({"format": "other"}, "other.json"), "--html", "-"), BAD_INPUT, "/format")
    refused(assay("report", written(documents.service() | {"version": 9}, "later.json"), "--html", "-"), BAD_INPUT, "/version")
    scorecard = documents.scorecard()
    del scorecard["criteria"][1]["weight"]
    refused(assay("report", written(documents.service(), "evidence.json"), "--scorecard", written(scorecard, "card.json"),
                  "--html", "-"), BAD_INPUT, "card.json", "/criteria/1/weight")


@test
def a_report_has_to_be_asked_for():
    path = written(documents.service(), "evidence.json")
    refused(assay("report", path), USAGE, "no report")
    refused(assay("report", path, "--html", "-", "--sarif", "-"), USAGE, "only one")
    refused(assay("report", path, "--html", WORK / "none/page.html"), BAD_INPUT, "page.html")


# ---- In a browser ---------------------------------------------------------------------------------


def opened(text, *options):
    """The page as the browser has it, and what it said on its console."""
    if not BROWSER:
        raise Skip("no Chromium (scripts/setup reports)")
    path = WORK / "page.html"
    path.write_text(text)
    finished = subprocess.run([BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                               "--disable-extensions", "--disable-background-networking", "--enable-logging=stderr",
                               f"--user-data-dir={WORK / 'browser'}", *options, "--dump-dom", path.as_uri()],
                              capture_output=True, text=True, timeout=120)
    equal(finished.returncode, 0, finished.stderr[-500:])
    return finished.stdout, [line for line in finished.stderr.splitlines() if ":CONSOLE:" in line]


@test
def a_browser_draws_a_hostile_page_and_runs_nothing_of_it():
    both = documents.algorithm()
    both["details"] |= documents.service()["details"]
    dom, console = opened(report(documents.hostile(both), documents.hostile(documents.scorecard())))
    equal(console, [])
    page = Page(dom)
    equal([n for n, a in page.elements if n in ("script", "img") or a.get("id") == "injected"], [])
    equal((page.count("circle", "point"), page.count("circle", "predicted")), (12, 6), "points, with the legends'")
    equal(page.count("rect", "length"), 8, "bars of latency")
    contains(page.text, "Scorecard", "Latency under load", documents.SCRIPT)


@test
def a_browser_would_run_the_same_text_outside_of_a_report():
    _, console = opened(f"<!DOCTYPE html><title>control</title>{documents.SCRIPT}")
    equal(len(console), 1)


main()
