#ifndef ASSAY_GROWTH_SURVEY_H
#define ASSAY_GROWTH_SURVEY_H

/* Internal: runs over inputs of many sizes, as the plan has them. */

#include "judge/growth/pace.h"
#include "judge/growth/plan.h"
#include "judge/growth/subject.h"

#define SURVEY_FAULT 400

struct survey {
    struct subject *subject; /* borrowed, as are the options */
    struct meter meter;
    const struct growth_options *options;
    const struct package_second *second; /* borrowed; NULL: inputs have one size */
    struct course *courses; /* one a family, the most expensive first; or one an axis */
    size_t course_count;
    bool marked;
    struct block_counts *blocks; /* of all points: a list */
    struct pace pace;
    double wall_s, most_s;    /* what all runs together may take; as long as there is no answer */
    const char *note;         /* why not the better backend, in the arena; NULL */
    char fault[SURVEY_FAULT]; /* the first run that did not end well, other than by its time */
};

/* Measures the families that make the program work hardest, or where `second` is not NULL, all axes
 * of its two sizes, for so long, and up to `most_s` as long as there is no answer: of real time
 * with --seconds, else as if nobody else used the cores.
 * Owns     *ret: survey_close(), also after an error, before the arena. */
int survey_open(struct subject *subject, const struct growth_options *options,
                const struct package_second *second, double wall_s, double most_s,
                struct arena *arena, struct survey *ret, struct error *error);
void survey_close(struct survey *survey);
/* What went wrong, of the package's or the program's making, in the arena; NULL: nothing. */
const char *survey_fault(const struct survey *survey, struct arena *arena);
/* CPU time of the inputs of *clock (sizes, as by clock_choose()), into its seconds; of all of them
 * only where the largest takes long enough to say anything, and none where --seconds are over. */
int survey_clock(struct survey *survey, struct course *course, struct growth_clock *clock,
                 struct error *error);
/* The largest size of a family whose CPU time is known, without the emulator, and that time in
 * seconds; 0 where none is. May run the program once more. */
int survey_time(struct survey *survey, struct course *course, double limit_s, int64_t *ret_size,
                double *ret_s, struct error *error);

#endif
