#!/usr/bin/python3
"""Several inputs in one start of a runtime, for `assay growth`: programs that end, wait and leave things behind in
all the ways that real ones do."""
from harness import *

MADE = """answers: accepted/first.py
families:
  only: "numbers in no order"
tests:
  01-only-2: [only, 2, 1]
  02-only-20000: [only, 20000, 2]
"""


def package():
    return package_2025({"generators/generate.py": GENERATE_NUMBERS, "generators/made.yaml": MADE,
                         "data/sample/1.in": "2\n1 2\n", "data/sample/1.ans": "3\n",
                         "submissions/accepted/first.py": "print(sum(map(int, open(0).read().split()[1:])))\n"},
                        name="sums", drop=["data", "submissions"])


def grow(path, base, status=0):
    have(f"qemu-{os.uname().machine}")
    finished = assay("growth", base, path, "--json")
    equal(finished.status, status, finished.err)
    return finished.json()


def has_points(growth, expected):
    """Small sizes beside large ones: a start for each would have taken all of the time."""
    equal((growth["time"]["class"], growth["fault"]), (expected, None), growth["time"]["reason"])
    points = growth["time"]["points"]
    true(len(points) >= 7, points)
    # A start differs by a few hundred thousand instructions; an input that was not read, by all.
    counts = [point["count"] for point in points if point["n"] >= 100]
    true(counts == sorted(counts), points)
    true(growth["measured_s"] < 120, f"it took {growth['measured_s']} s")


# ---- Java -------------------------------------------------------------------------------------

# It keeps its scanner in a constant, closes it, leaves an array in a class, works in a thread of a
# large stack, and exits from it while main() has long returned.
HABITS = """import java.io.*;
import java.util.*;

public class Main {
    static final BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    static long[] left;

    static long depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    static void work() {
        try {
            int n = Integer.parseInt(in.readLine().trim());
            if (left != null) throw new IllegalStateException("what another input left is there");
            left = new long[n];
            StringTokenizer words = new StringTokenizer(in.readLine());
            for (int i = 0; i < n; i++) left[i] = Long.parseLong(words.nextToken());
            in.close();
            long inversions = 0;
            for (int i = 0; i < n; i++)
                for (int k = 0; k < i; k += 8) if (left[k] > left[i]) inversions++;
            PrintWriter out = new PrintWriter(System.out);
            out.println(inversions + depth(Math.min(n, 20000)));
            out.close();
            System.exit(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void main(String[] args) {
        new Thread(null, Main::work, "deep", 1 << 27).start();
    }
}
"""
HALTS = """import java.util.*;
public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        System.out.println(in.nextInt());
        Runtime.getRuntime().halt(0);
    }
}
"""
THROWS = """import java.util.*;
public class Main {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        System.out.println(n);
        throw new IllegalStateException("as it is");
    }
}
"""


@test
def a_java_program_may_have_habits():
    has_points(grow(source("Main.java", HABITS), package()), "n^2")


@test
def a_java_program_that_halts_everything_is_measured_one_input_a_start():
    growth = grow(source("Main.java", HALTS), package())
    equal((growth["fault"], growth["backend"]), (None, "instructions"))
    true(growth["time"]["class"] in ("1", None), growth["time"]["class"])


@test
def a_java_program_that_throws_is_told():
    growth = grow(source("Main.java", THROWS), package())
    equal(growth["time"]["class"], None)
    contains(growth["fault"], "run-time error")


KOTLIN = """fun main() {
    val n = readLine()!!.trim().toInt()
    val numbers = readLine()!!.split(" ").map { it.toLong() }
    println(numbers.take(n).sum())
}
"""


@test
def a_kotlin_program_reads_each_input():
    has_points(grow(source("Main.kt", KOTLIN), package()), "n")


# ---- JavaScript -------------------------------------------------------------------------------

WAITS = """const rows = [];
process.on("exit", () => console.log(rows.length));
require("readline").createInterface({ input: process.stdin }).on("line", (row) => rows.push(row)).on("close", () => {
    setTimeout(async () => {
        const numbers = rows[1].split(" ").map(Number);
        await new Promise((done) => setImmediate(done));
        let pairs = 0;
        for (const x of numbers) for (let i = 0; i < numbers.length; i += 16) pairs += x < numbers[i] ? 1 : 0;
        console.log(pairs);
        process.exit();
    }, 5);
});
"""
FAILS = """const text = require("fs").readFileSync(0, "utf8");
console.log(text.length);
process.exitCode = 3;
"""


@test
def a_javascript_program_may_wait():
    has_points(grow(source("a.js", WAITS), package()), "n^2")


@test
def a_javascript_program_that_fails_is_told():
    growth = grow(source("a.js", FAILS), package())
    equal(growth["time"]["class"], None)
    contains(growth["fault"], "run-time error")


# ---- Python -----------------------------------------------------------------------------------


@test
def a_python_program_may_exit_as_it_likes():
    text = ("import os, sys\nnumbers = sys.stdin.read().split()[1:]\n"
            "print(sum(map(int, numbers)))\n"
            "sys.stdout.flush()\n%s\n")
    for end in ("sys.exit()", "os._exit(0)", "raise SystemExit(0)"):
        has_points(grow(source("a.py", text % end), package()), "n")
    growth = grow(source("a.py", text % "sys.exit(4)"), package())
    contains(growth["fault"], "run-time error")


main()
