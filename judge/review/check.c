/*
 * Theory of operation: checks that no pattern can say, as functions over all files of a
 * repository. Each belongs to a rule with `check: NAME`, which says in which languages it looks,
 * and has the words. A table names them.
 */

#include "judge/review/check.h"

#include <errno.h>
#include <string.h>

#define LINES_MUCH 80
#define COGNITIVE_MUCH 25
#define PARAMETERS_MUCH 7

static const struct {
    const char *name;
    check_function *run;
} checks[] = {
    { "commented-out", check_commented_out },     { "complex-function", check_complex_function },
    { "many-parameters", check_many_parameters }, { "query-index", check_query_index },
    { "unique-in-code", check_unique_in_code },   { "unique-unseen", check_unique_unseen },
};

bool rule_is_check(const char *name)
{
    for (size_t i = 0; i < COUNT(checks); i++) {
        if (strcmp(checks[i].name, name) == 0)
            return true;
    }
    return false;
}

bool check_looks_at(const struct rule_find *find, const struct review_file *file)
{
    return !file->marked && (find->languages & rule_language(file));
}

int check_commented_out(struct reviewing *state, const struct rule_find *find, struct error *error)
{
    int failed = 0;

    for (size_t i = 0; i < state->count; i++) {
        const struct review_file *file = &state->files[i];
        size_t count = check_looks_at(find, file) ? file->measures.commented_out_count : 0;
        for (size_t k = 0; !failed && k < count && k <= REVIEW_FINDINGS_A_RULE; k++) {
            const struct measures_span *span = &file->measures.commented_out[k];
            struct rule_hit hit = { find, file, span->start, span->end, NULL, 0 };
            failed = rule_emit(state, &hit, error);
        }
    }
    return failed;
}

static size_t offset_of(const struct review_file *file, int line)
{
    size_t at = 0;

    for (int now = 1; now < line && at < file->size; at++)
        now += file->text[at] == '\n';
    return at;
}

typedef unsigned measure_function(const struct measures_function *function);

/* Functions whose measure is over a bound, with ${name}, ${value} and ${lines}. */
static int check_functions(struct reviewing *state, const struct rule_find *find,
                           measure_function *measure, unsigned bound, struct error *error)
{
    int failed = 0;

    for (size_t i = 0; i < state->count; i++) {
        const struct review_file *file = &state->files[i];
        size_t count = check_looks_at(find, file) ? file->measures.function_count : 0, said = 0;
        for (size_t k = 0; !failed && k < count && said <= REVIEW_FINDINGS_A_RULE; k++) {
            const struct measures_function *function = &file->measures.functions[k];
            char value[32], lines[32];
            if (measure(function) <= bound)
                continue;
            said++;
            snprintf(value, sizeof(value), "%u", measure(function));
            snprintf(lines, sizeof(lines), "%u", function->lines);
            struct rule_value values[] = { { "name", function->name, strlen(function->name) },
                                           { "value", value, strlen(value) },
                                           { "lines", lines, strlen(lines) } };
            size_t at = offset_of(file, function->line);
            struct rule_hit hit = { find, file, at, at, values, COUNT(values) };
            failed = rule_emit(state, &hit, error);
        }
    }
    return failed;
}

/* Long alone is no fault where nothing branches; both together are hard to follow. */
static unsigned complexity_of(const struct measures_function *function)
{
    return function->lines > LINES_MUCH || function->cognitive > 2 * COGNITIVE_MUCH
               ? function->cognitive
               : 0;
}

static unsigned parameters_of(const struct measures_function *function)
{
    return function->parameters;
}

int check_complex_function(struct reviewing *state, const struct rule_find *find,
                           struct error *error)
{
    return check_functions(state, find, complexity_of, COGNITIVE_MUCH, error);
}

int check_many_parameters(struct reviewing *state, const struct rule_find *find,
                          struct error *error)
{
    return check_functions(state, find, parameters_of, PARAMETERS_MUCH, error);
}

int checks_run(struct reviewing *state, struct error *error)
{
    int failed = 0;

    for (size_t i = 0; i < state->rules->count; i++) {
        const struct rule *rule = state->rules->items[i];
        for (size_t k = 0; rule_wanted(state, rule) && k < rule->find_count && !failed; k++) {
            for (size_t c = 0; rule->finds[k].check && c < COUNT(checks) && !failed; c++) {
                if (strcmp(checks[c].name, rule->finds[k].check) == 0)
                    failed = checks[c].run(state, &rule->finds[k], error);
            }
        }
    }
    return failed;
}
