#ifndef ASSAY_TESTS_GROWTH_RULES_H
#define ASSAY_TESTS_GROWTH_RULES_H

/* What the tests of a plan have in common: rules, families, and a point of one. */

#include "judge/growth/plan.h"
#include "tests/unit/unit.h"

#include <math.h>

static const struct decide_rules counted = { .tolerance = 0.02, .floor = 100 };
static const struct plan_rules native = {
    .wall_s = 10, .most_s = 25, .run_s = 3, .look_s = 0.5, .counts = true, .decide = &counted
};

static const struct package_family families[5];
static const struct course_point *point_of(const struct course *course, int64_t size)
{
    for (size_t i = 0; i < course->count; i++)
        if (course->points[i].size == size)
            return &course->points[i];
    return NULL;
}

#endif
