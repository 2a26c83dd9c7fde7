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
write_tree(PACKAGE, {"data/secret/02-deep.in": f"{DEEP}\n{' '.join(map(str, range(DEEP)))}\n",
                     "data/secret/02-deep.ans": f"{DEEP - 1}\n"})


def name_in(language):
    return "largest_size" if language in SNAKE else "largestSize"


def right_is_accepted(language):
    name, tool, right, _ = LANGUAGES[language]
    have(tool)
    trial = verdict_is(PACKAGE, source(name, right), "AC", options=["--full"])
    equal([t["name"] for t in trial["tests"]][-1], "secret/02-deep", "the deep one was run")
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


PARAMETER = re.compile(r"(largest_?[sS]ize\([^)]*)\)( \{|:|\n|: )")


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


main()
