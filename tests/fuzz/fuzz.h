#ifndef ASSAY_FUZZ_H
#define ASSAY_FUZZ_H

/*
 * What the targets of libFuzzer share. A target is one file, named after the part and module whose
 * real sources it feeds: it says what is fuzzed and which properties must hold whatever the input.
 * Crashes, undefined behaviour, leaks, endless loops and floods of memory are found by themselves.
 *
 * An input of several parts is cut at bytes 0xff, which are in no UTF-8 text; the last part may
 * have more of them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A property. Broken, it is a finding. */
#define fuzz_check(condition)                                                                      \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: broken property: %s\n", __FILE__, __LINE__, #condition);       \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

struct fuzz_input {
    const uint8_t *data;
    size_t size;
};

/* A copy of just these bytes and a NUL, so that every read behind them is seen. Caller frees. */
static inline char *fuzz_text(struct fuzz_input input)
{
    char *text = malloc(input.size + 1);

    fuzz_check(text);
    if (input.size)
        memcpy(text, input.data, input.size);
    text[input.size] = '\0';
    return text;
}

/* Takes the bytes up to the next 0xff off the input; all of it where there is none. */
static inline struct fuzz_input fuzz_part(struct fuzz_input *input)
{
    const uint8_t *cut = input->size ? memchr(input->data, 0xff, input->size) : NULL;
    struct fuzz_input part = { input->data, cut ? (size_t) (cut - input->data) : input->size };
    size_t taken = part.size + (cut ? 1 : 0);

    input->data += taken;
    input->size -= taken;
    return part;
}

/* The length of the UTF-8 sequence at `text`, 0 for none, and its value. Written from RFC 3629's
 * grammar and in another way than the judge's own, so that the two do not share a fault. */
static inline size_t fuzz_utf8(const unsigned char *text, size_t size, uint32_t *ret)
{
    static const struct {
        unsigned char first, last; /* of the first byte */
        unsigned char low, high;   /* of the second */
        unsigned char length, bits;
    } rows[] = {
        { 0x00, 0x7f, 0, 0, 1, 0x7f },       { 0xc2, 0xdf, 0x80, 0xbf, 2, 0x1f },
        { 0xe0, 0xe0, 0xa0, 0xbf, 3, 0x0f }, { 0xe1, 0xec, 0x80, 0xbf, 3, 0x0f },
        { 0xed, 0xed, 0x80, 0x9f, 3, 0x0f }, { 0xee, 0xef, 0x80, 0xbf, 3, 0x0f },
        { 0xf0, 0xf0, 0x90, 0xbf, 4, 0x07 }, { 0xf1, 0xf3, 0x80, 0xbf, 4, 0x07 },
        { 0xf4, 0xf4, 0x80, 0x8f, 4, 0x07 },
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        if (text[0] < rows[i].first || text[0] > rows[i].last)
            continue;
        if (rows[i].length > size ||
            (rows[i].length > 1 && (text[1] < rows[i].low || text[1] > rows[i].high)))
            return 0;
        uint32_t value = text[0] & rows[i].bits;
        for (size_t k = 1; k < rows[i].length; k++) {
            if (text[k] >> 6 != 2)
                return 0;
            value = value << 6 | (text[k] & 0x3f);
        }
        *ret = value;
        return rows[i].length;
    }
    return 0;
}

static inline bool fuzz_is_utf8(const char *text, size_t size)
{
    uint32_t character;

    for (size_t at = 0, length; at < size; at += length) {
        length = fuzz_utf8((const unsigned char *) text + at, size - at, &character);
        if (length == 0)
            return false;
    }
    return true;
}

/* Whether a terminal would do more with this character than show it: controls, and what changes the
 * direction of reading (Unicode's Bidi_Control) or starts a line. */
static inline bool fuzz_is_control(uint32_t character)
{
    return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == 0x61c ||
           character == 0x200e || character == 0x200f ||
           (character >= 0x2028 && character <= 0x202e) ||
           (character >= 0x2066 && character <= 0x2069);
}

/* Whether the text is valid UTF-8 of one line that a terminal only shows. */
static inline bool fuzz_is_visible(const char *text)
{
    size_t size = strlen(text);
    uint32_t character;

    for (size_t at = 0, length; at < size; at += length) {
        length = fuzz_utf8((const unsigned char *) text + at, size - at, &character);
        if (length == 0 || fuzz_is_control(character))
            return false;
    }
    return true;
}

/* Reads a value off the end of the input, zeros where there is too little. */
static inline uint64_t fuzz_number(struct fuzz_input *input, size_t bytes)
{
    uint64_t value = 0;

    for (; bytes > 0; bytes--) {
        value <<= 8;
        if (input->size > 0)
            value |= input->data[--input->size];
    }
    return value;
}

#endif
