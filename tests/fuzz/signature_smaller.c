/*
 * Smaller inputs of a call text. Input: the text.
 *
 * Properties: the steps come to an end, and taking the first one again and again does, too.
 */
#include "judge/signature/signature.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

#define LONGEST 300

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[LONGEST + 1];
    struct buffer smaller = { 0 };
    size_t step = 0;

    if (size > LONGEST || memchr(data, 0, size))
        return 0;
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';
    while (signature_smaller(text, step, &smaller) == 1) {
        buffer_clear(&smaller);
        fuzz_check(++step < 100 * (LONGEST + 1));
    }
    buffer_clear(&smaller);
    for (step = 0; signature_smaller(text, 0, &smaller) == 1; step++) {
        fuzz_check(smaller.size <= LONGEST + 64 && step < 10000);
        snprintf(text, sizeof(text), "%s", smaller.data);
        buffer_clear(&smaller);
    }
    buffer_clear(&smaller);
    return 0;
}
