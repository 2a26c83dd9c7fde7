/*
 * Theory of operation: the library as a table, and one problem as its statement under a heading
 * that says what a candidate needs to know before the first line of code: limits, tests, languages.
 */

#include "judge/report/table.h"

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/service/service.h"

#include <string.h>

void report_problem_type(const struct package *package, char *text, size_t size)
{
    snprintf(text, size, "%s%s%s%s", package->scoring ? "scoring" : "pass-fail",
             package->interactive ? ", interactive" : "", package->multi_pass ? ", multi-pass" : "",
             package->submit_answer ? ", submit-answer" : "");
}

/* "1 s" or "derived". */
static void time_limit_text(const struct package *package, char *text, size_t size)
{
    if (package->limits.time_s > 0)
        snprintf(text, size, "%g s", package->limits.time_s);
    else
        snprintf(text, size, "derived");
}

/* Its time is the candidate's, its tests are the probes. */
static void service_line(struct table *table, const struct service_package *service)
{
    char memory[32];

    text_bytes(service->memory_bytes, memory, sizeof(memory));
    table_cell(table, 0, REPORT_STRONG, "%s", service->slug);
    table_cell(table, 1, REPORT_PLAIN, "%s", service->title);
    table_cell(table, 2, REPORT_PLAIN, "service");
    if (service->minutes)
        table_cell(table, 3, REPORT_PLAIN, "%u min", service->minutes);
    table_cell(table, 4, REPORT_PLAIN, "%s", memory);
    table_cell(table, 5, REPORT_PLAIN, "%zu", service->probes->count);
}

static void problem_line(struct table *table, const struct report_problem *problem)
{
    const struct package *package = problem->package;
    char type[64], seconds[32], memory[32];

    table_line(table);
    if (problem->service) {
        service_line(table, problem->service);
        return;
    }
    if (!package) {
        table_cell(table, 0, REPORT_STRONG, "%s", path_base(problem->directory));
        table_cell(table, 1, REPORT_BAD, "cannot be read: assay verify says why");
        return;
    }
    report_problem_type(package, type, sizeof(type));
    time_limit_text(package, seconds, sizeof(seconds));
    text_bytes(package->limits.memory_bytes, memory, sizeof(memory));
    table_cell(table, 0, REPORT_STRONG, "%s", package->slug);
    table_cell(table, 1, REPORT_PLAIN, "%s", package->name ? package->name : "");
    table_cell(table, 2, REPORT_PLAIN, "%s", type);
    table_cell(table, 3, REPORT_PLAIN, "%s", seconds);
    table_cell(table, 4, REPORT_PLAIN, "%s", memory);
    table_cell(table, 5, REPORT_PLAIN, "%zu", package->test_count);
    if (problem->errors)
        table_cell(table, 6, REPORT_BAD, "broken: %zu error%s", problem->errors,
                   problem->errors == 1 ? "" : "s");
}

void report_problems_text(FILE *file, const struct report_style *style,
                          const struct report_problem *problems, size_t count)
{
    static const char *const headings[] = { "problem", "title", "type", "time",
                                            "memory",  "tests", NULL };
    struct table table;

    table_begin(&table, "lllrrr", 0, headings);
    for (size_t i = 0; i < count; i++)
        problem_line(&table, &problems[i]);
    table_end(&table, file, style);
}

/* Languages of the same factor follow each other: "; c, cpp: 0.5 s". */
static void print_factors(FILE *file, struct arena *arena, const struct package *package)
{
    const struct time_factor *factors = package->time_factors;

    for (size_t i = 0; i < package->time_factor_count; i++) {
        bool same = i > 0 && factors[i].factor == factors[i - 1].factor;
        bool last =
            i + 1 == package->time_factor_count || factors[i + 1].factor != factors[i].factor;

        fprintf(file, "%s%s", same ? ", " : "; ",
                arena ? table_clean(arena, factors[i].language) : "?");
        if (last && package->limits.time_s > 0)
            fprintf(file, ": %g s", package->limits.time_s * factors[i].factor);
        else if (last)
            fprintf(file, ": %g times that", factors[i].factor);
    }
    fputc('\n', file);
}

static void print_limits(FILE *file, struct arena *arena, const struct package *package)
{
    char type[64], memory[32], output[32];
    size_t samples = 0;

    for (size_t i = 0; i < package->test_count; i++)
        samples += package->tests[i].sample;
    report_problem_type(package, type, sizeof(type));
    text_bytes(package->limits.memory_bytes, memory, sizeof(memory));
    text_bytes(package->limits.output_bytes, output, sizeof(output));
    fprintf(file, "type       %s\n", type);
    if (package->limits.time_s > 0)
        fprintf(file, "time       %g s of CPU for each test", package->limits.time_s);
    else
        fprintf(file, "time       derived from the accepted submissions");
    print_factors(file, arena, package);
    fprintf(file, "memory     %s\noutput     %s\n", memory, output);
    fprintf(file, "tests      %zu sample%s, %zu secret\n", samples, samples == 1 ? "" : "s",
            package->test_count - samples);
}

static void print_languages(FILE *file, struct arena *arena, const struct package *package)
{
    fputs("languages  ", file);
    if (!package->languages)
        fputs("all (assay languages lists them)", file);
    for (size_t i = 0; package->languages && package->languages[i]; i++)
        fprintf(file, "%s%s", i ? ", " : "",
                arena ? table_clean(arena, package->languages[i]) : "?");
    fputc('\n', file);
}

/* One call a line, below each other. */
static void print_signature(FILE *file, const char *signature)
{
    const char *heading = "function";

    while (*signature) {
        size_t length = strcspn(signature, "\n");

        fprintf(file, "%-10s %.*s\n", heading, (int) length, signature);
        heading = "";
        signature += length + (signature[length] == '\n');
    }
}

void report_problem_text(FILE *file, const struct report_style *style,
                         const struct package *package, const char *signature,
                         const char *statement)
{
    AUTO_ARENA struct arena *arena = arena_new();
    AUTO_FREE char *harmless =
        statement ? text_harmless(statement, strlen(statement), 1 << 20) : NULL;
    const char *title = package->name ? package->name : package->slug;

    fprintf(file, "%s%s%s (%s)\n", report_colour_start(style, REPORT_STRONG),
            arena ? table_clean(arena, title) : "?", report_colour_end(style, REPORT_STRONG),
            arena ? table_clean(arena, package->slug) : "?");
    print_limits(file, arena, package);
    print_languages(file, arena, package);
    if (signature)
        print_signature(file, signature);
    if (harmless)
        fprintf(file, "\n%s%s", harmless,
                *harmless && harmless[strlen(harmless) - 1] == '\n' ? "" : "\n");
    else if (package->statement_path)
        fprintf(file, "\nThe statement is not text: %s\n",
                arena ? table_clean(arena, package->statement_path) : "?");
    else
        fputs("\nThe package has no statement.\n", file);
}
