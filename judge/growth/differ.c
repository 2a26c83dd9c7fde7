#include "judge/growth/differ.h"

#include "judge/growth/plugin/counts.h"

#include <math.h>

#define LEAST_POINTS 4 /* three may be on a line by chance */
#define MOST_POINTS 32
#define ALIKE 0.02         /* of the largest: so near to a line */
#define LEAST_AN_ELEMENT 1 /* what is less matters to nobody */
#define LITTLE 0.001       /* of all instructions */

/* Whether they are all on one line, or as large as each other. */
static bool is_line(const double *x, const double *y, size_t count)
{
    double mean_x = 0, mean_y = 0, above = 0, below = 0, most = 0;

    for (size_t i = 0; i < count; i++) {
        mean_x += x[i] / (double) count;
        mean_y += y[i] / (double) count;
        most = fmax(most, y[i]);
    }
    for (size_t i = 0; i < count; i++) {
        above += (x[i] - mean_x) * (y[i] - mean_y);
        below += (x[i] - mean_x) * (x[i] - mean_x);
    }
    /* What falls with the bytes does not follow them. */
    double slope = below > 0 && above > 0 ? above / below : 0;

    for (size_t i = 0; i < count; i++)
        if (fabs(mean_y + slope * (x[i] - mean_x) - y[i]) > ALIKE * most)
            return false;
    return true;
}

/* Of a piece of code: whether all inputs are alike in what they execute of it, or there is hardly
 * any. */
static bool is_alike(const struct differ_point *points, size_t place, size_t count)
{
    static const double none[MOST_POINTS];
    double counts[MOST_POINTS], element[MOST_POINTS], bytes[MOST_POINTS], written[MOST_POINTS];
    double most = 0;

    for (size_t i = 0; i < count; i++) {
        counts[i] = points[i].blocks[place];
        element[i] = counts[i] / points[i].size;
        bytes[i] = points[i].bytes / points[i].size;
        written[i] = points[i].written / points[i].size;
        most = fmax(most, element[i]);
    }
    return most < LEAST_AN_ELEMENT || is_line(none, counts, count) ||
           is_line(bytes, element, count) || is_line(written, element, count);
}

bool differ_counts(const struct differ_point *points, size_t count, double *ret)
{
    if (count < LEAST_POINTS || count > MOST_POINTS)
        return false;
    for (size_t i = 0; i < count; i++)
        ret[i] = LITTLE * points[i].count;
    for (size_t place = 0; place < COUNTS_BLOCKS; place++)
        if (!is_alike(points, place, count))
            for (size_t i = 0; i < count; i++)
                ret[i] += points[i].blocks[place];
    return true;
}

bool differ_powers(const struct differ_point *small, const struct differ_point *large, size_t count,
                   double *ret)
{
    double below[MOST_POINTS] = { 0 }, above[MOST_POINTS] = { 0 };

    if (count < LEAST_POINTS || count > MOST_POINTS)
        return false;
    for (size_t place = 0; place < COUNTS_BLOCKS; place++) {
        if (is_alike(small, place, count) && is_alike(large, place, count))
            continue;
        for (size_t i = 0; i < count; i++) {
            below[i] += small[i].blocks[place];
            above[i] += large[i].blocks[place];
        }
    }
    for (size_t i = 0; i < count; i++)
        ret[i] = below[i] > 0 && above[i] > 0
                     ? log(above[i] / below[i]) / log(large[i].size / small[i].size)
                     : 0;
    return true;
}
