/*
 * Theory of operation: first a look at all families, at a small size, and at a larger one where
 * that was expensive; it shows which inputs make the program work hardest. Of the first of those,
 * and of the second where there is time, sizes that double are measured from small to large: the
 * cheap ones come first, and what they took says what the next will take. One that would take too
 * much of the time is not begun. Where that leaves too few, smaller sizes and sizes in between are
 * added.
 *
 * Since a point is exact where instructions are counted, more time only gives more points, never
 * other ones.
 */

#include "judge/growth/plan.h"

#include <math.h>
#include <stdlib.h>

#define RUNGS 9
#define RUNGS_DENSE 11
#define LEAST_SIZE 2
#define MOST_BETWEEN 16 /* doublings that sizes in between are looked for in */
#define MOST_COURSES 2
#define LOOK_FEW 3 /* families that the second look is at */
/* Rungs below the largest size where the two looks are. */
static const size_t look_below[2] = { 5, 3 };
/* The same, of the one look without the emulator: in batches, where there is less time; and where a
 * start takes so long, and differs so much, that only large inputs show. */
#define PLAIN_BELOW_BATCHES 3
#define PLAIN_BELOW 1

#define ENOUGH_POINTS 8
#define ENOUGH_RANGE 64.0
#define FEWEST_POINTS 5
#define SHARE_ENOUGH 0.08 /* of the time, for a run that there are enough without */
#define SHARE_NEEDED 0.40 /* for one that is needed */
#define SHARE_LEFT 0.75   /* of what is left of it */
#define SHARE_SECOND 0.55 /* of the time is over: no second family is begun */
#define SHARE_INSTEAD 0.8 /* likewise, where the first says nothing */
#define SHARE_BESIDE 0.25 /* is over: no longer beside the first */
#define CHEAPER 30.0      /* so much cheaper, a second family is not worth it */
#define FAILURES 3        /* in a row at the beginning: it will not work */
#define MOST_EXPONENT 40.0
/* What the emulator makes of CPU time without it, and how much of that start is. */
#define EMULATED 25.0
#define PLAIN_START_S 0.08

/* ---- Sizes ---------------------------------------------------------------------------------- */

size_t plan_ladder(int64_t most, bool dense, int64_t sizes[PLAN_MOST])
{
    size_t rungs = dense ? RUNGS_DENSE : RUNGS, count = 0;
    double ratio = dense ? sqrt(2) : 2, steps = (double) rungs - 1;

    if ((double) most / pow(ratio, steps) < LEAST_SIZE) {
        /* So few sizes that they cannot double. */
        double low = fmin((double) most, fmax(LEAST_SIZE, (double) most / pow(ratio, steps)));

        ratio = pow((double) most / low, 1 / steps);
    }
    for (size_t i = 0; i < rungs; i++) {
        double exact = (double) most / pow(ratio, steps - (double) i);
        int64_t size = i + 1 == rungs ? most : llround(exact);

        if (size >= 1 && (count == 0 || size > sizes[count - 1]))
            sizes[count++] = size;
    }
    return count;
}

static bool was_tried(const struct course *course, int64_t size)
{
    for (size_t i = 0; i < course->tried_count; i++)
        if (course->tried[i] == size)
            return true;
    return course->tried_count == PLAN_TRIED;
}

static bool below_ceiling(const struct course *course, int64_t size)
{
    return course->ceiling == 0 || size < course->ceiling;
}

/* ---- What a run will take ------------------------------------------------------------------- */

static double start_of(const struct course *course)
{
    double start = INFINITY;

    for (size_t i = 0; i < course->count; i++)
        start = fmin(start, course->points[i].wall_s);
    return course->count ? start : 0;
}

/* From the two largest that are smaller; 0 where nothing is known. */
static double predict(const struct course *course, int64_t size)
{
    size_t above = 0;

    while (above < course->count && course->points[above].size < size)
        above++;
    if (above == 0)
        return 0;
    const struct plan_point *last = &course->points[above - 1];
    double start = start_of(course), exponent = 1;

    if (above > 1 && last[-1].count > 0 && last->count > last[-1].count)
        exponent =
            log(last->count / last[-1].count) / log((double) last->size / (double) last[-1].size);
    exponent = fmin(fmax(exponent, 1), MOST_EXPONENT);
    return start +
           fmax(last->wall_s - start, 0.002) * pow((double) size / (double) last->size, exponent);
}

static bool is_enough(const struct course *course)
{
    return course->count >= ENOUGH_POINTS && (double) course->points[course->count - 1].size >=
                                                 ENOUGH_RANGE * (double) course->points[0].size;
}

static int64_t look_size(const struct plan *plan, const struct course *course, int look)
{
    int64_t sizes[PLAN_MOST];
    size_t count = plan_ladder(course->most, plan->rules.dense, sizes);
    size_t below = look_below[look];

    if (plan->rules.plain_look)
        below = plan->rules.batches ? PLAIN_BELOW_BATCHES : PLAIN_BELOW;
    below *= plan->rules.dense ? 2 : 1;

    return sizes[count > below ? count - 1 - below : 0];
}

/* Where nothing was counted yet, the look without the emulator says what is too large. */
static bool is_too_large(const struct plan *plan, const struct course *course, int64_t size)
{
    double at = (double) look_size(plan, course, 0), seconds = course->look[0];

    if (course->count > 0 || !plan->rules.batches)
        return false;
    if (seconds <= 0 || isinf(seconds))
        return (double) size > at / 2;
    seconds = EMULATED * fmax(seconds - PLAIN_START_S, 0.002);
    return seconds * (double) size / at > plan->rules.run_s / 2;
}

static bool is_affordable(const struct plan *plan, const struct course *course, int64_t size,
                          double left_s)
{
    if (is_too_large(plan, course, size))
        return false;
    double share = is_enough(course) ? SHARE_ENOUGH : SHARE_NEEDED;

    return predict(course, size) <= fmin(share * plan->rules.wall_s, SHARE_LEFT * left_s);
}

/* Whether the class of the time is known from what there is. */
static bool is_told(const struct plan *plan, const struct course *course)
{
    struct growth_point points[PLAN_MOST] = { { 0 } };
    struct growth_answer answer;

    for (size_t i = 0; i < course->count; i++)
        points[i] = (struct growth_point){ .size = (double) course->points[i].size,
                                           .count = course->points[i].count };
    decide_class(points, course->count, plan->rules.decide, &answer);
    return answer.class != GROWTH_UNKNOWN;
}

/* There is more time, until there is an answer. */
static double time_left(const struct plan *plan, double elapsed_s)
{
    bool told = plan->stage == 2 && plan->count && is_told(plan, &plan->courses[0]);

    return (told ? plan->rules.wall_s : plan->rules.most_s) - elapsed_s;
}

/* ---- The next point ------------------------------------------------------------------------- */

static bool next_rung(const struct plan *plan, const struct course *course, double left_s,
                      int64_t *ret)
{
    int64_t sizes[PLAN_MOST];
    size_t count = plan_ladder(course->most, plan->rules.dense, sizes);

    /* A small input costs next to nothing in a batch. */
    if (plan->rules.batches && count > 1 && sizes[0] / 2 >= LEAST_SIZE &&
        !was_tried(course, sizes[0] / 2)) {
        *ret = sizes[0] / 2;
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        if (was_tried(course, sizes[i]))
            continue;
        if (!below_ceiling(course, sizes[i]) || !is_affordable(plan, course, sizes[i], left_s))
            return false;
        *ret = sizes[i];
        return true;
    }
    return false;
}

static bool next_below(const struct course *course, int64_t *ret)
{
    int64_t lowest = course->tried_count ? course->tried[0] : course->most;

    for (size_t i = 1; i < course->tried_count; i++)
        lowest = course->tried[i] < lowest ? course->tried[i] : lowest;
    *ret = lowest / 2;
    return *ret >= LEAST_SIZE && !was_tried(course, *ret);
}

/* Between those that were measured and the first that takes too long; ever closer to each other. */
static bool next_between(const struct plan *plan, const struct course *course, double left_s,
                         int64_t *ret)
{
    if (course->count == 0)
        return false;
    double low = (double) course->points[0].size;
    double high = course->ceiling ? (double) course->ceiling : (double) course->most;

    for (unsigned parts = 2; parts <= 8; parts *= 2)
        for (unsigned i = 0; i < MOST_BETWEEN * parts; i++) {
            int64_t size = llround(low * exp2((double) i / parts));

            if ((double) size > high)
                break;
            if (was_tried(course, size) || !below_ceiling(course, size) || size > course->most)
                continue;
            if (!is_affordable(plan, course, size, left_s))
                break;
            *ret = size;
            return true;
        }
    return false;
}

static bool next_size(const struct plan *plan, const struct course *course, double left_s,
                      int64_t *ret)
{
    if (course->count == 0 && course->failed >= FAILURES)
        return false;
    if (next_rung(plan, course, left_s, ret))
        return true;
    if (course->count + course->running >= ENOUGH_POINTS)
        return false;
    return next_below(course, ret) || next_between(plan, course, left_s, ret);
}

/* ---- The look ------------------------------------------------------------------------------- */

static int by_cost(const void *one, const void *other)
{
    const struct course *first = one, *second = other;

    return (first->cost < second->cost) - (first->cost > second->cost);
}

/* What it would cost at the largest size of all: it rises from the first look to the second, or
 * linearly where there was only one. */
static void estimate(const struct plan *plan, struct course *course)
{
    double first = (double) look_size(plan, course, 0),
           second = (double) look_size(plan, course, 1);
    double at = course->look[1] > 0 ? second : first, exponent = 1;

    if (course->look[1] > 0 && course->look[0] > 0 && second > first)
        exponent = log(course->look[1] / course->look[0]) / log(second / first);
    /* Of CPU time, most is start, which does not rise. */
    exponent = plan->rules.plain_look ? 0 : fmin(fmax(exponent, 0), MOST_EXPONENT);
    course->cost = (course->look[1] > 0 ? course->look[1] : course->look[0]) *
                   pow((double) plan->rules.most_size / at, exponent);
}

static void sort_courses(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        estimate(plan, &plan->courses[i]);
    if (plan->count > 1)
        qsort(plan->courses, plan->count, sizeof(*plan->courses), by_cost);
}

static bool next_look(struct plan *plan, double left_s, struct plan_job *ret)
{
    size_t count = plan->stage == 0 || plan->count < LOOK_FEW ? plan->count : LOOK_FEW;

    while (plan->next < count) {
        struct course *course = &plan->courses[plan->next++];
        int64_t size = look_size(plan, course, plan->stage);
        double cpu_s = plan->rules.look_s;

        if (plan->count == 1 || was_tried(course, size) || isinf(course->look[0]) ||
            (plan->stage > 0 && plan->rules.plain_look))
            continue;
        *ret = (struct plan_job){ .course = course,
                                  .sizes = { size },
                                  .count = 1,
                                  .look = plan->stage,
                                  .plain = plan->rules.plain_look,
                                  .cpu_s = cpu_s,
                                  .wall_s = fmin(left_s, cpu_s * 4 + 1) };
        return true;
    }
    return false;
}

/* ---- All together --------------------------------------------------------------------------- */

static bool is_worth_it(const struct plan *plan, size_t index, double elapsed_s)
{
    const struct course *course = &plan->courses[index];
    double share = elapsed_s / plan->rules.most_s;

    if (index == 0 || course->tried_count > 2)
        return true;
    if (plan->courses[0].running && share > SHARE_BESIDE)
        return false;
    if (!is_told(plan, &plan->courses[0]))
        return share < SHARE_INSTEAD;
    return share < SHARE_SECOND && !(plan->courses[0].cost > CHEAPER * course->cost);
}

static void begin_size(struct course *course, int64_t size)
{
    course->tried[course->tried_count++] = size;
    course->running++;
}

static int by_size(const void *one, const void *other)
{
    const int64_t *first = one, *second = other;

    return (*first > *second) - (*first < *second);
}

/* Batches take their memory in a run of its own, which takes twice as long: the time is there
 * first.
 */
static bool take_memory(struct course *course, struct plan_job *ret)
{
    if (!course->timed || course->sized)
        return false;
    for (size_t i = 0; i < course->tried_count && ret->count < PLAN_BATCH; i++)
        if (below_ceiling(course, course->tried[i]))
            ret->sizes[ret->count++] = course->tried[i];
    course->sized = true;
    course->running += ret->count;
    qsort(ret->sizes, ret->count, sizeof(ret->sizes[0]), by_size);
    return ret->count > 0;
}

/* Sizes of a family: one, or as many as a run takes. */
static void take_sizes(struct plan *plan, struct course *course, double left_s,
                       struct plan_job *ret)
{
    size_t most = plan->rules.batches ? PLAN_BATCH : 1;

    if (plan->rules.batches && take_memory(course, ret))
        return;
    /* Two that run say nothing yet of a third. */
    if (course->running >= (plan->rules.batches ? 1 : 2))
        return;
    ret->timing = course->timed = plan->rules.batches;
    while (ret->count < most && next_size(plan, course, left_s, &ret->sizes[ret->count]))
        begin_size(course, ret->sizes[ret->count++]);
    qsort(ret->sizes, ret->count, sizeof(ret->sizes[0]), by_size);
}

static bool next_point(struct plan *plan, double elapsed_s, struct plan_job *ret)
{
    double left_s = time_left(plan, elapsed_s);
    size_t most = MOST_COURSES;

    *ret = (struct plan_job){ .look = -1, .cpu_s = plan->rules.run_s, .wall_s = left_s };
    for (size_t i = 0; i < plan->count && i < most && ret->count == 0; i++) {
        struct course *course = &plan->courses[i];

        /* Another in place of one that it fails on. */
        if (course->count + course->running < FEWEST_POINTS && course->failed >= FAILURES)
            most++;
        ret->course = course;
        if (is_worth_it(plan, i, elapsed_s))
            take_sizes(plan, course, left_s, ret);
    }
    return ret->count > 0;
}

void plan_begin(struct plan *plan, struct course *courses, size_t count,
                const struct plan_rules *rules)
{
    *plan = (struct plan){ .rules = *rules, .courses = courses, .count = count };
}

enum plan_next plan_next(struct plan *plan, double elapsed_s, struct plan_job *ret)
{
    double left_s = time_left(plan, elapsed_s);
    bool found = false;

    if (left_s <= 0)
        return plan->running ? PLAN_WAIT : PLAN_OVER;
    while (plan->stage < 2 && !(found = next_look(plan, left_s, ret))) {
        if (plan->running)
            return PLAN_WAIT;
        sort_courses(plan);
        plan->stage++;
        plan->next = 0;
    }
    if (!found && !next_point(plan, elapsed_s, ret))
        return plan->running ? PLAN_WAIT : PLAN_OVER;
    plan->running++;
    if (found && !ret->plain)
        begin_size(ret->course, ret->sizes[0]);
    return PLAN_RUN;
}

static void add_point(struct course *course, const struct plan_point *point)
{
    size_t at = course->count;

    for (size_t i = 0; i < course->count; i++)
        if (course->points[i].size == point->size) {
            /* It was counted before, with or without its memory. */
            if (isnan(course->points[i].space))
                course->points[i].space = point->space;
            return;
        }
    if (course->count == PLAN_MOST)
        return;
    for (; at > 0 && course->points[at - 1].size > point->size; at--)
        course->points[at] = course->points[at - 1];
    course->points[at] = *point;
    course->count++;
}

static void forget(struct course *course, int64_t size)
{
    size_t kept = 0;

    for (size_t i = 0; i < course->tried_count; i++)
        if (course->tried[i] != size)
            course->tried[kept++] = course->tried[i];
    course->tried_count = kept;
}

/* What takes too long for a look need not for a point, and may be tried again. */
static void take_failure(struct course *course, const struct plan_job *job, int64_t size,
                         const struct plan_result *result)
{
    if (job->plain)
        return;
    if (job->look >= 0 && result->slow) {
        forget(course, size);
        return;
    }
    course->failed++;
    if (course->ceiling == 0 || size < course->ceiling)
        course->ceiling = size;
}

static void take_one(const struct plan_job *job, int64_t size, const struct plan_result *result)
{
    struct course *course = job->course;
    double cost = job->plain ? result->cpu_s : result->count;

    course->running -= !job->plain;
    if (!result->made)
        return;
    if (job->look >= 0)
        course->look[job->look] = result->ended ? cost : result->slow ? INFINITY : 0;
    if (!result->ended) {
        take_failure(course, job, size, result);
        return;
    }
    if (!job->plain)
        add_point(course, &(struct plan_point){ .size = size,
                                                .count = result->count,
                                                .space = result->space,
                                                .bytes = result->bytes,
                                                .written = result->written,
                                                .blocks = result->blocks,
                                                .wall_s = result->wall_s });
    else if (size > course->plain_size) {
        course->plain_size = size;
        course->plain_s = result->cpu_s;
    }
}

void plan_take(struct plan *plan, const struct plan_job *job, const struct plan_result *results)
{
    plan->running--;
    for (size_t i = 0; i < job->count; i++)
        take_one(job, job->sizes[i], &results[i]);
}
