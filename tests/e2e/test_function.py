#!/usr/bin/python3
"""Problems whose submissions are a function or a class: in each of the nine languages the right one,
the wrong ones and what they are told, prints, deep recursion; own input; what is generated."""
from harness import *

# For each language: file, toolchain, a right solution of the skeleton's problem (the largest of a
# list), which recurses as deep as the list is long and prints; then what is wrong with others.
LANGUAGES = {
    "c": ("a.c", "gcc", """#include <stdio.h>
static int from(struct list_int sizes, size_t i)
{
    int rest = i + 1 < sizes.count ? from(sizes, i + 1) : sizes.items[i];
    if (i == 0) printf("debug %zu\\n", sizes.count);
    return rest > sizes.items[i] ? rest : sizes.items[i];
}
int largest_size(struct list_int sizes) { return from(sizes, 0); }
""", "char *largest_size(struct list_int sizes) { return sizes.count ? \"a\" : \"b\"; }\n"),
    "cpp": ("a.cpp", "g++", """#include <cstdio>
#include <algorithm>
#define int long long
static int from(const std::vector<signed> &sizes, size_t i)
{
    int rest = i + 1 < sizes.size() ? from(sizes, i + 1) : sizes[i];
    if (i == 0) printf("debug %zu\\n", sizes.size());
    return std::max<int>(rest, sizes[i]);
}
signed largest_size(std::vector<signed> sizes) { return from(sizes, 0); }
""", "std::string largest_size(const std::vector<int> &sizes) { return std::string(\"a\"); }\n"),
    "python3": ("a.py", "python3", """def largest_size(sizes):
    def start(i):
        rest = start(i + 1) if i + 1 < len(sizes) else sizes[i]
        return rest if rest > sizes[i] else sizes[i]
    print("debug", len(sizes))
    return start(0)
""", "def largest_size(sizes):\n    return str(max(sizes))\n"),
    "go": ("a.go", "go", """package main

import "fmt"

func from(sizes []int, i int) int {
	rest := sizes[i]
	if i+1 < len(sizes) {
		rest = from(sizes, i+1)
	}
	if rest > sizes[i] {
		return rest
	}
	return sizes[i]
}

func largestSize(sizes []int) int {
	fmt.Println("debug", len(sizes))
	return from(sizes, 0)
}
""", "package main\n\nfunc largestSize(sizes []int) string { return \"a\" }\n"),
    "java": ("Largest.java", "javac", """class Solution {
    private int from(int[] sizes, int i) {
        int rest = i + 1 < sizes.length ? from(sizes, i + 1) : sizes[i];
        return Math.max(rest, sizes[i]);
    }
    public int largestSize(int[] sizes) {
        System.out.println("debug " + sizes.length);
        return from(sizes, 0);
    }
}
""", "class Solution { public String largestSize(int[] sizes) { return \"a\"; } }\n"),
    "kotlin": ("a.kt", "kotlinc", """private fun from(sizes: IntArray, i: Int): Int {
    val rest = if (i + 1 < sizes.size) from(sizes, i + 1) else sizes[i]
    return maxOf(rest, sizes[i])
}

fun largestSize(sizes: IntArray): Int {
    println("debug ${sizes.size}")
    return from(sizes, 0)
}
""", "fun largestSize(sizes: IntArray): String = \"a\"\n"),
    "javascript": ("a.js", "node", """function largestSize(sizes) {
    const from = (i) => {
        const rest = i + 1 < sizes.length ? from(i + 1) : sizes[i];
        return rest > sizes[i] ? rest : sizes[i];
    };
    console.log("debug", sizes.length);
    return from(0);
}
""", "function largestSize(sizes) {\n    return \"a\";\n}\n"),
    "typescript": ("a.ts", "esbuild", """export function largestSize(sizes: number[]): number {
    const from = (i: number): number => {
        const rest = i + 1 < sizes.length ? from(i + 1) : sizes[i];
        return rest > sizes[i] ? rest : sizes[i];
    };
    console.log("debug", sizes.length);
    return from(0);
}
""", "export function largestSize(sizes: number[]): string {\n    return \"a\";\n}\n"),
    "rust": ("a.rs", "rustc", """fn from(sizes: &[i32], i: usize) -> i32 {
    let rest = if i + 1 < sizes.len() { from(sizes, i + 1) } else { sizes[i] };
    rest.max(sizes[i])
}

pub fn largest_size(sizes: Vec<i32>) -> i32 {
    println!("debug {}", sizes.len());
    from(&sizes, 0)
}
""", "pub fn largest_size(_sizes: Vec<i32>) -> String { String::new() }\n"),
}
SNAKE = {"c", "cpp", "python3", "rust"}


def new_package(slug="skeleton"):
    base = directory("library")
    equal(assay("new", slug, "--dir", base).status, 0)
    return base / slug


PACKAGE = new_package()
DEEP = 100_000
write_tree(PACKAGE, {"data/secret/99-deep.in": f"{DEEP}\n{' '.join(map(str, range(DEEP)))}\n",
                     "data/secret/99-deep.ans": f"{DEEP - 1}\n"})


def name_in(language):
    return "largest_size" if language in SNAKE else "largestSize"


def right_is_accepted(language):
    name, tool, right, _ = LANGUAGES[language]
    have(tool)
    trial = verdict_is(PACKAGE, source(name, right), "AC", options=["--full"])
    equal([t["name"] for t in trial["tests"]][-1], "secret/99-deep", "the deep one was run")
    first = trial["tests"][0]
    contains(first["debug"], "debug 3")
    equal((first["call"], first["expected"], first["found"]), ("sizes = [3, 1, 2]", "3", "3"))
    true("debug" not in trial["tests"][-1], "prints on a secret test are not shown")


def a_misspelt_one_is_told(language):
    name, tool, right, _ = LANGUAGES[language]
    have(tool)
    wrong = name_in(language).replace("arg", "agr")
    trial = verdict_is(PACKAGE, source(name, right.replace(name_in(language), wrong)), "CE")
    contains(trial["compile"]["message"], f"there is no function {name_in(language)}", wrong)


def another_arity_is_told(language):
    name, tool, right, _ = LANGUAGES[language]
    have(tool)
    more = {"c": ", int more", "cpp": ", signed more", "go": ", more int", "java": ", int more",
            "kotlin": ", more: Int", "typescript": ", more: number", "rust": ", more: i32"}
    text = re.sub(r"(largest_?[sS]ize\([^)]*)\)", rf"\1{more.get(language, ', more')})", right)
    true(text != right, "changed")
    trial = verdict_is(PACKAGE, source(name, text), "CE")
    contains(trial["compile"]["message"],
             f"{name_in(language)} takes 2 parameters here, and is called with 1")


def another_type_is_told(language):
    name, tool, _, wrong = LANGUAGES[language]
    have(tool)
    trial = judge(PACKAGE, source(name, wrong))
    if language in ("python3", "javascript", "typescript"):
        equal(trial["verdict"], "RTE")
        contains(trial["tests"][0]["message"], "largest_size", "was returned, where int is wanted")
    else:
        equal(trial["verdict"], "CE")
        contains(trial["compile"]["message"], "The driver calls what is declared so",
                 name_in(language))


def the_starter_is_judged(language):
    """What `assay start` writes compiles as it is, and gives a wrong answer or none."""
    have(LANGUAGES[language][1])
    base = directory("start")
    result = assay("start", PACKAGE, "--language", language, "--dir", base)
    equal(result.status, 0, str(result))
    files = sorted(str(p) for p in base.iterdir())
    equal(sorted(result.out.split()), files)
    text = "".join(pathlib.Path(f).read_text() for f in files)
    contains(text, "Returns the largest of the sizes.", "sizes = [3, 1, 2]")
    trial = judge(PACKAGE, *[f for f in files if not f.endswith(".h")], command="test")
    true(trial["verdict"] in ("WA", "RTE"), f"{trial['verdict']}: {trial['compile']}")
    again = assay("start", PACKAGE, "--language", language, "--dir", base)
    equal((again.status, again.out), (0, ""), "nothing to write")
    pathlib.Path(files[-1]).write_text("mine\n")
    refused(assay("start", PACKAGE, "--language", language, "--dir", base), BAD_INPUT,
            "is there already")
    equal(pathlib.Path(files[-1]).read_text(), "mine\n")


for body in (right_is_accepted, a_misspelt_one_is_told, another_arity_is_told,
             another_type_is_told, the_starter_is_judged):
    for one in LANGUAGES:
        def case(body=body, language=one):
            body(language)
        case.__name__ = f"{body.__name__}_in_{one}"
        test(case)


# ---- What is one, and what is the other --------------------------------------------------------

WHOLE = {
    "a.py": "n = input()\nprint(max(map(int, input().split())))\n",
    "a.cpp": """#include <algorithm>
#include <iostream>
int main()
{
    int n, best = -2000000000, size;
    for (std::cin >> n; n > 0; n--) { std::cin >> size; best = std::max(best, size); }
    std::cout << best << '\\n';
}
""",
    "a.js": """const [, ...sizes] = require("fs").readFileSync(0, "utf8").split(/\\s+/).map(Number);
let best = sizes[0];
for (const size of sizes.slice(0, -1)) best = size > best ? size : best;
console.log(best);
""",
}


@test
def a_whole_program_is_accepted_too():
    for name, text in WHOLE.items():
        verdict_is(PACKAGE, source(name, text), "AC")


@test
def a_file_called_as_the_driver_is_judged():
    for name, language in [("main.py", "python3"), ("driver.c", "c"), ("main.js", "javascript"),
                           ("main.rs", "rust"), ("Main.java", "java"), ("driver.go", "go")]:
        verdict_is(PACKAGE, source(name, LANGUAGES[language][2]), "AC", command="test")


@test
def a_function_in_several_files_is_judged():
    base = write_tree(directory("several"), {
        "helper.py": "def best_of(sizes):\n    return max(sizes)\n",
        "answer.py": "from helper import best_of\n\n\ndef largest_size(sizes):\n"
                     "    return best_of(sizes)\n"})
    verdict_is(PACKAGE, base, "AC")


@test
def a_crash_shows_what_was_printed_before():
    crash = source("a.py", "def largest_size(sizes):\n    print('debug', len(sizes))\n    return 1 // 0\n")
    trial = verdict_is(PACKAGE, crash, "RTE", command="test")
    contains(trial["tests"][0]["message"], "ZeroDivisionError")
    contains(trial["tests"][0]["debug"], "debug 3")
    contains(assay("test", PACKAGE, crash).out, "printed debug 3", "ZeroDivisionError")


@test
def many_prints_break_nothing():
    loud = source("a.js", """function largestSize(sizes) {
    for (let i = 0; i < 20000; i++) console.log("a line that is printed again and again", i);
    return Math.max(...sizes);
}
""")
    trial = verdict_is(PACKAGE, loud, "AC", command="test")
    contains(trial["tests"][0]["debug"], "again and again")


# ---- An input of one's own ---------------------------------------------------------------------

RIGHT = source("right.py", LANGUAGES["python3"][2])
WRONG = source("wrong.py", "def largest_size(sizes):\n    return sizes[0]\n")


def own(file, call, *options):
    return judge(PACKAGE, file, command="test", options=["--input", call, *options])


@test
def an_own_input_is_called():
    trial = own(RIGHT, "sizes = [4, 9, 2]")
    equal((trial["verdict"], trial["unjudged"]), ("AC", True))
    test_of = trial["tests"][0]
    equal((test_of["name"], test_of["call"], test_of["found"]), ("input", "sizes = [4, 9, 2]", "9"))
    true("expected" not in test_of, f"{test_of}")
    text = assay("test", PACKAGE, RIGHT, "--input", "sizes = [4, 9, 2]").out
    contains(text, "called with sizes = [4, 9, 2]", "returned 9", "debug 3", "not compared")


@test
def an_own_input_is_compared_with_a_reference():
    trial = own(WRONG, "sizes = [4, 9, 2]", "--expected")
    test_of = trial["tests"][0]
    equal((trial["verdict"], test_of["expected"], test_of["found"]), ("WA", "9", "4"))
    equal(own(RIGHT, "sizes = [4, 9, 2]", "--expected")["verdict"], "AC")


@test
def a_wrong_input_is_told():
    for call, *parts in [
            ("sizes = [4, \"9\"]", "column 13", "expected an int", "largest_size takes sizes"),
            ("size = [4]", "the name of a parameter, found 'size = [4]'"),
            (" ", "'sizes' is missing"),
            ("sizes = []", "not valid for input_validators/validate.py", "line 1"),
            ("sizes = [2000000000]", "a size is beyond")]:
        refused(assay("test", PACKAGE, RIGHT, "--input", call), BAD_INPUT, *parts)
    refused(assay("test", PACKAGE, RIGHT, "--expected"), USAGE, "--expected goes with --input")
    refused(assay("test", "logwindow", RIGHT, "--input", "a = 1"), BAD_INPUT, "no function signature")
    refused(assay("start", "logwindow", "--language", "c"), BAD_INPUT, "no function signature")
    refused(assay("start", PACKAGE), USAGE, "--language is missing")


# ---- Packages ----------------------------------------------------------------------------------


@test
def a_new_package_verifies_as_it_stands():
    base = new_package("fresh")
    report = verify(base, status=0)[0]
    equal([s for s in report["submissions"] if not s["ok"] and not s["skipped"]], [])
    equal(report["errors"], [])
    true(report["compared"] >= 2 and report["small_inputs"] > 10, f"{report}")
    refused(assay("new", "fresh", "--dir", base.parent), BAD_INPUT, "is there already")
    refused(assay("new", "Not-A-Slug"), USAGE, "is no slug")


@test
def drivers_that_are_out_of_date_are_faults():
    base = new_package("stale")
    equal(assay("generate", base).out, "", "nothing to write")
    (base / "include/go/driver.go").unlink()
    driver = base / "include/python3/main.py"
    driver.write_text(driver.read_text() + "\n")
    errors = "\n".join(verify(base, status=3)[0]["errors"])
    contains(errors, "driver.go: is missing", "main.py: is not what", "assay generate")
    equal(sorted(assay("generate", base).out.split()),
          [str(base / "include/go/driver.go"), str(driver)])
    equal(verify(base, status=0)[0]["errors"], [])


@test
def a_wrong_signature_is_a_fault_with_its_line():
    base = new_package("broken")
    path = base / "interview.yaml"
    path.write_text(path.read_text().replace("list<int>", "list<integer>"))
    contains("".join(verify(base, status=3)[0]["errors"]), "interview.yaml:6: ", "is no type")
    refused(assay("generate", base), BAD_INPUT, "interview.yaml:6: ")
    refused(assay("submit", base, RIGHT), BAD_INPUT, "interview.yaml:6: ")


@test
def show_has_the_signature():
    contains(assay("show", PACKAGE).out, "function   largest_size(sizes: list<int>) -> int")
    equal(assay("show", PACKAGE, "--json").json()["signature"],
          "largest_size(sizes: list<int>) -> int\n")
    equal(assay("show", "logwindow", "--json").json()["signature"], None)


@test
def what_is_changed_in_place_is_the_result():
    base = new_package("inplace")
    shutil.rmtree(base / "submissions")
    shutil.rmtree(base / "input_validators")
    shutil.rmtree(base / "generators")
    write_tree(base, {"data/secret/1.in": "1\n5\n", "data/secret/1.ans": "1\n5\n",
                      "interview.yaml": "function:\n  name: turn_around\n  parameters:\n"
                                        "    sizes: list<int>\n  changes: sizes\n"})
    equal(assay("generate", base).status, 0)
    turned = {
        "python3": ("a.py", "def turn_around(sizes):\n    sizes.reverse()\n"),
        "c": ("a.c", """void turn_around(struct list_int sizes)
{
    for (size_t i = 0, k = sizes.count - 1; i < k; i++, k--) {
        int size = sizes.items[i];
        sizes.items[i] = sizes.items[k];
        sizes.items[k] = size;
    }
}
"""),
        "cpp": ("a.cpp", "#include <algorithm>\nvoid turn_around(std::vector<int> &sizes)\n"
                         "{\n    std::reverse(sizes.begin(), sizes.end());\n}\n"),
        "rust": ("a.rs", "pub fn turn_around(sizes: &mut Vec<i32>) {\n    sizes.reverse();\n}\n"),
        "kotlin": ("a.kt", "fun turnAround(sizes: IntArray) {\n    sizes.reverse()\n}\n"),
        "go": ("a.go", "package main\n\nfunc turnAround(sizes []int) {\n"
                       "\tfor i, k := 0, len(sizes)-1; i < k; i, k = i+1, k-1 {\n"
                       "\t\tsizes[i], sizes[k] = sizes[k], sizes[i]\n\t}\n}\n"),
        "java": ("A.java", "class Solution {\n    void turnAround(int[] sizes) {\n"
                           "        for (int i = 0, k = sizes.length - 1; i < k; i++, k--) {\n"
                           "            int size = sizes[i];\n            sizes[i] = sizes[k];\n"
                           "            sizes[k] = size;\n        }\n    }\n}\n"),
        "javascript": ("a.js", "function turnAround(sizes) {\n    sizes.reverse();\n}\n"),
        "typescript": ("a.ts", "export function turnAround(sizes: number[]): void {\n"
                               "    sizes.reverse();\n}\n"),
    }
    for language, (name, text) in turned.items():
        if not shutil.which(LANGUAGES[language][1]):
            continue
        trial = judge(base, source(name, text), command="test",
                      options=["--input", "sizes = [1, 2, 3]"])
        equal(trial["verdict"], "AC", f"{language}: {trial['compile']}{trial['tests']}")
        equal(trial["tests"][0]["found"], "sizes = [3, 2, 1]", language)


main()
