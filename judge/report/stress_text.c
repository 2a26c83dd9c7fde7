/* `assay stress`, for people: the counterexample as a call that can be tried again. */

#include "judge/report/report.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <string.h>

/* A text of several lines, each set in. */
static void print_block(FILE *file, const char *label, const char *text)
{
    AUTO_FREE char *harmless = text_harmless(text, strlen(text), 4000);
    const char *at = harmless ? harmless : "?";
    size_t width = strlen(label);

    fprintf(file, "  %s", label);
    do {
        size_t length = strcspn(at, "\n");

        fprintf(file, "%*s%.*s\n", at == harmless || !harmless ? 0 : (int) width + 2, "",
                (int) length, at);
        at += length + (at[length] == '\n');
    } while (*at);
}

/* In single quotes, as a shell reads it. */
static void print_quoted(FILE *file, const char *text)
{
    fputc('\'', file);
    for (const char *at = text; *at; at++)
        if (*at == '\'')
            fputs("'\\''", file);
        else
            fputc(*at, file);
    fputc('\'', file);
}

static void print_repetition(FILE *file, const struct stress *stress, const char *files)
{
    const struct stress_finding *finding = stress->finding;

    if (finding->call && !strchr(finding->call, '\n')) {
        fprintf(file, "  again     assay test %s %s --expected --input ", stress->problem, files);
        print_quoted(file, finding->call);
        fputc('\n', file);
    }
}

static void print_finding(FILE *file, const struct report_style *style, const struct stress *stress,
                          const char *files)
{
    const struct stress_finding *finding = stress->finding;
    enum report_colour colour = report_verdict_colour(finding->verdict);

    fprintf(file, "%s%s%s %s on input %zu, of the family %s", report_colour_start(style, colour),
            verdict_name(finding->verdict), report_colour_end(style, colour),
            verdict_text(finding->verdict), finding->number + 1, finding->family);
    fprintf(file, " (size %lld, seed %lld)", (long long) finding->size, (long long) finding->seed);
    if (finding->steps)
        fprintf(file, ", made smaller in %zu step%s%s", finding->steps,
                finding->steps == 1 ? "" : "s", finding->smallest ? "" : " until time was over");
    fputc('\n', file);
    if (finding->call)
        print_block(file, "called    ", finding->call);
    else
        print_block(file, "input     ", finding->input);
    print_block(file, "expected  ", finding->expected);
    if (finding->found)
        print_block(file, finding->call ? "returned  " : "printed   ", finding->found);
    else if (*finding->message)
        print_block(file, "why       ", finding->message);
    print_repetition(file, stress, files);
}

void report_stress_text(FILE *file, const struct report_style *style, const struct stress *stress,
                        const char *files)
{
    AUTO_FREE char *message =
        text_harmless(stress->compile_message, strlen(stress->compile_message), 1 << 16);

    if (!stress->compile_ok) {
        fprintf(file, "%sCE%s %s\n%s\n", report_colour_start(style, REPORT_BAD),
                report_colour_end(style, REPORT_BAD), verdict_text(VERDICT_CE),
                message ? message : "");
        return;
    }
    fprintf(file, "%s, %s: %zu inputs of %zu families, sizes 1 to %d, seed %llu\n", stress->problem,
            stress->language, stress->inputs, stress->families, stress->largest,
            (unsigned long long) stress->seed);
    if (stress->finding)
        print_finding(file, style, stress, files);
    else
        fprintf(file, "%sno difference%s in %zu inputs\n", report_colour_start(style, REPORT_GOOD),
                report_colour_end(style, REPORT_GOOD), stress->inputs);
}
