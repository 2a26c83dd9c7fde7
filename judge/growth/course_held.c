/* A family's memory, which is measured without the emulator: which size is next. */

#include "judge/growth/course.h"

#include <math.h>

/* Rungs from the largest down, if the smallest of these takes no more than that; what one takes at
 * most, in CPU time, and what it rises by at least. */
#define HELD_RUNGS 7
#define HELD_CHEAP_S 0.3
#define HELD_MOST_S 2.5
#define HELD_PROBE_S 0.3
#define HELD_ENOUGH 6    /* sizes */
#define HELD_LEAST 16    /* the smallest size that may be halved */
#define HELD_QUICK_S 0.4 /* what took less is not asked */
#define HELD_LEAST_S 0.01
#define HELD_SLOW_LEAST 30 /* the first is not more, where the look took too long */

/* The smallest size that says something: not much smaller than the largest, if that is cheap. */
static size_t first_held(const struct plan_rules *rules, const struct course *course,
                         const int64_t *sizes, size_t count)
{
    size_t first = count > HELD_RUNGS ? count - HELD_RUNGS : 0;
    double at = (double) course_look_size(rules, course, 0, 0), seconds = course->look[0];

    if (isinf(seconds) || count == 0)
        return 0;
    return seconds > 0 && seconds * (double) sizes[first] / at <= HELD_CHEAP_S ? first : 0;
}

/* As the last one, and the one before it. */
static double predict_held(const struct course *course, int64_t size)
{
    if (course->space_count == 0)
        return 0;
    const struct course_space *last = &course->spaces[course->space_count - 1];
    double start = course->space_count > 1 ? course->spaces[0].seconds : 0, power = 1;

    if (course->space_count > 2 && last[-1].seconds > start && last->seconds > last[-1].seconds)
        power = log((last->seconds - start) / (last[-1].seconds - start)) /
                log((double) last->size / (double) last[-1].size);
    power = fmin(fmax(power, 1), COURSE_MOST_POWER);
    return start + fmax(last->seconds - start, HELD_LEAST_S) *
                       pow((double) size / (double) last->size, power);
}

/* What the largest took more than the smallest, in seconds: how a little more rises is chance. */
static double more_than_first(const struct course *course)
{
    if (course->space_count == 0)
        return 0;
    return course->spaces[course->space_count - 1].seconds -
           (course->space_count > 1 ? course->spaces[0].seconds : 0);
}

/* The next larger size; 0: there is none that it is worth. */
static int64_t next_larger(const struct plan_rules *rules, const struct course *course,
                           const int64_t *sizes, size_t count)
{
    size_t next = first_held(rules, course, sizes, count);

    while (next < count && sizes[next] <= course->held_last)
        next++;
    if (next == count || course->space_count == COURSE_SPACES)
        return 0;
    if (more_than_first(course) > HELD_QUICK_S && predict_held(course, sizes[next]) > HELD_MOST_S)
        return 0;
    return sizes[next];
}

/* Where few sizes are quick enough, smaller ones have to do; 0: there is none, or no need. */
static int64_t next_smaller(const struct course *course, const int64_t *sizes, size_t count)
{
    size_t next = count;

    if (course->space_count >= HELD_ENOUGH)
        return 0;
    while (next > 0 && sizes[next - 1] >= course->held_least)
        next--;
    if (next > 0)
        return sizes[next - 1];
    return course->held_least >= HELD_LEAST ? course->held_least / 2 : 0;
}

/* Where the look took too long, from small ones on. */
static size_t held_ladder(const struct course *course, int64_t sizes[COURSE_MOST])
{
    int64_t size = course->most;
    size_t count = 0;

    if (!isinf(course->look[0]))
        return course_ladder(course->most, false, sizes);
    while (size > HELD_SLOW_LEAST)
        size /= 2;
    for (; count < COURSE_MOST && size <= course->most; size *= 2)
        sizes[count++] = size;
    return count;
}

bool course_next_held(const struct plan_rules *rules, struct course *course, int64_t *ret)
{
    int64_t sizes[COURSE_MOST], next = 0;
    size_t count = held_ladder(course, sizes);

    if (course->holding || course->held_all)
        return false;
    if (!course->held_risen)
        next = next_larger(rules, course, sizes, count);
    if (next == 0) {
        course->held_risen = true;
        next = next_smaller(course, sizes, count);
    }
    course->held_all = next == 0;
    if (course->held_all)
        return false;
    course->held_last = course->held_last > next ? course->held_last : next;
    course->held_least =
        course->held_least && course->held_least < next ? course->held_least : next;
    course->holding = true;
    *ret = next;
    return true;
}

int64_t course_probe_size(const struct course *course)
{
    int64_t found = 0;

    for (size_t i = 0; i < course->space_count; i++)
        if (course->spaces[i].seconds <= course->spaces[0].seconds + HELD_PROBE_S)
            found = course->spaces[i].size;
    return found;
}

bool course_next_probe(struct course *course, int64_t size)
{
    if (course->holding || course->held_last > 0 || course->most < size)
        return false;
    course->held_least = course->held_last = size;
    course->holding = true;
    return true;
}

double course_held_at(const struct course *course, int64_t size)
{
    for (size_t i = 0; i < course->space_count; i++)
        if (course->spaces[i].size == size)
            return course->spaces[i].bytes;
    return 0;
}

void course_add_held(struct course *course, const struct course_space *space)
{
    size_t at = course->space_count;

    course->holding = false;
    if (!space || course->space_count == COURSE_SPACES)
        return;
    for (; at > 0 && course->spaces[at - 1].size > space->size; at--)
        course->spaces[at] = course->spaces[at - 1];
    course->spaces[at] = *space;
    course->space_count++;
}

void course_end_held(struct course *course)
{
    course->holding = false;
    course->held_all = course->held_risen; /* a smaller one failed, too */
    course->held_risen = true;
}

bool course_is_held(const struct course *course)
{
    return course->held_all;
}
