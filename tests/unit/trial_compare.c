/* The default output validator against the format's specification.
 *
 * ASSAY_TEST_FEWER=N compares an Nth of the 200,000 random numbers with strtod: the sanitized
 * build's part, where each shape of a number comes up after some hundreds. A last digit that is
 * rounded wrongly takes them all. */

#include "judge/trial/compare.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <math.h>
#include <time.h>

#define FLAGS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define TEXT(literal) literal, sizeof(literal) - 1

static bool accepts(const char *const *flags, const char *answer, size_t answer_size,
                    const char *output, size_t output_size, struct compare_difference *difference)
{
    struct compare_rules rules;
    struct error error;

    ck_assert_int_eq(compare_rules_parse(flags, false, &rules, &error), 0);
    return compare_outputs(&rules, answer, answer_size, output, output_size, difference);
}

static const struct accepted_row {
    const char *flags[6];
    const char *answer;
    const char *output;
    bool accepted;
} accepted_rows[] = {
    { { NULL }, "", "", true },
    { { NULL }, "", " \n\n", true },
    { { NULL }, "1 2\n", "1\n\n\t2", true },
    { { NULL }, "1 2\n", "1 2 3\n", false },
    { { NULL }, "1 2 3\n", "1 2\n", false },
    { { NULL }, "1\n", "", false },
    { { NULL }, "", "1\n", false },
    { { NULL }, "12", "1 2", false },
    { { NULL }, "a\fb\vc\rd", "a b c d", true },
    { { NULL }, "a\xc2\xa0z", "a z", false }, /* no-break space is no white space */
    { { NULL }, "YES", "yes", true },
    { { NULL }, "[", "{", false }, /* not a pair of cases, though one bit apart */
    { { NULL }, "\xc3\x84", "\xc3\xa4", false },
    { { "case_sensitive" }, "YES", "yes", false },
    { { "case_sensitive" }, "YES", "YES", true },
    { { NULL }, "1.0", "1", false },
    { { NULL }, "+1", "1", false },
    { { "space_change_sensitive" }, "1 2\n", "1 2\n", true },
    { { "space_change_sensitive" }, "1 2\n", "1 2", false },
    { { "space_change_sensitive" }, "1 2\n", "1  2\n", false },
    { { "space_change_sensitive" }, "1 2\n", "1\t2\n", false },
    { { "space_change_sensitive" }, "1 2\n", " 1 2\n", false },
    { { "space_change_sensitive" }, " 1\n", "1\n", false },
    { { "space_change_sensitive" }, "1 2", "1 2 ", false },
    { { "space_change_sensitive" }, "a\n", "A\n", true },
    { { "float_tolerance", "1e-6" }, "0.0314", "3.14000000e-2", true },
    { { "float_tolerance", "1e-6" }, "100000", "100000.05", true },
    { { "float_tolerance", "1e-6" }, "100000", "100000.2", false },
    { { "float_tolerance", "1e-6" }, "0", "0.000001", true },
    { { "float_tolerance", "1e-6" }, "0", "-1e-6", true },
    { { "float_tolerance", "1e-6" }, "0", "0.00000100001", false },
    { { "float_absolute_tolerance", "0.5" }, "1000", "1000.5", true },
    { { "float_absolute_tolerance", "0.5" }, "1000", "1000.6", false },
    { { "float_relative_tolerance", "0.5" }, "-10", "-15", true },
    { { "float_relative_tolerance", "0.5" }, "-10", "-15.1", false },
    { { "float_relative_tolerance", "0.5" }, "10", "10.0", true },
    { { "float_relative_tolerance", "1e-9" }, "0", "0.0", true },
    { { "float_relative_tolerance", "0.1", "float_absolute_tolerance", "1" }, "2", "3", true },
    { { "float_relative_tolerance", "0.1", "float_absolute_tolerance", "1" }, "20", "22", true },
    { { "float_relative_tolerance", "0.1", "float_absolute_tolerance", "1" }, "2", "3.1", false },
    { { "float_tolerance", "0" }, "1.0", "1", true },
    { { "float_tolerance", "1e-6" }, "1", "abc", false },
    { { "float_tolerance", "1e-6" }, "1", "nan", false },
    { { "float_tolerance", "1e-6" }, "1", "inf", false },
    { { "float_tolerance", "1e-6" }, "16", "0x10", false },
    { { "float_tolerance", "1e-6" }, "1", "1,", false },
    { { "float_tolerance", "1e-6" }, "1", "1e", false },
    { { "float_tolerance", "1e-6" }, "nan", "NaN", true },
    { { "float_tolerance", "1e-6" }, "inf", "Inf", true },
    { { "float_tolerance", "1e-6" }, "1e999", "1E999", true }, /* as text: no double is near */
    { { "float_tolerance", "1e-6" }, "abc 1", "ABC 1.0000001", true },
    { { "float_tolerance", "1e-6", "case_sensitive" }, "abc 1", "ABC 1", false },
    { { "float_tolerance", "1e-6" }, "1", "+1", true },
    { { "float_tolerance", "1e-6" }, "0.5", ".5", true },
    { { "float_tolerance", "1e-6" }, "5", "5.", true },
    { { "float_tolerance", "1e-6", "space_change_sensitive" }, "1 2\n", "1.0 2.0\n", true },
    { { "float_tolerance", "1e-6", "space_change_sensitive" }, "1 2\n", "1.0\n2.0\n", false },
};

START_TEST(outputs_are_accepted_as_the_specification_says)
{
    const struct accepted_row *row = &accepted_rows[_i];
    struct compare_difference difference;
    bool accepted = accepts(row->flags, row->answer, strlen(row->answer), row->output,
                            strlen(row->output), &difference);

    ck_assert_msg(accepted == row->accepted, "answer \"%s\", output \"%s\"", row->answer,
                  row->output);
}
END_TEST

static const struct number_row {
    const char *text;
    bool number;
    double value;
} number_rows[] = {
    { "0", true, 0 },
    { "-0.0", true, 0 },
    { "1", true, 1 },
    { "+7", true, 7 },
    { "12.", true, 12 },
    { ".25", true, 0.25 },
    { "1e5", true, 1e5 },
    { "1E+05", true, 1e5 },
    { "125e-3", true, 0.125 },
    { "0.1", true, 0.1 },
    { "123456789012345678901234567890.5", true, 123456789012345678901234567890.5 },
    { "0.000000000000000000000000000001", true, 1e-30 },
    { "9007199254740993", true, 9007199254740992 }, /* ties to even */
    { "2.2250738585072014e-308", true, 2.2250738585072014e-308 },
    { "4.9e-324", true, 4.9e-324 },
    { "1e-999", true, 0 },
    { "0e999", true, 0 },
    { "1.7976931348623157e308", true, 1.7976931348623157e308 },
    { "1e99999999999999999999", false, 0 },
    { "1e309", false, 0 },
    { "", false, 0 },
    { ".", false, 0 },
    { "+", false, 0 },
    { "-.", false, 0 },
    { "e5", false, 0 },
    { ".e5", false, 0 },
    { "1e", false, 0 },
    { "1e+", false, 0 },
    { "1e5x", false, 0 },
    { "1e5.0", false, 0 },
    { "--1", false, 0 },
    { "1.2.3", false, 0 },
    { "0x10", false, 0 },
    { "inf", false, 0 },
    { "nan", false, 0 },
    { "1_000", false, 0 },
    { "1,5", false, 0 },
};

START_TEST(numbers_follow_the_grammar)
{
    const struct number_row *row = &number_rows[_i];
    double value = -1;
    bool number = compare_number(row->text, strlen(row->text), &value);

    ck_assert_msg(number == row->number, "\"%s\"", row->text);
    if (number)
        ck_assert_msg(value == row->value, "\"%s\" gave %.17g", row->text, value);
}
END_TEST

START_TEST(numbers_agree_with_strtod)
{
    unsigned seed = 1;

    for (int i = 0; i < 200000 / unit_fewer(); i++) {
        char text[64];
        double value;
        int digits = rand_r(&seed) % 17;

        snprintf(text, sizeof(text), "%s%d%0*d.%0*de%d", i % 2 ? "-" : "", rand_r(&seed) % 1000,
                 digits / 2 + 1, rand_r(&seed) % 10, digits + 1, rand_r(&seed),
                 rand_r(&seed) % 60 - 30);
        ck_assert(compare_number(text, strlen(text), &value));
        ck_assert_msg(value == strtod(text, NULL), "%s", text);
    }
}
END_TEST

START_TEST(a_number_of_a_million_digits_is_read)
{
    size_t size = 1000000;
    char *text = malloc(size);
    double value;

    memset(text, '0', size);
    text[1] = '.';
    text[size - 1] = '1';
    ck_assert(compare_number(text, size, &value));
    ck_assert(value == 0); /* 1e-999999 */
    memset(text, '9', size);
    text[1] = '.';
    ck_assert(compare_number(text, size, &value));
    ck_assert(value == 10);
    free(text);
}
END_TEST

START_TEST(bytes_of_zero_count)
{
    struct compare_difference difference;

    ck_assert(!accepts(NULL, TEXT("ab\n"), TEXT("ab\0\n"), &difference));
    ck_assert_str_eq(difference.found, "ab\\x00");
    ck_assert(!accepts(NULL, TEXT("a\0b"), TEXT("a\0c"), &difference));
    ck_assert(accepts(NULL, TEXT("a\0b"), TEXT("A\0B"), &difference));
}
END_TEST

static const struct place_row {
    const char *flags[3];
    const char *answer;
    const char *output;
    const char *text;
} place_rows[] = {
    { { NULL }, "1 2\n3 4\n", "1 2\n3 5\n", "line 2, column 3: expected \"4\", found \"5\"" },
    { { NULL },
      "1\n2\n3",
      "1 2\n",
      "line 2, column 1: the output ends, expected \"3\" (line 3 of the answer)" },
    { { NULL }, "1", "1 2", "line 1, column 3: expected the end of the output, found \"2\"" },
    { { "float_tolerance", "1e-3" },
      "1.5",
      "1.75",
      "line 1, column 1: expected 1.5, found 1.75 (off by 0.25, allowed 0.0015)" },
    { { "float_tolerance", "1e-3" },
      "1.5",
      "x",
      "line 1, column 1: expected the number 1.5, found \"x\"" },
    { { "space_change_sensitive" },
      "1 2\n",
      "1\t2\n",
      "line 1, column 2: white space differs: expected a space, found a tab" },
    { { "space_change_sensitive" },
      "1\n",
      "1",
      "line 1, column 2: white space differs: expected a newline, found the end" },
    { { "space_change_sensitive" },
      "1",
      "1 ",
      "line 1, column 2: white space differs: expected the end, found a space" },
    { { NULL },
      "x",
      "\x1b[31mred\x7f",
      "line 1, column 1: expected \"x\", found \"\\x1b[31mred\\x7f\"" },
    { { NULL },
      "x",
      "gr\xc3\xbcn\xff\xc2\x85\xd8\x9c",
      "line 1, column 1: expected \"x\", found \"gr\xc3\xbcn\\xff\\xc2\\x85\\xd8\\x9c\"" },
};

START_TEST(the_first_difference_is_told)
{
    const struct place_row *row = &place_rows[_i];
    struct compare_difference difference;
    char text[512];

    ck_assert(!accepts(row->flags, row->answer, strlen(row->answer), row->output,
                       strlen(row->output), &difference));
    compare_describe(&difference, text, sizeof(text));
    ck_assert_str_eq(text, row->text);
}
END_TEST

START_TEST(a_huge_token_is_cut)
{
    size_t size = 8 << 20;
    char *answer = malloc(size), *output = malloc(size), text[512];
    struct compare_difference difference;

    memset(answer, 'a', size);
    memset(output, 'a', size);
    ck_assert(accepts(NULL, answer, size, output, size, &difference));
    output[size - 1] = '\xff';
    memset(output, '\x01', 100);
    ck_assert(!accepts(NULL, answer, size, output, size, &difference));
    compare_describe(&difference, text, sizeof(text));
    ck_assert_uint_lt(strlen(text), 300);
    ck_assert_ptr_nonnull(strstr(text, "(8388608 bytes)"));
    free(answer);
    free(output);
}
END_TEST

START_TEST(the_time_is_linear_in_the_output)
{
    size_t size = 32 << 20;
    char *data = malloc(size);
    struct compare_difference difference;
    struct timespec start, end;

    for (size_t i = 0; i < size; i++)
        data[i] = "1.5 "[i % 4];
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    ck_assert(accepts(FLAGS("float_tolerance", "1e-9"), data, size, data, size, &difference));
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    free(data);
    double seconds =
        (double) (end.tv_sec - start.tv_sec) + (double) (end.tv_nsec - start.tv_nsec) / 1e9;
    ck_assert_msg(seconds < 20, "8 million numbers took %.1f s", seconds);
}
END_TEST

static const struct flag_row {
    const char *flags[6];
    bool strict;
    const char *fault; /* part of the message, NULL: fine */
} flag_rows[] = {
    { { NULL }, true, NULL },
    { { "case_sensitive", "space_change_sensitive", "float_tolerance", "1e-4" }, true, NULL },
    { { "case_insensitive" }, false, "unknown output validator flag \"case_insensitive\"" },
    { { "1e-6" }, false, "unknown output validator flag \"1e-6\"" },
    { { "" }, false, "unknown" },
    { { "float_tolerance" }, false, "lacks its number" },
    { { "float_tolerance", "case_sensitive" }, false, "is not a tolerance" },
    { { "float_tolerance", "-1" }, false, "is not a tolerance" },
    { { "float_tolerance", "nan" }, false, "is not a tolerance" },
    { { "float_tolerance", "1e-4", "float_tolerance", "1e-6" }, false, NULL },
    { { "float_tolerance", "1e-4", "float_tolerance", "1e-6" }, true, "twice" },
    { { "float_tolerance", "1e-4", "float_absolute_tolerance", "1e-6" }, true, "twice" },
    { { "float_relative_tolerance", "1", "float_absolute_tolerance", "1" }, true, NULL },
};

START_TEST(faulty_flags_are_errors)
{
    const struct flag_row *row = &flag_rows[_i];
    struct compare_rules rules;
    struct error error;
    int code = compare_rules_parse(row->flags, row->strict, &rules, &error);

    ck_assert_int_eq(code, row->fault ? -EINVAL : 0);
    if (row->fault)
        ck_assert_msg(strstr(error.message, row->fault), "%s", error.message);
}
END_TEST

START_TEST(the_later_tolerance_holds)
{
    struct compare_difference difference;
    const char *const *flags = FLAGS("float_tolerance", "1", "float_tolerance", "1e-6");

    ck_assert(!accepts(flags, "1", 1, "1.5", 3, &difference));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("trial_compare");
    TCase *compare = tcase_create("compare");

    tcase_set_timeout(compare, 60);
    tcase_add_loop_test(compare, outputs_are_accepted_as_the_specification_says, 0,
                        (int) (sizeof(accepted_rows) / sizeof(accepted_rows[0])));
    tcase_add_loop_test(compare, numbers_follow_the_grammar, 0,
                        (int) (sizeof(number_rows) / sizeof(number_rows[0])));
    tcase_add_test(compare, numbers_agree_with_strtod);
    tcase_add_test(compare, a_number_of_a_million_digits_is_read);
    tcase_add_test(compare, bytes_of_zero_count);
    tcase_add_loop_test(compare, the_first_difference_is_told, 0,
                        (int) (sizeof(place_rows) / sizeof(place_rows[0])));
    tcase_add_test(compare, a_huge_token_is_cut);
    tcase_add_test(compare, the_time_is_linear_in_the_output);
    tcase_add_loop_test(compare, faulty_flags_are_errors, 0,
                        (int) (sizeof(flag_rows) / sizeof(flag_rows[0])));
    tcase_add_test(compare, the_later_tolerance_holds);
    suite_add_tcase(suite, compare);
    return suite;
}

UNIT_MAIN(make_suite)
