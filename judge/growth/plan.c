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

#include "judge/growth/look.h"

#include <math.h>

#define MOST_COURSES 2
#define ALL_COURSES PRODUCT_AXES /* where all are measured */
/* Families that the second look is at; and where each takes a start of its own. */
#define LOOK_FEW 6
#define LOOK_FEW_SLOW 3
#define ENOUGH_SLOW 3
#define LOOK_LONGER 3   /* the second may take, against the first */
#define LOOK_BATCH 0.65 /* a batch, of what a run may take */

#define FEWEST_POINTS 5
#define SHARE_SECOND 0.55 /* of the time is over: no second family is begun */
#define SHARE_INSTEAD 0.8 /* likewise, where the first says nothing */
#define SHARE_BESIDE 0.25 /* is over: no longer beside the first */
#define CHEAPER 30.0      /* so much cheaper, a second family is not worth it */
/* A batch: a start, and how much more than its budget an input may make it take. */
#define BATCH_START_S 6.0
#define BATCH_LEAST_S 4.0 /* of real time left, for another one */
#define BATCH_MORE 1.7
#define BATCH_SLOW 0.5
#define BATCH_OF_TWO 1.5  /* so many times the budget of one family */
#define BATCH_SIZES 12    /* of a family */
#define BATCH_PAIR 10     /* of each of two */
#define BATCH_LOOKS 24    /* of all its families together, at all levels */
#define SIZING_SECOND 0.6 /* of the time has to be left, for the second family's memory apart */
/* A family that holds so much more is measured, too, as long as that part of the time is left. */
#define HUNGRY_FACTOR 2.0
#define HUNGRY_BYTES 65536
#define HUNGRY_LEFT 0.25
#define HELD_S 4.0 /* CPU time that one run for memory alone may take at most */

static bool is_told(const struct plan *plan, const struct course *course)
{
    return course_is_told(&plan->rules, course) && (!plan->rules.held || course_is_held(course)) &&
           (!plan->rules.apart || course->sizing_count >= FEWEST_POINTS);
}

/* There is more time, until there is an answer. */
static double time_left(const struct plan *plan, double elapsed_s)
{
    bool told = plan->stage == 2 && plan->count;

    for (size_t i = 0; i < (plan->rules.all ? plan->count : 1) && told; i++)
        told = is_told(plan, &plan->courses[i]);
    return (told ? plan->rules.wall_s : plan->rules.most_s) - elapsed_s;
}

/* ---- The look ------------------------------------------------------------------------------- */

/* Families that took too long in a look. */
static size_t count_slow(const struct plan *plan, int look)
{
    size_t count = 0;

    for (size_t i = 0; i < plan->count; i++)
        count += isinf(plan->courses[i].look[look]) != 0;
    return count;
}

static bool is_looked_at(const struct plan *plan, const struct course *course)
{
    /* Where none is chosen, to know what is too large for a batch. */
    if (plan->count == 1 || plan->rules.all)
        return plan->stage == 0 && plan->rules.batches;
    /* No other can be seen to be worse than those that took too long. */
    if (count_slow(plan, plan->stage) >= ENOUGH_SLOW)
        return false;
    if (plan->stage == 0)
        return true;
    /* Where even a small input takes long, there is no time to look at all of them. */
    if (plan->rules.slow_start && isinf(course->look[0]))
        return false;
    return plan->rules.counts && course->close &&
           !course_was_tried(course, course_look_size(&plan->rules, course, 1, 0));
}

double plan_most_of_batch(double budget_s)
{
    return BATCH_START_S + BATCH_MORE * budget_s;
}

/* What comes first; of inputs with one size, their size. */
static double weight_of(const struct course *course, int64_t size)
{
    return course->second ? product_weight(course->second, course->axis, size) : (double) size;
}

/* Ascending, those of all families together. */
static void add_size(struct plan_job *job, struct course *course, int64_t size)
{
    size_t at = job->count++;

    for (; at > 0 && weight_of(job->courses[at - 1], job->sizes[at - 1]) > weight_of(course, size);
         at--) {
        job->sizes[at] = job->sizes[at - 1];
        job->courses[at] = job->courses[at - 1];
    }
    job->sizes[at] = size;
    job->courses[at] = course;
}

/* In a batch at several sizes: the small ones of all families come first, and how far it comes is
 * up to its budget. */
static void add_looks(const struct plan *plan, struct course *course, size_t levels,
                      struct plan_job *ret)
{
    int64_t last = 0;

    for (size_t i = 0; i < levels; i++) {
        int64_t size = course_look_size(&plan->rules, course, plan->stage, i);

        if (size > last)
            add_size(ret, course, size);
        last = size;
    }
}

/* How many families the next batch takes: as few starts as can be, and as many in each of them. */
static size_t families_a_batch(const struct plan *plan)
{
    const size_t most = BATCH_LOOKS / COURSE_LEVELS;
    size_t left = 0;

    for (size_t i = plan->next; i < plan->count; i++)
        left += is_looked_at(plan, &plan->courses[i]);
    size_t batches = (left + most - 1) / most;

    return batches > 0 ? (left + batches - 1) / batches : 1;
}

static bool next_look(struct plan *plan, double left_s, struct plan_job *ret)
{
    bool plain = plan->stage == 0;
    size_t families = !plain && plan->rules.batches ? families_a_batch(plan) : 1;
    size_t few = plan->rules.slow_start ? LOOK_FEW_SLOW : LOOK_FEW;
    size_t count = plain || plan->rules.batches || plan->count < few ? plan->count : few;
    bool batch = !plain && plan->rules.batches;
    double longer_s = batch ? plan->rules.run_s * LOOK_BATCH : LOOK_LONGER * plan->rules.look_s;
    double cpu_s = plain ? plan->rules.look_s : fmin(plan->rules.run_s, longer_s);

    *ret = (struct plan_job){ .look = plan->stage,
                              .plain = plain,
                              .timing = batch || (!plain && plan->rules.apart),
                              .budget_s = batch ? cpu_s : 0,
                              .cpu_s = batch ? plan_most_of_batch(cpu_s) : cpu_s,
                              .wall_s = fmin(left_s, cpu_s * 4 + 1) };
    for (; plan->next < count && families > 0; plan->next++)
        if (is_looked_at(plan, &plan->courses[plan->next])) {
            add_looks(plan, &plan->courses[plan->next], batch ? COURSE_LEVELS : 1, ret);
            families--;
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
    if (!course_is_told(&plan->rules, &plan->courses[0]))
        return share < SHARE_INSTEAD;
    return share < SHARE_SECOND && !(plan->courses[0].cost > CHEAPER * course->cost);
}

/* Up to so many sizes of a family. */
static void take_times(const struct plan *plan, struct course *course, double left_s, size_t most,
                       struct plan_job *ret)
{
    int64_t size;

    for (size_t i = 0; i < most && course_next_size(&plan->rules, course, left_s, &size); i++) {
        add_size(ret, course, size);
        course_begin(course, size);
    }
}

/* Sizes in between, of one that has enough to be n log n. */
static void take_checks(const struct plan *plan, struct course *course, size_t most,
                        struct plan_job *ret)
{
    int64_t size;

    while (ret->count < most && course->tried_count >= DECIDE_LOG_SIZES &&
           course_next_check(&plan->rules, course, &size))
        add_size(ret, course, size);
}

/* All of them: what has the fewest points comes first. */
static size_t in_turn(const struct plan *plan, struct course *ret[ALL_COURSES])
{
    size_t count = 0;

    for (size_t i = 0; i < plan->count && i < ALL_COURSES; i++) {
        size_t at = count++;

        for (; at > 0 && ret[at - 1]->tried_count > plan->courses[i].tried_count; at--)
            ret[at] = ret[at - 1];
        ret[at] = &plan->courses[i];
    }
    return count;
}

/* The families that are worth it: the first, and the others as long as there is time, or in place
 * of those that it fails on. */
static size_t worthy(const struct plan *plan, double elapsed_s, struct course *ret[ALL_COURSES])
{
    size_t wanted = MOST_COURSES, count = 0;

    if (plan->rules.all)
        return in_turn(plan, ret);
    /* In one start with them, a third. */
    if (plan->rules.batches && plan->count > wanted && plan->courses[wanted].rising)
        wanted++;
    for (size_t i = 0, most = wanted; i < plan->count && i < most && count < wanted; i++) {
        struct course *course = &plan->courses[i];

        if (course->count + course->running < FEWEST_POINTS && course->failed >= COURSE_FAILURES)
            most++;
        if (is_worth_it(plan, i, elapsed_s))
            ret[count++] = course;
    }
    return count;
}

/* Its memory, where that is measured apart. */
static void take_sizing(struct course *course, struct plan_job *ret)
{
    int64_t size;

    if (!course_next_sizing(course, &size))
        return;
    add_size(ret, course, size);
    ret->sizing = true;
}

/* One size of one family: what the next will take is known when it has ended. */
static void next_single(struct plan *plan, struct course *const *courses, size_t count,
                        double left_s, struct plan_job *ret)
{
    bool late = left_s < SIZING_SECOND * plan->rules.wall_s;

    *ret = (struct plan_job){ .look = -1, .cpu_s = plan->rules.run_s, .wall_s = left_s };
    for (size_t i = 0; i < count && ret->count == 0; i++) {
        /* Two that run say nothing yet of a third. */
        if (courses[i]->running < 2)
            take_times(plan, courses[i], left_s, 1, ret);
        if (ret->count) {
            ret->timing = plan->rules.apart || plan->rules.held ||
                          course_leaves_memory_out(&plan->rules, courses[i], ret->sizes[0]);
        } else if (courses[i]->running == 0 && courses[i]->count >= DECIDE_LOG_SIZES) {
            take_checks(plan, courses[i], 1, ret);
            ret->timing = ret->count > 0;
        }
        if (ret->count == 0 && plan->rules.apart && courses[i]->running == 0 && (i == 0 || !late))
            take_sizing(courses[i], ret);
    }
}

static struct plan_job held_job(double left_s)
{
    return (struct plan_job){ .look = -1,
                              .plain = true,
                              .sizing = true,
                              .cpu_s = HELD_S,
                              .wall_s = fmin(left_s, 2 * HELD_S) };
}

/* Memory without the emulator: a size of one of the families. */
static void next_held(struct plan *plan, struct course *const *courses, size_t count, double left_s,
                      struct plan_job *ret)
{
    int64_t size;

    *ret = held_job(left_s);
    for (size_t i = 0; i < count && ret->count == 0; i++)
        if (course_next_held(&plan->rules, courses[i], &size))
            add_size(ret, courses[i], size);
}

/* Families that take less time may hold more memory: each is tried at one size, at which the first
 * was quick. */
static bool next_probe(struct plan *plan, double left_s, struct plan_job *ret)
{
    int64_t size = course_probe_size(&plan->courses[0]);

    *ret = held_job(left_s);
    for (size_t i = 1; size > 0 && i < plan->count && ret->count == 0; i++)
        if (course_next_probe(&plan->courses[i], size))
            add_size(ret, &plan->courses[i], size);
    return ret->count > 0;
}

/* The one that holds the most, where that is clearly more than the ones that are measured anyhow.
 */
static struct course *find_hungry(const struct plan *plan, struct course *const *courses,
                                  size_t count)
{
    int64_t size = course_probe_size(&plan->courses[0]);
    struct course *found = NULL;
    double most = 0;

    for (size_t i = 0; i < count; i++)
        most = fmax(most, course_held_at(courses[i], size));
    most = most * HUNGRY_FACTOR + HUNGRY_BYTES;
    for (size_t i = 0; i < plan->count; i++)
        if (course_held_at(&plan->courses[i], size) > most) {
            found = &plan->courses[i];
            most = course_held_at(found, size);
        }
    return found;
}

/* Memory alone, when the families that take the most time are done. */
static void next_of_hungry(struct plan *plan, struct course *const *courses, size_t count,
                           double left_s, struct plan_job *ret)
{
    bool held = true;

    for (size_t i = 0; i < count; i++)
        held &= course_is_held(courses[i]);
    if (!held || left_s < HUNGRY_LEFT * plan->rules.wall_s ||
        (!plan->hungry_known && next_probe(plan, left_s, ret)))
        return;
    for (size_t i = 0; i < plan->count && !plan->hungry_known; i++)
        if (plan->courses[i].holding)
            return;
    if (!plan->hungry_known)
        plan->hungry = find_hungry(plan, courses, count);
    plan->hungry_known = true;
    if (plan->hungry)
        next_held(plan, &plan->hungry, 1, left_s, ret);
}

/* As many sizes as a run takes, of both families. */
static void next_batch(struct plan *plan, struct course *const *courses, size_t count,
                       double left_s, struct plan_job *ret)
{
    /* What took too long in the look may do so on any input: then the first batch is only to find a
     * size that does not. */
    bool slow = count > 0 && isinf(courses[0]->look[0]) && courses[0]->count == 0;
    double budget_s = plan->rules.run_s * (slow ? BATCH_SLOW : count > 1 ? BATCH_OF_TWO : 1);
    size_t checks = plan->rules.all ? 0 : count > 2 ? 1 : COURSE_CHECKS;
    size_t most = count > 2 ? COURSE_BATCH / count - checks : count > 1 ? BATCH_PAIR : BATCH_SIZES;

    *ret = (struct plan_job){ .look = -1, .wall_s = left_s };
    /* Another start takes too long for what is left; the first is given what it needs. */
    if (count > 0 && courses[0]->timed && left_s < BATCH_LEAST_S)
        return;
    if (count > 0 && !courses[0]->timed && !plan->rules.real)
        ret->wall_s = fmax(left_s, plan_most_of_batch(budget_s));
    for (size_t i = 0; i < count; i++)
        if (courses[i]->running == 0) {
            size_t before = ret->count;

            take_times(plan, courses[i], left_s, most, ret);
            if (!courses[i]->timed)
                take_checks(plan, courses[i], ret->count + checks, ret);
            courses[i]->timed |= ret->count > before;
        }
    ret->timing = true;
    ret->budget_s = budget_s;
    ret->cpu_s = plan_most_of_batch(budget_s);
    /* What takes less for an input takes less to start. */
    if (slow)
        ret->cpu_s -= fmax(0, BATCH_START_S - plan->rules.run_s);
}

static bool next_point(struct plan *plan, double elapsed_s, struct plan_job *ret)
{
    struct course *courses[ALL_COURSES];
    size_t count = worthy(plan, elapsed_s, courses);
    size_t held = plan->rules.all || count < MOST_COURSES ? count : MOST_COURSES;
    double left_s = time_left(plan, elapsed_s);

    if (plan->rules.batches)
        next_batch(plan, courses, count, left_s, ret);
    else
        next_single(plan, courses, count, left_s, ret);
    if (ret->count == 0 && plan->rules.held)
        next_held(plan, courses, held, left_s, ret);
    if (ret->count == 0 && plan->rules.held && !plan->rules.all)
        next_of_hungry(plan, courses, held, left_s, ret);
    return ret->count > 0;
}

/* What is counted in a look is a point, too; not in a batch, where all of a family should be of the
 * same start. */
static bool is_point(const struct plan *plan, const struct plan_job *job)
{
    return !job->plain && !(job->look >= 0 && plan->rules.batches);
}

void plan_begin(struct plan *plan, struct course *courses, size_t count,
                const struct plan_rules *rules)
{
    *plan = (struct plan){ .rules = *rules, .courses = courses, .count = count };
    plan->rules.families = count;
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
        look_sort(&plan->rules, plan->courses, plan->count, plan->stage);
        plan->stage++;
        plan->next = 0;
    }
    if (!found && !next_point(plan, elapsed_s, ret))
        return plan->running ? PLAN_WAIT : PLAN_OVER;
    plan->running++;
    for (size_t i = 0; is_point(plan, ret) && found && i < ret->count; i++)
        course_begin(ret->courses[i], ret->sizes[i]);
    return PLAN_RUN;
}

/* What takes too long for a look need not for a point, and may be tried again; but not the smallest
 * size of one that took too long in both. */
static void take_failure(struct course *course, const struct plan_job *job, int64_t size,
                         const struct plan_result *result)
{
    if (job->plain || job->sizing)
        return;
    if (job->look >= 0 && result->slow && !(job->count == 1 && isinf(course->look[0]))) {
        course_forget(course, size);
        return;
    }
    course->failed++;
    if (course->ceiling == 0 || size < course->ceiling)
        course->ceiling = size;
}

static void note_level(const struct plan *plan, struct course *course, int64_t size,
                       const struct plan_result *result)
{
    const struct course_level level = { .count = result->count,
                                        .bytes = result->bytes,
                                        .written = result->written,
                                        .blocks = result->blocks,
                                        .cpu_s = result->cpu_s };

    for (size_t i = 0; i < COURSE_LEVELS && result->ended; i++)
        if (course_look_size(&plan->rules, course, 1, i) == size)
            course->levels[i] = level;
}

static void take_held(struct course *course, int64_t size, const struct plan_result *result)
{
    const struct course_space space = {
        .size = size, .bytes = result->space, .input = result->bytes, .seconds = result->cpu_s
    };

    if (result->made && (!result->ended || isnan(result->space)))
        course_end_held(course);
    else
        course_add_held(course, result->made ? &space : NULL);
}

static void take_one(const struct plan *plan, const struct plan_job *job, size_t index,
                     const struct plan_result *result)
{
    struct course *course = job->courses[index];
    int64_t size = job->sizes[index];
    double cost = job->plain ? result->cpu_s : result->count;

    course->running -= is_point(plan, job) && !job->sizing;
    if (is_point(plan, job) && course_is_check(course, size)) {
        course_add_check(course, size, result->ended ? result->blocks : NULL);
        return;
    }
    if (job->plain && job->sizing) {
        take_held(course, size, result);
        return;
    }
    if (!result->made)
        return;
    if (job->look == 1 && plan->rules.batches)
        note_level(plan, course, size, result);
    /* A batch is slow as a whole: that says nothing of the one that it ended at. */
    else if (job->look >= 0)
        course->look[job->look] = result->ended                     ? cost
                                  : result->slow && job->count == 1 ? INFINITY
                                                                    : 0;
    if (!result->ended) {
        take_failure(course, job, size, result);
        return;
    }
    if (job->sizing)
        course_add_space(course, size, result->space);
    else if (is_point(plan, job))
        course_add(course, &(struct course_point){ .size = size,
                                                   .count = result->count,
                                                   .space = result->space,
                                                   .watched = !job->timing,
                                                   .bytes = result->bytes,
                                                   .written = result->written,
                                                   .blocks = result->blocks,
                                                   .wall_s = result->wall_s });
    else if (job->plain && size > course->plain_size) {
        course->plain_size = size;
        course->plain_s = result->cpu_s;
    }
}

/* Families that took too long in the look are alike: what one takes too long on is too much for the
 * others of its batch, which were behind it. */
static void note_behind(const struct plan_job *job, size_t failed)
{
    for (size_t i = failed + 1; i < job->count; i++) {
        struct course *course = job->courses[i];

        if (isinf(course->look[0]) && course->ceiling == 0)
            course->ceiling = job->sizes[i];
    }
}

void plan_take(struct plan *plan, const struct plan_job *job, const struct plan_result *results)
{
    plan->running--;
    for (size_t i = 0; i < job->count; i++) {
        take_one(plan, job, i, &results[i]);
        if (job->budget_s > 0 && job->look < 0 && results[i].slow)
            note_behind(job, i);
    }
}
