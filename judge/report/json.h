#ifndef ASSAY_REPORT_JSON_H
#define ASSAY_REPORT_JSON_H

/* Internal: building JSON with one check at the end instead of one for each value. */

#include "judge/report/report.h"

#include <jansson.h>

/* An object under construction. Every put takes the value as it is meant and turns what JSON cannot
 * say (no number, bytes that are not UTF-8) into null or U+FFFD. */
struct json_object {
    json_t *json;
    bool failed; /* memory was out; json_close() then gives NULL */
};

struct json_object json_open(void);
/* The finished value, or NULL when memory was out. Owns: the caller's, json_decref(). */
json_t *json_close(struct json_object *object);
/* Takes `value` over; NULL means that memory was out. */
void json_put(struct json_object *object, const char *key, json_t *value);
void json_put_text(struct json_object *object, const char *key, const char *text); /* NULL: null */
void json_put_bytes(struct json_object *object, const char *key, const char *bytes, size_t size);
void json_put_seconds(struct json_object *object, const char *key, double seconds);
void json_put_number(struct json_object *object, const char *key, double number);
void json_put_count(struct json_object *object, const char *key, uint64_t count);
void json_put_bool(struct json_object *object, const char *key, bool value);

json_t *json_text(const char *text);          /* NULL: null */
json_t *json_texts(const char *const *texts); /* NULL-terminated; NULL: an empty array */
void json_add(json_t **array, json_t *value); /* as json_put(); *array NULL stays NULL */

/* growth_json.c */
json_t *json_growth(const struct growth *growth);

/* service_problem.c: what `assay problems` and `assay show` say of a service alike. */
struct service_package;
void json_put_service(struct json_object *object, const struct service_package *package);

/* Writes with a newline and frees. NULL: -ENOMEM. */
int json_print(FILE *file, json_t *json);

#endif
