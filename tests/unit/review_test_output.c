/* What test runners print, by format: the texts are what the runners write, shortened. */

#include "judge/review/test_output.h"
#include "tests/unit/unit.h"

#include "judge/base/memory.h"

struct row {
    enum test_format format;
    int exit_status;
    uint64_t passed, failed, skipped;
    const char *name; /* of the first failed test, NULL for none */
    const char *text;
};

static const struct row rows[] = {
    /* ---- pytest */
    { TEST_PYTEST, 0, 3, 0, 0, NULL,
      "============================= test session starts ==============================\n"
      "collected 3 items\n\ntests/test_app.py ...                        [100%]\n\n"
      "============================== 3 passed in 0.02s ===============================\n" },
    { TEST_PYTEST, 1, 5, 3, 3, "tests/test_app.py::test_charge[eur]",
      "=========================== short test summary info ============================\n"
      "FAILED tests/test_app.py::test_charge[eur] - AssertionError: assert 3 == 4\n"
      "FAILED tests/test_app.py::test_replay - KeyError: 'a'\n"
      "ERROR tests/test_db.py - ImportError: No module named 'x'\n"
      "= 2 failed, 4 passed, 2 skipped, 1 deselected, 1 xfailed, 1 xpassed, 3 warnings, 1 error in "
      "1.53s =\n" },
    { TEST_PYTEST, 0, 12, 0, 0, NULL,
      "............                 [100%]\n12 passed in 61.02s (0:01:01)\n" },
    { TEST_PYTEST, 1, 0, 1, 0, NULL,
      "\033[31m=== \033[31m\033[1m1 failed\033[0m\033[31m in 0.04s\033[0m\033[31m ===\033[0m\n" },
    { TEST_PYTEST, 5, 0, 0, 0, NULL, "=== no tests ran in 0.01s ===\n" },
    /* ---- unittest */
    { TEST_UNITTEST, 0, 5, 0, 0, NULL,
      ".....\n----------------------------------------------------------------------\n"
      "Ran 5 tests in 0.001s\n\nOK\n" },
    { TEST_UNITTEST, 0, 3, 0, 2, NULL,
      "Ran 5 tests in 0.001s\n\nOK (skipped=1, expected failures=1)\n" },
    { TEST_UNITTEST, 1, 2, 3, 1, "test_pay (tests.Pay.test_pay)",
      "FE.E\n======================================================================\n"
      "FAIL: test_pay (tests.Pay.test_pay)\n----------\nTraceback (most recent call last):\n"
      "ERROR: test_b (tests.Pay.test_b)\n\nRan 6 tests in 0.100s\n\n"
      "FAILED (failures=1, errors=2, skipped=1)\n" },
    { TEST_UNITTEST, 1, 0, 1, 0, "app (unittest.loader._FailedTest.app)",
      "ERROR: app (unittest.loader._FailedTest.app)\nRan 1 test in 0.000s\n\nFAILED (errors=1)\n" },
    /* ---- go test */
    { TEST_GO, 1, 3, 2, 1, "TestPay",
      "=== RUN   TestAdd\n--- PASS: TestAdd (0.00s)\n=== RUN   TestPay\n=== RUN   TestPay/twice\n"
      "    pay_test.go:9: got 2\n--- FAIL: TestPay (0.01s)\n    --- PASS: TestPay/once (0.00s)\n"
      "    --- FAIL: TestPay/twice (0.00s)\n--- SKIP: TestSlow (0.00s)\n"
      "--- PASS: TestZero (0.00s)\nFAIL\nexit status 1\nFAIL\texample.org/pay\t0.012s\nFAIL\n" },
    { TEST_GO, 0, 2, 0, 0, NULL,
      "ok  \texample.org/pay\t0.004s\nok  \texample.org/pay/store\t(cached)\n"
      "?   \texample.org/pay/cmd\t[no test files]\n" },
    { TEST_GO, 1, 1, 2, 0, "TestPay",
      "--- FAIL: TestPay (0.00s)\n    pay_test.go:9: got 2, want "
      "1\nFAIL\nFAIL\texample.org/pay\t0.004s\n"
      "ok  \texample.org/pay/store\t0.002s\nFAIL\texample.org/pay/web [build failed]\nFAIL\n" },
    { TEST_GO, 2, 0, 1, 0, "example.org/pay",
      "panic: runtime error: index out of range [3] with length 3\n\ngoroutine 1 [running]:\n"
      "FAIL\texample.org/pay\t0.006s\nFAIL\n" },
    { TEST_GO_JSON, 1, 2, 2, 1, "TestPay",
      "{\"Action\":\"start\",\"Package\":\"p\"}\n"
      "{\"Time\":\"2026-01-01T00:00:00Z\",\"Action\":\"run\",\"Package\":\"p\",\"Test\":"
      "\"TestAdd\"}\n"
      "{\"Action\":\"output\",\"Package\":\"p\",\"Test\":\"TestAdd\",\"Output\":\"--- PASS: "
      "TestAdd\\n\"}\n"
      "{\"Action\":\"pass\",\"Package\":\"p\",\"Test\":\"TestAdd\",\"Elapsed\":0}\n"
      "{\"Action\":\"skip\",\"Package\":\"p\",\"Test\":\"TestSlow\",\"Elapsed\":0}\n"
      "{\"Action\":\"fail\",\"Package\":\"p\",\"Test\":\"TestPay\",\"Elapsed\":0}\n"
      "{\"Action\":\"fail\",\"Package\":\"p\",\"Elapsed\":0.01}\n"
      "{\"Action\":\"pass\",\"Package\":\"q\",\"Test\":\"TestQ\",\"Elapsed\":0}\n"
      "{\"Action\":\"pass\",\"Package\":\"q\",\"Elapsed\":0.01}\n"
      "{\"Action\":\"fail\",\"Package\":\"r\",\"Elapsed\":0}\n" },
    /* ---- node --test */
    { TEST_NODE, 1, 3, 2, 2, "refuses another body",
      "\u25b6 payments\n  \u2714 charges once (1.2ms)\n  \u2716 refuses another body (0.41ms)\n"
      "    AssertionError: 200 !== 422\n\u25b6 payments (2.5ms)\n"
      "\u2139 tests 7\n\u2139 suites 1\n\u2139 pass 3\n\u2139 fail 1\n\u2139 cancelled 1\n"
      "\u2139 skipped 1\n\u2139 todo 1\n\u2139 duration_ms 45.1\n\n\u2716 failing tests:\n\n"
      "test at test/pay.test.js:9:3\n\u2716 refuses another body (0.41ms)\n" },
    { TEST_NODE, 1, 4, 1, 0, "refuses another body",
      "TAP version 13\n# Subtest: payments\n    # Subtest: refuses another body\n"
      "    not ok 1 - refuses another body\n      ---\n      duration_ms: 0.4\n      ...\n"
      "    1..1\nnot ok 1 - payments\n  ---\n  ...\n1..1\n# tests 5\n# suites 1\n# pass 4\n# fail "
      "1\n"
      "# cancelled 0\n# skipped 0\n# todo 0\n# duration_ms 60.3\n" },
    /* ---- jest, vitest, mocha */
    { TEST_JEST, 1, 3, 1, 2, "payments \u203a replays",
      "FAIL test/pay.test.js\n  payments\n    \u2713 charges (3 ms)\n    \u2715 replays (1 ms)\n\n"
      "  \u25cf payments \u203a replays\n\n    expect(received).toBe(expected)\n\n"
      "Test Suites: 1 failed, 1 passed, 2 total\nTests:       1 failed, 1 skipped, 1 todo, 3 "
      "passed, "
      "6 total\nSnapshots:   0 total\nTime:        0.5 s\n" },
    { TEST_JEST, 1, 0, 1, 0, "Test suite failed to run",
      "  \u25cf Test suite failed to run\n\n    Cannot find module './app'\n\n"
      "Test Suites: 1 failed, 1 total\nTests:       0 total\n" },
    { TEST_VITEST, 1, 3, 1, 1, "src/pay.test.ts > payments > replays",
      " RUN  v1.6.0 /box\n\n FAIL  src/pay.test.ts > payments > replays\n"
      " Test Files  1 failed | 1 passed (2)\n      Tests  1 failed | 3 passed | 1 skipped (5)\n"
      "   Start at  10:00:00\n   Duration  300ms\n" },
    { TEST_VITEST, 1, 2, 1, 0, NULL,
      " Test Files  1 failed | 1 passed (2)\n      Tests  2 passed (2)\n" },
    { TEST_MOCHA, 1, 2, 1, 1, "replays",
      "\n  payments\n    \u2714 charges\n    1) replays\n\n\n  2 passing (12ms)\n  1 pending\n"
      "  1 failing\n\n  1) payments\n       replays:\n     AssertionError\n" },
    /* ---- cargo: binaries summed up */
    { TEST_CARGO, 101, 5, 1, 1, "tests::replays",
      "running 3 tests\ntest tests::charges ... ok\ntest tests::replays ... FAILED\n"
      "test tests::slow ... ignored\n\ntest result: FAILED. 1 passed; 1 failed; 1 ignored; 0 "
      "measured; "
      "0 filtered out; finished in 0.00s\n\n"
      "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in "
      "0.01s\n" },
    /* ---- Maven: the totals count, not the classes */
    { TEST_MAVEN, 1, 4, 2, 1, "org.example.PayTest.replays",
      "[INFO] Running org.example.PayTest\n"
      "[ERROR] Tests run: 5, Failures: 1, Errors: 1, Skipped: 1, Time elapsed: 0.05 s <<< FAILURE! "
      "- in "
      "org.example.PayTest\n"
      "[ERROR] org.example.PayTest.replays  Time elapsed: 0.01 s  <<< FAILURE!\n"
      "[INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.01 s - in "
      "org.example.StoreTest\n[INFO] Results:\n[ERROR] Failures:\n"
      "[ERROR] Tests run: 7, Failures: 1, Errors: 1, Skipped: 1\n[INFO] BUILD FAILURE\n" },
    { TEST_MAVEN, 0, 2, 0, 0, NULL, "Tests run: 2, Failures: 0, Errors: 0, Skipped: 0\n" },
    /* ---- Gradle */
    { TEST_GRADLE, 1, 3, 1, 1, "PayTest > replays()",
      "> Task :compileJava\n> Task :test FAILED\n\nPayTest > replays() FAILED\n"
      "    org.opentest4j.AssertionFailedError at PayTest.java:9\n\n5 tests completed, 1 failed, 1 "
      "skipped\n"
      "BUILD FAILED in 3s\n" },
    { TEST_GRADLE, 0, 2, 0, 0, NULL,
      "> Task :test\n\nPayTest > charges() PASSED\n\nPayTest > replays() PASSED\n\nBUILD "
      "SUCCESSFUL in 2s\n" },
    /* ---- Java without a build tool, C and C++ */
    { TEST_JUNIT_CONSOLE, 1, 4, 1, 1, NULL,
      "[         6 tests found           ]\n[         1 tests skipped         ]\n"
      "[         5 tests started         ]\n[         0 tests aborted         ]\n"
      "[         4 tests successful      ]\n[         1 tests failed          ]\n" },
    { TEST_GTEST, 1, 3, 1, 0, "Pay.Replays",
      "[==========] Running 4 tests from 1 test suite.\n[  FAILED  ] Pay.Replays (0 ms)\n"
      "[==========] 4 tests from 1 test suite ran. (1 ms total)\n[  PASSED  ] 3 tests.\n"
      "[  FAILED  ] 1 test, listed below:\n[  FAILED  ] Pay.Replays\n\n 1 FAILED TEST\n" },
    { TEST_CTEST, 8, 4, 1, 0, "pay",
      "80% tests passed, 1 tests failed out of 5\n\nThe following tests FAILED:\n\t  2 - pay "
      "(Failed)\n" },
    { TEST_CHECK, 1, 4, 1, 0, NULL, "80%: Checks: 5, Failures: 1, Errors: 0\n" },
    /* ---- TAP */
    { TEST_TAP, 1, 2, 2, 3, "charges twice",
      "TAP version 14\n1..7\nok 1 - charges\nnot ok 2 - charges twice\n  ---\n  message: no\n  "
      "...\n"
      "ok 3 # SKIP no network\nnot ok 4 - later # TODO write it\n"
      "    ok 1 - inner\n    1..1\nok 5 - outer\nok 6 - x # skip\nnot ok 7\n" },
    { TEST_TAP, 1, 1, 3, 0, NULL, "1..4\nok 1\n" },
    { TEST_TAP, 255, 1, 2, 0, "Bail out! no database", "1..2\nok 1\nBail out! no database\n" },
    { TEST_TAP, 0, 0, 0, 0, NULL, "1..0 # SKIP nothing here\n" },
    { TEST_TAP, 0, 1, 0, 0, NULL, "ok - charges\n1..1\n" },
    /* ---- none of them */
    { TEST_EXIT, 0, 0, 0, 0, NULL, "" },
    { TEST_EXIT, 1, 0, 0, 0, NULL, "bash: pytest: command not found\n" },
    { TEST_EXIT, 0, 0, 0, 0, NULL,
      "ok\nall 5 passed in the end\n3 passed\nRan away\nTests: none\nokay 1..3\n" },
    { TEST_EXIT, 0, 0, 0, 0, NULL, "{\"Action\":\"pass\"}\n{\"Action\":1,\"Package\":[]}\n{]\n" },
};

static struct test_output read_text(struct arena *arena, const char *text, size_t size, int status)
{
    struct test_output output;
    struct error error = { 0 };

    ck_assert_int_eq(
        test_output_read(arena, (struct test_text){ text, size }, NULL, 0, status, &output, &error),
        0);
    return output;
}

static void check_row(const struct row *row, struct test_output output)
{
    ck_assert_msg(output.format == row->format, "read as %s:\n%s", test_format_name(output.format),
                  row->text);
    ck_assert_msg(output.passed == row->passed && output.failed == row->failed &&
                      output.skipped == row->skipped,
                  "%d passed, %d failed, %d skipped:\n%s", (int) output.passed, (int) output.failed,
                  (int) output.skipped, row->text);
    ck_assert_int_eq(output.ok, row->exit_status == 0 && row->failed == 0);
    if (row->name) {
        ck_assert_msg(output.name_count > 0, "no name:\n%s", row->text);
        ck_assert_str_eq(output.names[0], row->name);
    }
}

START_TEST(each_format_is_read)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO_ARENA struct arena *arena = arena_new();

        check_row(&rows[i],
                  read_text(arena, rows[i].text, strlen(rows[i].text), rows[i].exit_status));
    }
}
END_TEST

/* Windows' line ends, and other output around, change nothing. */
START_TEST(surroundings_do_not_matter)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO_ARENA struct arena *arena = arena_new();
        AUTO_BUFFER struct buffer text = { 0 };

        if (rows[i].format == TEST_EXIT)
            continue;
        ck_assert_int_eq(buffer_puts(&text, "listening on 8080\r\n> npm test\r\n"), 0);
        for (const char *at = rows[i].text; *at; at++)
            ck_assert_int_eq(buffer_printf(&text, *at == '\n' ? "\r\n" : "%c", *at), 0);
        ck_assert_int_eq(buffer_puts(&text, "make: *** [Makefile:3: test] Error 1\r\nbye"), 0);
        check_row(&rows[i], read_text(arena, text.data, text.size, rows[i].exit_status));
    }
}
END_TEST

START_TEST(a_failing_exit_status_is_never_ok)
{
    AUTO_ARENA struct arena *arena = arena_new();
    static const char text[] = "=== 3 passed in 0.02s ===\n";

    ck_assert(read_text(arena, text, strlen(text), 0).ok);
    ck_assert(!read_text(arena, text, strlen(text), 1).ok);
}
END_TEST

START_TEST(packages_are_told_from_tests)
{
    AUTO_ARENA struct arena *arena = arena_new();
    static const char plain[] = "ok  \tp\t0.1s\n";
    static const char verbose[] = "=== RUN   TestA\n--- PASS: TestA (0.00s)\nPASS\nok  \tp\t0.1s\n";

    ck_assert(read_text(arena, plain, strlen(plain), 0).by_packages);
    ck_assert(!read_text(arena, verbose, strlen(verbose), 0).by_packages);
    ck_assert_uint_eq(read_text(arena, verbose, strlen(verbose), 0).passed, 1);
}
END_TEST

static struct test_output read_junit(struct arena *arena, const char *const *texts, size_t count)
{
    struct test_text junit[8];
    struct test_output output;
    struct error error = { 0 };

    for (size_t i = 0; i < count; i++)
        junit[i] = (struct test_text){ texts[i], strlen(texts[i]) };
    ck_assert_int_eq(test_output_read(arena, (struct test_text){ "5 passed in 1s\n", 15 }, junit,
                                      count, 1, &output, &error),
                     0);
    return output;
}

START_TEST(junit_files_decide_and_are_summed_up)
{
    AUTO_ARENA struct arena *arena = arena_new();
    static const char *const texts[] = {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites><testsuite name=\"pay\" "
        "tests=\"4\">"
        "<properties/><testcase classname=\"org.PayTest\" name=\"charges\" time=\"0.1\"/>"
        "<testcase classname=\"org.PayTest\" name=\"replays &lt;twice&gt;\"><failure "
        "message=\"no\">at "
        "x</failure><system-out><![CDATA[ok]]></system-out></testcase>"
        "<testcase classname=\"org.PayTest\" name=\"dies\"><error/></testcase>"
        "<testcase name=\"later\"><skipped/></testcase></testsuite></testsuites>",
        "<testsuite><testcase name=\"a\"/><testcase name=\"b\"/></testsuite>",
        "no xml",
        "<html><testcase name=\"c\"/></html>",
    };
    struct test_output output = read_junit(arena, texts, COUNT(texts));

    ck_assert_int_eq(output.format, TEST_JUNIT);
    ck_assert_uint_eq(output.passed, 3);
    ck_assert_uint_eq(output.failed, 2);
    ck_assert_uint_eq(output.skipped, 1);
    ck_assert_uint_eq(output.name_count, 2);
    ck_assert_str_eq(output.names[0], "org.PayTest.replays <twice>");
}
END_TEST

START_TEST(without_a_test_in_it_junit_does_not_decide)
{
    AUTO_ARENA struct arena *arena = arena_new();
    static const char *const texts[] = { "<testsuites/>", "<testsuite tests=\"5\"/>" };

    ck_assert_int_eq(read_junit(arena, texts, COUNT(texts)).format, TEST_PYTEST);
}
END_TEST

START_TEST(entities_are_not_expanded)
{
    AUTO_ARENA struct arena *arena = arena_new();
    static const char *const texts[] = {
        "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
        "<testsuite><testcase name=\"&c;\"><failure/></testcase></testsuite>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
        "<testsuite><testcase name=\"x\">&b;<failure/></testcase></testsuite>",
    };
    struct test_output output = read_junit(arena, texts, COUNT(texts));

    ck_assert_int_eq(output.format, TEST_PYTEST);
    ck_assert_uint_eq(output.failed, 0);
}
END_TEST

START_TEST(names_are_few_and_harmless)
{
    AUTO_ARENA struct arena *arena = arena_new();
    AUTO_BUFFER struct buffer text = { 0 };

    ck_assert_int_eq(buffer_puts(&text, "FAILED a.py::\033]0;title\007x\xe2\x80\xae\xff - no\n"),
                     0);
    for (int i = 0; i < 100; i++)
        ck_assert_int_eq(buffer_printf(&text, "FAILED a.py::t%d - x\nFAILED a.py::t%d - x\n", i, i),
                         0);
    ck_assert_int_eq(buffer_puts(&text, "101 failed in 1s\n"), 0);
    struct test_output output = read_text(arena, text.data, text.size, 1);
    ck_assert_uint_eq(output.name_count, TEST_NAMES);
    ck_assert_uint_eq(output.failed, 101);
    ck_assert_ptr_null(strchr(output.names[0], 0x1b));
    ck_assert_ptr_null(strstr(output.names[0], "\xe2\x80\xae"));
    ck_assert_str_eq(output.names[1], "a.py::t0");
    ck_assert_str_eq(output.names[2], "a.py::t1");
}
END_TEST

/* Long lines, many lines, large numbers: time in proportion, sums that do not overflow. */
START_TEST(hostile_texts_cost_no_more_than_their_size)
{
    static const char *const patterns[] = {
        "1 passed, ",
        "= ",
        "> ",
        "not ok # ",
        "(((((",
        "{\"Action\":",
        "\033[",
        "[  FAILED  ] ",
        "99999999999999999999 passed in 1s\n",
        "1..99999999999999999999\n",
        "{\n",
        "\n",
        "[[[[[[[[",
    };

    for (size_t i = 0; i < COUNT(patterns); i++) {
        AUTO_ARENA struct arena *arena = arena_new();
        AUTO_BUFFER struct buffer text = { 0 };

        while (text.size < 500000)
            ck_assert_int_eq(buffer_puts(&text, patterns[i]), 0);
        double before = unit_cpu_s();
        struct test_output output = read_text(arena, text.data, text.size, 1);
        ck_assert_msg(unit_cpu_s() - before < 4.0 * unit_slowness(), "%s", patterns[i]);
        ck_assert_uint_le(output.passed, 1000000000);
        ck_assert_uint_le(output.failed, 1000000000);
    }
}
END_TEST

START_TEST(no_text_and_nul_bytes_are_read)
{
    AUTO_ARENA struct arena *arena = arena_new();
    static const char text[] = "\0\0=== 2 passed\0 in 0.1s ===\n";

    ck_assert_int_eq(read_text(arena, NULL, 0, 0).format, TEST_EXIT);
    ck_assert_uint_eq(read_text(arena, text, sizeof(text) - 1, 0).passed, 2);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("review_test_output");
    TCase *tcase = tcase_create("all");

    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, each_format_is_read);
    tcase_add_test(tcase, surroundings_do_not_matter);
    tcase_add_test(tcase, a_failing_exit_status_is_never_ok);
    tcase_add_test(tcase, packages_are_told_from_tests);
    tcase_add_test(tcase, junit_files_decide_and_are_summed_up);
    tcase_add_test(tcase, without_a_test_in_it_junit_does_not_decide);
    tcase_add_test(tcase, entities_are_not_expanded);
    tcase_add_test(tcase, names_are_few_and_harmless);
    tcase_add_test(tcase, hostile_texts_cost_no_more_than_their_size);
    tcase_add_test(tcase, no_text_and_nul_bytes_are_read);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
