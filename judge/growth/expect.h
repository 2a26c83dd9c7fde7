#ifndef ASSAY_GROWTH_EXPECT_H
#define ASSAY_GROWTH_EXPECT_H

/* Internal: what a package expects, "O(n log n)", as classes. Pure. */

#include "judge/growth/growth.h"

/* A class as powers of n and of its logarithm; an exponential one has none. */
struct expect_order {
    double power, logs;
    bool exponential;
};
struct expect_order expect_order(enum growth_class class); /* not of GROWTH_UNKNOWN */

/* The classes that a text may mean; letters other than n are something from 1 to n. */
struct expectation {
    bool known; /* false: no opinion */
    enum growth_class low, high;
};

/* Reads "O(n log n)", "O(n), each call O(1)", "O(1) a call" (n of them), "O(k log n)". */
struct expectation expect_read(const char *text);
/* Likewise, with another letter in the place of n: all others are constants, n too unless it grows
 * `with_n`. Of the first O(...) that has the letter; not known where none does. */
struct expectation expect_read_letter(const char *text, const char *letter, bool with_n);
enum growth_verdict expect_judge(const struct expectation *expected, enum growth_class class);

#endif
