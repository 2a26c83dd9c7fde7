/*
 * Theory of operation: each class is fitted to the counts (curve.h). A class counts as resolved
 * when its own term is a fair share of the count at the largest size; otherwise it fits as well as
 * its lower terms do, and says nothing. Of those resolved, the slowest growing one wins whose error
 * is within FACTOR of the best, or within the noise of the count.
 *
 * Memory is uneven: it comes in blocks, and goes when garbage is collected. Of that, only classes
 * that memory usually has are the answer where none fits closely, and what small inputs keep may
 * not be seen at all.
 *
 * Confidence comes from how much worse the next best class is when it stands alone (with a
 * constant) and from how well the winner fits.
 */

#include "judge/growth/decide.h"

#include "judge/growth/curve.h"
#include "judge/growth/fit.h"

#include <math.h>
#include <string.h>

#define MOST_POINTS FIT_POINTS
#define LEAST_POINTS 5
/* What rises by as much over less than CURVE_LEAST_RANGE can only be exponential; or by less, but
 * as a power of n that no program has. */
#define EXPLOSION 64.0
#define EXPLOSION_LEAST 16.0
#define EXPLOSION_POWER 4.5
#define SURE_EXPLOSION 0.7
#define SEEN_POINTS 3 /* above a large start */
/* From one size to the next: a jump, by the power of the size; after it, so many points over such a
 * range, each within so much of a whole power. */
#define JUMP_POWER 3.5
#define AFTER_POINTS 3
#define AFTER_RANGE 3.9
#define AFTER_RANGE_SHARP 1.9 /* where sizes are so close around the jump: */
#define SHARP 1.6
#define AFTER_ERROR 0.3
#define SURE_JUMP 0.75
#define FACTOR 1.8
#define WORST_ERROR 0.30
#define LEAST_CONFIDENCE 0.5
/* A count as noisy as CPU time has to tell the classes apart more clearly. */
#define NOISY 0.1
#define LEAST_CONFIDENCE_NOISY 0.6
/* What grows has at least so much for each element. Where all elements together would not be seen
 * either, that nothing is seen does not make it constant. */
#define FLAT_UNIT 4.0
/* Of memory with a jitter: that much of what is flat, and so many times what was seen to differ. */
#define FLAT_LEAST 0.3
#define FLAT_TIMES 1.2
/* What an interpreter executes for an element, about: where all elements together would not be seen
 * above the jitter either, nothing is known. */
#define JITTER_UNIT 50.0
/* Less of a program than that, at the largest size, does not make its class; a logarithm is only
 * seen where it is followed closely, and interpreters need many instructions for other things. */
#define LEAST_PART 0.02
#define LEAST_PART_LOG 0.008
/* Or that of it, if it is so much of what does not read or write. */
#define LEAST_PART_LOG_OF_REST 0.03
#define LEAST_PART_LOG_AT_ALL 0.003
#define LEAST_PART_OF_ONE 0.003 /* of a program that reads one number: a logarithm */
/* Or enough pieces of code that rise evenly with it, and how much of the program these are. */
#define LEAST_PART_STEPS 1e-4
#define SURE_UNEVEN 0.6
#define SURE_EXACT 0.8 /* of memory that follows a class as if it had no jitter, at least */
/* Memory that is partly hidden: how sure; how far a count may be from what is expected, as a share
 * and in jitters; and how many times the usual may be hidden. */
#define SURE_HIDDEN 0.8
#define HIDDEN_ERROR 0.25
#define HIDDEN_JITTER 2.0
#define HIDDEN_ANYWHERE 0.15 /* of what may be hidden, at one size and not at another */
#define HIDDEN_MORE 1.8
#define LEAST_OF_PAIR (1.0 / 256) /* bytes of memory */
#define MOST_OF_ELEMENT 512       /* bytes that one hardly ever takes more than */
#define UNEVEN_ERROR 0.12         /* of memory that is as good as none */
#define SURE_LOG_OF_MEMORY 0.7
#define LEAST_RANGE_LOG 20 /* of memory that is a logarithm */
#define USUAL_ERROR 0.25   /* of the class that is usual for memory, at most */
/* What is less of a logarithm is none, or more, where counts are uneven. */
#define MOST_OF_LOG 0.6
#define MORE_THAN_LOG 1.7
#define MOST_OF_DIGITS 0.2 /* how much of it rises where it does nothing else */
#define SURE_DIGITS 0.75
/* Where as much of a program follows no class, its parts do not tell. */
#define MOST_UNCLEAR 0.4
/* How sure an answer by blocks is, where the whole says the same and where it does not, and how
 * much less where a little more or less of a class would change it. */
#define SURE_AGREED 0.97
#define SURE_BLOCKS 0.9
#define DOUBT_CLOSE 0.15
/* Of n, and of n^2, where there are too few sizes to tell it from itself times a logarithm. */
#define DOUBT_FEW 0.25
#define DOUBT_FEW_SQUARE 0.1

static enum growth_class choose(const struct curve_fits *fits, double tolerance)
{
    double best = INFINITY;

    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++)
        if (fits->possible[i] && fits->all[i].error < best)
            best = fits->all[i].error;
    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++)
        if (fits->possible[i] && fits->all[i].error <= fmax(FACTOR * best, tolerance))
            return (enum growth_class) i;
    return GROWTH_UNKNOWN;
}

/* Whether memory is of such a class, or follows it by chance. */
static bool is_usual(enum growth_class class)
{
    return class == GROWTH_CONSTANT || class == GROWTH_LOG || class == GROWTH_LINEAR ||
           class == GROWTH_SQUARE || class == GROWTH_EXPONENTIAL;
}

/* The other class that would explain the counts best by itself. */
static enum growth_class second(const struct curve_fits *fits, enum growth_class winner,
                                bool uneven)
{
    enum growth_class found = GROWTH_UNKNOWN;

    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++)
        if (i != winner && (!uneven || is_usual((enum growth_class) i)) &&
            (found == GROWTH_UNKNOWN || fits->alone[i].error < fits->alone[found].error))
            found = (enum growth_class) i;
    return found;
}

static double confidence_of(const struct curve_fits *fits, enum growth_class winner,
                            enum growth_class runner_up, double tolerance)
{
    double error = fmax(fits->all[winner].error, tolerance / 4);
    double other = fmax(fits->alone[runner_up].error, error);
    double quality = 1 - fmax(0, fits->all[winner].error - 2 * tolerance);

    return quality * (1 - 0.5 * error / other);
}

/* What an element takes rises by as much as a logarithm does, or by most of that, among the larger
 * sizes: of small ones, some may be in what was there before. */
static bool rises_as_log(const struct growth_point *points, size_t count,
                         const struct curve_start *start)
{
    const struct growth_point *first = &points[(count - 1) / 2], *last = &points[count - 1];
    double least = (first->count - start->count) / first->size;
    double rise = (last->count - start->count) / last->size / least - 1;
    double expected = log2(fmax(last->size, 2)) / log2(fmax(first->size, 2)) - 1;

    return rise >= MOST_OF_LOG * expected && rise <= MORE_THAN_LOG * expected;
}

/* What is kept in blocks that double, and collected when there is enough of it, follows none of the
 * classes closely: then the one that is usual for memory and comes closest by itself is the answer,
 * if it comes close at all. GROWTH_UNKNOWN: none does. */
static enum growth_class choose_usual(const struct curve_fits *fits, double *ret_confidence)
{
    double best = INFINITY, other = INFINITY;
    enum growth_class found = GROWTH_UNKNOWN;

    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++) {
        double error = fits->alone[i].error;

        if (!is_usual((enum growth_class) i) || i == GROWTH_LOG || !isfinite(error))
            continue;
        if (error < best) {
            other = best;
            best = error;
            found = (enum growth_class) i;
        } else {
            other = fmin(other, error);
        }
    }
    *ret_confidence = 1 - best / other;
    return best <= USUAL_ERROR && *ret_confidence >= LEAST_CONFIDENCE ? found : GROWTH_UNKNOWN;
}

static void leave_open(struct growth_answer *answer, const char *reason)
{
    answer->class = GROWTH_UNKNOWN;
    answer->confidence = 0;
    answer->reason = reason;
}

static double doubling_of(const struct growth_point *points, size_t count)
{
    if (count < 2 || points[count - 2].count <= 0)
        return 0;
    const struct growth_point *last = &points[count - 1], *before = &points[count - 2];
    double steps = log2(last->size / before->size);

    return steps > 0 ? exp2(log2(last->count / before->count) / steps) : 0;
}

/* All counts lie within so little that if it grew, more would be seen. Memory that differs by less
 * than it may says as much of fewer elements. */
static bool is_constant(const struct growth_point *points, size_t count,
                        const struct decide_rules *rules)
{
    double least = INFINITY, most = 0, largest = points[count - 1].size;

    for (size_t p = 0; p < count; p++) {
        least = fmin(least, points[p].count);
        most = fmax(most, points[p].count);
    }
    double seen = rules->uneven && rules->jitter > 0
                      ? fmax(rules->flat * FLAT_LEAST, FLAT_TIMES * (most - least))
                      : rules->flat;

    return rules->flat > 0 && most - least <= rules->flat && largest * FLAT_UNIT >= seen &&
           largest * rules->hidden_unit >= rules->hidden_least &&
           largest / points[0].size >= CURVE_LEAST_RANGE;
}

/* Between a point and the last one. */
static bool explodes_from(const struct growth_point *points, size_t count, size_t from)
{
    double rise = points[count - 1].count / points[from].count;
    double range = points[count - 1].size / points[from].size;

    return rise >= EXPLOSION_LEAST && log(rise) >= EXPLOSION_POWER * log(range);
}

/* The same of what lies above a runtime's large start, from where it is seen. */
static bool explodes_above(const struct growth_point *points, size_t count,
                           const struct decide_rules *rules)
{
    struct growth_point above[MOST_POINTS];
    struct curve_start start = curve_start_of(points, count, rules);
    size_t seen = 0;

    for (size_t p = 0; p < count; p++) {
        above[seen] = points[p];
        above[seen].count -= start.count;
        seen += !(start.count > 0) || above[seen].count > CURVE_SEEN * rules->jitter;
    }
    /* Of few, small sizes, 2^n rises no faster than a power. */
    return seen >= SEEN_POINTS &&
           (explodes_from(above, seen, 0) || explodes_from(above, seen, (seen - 1) / 2));
}

/* The power of the size by which the count rises from a point to the next. */
static double power_at(const struct growth_point *point)
{
    return log(point[1].count / point[0].count) / log(point[1].size / point[0].size);
}

/* Keys that are made to collide in a table of some size do so from that size on: there the count
 * jumps, and only then shows how it grows. */
static bool decide_after_jump(const struct growth_point *points, size_t count,
                              struct growth_answer *answer)
{
    size_t from = count - 1;

    while (from > 0 && !(power_at(&points[from - 1]) >= JUMP_POWER))
        from--;
    double power = round(power_at(&points[count - 2]));
    bool sharp = from > 0 && points[from].size < SHARP * points[from - 1].size;

    if (from == 0 || count - from < AFTER_POINTS || power < 2 || power > 3 ||
        points[count - 1].size < (sharp ? AFTER_RANGE_SHARP : AFTER_RANGE) * points[from].size)
        return false;
    for (size_t p = from; p + 1 < count; p++)
        if (!(fabs(power_at(&points[p]) - power) <= AFTER_ERROR))
            return false;
    answer->class = power > 2 ? GROWTH_CUBE : GROWTH_SQUARE;
    answer->runner_up = GROWTH_SQUARE_LOG;
    answer->confidence = SURE_JUMP;
    return true;
}

/* What explodes rises ever faster; after a jump it rises more slowly. */
static bool slows_down(const struct growth_point *points, size_t count)
{
    double most = 0;

    for (size_t p = 0; p + 1 < count; p++)
        most = fmax(most, power_at(&points[p]));
    return power_at(&points[count - 2]) < most / 2;
}

/* Whether what is above the count of the first is a class of which a part that is always the same
 * is not seen: as the two largest sizes have it. */
static bool is_hidden_part_of(const struct growth_point *points, size_t count,
                              const struct decide_rules *rules, enum growth_class class)
{
    const struct growth_point *last = &points[count - 1];
    double before = curve_value(class, last[-1].size, last->size), first = points[0].count;
    double all = (last->count - last[-1].count) / (1 - before), hidden = all - last->count + first;
    double noise = fmax(HIDDEN_JITTER * rules->jitter, HIDDEN_ANYWHERE * rules->hidden);

    if (!(hidden >= -noise && hidden <= HIDDEN_MORE * rules->hidden))
        return false;
    for (size_t p = 0; p < count; p++) {
        double expected = fmax(all * curve_value(class, points[p].size, last->size) - hidden, 0);
        double seen = points[p].count - first;

        if (fabs(expected - seen) > fmax(noise, HIDDEN_ERROR * fmax(seen, hidden)))
            return false;
    }
    return true;
}

static const char begins_late[] = "it begins to grow only at the largest sizes";

static bool is_square(enum growth_class class)
{
    return class >= GROWTH_SQUARE && class <= GROWTH_CUBE;
}

/* Whether memory rises by as much as something of each pair of elements takes: what looks like a
 * square and is less only begins late. */
static bool can_be_square(const struct growth_point *points, size_t count,
                          const struct decide_rules *rules)
{
    const struct growth_point *last = &points[count - 1];

    return last->count - points[0].count + rules->hidden >= LEAST_OF_PAIR * last->size * last->size;
}

/* What small inputs keep does not show at all; the rest is seen at few sizes. Where that does not
 * tell, how much an element would take does. */
static bool decide_hidden(const struct growth_point *points, size_t count,
                          const struct decide_rules *rules, struct growth_answer *answer)
{
    double noise = HIDDEN_JITTER * rules->jitter, first = points[0].count;
    double rise = points[count - 1].count - first;
    bool alone = points[count - 2].count - first <= noise;
    bool linear = is_hidden_part_of(points, count, rules, GROWTH_LINEAR);
    bool square = can_be_square(points, count, rules) &&
                  is_hidden_part_of(points, count, rules, GROWTH_SQUARE);

    if (rules->hidden <= 0 || fabs(points[1].count - first) > noise ||
        rise < CURVE_SEEN * rules->jitter || (!linear && !square))
        return false;
    if (alone || (linear && square))
        linear = rise <= MOST_OF_ELEMENT * points[count - 1].size;
    answer->class = linear ? GROWTH_LINEAR : GROWTH_SQUARE;
    answer->runner_up = linear ? GROWTH_SQUARE : GROWTH_LINEAR;
    answer->confidence = linear != square && !alone ? SURE_HIDDEN : SURE_UNEVEN;
    return true;
}

/* The winner among the fits, and how sure it is where it is not the one that fits best. */
struct choice {
    enum growth_class class;
    bool by_habit; /* what memory usually is */
    double confidence;
};

/* Of memory: what wins stays, if memory is often like that, or it fits closely. */
static struct choice choose_for_memory(const struct growth_point *points, size_t count,
                                       const struct decide_rules *rules,
                                       const struct curve_start *start,
                                       const struct curve_fits *fits, enum growth_class winner)
{
    struct choice choice = { winner, false, 0 };
    double error = winner == GROWTH_UNKNOWN ? INFINITY : fits->all[winner].error;
    bool wide = points[count - 1].size >= LEAST_RANGE_LOG * points[0].size;

    if ((winner == GROWTH_LINEAR_LOG && rises_as_log(points, count, start)) ||
        ((winner == GROWTH_ROOT || winner == GROWTH_CUBE) && error <= rules->tolerance) ||
        (is_usual(winner) && error <= WORST_ERROR && (winner != GROWTH_LOG || wide)))
        return choice;
    choice.by_habit = true;
    choice.class = choose_usual(fits, &choice.confidence);
    choice.confidence = fmin(choice.confidence, SURE_UNEVEN);
    if (choice.class == GROWTH_UNKNOWN && winner == GROWTH_LINEAR_LOG)
        choice = (struct choice){ GROWTH_LINEAR, true, SURE_UNEVEN };
    return choice;
}

static bool explodes_unevenly(const struct growth_point *points, size_t count,
                              struct growth_answer *answer)
{
    if (slows_down(points, count) || !explodes_from(points, count, count / 2))
        return false;
    answer->class = GROWTH_EXPONENTIAL;
    answer->runner_up = GROWTH_CUBE;
    answer->confidence = SURE_EXPLOSION;
    return true;
}

/* Why an answer is none; NULL: it is one. */
static const char *doubt_of(const struct growth_answer *answer, const struct growth_point *points,
                            size_t count, const struct decide_rules *rules, double error)
{
    const struct growth_point *largest = &points[count - 1];
    double unit = rules->uneven ? FLAT_UNIT : JITTER_UNIT, least = LEAST_CONFIDENCE;

    if (rules->tolerance > NOISY)
        least = LEAST_CONFIDENCE_NOISY;
    else if (rules->uneven && answer->class == GROWTH_LOG)
        least = SURE_LOG_OF_MEMORY;
    if ((answer->class == GROWTH_CONSTANT && largest->size * unit < CURVE_SEEN * rules->jitter) ||
        (rules->uneven && answer->class == GROWTH_LOG &&
         largest->count - points[0].count < CURVE_SEEN * rules->jitter))
        return "what was measured is too little against the runtime's own";
    if (error > WORST_ERROR)
        return "the counts follow none of the classes closely";
    return answer->confidence < least ? "several classes explain the counts equally well" : NULL;
}

static void decide_from(struct growth_point *points, size_t count, const struct decide_rules *rules,
                        struct growth_answer *answer)
{
    size_t fitted = count >= 6 ? count - 2 : count >= 5 ? count - 1 : count;
    double tolerance = rules->uneven ? fmax(rules->tolerance, UNEVEN_ERROR) : rules->tolerance;
    struct curve_start start = curve_start_of(points, count, rules);
    struct curve_fits fits;

    curve_fit_all(points, count, fitted, &start, &fits);
    enum growth_class winner = choose(&fits, tolerance);
    /* What allocates, or collects garbage, besides, follows no one base closely. */
    bool loose = winner == GROWTH_UNKNOWN || fits.all[winner].error > WORST_ERROR;

    if (loose && decide_after_jump(points, count, answer))
        return;
    if (loose && explodes_unevenly(points, count, answer)) {
        curve_show(points, count, fitted, &fits.all[GROWTH_EXPONENTIAL], GROWTH_EXPONENTIAL);
        return;
    }
    struct choice choice = rules->uneven
                               ? choose_for_memory(points, count, rules, &start, &fits, winner)
                               : (struct choice){ .class = winner };

    if (rules->uneven && is_square(choice.class) && !can_be_square(points, count, rules)) {
        leave_open(answer, begins_late);
        return;
    }
    if (choice.class == GROWTH_UNKNOWN) {
        leave_open(answer, "the counts follow none of the classes");
        return;
    }
    answer->class = choice.class;
    answer->runner_up = second(&fits, choice.class, rules->uneven);
    answer->confidence =
        choice.by_habit ? choice.confidence
                        : confidence_of(&fits, choice.class, answer->runner_up, rules->tolerance);
    curve_show(points, count, fitted, &fits.all[choice.class], choice.class);
    const char *doubt = doubt_of(answer, points, count, rules, fits.all[choice.class].error);

    if (doubt)
        leave_open(answer, doubt);
}

/* Memory of small inputs may hide in what was there before; and it may be as exact as a count,
 * although that of other programs is not. */
static void decide_uneven(struct growth_point *points, size_t count,
                          const struct decide_rules *rules, struct growth_answer *answer)
{
    struct growth_answer bare = *answer;
    struct decide_rules exact = *rules;

    /* Nor is it constant without the smallest. */
    if (answer->reason == begins_late)
        return;
    while (answer->class == GROWTH_UNKNOWN && count > LEAST_POINTS &&
           points[count - 1].size / points[1].size >= CURVE_LEAST_RANGE) {
        answer->reason = NULL;
        decide_from(++points, --count, rules, answer);
    }
    if (answer->class != GROWTH_UNKNOWN || rules->jitter <= 0 || !(points[0].count > 0))
        return;
    exact.jitter = 0;
    bare.reason = NULL;
    decide_from(points, count, &exact, &bare);
    if (bare.class != GROWTH_UNKNOWN && bare.class >= GROWTH_LINEAR &&
        bare.confidence >= SURE_EXACT)
        *answer = bare;
}

void decide_class(struct growth_point *points, size_t count, const struct decide_rules *rules,
                  struct growth_answer *answer)
{
    size_t low = 0;

    answer->class = answer->runner_up = GROWTH_UNKNOWN;
    answer->confidence = 0;
    answer->reason = NULL;
    answer->doubling = doubling_of(points, count);
    if (count < LEAST_POINTS) {
        leave_open(answer, "there are too few sizes");
        return;
    }
    if (count > MOST_POINTS)
        count = MOST_POINTS;
    if (is_constant(points, count, rules)) {
        answer->class = GROWTH_CONSTANT;
        answer->runner_up = GROWTH_LOG;
        answer->confidence = 0.9;
        return;
    }
    if (decide_hidden(points, count, rules, answer))
        return;
    double rise = points[count - 1].count - points[0].count;

    while (low < count && !(points[low].count >= rules->floor && points[low].count > 0))
        low++;
    points += low;
    count -= low;
    if (count < LEAST_POINTS)
        leave_open(answer, "what was measured is too little against the runtime's own");
    else if (points[count - 1].size / points[0].size < CURVE_LEAST_RANGE &&
             points[count - 1].count / points[0].count < EXPLOSION &&
             !explodes_above(points, count, rules))
        leave_open(answer, "the sizes are too close to each other");
    else
        decide_from(points, count, rules, answer);
    if (rules->uneven && count >= LEAST_POINTS)
        decide_uneven(points, count, rules, answer);
    /* What else is in so little may have any form. */
    if (rules->uneven && answer->class > GROWTH_LINEAR && rise <= rules->flat)
        leave_open(answer, "what was measured is too little against the runtime's own");
}

/* ---- By blocks ------------------------------------------------------------------------------ */

void decide_show(struct growth_answer *whole)
{
    const struct curve_start none = { 0 };
    size_t count = whole->point_count, low = 0;
    struct curve_fit fit;

    while (low < count && !(whole->points[low].count > 0))
        low++;
    if (count - low < LEAST_POINTS || count - low > MOST_POINTS)
        return;
    curve_fit(whole->points + low, count - low, count - low, &none, whole->class, false, &fit);
    curve_show(whole->points + low, count - low, count - low, &fit, whole->class);
}

/* What has the logarithm of a class in it: over few sizes, n log n may look like n sqrt n. What
 * grows faster by a power is none. */
static double share_of_log(const struct growth_shares *shares, size_t class)
{
    if (class == GROWTH_LINEAR_LOG)
        return shares->of[class] + shares->of[GROWTH_LINEAR_ROOT];
    return class == GROWTH_SQUARE_LOG ? shares->of[class] : 0;
}

/* Whether there is enough of the logarithm; `times` as much as usual. */
static bool is_log(const struct growth_shares *shares, size_t class, double times)
{
    double share = share_of_log(shares, class), rest = 1 - shares->transfer;

    return share >= times * LEAST_PART_LOG || (share >= times * LEAST_PART_LOG_AT_ALL &&
                                               share >= times * LEAST_PART_LOG_OF_REST * rest);
}

/* The greatest class of which there is enough, together with those above it, or of its logarithm
 * alone; `times` as much as usual. */
static enum growth_class greatest(const struct growth_shares *shares, double times)
{
    double sum = 0;

    for (size_t i = GROWTH_CLASS_COUNT; i-- > 0;) {
        sum += shares->of[i];
        if (sum >= times * LEAST_PART || is_log(shares, i, times))
            return (enum growth_class) i;
    }
    return GROWTH_UNKNOWN;
}

/* How much more is counted at the largest size than at the least, against the former. */
static double rise_of(const struct growth_answer *whole)
{
    double least = INFINITY, most = 0;

    for (size_t i = 0; i < whole->point_count; i++) {
        least = fmin(least, whole->points[i].count);
        most = fmax(most, whole->points[i].count);
    }
    return most > 0 ? (most - least) / most : 0;
}

/* It rises by more for each byte of the input than reading and printing it takes. */
static bool is_more_than_digits(const struct growth_answer *whole, const struct decide_rules *rules)
{
    if (whole->point_count < 2)
        return false;
    const struct growth_point *first = &whole->points[0];
    const struct growth_point *last = &whole->points[whole->point_count - 1];

    return rules->digit > 0 && last->bytes > first->bytes &&
           last->count - first->count > rules->digit * (last->bytes - first->bytes);
}

/* One number is read and printed by its digits, which are a logarithm of it in steps: whether there
 * is another one is up to the parts, which follow it closely or do not. */
static void tell_log_from_digits(struct growth_answer *whole, const struct growth_shares *shares,
                                 const struct decide_rules *rules)
{
    double more = 0;

    for (size_t i = GROWTH_ROOT; i < GROWTH_CLASS_COUNT; i++)
        more += shares->of[i];
    bool has_log = shares->of[GROWTH_LOG] >= LEAST_PART_OF_ONE ||
                   (shares->step_count >= DECIDE_STEPS && shares->steps >= LEAST_PART_STEPS);
    enum growth_class class = has_log ? GROWTH_LOG : GROWTH_CONSTANT;

    if ((whole->class > GROWTH_LOG && whole->class != GROWTH_UNKNOWN) || more >= LEAST_PART)
        return;
    if (!has_log && (whole->class == GROWTH_UNKNOWN || rise_of(whole) > MOST_OF_DIGITS ||
                     is_more_than_digits(whole, rules)))
        return;
    if (class != whole->class) {
        whole->runner_up = whole->class == GROWTH_UNKNOWN ? GROWTH_CONSTANT : whole->class;
        whole->class = class;
        whole->reason = NULL;
        decide_show(whole);
    }
    whole->confidence =
        shares->of[GROWTH_LOG] >= 4 * LEAST_PART_OF_ONE || !has_log ? SURE_BLOCKS : SURE_DIGITS;
}

void decide_blocks(struct growth_answer *whole, const struct growth_shares *shares,
                   const struct decide_rules *rules)
{
    enum growth_class class = greatest(shares, 1);

    whole->shares = *shares;
    whole->has_shares = true;
    tell_log_from_digits(whole, shares, rules);
    /* What does not rise with n, or explodes, shows in the whole; so does what has no shares. */
    if (class == GROWTH_UNKNOWN || shares->unclear > MOST_UNCLEAR || whole->class < GROWTH_LINEAR ||
        whole->class == GROWTH_EXPONENTIAL)
        return;
    bool close = greatest(shares, 0.5) != class || greatest(shares, 2) != class;
    bool agrees = class == whole->class;

    if (!agrees) {
        whole->runner_up = whole->class;
        whole->class = class;
        whole->reason = NULL;
        decide_show(whole);
    }
    whole->confidence =
        (agrees ? SURE_AGREED : SURE_BLOCKS) - (close ? DOUBT_CLOSE : 0) - shares->unclear / 2;
    if (whole->point_count < DECIDE_LOG_SIZES)
        whole->confidence -= class == GROWTH_LINEAR   ? DOUBT_FEW
                             : class == GROWTH_SQUARE ? DOUBT_FEW_SQUARE
                                                      : 0;
    if (whole->confidence < LEAST_CONFIDENCE)
        leave_open(whole, "several classes explain the counts equally well");
}
