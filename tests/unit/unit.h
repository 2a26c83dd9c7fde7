#ifndef ASSAY_UNIT_H
#define ASSAY_UNIT_H

/* What every unit test program shares: Check, and a main that runs one suite. A test that cannot
 * run here calls unit_skip(), which prints why, and fails where ASSAY_NO_SKIP=1 (as in CI). */

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define unit_skip(...)                                                                             \
    do {                                                                                           \
        fprintf(stderr, "SKIP %s: ", __func__);                                                    \
        fprintf(stderr, __VA_ARGS__);                                                              \
        fputc('\n', stderr);                                                                       \
        const char *unit_no_skip = getenv("ASSAY_NO_SKIP");                                        \
        ck_assert_msg(!unit_no_skip || strcmp(unit_no_skip, "1") != 0,                             \
                      "skipped where ASSAY_NO_SKIP=1");                                            \
        return;                                                                                    \
    } while (0)

/* What a test used: for input that must cost no more than its size. */
static inline double unit_cpu_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static inline long unit_peak_kib(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* How many times slower than a real machine this one is, where it is emulated (tests/cgroup2): time
 * that a test gives to a program is as many times longer, and a long test does less. */
static inline int unit_slowness(void)
{
    const char *text = getenv("ASSAY_TEST_SLOWNESS");
    int slowness = text ? (int) strtol(text, NULL, 10) : 1;
    return slowness > 1 ? slowness : 1;
}

/* By how many times fewer a long test repeats itself here: ASSAY_TEST_FEWER, 1 where that is not
 * set. tests/run sets it for the sanitized build, since the release build has made all the
 * repetitions in the same run of the tests; what is not instrumented (a child behind exec, the
 * kernel's answer) is no other there. */
static inline int unit_fewer(void)
{
    const char *text = getenv("ASSAY_TEST_FEWER");
    int fewer = text ? (int) strtol(text, NULL, 10) : 1;
    return fewer > 1 ? fewer : 1;
}

#define UNIT_MAIN(make_suite)                                                                      \
    int main(void)                                                                                 \
    {                                                                                              \
        SRunner *runner = srunner_create(make_suite());                                            \
        srunner_run_all(runner, CK_ENV);                                                           \
        int failed = srunner_ntests_failed(runner);                                                \
        srunner_free(runner);                                                                      \
        return failed ? EXIT_FAILURE : EXIT_SUCCESS;                                               \
    }

#endif
