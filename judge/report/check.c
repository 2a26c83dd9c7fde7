/*
 * Whether a document is what it says. A table has a row for each value that a report relies on,
 * with its place: "*" in it stands for every element of a list or member of an object. What has no
 * row may be anything, since a later version may add to the documents.
 */

#include "judge/report/documents.h"
#include "judge/report/view.h"

#include "judge/base/memory.h"

#include <string.h>

enum { POINTER_BYTES = 200, VERSION = 1 };

enum needed { TEXT, NUMBER, NUMBER_OR_NULL, LIST, OBJECT, BOOL };

static const char *const needed_words[] = { "a text", "a number",  "a number or null",
                                            "a list", "an object", "true or false" };

struct rule {
    const char *place;
    enum needed needed;
    bool optional;
};

static const struct rule evidence_rules[] = {
    { "kind", TEXT, false },
    { "subject", OBJECT, false },
    { "subject/problem", TEXT, true },
    { "subject/title", TEXT, true },
    { "subject/language", TEXT, true },
    { "subject/files", LIST, true },
    { "facts", OBJECT, false },
    { "facts/*", OBJECT, false },
    { "findings", LIST, false },
    { "findings/*", OBJECT, false },
    { "findings/*/rule", TEXT, false },
    { "findings/*/severity", TEXT, false },
    { "findings/*/file", TEXT, false },
    { "findings/*/line", NUMBER, false },
    { "findings/*/message", TEXT, false },
    { "findings/*/code", TEXT, true },
    { "findings/*/why", TEXT, true },
    { "findings/*/remedy", TEXT, true },
    { "findings/*/fingerprint", TEXT, true },
    { "details", OBJECT, true },
    { "details/*", OBJECT, true },
    { NULL, TEXT, true },
};

static const struct rule scorecard_rules[] = {
    { "criteria", LIST, false },
    { "criteria/*", OBJECT, false },
    { "criteria/*/id", TEXT, false },
    { "criteria/*/title", TEXT, false },
    { "criteria/*/weight", NUMBER, false },
    { "criteria/*/level", NUMBER_OR_NULL, false },
    { "criteria/*/reasons", LIST, true },
    { "criteria/*/missing", LIST, true },
    { "gates", LIST, true },
    { "gates/*/passed", BOOL, false },
    { "overall", OBJECT, false },
    { "overall/score", NUMBER_OR_NULL, false },
    { "overall/recommendation", TEXT, true },
    { NULL, TEXT, true },
};

struct check {
    const char *file;
    const struct rule *rule;
    struct error *error;
};

static bool fits(const json_t *value, enum needed needed)
{
    switch (needed) {
    case TEXT:
        return json_is_string(value);
    case NUMBER:
        return json_is_number(value);
    case NUMBER_OR_NULL:
        return json_is_number(value) || json_is_null(value);
    case LIST:
        return json_is_array(value);
    case OBJECT:
        return json_is_object(value);
    case BOOL:
        return json_is_boolean(value);
    }
    return false;
}

static int wrong(const struct check *check, const char *pointer, const char *what)
{
    error_set(check->error, -EINVAL, "%s: %s: %s", check->file, pointer, what);
    return check->error->code;
}

/* Appends "/key", with '~' and '/' of it as RFC 6901 has them; what does not fit is left out. */
static void append_key(char *pointer, const char *key)
{
    size_t at = strlen(pointer);

    pointer[at++] = '/';
    for (; *key && at + 3 < POINTER_BYTES; key++)
        if (*key == '~' || *key == '/') {
            pointer[at++] = '~';
            pointer[at++] = *key == '~' ? '0' : '1';
        } else {
            pointer[at++] = *key;
        }
    pointer[at] = '\0';
}

static int check_at(const struct check *check, json_t *value, const char *place, char *pointer);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the place of a rule, which is ours */
static int check_member(const struct check *check, json_t *value, const char *key,
                        const char *place, const char *pointer)
{
    char deeper[POINTER_BYTES + 2];

    snprintf(deeper, POINTER_BYTES - 8, "%s", pointer);
    append_key(deeper, key);
    return check_at(check, value, place, deeper);
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the place of a rule, which is ours */
static int check_each(const struct check *check, json_t *value, const char *place, char *pointer)
{
    char index[24];
    int code = 0;

    for (size_t i = 0; i < json_array_size(value) && code == 0; i++) {
        snprintf(index, sizeof(index), "%zu", i);
        code = check_member(check, json_array_get(value, i), index, place, pointer);
    }
    for (void *at = json_object_iter(value); at && code == 0; at = json_object_iter_next(value, at))
        code = check_member(check, json_object_iter_value(at), json_object_iter_key(at), place,
                            pointer);
    return code;
}

/* `place` is what is left of the rule's; as deep as that. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the place of a rule, which is ours */
static int check_at(const struct check *check, json_t *value, const char *place, char *pointer)
{
    size_t length = strcspn(place, "/");
    const char *rest = place[length] ? place + length + 1 : "";
    char key[32];

    if (!*place) {
        if (value ? fits(value, check->rule->needed) : check->rule->optional)
            return 0;
        char what[64];
        snprintf(what, sizeof(what), "there has to be %s", needed_words[check->rule->needed]);
        return wrong(check, pointer, what);
    }
    if (strcmp(place, "*") == 0 || strncmp(place, "*/", 2) == 0)
        return check_each(check, value, rest, pointer);
    /* Whether what is around it may be absent is for a rule of its own. */
    if (!json_is_object(value))
        return 0;
    snprintf(key, sizeof(key), "%.*s", (int) length, place);
    return check_member(check, json_object_get(value, key), key, rest, pointer);
}

static int check_head(const struct check *check, const json_t *document, const char *format)
{
    char what[80];

    if (!json_is_object(document))
        return wrong(check, "/", "there has to be an object");
    snprintf(what, sizeof(what), "there has to be \"%s\"", format);
    if (strcmp(view_text(document, "format"), format) != 0)
        return wrong(check, "/format", what);
    if (view_number(document, "version") != VERSION)
        return wrong(check, "/version", "only version 1 is known here");
    return 0;
}

static int check_document(const char *file, const json_t *document, const char *format,
                          const struct rule *rules, struct error *error)
{
    struct check check = { .file = file, .rule = rules, .error = error };
    int code = check_head(&check, document, format);

    for (; check.rule->place && code == 0; check.rule++) {
        char pointer[POINTER_BYTES + 2] = "";
        code = check_at(&check, (json_t *) document, check.rule->place, pointer);
    }
    return code;
}

int report_check(const char *evidence_file, const json_t *evidence, const char *scorecard_file,
                 const json_t *scorecard, struct error *error)
{
    int code = check_document(evidence_file, evidence, "assay-evidence", evidence_rules, error);

    if (code == 0 && scorecard)
        code = check_document(scorecard_file, scorecard, "assay-scorecard", scorecard_rules, error);
    return code;
}
