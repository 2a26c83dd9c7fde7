/* The plugin's pages as samples: what honest pages say, and that no page says nonsense. */

#include "judge/growth/tally.h"
#include "tests/unit/unit.h"

#include <math.h>
#include <stdlib.h>

static const struct sample ended = { .ran = true, .verdict = VERDICT_AC, .cpu_s = 3, .wall_s = 6 };

START_TEST(a_marked_call_counts_alone)
{
    struct sample sample = ended;
    const struct counts page = { .magic = COUNTS_MAGIC,
                                 .instructions = 9000,
                                 .marks = 2,
                                 .marked_instructions = 700,
                                 .fresh_peak = 3,
                                 .grains_peak = 50 };

    tally_run(&page, &sample);
    ck_assert(sample.counted && sample.marked);
    ck_assert_double_eq(sample.count, 700);
    ck_assert_double_eq(sample.space, 3 * COUNTS_GRAIN);
    free(sample.blocks);
}
END_TEST

START_TEST(a_call_that_does_not_return_counts_to_its_end)
{
    struct sample sample = ended;
    const struct counts page = {
        .magic = COUNTS_MAGIC, .instructions = 9000, .marks = 1, .since = 8000, .inside = 1
    };

    tally_run(&page, &sample);
    ck_assert_double_eq(sample.count, 1000);
    free(sample.blocks);
}
END_TEST

START_TEST(a_whole_program_counts_from_its_first_reading_on)
{
    struct sample sample = ended;
    const struct counts page = { .magic = COUNTS_MAGIC,
                                 .instructions = 9000,
                                 .reads = 4,
                                 .read_instructions = 6000,
                                 .read_grains = 10,
                                 .grains_peak = 15 };

    tally_run(&page, &sample);
    ck_assert(sample.counted && !sample.marked);
    ck_assert_double_eq(sample.count, 3000);
    ck_assert_double_eq(sample.space, 5 * COUNTS_GRAIN);
    free(sample.blocks);
}
END_TEST

START_TEST(blocks_count_where_all_counts)
{
    struct sample sample = ended;
    struct counts page = { .magic = COUNTS_MAGIC, .reads = 1 };

    /* since the first reading: what there is now, and what there was then */
    page.blocks[7] = 900;
    page.measured_blocks[7] = (uint64_t) 0 - 300;
    tally_run(&page, &sample);
    ck_assert_ptr_nonnull(sample.blocks);
    ck_assert_double_eq(sample.blocks->counts[7], 600);
    ck_assert_double_eq(sample.blocks->counts[8], 0);
    free(sample.blocks);
    /* between marks, the last of which was passed, and then in a call that does not return */
    page.marks = 1;
    page.measured_blocks[7] = 200;
    tally_run(&page, &sample);
    ck_assert_double_eq(sample.blocks->counts[7], 200);
    free(sample.blocks);
    page.inside = 1;
    page.measured_blocks[7] = (uint64_t) 0 - 850;
    tally_run(&page, &sample);
    ck_assert_double_eq(sample.blocks->counts[7], 50);
    free(sample.blocks);
    /* nothing was measured */
    page.marks = page.inside = page.reads = 0;
    tally_run(&page, &sample);
    ck_assert_ptr_null(sample.blocks);
}
END_TEST

START_TEST(held_is_what_it_holds_more_than_at_the_beginning)
{
    struct counts page = { .magic = COUNTS_MAGIC, .reads = 1, .held = 4000, .held_peak = 9000 };

    ck_assert_double_eq(tally_held(&page), 5000);
    page.held_peak = 3000;
    ck_assert_double_eq(tally_held(&page), 0);
    page.held_peak = UINT64_MAX;
    ck_assert(tally_held(&page) < 1e16);
    page.reads = 0;
    ck_assert(isnan(tally_held(&page)));
    page.reads = 1;
    page.magic = 0;
    ck_assert(isnan(tally_held(&page)));
}
END_TEST

START_TEST(what_lists_keys_is_left_out)
{
    struct sample sample = ended;
    struct counts page = { .magic = COUNTS_MAGIC, .reads = 1, .instructions = 900 };

    page.blocks[70] = 300;
    page.blocks[71] = 400;
    page.blocks[COUNTS_RUNTIME + 70] = 200;
    page.listing[1] = 1 << (70 - 64);
    tally_run(&page, &sample);
    ck_assert_double_eq(sample.blocks->counts[70], 0);
    ck_assert_double_eq(sample.blocks->counts[71], 400);
    ck_assert_double_eq(sample.blocks->counts[COUNTS_RUNTIME + 70], 200);
    free(sample.blocks);
}
END_TEST

START_TEST(a_page_that_is_none_counts_nothing)
{
    struct sample sample = ended;
    const struct counts page = { .instructions = 9000 };

    tally_run(&page, &sample);
    ck_assert(!sample.counted);
    ck_assert_double_eq(sample.count, 0);
}
END_TEST

START_TEST(invented_pages_give_finite_numbers)
{
    struct counts pages[1 + METER_INPUTS];
    struct sample samples[METER_INPUTS] = { { 0 } };

    memset(pages, 0xff, sizeof(pages));
    for (size_t i = 0; i <= METER_INPUTS; i++) {
        pages[i].magic = COUNTS_MAGIC;
        pages[i].marks = i % 2 ? UINT64_MAX : 0;
        pages[i].since = i % 3 ? UINT64_MAX : 0;
        pages[i].read_instructions = UINT64_MAX - 1000;
    }
    tally_inputs(pages, METER_INPUTS, &ended, samples);
    for (size_t i = 0; i < METER_INPUTS; i++) {
        ck_assert(samples[i].ran);
        ck_assert(isfinite(samples[i].count) && samples[i].count >= 0);
        ck_assert(isfinite(samples[i].space) && samples[i].space >= 0);
        for (size_t k = 0; samples[i].blocks && k < COUNTS_BLOCKS; k++)
            ck_assert(isfinite(samples[i].blocks->counts[k]) && samples[i].blocks->counts[k] >= 0);
        ck_assert(samples[i].cpu_s >= 0 && samples[i].cpu_s <= ended.cpu_s);
        free(samples[i].blocks);
    }
}
END_TEST

START_TEST(of_children_the_last_ended_as_the_run_did)
{
    struct counts pages[1 + METER_INPUTS] = { { .magic = COUNTS_MAGIC, .begun = 3 } };
    struct sample samples[METER_INPUTS] = { { 0 } };
    struct sample crashed = ended;

    crashed.verdict = VERDICT_RTE;
    for (size_t i = 1; i <= 3; i++)
        pages[i] = (struct counts){ .magic = COUNTS_MAGIC,
                                    .instructions = 100 * i,
                                    .marks = 1,
                                    .marked_instructions = 10 * i };
    tally_inputs(pages, 5, &crashed, samples);
    for (size_t i = 0; i < 3; i++) {
        ck_assert(samples[i].ran);
        ck_assert_int_eq(samples[i].verdict, i < 2 ? VERDICT_AC : VERDICT_RTE);
        ck_assert_double_eq(samples[i].count, 10.0 * (double) (i + 1));
    }
    ck_assert(!samples[3].ran && !samples[4].ran);
    ck_assert(samples[2].cpu_s > samples[0].cpu_s);
    for (size_t i = 0; i < 3; i++)
        free(samples[i].blocks);
}
END_TEST

/* One that would have taken too long was left out, and the next family's was run. */
START_TEST(of_children_some_were_not_begun)
{
    struct counts pages[1 + METER_INPUTS] = { { .magic = COUNTS_MAGIC, .begun = 3 } };
    struct sample samples[METER_INPUTS] = { { 0 } };

    for (size_t i = 1; i <= 3; i += 2)
        pages[i] = (struct counts){
            .magic = COUNTS_MAGIC, .instructions = 100 * i, .reads = 1, .cpu_ns = 500000000 * i
        };
    tally_inputs(pages, 4, &ended, samples);
    ck_assert(samples[0].ran && !samples[1].ran && samples[2].ran && !samples[3].ran);
    ck_assert_int_eq(samples[2].verdict, VERDICT_AC);
    ck_assert_double_eq_tol(samples[0].cpu_s, 0.5, 1e-6);
    ck_assert_double_eq_tol(samples[2].cpu_s, 1.5, 1e-6);
    ck_assert_double_eq_tol(samples[2].wall_s, 3, 1e-6);
    free(samples[0].blocks);
    free(samples[2].blocks);
}
END_TEST

START_TEST(a_run_without_children_is_told_of_the_first_input)
{
    const struct counts pages[1 + METER_INPUTS] = { { .magic = COUNTS_MAGIC } };
    struct sample samples[METER_INPUTS] = { { 0 } };

    tally_inputs(pages, 4, &ended, samples);
    ck_assert(samples[0].ran && samples[0].counted && !samples[1].ran);
    ck_assert_double_eq(samples[0].count, 0);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_tally");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, a_marked_call_counts_alone);
    tcase_add_test(tcase, a_call_that_does_not_return_counts_to_its_end);
    tcase_add_test(tcase, a_whole_program_counts_from_its_first_reading_on);
    tcase_add_test(tcase, blocks_count_where_all_counts);
    tcase_add_test(tcase, held_is_what_it_holds_more_than_at_the_beginning);
    tcase_add_test(tcase, what_lists_keys_is_left_out);
    tcase_add_test(tcase, a_page_that_is_none_counts_nothing);
    tcase_add_test(tcase, invented_pages_give_finite_numbers);
    tcase_add_test(tcase, of_children_the_last_ended_as_the_run_did);
    tcase_add_test(tcase, of_children_some_were_not_begun);
    tcase_add_test(tcase, a_run_without_children_is_told_of_the_first_input);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
