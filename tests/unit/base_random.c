/* Chance from a seed: the numbers of splitmix64's authors. */

#include "judge/base/random.h"
#include "tests/unit/unit.h"

START_TEST(the_sequence_is_that_of_splitmix64)
{
    /* https://prng.di.unimi.it/splitmix64.c with x = 1234567, of which ours is one number ahead. */
    static const uint64_t wanted[] = { 3203168211198807973u, 9817491932198370423u,
                                       4593380528125082431u, 16408922859458223821u };
    uint64_t state = 1234567;

    ck_assert_uint_eq(random_mix(state), 6457827717110365317u);
    for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
        ck_assert_uint_eq(random_draw(&state), wanted[i]);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("base_random");
    TCase *tests = tcase_create("random");

    tcase_add_test(tests, the_sequence_is_that_of_splitmix64);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
