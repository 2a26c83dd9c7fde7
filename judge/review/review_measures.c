/*
 * Theory of operation: sums and greatest values over the files that were read. Tests have a count
 * of their own; what is left alone counts nowhere; of a file that only claims to be generated, the
 * size counts and the style does not. Pure but for allocating.
 */

#include "judge/review/review_measures.h"

#include <errno.h>
#include <stdlib.h>

static int raise_to(struct review *review, struct review_extreme *extreme, unsigned value,
                    const struct review_file *file, const struct measures_function *function)
{
    if (value <= extreme->value)
        return 0;
    extreme->value = value;
    extreme->where =
        arena_printf(review->arena, "%s:%d %s", file->path, function->line, function->name);
    return extreme->where ? 0 : -ENOMEM;
}

static int add_measures(struct review *review, const struct review_file *file)
{
    struct review_measures *to = &review->measures;
    const struct measures_source *from = &file->measures;
    int failed = 0;

    to->files++;
    to->lines += from->lines;
    to->functions += from->function_count;
    if (!file->claimed) { /* its size counts, its style may be a program's */
        to->names += from->names;
        to->meaningless_names += from->meaningless_names;
        to->commented_out += from->commented_out_count;
        to->magic_numbers += from->magic_numbers;
    }
    for (size_t i = 0; i < from->function_count; i++) {
        const struct measures_function *function = &from->functions[i];
        failed |= raise_to(review, &to->longest, function->lines, file, function);
        failed |= raise_to(review, &to->nesting, function->nesting, file, function);
        failed |= raise_to(review, &to->cyclomatic, function->cyclomatic, file, function);
        failed |= raise_to(review, &to->cognitive, function->cognitive, file, function);
        failed |= raise_to(review, &to->parameters, function->parameters, file, function);
    }
    return failed ? -ENOMEM : 0;
}

/* What a script does outside of functions is as long as one. */
static int add_loose(struct review *review, const struct review_file *file)
{
    struct review_extreme *longest = &review->measures.longest;
    bool script = file->language == SYNTAX_PYTHON || file->language == SYNTAX_JAVASCRIPT ||
                  file->language == SYNTAX_TYPESCRIPT;

    if (!script || file->measures.loose_lines <= longest->value)
        return 0;
    longest->value = (unsigned) file->measures.loose_lines;
    longest->where = arena_printf(review->arena, "%s: outside of functions", file->path);
    return longest->where ? 0 : -ENOMEM;
}

int review_sum_up(struct reviewing *state, struct error *error)
{
    struct measures_source *sources = calloc(state->count + 1, sizeof(*sources));
    struct review_measures *to = &state->review->measures;
    size_t count = 0;
    int failed = 0;

    if (!sources)
        return error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < state->count && !failed; i++) {
        const struct review_file *file = &state->files[i];
        if (file->language == SYNTAX_NONE || file->marked)
            continue;
        if (file->test) {
            to->test_files++;
            to->test_lines += file->measures.lines;
            continue;
        }
        if (!file->claimed)
            sources[count++] = file->measures;
        failed = add_measures(state->review, file);
        if (!failed && state->options->program)
            failed = add_loose(state->review, file);
    }
    failed = failed ? error_set(error, -ENOMEM, "out of memory")
                    : measures_duplicated(sources, count, &to->duplicated_lines, error);
    free(sources);
    return failed;
}
