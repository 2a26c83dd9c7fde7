/*
 * A service under load: the percentiles of each probe that says them (its key "load": rate, p50,
 * p95, p99, max, in seconds) as bars on one scale, and memory over the whole grading.
 */

#include "judge/report/plot.h"
#include "judge/report/view.h"

#include "judge/base/memory.h"

#include <math.h>
#include <string.h>

enum { USAGE_POINTS = 600, ROW_HEIGHT = 20, ROW_TOP = 22, GROUP_GAP = 34 };

/* ---- Latency ----------------------------------------------------------------------------------
 */

static const char *const percentiles[] = { "p50", "p95", "p99", "max" };

static json_t *bar_object(const json_t *load, size_t i, double top, const struct plot_axis *axis)
{
    struct json_object object = json_open();
    double seconds = view_number(load, percentiles[i]);
    double end = plot_x(axis, seconds);

    json_put_text(&object, "name", percentiles[i]);
    view_put_duration(&object, "value", seconds);
    plot_put(&object, "y", top);
    plot_put(&object, "text_y", top + ROW_HEIGHT - 8);
    plot_put(&object, "width", fmax(1, end - PLOT_LEFT));
    plot_put(&object, "text_x", end + 6);
    return json_close(&object);
}

static json_t *load_object(const json_t *probe, const struct plot_axis *axis, double *top)
{
    const json_t *load = view_object(probe, "load");
    struct json_object object = json_open();
    json_t *bars = json_array();
    double rate = view_number(load, "rate");

    json_put_text(&object, "id", view_text(probe, "id"));
    if (rate > 0)
        view_put_format(&object, "rate", "%.6g requests a second", rate);
    if (view_number(load, "failed") > 0)
        view_put_format(&object, "failed", "%.6g of %.6g failed", view_number(load, "failed"),
                        view_number(load, "sent"));
    plot_put(&object, "title_y", *top - 7);
    for (size_t i = 0; i < COUNT(percentiles); i++)
        if (view_number(load, percentiles[i]) >= 0) {
            json_add(&bars, bar_object(load, i, *top, axis));
            *top += ROW_HEIGHT;
        }
    *top += GROUP_GAP;
    json_put(&object, "bars", bars);
    return json_close(&object);
}

static double slowest(const json_t *probes)
{
    double most = 0;

    for (size_t i = 0; i < json_array_size(probes); i++) {
        const json_t *load = view_object(json_array_get(probes, i), "load");
        for (size_t k = 0; k < COUNT(percentiles); k++) {
            double seconds = view_number(load, percentiles[k]);
            if (seconds > most && seconds < 1e9)
                most = seconds;
        }
    }
    return most;
}

json_t *view_latency(const json_t *grade)
{
    const json_t *probes = view_list(grade, "probes");
    double most = slowest(probes), top = ROW_TOP;
    struct json_object object = json_open();
    json_t *list = json_array();

    if (!(most > 0)) {
        json_decref(list);
        json_decref(object.json);
        return json_null();
    }
    /* Room for the figure behind the longest bar. */
    struct plot_axis axis = plot_axis(0, most * 1.15, false, PLOT_SECONDS);
    for (size_t i = 0; i < json_array_size(probes); i++)
        if (view_object(json_array_get(probes, i), "load"))
            json_add(&list, load_object(json_array_get(probes, i), &axis, &top));
    json_put(&object, "list", list);
    view_put_format(&object, "height", "%.0f", top - GROUP_GAP + 4);
    return json_close(&object);
}

/* ---- Use over time ----------------------------------------------------------------------------
 */

static double sample(const json_t *usage, size_t i, size_t field)
{
    const json_t *value = json_array_get(json_array_get(usage, i), field);
    double number = json_is_number(value) ? json_number_value(value) : NAN;

    return number >= 0 && number < 1e18 ? number : NAN;
}

static double largest(const json_t *usage, size_t count, size_t field)
{
    double most = 0;

    for (size_t i = 0; i < count; i++)
        most = fmax(most, sample(usage, i, field));
    return most;
}

static json_t *usage_line(const json_t *usage, size_t count, const struct plot_axis *x,
                          const struct plot_axis *y)
{
    AUTO_BUFFER struct buffer text = { 0 };

    for (size_t i = 0; i < count; i++) {
        double at = sample(usage, i, 0), bytes = sample(usage, i, 2);
        if (isfinite(at) && isfinite(bytes) &&
            buffer_printf(&text, "%s%.1f,%.1f", text.size ? " " : "", plot_x(x, at),
                          plot_y(y, bytes)) < 0)
            return NULL;
    }
    return json_text(text.data ? text.data : "");
}

json_t *view_usage(const json_t *grade)
{
    const json_t *usage = view_list(view_object(grade, "service"), "usage");
    size_t count = json_array_size(usage);
    struct json_object object = json_open();

    if (count > USAGE_POINTS)
        count = USAGE_POINTS;
    double most = largest(usage, count, 2), end = largest(usage, count, 0);
    if (count < 2 || !(most > 0) || !(end > 0)) {
        json_decref(object.json);
        return json_null();
    }
    struct plot_axis x = plot_axis(0, end, false, PLOT_SECONDS);
    struct plot_axis y = plot_axis(0, most, false, PLOT_BYTES);
    json_put(&object, "line", usage_line(usage, count, &x, &y));
    json_put(&object, "x_ticks", plot_ticks(&x, false));
    json_put(&object, "y_ticks", plot_ticks(&y, true));
    view_put_bytes(&object, "most", most);
    view_put_duration(&object, "end", end);
    return json_close(&object);
}
