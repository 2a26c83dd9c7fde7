/*
 * The plugin's pages, which a hostile program can write to, and what is decided from them. Input:
 * pages as they lie in memory, with the right magic number put in where the byte before is odd.
 *
 * Properties: a sample has numbers that are finite and not negative, the last that ran ended as the
 * run did; and deciding from such counts gives an answer or a reason.
 */
#include "judge/growth/tally.h"

#include "judge/growth/decide.h"
#include "tests/fuzz/fuzz.h"

#include <math.h>

static const struct decide_rules time_rules = { .tolerance = 0.02, .floor = 100, .jitter = 20 };
static const struct decide_rules memory_rules = { .tolerance = 0.08,
                                                  .uneven = true,
                                                  .flat = 2000,
                                                  .jitter = 1000,
                                                  .hidden = 9000,
                                                  .hidden_least = 9000,
                                                  .hidden_unit = 4 };

static void check_answer(const double counts[METER_INPUTS], const struct decide_rules *rules)
{
    struct growth_point points[METER_INPUTS];
    struct growth_answer answer = { 0 };

    for (size_t i = 0; i < METER_INPUTS; i++)
        points[i] = (struct growth_point){ .size = (double) (8u << i), .count = counts[i] };
    decide_class(points, METER_INPUTS, rules, &answer);
    fuzz_check((answer.class == GROWTH_UNKNOWN) == (answer.reason != NULL));
    fuzz_check(answer.confidence >= 0 && answer.confidence <= 1);
}

static void check_samples(const struct sample *samples, const struct sample *whole)
{
    size_t last = METER_INPUTS;

    for (size_t i = 0; i < METER_INPUTS; i++) {
        fuzz_check(isfinite(samples[i].count) && samples[i].count >= 0);
        fuzz_check(isfinite(samples[i].space) && samples[i].space >= 0);
        fuzz_check(samples[i].cpu_s >= 0 && samples[i].cpu_s <= whole->cpu_s);
        last = samples[i].ran ? i : last;
    }
    fuzz_check(last < METER_INPUTS && samples[last].verdict == VERDICT_RTE);
}

static void check_answers(const struct counts *pages, const struct sample *samples)
{
    double counts[METER_INPUTS], held[METER_INPUTS];

    for (size_t i = 0; i < METER_INPUTS; i++) {
        counts[i] = samples[i].count;
        held[i] = tally_held(&pages[i]);
        fuzz_check(isnan(held[i]) || (isfinite(held[i]) && held[i] >= 0));
        held[i] = isnan(held[i]) ? 0 : held[i];
    }
    check_answer(counts, &time_rules);
    check_answer(held, &memory_rules);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct counts pages[1 + METER_INPUTS] = { { 0 } };
    struct sample samples[METER_INPUTS] = { { 0 } };
    const struct sample whole = { .ran = true, .verdict = VERDICT_RTE, .cpu_s = 2, .wall_s = 3 };

    for (size_t i = 0, at = 0; i <= METER_INPUTS && at < size; i++) {
        bool honest = data[at++] & 1;
        size_t length = size - at < sizeof(pages[i]) ? size - at : sizeof(pages[i]);

        memcpy(&pages[i], data + at, length);
        at += length;
        if (honest)
            pages[i].magic = COUNTS_MAGIC;
    }
    tally_inputs(pages, METER_INPUTS, &whole, samples);
    check_samples(samples, &whole);
    check_answers(pages, samples);
    return 0;
}
