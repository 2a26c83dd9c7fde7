/*
 * Theory of operation: colours are the eight that every terminal has, chosen from a table by
 * meaning, and are used only where somebody is looking. Whether that is so is decided once for each
 * stream and passed along, so that a report can be tested in both ways without a terminal.
 */

#include "judge/report/report.h"

#include "judge/base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const colour_sequences[] = {
    [REPORT_PLAIN] = "",       [REPORT_GOOD] = "\033[32m", [REPORT_BAD] = "\033[31m",
    [REPORT_ODD] = "\033[33m", [REPORT_FAINT] = "\033[2m", [REPORT_STRONG] = "\033[1m",
};

static const enum report_colour verdict_colours[VERDICT_COUNT] = {
    [VERDICT_AC] = REPORT_GOOD, [VERDICT_WA] = REPORT_BAD,  [VERDICT_TLE] = REPORT_BAD,
    [VERDICT_MLE] = REPORT_BAD, [VERDICT_OLE] = REPORT_BAD, [VERDICT_RTE] = REPORT_BAD,
    [VERDICT_CE] = REPORT_BAD,  [VERDICT_SV] = REPORT_BAD,  [VERDICT_JE] = REPORT_ODD,
};

struct report_style report_style_of(FILE *file)
{
    struct report_style style = { 0 };
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");

    style.terminal = isatty(fileno(file)) == 1;
    style.colour = style.terminal && !(no_color && *no_color) && !(term && !strcmp(term, "dumb"));
    return style;
}

const char *report_colour_start(const struct report_style *style, enum report_colour colour)
{
    return style->colour ? colour_sequences[colour] : "";
}

const char *report_colour_end(const struct report_style *style, enum report_colour colour)
{
    return style->colour && colour != REPORT_PLAIN ? "\033[0m" : "";
}

enum report_colour report_verdict_colour(enum verdict verdict)
{
    return verdict < VERDICT_COUNT ? verdict_colours[verdict] : REPORT_ODD;
}
