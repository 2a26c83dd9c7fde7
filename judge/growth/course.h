#ifndef ASSAY_GROWTH_COURSE_H
#define ASSAY_GROWTH_COURSE_H

/*
 * Internal: a family of inputs, what came of running on it, what a run on another size would take,
 * and which size is worth one. Pure.
 */

#include "judge/growth/decide.h"
#include "judge/growth/product.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define COURSE_MOST 24   /* points of a family */
#define COURSE_BATCH 27  /* sizes of a run */
#define COURSE_SIZINGS 6 /* of a family, whose memory is measured apart */
#define COURSE_SPACES 12 /* likewise, without the emulator */
#define COURSE_LEVELS 3
#define COURSE_CHECKS 2
#define COURSE_FAILURES 3      /* in a row at the beginning: it will not work */
#define COURSE_UNMADE 300      /* bytes of a message */
#define COURSE_TRIED 40        /* sizes of a family that are tried at all */
#define COURSE_MOST_POWER 40.0 /* of the size, that what a run takes is expected to rise by */

struct course_point {
    int64_t size;
    double count;
    double space;         /* NAN: not known */
    bool watched;         /* for memory, in the same run, which takes longer */
    double bytes;         /* of the input */
    double written;       /* of the output; NAN: not known */
    const double *blocks; /* borrowed: instructions by block; NULL: not known */
    double wall_s;        /* of making the input and running on it */
};

struct course_space {
    int64_t size;
    double bytes;   /* of memory */
    double input;   /* bytes of the input */
    double seconds; /* CPU time */
};

/* What came of one size of a look. */
struct course_level {
    double count; /* 0: it was not run */
    double bytes, written;
    const double *blocks; /* borrowed; NULL: not known */
    double cpu_s;         /* under the emulator */
};

/* A size between two that double, by which a logarithm is told from a table that does. */
struct course_check {
    int64_t size;
    const double *blocks; /* borrowed; NULL: it did not end well, or is being run */
};

/* A family of inputs, and what came of it. */
struct course {
    const struct package_family *family;     /* borrowed */
    const struct package_second *second;     /* borrowed; NULL: inputs have one size */
    enum product_axis axis;                  /* else which one grows */
    int64_t most;                            /* the largest size that a test of the package has */
    struct course_point points[COURSE_MOST]; /* sorted by size */
    size_t count;
    struct course_check checks[COURSE_CHECKS];
    size_t check_count;
    int64_t tried[COURSE_TRIED];
    size_t tried_count;
    int64_t ceiling;                /* from this size on it takes too long or fails; 0: not known */
    bool timed;                     /* of batches: the first was begun */
    int64_t sizing[COURSE_SIZINGS]; /* sizes whose memory was measured, or is being */
    size_t sizing_count;
    /* Memory by itself, without the emulator, sorted by size; the least and the largest size that
     * were begun; whether one has not ended; the next larger one takes too long, or the last
     * failed; nor are there smaller ones to be measured. */
    struct course_space spaces[COURSE_SPACES];
    size_t space_count;
    int64_t held_least, held_last;
    bool holding, held_risen, held_all;
    size_t failed;  /* runs that did not end well */
    size_t running; /* points that are being measured */
    double look[2]; /* what it cost in the two looks: CPU time, instructions; 0: not known */
    struct course_level levels[COURSE_LEVELS]; /* the second, in a batch, ascending */
    bool close;         /* in the first, nearly as much as the most expensive one */
    bool rising;        /* by the second, an element costs ever more, unlike those of others */
    double cost;        /* about, at the largest size */
    int64_t plain_size; /* the largest that ended without the emulator, and its CPU time */
    double plain_s;
    /* Sizes of which the generator made an input, the least, and did not, the largest; 0: none. And
     * why not. */
    int64_t made_least, unmade_most;
    char unmade[COURSE_UNMADE];
};

struct plan_rules {
    double wall_s;    /* for all */
    double most_s;    /* as long as there is no answer; at least wall_s */
    double run_s;     /* CPU time that a run may take at most; the inputs of a batch */
    double look_s;    /* one of the look */
    bool batches;     /* a run takes several inputs */
    bool all;         /* all are measured, not those alone that take the most */
    bool real;        /* the time was asked for, and nothing may take more */
    bool apart;       /* or one, but memory is measured in runs of its own */
    bool held;        /* memory is measured without the emulator, in runs of its own */
    bool counts;      /* there is an emulator, for the second look and the points */
    bool slow_start;  /* under it, the runtime alone takes a second */
    bool dense;       /* smaller steps, not as far down: counts of small inputs say nothing */
    size_t families;  /* how many; plan_begin() sets it */
    double look_most; /* the most that one cost in the first look, in seconds; 0: not known */
    const struct decide_rules *decide; /* borrowed; of the time */
};

/* Sizes up to `most` in equal ratios of at most 2, ascending. Returns how many. */
size_t course_ladder(int64_t most, bool dense, int64_t sizes[COURSE_MOST]);

/* Where the looks are, the first (0) and the second (1), and that in a batch at so many levels. */
int64_t course_look_size(const struct plan_rules *rules, const struct course *course, int look,
                         size_t level);
bool course_was_tried(const struct course *course, int64_t size);
/* It is below what takes too long or fails. */
bool course_is_possible(const struct course *course, int64_t size);
/* Whether the class of the time is known from what there is; over a few sizes, n may be n log n. */
bool course_is_told(const struct plan_rules *rules, const struct course *course);
/* A size that is worth a run, in `left_s`. False: there is none. */
bool course_next_size(const struct plan_rules *rules, const struct course *course, double left_s,
                      int64_t *ret);
/* A size between two of those that were begun, which says no more than whether the program does
 * what they suggest. False: there are enough. It counts as being run. */
bool course_next_check(const struct plan_rules *rules, struct course *course, int64_t *ret);
bool course_is_check(const struct course *course, int64_t size);
/* What came of it; NULL: nothing. */
void course_add_check(struct course *course, int64_t size, const double *blocks);
/* Without batches: what this size would tell of memory is not worth what it takes. */
bool course_leaves_memory_out(const struct plan_rules *rules, const struct course *course,
                              int64_t size);
/* Where memory is measured apart: the largest size that is not too much for it. False: there is
 * none, or there are enough. It counts as being measured. */
bool course_next_sizing(struct course *course, int64_t *ret);
/* The next size whose memory is measured without the emulator. False: there is none, or one is
 * being measured. */
bool course_next_held(const struct plan_rules *rules, struct course *course, int64_t *ret);
/* A size of those that were quick, at which another family can be held against this one; 0: none.
 */
int64_t course_probe_size(const struct course *course);
/* One size alone, of a family that takes less time than others. */
bool course_next_probe(struct course *course, int64_t size);
/* Bytes held at such a size; 0: not known. */
double course_held_at(const struct course *course, int64_t size);
/* What came of it; NULL: there is no input of that size. */
void course_add_held(struct course *course, const struct course_space *space);
/* Nothing came of it, and nothing would of a larger one. */
void course_end_held(struct course *course);
/* There are as many as there will be, or enough. */
bool course_is_held(const struct course *course);
/* The part whose inputs become longer as the smaller ones do, where they no longer do at the
 * largest sizes: some limit of the problem's is reached, and what is counted there says nothing of
 * n. False: that is all of it, or too few. */
bool course_even_part(const struct course *course, struct course *ret);
/* Of the family, an input of such a size was made, or not: what the generator said, NULL. */
void course_note_input(struct course *course, int64_t size, const char *unmade);
/* A family may begin with some size. Whether one was not made although a smaller one was, or none
 * at all. */
bool course_lacks_inputs(const struct course *course);
void course_begin(struct course *course, int64_t size);
void course_add(struct course *course, const struct course_point *point);
/* Memory of a size whose time is counted by itself. */
void course_add_space(struct course *course, int64_t size, double bytes);
/* As if the size had not been tried. */
void course_forget(struct course *course, int64_t size);

#endif
