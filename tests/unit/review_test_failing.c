/* Whether output so far tells of a failure: lines as the runners print them. */

#include "judge/review/test_output.h"
#include "tests/unit/unit.h"

START_TEST(a_failure_is_seen_before_the_end)
{
    static const char *const rows[] = {
        "=== RUN   TestPrice\n    price_test.go:9: 3\n--- FAIL: TestPrice (0.00s)\n",
        "=== RUN   TestPrice/ten\n    --- FAIL: TestPrice/ten (0.00s)\n",
        "ok  \tm/a\t0.1s\nFAIL\tm/b\t0.2s\n",
        "TAP version 13\nok 1 - a\nnot ok 2 - b\n  ---\n",
        "\xe2\x9c\x94 adds (1ms)\n\xe2\x9c\x96 subtracts (2ms)\n",
        "test_a (t.T.test_a) ... ok\ntest_b (t.T.test_b) ... FAIL\n",
        "test_b (t.T.test_b) ... ERROR\r\n",
        "tests/test_x.py::test_a PASSED   [ 50%]\ntests/test_x.py::test_b FAILED   [100%]\n",
        "test prices::border ... FAILED\n",
        "[ RUN      ] Price.Border\n[  FAILED  ] Price.Border (0 ms)\n",
        "[ERROR] PriceTest.border:9 -- Time elapsed: 0.01 s <<< FAILURE!\n",
        "PriceTest > border() FAILED\n",
        "1/2 Test #1: price ............***Failed    0.00 sec\n",
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
        ck_assert_msg(test_output_failing(rows[i]), "row %zu: %s", i, rows[i]);
}
END_TEST

START_TEST(what_passes_and_what_is_not_whole_is_none)
{
    static const char *const rows[] = {
        "",
        "--- PASS: TestFailedLogin (0.00s)\nPASS\nok  \tm\t0.1s\n",
        "ok 1 - not ok is told\nnot ok 2 - later # TODO\nnot ok 3 - there # SKIP no disk\n",
        "test_failed (t.T.test_failed) ... ok\n",
        "tests/test_x.py::test_FAILED PASSED [ 50%]\n",
        "login FAILED for user x\n",
        "--- FAIL: TestPri",
        "not ok 2",
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
        ck_assert_msg(!test_output_failing(rows[i]), "row %zu: %s", i, rows[i]);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("review_test_failing");
    TCase *tests = tcase_create("failing");

    tcase_add_test(tests, a_failure_is_seen_before_the_end);
    tcase_add_test(tests, what_passes_and_what_is_not_whole_is_none);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
