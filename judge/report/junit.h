#ifndef ASSAY_REPORT_JUNIT_H
#define ASSAY_REPORT_JUNIT_H

/* Internal: JUnit's XML, a suite at a time. */

#include <stddef.h>
#include <stdio.h>

enum junit_status { JUNIT_PASSED, JUNIT_FAILED, JUNIT_ERROR, JUNIT_SKIPPED };

struct junit_case {
    const char *group, *name, *message, *output; /* any may be NULL */
    enum junit_status status;
    double seconds;
};

struct junit_suite {
    const char *name;
    size_t tests, failures, errors, skipped;
    double seconds;
};

void junit_begin(FILE *file);
void junit_suite_begin(FILE *file, const struct junit_suite *suite);
void junit_case(FILE *file, const struct junit_case *test);
void junit_suite_end(FILE *file);
/* Returns 0 or -EIO. */
int junit_end(FILE *file);

#endif
