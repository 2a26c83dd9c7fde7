#include "judge/growth/differ.h"

#include "judge/growth/plugin/counts.h"

#include <math.h>
#include <string.h>

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

/* Of a piece of code, which executes so much on each of the inputs. */
static bool is_alike(const struct differ_point *points, const double *counts, size_t count)
{
    static const double none[MOST_POINTS];
    double element[MOST_POINTS], bytes[MOST_POINTS], written[MOST_POINTS];

    for (size_t i = 0; i < count; i++) {
        element[i] = counts[i] / points[i].size;
        bytes[i] = points[i].bytes / points[i].size;
        written[i] = points[i].written / points[i].size;
    }
    return is_line(none, counts, count) || is_line(bytes, element, count) ||
           is_line(written, element, count);
}

bool differ_counts(const struct differ_point *points, size_t count, double *ret)
{
    if (count < LEAST_POINTS || count > MOST_POINTS)
        return false;
    for (size_t i = 0; i < count; i++)
        ret[i] = LITTLE * points[i].count;
    for (size_t place = 0; place < COUNTS_BLOCKS; place++) {
        double counts[MOST_POINTS], most = 0;

        for (size_t i = 0; i < count; i++) {
            counts[i] = points[i].blocks[place];
            most = fmax(most, counts[i] / points[i].size);
        }
        if (most < LEAST_AN_ELEMENT || is_alike(points, counts, count))
            continue;
        for (size_t i = 0; i < count; i++)
            ret[i] += counts[i];
    }
    return true;
}
