/*
 * Theory of operation: jansson reports each failed allocation where it happens; a report wants to
 * know once. So an object remembers whether anything failed, and gives NULL at the end if so: what
 * is printed is whole, or not printed at all.
 *
 * Jansson escapes the controls of ASCII. The others (C1, and the marks that turn the direction of
 * text) are as much use to somebody who wants to fool a terminal, so they are escaped here too;
 * whoever reads the JSON gets the same text.
 *
 * Seconds are rounded to microseconds and printed with as many digits as that takes: more would
 * only be the noise of converting nanoseconds.
 */

#include "judge/report/json.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <errno.h>
#include <math.h>
#include <string.h>

enum { INDENT = 2, REAL_DIGITS = 15 };

/* With 15 digits, a larger number would be rounded to one that no double is near. */
#define LARGEST 1.79769313486231e308

struct json_object json_open(void)
{
    struct json_object object = { .json = json_object() };

    object.failed = !object.json;
    return object;
}

json_t *json_close(struct json_object *object)
{
    if (object->failed) {
        json_decref(object->json);
        object->json = NULL;
    }
    return steal(&object->json);
}

void json_put(struct json_object *object, const char *key, json_t *value)
{
    if (object->failed)
        json_decref(value);
    else
        object->failed = !value || json_object_set_new(object->json, key, value) < 0;
}

static json_t *bytes_value(const char *bytes, size_t size)
{
    size_t good_size = 0;
    AUTO_FREE char *good = report_utf8(bytes, size, &good_size);

    return good ? json_stringn_nocheck(good, good_size) : NULL;
}

json_t *json_text(const char *text)
{
    return text ? bytes_value(text, strlen(text)) : json_null();
}

void json_put_text(struct json_object *object, const char *key, const char *text)
{
    json_put(object, key, json_text(text));
}

void json_put_bytes(struct json_object *object, const char *key, const char *bytes, size_t size)
{
    json_put(object, key, bytes_value(bytes, size));
}

void json_put_number(struct json_object *object, const char *key, double number)
{
    if (isfinite(number) && fabs(number) > LARGEST)
        number = copysign(LARGEST, number);
    json_put(object, key, isfinite(number) ? json_real(number) : json_null());
}

void json_put_seconds(struct json_object *object, const char *key, double seconds)
{
    json_put_number(object, key, round(seconds * 1e6) / 1e6);
}

void json_put_count(struct json_object *object, const char *key, uint64_t count)
{
    json_put(object, key, json_integer(count > INT64_MAX ? INT64_MAX : (json_int_t) count));
}

void json_put_bool(struct json_object *object, const char *key, bool value)
{
    json_put(object, key, json_boolean(value));
}

void json_add(json_t **array, json_t *value)
{
    if (*array && value && json_array_append_new(*array, value) == 0)
        return;
    if (!*array)
        json_decref(value);
    json_decref(*array);
    *array = NULL;
}

json_t *json_texts(const char *const *texts)
{
    json_t *array = json_array();

    for (size_t i = 0; texts && texts[i]; i++)
        json_add(&array, json_text(texts[i]));
    return array;
}

/* Writes JSON. Outside of strings it has no character that would be escaped. */
static void print_escaped(FILE *file, const char *text)
{
    size_t left = strlen(text), plain = 0;
    uint32_t character = 0;

    while (plain < left) {
        size_t length = text_decode(text + plain, left - plain, &character);

        if (length == 0 || character == '\n' || !text_is_control(character)) {
            plain += length ? length : 1;
            continue;
        }
        fwrite(text, 1, plain, file);
        fprintf(file, "\\u%04X", character);
        text += plain + length;
        left -= plain + length;
        plain = 0;
    }
    fwrite(text, 1, plain, file);
}

int json_print(FILE *file, json_t *json)
{
    AUTO_FREE char *text = NULL;

    if (!json)
        return -ENOMEM;
    text = json_dumps(json, JSON_INDENT(INDENT) | JSON_REAL_PRECISION(REAL_DIGITS));
    json_decref(json);
    if (!text)
        return -ENOMEM;
    print_escaped(file, text);
    return fputc('\n', file) == EOF || ferror(file) ? -EIO : 0;
}
