/*
 * How time and memory grow, as plots with logarithmic axes, on which a power of n is a straight
 * line: the measured points, what the class fitted to them gives, and, dashed, the class that the
 * problem expects, drawn through the first point, so that it parts from the points where the
 * submission grows faster.
 */

#include "judge/growth/growth.h"
#include "judge/report/plot.h"
#include "judge/report/view.h"

#include "judge/base/memory.h"

#include <math.h>
#include <string.h>

enum { POINTS_MOST = 64 };
/* A share of less is not worth a word. */
#define LEAST_SHARE 0.005

struct points {
    double n[POINTS_MOST], count[POINTS_MOST], fitted[POINTS_MOST]; /* fitted NAN: none */
    bool predicted[POINTS_MOST];
    size_t size;
};

static void read_points(const json_t *list, struct points *points)
{
    for (size_t i = 0; i < json_array_size(list) && points->size < POINTS_MOST; i++) {
        const json_t *point = json_array_get(list, i);
        double n = view_number(point, "n"), count = view_number(point, "count");
        double fitted = view_number(point, "fitted");

        if (!(n > 0 && n < 1e15 && count > 0 && count < 1e21))
            continue;
        points->n[points->size] = n;
        points->count[points->size] = count;
        points->fitted[points->size] = fitted > 0 && fitted < 1e21 ? fitted : NAN;
        points->predicted[points->size++] = view_true(point, "predicted");
    }
}

static void span(const double *values, size_t size, double *low, double *high)
{
    for (size_t i = 0; i < size; i++)
        if (isfinite(values[i])) {
            *low = fmin(*low, values[i]);
            *high = fmax(*high, values[i]);
        }
}

static json_t *marks(const struct points *points, const struct plot_axis *x,
                     const struct plot_axis *y)
{
    json_t *array = json_array();

    for (size_t i = 0; i < points->size; i++) {
        struct json_object object = json_open();
        plot_put(&object, "x", plot_x(x, points->n[i]));
        plot_put(&object, "y", plot_y(y, points->count[i]));
        json_put_bool(&object, "predicted", points->predicted[i]);
        view_put_format(&object, "n", "%.6g", points->n[i]);
        view_put_format(&object, "count", "%.6g", points->count[i]);
        if (isfinite(points->fitted[i]))
            view_put_format(&object, "fitted", "%.6g", points->fitted[i]);
        json_add(&array, json_close(&object));
    }
    return array;
}

/* "x,y x,y ...": of the fit, or of what is `expected` through the first point. NULL: memory was
 * out. */
static json_t *line(const struct points *points, const struct plot_axis *x,
                    const struct plot_axis *y, const char *expected)
{
    AUTO_BUFFER struct buffer text = { 0 };
    size_t drawn = 0;

    for (size_t i = 0; i < points->size; i++) {
        double value = points->fitted[i];
        if (expected)
            value = points->count[0] * growth_expected_ratio(expected, points->n[0], points->n[i]);
        if (!isfinite(value))
            continue;
        if (buffer_printf(&text, "%s%.1f,%.1f", drawn++ ? " " : "", plot_x(x, points->n[i]),
                          plot_y(y, value)) < 0)
            return NULL;
    }
    return json_text(drawn > 1 ? text.data : "");
}

static const char *axis_title(const char *backend)
{
    static const char *const titles[][2] = {
        { "instructions", "instructions" }, { "hardware instructions", "instructions" },
        { "cpu time", "CPU time" },         { "memory written", "bytes written" },
        { "memory held", "bytes held" },    { "peak memory", "bytes at the peak" }
    };

    for (size_t i = 0; i < COUNT(titles); i++)
        if (strcmp(backend, titles[i][0]) == 0)
            return titles[i][1];
    return "";
}

static enum plot_unit unit_of(const char *backend)
{
    if (strcmp(backend, "cpu time") == 0)
        return PLOT_NANOSECONDS;
    return strstr(backend, "memory") ? PLOT_BYTES : PLOT_PLAIN;
}

static json_t *plot_object(const json_t *growth, const char *expected)
{
    struct json_object object = json_open();
    double low_n = INFINITY, high_n = 0, low = INFINITY, high = 0;
    const char *backend = view_text(growth, "backend");
    struct points points = { .size = 0 };

    read_points(view_list(growth, "points"), &points);
    if (points.size < 2) {
        json_decref(object.json);
        return json_null();
    }
    span(points.n, points.size, &low_n, &high_n);
    span(points.count, points.size, &low, &high);
    span(points.fitted, points.size, &low, &high);
    struct plot_axis x = plot_axis(low_n, high_n, true, PLOT_PLAIN);
    struct plot_axis y = plot_axis(low, high, true, unit_of(backend));
    json_put(&object, "points", marks(&points, &x, &y));
    json_put(&object, "fit", line(&points, &x, &y, NULL));
    json_put(&object, "expected", line(&points, &x, &y, expected));
    json_put(&object, "x_ticks", plot_ticks(&x, false));
    json_put(&object, "y_ticks", plot_ticks(&y, true));
    json_put_text(&object, "y_title", axis_title(backend));
    return json_close(&object);
}

/* "89 % of its instructions grow as n, 8 % as n log n" */
static void put_shares(struct json_object *object, const json_t *measure)
{
    AUTO_BUFFER struct buffer text = { 0 };
    json_t *shares = json_object_get(measure, "shares"), *share;
    const char *class;

    json_object_foreach (shares, class, share) {
        double part = json_number_value(share);
        bool first = text.size == 0, constant = strcmp(class, "1") == 0;
        const char *grow = constant ? " are the same for any n" : first ? " grow as " : " as ";

        if (part >= LEAST_SHARE &&
            buffer_printf(&text, "%s%.0f %%%s%s%s", first ? "" : ", ", 100 * fmin(1, part),
                          first ? " of its instructions" : "", grow, constant ? "" : class) < 0)
            return;
    }
    if (text.size)
        json_put_text(object, "shares", text.data);
}

static json_t *measure_object(const json_t *growth, const char *what)
{
    const json_t *measure = view_object(growth, what);
    struct json_object object = json_open();
    const char *expected = view_text(measure, "expected"), *verdict = view_text(measure, "verdict");
    double confidence = view_number(measure, "confidence");

    json_put_text(&object, "what", strcmp(what, "time") == 0 ? "Time" : "Memory");
    json_put_text(&object, "id", what);
    json_put_text(&object, "class", view_text(measure, "class"));
    json_put_text(&object, "wanted", expected);
    json_put_text(&object, "verdict", verdict);
    json_put_text(&object, "tone",
                  strcmp(verdict, "worse") == 0    ? "bad"
                  : strcmp(verdict, "unsure") == 0 ? "open"
                                                   : "good");
    if (confidence > 0)
        view_put_format(&object, "confidence", "%.0f %%", 100 * fmin(1, confidence));
    put_shares(&object, measure);
    json_put_text(&object, "reason", view_text(measure, "reason"));
    json_put_text(&object, "family", view_text(measure, "family"));
    json_put(&object, "plot", plot_object(measure, expected));
    return json_close(&object);
}

json_t *view_growth(const json_t *growth)
{
    struct json_object object = json_open();
    json_t *measures = json_array();

    if (!view_object(growth, "time") && !view_object(growth, "space")) {
        json_decref(measures);
        json_decref(object.json);
        return json_null();
    }
    if (view_object(growth, "time"))
        json_add(&measures, measure_object(growth, "time"));
    if (view_object(growth, "space"))
        json_add(&measures, measure_object(growth, "space"));
    json_put_text(&object, "sentence", view_text(growth, "sentence"));
    json_put_text(&object, "fault", view_text(growth, "fault"));
    json_put_text(&object, "backend_note", view_text(growth, "backend_note"));
    json_put(&object, "measures", measures);
    return json_close(&object);
}
