#ifndef ASSAY_REVIEW_TEST_OUTPUT_H
#define ASSAY_REVIEW_TEST_OUTPUT_H

/*
 * What a candidate's tests said: how many passed, failed and were skipped, read from what their
 * runner printed or wrote. Text of others, of any size and content; a program can print whatever it
 * likes, so that counts are what it claims. The exit status is not its to forge.
 */

#include "judge/base/memory.h"

#include "judge/base/error.h"

#include <stdint.h>

enum test_format {
    TEST_EXIT, /* the exit status alone: no counts */
    TEST_JUNIT,
    TEST_GO_JSON,
    TEST_GO,
    TEST_NODE,
    TEST_PYTEST,
    TEST_UNITTEST,
    TEST_JEST,
    TEST_VITEST,
    TEST_MOCHA,
    TEST_CARGO,
    TEST_MAVEN,
    TEST_GRADLE,
    TEST_JUNIT_CONSOLE,
    TEST_GTEST,
    TEST_CTEST,
    TEST_CHECK,
    TEST_TAP,
    TEST_FORMATS,
};

const char *test_format_name(enum test_format format); /* "pytest" */

#define TEST_NAMES 50
#define TEST_NAME_BYTES 200

struct test_output {
    enum test_format format;
    bool ok;          /* exit status 0, and nothing that failed */
    bool by_packages; /* plain `go test` tells packages that passed, not tests */
    /* Errors are failures. Subtests count as tests, as their runners count them. What was expected
     * to fail, or is to do, counts as skipped. */
    uint64_t passed, failed, skipped;
    const char *names[TEST_NAMES]; /* of what failed, one line each, fit to show */
    size_t name_count;
};

struct test_text {
    const char *text;
    size_t size;
};

/* Reads what was printed (standard output and error, in any order) and the JUnit XML files that
 * were written; where there is one with tests in it, it decides. A file that is no JUnit XML is
 * passed over. Owns     names live in `arena`. Errors   -ENOMEM.
 */
int test_output_read(struct arena *arena, struct test_text printed, const struct test_text *junit,
                     size_t junit_count, int exit_status, struct test_output *ret,
                     struct error *error);

/* Whether what a runner has printed so far has a line that tells of a test that failed. Not all
 * runners print one before their end; then it is false until then, or for ever. */
bool test_output_failing(const char *text);

#endif
