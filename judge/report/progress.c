/*
 * Theory of operation: work reports each step; the bar is drawn on one line of a terminal, first
 * after a second and then at most ten times a second, and taken away at the end, so that it never
 * stays between results. Where nobody looks, nothing is written.
 */

#include "judge/report/report.h"

#include "judge/base/clock.h"
#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const double FIRST_AFTER_S = 1.0;
static const double REDRAW_S = 0.1;

static const struct {
    const char *what, *text;
} stages[] = {
    { "compile", "compiling" },
    { "judge", "judging" },
    { "derive", "finding the time limit" },
    { "validate", "checking the inputs" },
    { "make", "making the tests" },
    { "search", "searching for a counterexample" },
    { "shrink", "making it smaller" },
};

static unsigned terminal_width(FILE *file)
{
    struct winsize size;

    if (ioctl(fileno(file), TIOCGWINSZ, &size) < 0 || size.ws_col < 20)
        return 80;
    return size.ws_col < 120 ? size.ws_col : 120;
}

void report_progress_begin(struct report_progress *progress, FILE *file, const char *label)
{
    struct report_style style = report_style_of(file);

    *progress = (struct report_progress){
        .file = style.terminal ? file : NULL,
        .label = label,
        .style = style,
        .started_s = clock_now_s(),
    };
}

void report_progress_line(const char *label, const char *what, size_t done, size_t total,
                          unsigned width, char *text, size_t size)
{
    enum { BAR = 24 };
    const char *stage = what;
    char bar[BAR + 1];
    size_t filled = total ? (done < total ? done : total) * BAR / total : 0;

    for (size_t i = 0; i < COUNT(stages); i++)
        if (!strcmp(stages[i].what, what))
            stage = stages[i].text;
    memset(bar, '.', BAR);
    memset(bar, '#', filled);
    bar[BAR] = '\0';
    if (total)
        snprintf(text, size, "[%s] %zu/%zu %s%s%s", bar, done, total, label ? label : "",
                 label ? ": " : "", stage);
    else
        snprintf(text, size, "%s%s%s ...", label ? label : "", label ? ": " : "", stage);
    if (width < strlen(text))
        text[width] = '\0';
    text_line(text); /* the label is a directory's name */
}

void report_progress_step(void *context, const char *what, size_t done, size_t total)
{
    struct report_progress *progress = context;
    char line[256];
    double now;

    if (!progress->file)
        return;
    now = clock_now_s();
    if (now - progress->started_s < FIRST_AFTER_S || now - progress->drawn_s < REDRAW_S)
        return;
    report_progress_line(progress->label, what, done, total, terminal_width(progress->file) - 1,
                         line, sizeof(line));
    fprintf(progress->file, "\r\033[K%s", line);
    fflush(progress->file);
    progress->drawn_s = now;
    progress->shown = true;
}

void report_progress_end(struct report_progress *progress)
{
    if (!progress->file || !progress->shown)
        return;
    fputs("\r\033[K", progress->file);
    fflush(progress->file);
    progress->shown = false;
}
