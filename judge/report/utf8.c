/*
 * Theory of operation: JSON is Unicode, and what programs write is bytes. Each lead byte has a row
 * that says how long its sequence is and which second bytes are allowed (that is where overlong
 * forms, surrogates and values over U+10FFFF are told apart); what does not fit is replaced by
 * U+FFFD, one for each longest start of a sequence, so that the good text around it stays as it is.
 *
 * Source   The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
 */

#include "judge/report/report.h"

#include "judge/base/memory.h"

#include <string.h>

static const struct {
    unsigned char lead_low, lead_high;
    unsigned char length;
    unsigned char second_low, second_high;
} sequences[] = {
    { 0x00, 0x7f, 1, 0, 0 },       { 0xc2, 0xdf, 2, 0x80, 0xbf }, { 0xe0, 0xe0, 3, 0xa0, 0xbf },
    { 0xe1, 0xec, 3, 0x80, 0xbf }, { 0xed, 0xed, 3, 0x80, 0x9f }, { 0xee, 0xef, 3, 0x80, 0xbf },
    { 0xf0, 0xf0, 4, 0x90, 0xbf }, { 0xf1, 0xf3, 4, 0x80, 0xbf }, { 0xf4, 0xf4, 4, 0x80, 0x8f },
};

static const char replacement[] = "\xef\xbf\xbd";

/* Length of the sequence at `text`, or, with *ret_good false, of the part to replace. */
static size_t sequence_length(const unsigned char *text, size_t size, bool *ret_good)
{
    size_t row = 0;

    *ret_good = false;
    while (row < COUNT(sequences) &&
           (text[0] < sequences[row].lead_low || text[0] > sequences[row].lead_high))
        row++;
    if (row == COUNT(sequences))
        return 1;
    for (size_t i = 1; i < sequences[row].length; i++) {
        unsigned char low = i == 1 ? sequences[row].second_low : 0x80;
        unsigned char high = i == 1 ? sequences[row].second_high : 0xbf;

        if (i >= size || text[i] < low || text[i] > high)
            return i;
    }
    *ret_good = true;
    return sequences[row].length;
}

/* Walks over the text; writes to `target` unless it is NULL, and returns the size of the result. */
static size_t repair(const unsigned char *text, size_t size, char *target)
{
    size_t written = 0;

    for (size_t at = 0; at < size;) {
        bool good;
        size_t length = sequence_length(text + at, size - at, &good);
        size_t out = good ? length : sizeof(replacement) - 1;

        if (target)
            memcpy(target + written, good ? (const char *) text + at : replacement, out);
        written += out;
        at += length;
    }
    return written;
}

char *report_utf8(const char *text, size_t size, size_t *ret_size)
{
    const unsigned char *bytes = (const unsigned char *) text;
    size_t result_size = repair(bytes, size, NULL);
    char *result = memory_alloc(result_size + 1);

    if (!result)
        return NULL;
    repair(bytes, size, result);
    result[result_size] = '\0';
    *ret_size = result_size;
    return result;
}
