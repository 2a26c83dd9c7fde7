/* What is told from names and texts: languages, safe names, code without literals, main classes. */
#include "judge/base/file.h"
#include "judge/language/classfile.h"
#include "judge/language/language.h"
#include "judge/language/stage.h"
#include "tests/unit/unit.h"

static struct language_table *table;
static struct arena *arena;

static void set_up(void)
{
    struct error error = { 0 };

    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    unsetenv("ASSAY_LANGUAGES");
    ck_assert_int_eq(language_table_load(&table, NULL, NULL, &error), 0);
    arena = arena_new();
}

static void tear_down(void)
{
    language_table_free(table);
    arena_free(arena);
}

static const struct {
    const char *files[4];
    const char *id; /* NULL: none */
} detections[] = {
    { { "a/sol.c" }, "c" },
    { { "sol.cc" }, "cpp" },
    { { "sol.cpp" }, "cpp" },
    { { "sol.cxx" }, "cpp" },
    { { "sol.c++" }, "cpp" },
    { { "sol.C" }, "cpp" },
    { { "sol.py" }, "python3" },
    { { "sol.py3" }, "python3" },
    { { "sol.go" }, "go" },
    { { "Main.java" }, "java" },
    { { "main.kt" }, "kotlin" },
    { { "main.js" }, "javascript" },
    { { "main.ts" }, "typescript" },
    { { "main.rs" }, "rust" },
    { { "header.h", "sol.cpp" }, "cpp" },
    { { "header.h", "sol.c" }, "c" },
    { { "notes.txt", "data.json", "sol.py" }, "python3" },
    { { "header.h" }, NULL },
    { { "notes.txt" }, NULL },
    { { "sol.py2" }, NULL },
    { { "c" }, NULL },
    { { "sol" }, NULL },
};

START_TEST(a_language_is_told_by_the_ending)
{
    size_t count = 0;

    while (count < COUNT(detections[_i].files) && detections[_i].files[count])
        count++;
    const struct language *language = language_detect(table, detections[_i].files, count);
    ck_assert_str_eq(language ? language->id : "none",
                     detections[_i].id ? detections[_i].id : "none");
}
END_TEST

static const struct {
    const char *first_line;
    bool python3;
} shebangs[] = {
    { "#!/usr/bin/python2\n", false },
    { "#!/usr/bin/env python2.7\n", false },
    { "#!/usr/bin/env python3\n", true },
    { "#!/usr/bin/python\n", true },
    { "print('python2')\n", true },
    { "x = 1\n#!/usr/bin/python2\n", true },
    { "", true },
};

START_TEST(a_python_2_shebang_is_not_python_3)
{
    char path[] = "/tmp/assay-shebang-XXXXXX.py";
    const char *files[] = { path };
    int fd = mkstemps(path, 3);

    ck_assert_int_ge(fd, 0);
    dprintf(fd, "%s", shebangs[_i].first_line);
    close(fd);
    const struct language *language = language_detect(table, files, 1);
    unlink(path);
    ck_assert(shebangs[_i].python3 == (language != NULL));
}
END_TEST

static const struct {
    const char *name, *safe;
} names[] = {
    { "sol.cpp", "sol.cpp" },
    { "my sol.cpp", "my_sol.cpp" },
    { "a\nb;c$(d).py", "a_b_c__d_.py" },
    { "-rf.c", "_rf.c" },
    { ".hidden", "_hidden" },
    { "../../etc/passwd", "etc/passwd" },
    { "/abs/./x//y.h", "abs/x/y.h" },
    { "dir/-o/x.c++", "dir/_o/x.c++" },
    { "..", "file" },
    { "", "file" },
    { "\xc3\xa9.py", "__.py" },
    { "@args", "_args" },
};

START_TEST(names_are_made_safe)
{
    ck_assert_str_eq(language_safe_name(arena, names[_i].name), names[_i].safe);
}
END_TEST

static const struct {
    const char *text, *code;
} codes[] = {
    { "int a; // main()\nb", "int a;          \nb" },
    { "x /* y\nz */ w", "x     \n     w" },
    { "s = \"class\\\"X\"; t", "s =           ; t" },
    { "fn f<'a>(x: &'a T)", "fn f<    (x: & a T)" },
    { "it's\nfine", "it s\nfine" },
    { "a /* open", "a        " },
    { "\"\"\"main\"\"\" x", "           x" },
    { "\xc3\xa9 z", "   z" },
};

START_TEST(code_has_no_comments_and_no_strings)
{
    char *code = code_only(codes[_i].text, strlen(codes[_i].text));

    ck_assert_uint_eq(strlen(code), strlen(codes[_i].text));
    /* Apostrophes are ambiguous between languages: only their being harmless matters. */
    if (!strchr(codes[_i].text, '\''))
        ck_assert_str_eq(code, codes[_i].code);
    else
        ck_assert_ptr_null(strstr(code, "'a>"));
    free(code);
}
END_TEST

/* public class p/M { <access> static void main(String[]) } in the format's own bytes. */
static size_t make_class(unsigned char *out, unsigned access, const char *descriptor)
{
    unsigned char *p = out;
    const char *texts[] = { "p/M", "main", descriptor };
    static const unsigned char head[] = { 0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 61, 0, 7 };
    static const unsigned char wide[] = { 5, 0, 0, 0, 0, 0, 0, 0, 1, 7, 0, 1 }; /* 4 (and 5), 6 */

    memcpy(p, head, sizeof(head));
    p += sizeof(head);
    for (size_t i = 0; i < COUNT(texts); i++) {
        *p++ = 1;
        *p++ = 0;
        *p++ = (unsigned char) strlen(texts[i]);
        memcpy(p, texts[i], strlen(texts[i]));
        p += strlen(texts[i]);
    }
    memcpy(p, wide, sizeof(wide));
    p += sizeof(wide);
    const unsigned char tail[] = { 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0, 1, 0, (unsigned char) access,
                                   0, 2, 0, 3, 0, 0, 0, 0 };
    memcpy(p, tail, sizeof(tail));
    return (size_t) (p - out) + sizeof(tail);
}

#define MAIN_DESCRIPTOR "([Ljava/lang/String;)V"

START_TEST(a_class_with_a_main_method_is_recognised)
{
    unsigned char bytes[256];
    size_t size = make_class(bytes, 9, MAIN_DESCRIPTOR);

    ck_assert_pstr_eq(class_with_main(arena, bytes, size), "p.M");
    ck_assert_ptr_null(class_with_main(arena, bytes, make_class(bytes, 1, MAIN_DESCRIPTOR)));
    ck_assert_ptr_null(class_with_main(arena, bytes, make_class(bytes, 8, MAIN_DESCRIPTOR)));
    ck_assert_ptr_null(class_with_main(arena, bytes, make_class(bytes, 9, "()V")));
}
END_TEST

START_TEST(a_cut_or_damaged_class_file_is_no_main_class)
{
    unsigned char bytes[256];
    size_t size = make_class(bytes, 9, MAIN_DESCRIPTOR);

    /* What follows the methods is not read: the last two bytes are not missed. */
    for (size_t cut = 0; cut + 2 < size; cut++)
        ck_assert_ptr_null(class_with_main(arena, bytes, cut));
    for (size_t at = 0; at < size; at++) {
        unsigned char *copy = malloc(size); /* so that a sanitizer sees a read past the end */

        make_class(bytes, 9, MAIN_DESCRIPTOR);
        memcpy(copy, bytes, size);
        for (unsigned value = 0; value < 256; value++) {
            copy[at] = (unsigned char) value;
            class_with_main(arena, copy, size);
        }
        free(copy);
    }
}
END_TEST

START_TEST(class_files_that_promise_much_take_no_memory)
{
    static const unsigned char head[] = { 0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 61, 0xFF, 0xFF };
    long before = unit_peak_kib();

    for (int i = 0; i < 1000; i++)
        ck_assert_ptr_null(class_with_main(arena, head, sizeof(head)));
    ck_assert_int_lt(unit_peak_kib() - before, 64 * 1024);
}
END_TEST

START_TEST(a_class_file_that_is_too_large_is_passed_over)
{
    char directory[] = "/tmp/assay-unit-XXXXXX", path[100], link[100];
    unsigned char bytes[256];
    size_t size = make_class(bytes, 9, MAIN_DESCRIPTOR);
    static const char *const none[] = { NULL };
    const char *class = NULL;
    struct error error;

    ck_assert_ptr_nonnull(mkdtemp(directory));
    snprintf(path, sizeof(path), "%s/M.class", directory);
    ck_assert_int_eq(file_write_atomic(path, bytes, size, 0600, &error), 0);
    snprintf(path, sizeof(path), "%s/A.class", directory);
    ck_assert_int_eq(file_write_atomic(path, bytes, size, 0600, &error), 0);
    ck_assert_int_eq(truncate(path, 17 << 20), 0);
    snprintf(link, sizeof(link), "%s/B.class", directory);
    ck_assert_int_eq(symlink("/dev/null", link), 0);
    ck_assert_int_eq(class_choose(arena, directory, NULL, none, &class, &error), 0);
    ck_assert_pstr_eq(class, "p.M");
    ck_assert_int_eq(file_remove_tree(directory, &error), 0);
}
END_TEST

START_TEST(a_line_of_escaped_quotes_takes_no_time)
{
    enum { SIZE = 1 << 20 };
    char *text = malloc(SIZE);
    double before = unit_cpu_s();

    for (size_t i = 0; i < SIZE; i++)
        text[i] = "'\\\"\\"[i % 4];
    char *code = code_only(text, SIZE);
    ck_assert_int_eq(code[SIZE - 1], '\\');
    ck_assert_double_lt(unit_cpu_s() - before, 3);
    free(code);
    free(text);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("language detection");
    TCase *tests = tcase_create("detect");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_language_is_told_by_the_ending, 0, COUNT(detections));
    tcase_add_loop_test(tests, a_python_2_shebang_is_not_python_3, 0, COUNT(shebangs));
    tcase_add_loop_test(tests, names_are_made_safe, 0, COUNT(names));
    tcase_add_loop_test(tests, code_has_no_comments_and_no_strings, 0, COUNT(codes));
    tcase_add_test(tests, a_class_with_a_main_method_is_recognised);
    tcase_add_test(tests, a_cut_or_damaged_class_file_is_no_main_class);
    tcase_add_test(tests, class_files_that_promise_much_take_no_memory);
    tcase_add_test(tests, a_class_file_that_is_too_large_is_passed_over);
    tcase_add_test(tests, a_line_of_escaped_quotes_takes_no_time);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
