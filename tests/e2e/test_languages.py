#!/usr/bin/python3
"""The nine languages: hello, harmless compile errors, missing toolchains, the cache."""
from harness import *

HELLO = {
    "c": ("a.c", "gcc", """#include <stdio.h>
int main(void) { long n; if (scanf("%ld", &n) == 1) printf("%ld\\n", 2 * n); }
"""),
    "cpp": ("a.cpp", "g++", """#include <iostream>
int main() { long n; std::cin >> n; std::cout << 2 * n << '\\n'; }
"""),
    "python3": ("a.py", "python3", DOUBLE),
    "go": ("a.go", "go", """package main
import "fmt"
func main() { var n int; fmt.Scan(&n); fmt.Println(2 * n) }
"""),
    "java": ("Twice.java", "javac", """import java.util.Scanner;
public class Twice {
    public static void main(String[] arguments) {
        System.out.println(2 * new Scanner(System.in).nextLong());
    }
}
"""),
    "kotlin": ("a.kt", "kotlinc", "fun main() { println(2 * readLine()!!.toLong()) }\n"),
    "javascript": ("a.js", "node", """
console.log(2 * Number(require("node:fs").readFileSync(0, "utf8")));
"""),
    "typescript": ("a.ts", "esbuild", """import { readFileSync } from "node:fs";
const n: number = Number(readFileSync(0, "utf8"));
console.log(2 * n);
"""),
    "rust": ("a.rs", "rustc", """use std::io;
fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    println!("{}", 2 * line.trim().parse::<i64>().unwrap());
}
"""),
}
PACKAGE = package_2025(limits={"time_limit": 4, "memory": 256})


def hello(language):
    name, command, text = HELLO[language]
    have(command)
    trial = verdict_is(PACKAGE, source(name, text), "AC")
    equal(trial["language"], language)
    return trial


def make_hello_test(language):
    def body():
        hello(language)
    body.__name__ = f"hello_in_{language}"
    return test(body)


for one in HELLO:
    make_hello_test(one)


@test
def a_runtime_needs_no_more_than_the_limit():
    """An honest program that uses 150 of 256 MiB passes in every managed language."""
    use = {
        "java": ("Twice.java", "javac", """import java.util.Scanner;
public class Twice {
    public static void main(String[] arguments) {
        long n = new Scanner(System.in).nextLong();
        byte[][] blocks = new byte[150][];
        for (int i = 0; i < 150; i++) {
            blocks[i] = new byte[1 << 20];
            java.util.Arrays.fill(blocks[i], (byte) 1);
        }
        System.out.println(2 * n + blocks[7][7] - 1);
    }
}
"""),
        "javascript": ("a.js", "node", """
const blocks = Array.from({ length: 150 }, () => Buffer.alloc(1 << 20, 1));
console.log(2 * Number(require("node:fs").readFileSync(0, "utf8")) + blocks[7][7] - 1);
"""),
        "go": ("a.go", "go", """package main
import "fmt"
func main() {
    var n int
    block := make([]byte, 150<<20)
    for i := range block { block[i] = 1 }
    fmt.Scan(&n)
    fmt.Println(2*n + int(block[7]) - 1)
}
""")}
    for name, command, text in use.values():
        if shutil.which(command):
            verdict_is(PACKAGE, source(name, text), "AC", command="test")


@test
def a_java_program_over_the_limit_fails():
    have("javac")
    hog = source("Hog.java", """public class Hog {
    public static void main(String[] arguments) {
        java.util.List<byte[]> blocks = new java.util.ArrayList<>();
        for (int i = 0; i < 600; i++) {
            blocks.add(new byte[1 << 20]);
            java.util.Arrays.fill(blocks.get(i), (byte) 1);
        }
        System.out.println(blocks.size());
    }
}
""")
    trial = judge(PACKAGE, hog, command="test")
    true(trial["verdict"] in ("MLE", "RTE"), f"{trial['verdict']}")


@test
def compiler_output_is_harmless():
    evil = source("a.c", '#error "\x1b[31mred\x1b]0;title\x07 \x9b31m \x08\x08 end"\n')
    trial = judge(PACKAGE, evil)
    equal(trial["verdict"], "CE")
    message = trial["compile"]["message"]
    contains(message, "end")
    true(not re.search(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]", message), f"{message!r}")
    result = assay("submit", PACKAGE, evil)
    contains(result.out + result.err, "end")
    true(b"\x1b" not in result.out_bytes + result.err_bytes, "an escape sequence")


@test
def compiler_output_is_capped():
    flood = source("a.c", "".join(f"int main{i}(void) {{ return undeclared{i}; }}\n"
                                  for i in range(2000)))
    message = judge(PACKAGE, flood, timeout=60)["compile"]["message"]
    true(1000 < len(message.encode()) <= 70 << 10, f"{len(message)} bytes of message")


@test
def a_compiler_cannot_read_the_host():
    secret = source("secret.h", "int host_secret = 4711;\n")
    for target in (str(secret), "/etc/shadow", "/proc/1/environ", "/dev/random"):
        trial = judge(PACKAGE, source("a.c", f'#include "{target}"\nint main(void) {{}}\n'),
                      timeout=90)
        equal(trial["verdict"], "CE", target)
        lacks(trial["compile"]["message"], "4711", "root:")


@test
def the_second_compilation_comes_from_the_cache():
    program = source("a.cpp", HELLO["cpp"][2] + "// not compiled before\n")
    first, second = judge(PACKAGE, program), judge(PACKAGE, program)
    equal((first["compile"]["cached"], second["compile"]["cached"]), (False, True))
    true(first["compile"]["seconds"] > 0, "compiling took no time")
    other = source("a.cpp", HELLO["cpp"][2] + "// nor this\n")
    equal(judge(PACKAGE, other)["compile"]["cached"], False)


@test
def concurrent_compilations_share_the_cache():
    program = source("a.cpp", HELLO["cpp"][2] + "// compiled by four at once\n")
    runs = [subprocess.Popen([ASSAY, "submit", PACKAGE, program, "--json"], env=environment(),
                             cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)]
    for process in runs:
        out, err = process.communicate(timeout=60)
        equal(process.returncode, 0, err.decode())
        equal(json_module.loads(out)["verdict"], "AC")


@test
def a_damaged_cache_is_not_trusted():
    cache = directory("cache")
    env = environment(XDG_CACHE_HOME=cache)
    program = source("a.c", HELLO["c"][2])
    verdict_is(PACKAGE, program, "AC", env=env)
    damaged = 0
    for path in cache.rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"damaged")
            damaged += 1
    true(damaged > 0, "nothing was cached")
    verdict_is(PACKAGE, program, "AC", env=env)


# ---- Toolchains and the table -----------------------------------------------------------------


def table(text):
    """An environment with rows of the user's own."""
    return environment(ASSAY_LANGUAGES=source("languages.yaml", text),
                       XDG_CACHE_HOME=directory("cache"))


NO_C = "tools:\n  gcc:\n    commands: [no-such-compiler]\n"


@test
def a_missing_language_is_told_with_the_command_that_installs_it():
    env = table(NO_C)
    rows = {row["id"]: row for row in assay("languages", "--json", env=env).json()}
    equal((rows["c"]["available"], rows["python3"]["available"]), (False, True))
    contains(rows["c"]["remedy"], "apt-get install gcc")
    contains(assay("languages", env=env).out, "apt-get install gcc")
    contains(assay("doctor", env=env).out, "apt-get install gcc")
    result = assay("submit", PACKAGE, source(*HELLO["c"][::2]), env=env)
    refused(result, BAD_INPUT, "apt-get install gcc")


@test
def without_a_language_the_others_are_judged():
    package = package_2025({"submissions/accepted/double.c": HELLO["c"][2]})
    report = verify(package, env=table(NO_C), status=0)[0]
    found = {s["path"]: s for s in report["submissions"]}
    equal(found["accepted/double.py"]["ok"], True)
    skipped = found["accepted/double.c"]
    equal((skipped["skipped"], skipped["verdict"]), (True, None))
    contains(skipped["message"], "gcc")
    contains(assay("verify", package, env=table(NO_C)).out, "accepted/double.c", "gcc")


@test
def other_toolchains_on_the_path_are_tried():
    """A command on the PATH that does not work in the sandbox is passed over for Debian's."""
    folder = write_tree(directory("bin"), {"gcc": "#!/no/such/interpreter\n"})
    (folder / "gcc").chmod(0o755)
    env = environment(PATH=f"{folder}:{os.environ['PATH']}", XDG_CACHE_HOME=directory("cache"))
    verdict_is(PACKAGE, source(*HELLO["c"][::2]), "AC", env=env)


@test
def an_empty_path_still_finds_debians_places():
    env = environment(PATH="/no/such/place", XDG_CACHE_HOME=directory("cache"))
    verdict_is(PACKAGE, source(*HELLO["c"][::2]), "AC", env=env)


@test
def a_user_can_add_a_language():
    rows = """tools:
  awk:
    commands: [awk]
    version: [-W, version]
    binds: [/etc/alternatives]
    package: mawk
languages:
  awk:
    name: AWK
    endings: [awk]
    tools: [awk]
    entry: file
    keep_sources: true
    run:
      command: ["{awk}", -f, "{out}/{main}"]
      profile: interpreter
      tools: [awk]
      binds: ["@libraries"]
      processes: 4
"""
    trial = verdict_is(PACKAGE, source("a.awk", "{ print 2 * $1 }\n"), "AC", env=table(rows))
    equal(trial["language"], "awk")


@test
def a_fault_in_the_users_table_has_its_line():
    result = assay("languages", env=table("languages:\n  c:\n    nmae: See\n"))
    equal(result.status, BAD_INPUT, str(result))
    contains(result.err, "languages.yaml:3", "nmae")


main()
