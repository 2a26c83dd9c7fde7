/*
 * The control: a read behind the end that happens only for inputs that begin with "FUZZ". It must
 * be found, which shows that coverage leads the fuzzer and that AddressSanitizer watches.
 */
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char secret[] = "FUZZ";
    char *copy = malloc(sizeof(secret));
    volatile char read = 0;

    fuzz_check(copy);
    memset(copy, 0, sizeof(secret));
    for (size_t i = 0; i < size && i < strlen(secret) && data[i] == secret[i]; i++)
        read = copy[i == strlen(secret) - 1 ? sizeof(secret) : i];
    (void) read;
    free(copy);
    return 0;
}
