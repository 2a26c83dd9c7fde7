/*
 * Mutants of hostile sources, in Python where the first byte is even and in Go where it is odd.
 *
 * Properties: each mutant is inside the source, at the line it says, and changes it; applied, it
 * leaves every byte before and behind as it was; what is shown is one line, fit to show; a sample
 * has no mutant twice, and twice the same sample comes out.
 */
#include "judge/review/mutant.h"

#include "tests/fuzz/fuzz.h"

static void check_mutant(const struct mutant *mutant, const char *text, size_t size)
{
    struct error error = { 0 };
    char *changed = NULL;
    size_t changed_size = 0, length = strlen(mutant->replacement);
    unsigned line = 1;

    fuzz_check(mutant->start <= mutant->end && mutant->end <= size && mutant->kind < MUTANT_KINDS);
    fuzz_check(fuzz_is_visible(mutant->before) && fuzz_is_visible(mutant->after));
    for (size_t i = 0; i < mutant->start; i++)
        line += text[i] == '\n';
    /* A text of several lines may begin behind its quotes only. */
    fuzz_check(line >= mutant->line && line <= mutant->line + 1);
    fuzz_check(mutant_apply(mutant, text, size, &changed, &changed_size, &error) == 0);
    fuzz_check(changed_size == size - (mutant->end - mutant->start) + length);
    fuzz_check(memcmp(changed, text, mutant->start) == 0);
    fuzz_check(memcmp(changed + mutant->start, mutant->replacement, length) == 0);
    fuzz_check(memcmp(changed + mutant->start + length, text + mutant->end, size - mutant->end) ==
               0);
    fuzz_check(changed_size != size || memcmp(changed, text, size) != 0);
    free(changed);
}

static void check_sample(const struct mutants *mutants, uint64_t seed)
{
    const struct mutant **one = NULL, **other = NULL;
    struct error error = { 0 };
    size_t limit = seed % 50, count = 0, again = 0;

    fuzz_check(mutants_sample(mutants, NULL, seed, limit, &one, &count, &error) == 0);
    fuzz_check(mutants_sample(mutants, NULL, seed, limit, &other, &again, &error) == 0);
    fuzz_check(count == again && count == (limit < mutants->count ? limit : mutants->count));
    for (size_t i = 0; i < count; i++) {
        fuzz_check(one[i] == other[i]);
        for (size_t k = 0; k < i; k++)
            fuzz_check(one[i] != one[k]);
    }
    free(one);
    free(other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct fuzz_input source = { data + 1, size - 1 };
    AUTO_FREE char *text = fuzz_text(source);
    struct mutants *mutants = mutants_new();
    struct error error = { 0 };

    fuzz_check(mutants);
    fuzz_check(mutants_add(mutants, data[0] % 2 ? "a.go" : "a.py", text, source.size, &error) == 0);
    for (size_t i = 0; i < mutants->count && i < 200; i++)
        check_mutant(&mutants->items[i], text, source.size);
    check_sample(mutants, data[0] * 31 + source.size);
    mutants_free(mutants);
    return 0;
}
