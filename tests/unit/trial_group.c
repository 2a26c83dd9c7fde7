/* Verdicts and scores through the tree of groups. */

#include "judge/trial/group.h"
#include "tests/unit/unit.h"

#include <math.h>

/* A package of at most 8 tests: sample/ with test 0 and 1, secret/ with groups a (2, 3, 4) and
 * b (5, 6). Each test case changes what it is about. */
struct tree {
    struct package package;
    struct package_group groups[5];
    struct package_test tests[7];
    int root[2], sample[2], secret[2], a[3], b[2];
};

enum { ROOT, SAMPLE, SECRET, A, B };

/* NOLINTNEXTLINE(readability-non-const-parameter): the group keeps it */
static void set_group(struct package_group *group, const char *name, int parent, int *children,
                      size_t count)
{
    *group = (struct package_group){ .name = name,
                                     .parent = parent,
                                     .break_on_reject = true,
                                     .accept_score = 1,
                                     .range_low = -INFINITY,
                                     .range_high = INFINITY,
                                     .max_score = NAN,
                                     .children = children,
                                     .child_count = count };
}

static void make_tree(struct tree *tree)
{
    *tree = (struct tree){ .root = { -2, -3 },
                           .sample = { 0, 1 },
                           .secret = { -4, -5 },
                           .a = { 2, 3, 4 },
                           .b = { 5, 6 } };
    set_group(&tree->groups[ROOT], "", -1, tree->root, 2);
    set_group(&tree->groups[SAMPLE], "sample", ROOT, tree->sample, 2);
    set_group(&tree->groups[SECRET], "secret", ROOT, tree->secret, 2);
    set_group(&tree->groups[A], "secret/a", SECRET, tree->a, 3);
    set_group(&tree->groups[B], "secret/b", SECRET, tree->b, 2);
    for (int i = 0; i < 7; i++)
        tree->tests[i] = (struct package_test){ .name = "t",
                                                .sample = i < 2,
                                                .group = i < 2   ? SAMPLE
                                                         : i < 5 ? A
                                                                 : B };
    tree->package = (struct package){ .pass_fail = true,
                                      .tests = tree->tests,
                                      .test_count = 7,
                                      .groups = tree->groups,
                                      .group_count = 5 };
}

static void make_scoring(struct tree *tree)
{
    make_tree(tree);
    tree->package.pass_fail = false;
    tree->package.scoring = true;
    for (int i = 0; i < 5; i++)
        tree->groups[i].break_on_reject = false;
}

/* 'A' accepted, 'W' wrong, 'T' too slow, 'R' crashed, '.' not known. */
static void set_tests(struct group_test tests[7], const char *text)
{
    for (int i = 0; i < 7; i++)
        tests[i] = (struct group_test){ .known = text[i] != '.',
                                        .verdict = text[i] == 'W'   ? VERDICT_WA
                                                   : text[i] == 'T' ? VERDICT_TLE
                                                   : text[i] == 'R' ? VERDICT_RTE
                                                                    : VERDICT_AC };
}

static struct group_result grade(struct tree *tree, const char *text, char reached_text[8])
{
    struct group_test tests[7];
    struct group_result result;
    bool reached[7];

    set_tests(tests, text);
    group_grade(&tree->package, tests, false, reached, &result);
    for (int i = 0; i < 7; i++)
        reached_text[i] = reached[i] ? '1' : '0';
    reached_text[7] = '\0';
    return result;
}

static const struct lazy_row {
    const char *tests, *reached;
    bool pending;
    enum verdict verdict;
    int decided_by;
} lazy_rows[] = {
    { ".......", "1111111", true, VERDICT_AC, -1 },
    { "AAAAAAA", "1111111", false, VERDICT_AC, -1 },
    { "AAWAAAA", "1110000", false, VERDICT_WA, 2 },
    { "AAWT...", "1110000", false, VERDICT_WA, 2 },
    { "W......", "1000000", false, VERDICT_WA, 0 },
    { "AA.T...", "1111000", true, VERDICT_AC, -1 }, /* test 2 may still decide */
    { "AAAT...", "1111000", false, VERDICT_TLE, 3 },
    { "AAAAAAR", "1111111", false, VERDICT_RTE, 6 },
    { ".......", "1111111", true, VERDICT_AC, -1 },
    { "AA....W", "1111111", true, VERDICT_AC, -1 },
};

START_TEST(a_pass_fail_problem_ends_at_the_first_rejected_test)
{
    const struct lazy_row *row = &lazy_rows[_i];
    struct tree tree;
    char reached[8];

    make_tree(&tree);
    struct group_result result = grade(&tree, row->tests, reached);

    ck_assert_str_eq(reached, row->reached);
    ck_assert_int_eq(result.pending, row->pending);
    if (!row->pending) {
        ck_assert_int_eq(result.verdict, row->verdict);
        ck_assert_int_eq(result.decided_by, row->decided_by);
    }
    ck_assert(!result.has_score);
}
END_TEST

START_TEST(the_order_of_ends_does_not_matter)
{
    static const char *const finals[] = { "AAWTARW", "AAATAWA", "AAAAATR", "WAAAAAA" };
    unsigned seed = 7;

    for (size_t f = 0; f < sizeof(finals) / sizeof(finals[0]); f++)
        for (int round = 0; round < 200; round++) {
            struct tree tree;
            char known[8] = ".......", reached[8], serial[8];
            struct group_result now, whole;

            make_tree(&tree);
            whole = grade(&tree, finals[f], serial);
            do { /* any test that is reached may be the next to end */
                now = grade(&tree, known, reached);
                int pick = rand_r(&seed) % 7;
                if (reached[pick] == '1')
                    known[pick] = finals[f][pick];
            } while (now.pending);
            ck_assert_int_eq(now.verdict, whole.verdict);
            ck_assert_int_eq(now.decided_by, whole.decided_by);
            ck_assert_str_eq(reached, serial);
        }
}
END_TEST

START_TEST(worst_and_first_error_differ_where_judging_goes_on)
{
    struct tree tree;
    char reached[8];

    make_tree(&tree);
    for (int i = 0; i < 5; i++)
        tree.groups[i].break_on_reject = false;
    struct group_result result = grade(&tree, "AAWATAR", reached);
    ck_assert_str_eq(reached, "1111111");
    ck_assert_int_eq(result.verdict, VERDICT_RTE);
    ck_assert_int_eq(result.decided_by, 6);
    for (int i = 0; i < 5; i++)
        tree.groups[i].verdict_mode = GROUP_FIRST_ERROR;
    result = grade(&tree, "AAWATAR", reached);
    ck_assert_int_eq(result.verdict, VERDICT_WA);
    ck_assert_int_eq(result.decided_by, 2);
}
END_TEST

START_TEST(samples_alone_leave_secret_tests_out)
{
    struct tree tree;
    struct group_test tests[7];
    struct group_result result;
    bool reached[7];

    make_tree(&tree);
    set_tests(tests, "AA.....");
    group_grade(&tree.package, tests, true, reached, &result);
    ck_assert(!result.pending);
    ck_assert_int_eq(result.verdict, VERDICT_AC);
    ck_assert(reached[0] && reached[1] && !reached[2] && !reached[6]);
}
END_TEST

START_TEST(legacy_scores_add_up)
{
    struct tree tree;
    char reached[8];

    make_scoring(&tree);
    for (int i = 0; i < 5; i++) {
        tree.groups[i].verdict_mode = GROUP_FIRST_ERROR;
        tree.groups[i].accept_if_any_accepted = true;
    }
    tree.groups[ROOT].ignore_sample = true;
    tree.groups[A].score_mode = GROUP_MIN;
    tree.groups[A].accept_score = 30;
    tree.groups[B].score_mode = GROUP_SUM;
    tree.groups[B].accept_score = 10;
    struct group_result result = grade(&tree, "AAAAAAA", reached);
    ck_assert(result.has_score);
    ck_assert_double_eq(result.score, 50);
    result = grade(&tree, "AAAWAAA", reached); /* min: group a is lost */
    ck_assert_int_eq(result.verdict, VERDICT_AC);
    ck_assert_double_eq(result.score, 20);
    result = grade(&tree, "WWAAAAW", reached); /* samples do not count */
    ck_assert_int_eq(result.verdict, VERDICT_AC);
    ck_assert_double_eq(result.score, 40);
    result = grade(&tree, "AAWWWWW", reached);
    ck_assert_int_eq(result.verdict, VERDICT_WA);
    ck_assert_double_eq(result.score, 0);
}
END_TEST

START_TEST(every_score_mode_works)
{
    static const struct {
        enum group_score_mode mode;
        double score;
    } rows[] = { { GROUP_SUM, 6 }, { GROUP_AVG, 2 }, { GROUP_MIN, 1 }, { GROUP_MAX, 3 } };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct tree tree;
        struct group_test tests[7];
        struct group_result result;
        bool reached[7];

        make_scoring(&tree);
        tree.groups[ROOT].ignore_sample = true;
        tree.groups[A].score_mode = rows[i].mode;
        tree.groups[B].accept_score = 0;
        set_tests(tests, "AAAAAAA");
        for (int t = 2; t < 5; t++) {
            tests[t].has_score = true;
            tests[t].score = t - 1;
        }
        group_grade(&tree.package, tests, false, reached, &result);
        ck_assert_double_eq(result.score, rows[i].score);
    }
}
END_TEST

START_TEST(always_accept_accepts)
{
    struct tree tree;
    char reached[8];

    make_scoring(&tree);
    for (int i = 0; i < 5; i++)
        tree.groups[i].verdict_mode = GROUP_ALWAYS_ACCEPT;
    struct group_result result = grade(&tree, "WWWWWWW", reached);
    ck_assert_int_eq(result.verdict, VERDICT_AC);
    ck_assert_int_eq(result.decided_by, -1);
}
END_TEST

static void make_2025(struct tree *tree)
{
    make_tree(tree);
    tree->package.version = PACKAGE_2025_09;
    tree->package.pass_fail = false;
    tree->package.scoring = true;
    tree->groups[SECRET].aggregation = GROUP_SUM_AGGREGATION;
    tree->groups[SECRET].max_score = 100;
    tree->groups[SECRET].max_score_given = true;
    tree->groups[A].max_score = 60;
    tree->groups[A].max_score_given = true;
    tree->groups[B].max_score = 40;
    tree->groups[B].max_score_given = true;
    tree->groups[B].aggregation = GROUP_SUM_AGGREGATION;
}

static const struct row_2025 {
    const char *tests;
    double score;
    const char *reached;
} rows_2025[] = {
    { "AAAAAAA", 100, "1111111" }, { "AAAAWAA", 40, "1111111" },
    { "AAWAAAA", 40, "1110011" },  /* a passes or fails as a whole */
    { "AAWAAWA", 20, "1110011" },  /* b goes on and is scored by test */
    { "WAAAAAA", 100, "1011111" }, /* samples bring no points */
};

START_TEST(groups_of_2025_are_scored)
{
    const struct row_2025 *row = &rows_2025[_i];
    struct tree tree;
    char reached[8];

    make_2025(&tree);
    struct group_result result = grade(&tree, row->tests, reached);

    ck_assert_double_eq_tol(result.score, row->score, 1e-9);
    ck_assert_str_eq(reached, row->reached);
    ck_assert_int_eq(result.verdict == VERDICT_AC, strspn(row->tests, "A") == 7);
}
END_TEST

START_TEST(a_group_that_requires_a_failed_one_is_not_reached)
{
    static const char *const needs[] = { "secret/a", NULL };
    struct tree tree;
    char reached[8];

    make_2025(&tree);
    tree.groups[B].require_pass = needs;
    struct group_result result = grade(&tree, "AAWAAAA", reached);
    ck_assert_str_eq(reached, "1110000");
    ck_assert_double_eq(result.score, 0);
    result = grade(&tree, "AAAAAAW", reached);
    ck_assert_str_eq(reached, "1111111");
    ck_assert_double_eq(result.score, 80);
}
END_TEST

START_TEST(scores_of_validators_are_bounded)
{
    struct tree tree;
    struct group_test tests[7];
    struct group_result result;
    bool reached[7];

    make_2025(&tree);
    set_tests(tests, "AAAAAAA");
    tests[5].has_multiplier = true;
    tests[5].multiplier = 0.5;
    tests[6].has_score = true;
    tests[6].score = 7;
    group_grade(&tree.package, tests, false, reached, &result);
    ck_assert_double_eq_tol(result.score, 60 + 10 + 7, 1e-9);
    tests[6].score = 21; /* 40 points, two tests: at most 20 */
    group_grade(&tree.package, tests, false, reached, &result);
    ck_assert_int_eq(result.verdict, VERDICT_JE);
    ck_assert_ptr_nonnull(result.fault);
}
END_TEST

START_TEST(a_custom_grader_is_not_passed_over_in_silence)
{
    struct tree tree;

    make_tree(&tree);
    ck_assert_ptr_null(group_unsupported(&tree.package));
    tree.groups[A].custom_grader = true;
    ck_assert_ptr_nonnull(group_unsupported(&tree.package));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("trial_group");
    TCase *group = tcase_create("group");

    tcase_add_loop_test(group, a_pass_fail_problem_ends_at_the_first_rejected_test, 0,
                        (int) (sizeof(lazy_rows) / sizeof(lazy_rows[0])));
    tcase_add_test(group, the_order_of_ends_does_not_matter);
    tcase_add_test(group, worst_and_first_error_differ_where_judging_goes_on);
    tcase_add_test(group, samples_alone_leave_secret_tests_out);
    tcase_add_test(group, legacy_scores_add_up);
    tcase_add_test(group, every_score_mode_works);
    tcase_add_test(group, always_accept_accepts);
    tcase_add_loop_test(group, groups_of_2025_are_scored, 0,
                        (int) (sizeof(rows_2025) / sizeof(rows_2025[0])));
    tcase_add_test(group, a_group_that_requires_a_failed_one_is_not_reached);
    tcase_add_test(group, scores_of_validators_are_bounded);
    tcase_add_test(group, a_custom_grader_is_not_passed_over_in_silence);
    suite_add_tcase(suite, group);
    return suite;
}

UNIT_MAIN(make_suite)
