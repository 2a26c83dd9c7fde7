/*
 * Theory of operation: in the sum of all instructions, what sorts disappears behind what reads the
 * numbers that are sorted. By itself, the inner loop of the sort is n log n to three digits, and
 * the one that takes digits apart follows the bytes of the input. So each piece of code (a
 * translated block of the emulator, a few instructions that are executed together) gets a class of
 * its own, and the shares of all pieces in the instructions at the largest size are added up by
 * class.
 *
 * Input has more bytes an element when it is larger, since its numbers are longer: that is a
 * logarithm too. A piece that follows n and the bytes that were read, or written, exactly belongs
 * to reading and writing. Only numbers of n digits would follow n log n as closely.
 *
 * Pieces that grow by steps (a hash table that doubles) follow nothing closely; where their count
 * an element goes up and down, it is no logarithm.
 */

#include "judge/growth/blocks.h"

#include "judge/growth/curve.h"
#include "judge/growth/fit.h"
#include "judge/growth/plugin/counts.h"

#include <math.h>
#include <string.h>

#define MOST_POINTS 24
#define LEAST_POINTS 5
#define LEAST_RANGE 8.0
/* A piece that is less of the whole is left out. */
#define LEAST_SHARE 0.0005
/* Counts below it follow nothing. */
#define LEAST_COUNT 20.0
/* Of a piece that is a small part of the program, over a range of sizes: what rises less is no
 * square. */
#define LATE_SHARE 0.015
#define LATE_RANGE 15.5
#define LATE_POWER 1.8
/* What differs by no more is constant. */
#define FLAT 1.01
#define FLAT_COUNT 3.0
/* How closely reading and writing follow their bytes: at all; and against how much an element costs
 * more at the largest size, and against the best class. */
#define BYTES_ERROR 0.002
#define BYTES_RISE 0.02
#define BYTES_EXACT 0.0005 /* whatever else follows it closely */
#define BYTES_BETTER 3.0
#define BYTES_POINTS 6
#define BYTES_RATHER 0.8 /* of what a logarithm leaves that is followed loosely */
#define BYTES_POWER 1.4  /* of n, from the smallest to the largest: less is n */
/* Bytes that rise by less are one number. */
#define BYTES_RANGE 4.0
/* A logarithm: how closely it is followed, against how much an element costs more; how much more,
 * and of how much of the piece, are too little to tell. */
#define LOG_ERROR 0.012
#define LOG_ERROR_EVEN 0.025 /* where it rises evenly; so much less or more is even */
#define EVEN_LEAST 0.75
#define EVEN_MOST 1.4
#define LOG_BETTER 3.0 /* than a lower term alone, whose sign does not matter */
#define CHECK_ERROR 0.15
#define LEAST_RISE 0.05
#define LEAST_LOG 0.1
/* What rises or falls steadily is allowed so much noise. */
#define STEADY 0.005
#define EXACT 0.02
#define EXACT_ROOT 0.03 /* a logarithm that begins late looks like a root, loosely */
#define CLOSE 0.04      /* less so, the smallest sizes are left out */
#define WORST 0.12
#define WORST_LINEAR 0.25 /* steps of a factor of two */
#define WORST_BYTES 0.25  /* numbers that become longer */
#define FACTOR 1.8
#define TAIL_POINTS 4
/* What grows less than n: how closely it follows its class, against its rise. The digits of a
 * number are a logarithm in steps, and follow it within 0.08. What does not follow and rises by no
 * more is taken for constant. */
#define SLOW_ERROR 0.04
#define SLOW_RISE 1.3

/* A cube rises by such a power to the largest size, or by as much as before but for that. */
#define CUBE_POWER 2.7
#define CUBE_FALL 0.2
/* What rises in even steps: at so many sizes, by how much of the largest count, how evenly. */
#define STEPS_POINTS 8
#define STEPS_RISE 0.1
#define STEPS_ERROR 0.04
#define STEPS_EXACT 0.005

/* One piece of code at all sizes. */
struct series {
    double size[MOST_POINTS], count[MOST_POINTS], bytes[MOST_POINTS], written[MOST_POINTS];
    size_t points;
    double check_size[BLOCKS_CHECKS], check_count[BLOCKS_CHECKS];
    size_t checks;
};

struct errors {
    double of[GROWTH_EXPONENTIAL]; /* those below it */
    double best;
};

static double fit_one(const double *size, const double *count, size_t points,
                      enum growth_class class)
{
    struct fit_system system = { .terms = class == GROWTH_CONSTANT ? 1 : 2,
                                 .points = points,
                                 .fitted = points };
    double largest = size[points - 1];
    struct fit_result result;

    for (size_t p = 0; p < points; p++) {
        system.rows[p][0] = count[points - 1] / count[p];
        system.rows[p][1] = system.rows[p][0] * curve_value(class, size[p], largest);
        system.targets[p] = 1;
    }
    fit_not_negative(&system, &result);
    return result.error;
}

static void fit_classes(const double *size, const double *count, size_t points, struct errors *ret)
{
    ret->best = INFINITY;
    for (size_t i = 0; i < COUNT(ret->of); i++) {
        ret->of[i] = fit_one(size, count, points, (enum growth_class) i);
        ret->best = fmin(ret->best, ret->of[i]);
    }
}

static enum growth_class slowest_within(const struct errors *errors, double error)
{
    for (size_t i = 0; i < COUNT(errors->of); i++)
        if (errors->of[i] <= error)
            return (enum growth_class) i;
    return GROWTH_UNKNOWN;
}

/* ---- Reading and writing -------------------------------------------------------------------- */

/* How closely it follows n, so many bytes and a constant; INFINITY where it falls with the bytes,
 * or they hardly rise. */
static double fit_bytes(const struct series *series, const double *bytes)
{
    size_t points = series->points, last = points - 1;
    struct fit_system system = { .terms = 3, .points = points, .fitted = points };
    struct fit_result result;

    if (!(bytes[last] >= BYTES_RANGE * bytes[0]))
        return INFINITY;
    for (size_t p = 0; p < points; p++) {
        double scale = series->count[last] / series->count[p];

        if (!(bytes[p] > 0))
            return INFINITY;
        system.rows[p][0] = scale * series->size[p] / series->size[last];
        system.rows[p][1] = scale * bytes[p] / bytes[last];
        system.rows[p][2] = scale;
        system.targets[p] = 1;
    }
    fit_any(&system, &result);
    return result.terms[1] > 0 ? result.error : INFINITY;
}

/* How much more an element costs at the largest size than at the one where it costs least. */
static double rise_of(const struct series *series)
{
    double least = INFINITY;
    size_t last = series->points - 1;

    for (size_t p = 0; p < last; p++)
        least = fmin(least, series->count[p] / series->size[p]);
    return series->count[last] / series->size[last] / least - 1;
}

/* ---- Logarithms ----------------------------------------------------------------------------- */

/* What an element costs (of n^2: a pair of them) at the sizes from the first on, and what that is
 * fitted to: a constant and a logarithm; with all sizes, a lower term besides. */
static void element_system(const struct series *series, size_t first, enum growth_class base,
                           struct fit_system *ret)
{
    size_t points = series->points - first;
    double largest = series->size[series->points - 1];

    *ret = (struct fit_system){ .terms = first ? 2 : 3, .points = points, .fitted = points };
    for (size_t p = 0; p < points; p++) {
        double size = series->size[first + p];
        double scale = series->count[series->points - 1] / series->count[first + p];
        double whole = curve_value(base, size, largest);

        ret->rows[p][0] = scale * whole;
        ret->rows[p][1] = scale * whole * curve_value(GROWTH_LOG, size, largest);
        ret->rows[p][2] =
            scale * (base == GROWTH_LINEAR ? 1 : curve_value(GROWTH_LINEAR, size, largest));
        ret->targets[p] = 1;
    }
}

/* What n, a logarithm of it and a constant leave. */
static double error_with_log(const struct series *series)
{
    struct fit_system system;
    struct fit_result result;

    element_system(series, 0, GROWTH_LINEAR, &system);
    fit_any(&system, &result);
    return result.error;
}

/* The class of so many bytes. Numbers that become longer, once or by and by, are no logarithm of
 * the program's. */
static enum growth_class class_of_length(const struct series *series, const double *bytes)
{
    size_t last = series->points - 1;
    double power = log(bytes[last] / bytes[0]) / log(series->size[last] / series->size[0]);
    struct errors own;

    fit_classes(series->size, bytes, series->points, &own);
    enum growth_class class = slowest_within(&own, WORST_BYTES);

    return class >= GROWTH_LINEAR && power < BYTES_POWER ? GROWTH_LINEAR : class;
}

/* The class of what reads or writes, if that is what the piece does: what the bytes follow, however
 * long the numbers become, unless a logarithm explains it better by as many terms. */
static enum growth_class class_of_bytes(const struct series *series, const struct errors *errors)
{
    const double *const kinds[] = { series->bytes, series->written };
    double most = fmin(errors->best / BYTES_BETTER, BYTES_RISE * rise_of(series));

    for (size_t i = 0; i < COUNT(kinds) && series->points >= BYTES_POINTS; i++) {
        double error = fit_bytes(series, kinds[i]);

        if (error >= fmax(BYTES_ERROR, most) ||
            (error > BYTES_EXACT && error > error_with_log(series)))
            continue;
        enum growth_class class = class_of_length(series, kinds[i]);

        /* One number that is printed rises with nothing. */
        if (class >= GROWTH_LINEAR)
            return class;
    }
    return GROWTH_UNKNOWN;
}

/* By how much an element costs more at twice the size, in those from one to another. */
static double slope_of(const struct series *series, size_t from, size_t to, enum growth_class base)
{
    double largest = series->size[series->points - 1], count = (double) (to - from);
    double mean_x = 0, mean_y = 0, above = 0, below = 0;

    for (size_t p = from; p < to; p++) {
        mean_x += log2(series->size[p]) / count;
        mean_y += series->count[p] / curve_value(base, series->size[p], largest) / count;
    }
    for (size_t p = from; p < to; p++) {
        double x = log2(series->size[p]) - mean_x;

        above += x * (series->count[p] / curve_value(base, series->size[p], largest) - mean_y);
        below += x * x;
    }
    return below > 0 ? above / below : 0;
}

/* It rises as much among the larger sizes as among the smaller ones. */
static bool rises_evenly(const struct series *series, size_t first, enum growth_class base)
{
    size_t middle = first + (series->points - first) / 2;
    double small = slope_of(series, first, middle + 1, base);
    double large = slope_of(series, middle, series->points, base);

    return small > 0 && large >= EVEN_LEAST * small && large <= EVEN_MOST * small;
}

/* What the base and a lower term leave by themselves. */
static double error_without_log(const struct series *series, size_t first, enum growth_class base)
{
    struct fit_system system;
    struct fit_result result;

    element_system(series, first, base, &system);
    system.terms = 2;
    for (size_t p = 0; p < system.points; p++)
        system.rows[p][1] = system.rows[p][2];
    fit_any(&system, &result);
    return result.error;
}

/* The input, or the output, explains it better than a logarithm does. */
static bool is_rather_bytes(const struct series *series)
{
    double error = fmin(fit_bytes(series, series->bytes), fit_bytes(series, series->written));

    return series->points >= BYTES_POINTS && error < BYTES_RATHER * error_with_log(series);
}

/* How much of the count at the largest size is the logarithm; 0: it is none, or follows it loosely.
 */
static double log_part(const struct series *series, size_t first, enum growth_class base)
{
    struct fit_system system;
    struct fit_result result;
    double least = INFINITY;

    element_system(series, first, base, &system);
    for (size_t p = 0; p + 1 < system.points; p++)
        least = fmin(least, 1 / system.rows[p][0]);
    double rise = 1 / least - 1;

    if (rise < LEAST_RISE)
        return 0;
    fit_any(&system, &result);
    double error = result.error / fmin(rise, 1);

    return result.terms[1] > LEAST_LOG &&
                   result.error * LOG_BETTER <= error_without_log(series, first, base) &&
                   (error <= LOG_ERROR ||
                    (error <= LOG_ERROR_EVEN && rises_evenly(series, first, base) &&
                     !is_rather_bytes(series)))
               ? fmin(1, result.terms[1])
               : 0;
}

/* What an element costs at a size in between, against a logarithm from one of its neighbours to the
 * other. Tables that double and sizes that double meet at the same place, or move slowly against
 * each other; then their elements cost a little more from size to size, but not in between. */
static bool is_between(const struct series *series, size_t check, enum growth_class base)
{
    double largest = series->size[series->points - 1], size = series->check_size[check];
    size_t above = 0;

    while (above < series->points && series->size[above] < size)
        above++;
    if (above == 0 || above == series->points)
        return true;
    double low = series->size[above - 1], high = series->size[above];
    double before = series->count[above - 1] / curve_value(base, low, largest);
    double after = series->count[above] / curve_value(base, high, largest);
    double expected = before + (after - before) * log(size / low) / log(high / low);
    double found = series->check_count[check] / curve_value(base, size, largest);

    return fabs(found - expected) <= CHECK_ERROR * expected;
}

static bool passes_checks(const struct series *series, enum growth_class base)
{
    for (size_t i = 0; i < series->checks; i++)
        if (!is_between(series, i, base))
            return false;
    return true;
}

/* With all sizes, or without the smallest ones, where something else may rule. */
static double log_share(const struct series *series, enum growth_class base)
{
    double share = 0;

    for (size_t first = 0; share <= 0 && first + DECIDE_LOG_SIZES <= series->points; first++)
        share = log_part(series, first, base);
    return share > 0 && passes_checks(series, base) ? share : 0;
}

/* ---- A piece -------------------------------------------------------------------------------- */

static bool is_flat(const struct series *series)
{
    double least = INFINITY, most = 0;

    for (size_t p = 0; p < series->points; p++) {
        least = fmin(least, series->count[p]);
        most = fmax(most, series->count[p]);
    }
    return most <= least * FLAT + FLAT_COUNT;
}

/* What an element costs only rises, or only falls, from the first size on. */
static bool is_steady(const struct series *series, size_t first)
{
    bool rises = true, falls = true;

    for (size_t p = first + 1; p < series->points; p++) {
        double before = series->count[p - 1] / series->size[p - 1];
        double here = series->count[p] / series->size[p];

        rises &= here >= before * (1 - STEADY);
        falls &= here <= before * (1 + STEADY);
    }
    return rises || falls;
}

/* From which size on it is steady: what rules at small sizes may fall while the rest rises. At the
 * number of points: never, or over too little. */
static size_t steady_from(const struct series *series)
{
    size_t last = series->points - 1, first = 0;

    while (first + LEAST_POINTS <= series->points &&
           series->size[last] >= LEAST_RANGE * series->size[first]) {
        if (is_steady(series, first))
            return first;
        first++;
    }
    return series->points;
}

static void drop_small(struct series *series)
{
    size_t kept = 0;

    for (size_t p = 0; p < series->points; p++) {
        if (series->count[p] < LEAST_COUNT)
            continue;
        series->size[kept] = series->size[p];
        series->count[kept] = series->count[p];
        series->bytes[kept] = series->bytes[p];
        series->written[kept++] = series->written[p];
    }
    series->points = kept;
}

/* A class, and how much of the piece is of it; the rest is of the class below. */
struct verdict_of_piece {
    enum growth_class class; /* GROWTH_UNKNOWN: it follows none */
    double part;
    bool transfer; /* it reads or writes */
};

/* A class, of those that a logarithm tells apart, by that logarithm. */
static struct verdict_of_piece tell_log(const struct series *series, enum growth_class class,
                                        const struct errors *errors)
{
    enum growth_class base = class <= GROWTH_LINEAR_ROOT ? GROWTH_LINEAR : GROWTH_SQUARE;
    double share = log_share(series, base);

    if (share > 0)
        return (struct verdict_of_piece){ base + 1, share, false };
    if (class == GROWTH_LINEAR_ROOT && errors->of[class] >= EXACT_ROOT)
        class = GROWTH_UNKNOWN;
    return (struct verdict_of_piece){
        class == GROWTH_LINEAR_ROOT || class == GROWTH_UNKNOWN ? class : base, 1, false
    };
}

/* Of what grows less than n, nothing but closeness says that it grows at all. */
static struct verdict_of_piece judge_slow(const struct series *series, size_t first,
                                          enum growth_class class, const struct errors *errors)
{
    size_t last = series->points - 1;
    double least = INFINITY, most = 0;

    for (size_t p = first; p <= last; p++) {
        least = fmin(least, series->count[p]);
        most = fmax(most, series->count[p]);
    }
    if (errors->of[class] * series->count[last] <= SLOW_ERROR * (most - least))
        return (struct verdict_of_piece){ class, 1, false };
    return (struct verdict_of_piece){ most <= SLOW_RISE * least ? GROWTH_CONSTANT : GROWTH_UNKNOWN,
                                      1, false };
}

/* By which power it rises to a size from the one before it. */
static double power_to(const struct series *series, size_t p)
{
    return log(series->count[p] / series->count[p - 1]) /
           log(series->size[p] / series->size[p - 1]);
}

/* It has risen by more before: numbers above 256, which CPython makes anew, begin at some size, and
 * what makes them rises as a cube until they are most of all. */
static bool has_risen_more(const struct series *series, size_t first)
{
    size_t last = series->points - 1;
    double most = 0;

    for (size_t p = first + 1; p <= last; p++)
        most = fmax(most, power_to(series, p));
    return power_to(series, last) < CUBE_POWER && power_to(series, last) < most - CUBE_FALL;
}

static struct verdict_of_piece judge_piece(struct series *series)
{
    struct errors errors;
    size_t first = 0;

    if (is_flat(series))
        return (struct verdict_of_piece){ GROWTH_CONSTANT, 1, false };
    drop_small(series);
    size_t points = series->points;

    if (points < LEAST_POINTS)
        return (struct verdict_of_piece){ GROWTH_UNKNOWN, 1, false };
    fit_classes(series->size, series->count, points, &errors);
    enum growth_class class = class_of_bytes(series, &errors);

    if (class != GROWTH_UNKNOWN)
        return (struct verdict_of_piece){ class, 1, true };
    if (errors.best > EXACT && (first = steady_from(series)) == points)
        return (struct verdict_of_piece){ errors.of[GROWTH_LINEAR] < WORST_LINEAR ? GROWTH_LINEAR
                                                                                  : GROWTH_UNKNOWN,
                                          1, false };
    if (first > 0)
        fit_classes(series->size + first, series->count + first, points - first, &errors);
    /* Lower terms, which may be negative, matter less at larger sizes. */
    while (errors.best > CLOSE && points - first > TAIL_POINTS &&
           series->size[points - 1] / series->size[first + 1] >= LEAST_RANGE) {
        first++;
        fit_classes(series->size + first, series->count + first, points - first, &errors);
    }
    class = errors.best < WORST ? slowest_within(&errors, fmax(FACTOR * errors.best, EXACT))
                                : GROWTH_UNKNOWN;
    if (class == GROWTH_LOG || class == GROWTH_ROOT)
        return judge_slow(series, first, class, &errors);
    if (class >= GROWTH_LINEAR && class <= GROWTH_SQUARE_LOG)
        return tell_log(series, class, &errors);
    if (class == GROWTH_CUBE && has_risen_more(series, first))
        class = GROWTH_UNKNOWN;
    return (struct verdict_of_piece){ class, 1, false };
}

/* It rises by as much whenever the size doubles, as a loop that halves it does; digits do so every
 * third time or so. Exactly by as much is worth as many such pieces as are enough; 0: it does not.
 */
static unsigned count_steps(const struct series *series)
{
    size_t last = series->points - 1;
    double rise = series->count[last] - series->count[0], error = 0;

    if (series->points < STEPS_POINTS || series->count[0] < LEAST_COUNT ||
        rise < STEPS_RISE * series->count[last])
        return 0;
    for (size_t p = 0; p <= last; p++) {
        double passed =
            log(series->size[p] / series->size[0]) / log(series->size[last] / series->size[0]);

        error = fmax(error, fabs(series->count[0] + passed * rise - series->count[p]));
    }
    return error <= STEPS_EXACT * rise ? DECIDE_STEPS : error <= STEPS_ERROR * rise;
}

/* ---- All of them ---------------------------------------------------------------------------- */

/* A little of a program that has come to rise as a square only lately: the chains of a table whose
 * keys are alike do so until it is made larger. A loop over pairs does from small sizes on. */
static bool rises_lately(const struct series *series, double share)
{
    size_t last = series->points - 1, from = last;

    while (from > 0 && series->size[from] * LATE_RANGE > series->size[last])
        from--;
    return share < LATE_SHARE && series->count[from] >= LEAST_COUNT &&
           log(series->count[last] / series->count[from]) <
               LATE_POWER * log(series->size[last] / series->size[from]);
}

static void take_piece(const struct block_series *all, size_t place, double whole,
                       struct growth_shares *ret)
{
    double share = all->points[all->count - 1].blocks[place] / whole;
    struct series series = { .points = all->count, .checks = all->check_count };

    for (size_t p = 0; p < all->count; p++) {
        series.size[p] = all->points[p].size;
        series.count[p] = all->points[p].blocks[place];
        series.bytes[p] = all->points[p].bytes;
        series.written[p] = all->points[p].written;
    }
    for (size_t i = 0; i < all->check_count; i++) {
        series.check_size[i] = all->checks[i].size;
        series.check_count[i] = all->checks[i].blocks[place];
    }
    unsigned steps = count_steps(&series);

    ret->steps += steps ? share : 0;
    ret->step_count += steps;
    if (share < LEAST_SHARE) {
        ret->unclear += share;
        return;
    }
    bool late = rises_lately(&series, share);
    struct verdict_of_piece piece = judge_piece(&series);

    if (piece.class == GROWTH_UNKNOWN || (late && piece.class >= GROWTH_SQUARE)) {
        ret->unclear += share;
        return;
    }
    ret->of[piece.class] += share * piece.part;
    ret->transfer += piece.transfer ? share : 0;
    if (piece.part < 1)
        ret->of[piece.class - 1] += share * (1 - piece.part);
}

bool blocks_share(const struct block_series *series, struct growth_shares *ret)
{
    struct block_series all = *series;
    double whole = 0;

    memset(ret, 0, sizeof(*ret));
    if (all.count > MOST_POINTS) {
        all.points += all.count - MOST_POINTS;
        all.count = MOST_POINTS;
    }
    if (all.check_count > BLOCKS_CHECKS)
        all.check_count = BLOCKS_CHECKS;
    if (all.count < LEAST_POINTS)
        return false;
    for (size_t i = 0; i < COUNTS_BLOCKS; i++)
        whole += all.points[all.count - 1].blocks[i];
    for (size_t i = 0; i < COUNTS_BLOCKS && whole > 0; i++)
        take_piece(&all, i, whole, ret);
    return whole > 0;
}
