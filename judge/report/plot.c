/* Axes and ticks. Ticks of a logarithmic axis are powers of ten (of two for bytes), with 2 and 5 in
 * between where there would be too few; those of a linear one are 1, 2 or 5 times a power of ten.
 */

#include "judge/report/plot.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/report/view.h"

#include <math.h>

enum { TICKS_MOST = 8 };

struct plot_axis plot_axis(double low, double high, bool log, enum plot_unit unit)
{
    struct plot_axis axis = { .low = low, .high = high, .log = log, .unit = unit };

    if (log) {
        axis.low = fmax(low, 1e-12) / 1.25;
        axis.high = fmax(high, axis.low) * 1.25;
        if (axis.high < axis.low * 4)
            axis.high = axis.low * 4;
    } else {
        axis.low = fmin(low, 0);
        axis.high = high > axis.low ? axis.low + (high - axis.low) * 1.05 : axis.low + 1;
    }
    return axis;
}

static double part(const struct plot_axis *axis, double value)
{
    double share =
        axis->log ? (log(fmax(value, 1e-300)) - log(axis->low)) / (log(axis->high) - log(axis->low))
                  : (value - axis->low) / (axis->high - axis->low);

    return isfinite(share) ? fmax(-1, fmin(2, share)) : 0;
}

double plot_x(const struct plot_axis *axis, double value)
{
    return PLOT_LEFT + (PLOT_RIGHT - PLOT_LEFT) * part(axis, value);
}

double plot_y(const struct plot_axis *axis, double value)
{
    return PLOT_BOTTOM - (PLOT_BOTTOM - PLOT_TOP) * part(axis, value);
}

void plot_put(struct json_object *object, const char *key, double coordinate)
{
    view_put_format(object, key, "%.1f", coordinate);
}

static void put_label(struct json_object *object, const struct plot_axis *axis, double value)
{
    static const char *const names[] = { "", "k", "M", "G", "T", "P" };
    size_t step = 0;

    if (axis->unit == PLOT_BYTES) {
        view_put_bytes(object, "label", value);
        return;
    }
    if (axis->unit == PLOT_SECONDS || axis->unit == PLOT_NANOSECONDS) {
        view_put_format(object, "label", "%.3g s",
                        axis->unit == PLOT_SECONDS ? value : value / 1e9);
        return;
    }
    for (; fabs(value) >= 1000 && step + 1 < COUNT(names); step++)
        value /= 1000;
    view_put_format(object, "label", "%.4g%s%s", value, *names[step] ? " " : "", names[step]);
}

static void add_tick(json_t **ticks, const struct plot_axis *axis, bool vertical, double value)
{
    struct json_object object = json_open();

    plot_put(&object, "at", vertical ? plot_y(axis, value) : plot_x(axis, value));
    put_label(&object, axis, value);
    json_add(ticks, json_close(&object));
}

static void add_log_ticks(json_t **ticks, const struct plot_axis *axis, bool vertical)
{
    static const double between[] = { 1, 2, 5 };
    double base = axis->unit == PLOT_BYTES ? 2 : 10;
    double low = ceil(log(axis->low) / log(base) - 1e-9);
    double high = floor(log(axis->high) / log(base) + 1e-9);
    double step = fmax(1, ceil((high - low + 1) / TICKS_MOST));
    bool fine = base == 10 && high - low < 2;

    if (fine)
        low--;
    int count = (int) fmin(64, (high - low) / step) + 1;
    for (int k = 0; k < count; k++)
        for (size_t i = 0; i < (fine ? COUNT(between) : 1); i++) {
            double value = between[i] * pow(base, low + k * step);
            if (value >= axis->low && value <= axis->high)
                add_tick(ticks, axis, vertical, value);
        }
}

static void add_linear_ticks(json_t **ticks, const struct plot_axis *axis, bool vertical)
{
    double rough = (axis->high - axis->low) / 5;
    double base = axis->unit == PLOT_BYTES ? 2 : 10;
    double step = pow(base, floor(log(rough) / log(base)));

    if (base == 10 && rough / step >= 5)
        step *= 5;
    else if (rough / step >= 2)
        step *= 2;
    for (int i = 0; i < 16 && axis->low + i * step <= axis->high; i++)
        add_tick(ticks, axis, vertical, axis->low + i * step);
}

json_t *plot_ticks(const struct plot_axis *axis, bool vertical)
{
    json_t *ticks = json_array();

    if (axis->log)
        add_log_ticks(&ticks, axis, vertical);
    else
        add_linear_ticks(&ticks, axis, vertical);
    return ticks;
}
