#!/usr/bin/python3
"""How time and memory grow: `assay growth`, and what `assay submit` says of what it has accepted."""
from harness import *

MADE = """answers: accepted/first.py
families:
  only: "numbers in no order"
tests:
  01-only-2: [only, 2, 1]
  02-only-40000: [only, 40000, 2]
"""
INTERVIEW = """function:
  name: weigh
  doc: Weighs numbers.
  parameters:
    numbers: list<int>
  result: long
complexity:
  n: the numbers
  time: O(n log n)
  space: O(n)
"""
FIRST = "def weigh(numbers):\n    return 0\n"


def package(interview=INTERVIEW, made=MADE, generate=GENERATE_NUMBERS, more={}):
    base = package_2025({"generators/generate.py": generate, "generators/made.yaml": made,
                         "interview.yaml": interview,
                         "data/sample/1.in": "2\n1 2\n", "data/sample/1.ans": "0\n",
                         "submissions/accepted/first.py": FIRST, **more}, name="weigh",
                        drop=["data", "submissions"])
    assay("generate", base)
    return base


def grow(path, *options, status=0, base=None):
    finished = assay("growth", base or package(), path, "--json", *options)
    equal(finished.status, status, finished.err)
    return finished.json()


def time_of(growth):
    return growth["time"]["class"], growth["time"]["reason"], growth["fault"]


CPP = """#include "signature.h"
#include <algorithm>
long long weigh(std::vector<int> &numbers) { %s }
"""
CPP_BODIES = {
    "n": "long long sum = 0; for (int x : numbers) sum = sum * 31 + x; return sum;",
    "n log n": "std::sort(numbers.begin(), numbers.end()); return numbers[0];",
    "n^2": "long long sum = 0; for (int x : numbers) for (int y : numbers) sum += x < y; return sum;",
}


def needs_emulator():
    have(f"qemu-{os.uname().machine}")


# ---- Classes ----------------------------------------------------------------------------------


@test
def loops_in_cpp_have_their_classes():
    needs_emulator()
    base = package()
    for name, body in CPP_BODIES.items():
        growth = grow(source("a.cpp", CPP % body), status=int(name == "n^2"), base=base)
        equal(time_of(growth), (name, None, None))
        equal(growth["backend"], "instructions")
        true(growth["marked"], "the call alone")
        equal(growth["time"]["verdict"],
              {"n": "better", "n log n": "as expected", "n^2": "worse"}[name])
        equal(growth["time"]["family"], "only")
        true(len(growth["time"]["points"]) >= 6, growth)


# The second family has numbers below zero, on which the program works as hard as it likes.
TWO_FAMILIES = MADE.replace('  only: "numbers in no order"\n',
                            '  only: "numbers in no order"\n  below: "numbers below zero"\n') + \
    "  03-below-40000: [below, 40000, 3]\n"
TWO_GENERATE = GENERATE_NUMBERS.replace("% 1000003 for", "% 1000003 * (1 if family == 'only' else -1) for")
BELOW = """    unsigned long long n = numbers.size(), more = n > 1 && numbers[1] < 0 ? %s : 0;
    volatile long long sum = 0;
    for (int x : numbers) sum = sum * 31 + x;
    for (unsigned long long i = 0; i < more; i++) sum = sum + 1;
    return sum;"""


@test
def what_hurts_only_when_it_is_large_is_found():
    needs_emulator()
    base = package(made=TWO_FAMILIES, generate=TWO_GENERATE)
    growth = grow(source("a.cpp", CPP % BELOW % "n >= 2000 ? n * n / 4 : 0"), status=1, base=base)
    equal(time_of(growth), ("n^2", None, None))
    equal(growth["time"]["family"], "below")
    growth = grow(source("b.cpp", CPP % BELOW % "n * (n * 2654435761u % 97) * 40"), base=base)
    equal((growth["time"]["class"], growth["time"]["family"]), (None, "below"))


@test
def python_is_told_from_one_start():
    needs_emulator()
    growth = grow(source("a.py", "def weigh(numbers):\n"
                                 "    return sum(numbers.count(x) for x in numbers)\n"), status=1)
    equal(time_of(growth), ("n^2", None, None))


# The loops at the end execute the same templates of the interpreter as the fixed ones before, and
# some percent of them.
TREE = """class Solution {
    static long weigh(int[] numbers) {
        int[] tree = new int[numbers.length + 1];
        long sum = 0;
        for (int x : numbers) {
            for (int round = 0; round < 30; round++) {
                for (int i = 255; i > 0; i -= i & -i) sum += tree[0];
                for (int i = 1; i <= 128; i += i & -i) tree[0]++;
            }
            int at = Math.floorMod(x, numbers.length) + 1;
            for (int i = at; i > 0; i -= i & -i) sum += tree[i];
            for (int i = at; i <= numbers.length; i += i & -i) tree[i]++;
        }
        return sum;
    }
}
"""


@test
def java_and_javascript_are_told():
    needs_emulator()
    base = package()
    equal(time_of(grow(source("Solution.java", TREE), base=base)), ("n log n", None, None))
    script = ("function weigh(numbers) {\n    let sum = 0n;\n    for (const x of numbers)\n"
              "        for (let i = 0; i < numbers.length; i += 16) sum += BigInt(x < i);\n"
              "    return sum;\n}\n")
    equal(time_of(grow(source("a.js", script), status=1, base=base)), ("n^2", None, None))


@test
def listing_the_keys_of_an_object_is_no_logarithm():
    needs_emulator()
    script = ("function weigh(numbers) {\n    const seen = {};\n"
              "    for (const x of numbers) seen[\"key\" + x] = true;\n"
              "    let count = 0n;\n    for (const key in seen) count++;\n"
              "    return count + BigInt(Object.keys(seen).length);\n}\n")
    equal(time_of(grow(source("a.js", script))), ("n", None, None))


JAVA = """class Solution {
    static long weigh(int[] numbers) {
        long sum = 0;
        %s
        return sum;
    }
}
"""
# Garbage, and a copy that is kept; the input is no memory of the call.
MEMORY = {
    "Solution.java": (JAVA % "for (int x : numbers) sum += new int[] {x}.length;",
                      JAVA % """java.util.List<Long> kept = new java.util.ArrayList<>();
        for (int x : numbers) kept.add((long) x);
        sum = kept.size();"""),
    "a.js": ("""function weigh(numbers) {
    let sum = 0n;
    for (const x of numbers) sum += BigInt([x].length);
    return sum;
}
""", """function weigh(numbers) {
    return BigInt(numbers.map((x) => [x]).length);
}
"""),
    "a.py": ("def weigh(numbers):\n    return sum(len([x]) for x in numbers)\n",
             "def weigh(numbers):\n    return len([[x] for x in numbers])\n"),
}


@test
def memory_is_what_the_call_adds_and_keeps():
    needs_emulator()
    base = package()
    for name, programs in MEMORY.items():
        for program, expected in zip(programs, ("1", "n")):
            space = grow(source(name, program), base=base)["space"]
            equal((name, space["class"], space["reason"]), (name, expected, None))
            true(space["confidence"] >= 0.6, f"{name}: sure by {space['confidence']}")


@test
def a_jvm_tells_each_byte_and_each_call():
    needs_emulator()
    base = package()
    bytes_kept = """boolean[] seen = new boolean[numbers.length];
        for (int i = 0; i < seen.length; i++) seen[i] = numbers[i] > 0;
        for (boolean one : seen) sum += one ? 1 : 0;"""
    calls = """int[] depth = {0};
        Runnable[] down = {null};
        down[0] = () -> { if (++depth[0] < numbers.length) down[0].run(); };
        Thread thread = new Thread(null, down[0], "deep", 1L << 28);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException early) {
            return -1;
        }
        sum = depth[0];"""
    for program, least, most in ((bytes_kept, 38e3, 44e3), (calls, 2e6, 2e7)):
        space = grow(source("Solution.java", JAVA % program), base=base)["space"]
        equal((space["class"], space["reason"]), ("n", None))
        last = space["points"][-1]
        true(last["n"] == 40000 and least < last["count"] < most, last)


@test
def a_whole_program_is_told_without_marks():
    needs_emulator()
    text = "import sys\nsys.stdin.readline()\nprint(sum(map(int, sys.stdin.readline().split())))\n"
    growth = grow(source("a.py", text))
    equal(time_of(growth), ("n", None, None))
    true(not growth["marked"], "a whole program has no marks")
    equal((growth["space"]["class"], growth["space"]["backend"]), ("n", "memory held"))
    true(growth["space"]["points"][-1]["count"] > 1e6, "40,000 words are kept")


FENWICK = r"""#include <cstdio>
#include <vector>
int main() {
    int n, x;
    long long sum = 0;
    std::scanf("%d", &n);
    std::vector<int> tree(n + 1);
    while (n && std::scanf("%d", &x) == 1) {
        int at = x % n + 1;
        for (int i = at; i > 0; i -= i & -i) sum += tree[i];
        for (int i = at; i <= n; i += i & -i) tree[i]++;
    }
    std::printf("%lld\n", sum);
}
"""
SUM = r"""#include <cstdio>
int main() {
    int n, x, sum = 0;
    std::scanf("%d", &n);
    while (std::scanf("%d", &x) == 1) sum ^= x;
    std::printf("%d\n", sum);
}
"""
FROM_THE_FRONT = """long long sum = 0;
    while (!numbers.empty()) { sum = sum * 31 + numbers[0]; numbers.erase(numbers.begin()); }
    return sum;"""


@test
def a_small_part_of_a_program_makes_its_class():
    needs_emulator()
    growth = grow(source("tree.cpp", FENWICK))
    equal(time_of(growth), ("n log n", None, None))
    shares = growth["time"]["shares"]
    true(0.008 < shares["n log n"] < 0.3, f"most of it is reading: {shares}")
    true(shares["n"] > 0.5 and sum(shares.values()) <= 1.001, shares)
    growth = grow(source("sum.cpp", SUM))
    equal(time_of(growth), ("n", None, None))
    true(growth["time"]["shares"].get("n log n", 0) < 0.008, growth["time"]["shares"])


@test
def what_a_move_of_memory_costs_is_seen():
    needs_emulator()
    growth = grow(source("a.cpp", CPP % FROM_THE_FRONT), status=1)
    equal(time_of(growth), ("n^2", None, None))


# ---- Two sizes --------------------------------------------------------------------------------

# As many different numbers as the second size says, in turn.
TWO_SIZES = MADE.replace("tests:", """second:
  name: k
  what: different numbers
  family: only
  largest: [20000, 1000]
tests:""")
IN_TURN = """import sys
family, size, seed, *second = sys.argv[1:]
k = int(second[0]) if second else 7
print(size)
print(*(i % k for i in range(int(size))))
"""
COUNT_KINDS = """    int kinds = 0;
    for (int x : numbers) kinds = x >= kinds ? x + 1 : kinds;
    long long sum = kinds;
    %s
    return sum;"""
WITH_TWO = {
    "n k": "for (int x : numbers) for (int i = 0; i < kinds; i++) sum = sum * 31 + x;",
    "n + k^2": "for (int i = 0; i < kinds; i++) for (int j = 0; j < kinds; j++) sum = sum * 31 + j;",
    "n log k": "for (int x : numbers) for (int i = kinds; i > 0; i /= 2) sum = sum * 31 + x;",
    "n": "",
}


@test
def a_second_size_is_told_from_the_first():
    needs_emulator()
    base = package(INTERVIEW.replace("O(n log n)", "O(n k), k different numbers"), TWO_SIZES, IN_TURN)
    verdicts = {"n k": "as expected", "n + k^2": "worse", "n log k": "better", "n": "better"}
    for expected, body in WITH_TWO.items():
        growth = grow(source("a.cpp", CPP % (COUNT_KINDS % body)), base=base)
        second = growth["second"]
        equal((second["name"], second["what"], second["family"]), ("k", "different numbers", "only"))
        equal((second["time"]["class"], second["time"]["reason"]), (expected, None))
        equal(second["time"]["verdict"], verdicts[expected])
        true(second["time"]["both"]["points"][-1]["n"] >= 250, second)
        contains(growth["sentence"], "any k (different" if expected == "n" else f"grows as {expected}")
    text = assay("growth", base, source("a.cpp", CPP % (COUNT_KINDS % WITH_TWO["n k"]))).out
    contains(text, 'With a second size, k (different numbers), on "only":', "n k, confidence")
    equal(grow(source("a.cpp", CPP % "return 0;"))["second"], None)


@test
def a_jvm_runs_inputs_of_two_sizes_in_one_start():
    needs_emulator()
    base = package(INTERVIEW.replace("O(n log n)", "O(n k)"), TWO_SIZES, IN_TURN)
    second = grow(source("Solution.java", JAVA % """int kinds = 0;
        for (int x : numbers) kinds = Math.max(kinds, x + 1);
        for (int x : numbers) for (int i = 0; i < kinds; i++) sum = sum * 31 + x;"""), base=base)["second"]
    equal((second["time"]["class"], second["time"]["reason"]), ("n k", None))


@test
def a_generator_that_takes_no_second_size_is_told():
    needs_emulator()
    growth = grow(source("a.cpp", CPP % CPP_BODIES["n"]),
                  base=package(made=TWO_SIZES, generate=IN_TURN.replace(", *second", "").replace(
                      "int(second[0]) if second else 7", "7")))
    equal(growth["time"]["class"], "n")
    equal(growth["second"]["time"]["class"], None)
    contains(growth["fault"], 'there is no input "only" of size', "generate.py only", "too many values")


# ---- What goes wrong --------------------------------------------------------------------------


@test
def a_program_that_crashes_is_told_and_no_failure():
    growth = grow(source("a.cpp", CPP % "__builtin_trap();"), "--seconds", "5")
    equal(growth["time"]["class"], None)
    contains(growth["fault"], "run-time error")
    contains(growth["sentence"], "did not go well")


# The kernel clears ever larger pieces of memory; the program only asks for them.
KERNEL = """#include "signature.h"
#include <sys/mman.h>
long long weigh(std::vector<int> &numbers) {
    size_t n = numbers.size(), bytes = n * 64;
    long long sum = 0;
    for (size_t i = 0; i < n; i += 64) {
        void *m = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        if (m != MAP_FAILED) munmap(m, bytes);
    }
    for (int x : numbers) sum += x;
    return sum;
}
"""


@test
def time_that_is_spent_in_the_kernel_is_seen_on_the_clock():
    needs_emulator()
    base = package()
    path = source("a.cpp", KERNEL)
    growth = grow(path, base=base)
    equal(growth["time"]["class"], "n")
    clock = growth["clock"]
    true(clock["differs"] and clock["power"] > 1.6 and clock["counted"] < 1.2, clock)
    true(growth["time"]["confidence"] <= 0.7, growth["time"])
    contains(assay("growth", base, path).out, "in the kernel")
    growth = grow(source("b.cpp", CPP % CPP_BODIES["n^2"]), status=1, base=base)
    true(growth["clock"] and not growth["clock"]["differs"], growth["clock"])
    equal([point["n"] for point in growth["clock"]["points"]][-1], growth["time"]["points"][-1]["n"])


# What it counts goes up and down, which is no class; a reference that does so as well is alike.
UNEVEN = CPP % BELOW % "n * (__builtin_clzll(n) % 2 ? 90 : 30) * 40"


def with_references(labels, **files):
    return package(interview=INTERVIEW + "  references:\n" + "".join(f"    {row}\n" for row in labels),
                   made=TWO_FAMILIES, generate=TWO_GENERATE,
                   more={f"submissions/accepted/{name}.cpp": text for name, text in files.items()})


@test
def a_reference_on_the_same_inputs_decides_what_is_close():
    needs_emulator()
    rows = ["accepted/even.cpp: O(n)", "accepted/uneven.cpp: O(n log n)", "accepted/first.py: O(n log n)"]
    base = with_references(rows, even=CPP % CPP_BODIES["n"], uneven=UNEVEN)
    growth = grow(source("a.cpp", UNEVEN), base=base)
    beside = growth["beside"]
    equal((beside["reference"], beside["class"], beside["same"]), ("accepted/uneven.cpp", "n log n", True))
    equal(time_of(growth), ("n log n", None, None))
    equal((growth["time"]["verdict"], growth["time"]["confidence"]), ("as expected", 0.85))
    true(all(point["count"] == point["reference"] for point in beside["points"]), beside)
    # One that is not alike decides nothing; nor does one that does not compile.
    base = with_references(["accepted/broken.cpp: O(n log n)", rows[0]], even=CPP % CPP_BODIES["n"], broken="one\n")
    growth = grow(source("a.cpp", UNEVEN), base=base)
    equal((growth["time"]["class"], growth["beside"]["reference"], growth["beside"]["same"]),
          (None, "accepted/even.cpp", False))
    contains(growth["fault"], "reference accepted/broken.cpp: ", "does not compile")


@test
def a_reference_takes_turns_with_what_is_timed():
    body = CPP % CPP_BODIES["n^2"]
    base = with_references(["accepted/same.cpp: O(n^2)"], same=body)
    # Others on the machine can move time so far that nothing is said: not three times running.
    runs = (assay("growth", base, source("a.cpp", body), "--json", "--backend", "cpu-time").json() for _ in range(3))
    points = next(growth["beside"] for growth in runs if growth["beside"])["points"]
    true(len(points) >= 5 and all(point["count"] > 0 and point["reference"] > 0 for point in points), points)
    # Both are the same program: at the largest size, time differs by what others do to it.
    true(0.4 < points[-1]["count"] / points[-1]["reference"] < 2.5, points)


@test
def a_reference_that_cannot_be_read_is_refused():
    base = package(more={"submissions/accepted/other.py": FIRST})
    for row, fault in (("accepted/other.py: O(fast)", "'O(fast)' is no class of growth, such as O(n log n)"),
                       ("accepted/none.py: O(n)", "'accepted/none.py' is not below submissions/")):
        write_tree(base, {"interview.yaml": INTERVIEW + f"  references:\n    {row}\n"})
        for command in (["growth", base, source("a.cpp", UNEVEN)], ["verify", base]):
            finished = assay(*command)
            equal(finished.status, 3)
            contains(finished.err + finished.out, "interview.yaml:12", fault)


@test
def other_backends_measure_as_well():
    base = package()
    path = source("a.cpp", CPP % CPP_BODIES["n^2"])
    growth = assay("growth", base, path, "--json", "--backend", "cpu-time").json()
    equal((growth["backend"], growth["backend_note"], growth["marked"]), ("cpu time", None, False))
    true(growth["time"]["class"] in ("n^2", None), growth["time"])
    equal((growth["time"]["backend"], growth["space"]["backend"]), ("cpu time", "peak memory"))
    points = growth["time"]["points"]
    true(len(points) >= 5 and points[-1]["n"] == 40000, points)
    # Of n^2: 64 times as much, of which others on the machine can change no more than this.
    at = {point["n"]: point["count"] for point in points}
    true(25 < at[40000] / min(count for n, count in at.items() if n >= 5000) < 160, points)
    keeps = source("a.py", "def weigh(numbers):\n    return len([x + 0.5 for x in numbers])\n")
    growth = grow(keeps, "--backend", "cpu-time", base=base)
    equal((growth["space"]["class"], growth["space"]["backend"]), ("n", "memory held"))


@test
def the_processor_counts_or_it_is_said_why_not():
    path = source("a.cpp", CPP % CPP_BODIES["n^2"])
    finished = assay("growth", package(), path, "--json", "--backend", "hardware")
    if finished.status == 3:
        print(f"not counted here: {finished.err.strip()}")
        contains(finished.err, "cannot measure by hardware instructions: no hardware counter: ")
        equal((finished.out, finished.err.count("\n")), ("", 1))
        return
    growth = finished.json()
    equal((growth["backend"], time_of(growth)), ("hardware instructions", ("n^2", None, None)))


@test
def a_program_that_hangs_ends_with_the_time_that_it_is_given():
    started = time.monotonic()
    growth = grow(source("a.cpp", CPP % "for (volatile int i = 0;;) i = 1;"), "--seconds", "4")
    equal(growth["time"]["class"], None)
    true(time.monotonic() - started < 30, "it took too long")


@test
def inputs_that_a_generator_does_not_make_are_told():
    path = source("a.cpp", CPP % CPP_BODIES["n"])
    broken = GENERATE_NUMBERS.replace("import sys\n", "import sys\nsys.exit('no numbers left')\n", 1)
    finished = assay("growth", package(generate=broken), path)
    equal(finished.status, 3)
    contains(finished.err, "generators/made.yaml: generators/generate.py only 40000 1000: exit status 1: no numbers left")
    equal(finished.err.count("\n"), 1)
    short = GENERATE_NUMBERS.replace(
        "import sys\n", "import sys\nint(sys.argv[2]) > 9000 and sys.exit('too many numbers')\n", 1)
    growth = grow(path, base=package(generate=short))
    equal(growth["time"]["class"], "n")
    contains(growth["fault"], 'there is no input "only" of size 40000')
    contains(growth["sentence"], "exit status 1: too many numbers")
    late = GENERATE_NUMBERS.replace(
        "import sys\n", "import sys\nint(sys.argv[2]) < 500 and sys.exit('too few numbers')\n", 1)
    equal(grow(path, base=package(generate=late))["fault"], None)


@test
def bad_usage_and_packages_without_generators_are_refused():
    path = source("a.py", FIRST)
    equal(assay("growth", package()).status, 2)
    equal(assay("growth", package(), path, "--seconds", "0").status, 2)
    equal(assay("growth", package(), path, "--backend", "clock").status, 2)
    finished = assay("growth", package_2025(name="plain"), path)
    equal(finished.status, 3)
    contains(finished.err, "it makes no inputs of other sizes")
    finished = assay("growth", package(), source("a.cpp", CPP % "return nothing;"))
    equal(finished.status, 3)


# ---- Behind submit ----------------------------------------------------------------------------


@test
def submit_says_how_what_it_accepts_grows():
    base = package()
    path = source("a.cpp", CPP % "return 0 * numbers.size();")
    trial = assay("submit", base, path, "--json", growth=True).json()
    equal(trial["verdict"], "AC")
    true(trial["growth"] and trial["growth"]["time"], trial)
    trial = assay("submit", base, path, "--json").json()
    equal(trial["growth"], None)
    text = assay("submit", base, path, growth=True, scorecard=True).out
    in_order(text, "\nAC accepted\n", "\nAlgorithm round: ", "\ntime limit ", "\ntime   ", "\n  +----", "; * measured")
    plot = text[text.index("\ntime   "):text.index("; * measured")]
    true(plot.count("*") >= 3, plot)
    wrong = assay("submit", base, source("a.py", "def weigh(numbers):\n    return 1\n"), "--json",
                  growth=True).json()
    equal((wrong["verdict"], wrong["growth"]), ("WA", None))


main()
