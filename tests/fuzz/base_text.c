/*
 * text_harmless() and report-like uses of it: output of compilers and submissions, of any bytes.
 *
 * Properties: what comes out is valid UTF-8 without control characters but newline and tab; it is
 * at most as long as the limit says, besides the line that tells of a cut; a second pass changes
 * nothing; a text without anything to take away stays as it is, and no visible ASCII character
 * outside an escape sequence is lost.
 */
#include "judge/base/text.h"

#include "judge/base/memory.h"
#include "tests/fuzz/fuzz.h"

static void check_harmless(const char *text)
{
    size_t size = strlen(text);
    uint32_t character;

    for (size_t at = 0, length; at < size; at += length) {
        length = fuzz_utf8((const unsigned char *) text + at, size - at, &character);
        fuzz_check(length > 0);
        fuzz_check(character == '\n' || character == '\t' || !fuzz_is_control(character));
    }
}

static bool has_nothing_to_take(const char *text, size_t size)
{
    uint32_t character;

    for (size_t at = 0, length; at < size; at += length) {
        length = fuzz_utf8((const unsigned char *) text + at, size - at, &character);
        if (length == 0 || (fuzz_is_control(character) && character != '\n' && character != '\t'))
            return false;
    }
    return true;
}

static size_t count_visible(const char *text, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < size; i++)
        count += text[i] > ' ' && text[i] < 0x7f;
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *) data;
    size_t limit = size ? data[0] : 0;
    AUTO_FREE char *whole = text_harmless(text, size, SIZE_MAX);
    AUTO_FREE char *cut = text_harmless(text, size, limit);

    fuzz_check(whole && cut);
    check_harmless(whole);
    check_harmless(cut);
    fuzz_check(strlen(cut) <= limit + sizeof("\n[18446744073709551615 more bytes not shown]\n"));
    AUTO_FREE char *again = text_harmless(whole, strlen(whole), SIZE_MAX);
    fuzz_check(again && strcmp(whole, again) == 0);
    if (has_nothing_to_take(text, size))
        fuzz_check(strlen(whole) == size && (size == 0 || memcmp(whole, text, size) == 0));
    if (size && !memchr(text, 0x1b, size))
        fuzz_check(count_visible(whole, strlen(whole)) == count_visible(text, size));
    return 0;
}
