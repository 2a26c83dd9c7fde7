#include "judge/growth/course.h"

#include <math.h>
#include <stdio.h>

#define RUNGS 9
#define RUNGS_DENSE 11
#define LEAST_SIZE 2
#define FALL 8          /* so many times smaller, where a size took too long and none has ended */
#define MOST_BETWEEN 16 /* doublings that sizes in between are looked for in */
/* Rungs below the largest size where the looks are: the first; the second; where its start takes a
 * while; and in a batch. Families that took too long in the first: at the smallest. */
#define BELOW_PLAIN 1 /* one more where there are many families, since making inputs takes time */
#define MANY_FAMILIES 4
#define BELOW_COUNTED 5
#define BELOW_SLOW_START 4
#define BELOW_BATCH 6
#define LEVEL_RUNGS 2
#define ENOUGH_POINTS 8
#define ENOUGH_RANGE 64.0
#define SHARE_ENOUGH 0.08 /* of the time, for a run that there are enough without */
#define SHARE_NEEDED 0.40 /* for one that is needed */
#define SHARE_LEFT 0.75   /* of what is left of it */
#define BATCH_ENOUGH 6    /* points, with which another start for a batch is not worth it */
#define MOST_BELOW 10     /* in a batch, so many times smaller than the lowest rung */
/* Without batches: sizes at which memory is known, from which on a run of so many seconds does
 * without it, by how many times faster. */
#define ENOUGH_SPACES 6
#define SIZING_S 0.3
#define WITH_MEMORY 2.5
#define APART_S 1.5 /* what takes more is left out where memory is measured apart */
/* Inputs become longer by such a power of the size, at least; or by less, at the end. */
#define EVEN_POWER 0.85
#define LIMITED_POWER 0.8
#define EVEN_LEAST 6 /* sizes */
/* A jump: a power of so many times the one before, and so much more; then as a square. */
#define JUMP_TIMES 3
#define JUMP_MORE 3
#define AFTER_JUMP 2
#define JUMP_POWER 3.3
#define BEFORE_JUMP 1.5
#define AFTER_JUMP_TIMES                                                                           \
    3 /* so many times what the size behind a jump took, the two beside it take */
/* What the emulator makes of CPU time without it, and how much of that start is. */
#define EMULATED 25.0
/* That the second look takes at most for one family of a batch, about, at its first level. */
#define BATCH_LOOK_S 0.02
#define PLAIN_START_S 0.08
/* A batch ends by itself before what takes too long; an input of which it is sure is not even made:
 * so many times as long as all may take, by the first look. */
#define TOO_LARGE 5
#define LEVEL_LEAST_S 0.1 /* of the second look: what is less may be its start */
#define LEVEL_MOST 0.5    /* of what all may take, by the second look */
/* Checks are between sizes that are not smaller, and at least so far apart. */
#define CHECK_LEAST 128
#define CHECK_RATIO 1.6
/* What took too long in the look begins with sizes so small that it cannot, up to that. */
#define SLOW_LEAST 4
#define SLOW_MOST 4096

/* ---- Sizes ---------------------------------------------------------------------------------- */

size_t course_ladder(int64_t most, bool dense, int64_t sizes[COURSE_MOST])
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

bool course_was_tried(const struct course *course, int64_t size)
{
    for (size_t i = 0; i < course->tried_count; i++)
        if (course->tried[i] == size)
            return true;
    return course->tried_count == COURSE_TRIED;
}

bool course_is_possible(const struct course *course, int64_t size)
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
static double power_to(const struct course_point *point)
{
    return point[-1].count > 0 && point->count > point[-1].count
               ? log(point->count / point[-1].count) /
                     log((double) point->size / (double) point[-1].size)
               : 1;
}

/* Whether what memory does is known at so many sizes that the large ones can do without. */
static bool is_sized(const struct course *course)
{
    size_t first = course->count, count = 0;

    for (size_t i = course->count; i-- > 0;)
        if (!isnan(course->points[i].space)) {
            first = i;
            count++;
        }
    return count >= ENOUGH_SPACES && (double) course->points[course->count - 1].size >=
                                         ENOUGH_RANGE / 2 * (double) course->points[first].size;
}

/* From the largest that are smaller; 0 where nothing is known. A jump is not expected again. */
static double predict(const struct course *course, int64_t size)
{
    size_t above = 0;

    while (above < course->count && course->points[above].size < size)
        above++;
    if (above == 0)
        return 0;
    const struct course_point *last = &course->points[above - 1];
    double start = start_of(course), power = above > 1 ? power_to(last) : 1;

    if (above > 2 && power > JUMP_TIMES * power_to(last - 1) + JUMP_MORE)
        power = AFTER_JUMP;
    power = fmin(fmax(power, 1), COURSE_MOST_POWER);
    double rest = fmax(last->wall_s - start, 0.002);

    if (last->watched && is_sized(course))
        rest /= WITH_MEMORY;
    return start + rest * pow((double) size / (double) last->size, power);
}

bool course_leaves_memory_out(const struct plan_rules *rules, const struct course *course,
                              int64_t size)
{
    return rules->counts && is_sized(course) && predict(course, size) > SIZING_S;
}

static bool is_enough(const struct course *course)
{
    return course->count >= ENOUGH_POINTS && (double) course->points[course->count - 1].size >=
                                                 ENOUGH_RANGE * (double) course->points[0].size;
}

/* Of what took so many seconds without the emulator. */
static double emulated_s(double plain_s)
{
    return EMULATED * fmax(plain_s - PLAIN_START_S, 0.002);
}

int64_t course_look_size(const struct plan_rules *rules, const struct course *course, int look,
                         size_t level)
{
    int64_t sizes[COURSE_MOST];
    size_t count = course_ladder(course->most, rules->dense, sizes);
    size_t more =
        (rules->families > MANY_FAMILIES) + (rules->families > (size_t) 2 * MANY_FAMILIES);
    size_t below = look == 0                ? BELOW_PLAIN + more
                   : isinf(course->look[0]) ? RUNGS - 1
                   : rules->batches         ? BELOW_BATCH
                   : rules->slow_start      ? BELOW_SLOW_START
                                            : BELOW_COUNTED;

    below *= rules->dense ? 2 : 1;
    /* A batch is for all of them, and ends by itself where they take too long. */
    while (look == 1 && rules->batches && below + 1 < count &&
           emulated_s(rules->look_most) * exp2(BELOW_PLAIN + (double) more - (double) below) >
               BATCH_LOOK_S)
        below++;
    below -= level * LEVEL_RUNGS < below ? level * LEVEL_RUNGS : below;
    return sizes[count > below ? count - 1 - below : 0];
}

/* What a size takes under the emulator by the second look, if that rises in proportion, as it does
 * at least; 0: nothing is known, or nothing but the start. */
static double seconds_by_levels(const struct plan_rules *rules, const struct course *course,
                                int64_t size)
{
    size_t level = COURSE_LEVELS;

    while (level > 0 && !(course->levels[level - 1].count > 0))
        level--;
    if (level-- == 0)
        return 0;
    double at = (double) course_look_size(rules, course, 1, level);
    double below = 0, before_s = 0, seconds = course->levels[level].cpu_s;

    if (level > 0 && course->levels[level - 1].count > 0) {
        below = (double) course_look_size(rules, course, 1, level - 1);
        before_s = course->levels[level - 1].cpu_s;
    }
    double rise_s = seconds - before_s;

    if (rise_s < LEVEL_LEAST_S || !(at > below))
        return 0;
    return seconds + rise_s * ((double) size - at) / (at - below);
}

/* Where nothing was counted yet, the looks say what is too large. */
static bool is_too_large(const struct plan_rules *rules, const struct course *course, int64_t size)
{
    double at = (double) course_look_size(rules, course, 0, 0), seconds = course->look[0];

    if (course->count > 0 || !rules->batches)
        return false;
    if (isinf(seconds))
        return size > SLOW_MOST;
    if (seconds <= 0)
        return size > course_look_size(rules, course, 1, 0);
    return emulated_s(seconds) * (double) size / at > TOO_LARGE * rules->run_s ||
           seconds_by_levels(rules, course, size) > LEVEL_MOST * rules->run_s;
}

static bool is_affordable(const struct plan_rules *rules, const struct course *course, int64_t size,
                          double left_s)
{
    if (is_too_large(rules, course, size))
        return false;
    double share = is_enough(course) ? SHARE_ENOUGH : SHARE_NEEDED;

    return predict(course, size) <= fmin(share * rules->wall_s, SHARE_LEFT * left_s);
}

bool course_is_told(const struct plan_rules *rules, const struct course *course)
{
    struct growth_point points[COURSE_MOST] = { { 0 } };
    struct growth_answer answer;

    for (size_t i = 0; i < course->count; i++)
        points[i] = (struct growth_point){ .size = (double) course->points[i].size,
                                           .count = course->points[i].count };
    decide_class(points, course->count, rules->decide, &answer);
    return answer.class != GROWTH_UNKNOWN &&
           !(answer.class == GROWTH_LINEAR && course->count < DECIDE_LOG_SIZES);
}

/* ---- The next point ------------------------------------------------------------------------- */

static bool next_rung(const struct plan_rules *rules, const struct course *course, double left_s,
                      int64_t *ret)
{
    int64_t sizes[COURSE_MOST];
    size_t count = course_ladder(course->most, rules->dense, sizes);

    for (size_t i = 0; i < count; i++) {
        if (course_was_tried(course, sizes[i]))
            continue;
        if (!course_is_possible(course, sizes[i]) ||
            !is_affordable(rules, course, sizes[i], left_s))
            return false;
        *ret = sizes[i];
        return true;
    }
    return false;
}

/* What explodes takes long on all but a few sizes: as long as none has ended, it falls faster. */
static bool next_below(const struct plan_rules *rules, const struct course *course, int64_t *ret)
{
    int64_t lowest = course->tried_count ? course->tried[0] : course->most;

    for (size_t i = 1; i < course->tried_count; i++)
        lowest = course->tried[i] < lowest ? course->tried[i] : lowest;
    bool falls = !rules->batches && course->count == 0 && course->ceiling > 0;

    *ret = lowest / (falls ? FALL : 2);
    return *ret >= LEAST_SIZE && !course_was_tried(course, *ret);
}

/* Between those that were measured and the first that takes too long; ever closer to each other. */
static bool next_between(const struct plan_rules *rules, const struct course *course, double left_s,
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
            if (course_was_tried(course, size) || !course_is_possible(course, size) ||
                size > course->most)
                continue;
            if (!is_affordable(rules, course, size, left_s))
                break;
            *ret = size;
            return true;
        }
    return false;
}

/* Where the last size has jumped: one before it, and one behind it. What rises as a square from
 * there on is told by three. */
static bool next_at_jump(const struct course *course, double left_s, int64_t *ret)
{
    const struct course_point *last = &course->points[course->count - 1];

    if (course->count < 3 || power_to(last) < JUMP_POWER || power_to(last - 1) > BEFORE_JUMP)
        return false;
    double ratio = sqrt((double) last->size / (double) last[-1].size);
    const int64_t sizes[] = { llround((double) last->size / ratio),
                              llround((double) last->size * ratio) };

    for (size_t i = 0; i < 2; i++)
        if (!course_was_tried(course, sizes[i]) && course_is_possible(course, sizes[i]) &&
            sizes[i] <= course->most && AFTER_JUMP_TIMES * last->wall_s < left_s) {
            *ret = sizes[i];
            return true;
        }
    return false;
}

static int64_t lowest_rung(const struct plan_rules *rules, const struct course *course)
{
    int64_t sizes[COURSE_MOST];

    return course_ladder(course->most, rules->dense, sizes) ? sizes[0] : course->most;
}

/* From small ones on, whatever the largest is. */
static bool next_small(const struct course *course, int64_t *ret)
{
    int64_t size = course->most;

    while (size > SLOW_MOST)
        size /= 2;
    for (*ret = 0; size >= SLOW_LEAST; size /= 2)
        if (!course_was_tried(course, size))
            *ret = size;
    return *ret > 0;
}

bool course_next_size(const struct plan_rules *rules, const struct course *course, double left_s,
                      int64_t *ret)
{
    if (course->count == 0 && course->failed >= COURSE_FAILURES)
        return false;
    /* What is told by so many is not worth another start. */
    if (rules->batches && course->timed && course->count >= BATCH_ENOUGH &&
        course_is_told(rules, course))
        return false;
    if (rules->batches && !course->timed && isinf(course->look[0]))
        return next_small(course, ret);
    if (next_rung(rules, course, left_s, ret))
        return true;
    /* Small inputs cost next to nothing in a batch. */
    if (rules->batches && !course->timed)
        return next_below(rules, course, ret) && *ret >= lowest_rung(rules, course) / MOST_BELOW;
    if (course->count + course->running >= (rules->batches ? BATCH_ENOUGH : ENOUGH_POINTS))
        return rules->batches && next_at_jump(course, left_s, ret);
    return next_below(rules, course, ret) || next_between(rules, course, left_s, ret);
}

bool course_is_check(const struct course *course, int64_t size)
{
    for (size_t i = 0; i < course->check_count; i++)
        if (course->checks[i].size == size)
            return true;
    return false;
}

/* The next larger size that was begun and may end well; 0: none. */
static int64_t next_tried(const struct course *course, int64_t size)
{
    int64_t found = 0;

    for (size_t i = 0; i < course->tried_count; i++) {
        int64_t tried = course->tried[i];

        if (tried > size && course_is_possible(course, tried) && !course_is_check(course, tried) &&
            (found == 0 || tried < found))
            found = tried;
    }
    return found;
}

bool course_next_check(const struct plan_rules *rules, struct course *course, int64_t *ret)
{
    int64_t low = next_tried(course, CHECK_LEAST - 1), high;

    if (!rules->counts || course->check_count == COURSE_CHECKS)
        return false;
    for (; low > 0 && (high = next_tried(course, low)) > 0; low = high) {
        int64_t size = llround(sqrt((double) low * (double) high));

        if ((double) high < CHECK_RATIO * (double) low || course_was_tried(course, size))
            continue;
        course->checks[course->check_count++] = (struct course_check){ .size = size };
        course_begin(course, size);
        *ret = size;
        return true;
    }
    return false;
}

void course_add_check(struct course *course, int64_t size, const double *blocks)
{
    for (size_t i = 0; i < course->check_count; i++)
        if (course->checks[i].size == size)
            course->checks[i].blocks = blocks;
}

static bool is_sizing(const struct course *course, int64_t size)
{
    for (size_t i = 0; i < course->sizing_count; i++)
        if (course->sizing[i] == size)
            return true;
    return false;
}

bool course_next_sizing(struct course *course, int64_t *ret)
{
    for (size_t i = course->count; i-- > 0 && course->sizing_count < COURSE_SIZINGS;) {
        const struct course_point *point = &course->points[i];

        if (is_sizing(course, point->size) || point->wall_s * WITH_MEMORY > APART_S)
            continue;
        *ret = course->sizing[course->sizing_count++] = point->size;
        return true;
    }
    return false;
}

void course_begin(struct course *course, int64_t size)
{
    course->tried[course->tried_count++] = size;
    course->running++;
}

void course_add(struct course *course, const struct course_point *point)
{
    size_t at = course->count;

    for (size_t i = 0; i < course->count; i++)
        if (course->points[i].size == point->size)
            return;
    if (course->count == COURSE_MOST)
        return;
    for (; at > 0 && course->points[at - 1].size > point->size; at--)
        course->points[at] = course->points[at - 1];
    course->points[at] = *point;
    course->count++;
}

void course_add_space(struct course *course, int64_t size, double bytes)
{
    for (size_t i = 0; i < course->count; i++)
        if (course->points[i].size == size)
            course->points[i].space = bytes;
}

/* ---- Inputs --------------------------------------------------------------------------------- */

/* The power of the size by which the bytes of an input rise to the next. */
static double power_of_bytes(double size, double bytes, double next_size, double next_bytes)
{
    return log(next_bytes / bytes) / log(next_size / size);
}

/* How many come before a limit is reached; `count` where none is. */
static size_t even_count(const double *sizes, const double *bytes, size_t count)
{
    size_t kept = count;

    while (kept > 1 && power_of_bytes(sizes[kept - 2], bytes[kept - 2], sizes[kept - 1],
                                      bytes[kept - 1]) < LIMITED_POWER)
        kept--;
    for (size_t i = 0; i + 1 < kept; i++)
        if (!(power_of_bytes(sizes[i], bytes[i], sizes[i + 1], bytes[i + 1]) >= EVEN_POWER))
            return count;
    return kept;
}

bool course_even_part(const struct course *course, struct course *ret)
{
    double sizes[COURSE_MOST + COURSE_SPACES], bytes[COURSE_MOST + COURSE_SPACES];

    *ret = *course;
    for (size_t i = 0; i < course->count; i++) {
        sizes[i] = (double) course->points[i].size;
        bytes[i] = course->points[i].bytes;
    }
    ret->count = even_count(sizes, bytes, course->count);
    for (size_t i = 0; i < course->space_count; i++) {
        sizes[i] = (double) course->spaces[i].size;
        bytes[i] = course->spaces[i].input;
    }
    ret->space_count = even_count(sizes, bytes, course->space_count);
    return (ret->count < course->count || ret->space_count < course->space_count) &&
           ret->count >= EVEN_LEAST;
}

void course_note_input(struct course *course, int64_t size, const char *unmade)
{
    if (!unmade && (course->made_least == 0 || size < course->made_least))
        course->made_least = size;
    if (!unmade || size <= course->unmade_most)
        return;
    course->unmade_most = size;
    snprintf(course->unmade, sizeof(course->unmade), "%s", unmade);
}

bool course_lacks_inputs(const struct course *course)
{
    return course->unmade_most > course->made_least;
}

void course_forget(struct course *course, int64_t size)
{
    size_t kept = 0;

    for (size_t i = 0; i < course->tried_count; i++)
        if (course->tried[i] != size)
            course->tried[kept++] = course->tried[i];
    course->tried_count = kept;
}
