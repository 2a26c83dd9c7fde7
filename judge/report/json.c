/*
 * Theory of operation: jansson reports each failed allocation where it happens; a report wants to
 * know once. So an object remembers whether anything failed, and gives NULL at the end if so: what
 * is printed is whole, or not printed at all.
 *
 * Seconds are rounded to microseconds and printed with as many digits as that takes: more would
 * only be the noise of converting nanoseconds.
 */

#include "judge/report/json.h"

#include "judge/base/memory.h"
#include "judge/evidence/evidence.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* With the 15 digits of evidence_print(), a larger number would be rounded to one that no double is
 * near. */
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

int json_print(FILE *file, json_t *json)
{
    int status = evidence_print(file, json);

    json_decref(json);
    return status;
}
