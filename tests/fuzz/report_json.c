/*
 * The writer of JSON, and report_utf8() below it: texts of programs and packages, of any bytes.
 * Input: 8 bytes of a number at the end, then bytes.
 *
 * Properties: what is written is one JSON document that jansson reads again, all of it UTF-8; the
 * string read is the input with each ill-formed part replaced, and the input itself where that is
 * UTF-8; numbers come back as they went in, up to the digits that are written, and what JSON cannot
 * say is null.
 */
#include "judge/report/json.h"

#include "judge/base/memory.h"
#include "tests/fuzz/fuzz.h"

#include <math.h>

/* Writes the object and reads it again; frees it. */
static json_t *written_and_read(json_t *json)
{
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);
    json_error_t error;

    fuzz_check(json && file && json_print(file, json) == 0 && fclose(file) == 0);
    fuzz_check(strlen(text) == size && fuzz_is_utf8(text, size) && text[size - 1] == '\n');
    json_t *again = json_loadb(text, size, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &error);
    fuzz_check(again);
    free(text);
    return again;
}

/* Whether these bytes begin a well-formed sequence that is longer. */
static bool begins_sequence(const unsigned char *bytes, size_t size)
{
    static const unsigned char next[] = { 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf };
    unsigned char whole[4];
    uint32_t character;

    for (size_t i = 0; i < sizeof(next); i++) {
        memset(whole, 0x80, sizeof(whole));
        memcpy(whole, bytes, size);
        whole[size] = next[i];
        if (fuzz_utf8(whole, sizeof(whole), &character) > size)
            return true;
    }
    return false;
}

/* The bytes to be replaced by one U+FFFD: the longest beginning of a sequence, or one byte. */
static size_t ill_formed(const unsigned char *bytes, size_t size)
{
    for (size_t length = size < 3 ? size : 3; length > 1; length--)
        if (begins_sequence(bytes, length))
            return length;
    return 1;
}

static void check_repaired(const char *bytes, size_t size, const char *good, size_t good_size)
{
    uint32_t character;
    size_t from = 0;

    for (size_t at = 0; at < size;) {
        const unsigned char *here = (const unsigned char *) bytes + at;
        size_t length = fuzz_utf8(here, size - at, &character);
        size_t written = length ? length : strlen("\xef\xbf\xbd");

        fuzz_check(written <= good_size - from);
        fuzz_check(memcmp(good + from, length ? bytes + at : "\xef\xbf\xbd", written) == 0);
        at += length ? length : ill_formed(here, size - at);
        from += written;
    }
    fuzz_check(from == good_size);
}

static void check_text(json_t *json, const char *bytes, size_t size)
{
    size_t good_size = 0;
    AUTO_FREE char *good = report_utf8(bytes, size, &good_size);
    json_t *value = json_object_get(json, "bytes");

    fuzz_check(good && fuzz_is_utf8(good, good_size) && strlen(good) <= good_size);
    fuzz_check(json_string_length(value) == good_size);
    fuzz_check(memcmp(json_string_value(value), good, good_size) == 0);
    if (fuzz_is_utf8(bytes, size))
        fuzz_check(good_size == size && memcmp(good, bytes, size) == 0);
    check_repaired(bytes, size, good, good_size);
}

static void check_number(json_t *json, double number)
{
    json_t *value = json_object_get(json, "number");

    if (!isfinite(number)) {
        fuzz_check(json_is_null(value));
        return;
    }
    fuzz_check(json_is_real(value));
    fuzz_check(fabs(json_real_value(value) - number) <= fabs(number) * 1e-14);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };
    uint64_t count = fuzz_number(&input, 8);
    char *text = fuzz_text(input);
    const char *const texts[] = { text, "", NULL };
    struct json_object object = json_open();
    double number;

    memcpy(&number, &count, sizeof(number));
    json_put_bytes(&object, "bytes", (const char *) input.data, input.size);
    json_put_text(&object, "text", text);
    json_put_text(&object, "none", NULL);
    json_put(&object, "texts", json_texts(texts));
    json_put_number(&object, "number", number);
    json_put_seconds(&object, "seconds", number);
    json_put_count(&object, "count", count);
    json_put_bool(&object, "bool", count & 1);
    json_t *json = written_and_read(json_close(&object));
    check_text(json, (const char *) input.data, input.size);
    check_number(json, number);
    fuzz_check(json_is_null(json_object_get(json, "none")));
    fuzz_check(json_array_size(json_object_get(json, "texts")) == 2);
    fuzz_check(json_integer_value(json_object_get(json, "count")) ==
               (count > INT64_MAX ? INT64_MAX : (json_int_t) count));
    fuzz_check(json_is_true(json_object_get(json, "bool")) == (count & 1));
    json_decref(json);
    free(text);
    return 0;
}
