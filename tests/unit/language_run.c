/* Programs of every language through the sandbox: what they need to start, recurse and hold
 * memory, what their compilers say, and toolchains that are missing or do not work.
 *
 * With ASSAY_TEST_FEWER (the sanitized build: tests/run) each language is compiled and run once;
 * that they recurse, do not compile and hold memory is then shown by the first row alone. Compilers
 * and programs are in rooms, where nothing is instrumented, and our own code does not differ
 * between the rows. */
#include "tests/unit/language_program.h"

#include <errno.h>

/* ---- Every language ------------------------------------------------------------------------- */

/* `echo` writes "hello " and the first line of its input; `deep` recurses 50,000 deep and writes
 * the depth; `wrong` does not compile. */
static const struct {
    const char *id, *file, *echo, *deep, *wrong;
} languages[] = {
    { "c", "sol.c",
      "#include <stdio.h>\n#include <math.h>\n"
      "int main(void) { char b[99]; if (scanf(\"%98s\", b) == 1) printf(\"hello %s\\n\", b);\n"
      "  return (int) floor(sqrt(0.25)); }\n",
      "#include <stdio.h>\nint f(volatile int n) { volatile int r = n ? 1 + f(n - 1) : 0;\n"
      "  return r; }\nint main(void) { printf(\"%d\\n\", f(50000)); }\n",
      "int main(void) { return nothing; }\n" },
    { "cpp", "sol.cpp",
      "#include <bits/stdc++.h>\nint main() { std::string s; std::cin >> s;\n"
      "  std::cout << \"hello \" << s << std::endl; }\n",
      "#include <cstdio>\nint f(volatile int n) { volatile int r = n ? 1 + f(n - 1) : 0;\n"
      "  return r; }\nint main() { printf(\"%d\\n\", f(50000)); }\n",
      "int main() { return nothing; }\n" },
    { "python3", "sol.py", "print('hello', input())\n",
      "import sys, threading\nsys.setrecursionlimit(200000)\nthreading.stack_size(67108864)\n"
      "def f(n):\n    return 1 + f(n - 1) if n else 0\n"
      "t = threading.Thread(target=lambda: print(f(50000)))\nt.start()\nt.join()\n",
      "def f(:\n" },
    { "go", "sol.go",
      "package main\nimport (\"bufio\"; \"fmt\"; \"os\"; \"sort\")\nfunc main() {\n"
      "  r := bufio.NewReader(os.Stdin); s, _ := r.ReadString('\\n')\n"
      "  x := []int{3, 1}; sort.Ints(x); fmt.Print(\"hello \", s) }\n",
      "package main\nimport \"fmt\"\nfunc f(n int) int { if n == 0 { return 0 }; return 1 + f(n-1) "
      "}\n"
      "func main() { fmt.Println(f(50000)) }\n",
      "package main\nfunc main() { nothing() }\n" },
    { "java", "sol.java",
      "import java.util.*;\npublic class Main { public static void main(String[] a) {\n"
      "  System.out.println(\"hello \" + new Scanner(System.in).nextLine()); } }\n",
      "class Deep { static int f(int n) { return n == 0 ? 0 : 1 + f(n - 1); }\n"
      "  public static void main(String[] a) { System.out.println(f(50000)); } }\n",
      "public class Main { public static void main(String[] a) { nothing(); } }\n" },
    { "kotlin", "sol.kt", "fun main() { println(\"hello \" + readLine()) }\n",
      "fun f(n: Int): Int = if (n == 0) 0 else 1 + f(n - 1)\n"
      "fun main(args: Array<String>) { println(f(50000)) }\n",
      "fun main() { nothing() }\n" },
    { "javascript", "sol.js",
      "console.log('hello ' + require('fs').readFileSync(0, 'utf8').trim());\n",
      "const f = (n) => n === 0 ? 0 : 1 + f(n - 1);\nconsole.log(f(50000));\n", "function (\n" },
    { "typescript", "sol.ts",
      "import * as fs from 'fs';\nconst s: string = fs.readFileSync(0, 'utf8');\n"
      "console.log('hello ' + s.trim());\n",
      "const f = (n: number): number => n === 0 ? 0 : 1 + f(n - 1);\nconsole.log(f(50000));\n",
      "const x: = 3;\n" },
    { "rust", "sol.rs",
      "use std::io;\nfn main() { let mut s = String::new(); io::stdin().read_line(&mut "
      "s).unwrap();\n"
      "  println!(\"hello {}\", s.trim()); }\n",
      "fn f(n: u32) -> u32 { if unsafe { std::ptr::read_volatile(&n) } == 0 { 0 } else { 1 + f(n - "
      "1) } }\n"
      "fn main() { println!(\"{}\", f(50000)); }\n",
      "fn main() { nothing(); }\n" },
};

START_TEST(a_program_reads_its_input_and_writes_its_output)
{
    skip_where_missing(languages[_i].id);
    struct program *program = build(languages[_i].id, languages[_i].file, languages[_i].echo);

    expect_output(program, "world\n", 256 * MEGABYTE, "hello world\n");
    program_free(program);
}
END_TEST

START_TEST(a_program_may_recurse_deeply)
{
    skip_where_missing(languages[_i].id);
    struct program *program = build(languages[_i].id, languages[_i].file, languages[_i].deep);

    expect_output(program, "", 256 * MEGABYTE, "50000\n");
    program_free(program);
}
END_TEST

START_TEST(a_compile_error_carries_the_compilers_text_with_the_candidates_file_name)
{
    skip_where_missing(languages[_i].id);
    struct program *program = build(languages[_i].id, languages[_i].file, languages[_i].wrong);

    ck_assert(!program->ok);
    ck_assert_msg(strstr(program->message, languages[_i].file) ||
                      /* go leaves the directory in: "./sol.go" is in it all the same */
                      strstr(program->message, "sol"),
                  "%.900s", program->message);
    ck_assert_ptr_null(strstr(program->message, "/src/"));
    ck_assert_ptr_null(strchr(program->message, '\033'));
    program_free(program);
}
END_TEST

/* ---- Memory of runtimes --------------------------------------------------------------------- */

static const struct {
    const char *id, *file, *text; /* SIZE: MiB to hold */
} hungry[] = {
    { "java", "Main.java",
      "public class Main { public static void main(String[] a) {\n"
      "  byte[][] x = new byte[SIZE][]; long s = 0;\n"
      "  for (int i = 0; i < x.length; i++) { x[i] = new byte[(1 << 20) - 16]; x[i][9] = 1; }\n"
      "  for (byte[] y : x) s += y[9]; System.out.println(s); } }\n" },
    { "javascript", "main.js",
      "const x = [];\nfor (let i = 0; i < SIZE; i++) x.push(new Array(131072).fill(i + 0.5));\n"
      "console.log(x.length);\n" },
    { "python3", "main.py",
      "x = [bytearray(b'x') * (1 << 20) for i in range(SIZE)]\nprint(len(x))\n" },
    { "go", "main.go",
      "package main\nimport \"fmt\"\nfunc main() { x := make([][]byte, SIZE)\n"
      "  for i := range x { x[i] = make([]byte, 1<<20); for j := range x[i] { x[i][j] = 1 } }\n"
      "  fmt.Println(len(x)) }\n" },
};

static struct program *build_hungry(int row, int size_mb)
{
    const char *text = hungry[row].text;
    const char *place = strstr(text, "SIZE");
    char filled[1024];

    snprintf(filled, sizeof(filled), "%.*s%d%s", (int) (place - text), text, size_mb, place + 4);
    return build(hungry[row].id, hungry[row].file, filled);
}

START_TEST(an_honest_program_may_use_nearly_all_of_its_memory)
{
    char output[32];
    int size = 215; /* of 256 */

    skip_where_missing(hungry[_i].id);
    snprintf(output, sizeof(output), "%d\n", size);
    struct program *program = build_hungry(_i, size);
    expect_output(program, "", 256 * MEGABYTE, output);
    program_free(program);
}
END_TEST

START_TEST(a_program_that_uses_more_is_told_by_outcome_or_message)
{
    struct sandbox_result result = { 0 };
    struct program_launch launch;
    struct error error = { 0 };
    struct arena *arena = arena_new();

    skip_where_missing(hungry[_i].id);
    struct program *program = build_hungry(_i, 600);
    run(program, "", 256 * MEGABYTE, &result);
    ck_assert_int_eq(program_launch(program, arena, 256 * MEGABYTE, NULL, &launch, &error), 0);
    bool told = launch.memory_message && result.error &&
                memmem(result.error, result.error_size, launch.memory_message,
                       strlen(launch.memory_message));
    ck_assert_msg(result.outcome == SANDBOX_MEMORY_LIMIT || told, "%s, exit status %d: %s",
                  sandbox_outcome_name(result.outcome), result.exit_status,
                  result.error ? result.error : "");
    sandbox_result_clear(&result);
    program_free(program);
    arena_free(arena);
}
END_TEST

/* ---- Toolchains ----------------------------------------------------------------------------- */

START_TEST(a_language_without_its_tool_says_what_to_install)
{
    char path[128];
    struct language_table *own = NULL;
    struct compiler *own_compiler = NULL;
    struct error error = { 0 };

    snprintf(path, sizeof(path), "%s",
             write_file("mine.yaml", "tools: {linker: {commands: [assay-no-such-linker]}}\n"));
    setenv("ASSAY_LANGUAGES", path, 1);
    ck_assert_int_eq(language_table_load(&own, NULL, NULL, &error), 0);
    ck_assert_int_eq(compiler_new(own, sandbox, &own_compiler, &error), 0);
    const struct language *rust = language_find(own, "rust");
    const struct language_toolchain *toolchain = compiler_toolchain(own_compiler, rust);
    if (strstr(toolchain->missing, "rustc")) {
        compiler_free(own_compiler);
        language_table_free(own);
        unit_skip("rust: %s", toolchain->missing);
    }
    ck_assert(!toolchain->available);
    ck_assert_ptr_nonnull(strstr(toolchain->missing, "assay-no-such-linker"));
    ck_assert_str_eq(toolchain->remedy, "apt-get install gcc");
    struct source_file file = { write_file("source", "fn main() {}\n"), "a.rs", NULL };
    struct compile_request request = { .language = rust, .files = &file, .file_count = 1 };
    struct program *program = NULL;
    ck_assert_int_eq(compiler_build(own_compiler, &request, &program, &error), -ENOENT);
    ck_assert_str_eq(error.remedy, "apt-get install gcc");
    compiler_free(own_compiler);
    language_table_free(own);
}
END_TEST

START_TEST(a_candidate_that_does_not_work_in_the_sandbox_is_passed_over)
{
    char path[512];

    skip_where_missing("c");
    /* On the PATH first: a gcc that works on the host alone, because its script is private. */
    const char *fake = write_file("gcc", "#!/bin/sh\necho fake 1.0\n");
    ck_assert_int_eq(chmod(fake, 0700), 0);
    snprintf(path, sizeof(path), "%s/files:%s", directory, getenv("PATH"));
    setenv("PATH", path, 1);
    struct compiler *fresh = NULL;
    struct error error = { 0 };
    ck_assert_int_eq(compiler_new(table, sandbox, &fresh, &error), 0);
    const struct language_toolchain *toolchain =
        compiler_toolchain(fresh, language_find(table, "c"));
    ck_assert(toolchain->available);
    ck_assert_ptr_null(strstr(toolchain->version, "fake"));
    compiler_free(fresh);
}
END_TEST

START_TEST(a_version_begins_with_the_compilers_name)
{
    skip_where_missing("kotlin");
    const char *version = compiler_toolchain(compiler, language_find(table, "kotlin"))->version;

    ck_assert_msg(strncmp(version, "kotlinc", strlen("kotlinc")) == 0, "%s", version);
}
END_TEST

/* How many of a table's rows take part: see the head. */
static int some(size_t rows)
{
    return unit_fewer() > 1 ? 1 : (int) rows;
}

static Suite *make_suite(void)
{
    Suite *suite = suite_create("language run");
    TCase *tests = tcase_create("run");

    tcase_set_timeout(tests, 180);
    tcase_add_unchecked_fixture(tests, make_directory, remove_directory);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_program_reads_its_input_and_writes_its_output, 0,
                        COUNT(languages));
    tcase_add_loop_test(tests, a_program_may_recurse_deeply, 0, some(COUNT(languages)));
    tcase_add_loop_test(tests,
                        a_compile_error_carries_the_compilers_text_with_the_candidates_file_name, 0,
                        some(COUNT(languages)));
    tcase_add_loop_test(tests, an_honest_program_may_use_nearly_all_of_its_memory, 0,
                        some(COUNT(hungry)));
    tcase_add_loop_test(tests, a_program_that_uses_more_is_told_by_outcome_or_message, 0,
                        some(COUNT(hungry)));
    tcase_add_test(tests, a_language_without_its_tool_says_what_to_install);
    tcase_add_test(tests, a_candidate_that_does_not_work_in_the_sandbox_is_passed_over);
    tcase_add_test(tests, a_version_begins_with_the_compilers_name);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
