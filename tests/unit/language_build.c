/* Compiling and running for real: every language through the sandbox, what is a compile error and
 * what it says, and the cache. A language that this host lacks is skipped, with its reason. */
#include "judge/base/file.h"
#include "judge/language/language.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <sys/stat.h>
#include <sys/wait.h>

#define MEGABYTE (1024ull * 1024)

static char directory[] = "/tmp/assay-build-XXXXXX";
static struct sandbox *sandbox;
static struct language_table *table;
static struct compiler *compiler;

/* Once: what toolchains answer is remembered from test to test, which saves a minute. */
static void make_directory(void)
{
    ck_assert_ptr_nonnull(mkdtemp(directory));
    /* A private cache, and the strictest umask: what a room is to read must be readable still. */
    umask(077);
    setenv("XDG_CACHE_HOME", directory, 1);
    setenv("XDG_CONFIG_HOME", directory, 1);
    unsetenv("ASSAY_LANGUAGES");
}

static void remove_directory(void)
{
    struct error error;

    file_remove_tree(directory, &error);
}

static void set_up(void)
{
    struct sandbox_options options = { 0 };
    struct sandbox_error sandbox_error = { 0 };
    struct error error = { 0 };

    ck_assert_msg(sandbox_open(&options, &sandbox, &sandbox_error) == 0, "%s",
                  sandbox_error.message);
    ck_assert_int_eq(language_table_load(&table, NULL, NULL, &error), 0);
    ck_assert_msg(compiler_new(table, sandbox, &compiler, &error) == 0, "%s", error.message);
}

/* Each test starts with an empty cache of programs. */
static void tear_down(void)
{
    struct error error;
    char path[128];

    compiler_free(compiler);
    language_table_free(table);
    sandbox_close(sandbox);
    snprintf(path, sizeof(path), "%s/assay/compiled", directory);
    file_remove_tree(path, &error);
    snprintf(path, sizeof(path), "%s/files", directory);
    file_remove_tree(path, &error);
}

static const char *write_file(const char *name, const char *text)
{
    static char path[8][256];
    static unsigned next;
    char *out = path[next++ % 8];
    struct error error;

    snprintf(out, 256, "%s/files", directory);
    ck_assert_int_eq(file_make_directories(out, 0700, &error), 0);
    snprintf(out, 256, "%s/files/%s", directory, name);
    ck_assert_msg(file_write_atomic(out, text, strlen(text), 0600, &error) == 0, "%s",
                  error.message);
    return out;
}

/* Builds one source; the caller frees. */
static struct program *build(const char *id, const char *name, const char *text)
{
    char source[32];

    /* Of this process alone: some tests build in several at a time. */
    snprintf(source, sizeof(source), "source-%d", (int) getpid());
    struct source_file file = { write_file(source, text), name };
    struct compile_request request = { .language = language_find(table, id),
                                       .files = &file,
                                       .file_count = 1 };
    struct program *program = NULL;
    struct error error = { 0 };

    ck_assert_msg(compiler_build(compiler, &request, &program, &error) == 0, "%s: %s", id,
                  error.message);
    return program;
}

/* Runs a program on `input`; the result is the caller's. */
static void run(const struct program *program, const char *input, uint64_t memory_bytes,
                struct sandbox_result *result)
{
    struct program_launch launch;
    struct sandbox_room *room = NULL;
    struct sandbox_error sandbox_error = { 0 };
    struct error error = { 0 };
    struct arena *arena = arena_new();
    int input_fd = -1;

    ck_assert_msg(program->ok, "does not compile: %.900s", program->message);
    ck_assert_int_eq(program_launch(program, arena, memory_bytes, NULL, &launch, &error), 0);
    ck_assert_msg(sandbox_room_open(sandbox, &launch.room_config, &room, &sandbox_error) == 0, "%s",
                  sandbox_error.message);
    ck_assert_int_eq(sandbox_seal_bytes(input, strlen(input), &input_fd, &sandbox_error), 0);
    struct sandbox_run spec = {
        .arguments = launch.arguments,
        .environment = launch.environment,
        .limits = { .cpu_ns = 20000000000ull,
                    .memory_bytes = memory_bytes + launch.memory_overhead_bytes,
                    .processes = launch.processes },
        .input_fd = input_fd,
        .output_fd = -1,
        .error_fd = -1,
    };
    ck_assert_msg(sandbox_run(room, &spec, result, &sandbox_error) == 0, "%s",
                  sandbox_error.message);
    close(input_fd);
    sandbox_room_free(room);
    arena_free(arena);
}

static void expect_output(const struct program *program, const char *input, uint64_t memory_bytes,
                          const char *output)
{
    struct sandbox_result result = { 0 };

    run(program, input, memory_bytes, &result);
    ck_assert_msg(result.outcome == SANDBOX_EXITED && result.exit_status == 0,
                  "%s, exit status %d, signal %d, call %s, reason %s: %s",
                  sandbox_outcome_name(result.outcome), result.exit_status, result.signal,
                  result.call, result.reason, result.error ? result.error : "");
    ck_assert_str_eq(result.output ? result.output : "", output);
    sandbox_result_clear(&result);
}

#define skip_where_missing(id)                                                                     \
    do {                                                                                           \
        const struct language_toolchain *toolchain =                                               \
            compiler_toolchain(compiler, language_find(table, id));                                \
        if (!toolchain->available)                                                                 \
            unit_skip("%s: %s (%s)", id, toolchain->missing, toolchain->remedy);                   \
    } while (0)

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
      "fn f(n: u32) -> u32 { if std::hint::black_box(n) == 0 { 0 } else { 1 + f(n - 1) } }\n"
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

/* ---- Several files -------------------------------------------------------------------------- */

static struct program *build_files(const char *id, const struct source_file *files, size_t count,
                                   const char *const *includes)
{
    struct compile_request request = { .language = language_find(table, id),
                                       .files = files,
                                       .file_count = count,
                                       .include_directories = includes };
    struct program *program = NULL;
    struct error error = { 0 };

    ck_assert_msg(compiler_build(compiler, &request, &program, &error) == 0, "%s", error.message);
    return program;
}

START_TEST(files_of_a_program_keep_their_directories)
{
    struct source_file files[] = {
        { write_file("one", "#include \"sub/two.h\"\n#include <cstdio>\n"
                            "int main() { std::printf(\"%d\\n\", two()); }\n"),
          "main.cpp" },
        { write_file("two", "#include \"two.h\"\nint two() { return 2; }\n"), "sub/two.cpp" },
        { write_file("three", "int two();\n"), "sub/two.h" },
    };
    skip_where_missing("cpp");
    struct program *program = build_files("cpp", files, 3, NULL);

    expect_output(program, "", 64 * MEGABYTE, "2\n");
    program_free(program);
}
END_TEST

START_TEST(include_directories_are_given_to_the_compiler)
{
    struct source_file file = { write_file("one", "#include \"kit.h\"\n#include <cstdio>\n"
                                                  "int main() { std::puts(KIT); }\n"),
                                "checker.cpp" };
    const char *includes[] = { directory, NULL };
    char kit[300];
    struct error error;

    skip_where_missing("cpp");
    char *include = strdup(write_file("kit.h", "#define KIT \"kit one\"\n"));
    *strrchr(include, '/') = '\0';
    includes[0] = include;
    struct program *program = build_files("cpp", &file, 1, includes);
    expect_output(program, "", 64 * MEGABYTE, "kit one\n");
    program_free(program);

    /* A changed header is another program. */
    snprintf(kit, sizeof(kit), "%s/kit.h", include);
    ck_assert_int_eq(file_write_atomic(kit, "#define KIT \"kit two\"\n", 22, 0600, &error), 0);
    program = build_files("cpp", &file, 1, includes);
    ck_assert(!program->cached);
    expect_output(program, "", 64 * MEGABYTE, "kit two\n");
    program_free(program);
    free(include);
}
END_TEST

START_TEST(python_modules_are_found_beside_the_main_file)
{
    struct source_file files[] = {
        { write_file("one", "x = 'from a module'\n"), "helper.py" },
        { write_file("two", "import helper\nprint(helper.x)\n"), "main.py" },
    };
    skip_where_missing("python3");
    struct program *program = build_files("python3", files, 2, NULL);

    expect_output(program, "", 64 * MEGABYTE, "from a module\n");
    program_free(program);
}
END_TEST

START_TEST(the_class_with_main_is_found_in_its_package)
{
    struct source_file files[] = {
        { write_file("one", "package a.b;\npublic class Zed { static int n() { return 7; } }\n"),
          "a/b/Zed.java" },
        { write_file("two", "package a.b;\npublic class Start { // class Wrong\n"
                            "  public static void main(String... args) {\n"
                            "    System.out.println(Zed.n()); } }\n"),
          "a/b/Start.java" },
    };
    skip_where_missing("java");
    struct program *program = build_files("java", files, 2, NULL);

    expect_output(program, "", 64 * MEGABYTE, "7\n");
    program_free(program);
}
END_TEST

START_TEST(an_odd_file_name_is_no_option_and_no_command)
{
    skip_where_missing("c");
    struct program *program =
        build("c", "-o /box/x; $(touch y)\n.c", "int main(void) { return 0; }\n");

    expect_output(program, "", 64 * MEGABYTE, "");
    program_free(program);
}
END_TEST

/* ---- Compile errors that are not the compiler's -------------------------------------------- */

static const struct {
    const char *id, *file, *text, *told;
} bad_programs[] = {
    { "java", "Main.java", "class Main { void main() {} }\n", "no class has a method" },
    { "c", "sol.c", "#include \"/etc/shadow\"\nint main(void) {}\n", "/etc/shadow" },
    { "c", "sol.c", "#include \"/root/.bashrc\"\nint main(void) {}\n", "No such file" },
    { "go", "sol.go", "package library\nfunc F() {}\n", "no executable program" },
};

START_TEST(a_program_without_a_start_or_with_the_hosts_files_is_a_compile_error)
{
    skip_where_missing(bad_programs[_i].id);
    struct program *program =
        build(bad_programs[_i].id, bad_programs[_i].file, bad_programs[_i].text);

    ck_assert(!program->ok);
    ck_assert_msg(strstr(program->message, bad_programs[_i].told) != NULL, "%.900s",
                  program->message);
    program_free(program);
}
END_TEST

/* Builds with limits of its own. */
static struct program *build_limited(const char *text, double time_s, uint64_t memory_bytes)
{
    struct source_file file = { write_file("source", text), "sol.cpp" };
    struct compile_request request = { .language = language_find(table, "cpp"),
                                       .files = &file,
                                       .file_count = 1,
                                       .time_s = time_s,
                                       .memory_bytes = memory_bytes };
    struct program *program = NULL;
    struct error error = { 0 };

    ck_assert_msg(compiler_build(compiler, &request, &program, &error) == 0, "%s", error.message);
    return program;
}

#define BOMB                                                                                       \
    "template <int N, int M> struct B { static const long v = (B<N - 1, M>::v +"                   \
    " B<N - 1, M + 1>::v) % 99; };\n"                                                              \
    "template <int M> struct B<0, M> { static const long v = M; };\n"                              \
    "int main() { return B<800, 0>::v; }\n"

START_TEST(a_compiler_that_runs_too_long_is_a_compile_error)
{
    skip_where_missing("cpp");
    struct program *program = build_limited(BOMB, 1.0, 2048 * MEGABYTE);

    ck_assert(!program->ok);
    ck_assert_msg(strstr(program->message, "the compiler took more than 1 seconds") != NULL,
                  "%.900s", program->message);
    program_free(program);
}
END_TEST

START_TEST(a_compiler_that_needs_too_much_memory_is_a_compile_error)
{
    skip_where_missing("cpp");
    struct program *program = build_limited(BOMB, 30.0, 64 * MEGABYTE);

    ck_assert(!program->ok);
    ck_assert_msg(strstr(program->message, "needed more than 64 MiB of memory") != NULL, "%.900s",
                  program->message);
    program_free(program);
}
END_TEST

START_TEST(a_device_as_a_header_is_a_compile_error)
{
    skip_where_missing("cpp");
    struct program *program =
        build_limited("#include \"/dev/zero\"\nint main() {}\n", 2.0, 256 * MEGABYTE);

    ck_assert(!program->ok);
    program_free(program);
}
END_TEST

START_TEST(endless_diagnostics_are_cut)
{
    struct buffer text = { 0 };

    skip_where_missing("cpp");
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(buffer_printf(&text, "#error %02000d\n", i), 0);
    struct program *program = build("cpp", "sol.cpp", text.data);
    ck_assert(!program->ok);
    ck_assert_uint_ge(strlen(program->message), 32 * 1024);
    ck_assert_uint_le(strlen(program->message), 65 * 1024);
    program_free(program);
    buffer_clear(&text);
}
END_TEST

START_TEST(an_older_dialect_is_tried_when_the_newest_does_not_compile)
{
    skip_where_missing("cpp");
    struct program *program = build("cpp", "sol.cpp",
                                    "#include <bits/stdc++.h>\nusing namespace std;\n"
                                    "int identity = 3, span = 4;\n"
                                    "int main() { cout << identity + span << endl; }\n");

    expect_output(program, "", 64 * MEGABYTE, "7\n");
    ck_assert_ptr_nonnull(strstr(program->message, "compiled as gnu++17"));
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

/* ---- Cache ---------------------------------------------------------------------------------- */

START_TEST(the_same_source_is_compiled_once)
{
    skip_where_missing("c");
    struct program *first = build("c", "sol.c", "int main(void) { return 0; }\n");
    struct program *second = build("c", "sol.c", "int main(void) { return 0; }\n");
    struct program *other = build("c", "sol.c", "int main(void) { return 0; } //\n");
    struct program *renamed = build("c", "sol2.c", "int main(void) { return 0; }\n");

    ck_assert(!first->cached && second->cached && !other->cached && !renamed->cached);
    ck_assert(second->compile_s == 0);
    program_free(first);
    expect_output(second, "", 64 * MEGABYTE, "");
    program_free(second);
    program_free(other);
    program_free(renamed);
}
END_TEST

START_TEST(without_the_cache_nothing_is_left_behind)
{
    struct source_file file = { write_file("source", "int main(void) { return 0; }\n"), "a.c" };
    struct compile_request request = {
        .language = language_find(table, "c"), .files = &file, .file_count = 1, .no_cache = true
    };
    struct program *program = NULL;
    struct error error = { 0 };
    struct arena *arena = arena_new();
    const char *const *names;
    char cache[128];
    size_t count;

    skip_where_missing("c");
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(compiler_build(compiler, &request, &program, &error), 0);
        ck_assert(!program->cached);
        expect_output(program, "", 64 * MEGABYTE, "");
        program_free(program);
    }
    snprintf(cache, sizeof(cache), "%s/assay/compiled", directory);
    ck_assert_int_eq(file_list(arena, cache, &names, &count, &error), 0);
    ck_assert_uint_eq(count, 0);
    arena_free(arena);
}
END_TEST

START_TEST(a_damaged_entry_is_compiled_anew)
{
    char command[256];

    skip_where_missing("c");
    program_free(build("c", "sol.c", "int main(void) { return 0; }\n"));
    snprintf(command, sizeof(command), "rm %s/assay/compiled/*/meta", directory);
    ck_assert_int_eq(system(command), 0);
    struct program *program = build("c", "sol.c", "int main(void) { return 0; }\n");
    ck_assert(!program->cached);
    expect_output(program, "", 64 * MEGABYTE, "");
    program_free(program);
}
END_TEST

START_TEST(judges_that_compile_the_same_at_the_same_time_all_get_it)
{
    pid_t children[6];
    char text[128];

    skip_where_missing("c");
    for (size_t i = 0; i < COUNT(children); i++) {
        children[i] = fork();
        ck_assert_int_ge(children[i], 0);
        if (children[i] > 0)
            continue;
        /* A judge of its own: sandboxes are not shared over fork. */
        struct sandbox_options options = { 0 };
        struct sandbox_error sandbox_error;
        struct error error;
        bool opened = sandbox_open(&options, &sandbox, &sandbox_error) == 0 &&
                      compiler_new(table, sandbox, &compiler, &error) == 0;
        for (int round = 0; round < 4 && opened; round++) {
            snprintf(text, sizeof(text), "#include <stdio.h>\nint main(void) { puts(\"%d\"); }\n",
                     round);
            struct program *program = build("c", "sol.c", text);
            snprintf(text, sizeof(text), "%d\n", round);
            expect_output(program, "", 64 * MEGABYTE, text);
            program_free(program);
        }
        compiler_free(compiler);
        sandbox_close(sandbox);
        _exit(opened ? 0 : 1);
    }
    for (size_t i = 0; i < COUNT(children); i++) {
        int status = -1;

        ck_assert_int_eq(waitpid(children[i], &status, 0), children[i]);
        ck_assert_int_eq(status, 0);
    }
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
    struct source_file file = { write_file("source", "fn main() {}\n"), "a.rs" };
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

static Suite *make_suite(void)
{
    Suite *suite = suite_create("language build");
    TCase *tests = tcase_create("build");

    tcase_set_timeout(tests, 180);
    tcase_add_unchecked_fixture(tests, make_directory, remove_directory);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_program_reads_its_input_and_writes_its_output, 0,
                        COUNT(languages));
    tcase_add_loop_test(tests, a_program_may_recurse_deeply, 0, COUNT(languages));
    tcase_add_loop_test(tests,
                        a_compile_error_carries_the_compilers_text_with_the_candidates_file_name, 0,
                        COUNT(languages));
    tcase_add_test(tests, files_of_a_program_keep_their_directories);
    tcase_add_test(tests, include_directories_are_given_to_the_compiler);
    tcase_add_test(tests, python_modules_are_found_beside_the_main_file);
    tcase_add_test(tests, the_class_with_main_is_found_in_its_package);
    tcase_add_test(tests, an_odd_file_name_is_no_option_and_no_command);
    tcase_add_loop_test(tests, a_program_without_a_start_or_with_the_hosts_files_is_a_compile_error,
                        0, COUNT(bad_programs));
    tcase_add_test(tests, a_compiler_that_runs_too_long_is_a_compile_error);
    tcase_add_test(tests, a_compiler_that_needs_too_much_memory_is_a_compile_error);
    tcase_add_test(tests, a_device_as_a_header_is_a_compile_error);
    tcase_add_test(tests, endless_diagnostics_are_cut);
    tcase_add_test(tests, an_older_dialect_is_tried_when_the_newest_does_not_compile);
    tcase_add_loop_test(tests, an_honest_program_may_use_nearly_all_of_its_memory, 0,
                        COUNT(hungry));
    tcase_add_loop_test(tests, a_program_that_uses_more_is_told_by_outcome_or_message, 0,
                        COUNT(hungry));
    tcase_add_test(tests, the_same_source_is_compiled_once);
    tcase_add_test(tests, without_the_cache_nothing_is_left_behind);
    tcase_add_test(tests, a_damaged_entry_is_compiled_anew);
    tcase_add_test(tests, judges_that_compile_the_same_at_the_same_time_all_get_it);
    tcase_add_test(tests, a_language_without_its_tool_says_what_to_install);
    tcase_add_test(tests, a_candidate_that_does_not_work_in_the_sandbox_is_passed_over);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
