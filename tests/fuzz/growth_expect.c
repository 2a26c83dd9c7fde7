/*
 * What a package expects, "O(n log n)". Input: the text.
 *
 * Properties: what is known is a range of classes whose ends are in order, and every class has a
 * verdict that agrees with it.
 */
#include "judge/growth/expect.h"

#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };
    char *text = fuzz_text(input);
    struct expectation range = expect_read(text);

    if (range.known)
        fuzz_check(range.low <= range.high && range.high < GROWTH_UNKNOWN);
    for (size_t i = 0; i <= GROWTH_CLASS_COUNT; i++) {
        enum growth_class class = (enum growth_class) i;
        enum growth_verdict verdict = expect_judge(&range, class);

        if (!range.known || class == GROWTH_UNKNOWN)
            fuzz_check(verdict == GROWTH_UNSURE);
        else
            fuzz_check((verdict == GROWTH_BETTER) == (class < range.low) &&
                       (verdict == GROWTH_WORSE) == (class > range.high));
    }
    free(text);
    return 0;
}
