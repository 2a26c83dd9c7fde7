/* Which lines were executed: the formats, and whose paths are whose. */

#include "judge/review/coverage.h"
#include "tests/unit/unit.h"

#include "judge/base/memory.h"

static struct line_set *read_report(const char *root, const char *text,
                                    enum coverage_format expected)
{
    struct line_set *set = line_set_new(root);
    struct error error = { 0 };
    enum coverage_format format = COVERAGE_UNKNOWN;

    ck_assert_ptr_nonnull(set);
    ck_assert_msg(coverage_read(text, strlen(text), set, &format, &error) == 0, "%s",
                  error.message);
    ck_assert_int_eq(format, expected);
    return set;
}

static void check_lines(const struct line_set *set, const char *path, const char *expected)
{
    char found[64] = "";

    for (unsigned line = 1; line <= 20; line++)
        found[line - 1] = line_set_has(set, path, line) ? '#' : '.';
    found[strlen(expected)] = '\0';
    ck_assert_str_eq(found, expected);
}

START_TEST(a_go_profile_has_blocks_of_lines)
{
    struct line_set *set = read_report(NULL,
                                       "mode: atomic\n"
                                       "example.org/pay/main.go:3.14,5.2 2 7\n"
                                       "example.org/pay/main.go:8.2,9.10 1 0\n"
                                       "example.org/pay/store/store.go:2.1,2.30 1 1\r\n"
                                       "nonsense\nx.go:1.1,2 3 4\n:1.1,2.2 1 1\n",
                                       COVERAGE_GO);

    check_lines(set, "main.go", "..###.....");
    check_lines(set, "store/store.go", ".#........");
    check_lines(set, "other.go", "..........");
    ck_assert_uint_eq(line_set_count(set), 4);
    line_set_free(set);
}
END_TEST

START_TEST(lcov_has_lines_with_counts)
{
    struct line_set *set = read_report(NULL,
                                       "TN:\nSF:src/app.js\nFN:1,f\nDA:1,1\nDA:2,0\nDA:3,12,abc\n"
                                       "BRDA:1,0,0,1\nend_of_record\nSF:/repo/src/b.js\nDA:4,1\n"
                                       "DA:x,1\nDA:5\nend_of_record\n",
                                       COVERAGE_LCOV);

    check_lines(set, "src/app.js", "#.#.......");
    check_lines(set, "service/src/app.js", "#.#.......");
    check_lines(set, "src/b.js", "...#......");
    check_lines(set, "app.js", "#.#.......");
    check_lines(set, "otherapp.js", "..........");
    line_set_free(set);
}
END_TEST

START_TEST(cobertura_and_jacoco_are_read)
{
    struct line_set *set = read_report(
        NULL,
        "<?xml version=\"1.0\" ?><coverage version=\"7\"><sources><source>/repo</source></sources>"
        "<packages><package name=\".\"><classes><class name=\"app.py\" "
        "filename=\"app.py\"><methods/>"
        "<lines><line number=\"1\" hits=\"1\"/><line number=\"2\" hits=\"0\"/></lines></class>"
        "</classes></package></packages></coverage>",
        COVERAGE_COBERTURA);

    check_lines(set, "app.py", "#.........");
    line_set_free(set);
    set = read_report(
        NULL,
        "<?xml version=\"1.0\"?><!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" "
        "\"report.dtd\"><report name=\"pay\"><package name=\"org/pay\"><class name=\"org/pay/App\" "
        "sourcefilename=\"App.java\"/><sourcefile name=\"App.java\"><line nr=\"3\" mi=\"0\" "
        "ci=\"2\" "
        "mb=\"0\" cb=\"0\"/><line nr=\"4\" mi=\"2\" ci=\"0\"/></sourcefile></package></report>",
        COVERAGE_JACOCO);
    check_lines(set, "src/main/java/org/pay/App.java", "..#.......");
    check_lines(set, "src/main/java/org/other/App.java", "..........");
    line_set_free(set);
}
END_TEST

START_TEST(of_files_with_one_name_the_right_one_is_meant)
{
    static const char report[] = "SF:/box/app/x.py\nDA:1,1\nSF:/box/app/lib/x.py\nDA:2,1\n";
    struct line_set *set = read_report(NULL, report, COVERAGE_LCOV);

    check_lines(set, "lib/x.py", ".#........");
    check_lines(set, "x.py", "#.........");
    check_lines(set, "app/x.py", "#.........");
    line_set_free(set);
    /* With the root known, a path below it is no other. */
    set = read_report("/box", report, COVERAGE_LCOV);
    check_lines(set, "app/x.py", "#.........");
    check_lines(set, "app/lib/x.py", ".#........");
    check_lines(set, "x.py", "..........");
    check_lines(set, "lib/x.py", "..........");
    line_set_free(set);
}
END_TEST

START_TEST(what_is_no_report_is_refused)
{
    static const char *const rows[] = {
        "",           "\n",       "mode", "<a/>",
        "<coverage>", "DA:1,1\n", "{}",   "<!DOCTYPE a [<!ENTITY b \"c\">]><coverage/>",
    };
    struct error error = { 0 };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct line_set *set = line_set_new(NULL);
        enum coverage_format format = COVERAGE_UNKNOWN;

        ck_assert_msg(coverage_read(rows[i], strlen(rows[i]), set, &format, &error) == -EINVAL,
                      "%s", rows[i]);
        line_set_free(set);
    }
}
END_TEST

START_TEST(lines_and_files_are_bounded)
{
    struct line_set *set = line_set_new(NULL);
    char path[32];

    ck_assert_int_eq(line_set_add(set, "a", 1, 1, 4000000000U), 0);
    ck_assert_uint_eq(line_set_count(set), LINE_SET_LAST);
    ck_assert(line_set_has(set, "a", LINE_SET_LAST));
    ck_assert(!line_set_has(set, "a", LINE_SET_LAST + 1));
    ck_assert_int_eq(line_set_add(set, "a", 1, 0, 3), 0);
    ck_assert_int_eq(line_set_add(set, "a", 1, LINE_SET_LAST + 1, LINE_SET_LAST + 2), 0);
    for (int i = 0; i < LINE_SET_FILES + 10; i++) {
        snprintf(path, sizeof(path), "d/%d.py", i);
        ck_assert_int_eq(line_set_add(set, path, strlen(path), 1, 1), 0);
    }
    ck_assert_uint_eq(line_set_count(set), LINE_SET_LAST + LINE_SET_FILES - 1);
    line_set_free(set);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("review_coverage");
    TCase *tcase = tcase_create("all");

    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, a_go_profile_has_blocks_of_lines);
    tcase_add_test(tcase, lcov_has_lines_with_counts);
    tcase_add_test(tcase, cobertura_and_jacoco_are_read);
    tcase_add_test(tcase, of_files_with_one_name_the_right_one_is_meant);
    tcase_add_test(tcase, what_is_no_report_is_refused);
    tcase_add_test(tcase, lines_and_files_are_bounded);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
