#ifndef ASSAY_UNIT_H
#define ASSAY_UNIT_H

/* What every unit test program shares: Check, and a main that runs one suite. A test that cannot
 * run here calls unit_skip(), which prints why, and fails where ASSAY_NO_SKIP=1 (as in CI). */

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
