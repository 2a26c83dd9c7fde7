#ifndef ASSAY_REPORT_PLOT_H
#define ASSAY_REPORT_PLOT_H

/* Internal: coordinates of plots. A page draws them; here they are only computed. */

#include "judge/report/json.h"

/* The field that points are in, in the units of the page's SVG. */
enum {
    PLOT_WIDTH = 640,
    PLOT_HEIGHT = 300,
    PLOT_LEFT = 78,
    PLOT_RIGHT = 624,
    PLOT_TOP = 14,
    PLOT_BOTTOM = 254
};

enum plot_unit { PLOT_PLAIN, PLOT_BYTES, PLOT_SECONDS, PLOT_NANOSECONDS };

struct plot_axis {
    double low, high; /* low < high; with `log` both positive */
    bool log;
    enum plot_unit unit;
};

/* Makes an axis that holds low to high, both finite, with some room. */
struct plot_axis plot_axis(double low, double high, bool log, enum plot_unit unit);
double plot_x(const struct plot_axis *axis, double value);
double plot_y(const struct plot_axis *axis, double value);
/* {at, label} a tick, at most ten or so. `vertical`: of the y axis. */
json_t *plot_ticks(const struct plot_axis *axis, bool vertical);
/* "12.3": a coordinate. */
void plot_put(struct json_object *object, const char *key, double coordinate);

#endif
