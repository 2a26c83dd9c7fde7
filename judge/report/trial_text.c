/*
 * Theory of operation: a trial as a person reads it: the verdict, and what happened, test by test.
 * Of samples the verdict comes last, where the eye is; of all tests it comes first, since a
 * scorecard stands between it and its reasons. Long runs of tests of one group with nothing to tell
 * (accepted, or not run) become one line with their largest figures, so that the failing test is on
 * the screen.
 */

#include "judge/report/table.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <string.h>

enum { COLLAPSE_FROM = 4, NOTE_LINES = 24, VALUE_BYTES = 1000 };

/* Consecutive tests [first, first + count) that are shown as one line. */
struct span {
    size_t first, count;
    double cpu_s, wall_s;
    uint64_t memory_bytes;
};

static bool quiet(const struct trial_test *test)
{
    bool told = (test->message && *test->message) || test->debug;

    return !test->judged || (test->verdict == VERDICT_AC && !told && !test->repeated);
}

static bool alike(const struct trial_test *a, const struct trial_test *b)
{
    return quiet(a) && quiet(b) && a->judged == b->judged && !strcmp(a->group, b->group) &&
           a->has_score == b->has_score && (!a->has_score || a->score == b->score);
}

/* The longest span of tests that are alike, from `first`; a short one is only its first test. */
static struct span next_span(const struct trial *trial, size_t first)
{
    struct span span = { .first = first, .count = 1 };

    while (first + span.count < trial->test_count &&
           alike(&trial->tests[first], &trial->tests[first + span.count]))
        span.count++;
    if (span.count < COLLAPSE_FROM && trial->tests[first].judged)
        span.count = 1;
    for (size_t i = first; i < first + span.count; i++) {
        const struct trial_test *test = &trial->tests[i];

        span.cpu_s = test->cpu_s > span.cpu_s ? test->cpu_s : span.cpu_s;
        span.wall_s = test->wall_s > span.wall_s ? test->wall_s : span.wall_s;
        if (test->memory_bytes > span.memory_bytes)
            span.memory_bytes = test->memory_bytes;
    }
    return span;
}

static void span_name(struct table *table, const struct trial *trial, const struct span *span)
{
    const struct trial_test *first = &trial->tests[span->first];
    const struct trial_test *last = first + span->count - 1;

    if (span->count == 1)
        table_cell(table, 0, REPORT_PLAIN, "%s", first->name);
    else
        table_cell(table, 0, REPORT_PLAIN, "%s .. %s (%zu)", first->name,
                   strrchr(last->name, '/') ? strrchr(last->name, '/') + 1 : last->name,
                   span->count);
}

/* What there is to say of a function: the call, and results that differ; then its own prints. */
static void print_notes(struct table *table, const struct trial_test *test, bool whole)
{
    bool wrong = whole || test->verdict != VERDICT_AC;
    /* Of a crash the message has the end of it already. */
    bool told = test->verdict == VERDICT_RTE && test->message && !strstr(test->message, "\n...\n");
    const struct {
        const char *what, *text;
    } notes[] = {
        { "called with ", wrong || test->debug ? test->call : NULL },
        { "expected ", wrong ? test->expected : NULL },
        { "returned ", wrong ? test->found : NULL },
        { "printed ", told ? NULL : test->debug },
    };
    AUTO_BUFFER struct buffer text = { 0 };

    /* Without memory there is less to read, as everywhere in a table. */
    if (test->message && buffer_puts(&text, test->message) < 0)
        return;
    for (size_t i = 0; i < COUNT(notes); i++)
        if (notes[i].text &&
            buffer_printf(&text, "%s%s%.*s%s", text.size ? "\n" : "", notes[i].what, VALUE_BYTES,
                          notes[i].text, strlen(notes[i].text) > VALUE_BYTES ? "..." : "") < 0)
            return;
    if (text.size)
        table_note(table, text.data, NOTE_LINES);
}

static void span_line(struct table *table, const struct trial *trial, const struct span *span)
{
    const struct trial_test *test = &trial->tests[span->first];
    char memory[32];

    table_line(table);
    span_name(table, trial, span);
    if (!test->judged) {
        table_cell(table, 1, REPORT_FAINT, "-");
        table_cell(table, 2, REPORT_FAINT, "not run");
        return;
    }
    text_bytes(span->memory_bytes, memory, sizeof(memory));
    table_cell(table, 1, report_verdict_colour(test->verdict), "%s", verdict_name(test->verdict));
    table_cell(table, 2, REPORT_PLAIN, "%.3f s", span->cpu_s);
    table_cell(table, 3, REPORT_PLAIN, "%.3f s", span->wall_s);
    table_cell(table, 4, REPORT_PLAIN, "%s", memory);
    if (test->has_score)
        table_cell(table, 5, REPORT_PLAIN, "%g", test->score);
    if (test->repeated)
        table_cell(table, 6, REPORT_FAINT, "near a limit: run again alone%s",
                   test->open ? ", still open" : "");
    print_notes(table, test, trial->test_count == 1);
}

static void print_tests(FILE *file, const struct report_style *style, const struct trial *trial)
{
    static const char *const headings[] = { "test", "", "cpu", "wall", "memory", "", NULL };
    struct table table;

    table_begin(&table, "llrrrr", 2, headings);
    for (size_t i = 0; i < trial->test_count;) {
        struct span span = next_span(trial, i);

        span_line(&table, trial, &span);
        i += span.count;
    }
    table_end(&table, file, style);
}

static void print_compilation(FILE *file, const struct report_style *style,
                              const struct trial *trial)
{
    const char *text = trial->compile_message ? trial->compile_message : "";
    AUTO_FREE char *message = text_harmless(text, strlen(text), 1 << 16);
    size_t length = message ? strlen(message) : 0;

    if (!trial->compile_ok)
        fprintf(file, "%sdoes not compile%s\n", report_colour_start(style, REPORT_BAD),
                report_colour_end(style, REPORT_BAD));
    else if (trial->compile_cached)
        fputs("compiled before (cached)\n", file);
    else if (trial->compile_s > 0)
        fprintf(file, "compiled in %.2f s\n", trial->compile_s);
    if (length)
        fprintf(file, "%s%s", message, message[length - 1] == '\n' ? "" : "\n");
}

static void print_figures(FILE *file, const struct trial *trial)
{
    char limit[32], peak[32];
    uint64_t peak_bytes = 0;
    bool judged = false;

    for (size_t i = 0; i < trial->test_count; i++) {
        judged |= trial->tests[i].judged;
        if (trial->tests[i].judged && trial->tests[i].memory_bytes > peak_bytes)
            peak_bytes = trial->tests[i].memory_bytes;
    }
    text_bytes(trial->memory_limit_bytes, limit, sizeof(limit));
    text_bytes(peak_bytes, peak, sizeof(peak));
    if (trial->time_limit_s > 0)
        fprintf(file, "time limit %g s%s%s%s, memory limit %s\n", trial->time_limit_s,
                trial->time_limit_source ? " (" : "",
                trial->time_limit_source ? trial->time_limit_source : "",
                trial->time_limit_source ? ")" : "", limit);
    if (judged) /* cgroup1 may see no memory at all of a small program */
        fprintf(file, "slowest test %.3f s, peak memory %s, measured by %s\n", trial->slowest_s,
                peak, trial->backend ? trial->backend : "?");
}

static void print_head(FILE *file, const struct report_style *style, const struct trial *trial)
{
    AUTO_ARENA struct arena *arena = arena_new();

    fprintf(file, "%s%s%s, %s\n", report_colour_start(style, REPORT_STRONG),
            arena ? table_clean(arena, trial->problem) : "?",
            report_colour_end(style, REPORT_STRONG), trial->language ? trial->language : "?");
}

static void print_tested(FILE *file, const struct report_style *style, const struct trial *trial)
{
    print_compilation(file, style, trial);
    if (trial->compile_ok)
        print_tests(file, style, trial);
}

static void print_verdict(FILE *file, const struct report_style *style, const struct trial *trial)
{
    enum report_colour colour = report_verdict_colour(trial->verdict);
    AUTO_ARENA struct arena *arena = arena_new();

    fprintf(file, "%s%s%s %s", report_colour_start(style, colour), verdict_name(trial->verdict),
            report_colour_end(style, colour),
            trial->unjudged && trial->verdict == VERDICT_AC ? "it returned (not compared)"
                                                            : verdict_text(trial->verdict));
    if (trial->decided_by)
        fprintf(file, ", decided by %s", arena ? table_clean(arena, trial->decided_by) : "?");
    if (trial->has_score)
        fprintf(file, ", score %g", trial->score);
    if (trial->fault)
        fprintf(file, ": %s", arena ? table_clean(arena, trial->fault) : "?");
    fputc('\n', file);
}

static void print_measured(FILE *file, const struct report_style *style, const struct trial *trial)
{
    AUTO_ARENA struct arena *arena = arena_new();

    print_figures(file, trial);
    if (trial->noise_note)
        fprintf(file, "%s%s%s\n", report_colour_start(style, REPORT_ODD),
                arena ? table_clean(arena, trial->noise_note) : "?",
                report_colour_end(style, REPORT_ODD));
}

void report_trial_text(FILE *file, const struct report_style *style, const struct trial *trial)
{
    print_head(file, style, trial);
    print_tested(file, style, trial);
    print_verdict(file, style, trial);
    print_measured(file, style, trial);
}

void report_verdict_text(FILE *file, const struct report_style *style, const struct trial *trial)
{
    print_head(file, style, trial);
    print_verdict(file, style, trial);
}

void report_tests_text(FILE *file, const struct report_style *style, const struct trial *trial)
{
    print_tested(file, style, trial);
    print_measured(file, style, trial);
}

/* ---- verify -------------------------------------------------------------------------------- */

struct report_tally report_verification_tally(const struct verification *verification)
{
    struct report_tally tally = { 0 };

    for (size_t i = 0; i < verification->submission_count; i++) {
        const struct verified_submission *submission = &verification->submissions[i];

        if (submission->skipped)
            tally.skipped++;
        else if (submission->ok)
            tally.expected++;
        else
            tally.unexpected++;
    }
    return tally;
}

/* "AC" or "WA or TLE". */
static void expected_text(unsigned expected, char *text, size_t size)
{
    size_t used = 0;

    text[0] = '\0';
    for (unsigned verdict = 0; verdict < VERDICT_COUNT && used < size; verdict++)
        if (expected & VERDICT_BIT(verdict))
            used += (size_t) snprintf(text + used, size - used, "%s%s", used ? "/" : "",
                                      verdict_name(verdict));
}

static void submission_line(struct table *table, const struct verified_submission *submission)
{
    char expected[64];

    expected_text(submission->expected, expected, sizeof(expected));
    table_line(table);
    table_cell(table, 0, REPORT_PLAIN, "%s", submission->path);
    table_cell(table, 1, REPORT_PLAIN, "%s", submission->language ? submission->language : "?");
    table_cell(table, 2, REPORT_PLAIN, "%s", expected);
    if (submission->skipped) {
        table_cell(table, 3, REPORT_FAINT, "-");
        table_cell(table, 6, REPORT_ODD, "skipped");
    } else {
        table_cell(table, 3, report_verdict_colour(submission->verdict), "%s",
                   verdict_name(submission->verdict));
        table_cell(table, 4, REPORT_PLAIN, "%.3f s", submission->slowest_s);
        if (submission->margin > 0)
            table_cell(table, 5, REPORT_PLAIN, "%.1fx", submission->margin);
        table_cell(table, 6, submission->ok ? REPORT_GOOD : REPORT_BAD, "%s",
                   submission->ok ? "as expected" : "NOT EXPECTED");
    }
    if (submission->message && (!submission->ok || submission->skipped))
        table_note(table, submission->message, NOTE_LINES);
}

static void print_submissions(FILE *file, const struct report_style *style,
                              const struct verification *verification)
{
    static const char *const headings[] = { "submission", "language", "expected", "got",
                                            "slowest",    "margin",   "",         NULL };
    struct table table;

    table_begin(&table, "llllrrl", 2, headings);
    for (size_t i = 0; i < verification->submission_count; i++)
        submission_line(&table, &verification->submissions[i]);
    table_end(&table, file, style);
}

static void print_faults(FILE *file, const struct verification *verification)
{
    AUTO_ARENA struct arena *arena = arena_new();

    for (size_t i = 0; verification->errors && verification->errors[i]; i++)
        fprintf(file, "  %s\n", arena ? table_clean(arena, verification->errors[i]) : "?");
}

void report_verification_text(FILE *file, const struct report_style *style,
                              const struct verification *verification)
{
    struct report_tally tally = report_verification_tally(verification);
    enum report_colour colour = verification->valid ? REPORT_GOOD : REPORT_BAD;
    AUTO_ARENA struct arena *arena = arena_new();

    fprintf(file, "%s%s%s: %s%s%s", report_colour_start(style, REPORT_STRONG),
            arena ? table_clean(arena, verification->package) : "?",
            report_colour_end(style, REPORT_STRONG), report_colour_start(style, colour),
            verification->valid ? "valid" : "broken", report_colour_end(style, colour));
    if (verification->valid && verification->time_limit_s > 0)
        fprintf(file, ", time limit %g s", verification->time_limit_s);
    fputc('\n', file);
    print_faults(file, verification);
    if (!verification->submission_count)
        return;
    print_submissions(file, style, verification);
    fprintf(file, "%zu as expected, %s%zu not%s, %zu skipped\n", tally.expected,
            report_colour_start(style, tally.unexpected ? REPORT_BAD : REPORT_PLAIN),
            tally.unexpected,
            report_colour_end(style, tally.unexpected ? REPORT_BAD : REPORT_PLAIN), tally.skipped);
    if (verification->compared)
        fprintf(file, "%zu submissions compared on %zu small inputs\n", verification->compared,
                verification->small_inputs);
}
