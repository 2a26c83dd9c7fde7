/*
 * Values of options, as scripts pass them on. Input: a text.
 *
 * Properties: what is taken is in the range of its row, a refusal is one line of visible text;
 * bytes are the digits times a power of 1024, without overflow.
 */
#include "judge/command/options.h"

#include "judge/base/memory.h"
#include "tests/fuzz/fuzz.h"

#include <errno.h>

static const char *const choices[] = { "one", "two", NULL };
static const struct option_row rows[] = {
    { .name = "count", .type = OPTION_COUNT, .value = "N", .low = 1, .high = 1000 },
    { .name = "seconds", .type = OPTION_SECONDS, .value = "S", .low = 0.001, .high = 86400 },
    { .name = "bytes", .type = OPTION_BYTES, .value = "B", .low = 4096, .high = 1e15 },
    { .name = "text", .type = OPTION_TEXT, .value = "TEXT" },
    { .name = "choice", .type = OPTION_CHOICE, .value = "C", .choices = choices },
};

static void check_bytes(const char *text)
{
    uint64_t bytes = 0, digits = 0;

    if (option_bytes(text, &bytes) < 0)
        return;
    for (; *text >= '0' && *text <= '9'; text++)
        digits = digits * 10 + (uint64_t) (*text - '0');
    unsigned shift = !*text || strchr("Bb", *text) ? 0
                     : strchr("Kk", *text)         ? 10
                     : strchr("Mm", *text)         ? 20
                     : strchr("Gg", *text)         ? 30
                                                   : 40;
    fuzz_check(bytes >> shift == digits && bytes == digits << shift);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text((struct fuzz_input){ data, size });

    for (size_t i = 0; i < COUNT(rows); i++) {
        union {
            uint64_t count;
            double seconds;
            const char *text;
        } field = { 0 };
        struct error error = { 0 };
        int status = option_store(&rows[i], text, &field, &error);

        fuzz_check(status == 0 || (status == -EINVAL && fuzz_is_visible(error.message)));
        if (status == 0 && (rows[i].type == OPTION_COUNT || rows[i].type == OPTION_BYTES))
            fuzz_check((double) field.count >= rows[i].low && (double) field.count <= rows[i].high);
        if (status == 0 && rows[i].type == OPTION_SECONDS)
            fuzz_check(field.seconds >= rows[i].low && field.seconds <= rows[i].high);
    }
    check_bytes(text);
    free(text);
    return 0;
}
