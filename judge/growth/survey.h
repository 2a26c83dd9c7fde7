#ifndef ASSAY_GROWTH_SURVEY_H
#define ASSAY_GROWTH_SURVEY_H

/* Internal: runs over inputs of many sizes, and which kinds of input are worth it. */

#include "judge/growth/subject.h"

#define SURVEY_MOST 24 /* sizes of a family */
#define SURVEY_FAULT 400

/* A family of inputs, and what came of it. */
struct course {
    const struct package_family *family;
    int64_t most;      /* the largest size that a test of the package has */
    int64_t look_size; /* where it was looked at first; 0: no run ended well */
    double cost;       /* about, at the largest size */
    double sizes[SURVEY_MOST], counts[SURVEY_MOST], spaces[SURVEY_MOST];
    size_t count; /* of points, sorted by size */
};

struct survey {
    struct subject *subject; /* borrowed, as are the options */
    struct meter meter;
    const struct growth_options *options;
    struct course *courses; /* one a family, the most expensive first after the look */
    size_t course_count;
    bool marked;
    double spent_s, budget_s; /* CPU time */
    char fault[SURVEY_FAULT]; /* the first run that did not end well, other than by its time */
};

/* Finds out whether instructions can be counted, and looks at all families.
 * Owns     *ret: survey_close(), also after an error. */
int survey_open(struct subject *subject, const struct growth_options *options, struct survey *ret,
                struct error *error);
void survey_close(struct survey *survey);
/* Measures a family at geometric sizes, as many as there is time for. */
int survey_measure(struct survey *survey, struct course *course, struct error *error);
/* CPU time in seconds at the largest size that ends within `limit_s` (at most three are tried),
 * 0 where none does; on its own, not counted. */
int survey_time(struct survey *survey, const struct course *course, double limit_s,
                int64_t *ret_size, double *ret_s, struct error *error);

/* The sizes to go through, ascending; pure. Returns how many. */
size_t survey_ladder(int64_t most, int64_t start, bool slow, int64_t sizes[SURVEY_MOST]);

#endif
