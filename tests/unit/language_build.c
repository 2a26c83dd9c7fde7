/* Compiling for real: several files, what is a compile error and what it says, and the cache. */
#include "tests/unit/language_program.h"

#include <errno.h>
#include <sys/wait.h>

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
          "main.cpp", NULL },
        { write_file("two", "#include \"two.h\"\nint two() { return 2; }\n"), "sub/two.cpp", NULL },
        { write_file("three", "int two();\n"), "sub/two.h", NULL },
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
                                "checker.cpp", NULL };
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
        { write_file("one", "x = 'from a module'\n"), "helper.py", NULL },
        { write_file("two", "import helper\nprint(helper.x)\n"), "main.py", NULL },
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
          "a/b/Zed.java", NULL },
        { write_file("two", "package a.b;\npublic class Start { // class Wrong\n"
                            "  public static void main(String... args) {\n"
                            "    System.out.println(Zed.n()); } }\n"),
          "a/b/Start.java", NULL },
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
    { "rust", "sol.rs", "#![crate_type = \"lib\"]\npub fn main() {}\n", "no executable program" },
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
    struct source_file file = { write_file("source", text), "sol.cpp", NULL };
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
    struct source_file file = { write_file("source", "int main(void) { return 0; }\n"), "a.c",
                                NULL };
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

static Suite *make_suite(void)
{
    Suite *suite = suite_create("language build");
    TCase *tests = tcase_create("build");

    tcase_set_timeout(tests, 180);
    tcase_add_unchecked_fixture(tests, make_directory, remove_directory);
    tcase_add_checked_fixture(tests, set_up, tear_down);
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
    tcase_add_test(tests, the_same_source_is_compiled_once);
    tcase_add_test(tests, without_the_cache_nothing_is_left_behind);
    tcase_add_test(tests, a_damaged_entry_is_compiled_anew);
    tcase_add_test(tests, judges_that_compile_the_same_at_the_same_time_all_get_it);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
