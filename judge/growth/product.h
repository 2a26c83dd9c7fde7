#ifndef ASSAY_GROWTH_PRODUCT_H
#define ASSAY_GROWTH_PRODUCT_H

/*
 * Internal: inputs with a second size. Each of the two is grown alone, and both together: what
 * grows in both by themselves, and together as their product, is n k; where the greater of the two
 * explains it, n + k. Pure.
 */

#include "judge/growth/growth.h"

#include <stdint.h>

enum product_axis { PRODUCT_FIRST, PRODUCT_SECOND, PRODUCT_BOTH };
#define PRODUCT_AXES 3

/* The same with smaller largest sizes, for a program that `measured` is the largest size of, among
 * inputs of one size. */
struct package_second product_scaled(const struct package_second *second, int64_t measured);

/* The largest size of an axis, and what the generator is given where it is `at`. */
int64_t product_most(const struct package_second *second, enum product_axis axis);
void product_sizes(const struct package_second *second, enum product_axis axis, int64_t at,
                   int64_t *ret_size, int64_t *ret_second);

/* What an input costs where it costs the product of both: to be run after those that cost less. */
double product_weight(const struct package_second *second, enum product_axis axis, int64_t at);

/* From the answers of the three axes, and what the package expects (NULL: it does not say), to the
 * class of both. `name` is that of the second size. Sets text, confidence, reason and verdict.
 * Errors   -ENOMEM. */
int product_combine(struct arena *arena, const char *name, const char *expected,
                    struct growth_product *product);

#endif
