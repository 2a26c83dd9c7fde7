/*
 * Theory of operation: the list of mutants, the sample, and applying one. Pure but for allocating.
 *
 * The sample is systematic: the kinds get equal shares (what a kind cannot fill goes to the
 * others), since constants outnumber everything else in most sources and tell the least; within a
 * kind the candidates are ordered by file, within a file by chance, and every N-th is taken from a
 * start by chance, which spreads the sample over the files in proportion. Chance is a hash of the
 * seed and of what the mutant is, so that neither the order of reading nor the machine plays a
 * part.
 */

#include "judge/base/random.h"
#include "judge/review/mutant_table.h"
#include "judge/review/origin.h"

#include <stdlib.h>
#include <string.h>

const char *mutant_kind_name(enum mutant_kind kind)
{
    static const char *const names[MUTANT_KINDS] = {
        [MUTANT_CONDITION] = "condition",   [MUTANT_BOUNDARY] = "boundary",
        [MUTANT_ARITHMETIC] = "arithmetic", [MUTANT_BOOLEAN] = "boolean",
        [MUTANT_RETURN] = "return",         [MUTANT_STATEMENT] = "statement",
        [MUTANT_CONSTANT] = "constant",
    };

    return kind < MUTANT_KINDS ? names[kind] : "";
}

struct mutants *mutants_new(void)
{
    struct mutants *mutants = memory_alloc(sizeof(*mutants));

    if (!mutants)
        return NULL;
    *mutants = (struct mutants){ .arena = arena_new() };
    if (!mutants->arena) {
        free(mutants);
        return NULL;
    }
    return mutants;
}

void mutants_free(struct mutants *mutants)
{
    if (!mutants)
        return;
    arena_free(mutants->arena);
    free(mutants->items);
    free(mutants);
}

static void omit(struct mutants *mutants, const char *path, const char *why)
{
    if (mutants->omission_count < MUTANT_OMISSIONS)
        mutants->omissions[mutants->omission_count++] = (struct mutant_omission){ path, why };
}

int mutants_add(struct mutants *mutants, const char *path, const char *text, size_t size,
                struct error *error)
{
    struct syntax *syntax = NULL;
    const char *name = arena_strdup(mutants->arena, path);
    struct error fault = { 0 };

    if (!name)
        return error_set(error, -ENOMEM, "out of memory");
    /* Only what is graded is mutated: a head that anybody can write hides nothing. */
    if (origin_is_left_out(origin_of(text, size), true)) {
        omit(mutants, name, "packed: its lines were made by a program");
        return 0;
    }
    int failed =
        syntax_parse(syntax_language_of(path), text, size, SYNTAX_PARSE_MS, &syntax, &fault);
    if (failed == -ENOMEM)
        return error_set(error, -ENOMEM, "out of memory");
    if (failed < 0) {
        omit(mutants, name,
             failed == -EFBIG       ? "too large"
             : failed == -ETIMEDOUT ? "too slow to parse"
                                    : "not a language that is mutated");
        return 0;
    }
    mutants->sources++;
    failed = mutant_walk(mutants, name, syntax, text, size, error);
    syntax_free(syntax);
    return failed;
}

/* ---- The sample ---------------------------------------------------------------------------------
 */

struct candidate {
    const struct mutant *mutant;
    uint64_t chance;
};

static uint64_t mix_text(uint64_t state, const char *text)
{
    for (; *text; text++)
        state = random_mix(state ^ (unsigned char) *text);
    return state;
}

static uint64_t chance_of(const struct mutant *mutant, uint64_t seed)
{
    uint64_t state = mix_text(random_mix(seed), mutant->path);

    state = random_mix(state ^ mutant->start);
    state = random_mix(state ^ mutant->end);
    return mix_text(random_mix(state ^ (uint64_t) mutant->kind), mutant->replacement);
}

static int by_chance(const void *left, const void *right)
{
    const struct candidate *one = left, *other = right;

    if (one->chance != other->chance)
        return one->chance < other->chance ? -1 : 1;
    int order = strcmp(one->mutant->path, other->mutant->path);
    return order ? order : one->mutant->start < other->mutant->start ? -1 : 1;
}

static int by_kind_and_file(const void *left, const void *right)
{
    const struct candidate *one = left, *other = right;

    if (one->mutant->kind != other->mutant->kind)
        return one->mutant->kind < other->mutant->kind ? -1 : 1;
    int order = strcmp(one->mutant->path, other->mutant->path);
    return order ? order : by_chance(left, right);
}

/* Shares `limit` out: equally, but to none more than it has. */
static void share_out(const size_t counts[MUTANT_KINDS], size_t limit, size_t shares[MUTANT_KINDS])
{
    size_t left = limit, kinds = 0;
    bool filled = true;

    memset(shares, 0, sizeof(*shares) * MUTANT_KINDS);
    for (int i = 0; i < MUTANT_KINDS; i++)
        kinds += counts[i] > 0;
    /* Those that have less than an equal part first. */
    while (filled && kinds > 0) {
        filled = false;
        for (int i = 0; i < MUTANT_KINDS; i++) {
            if (counts[i] == 0 || shares[i] > 0 || counts[i] > left / kinds)
                continue;
            shares[i] = counts[i];
            left -= counts[i];
            kinds--;
            filled = true;
            if (kinds == 0)
                break;
        }
    }
    for (int i = 0; i < MUTANT_KINDS && kinds > 0; i++) {
        if (counts[i] == 0 || shares[i] > 0)
            continue;
        shares[i] = left / kinds;
        left -= shares[i];
        kinds--;
        /* Nothing for this one: the next may still get something. */
    }
}

/* Every N-th of a kind's candidates, moved to `taken`. */
static size_t take(const struct candidate *candidates, size_t count, size_t share, uint64_t seed,
                   struct candidate *taken)
{
    uint64_t start = count ? random_mix(seed) % count : 0;

    for (size_t i = 0; i < share; i++)
        taken[i] = candidates[((uint64_t) i * count + start) / share];
    return share;
}

static size_t choose(struct candidate *candidates, size_t count, uint64_t seed, size_t limit,
                     struct candidate *taken)
{
    size_t counts[MUTANT_KINDS] = { 0 }, shares[MUTANT_KINDS], first = 0, total = 0;

    qsort(candidates, count, sizeof(*candidates), by_kind_and_file);
    for (size_t i = 0; i < count; i++)
        counts[candidates[i].mutant->kind]++;
    share_out(counts, limit, shares);
    for (int kind = 0; kind < MUTANT_KINDS; kind++) {
        total += take(candidates + first, counts[kind], shares[kind], seed + (uint64_t) kind,
                      taken + total);
        first += counts[kind];
    }
    qsort(taken, total, sizeof(*taken), by_chance);
    return total;
}

int mutants_sample(const struct mutants *mutants, const struct line_set *executed, uint64_t seed,
                   size_t limit, const struct mutant ***ret, size_t *ret_count, struct error *error)
{
    AUTO_FREE struct candidate *candidates =
        memory_alloc((mutants->count + 1) * sizeof(*candidates));
    size_t count = 0;

    if (!candidates)
        return error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < mutants->count; i++) {
        const struct mutant *mutant = &mutants->items[i];
        if (!executed || line_set_has(executed, mutant->path, mutant->line))
            candidates[count++] = (struct candidate){ mutant, chance_of(mutant, seed) };
    }
    limit = limit < count ? limit : count;
    AUTO_FREE struct candidate *taken = memory_alloc((limit + 1) * sizeof(*taken));
    const struct mutant **sample = memory_alloc((limit + 1) * sizeof(struct mutant *));
    if (!taken || !sample) {
        free(sample);
        return error_set(error, -ENOMEM, "out of memory");
    }
    count = choose(candidates, count, seed, limit, taken);
    for (size_t i = 0; i < count; i++)
        sample[i] = taken[i].mutant;
    *ret = sample;
    *ret_count = count;
    return 0;
}

/* ---- Applying -----------------------------------------------------------------------------------
 */

int mutant_apply(const struct mutant *mutant, const char *text, size_t size, char **ret,
                 size_t *ret_size, struct error *error)
{
    AUTO_BUFFER struct buffer buffer = { 0 };

    if (mutant->start > mutant->end || mutant->end > size)
        return error_set(error, -EINVAL, "the mutant of %s, line %u, is of another source",
                         mutant->path, mutant->line);
    if (buffer_append(&buffer, text, mutant->start) < 0 ||
        buffer_puts(&buffer, mutant->replacement) < 0 ||
        buffer_append(&buffer, text + mutant->end, size - mutant->end) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    *ret_size = buffer.size;
    *ret = steal(&buffer.data);
    return 0;
}
