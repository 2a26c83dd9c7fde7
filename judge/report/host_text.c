/*
 * Theory of operation: what the host can do, one line a thing, and below each thing that is missing
 * what to do about it; and the one line that says how a run in the sandbox ended.
 */

#include "judge/report/table.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <string.h>

enum { REMEDY_LINES = 8 };

static const struct {
    const char *text;
    enum report_colour colour;
} check_states[] = {
    [SANDBOX_CHECK_OK] = { "ok", REPORT_GOOD },
    [SANDBOX_CHECK_DEGRADED] = { "degraded", REPORT_ODD },
    [SANDBOX_CHECK_MISSING] = { "MISSING", REPORT_BAD },
};

/* What each outcome adds: the status, the signal, the call or the reason. */
static void outcome_detail(const struct sandbox_result *result, char *text, size_t size)
{
    text[0] = '\0';
    if (result->outcome == SANDBOX_EXITED)
        snprintf(text, size, " with status %d", result->exit_status);
    else if (result->outcome == SANDBOX_SIGNALLED)
        snprintf(text, size, " by %d (%s)", result->signal, strsignal(result->signal));
    else if (result->outcome == SANDBOX_FORBIDDEN_CALL)
        snprintf(text, size, ": %s", result->call);
    else if (result->outcome == SANDBOX_FAILED_TO_START)
        snprintf(text, size, ": %s", result->reason);
}

void report_sandbox_text(FILE *file, const struct report_style *style,
                         const struct sandbox_result *result)
{
    bool good = result->outcome == SANDBOX_EXITED && result->exit_status == 0;
    enum report_colour colour = good ? REPORT_GOOD : REPORT_BAD;
    AUTO_ARENA struct arena *arena = arena_new();
    char detail[320], memory[32];

    outcome_detail(result, detail, sizeof(detail));
    text_bytes(result->memory_bytes, memory, sizeof(memory));
    fprintf(file, "assay: %s%s%s%s, cpu %.3f s, wall %.3f s, memory %s (%s)\n",
            report_colour_start(style, colour), sandbox_outcome_name(result->outcome),
            report_colour_end(style, colour), arena ? table_clean(arena, detail) : "",
            (double) result->cpu_ns / 1e9, (double) result->wall_ns / 1e9, memory,
            sandbox_backend_name(result->backend));
}

static void endings_text(const struct language *language, char *text, size_t size)
{
    size_t used = 0;

    text[0] = '\0';
    for (size_t i = 0; language->endings[i] && used < size; i++)
        used += (size_t) snprintf(text + used, size - used, "%s.%s", i ? " " : "",
                                  language->endings[i]);
}

static void language_line(struct table *table, const struct report_language *row)
{
    const struct language_toolchain *toolchain = row->toolchain;
    char endings[96];

    endings_text(row->language, endings, sizeof(endings));
    table_line(table);
    table_cell(table, 0, REPORT_STRONG, "%s", row->language->id);
    table_cell(table, 1, REPORT_PLAIN, "%s", row->language->name);
    table_cell(table, 2, REPORT_PLAIN, "%s", endings);
    if (!toolchain) {
        table_cell(table, 3, REPORT_ODD, "not looked for: isolation does not work here");
    } else if (toolchain->available) {
        table_cell(table, 3, REPORT_GOOD, "ok");
        table_cell(table, 4, REPORT_PLAIN, "%s", toolchain->version ? toolchain->version : "");
        table_cell(table, 5, REPORT_FAINT, "%s", toolchain->path ? toolchain->path : "");
    } else {
        table_cell(table, 3, REPORT_ODD, "missing");
        table_cell(table, 4, REPORT_PLAIN, "%s", toolchain->missing ? toolchain->missing : "");
        if (toolchain->remedy)
            table_note(table, toolchain->remedy, REMEDY_LINES);
    }
}

void report_languages_text(FILE *file, const struct report_style *style,
                           const struct report_language *languages, size_t count)
{
    struct table table;

    table_begin(&table, "llllll", 2, NULL);
    for (size_t i = 0; i < count; i++)
        language_line(&table, &languages[i]);
    table_end(&table, file, style);
}

bool report_host_isolates(const struct report_host *host)
{
    for (size_t i = 0; i < host->check_count; i++)
        if (host->checks[i].state == SANDBOX_CHECK_MISSING)
            return false;
    return !host->isolation_fault;
}

static void print_checks(FILE *file, const struct report_style *style,
                         const struct report_host *host)
{
    struct table table;

    table_begin(&table, "lll", 2, NULL);
    for (size_t i = 0; i < host->check_count; i++) {
        const struct sandbox_check *check = &host->checks[i];

        table_line(&table);
        table_cell(&table, 0, REPORT_STRONG, "%s", check->name);
        table_cell(&table, 1, check_states[check->state].colour, "%s",
                   check_states[check->state].text);
        table_cell(&table, 2, REPORT_PLAIN, "%s", check->detail);
        table_note(&table, check->remedy, REMEDY_LINES);
    }
    table_end(&table, file, style);
}

static void print_libraries(FILE *file, const struct report_style *style,
                            const struct report_host *host)
{
    struct table table;

    table_begin(&table, "ll", 2, NULL);
    for (size_t i = 0; i < host->library_count; i++) {
        table_line(&table);
        table_cell(&table, 0, REPORT_STRONG, "%s", host->libraries[i].name);
        table_cell(&table, 1, REPORT_PLAIN, "%s", host->libraries[i].version);
    }
    table_end(&table, file, style);
}

static void print_backends(FILE *file, const struct report_style *style,
                           const struct report_host *host)
{
    struct table table;

    table_begin(&table, "lll", 2, NULL);
    for (size_t i = 0; i < host->backend_count; i++) {
        const char *fault = host->backends[i].fault;

        table_line(&table);
        table_cell(&table, 0, REPORT_STRONG, "%s", host->backends[i].name);
        table_cell(&table, 1, *fault ? REPORT_ODD : REPORT_GOOD, "%s", *fault ? "missing" : "ok");
        table_cell(&table, 2, REPORT_PLAIN, "%s", fault);
    }
    table_end(&table, file, style);
}

static void print_conclusion(FILE *file, const struct report_style *style,
                             const struct report_host *host)
{
    bool works = report_host_isolates(host);
    enum report_colour colour = works ? REPORT_GOOD : REPORT_BAD;
    size_t missing = 0;

    for (size_t i = 0; i < host->language_count; i++)
        missing += host->languages[i].toolchain && !host->languages[i].toolchain->available;
    fprintf(file, "\n%s%s%s", report_colour_start(style, colour),
            works ? "Programs can be judged here" : "Programs cannot be judged here",
            report_colour_end(style, colour));
    if (works && host->backend)
        fprintf(file, " (%s)", host->backend);
    if (missing)
        fprintf(file, "; %zu of %zu languages missing", missing, host->language_count);
    fputs(".\n", file);
    if (host->isolation_fault)
        fprintf(file, "%s\n", host->isolation_fault);
    if (host->isolation_fault && host->isolation_remedy && *host->isolation_remedy)
        fprintf(file, "%s\n", host->isolation_remedy);
}

void report_host_text(FILE *file, const struct report_style *style, const struct report_host *host)
{
    fputs("isolation\n", file);
    print_checks(file, style, host);
    fputs("libraries\n", file);
    print_libraries(file, style, host);
    fputs("languages\n", file);
    report_languages_text(file, style, host->languages, host->language_count);
    fputs("growth, measured by the first that is there\n", file);
    print_backends(file, style, host);
    print_conclusion(file, style, host);
}
