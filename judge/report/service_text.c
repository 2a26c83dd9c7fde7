/*
 * A graded service, for people: a line a probe under the name of its group as they are played, then
 * what they come to, and after the scorecard each failure in full with what was sent, so that a
 * candidate can do the same by hand.
 */
#include "judge/report/service_report.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <string.h>

enum { TEXT_BYTES = 16 << 10, OUTPUT_TAIL = 3000, SURVIVORS_SHOWN = 20 };

static const enum report_colour colours[] = {
    [PROBE_PASSED] = REPORT_GOOD,
    [PROBE_FAILED] = REPORT_BAD,
    [PROBE_ERROR] = REPORT_ODD,
    [PROBE_SKIPPED] = REPORT_FAINT,
};

static const char *const words[] = { [PROBE_PASSED] = "ok",
                                     [PROBE_FAILED] = "FAIL",
                                     [PROBE_ERROR] = "error",
                                     [PROBE_SKIPPED] = "skip" };

/* Text of others, each line of it indented. */
static void put_indented(FILE *file, const char *text, const char *indent)
{
    AUTO_FREE char *shown = text_harmless(text, strlen(text), TEXT_BYTES);

    for (const char *at = shown; at && *at;) {
        size_t length = strcspn(at, "\n");
        fprintf(file, "%s%.*s\n", indent, (int) length, at);
        at += length + (at[length] == '\n');
    }
}

static void put_coloured(FILE *file, const struct report_style *style, enum report_colour colour,
                         const char *text)
{
    fprintf(file, "%s%s%s", report_colour_start(style, colour), text,
            report_colour_end(style, colour));
}

void report_probe_line(FILE *file, const struct report_style *style,
                       const struct probe_result *result, const char *group_before)
{
    const struct probe *probe = result->probe;
    char word[8];

    if (!group_before || strcmp(group_before, probe->group) != 0) {
        put_coloured(file, style, REPORT_STRONG, probe->group);
        fputc('\n', file);
    }
    snprintf(word, sizeof(word), "%-5s", words[result->status]);
    fputs("  ", file);
    put_coloured(file, style, colours[result->status], word);
    fprintf(file, " %6.2f s  %s: %s\n", result->seconds, probe->id, probe->title);
}

/* How it was built and started. */
static void put_start(FILE *file, const struct report_style *style, const struct grading *grading)
{
    char memory[32];

    text_bytes(grading->memory_bytes, memory, sizeof(memory));
    fprintf(file, "\n%s, seed %llu: ", grading->procfile.source,
            (unsigned long long) grading->seed);
    if (!grading->build_good) {
        put_coloured(file, style, REPORT_BAD, "it was not built");
        fprintf(file, ": `%s` %s\n", grading->procfile.build, grading->build.reason);
        size_t size = grading->build.output_size;
        put_indented(file, grading->build.output + (size > OUTPUT_TAIL ? size - OUTPUT_TAIL : 0),
                     "    ");
    } else if (!grading->ready) {
        put_coloured(file, style, REPORT_BAD, "it did not start");
        fputc('\n', file);
        put_indented(file, grading->not_ready, "    ");
    } else {
        if (grading->has_build)
            fprintf(file, "built in %.1f s%s, ", grading->build.seconds,
                    grading->build_network ? " with the network of this host" : "");
        fprintf(file, "ready after %.2f s, %s of memory at most, %.1f s of CPU time\n",
                grading->start_s, memory, (double) grading->cpu_ns / 1e9);
        if (grading->not_stopped)
            fprintf(file, "it does not stop: %s\n", grading->not_stopped);
        if (grading->end_known && !grading->logs)
            fputs("it wrote nothing to its log\n", file);
    }
}

static void put_failure(FILE *file, const struct report_style *style, const struct grading *grading,
                        const struct probe_result *result)
{
    const struct probe *probe = result->probe;

    fputc('\n', file);
    put_coloured(file, style, REPORT_BAD, "FAIL");
    fprintf(file, " %s: %s\n", probe->id, probe->title);
    put_indented(file, result->message, "  ");
    if (probe->why) {
        fputs("  why it matters:\n", file);
        put_indented(file, probe->why, "    ");
    }
    if (*result->reproduce) {
        fputs("  what was sent:\n", file);
        put_indented(file, result->reproduce, "    ");
    }
    fprintf(file, "  %s:%d; again: assay grade %s --problem %s --seed %llu --probe %s\n",
            probe->file, result->line, grading->directory, grading->problem,
            (unsigned long long) grading->seed, probe->id);
}

/* ---- The candidate's tests ------------------------------------------------------------------ */

static void put_tail(FILE *file, const struct host_run *run)
{
    size_t skipped = run->output_size > OUTPUT_TAIL ? run->output_size - OUTPUT_TAIL : 0;

    put_indented(file, run->output + skipped, "    ");
}

static void put_survivor(FILE *file, const struct survivor *survivor)
{
    if (survivor->file) {
        fprintf(file, "  %s:%u: no test notices this change (%s)\n", survivor->file, survivor->line,
                survivor->what);
        put_indented(file, survivor->before ? survivor->before : "", "    - ");
        put_indented(file, survivor->after ? survivor->after : "", "    + ");
    } else {
        fprintf(file, "  %s passes the tests\n", survivor->what);
        put_indented(file, survivor->text ? survivor->text : "", "    ");
    }
}

static void put_kill_rate(FILE *file, const struct own_tests *tests)
{
    static const char *const of[] = {
        [TESTS_OVER_HTTP] = "wrong services", [TESTS_BY_MUTANTS] = "wrong changes of its sources"
    };

    if (tests->method == TESTS_OVER_HTTP)
        fprintf(file, "  on correct services: passed on %zu of %zu%s%s\n", tests->references_passed,
                tests->references, tests->failed_on ? "; failed on " : "",
                tests->failed_on ? tests->failed_on : "");
    if (tests->method == TESTS_NOT_MEASURABLE) {
        fprintf(file, "  whether they notice what is wrong is not measurable: %s\n", tests->why);
        return;
    }
    fprintf(file,
            "  they notice %zu of %zu %s (%.0f %%; between %.0f and %.0f %% with 95 %% confidence",
            tests->killed, tests->total, of[tests->method],
            tests->total ? 100.0 * (double) tests->killed / (double) tests->total : 0,
            100 * tests->low, 100 * tests->high);
    if (tests->left_out)
        fprintf(file, "; no time for %zu more", tests->left_out);
    fputs(")\n", file);
}

static void put_lines(FILE *file, const struct own_tests *tests)
{
    if (tests->executed_lines)
        fprintf(file,
                "  they execute %zu lines of it; %zu of %zu places for a change are never executed "
                "by a test, and were not changed\n",
                tests->executed_lines, tests->never_executed, tests->places);
    if (tests->lines_why)
        fprintf(file, "  which lines they execute is not known%s: %s; there, all count\n",
                tests->executed_lines ? " of all sources" : "", tests->lines_why);
}

static void put_passed_over(FILE *file, const struct own_tests *tests)
{
    for (size_t i = 0; i < tests->passed_over_count; i++)
        fprintf(file, "  %s was not changed: %s\n", tests->passed_over[i].file,
                tests->passed_over[i].why);
}

static void put_own_tests(FILE *file, const struct report_style *style,
                          const struct grading *grading)
{
    const struct own_tests *tests = grading->own_tests;

    if (!grading->procfile.test)
        fputs("\nown tests: none (no command is known: the Procfile has no `test:`)\n", file);
    if (!tests)
        return;
    fprintf(file, "\nown tests: `%s` ", tests->command);
    put_coloured(file, style, tests->run.good ? REPORT_GOOD : REPORT_BAD,
                 tests->run.good ? "passed" : tests->run.reason);
    fprintf(file, " in %.1f s%s: %llu passed, %llu failed, %llu skipped (%s)\n", tests->run.seconds,
            tests->by_base_url ? " with BASE_URL" : "", (unsigned long long) tests->output.passed,
            (unsigned long long) tests->output.failed, (unsigned long long) tests->output.skipped,
            test_format_name(tests->output.format));
    if (!tests->run.good)
        put_tail(file, &tests->run);
    put_kill_rate(file, tests);
    put_lines(file, tests);
    put_passed_over(file, tests);
    for (size_t i = 0; i < tests->survivor_count && i < SURVIVORS_SHOWN; i++)
        put_survivor(file, &tests->survivors[i]);
    if (tests->survivor_count > SURVIVORS_SHOWN)
        fprintf(file, "  … and %zu more: --json has them\n",
                tests->survivor_count - SURVIVORS_SHOWN);
}

void report_outcome_text(FILE *file, const struct report_style *style,
                         const struct grading *grading)
{
    size_t failed = grading_count(grading, PROBE_FAILED);
    bool good = grading->ready && !failed;

    fputc('\n', file);
    put_coloured(file, style, good ? REPORT_GOOD : REPORT_BAD, good ? "passed" : "rejected");
    fprintf(file, ": %zu passed, %zu failed, %zu skipped in %.1f s\n",
            grading_count(grading, PROBE_PASSED), failed, grading_count(grading, PROBE_SKIPPED),
            grading->seconds);
}

void report_grading_text(FILE *file, const struct report_style *style,
                         const struct grading *grading)
{
    put_start(file, style, grading);
    for (size_t i = 0; i < grading->count; i++)
        if (grading->results[i].status == PROBE_FAILED)
            put_failure(file, style, grading, &grading->results[i]);
    put_own_tests(file, style, grading);
}

void report_service_check(FILE *file, const struct report_style *style,
                          const struct service_check *check)
{
    put_coloured(file, style, check->good ? REPORT_GOOD : REPORT_BAD,
                 check->good ? "ok  " : "FAIL");
    fprintf(file, " %6.1f s  %s\n", check->seconds, check->name);
    put_indented(file, check->message, "      ");
}
