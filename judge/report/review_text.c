/* `assay review`, for people: each finding at its place with the code, then what the code measures.
 */

#include "judge/report/review_report.h"

#include <string.h>

#define WIDTH 92
#define COMMENTS 12 /* that stand below a scorecard */
#define PRAISES 3
#define NAMED 8 /* of the files that are generated */

static enum report_colour colour_of(enum severity severity)
{
    static const enum report_colour colours[SEVERITIES] = {
        [SEVERITY_MUST_FIX] = REPORT_BAD,
        [SEVERITY_SHOULD_FIX] = REPORT_ODD,
        [SEVERITY_CONSIDER] = REPORT_FAINT,
        [SEVERITY_PRAISE] = REPORT_GOOD,
    };

    return colours[severity];
}

/* A paragraph, broken at spaces. */
static void print_paragraph(FILE *file, const char *text)
{
    size_t column = 0;

    while (*text) {
        size_t length = strcspn(text, " \n");
        if (column + length + 1 > WIDTH && column) {
            fputs("\n", file);
            column = 0;
        }
        fprintf(file, "%s%.*s", column ? " " : "    ", (int) length, text);
        column += length + 1;
        text += length;
        text += strspn(text, " \n");
    }
    fputc('\n', file);
}

static void print_finding(FILE *file, const struct report_style *style,
                          const struct finding *finding, bool explained)
{
    enum report_colour colour = colour_of(finding->severity);

    fprintf(file, "%s%s%s  ", report_colour_start(style, colour), severity_names[finding->severity],
            report_colour_end(style, colour));
    if (finding->line)
        fprintf(file, "%s:%d:%d  %s\n", finding->file, finding->line, finding->column,
                finding->rule);
    else
        fprintf(file, "the repository  %s\n", finding->rule);
    print_paragraph(file, finding->message);
    if (*finding->code)
        fprintf(file, "      | %s\n", finding->code);
    if (!explained) {
        print_paragraph(file, finding->why);
        print_paragraph(file, finding->remedy);
    }
    fputc('\n', file);
}

static bool is_explained(const struct review *review, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (strcmp(review->findings[i].rule, review->findings[at].rule) == 0)
            return true;
    }
    return review->findings[at].severity == SEVERITY_PRAISE;
}

static void print_extreme(FILE *file, const char *label, const struct review_extreme *extreme)
{
    if (extreme->where)
        fprintf(file, "  %-22s %4u  %s\n", label, extreme->value, extreme->where);
}

static void print_measures(FILE *file, const struct review_measures *measures)
{
    fprintf(file, "%zu lines of code in %zu files, and %zu lines of tests in %zu; %zu functions\n",
            measures->lines, measures->files, measures->test_lines, measures->test_files,
            measures->functions);
    print_extreme(file, "longest function", &measures->longest);
    print_extreme(file, "deepest nesting", &measures->nesting);
    print_extreme(file, "cognitive complexity", &measures->cognitive);
    print_extreme(file, "cyclomatic complexity", &measures->cyclomatic);
    print_extreme(file, "most parameters", &measures->parameters);
    if (measures->lines)
        fprintf(file, "  duplicated lines       %3.0f%%\n",
                100.0 * (double) measures->duplicated_lines / (double) measures->lines);
    fprintf(file,
            "  names that say nothing %4zu of %zu\n  commented-out code     %4zu\n"
            "  leftover debugging     %4zu\n  magic numbers          %4zu\n",
            measures->meaningless_names, measures->names, measures->commented_out,
            measures->debug_output, measures->magic_numbers);
}

static void print_history(FILE *file, const struct report_reviewed *reviewed)
{
    const struct history *history = reviewed->history;

    if (!history)
        return;
    if (history->absent) {
        fprintf(file, "No history was read: %s\n", history->absent);
        return;
    }
    const struct history_commit *largest = history_largest(history);
    fprintf(file, "%zu commits%s%s", history->commit_count, reviewed->base ? " since " : "",
            reviewed->base ? reviewed->base : "");
    if (largest)
        fprintf(file, ", the largest of %zu lines (%.7s)", largest->lines, largest->id);
    fprintf(file, "; %zu poor messages; %zu tracked files that do not belong\n",
            history_poor_messages(history), history_unwanted_files(history));
    if (history->shallow)
        fprintf(file, "Older commits are not in it: it is a shallow clone.\n");
    if (history->why)
        fprintf(file, "The history was not read to its end: %s\n", history->why);
}

/* Nobody has to believe what a file says of itself, but has to know that it was believed. */
static void print_generated(FILE *file, const struct review *review)
{
    const char *between = ":";

    if (!review->generated_count)
        return;
    fprintf(file, "%zu of the files, made by a program as they say, %s", review->generated_count,
            review->graded ? "were read for size and what must be fixed only" : "were left alone");
    for (size_t i = 0; i < review->generated_count && i < NAMED; i++, between = ",")
        fprintf(file, "%s %s", between, review->generated[i]);
    if (review->generated_count > NAMED)
        fprintf(file, ", and %zu more", review->generated_count - NAMED);
    fputc('\n', file);
}

void report_review_text(FILE *file, const struct report_style *style,
                        const struct report_reviewed *reviewed)
{
    const struct review *review = reviewed->review;

    for (size_t i = 0; i < review->count; i++)
        print_finding(file, style, &review->findings[i], is_explained(review, i));
    print_measures(file, &review->measures);
    print_history(file, reviewed);
    print_generated(file, review);
    if (review->omitted)
        fprintf(file, "%zu files were not read: too large, or not parsed in time\n",
                review->omitted);
    if (review->cut)
        fprintf(file, "There was more than is read or shown.\n");
    if (reviewed->base)
        fprintf(file, "On lines that were touched since %s: ", reviewed->base);
    fprintf(file, "%zu must fix, %zu should fix, %zu consider, %zu praise\n",
            review->counts[SEVERITY_MUST_FIX], review->counts[SEVERITY_SHOULD_FIX],
            review->counts[SEVERITY_CONSIDER], review->counts[SEVERITY_PRAISE]);
}

static void print_comment(FILE *file, const struct report_style *style,
                          const struct finding *finding)
{
    enum report_colour colour = colour_of(finding->severity);

    fprintf(file, "  %s", *finding->file ? finding->file : "the repository");
    if (finding->line)
        fprintf(file, ":%d", finding->line);
    fprintf(file, "  %s%s%s  ", report_colour_start(style, colour),
            severity_names[finding->severity], report_colour_end(style, colour));
    fprintf(file, "%s (%s)\n", finding->message, finding->rule);
}

/* The findings are sorted by severity; praise stands last, and has some room of its own. */
void report_comments_text(FILE *file, const struct report_style *style, const struct review *review)
{
    size_t faults = review->count - review->counts[SEVERITY_PRAISE], left = 0;

    if (review->count == 0 && review->generated_count == 0)
        return;
    fprintf(file, "\nreview: %zu must fix, %zu should fix, %zu consider, %zu praise\n",
            review->counts[SEVERITY_MUST_FIX], review->counts[SEVERITY_SHOULD_FIX],
            review->counts[SEVERITY_CONSIDER], review->counts[SEVERITY_PRAISE]);
    for (size_t i = 0; i < review->count; i++) {
        if (i < faults ? i < COMMENTS : i - faults < PRAISES)
            print_comment(file, style, &review->findings[i]);
        else
            left++;
    }
    if (left)
        fprintf(file, "  %zu more: --json\n", left);
    print_generated(file, review);
}

void report_rules_text(FILE *file, const struct report_style *style,
                       const struct report_rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        enum report_colour colour = colour_of(rules[i].severity);
        fprintf(file, "%-34s %s%-10s%s  %-14s %s\n", rules[i].id,
                report_colour_start(style, colour), severity_names[rules[i].severity],
                report_colour_end(style, colour), rules[i].principle, rules[i].title);
    }
}
