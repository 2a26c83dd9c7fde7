/*
 * How time and memory grow, for people: what it means first, then a table of what was measured, and
 * a plot in which both axes are logarithmic, so that a power of n is a straight line.
 */

#include "judge/report/table.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <math.h>
#include <string.h>

enum { PLOT_WIDTH = 56, PLOT_HEIGHT = 12, SENTENCE_BYTES = 2000 };
/* A share of less is not worth a word. */
#define LEAST_SHOWN 0.005

static void put_amount(double amount, bool bytes, char *text, size_t size)
{
    if (bytes)
        text_bytes((unsigned long long) amount, text, size);
    else if (amount < 1e7)
        snprintf(text, size, "%.0f", amount);
    else
        snprintf(text, size, "%.3g", amount);
}

static void print_points(FILE *file, const struct report_style *style,
                         const struct growth_answer *answer, const char *what, bool bytes)
{
    const char *const headings[] = { "n", what, "fit", "off", "", NULL };
    struct table table;

    table_begin(&table, "rrrr", 2, headings);
    for (size_t i = 0; i < answer->point_count; i++) {
        const struct growth_point *point = &answer->points[i];
        char count[32], fitted[32];

        put_amount(point->count, bytes, count, sizeof(count));
        put_amount(point->fitted, bytes, fitted, sizeof(fitted));
        table_line(&table);
        table_cell(&table, 0, REPORT_PLAIN, "%.0f", point->size);
        table_cell(&table, 1, REPORT_PLAIN, "%s", count);
        if (point->fitted <= 0)
            continue;
        table_cell(&table, 2, REPORT_PLAIN, "%s", fitted);
        table_cell(&table, 3, REPORT_FAINT, "%+.1f %%",
                   point->count > 0 ? 100 * (point->count / point->fitted - 1) : 0);
        table_cell(&table, 4, REPORT_FAINT, "%s", point->predicted ? "predicted" : "");
    }
    table_end(&table, file, style);
}

/* ---- The plot ------------------------------------------------------------------------------- */

struct plot {
    char cells[PLOT_HEIGHT][PLOT_WIDTH + 1];
    double low_x, high_x, low_y, high_y; /* logarithms */
};

static void plot_bounds(struct plot *plot, const struct growth_answer *answer)
{
    plot->low_x = log(answer->points[0].size);
    plot->high_x = log(answer->points[answer->point_count - 1].size);
    plot->low_y = INFINITY;
    plot->high_y = -INFINITY;
    for (size_t i = 0; i < answer->point_count; i++) {
        double y = log(fmax(1, answer->points[i].count));

        plot->low_y = fmin(plot->low_y, y);
        plot->high_y = fmax(plot->high_y, y);
    }
    if (plot->high_y - plot->low_y < 0.5)
        plot->high_y = plot->low_y + 0.5;
}

static void plot_put(struct plot *plot, double x, double y, char sign)
{
    double right = (x - plot->low_x) / (plot->high_x - plot->low_x);
    double up = (y - plot->low_y) / (plot->high_y - plot->low_y);
    long column = lround(right * (PLOT_WIDTH - 1));
    long row = PLOT_HEIGHT - 1 - lround(up * (PLOT_HEIGHT - 1));

    if (column >= 0 && column < PLOT_WIDTH && row >= 0 && row < PLOT_HEIGHT)
        plot->cells[row][column] = sign;
}

/* The fit between two points, as a line. */
static void plot_line(struct plot *plot, const struct growth_point *one,
                      const struct growth_point *other)
{
    for (int i = 0; i <= PLOT_WIDTH; i++) {
        double part = (double) i / PLOT_WIDTH;

        plot_put(plot, log(one->size) * (1 - part) + log(other->size) * part,
                 log(one->fitted) * (1 - part) + log(other->fitted) * part, '.');
    }
}

static void print_plot(FILE *file, const struct growth_answer *answer)
{
    struct plot plot = { 0 };

    if (answer->point_count < 2)
        return;
    for (size_t row = 0; row < PLOT_HEIGHT; row++) {
        memset(plot.cells[row], ' ', PLOT_WIDTH);
        plot.cells[row][PLOT_WIDTH] = '\0';
    }
    plot_bounds(&plot, answer);
    for (size_t i = 0; i + 1 < answer->point_count; i++)
        if (answer->points[i].fitted > 0 && answer->points[i + 1].fitted > 0)
            plot_line(&plot, &answer->points[i], &answer->points[i + 1]);
    for (size_t i = 0; i < answer->point_count; i++)
        plot_put(&plot, log(answer->points[i].size), log(fmax(1, answer->points[i].count)), '*');
    fprintf(file, "\n");
    for (size_t row = 0; row < PLOT_HEIGHT; row++) {
        size_t length = PLOT_WIDTH;

        while (length > 0 && plot.cells[row][length - 1] == ' ')
            length--;
        fprintf(file, "  |%.*s\n", (int) length, plot.cells[row]);
    }
    fprintf(file, "  +");
    for (int i = 0; i < PLOT_WIDTH; i++)
        fputc('-', file);
    fprintf(file, "\n  n = %.0f to %.0f; * measured", answer->points[0].size,
            answer->points[answer->point_count - 1].size);
    if (answer->class != GROWTH_UNKNOWN)
        fprintf(file, ", . %s", growth_class_name(answer->class));
    fputc('\n', file);
}

/* ---- All ------------------------------------------------------------------------------------ */

/* "Of its instructions at n = 100000, 89 % grow as n, 8 % as n log n." */
static void print_shares(FILE *file, const struct growth_answer *answer)
{
    const char *grow = "grow as ", *before = "";

    if (!answer->has_shares || !answer->point_count)
        return;
    fprintf(file, "\n  Of its instructions at n = %.0f, ",
            answer->points[answer->point_count - 1].size);
    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++) {
        if (answer->shares.of[i] < LEAST_SHOWN)
            continue;
        bool constant = i == GROWTH_CONSTANT;

        fprintf(file, "%s%.0f %% %s%s", before, 100 * answer->shares.of[i],
                constant ? "are the same for any n" : grow,
                constant ? "" : growth_class_name((enum growth_class) i));
        before = ", ";
        grow = constant ? grow : "as ";
    }
    if (answer->shares.unclear >= LEAST_SHOWN)
        fprintf(file, "%s%.0f %% are too little, or too uneven, to tell", before,
                100 * answer->shares.unclear);
    fprintf(file, ".\n");
}

static enum report_colour verdict_colour(enum growth_verdict verdict)
{
    return verdict == GROWTH_WORSE    ? REPORT_BAD
           : verdict == GROWTH_UNSURE ? REPORT_ODD
                                      : REPORT_GOOD;
}

static void print_answer(FILE *file, const struct report_style *style, const char *what,
                         const struct growth_answer *answer)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *family = arena && answer->family ? table_clean(arena, answer->family) : "?";
    enum report_colour colour = verdict_colour(answer->verdict);

    if (answer->class == GROWTH_UNKNOWN) {
        fprintf(file, "%-6s %sunknown%s: %s\n", what, report_colour_start(style, REPORT_ODD),
                report_colour_end(style, REPORT_ODD), answer->reason ? answer->reason : "?");
        return;
    }
    fprintf(file, "%-6s %s%s%s, confidence %.2f, on \"%s\"", what,
            report_colour_start(style, colour), growth_class_name(answer->class),
            report_colour_end(style, colour), answer->confidence, family);
    if (answer->expected && arena)
        fprintf(file, "; expected %s: %s", table_clean(arena, answer->expected),
                growth_verdict_name(answer->verdict));
    fprintf(file, "\n");
}

static void print_product(FILE *file, const struct report_style *style, const char *what,
                          const struct growth_product *product, const char *name)
{
    enum report_colour colour = product->text ? verdict_colour(product->verdict) : REPORT_ODD;
    const char *first = growth_class_name(product->first.class);
    const char *second = growth_class_name(product->second.class);
    const char *both = growth_class_name(product->both.class);

    fprintf(file, "%-6s %s%s%s", what, report_colour_start(style, colour),
            product->text ? product->text : "unknown", report_colour_end(style, colour));
    if (product->text)
        fprintf(file, ", confidence %.2f", product->confidence);
    else
        fprintf(file, ": %s", product->reason);
    fprintf(file, " (n alone: %s; %s alone: %s; both: %s)\n", first ? first : "?", name,
            second ? second : "?", both ? both : "?");
}

/* Classes of the second size, too, speak of n. */
static void print_second(FILE *file, const struct report_style *style,
                         const struct growth_second *second)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *name = arena ? table_clean(arena, second->name) : "?";

    fprintf(file, "With a second size, %s (%s), on \"%s\":\n", name,
            arena ? table_clean(arena, second->what) : "?",
            arena ? table_clean(arena, second->family) : "?");
    print_product(file, style, "time", &second->time, name);
    print_product(file, style, "space", &second->space, name);
}

static void print_sentence(FILE *file, const struct growth *growth)
{
    AUTO_FREE char *text =
        text_harmless(growth->sentence, strlen(growth->sentence), SENTENCE_BYTES);

    fprintf(file, "%s\n", text ? text : "?");
}

/* In the brief report only where it matters. */
static void print_clock(FILE *file, const struct report_style *style,
                        const struct growth_clock *clock)
{
    enum report_colour colour = clock->differs ? REPORT_ODD : REPORT_PLAIN;

    fprintf(file, "%sCPU time, n from %.0f to %.0f: as n^%.1f%s, what was counted as n^%.1f%s.\n",
            report_colour_start(style, colour), clock->sizes[1], clock->sizes[2], clock->power,
            report_colour_end(style, colour), clock->counted,
            clock->differs ? ": it is not spent on instructions of the program, but in the kernel, "
                             "or on waiting for memory"
                           : "");
}

static void print_beside(FILE *file, const struct growth_beside *beside)
{
    fprintf(file,
            "Beside %s (%s), n from %.0f to %.0f: the ratio of both goes as n^%.2f, %.2f more or "
            "less%s.\n",
            beside->name, growth_class_name(beside->class), beside->sizes[0],
            beside->sizes[beside->count - 1], beside->power, beside->error,
            beside->same ? ": they grow alike" : "");
}

static void print_answers(FILE *file, const struct report_style *style, const struct growth *growth)
{
    print_answer(file, style, "time", &growth->time);
    print_answer(file, style, "space", &growth->space);
    if (growth->second)
        print_second(file, style, growth->second);
    if (growth->clock && growth->clock->differs)
        print_clock(file, style, growth->clock);
    if (growth->beside && growth->beside->same)
        print_beside(file, growth->beside);
    print_sentence(file, growth);
}

void report_growth_brief(FILE *file, const struct report_style *style, const struct growth *growth)
{
    print_answers(file, style, growth);
    print_plot(file, &growth->time);
}

void report_growth_text(FILE *file, const struct report_style *style, const struct growth *growth)
{
    static const char *const ways[GROWTH_BACKENDS] = {
        [GROWTH_INSTRUCTIONS] = "counting instructions under qemu-user",
        [GROWTH_HARDWARE] = "the processor's count of instructions",
        [GROWTH_CPU_TIME] = "CPU time",
    };
    bool exact = growth->backend == GROWTH_INSTRUCTIONS;
    const char *unit = growth->backend == GROWTH_CPU_TIME ? "ns" : "instructions";

    print_answers(file, style, growth);
    if (growth->time.point_count) {
        fprintf(file, "\n");
        print_points(file, style, &growth->time, unit, false);
        print_plot(file, &growth->time);
        print_shares(file, &growth->time);
    }
    if (growth->space.point_count) {
        fprintf(file, "\n");
        print_points(file, style, &growth->space, growth->memory, true);
    }
    fprintf(file, "\n");
    if (growth->clock && !growth->clock->differs)
        print_clock(file, style, growth->clock);
    if (growth->beside && !growth->beside->same)
        print_beside(file, growth->beside);
    fprintf(file, "Measured by %s%s%s%s, %s, in %.1f s.\n", ways[growth->backend],
            growth->backend_note ? " (" : "", growth->backend_note ? growth->backend_note : "",
            growth->backend_note ? ")" : "",
            growth->marked ? "the call alone"
            : exact        ? "the whole program but its start"
                           : "the whole program",
            growth->measured_s);
}
