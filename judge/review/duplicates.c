/*
 * Theory of operation: a rolling hash (Rabin and Karp) over each window of MEASURES_WINDOW tokens;
 * the first place of each hash is kept in a table, and a later window of the same hash marks the
 * tokens of both. Windows that overlap are no copies of one another. Tokens are compared by their
 * hashes: 64 bits of each, and of the window, so that a chance likeness is no matter.
 */

#include "judge/review/measures.h"

#include <stdlib.h>
#include <string.h>

#define FACTOR 0x9e3779b97f4a7c15u

struct place {
    uint64_t hash;
    uint32_t source, token; /* token + 1; 0 for an empty place */
};

struct finding_copies {
    const struct measures_source *sources;
    struct place *table;
    size_t mask;
    bool **marks; /* by source and token */
};

static void mark(const struct finding_copies *state, size_t source, size_t token)
{
    memset(state->marks[source] + token, true, MEASURES_WINDOW);
}

static void look_up(const struct finding_copies *state, uint64_t hash, size_t source, size_t token)
{
    size_t at = (hash ^ hash >> 29) & state->mask;

    while (state->table[at].token && state->table[at].hash != hash)
        at = (at + 1) & state->mask;
    struct place *place = &state->table[at];
    if (!place->token) {
        *place = (struct place){ hash, (uint32_t) source, (uint32_t) token + 1 };
        return;
    }
    if (place->source == source && token < place->token - 1 + MEASURES_WINDOW)
        return;
    mark(state, place->source, place->token - 1);
    mark(state, source, token);
}

static void look_through(const struct finding_copies *state, size_t index)
{
    const struct measures_source *source = &state->sources[index];
    uint64_t hash = 0, power = 1;

    for (size_t i = 0; i < MEASURES_WINDOW; i++)
        power *= FACTOR;
    for (size_t i = 0; i < source->token_count; i++) {
        hash = hash * FACTOR + source->tokens[i].hash;
        if (i >= MEASURES_WINDOW)
            hash -= power * source->tokens[i - MEASURES_WINDOW].hash;
        if (i + 1 >= MEASURES_WINDOW)
            look_up(state, hash, index, i + 1 - MEASURES_WINDOW);
    }
}

static size_t count_lines(const struct measures_source *source, const bool *marks)
{
    size_t lines = 0;
    int last = 0;

    for (size_t i = 0; i < source->token_count; i++) {
        int first = source->tokens[i].line > last ? source->tokens[i].line : last + 1;

        if (!marks[i] || source->tokens[i].end_line < first)
            continue;
        last = source->tokens[i].end_line;
        lines += (size_t) (last - first + 1);
    }
    return lines;
}

static bool reserve(struct finding_copies *state, size_t count)
{
    size_t tokens = 0, size = 1024;

    state->marks = calloc(count + 1, sizeof(*state->marks));
    for (size_t i = 0; state->marks && i < count; i++) {
        tokens += state->sources[i].token_count;
        state->marks[i] = calloc(state->sources[i].token_count + 1, sizeof(bool));
        if (!state->marks[i])
            return false;
    }
    while (size < tokens * 2)
        size *= 2;
    state->mask = size - 1;
    state->table = calloc(size, sizeof(*state->table));
    return state->marks && state->table;
}

int measures_duplicated(const struct measures_source *sources, size_t count, size_t *ret_lines,
                        struct error *error)
{
    struct finding_copies state = { .sources = sources };
    bool fits = reserve(&state, count);
    size_t lines = 0;

    for (size_t i = 0; fits && i < count; i++)
        look_through(&state, i);
    for (size_t i = 0; fits && i < count; i++)
        lines += count_lines(&sources[i], state.marks[i]);
    for (size_t i = 0; state.marks && i < count; i++)
        free(state.marks[i]);
    free(state.marks);
    free(state.table);
    if (!fits)
        return error_set(error, -ENOMEM, "out of memory");
    *ret_lines = lines;
    return 0;
}
