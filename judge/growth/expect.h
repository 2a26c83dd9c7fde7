#ifndef ASSAY_GROWTH_EXPECT_H
#define ASSAY_GROWTH_EXPECT_H

/* Internal: what a package expects, "O(n log n)", as classes. Pure. */

#include "judge/growth/growth.h"

/* The classes that a text may mean; letters other than n are something from 1 to n. */
struct expectation {
    bool known; /* false: no opinion */
    enum growth_class low, high;
};

/* Reads "O(n log n)", "O(n), each call O(1)", "O(1) a call" (n of them), "O(k log n)". */
struct expectation expect_read(const char *text);
enum growth_verdict expect_judge(const struct expectation *expected, enum growth_class class);

#endif
