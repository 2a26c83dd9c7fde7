/*
 * Theory of operation: a look at all families shows which inputs make the program work hardest.
 * First by CPU time without the emulator, at half of the largest size: inputs that are made to hurt
 * (keys that collide in a table of some size) may do so only when there are many. Where that leaves
 * several about equal, as noise does, they are counted at a smaller size. Of the first of those,
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
/* Families that the second look is at; and where each takes a start of its own. */
#define LOOK_FEW 6
#define LOOK_FEW_SLOW 3
#define ENOUGH_SLOW 3
/* Rungs below the largest size where the looks are: the first; the second; where its start takes a
 * while; and in a batch. Families that took too long in the first: at the smallest. */
#define BELOW_PLAIN 1 /* one more where there are many families, since making inputs takes time */
#define MANY_FAMILIES 4
#define BELOW_COUNTED 5
#define BELOW_SLOW_START 4
#define BELOW_BATCH 6
#define LOOK_LONGER 3 /* the second may take, against the first; a batch as long as any */
/* In CPU time, so much less is about equal: by what factor, or how many seconds. */
#define CLOSE_FACTOR 2
#define CLOSE_S 0.05
#define MOST_LOOK_S 1e6 /* for what took too long: more than any that ended */

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
/* A jump: a power of so many times the one before, and so much more; then as a square. */
#define JUMP_TIMES 3
#define JUMP_MORE 3
#define AFTER_JUMP 2
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

/* By which power of the size the count rose to a point from the one before it. */
static double power_to(const struct plan_point *point)
{
    return point[-1].count > 0 && point->count > point[-1].count
               ? log(point->count / point[-1].count) /
                     log((double) point->size / (double) point[-1].size)
               : 1;
}

/* From the largest that are smaller; 0 where nothing is known. A jump is not expected again. */
static double predict(const struct course *course, int64_t size)
{
    size_t above = 0;

    while (above < course->count && course->points[above].size < size)
        above++;
    if (above == 0)
        return 0;
    const struct plan_point *last = &course->points[above - 1];
    double start = start_of(course), power = above > 1 ? power_to(last) : 1;

    if (above > 2 && power > JUMP_TIMES * power_to(last - 1) + JUMP_MORE)
        power = AFTER_JUMP;
    power = fmin(fmax(power, 1), MOST_EXPONENT);
    return start +
           fmax(last->wall_s - start, 0.002) * pow((double) size / (double) last->size, power);
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
    size_t more = (plan->count > MANY_FAMILIES) + (plan->count > (size_t) 2 * MANY_FAMILIES);
    size_t below = look == 0                ? BELOW_PLAIN + more
                   : isinf(course->look[0]) ? RUNGS - 1
                   : plan->rules.batches    ? BELOW_BATCH
                   : plan->rules.slow_start ? BELOW_SLOW_START
                                            : BELOW_COUNTED;

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
        return size > look_size(plan, course, 1);
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

/* Whether the class of the time is known from what there is; over a few sizes, n may be n log n. */
static bool is_told(const struct plan *plan, const struct course *course)
{
    struct growth_point points[PLAN_MOST] = { { 0 } };
    struct growth_answer answer;

    for (size_t i = 0; i < course->count; i++)
        points[i] = (struct growth_point){ .size = (double) course->points[i].size,
                                           .count = course->points[i].count };
    decide_class(points, course->count, plan->rules.decide, &answer);
    return answer.class != GROWTH_UNKNOWN &&
           !(answer.class == GROWTH_LINEAR && course->count < DECIDE_LOG_SIZES);
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

/* Whether the first look says that it costs about as much as the one that costs most. */
static void find_close(struct plan *plan)
{
    double most = 0;
    size_t count = 0;

    for (size_t i = 0; i < plan->count; i++)
        most = fmax(most, plan->courses[i].look[0]);
    for (size_t i = 0; i < plan->count; i++) {
        double own = plan->courses[i].look[0];

        plan->courses[i].close = own > 0 && (own >= most / CLOSE_FACTOR || own >= most - CLOSE_S);
        count += plan->courses[i].close;
    }
    /* One that stands out needs no second look, unless nothing is known but that it is slow. */
    if (count == 1 && !isinf(most))
        for (size_t i = 0; i < plan->count; i++)
            plan->courses[i].close = false;
}

/* What it would cost at the largest size of all, in CPU time of the first look; among those that
 * are close, by what was counted in the second. */
static void estimate(const struct plan *plan, struct course *course)
{
    double at = (double) look_size(plan, course, 1), most = 0, counted = 0;

    course->cost = course->look[0];
    if (!(course->look[1] > 0))
        return;
    for (size_t i = 0; i < plan->count; i++) {
        const struct course *other = &plan->courses[i];

        most = fmax(most, fmin(other->look[0], MOST_LOOK_S));
        if (!isinf(other->look[1]))
            counted = fmax(counted, other->look[1] / (double) look_size(plan, other, 1));
    }
    /* The one of which most was counted costs as much as the most expensive one. */
    course->cost = isinf(course->look[1]) ? INFINITY : most * (course->look[1] / at) / counted;
}

static void sort_courses(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        estimate(plan, &plan->courses[i]);
    if (plan->count > 1)
        qsort(plan->courses, plan->count, sizeof(*plan->courses), by_cost);
    if (plan->stage == 0)
        find_close(plan);
}

/* Families that took too long in the first look. */
static size_t count_slow(const struct plan *plan)
{
    size_t count = 0;

    for (size_t i = 0; i < plan->count; i++)
        count += isinf(plan->courses[i].look[0]) != 0;
    return count;
}

static bool is_looked_at(const struct plan *plan, const struct course *course)
{
    if (plan->count == 1)
        return false;
    /* No other can be seen to be worse than those that took too long. */
    if (plan->stage == 0)
        return count_slow(plan) < ENOUGH_SLOW;
    /* Where even a small input takes long, there is no time to look at all of them. */
    if (plan->rules.slow_start && isinf(course->look[0]))
        return false;
    return plan->rules.counts && course->close && !was_tried(course, look_size(plan, course, 1));
}

static bool next_look(struct plan *plan, double left_s, struct plan_job *ret)
{
    bool plain = plan->stage == 0;
    size_t most = !plain && plan->rules.batches ? PLAN_BATCH : 1;
    size_t few = plan->rules.slow_start ? LOOK_FEW_SLOW : LOOK_FEW;
    size_t count = plain || plan->rules.batches || plan->count < few ? plan->count : few;
    double longer_s = plan->rules.batches ? plan->rules.run_s : LOOK_LONGER * plan->rules.look_s;
    double cpu_s = plain ? plan->rules.look_s : fmin(plan->rules.run_s, longer_s);

    *ret = (struct plan_job){ .look = plan->stage,
                              .plain = plain,
                              .timing = !plain && plan->rules.batches,
                              .cpu_s = cpu_s,
                              .wall_s = fmin(left_s, cpu_s * 4 + 1) };
    while (plan->next < count && ret->count < most) {
        struct course *course = &plan->courses[plan->next++];

        if (!is_looked_at(plan, course))
            continue;
        ret->courses[ret->count] = course;
        ret->sizes[ret->count++] = look_size(plan, course, plan->stage);
    }
    return ret->count > 0;
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
        if (is_worth_it(plan, i, elapsed_s))
            take_sizes(plan, course, left_s, ret);
        for (size_t k = 0; k < ret->count; k++)
            ret->courses[k] = course;
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
    for (size_t i = 0; found && !ret->plain && i < ret->count; i++)
        begin_size(ret->courses[i], ret->sizes[i]);
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

static void take_one(const struct plan_job *job, size_t index, const struct plan_result *result)
{
    struct course *course = job->courses[index];
    int64_t size = job->sizes[index];
    double cost = job->plain ? result->cpu_s : result->count;

    course->running -= !job->plain;
    if (!result->made)
        return;
    /* A batch is slow as a whole: that says nothing of the one that it ended at. */
    if (job->look >= 0)
        course->look[job->look] = result->ended                     ? cost
                                  : result->slow && job->count == 1 ? INFINITY
                                                                    : 0;
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
        take_one(job, i, &results[i]);
}
