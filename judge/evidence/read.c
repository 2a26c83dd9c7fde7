/*
 * Reading evidence. A document may come from anybody: everything is checked before it is taken, and
 * the first thing that is wrong is told by its JSON Pointer (RFC 6901). Jansson bounds the depth of
 * nesting, and refuses text that is not UTF-8 and keys that are there twice.
 */

#include "judge/evidence/evidence.h"

#include "judge/review/review.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

struct reader {
    const char *file;
    struct evidence *evidence;
    struct error *error;
};

static int wrong(struct reader *reader, const char *pointer, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static int wrong(struct reader *reader, const char *pointer, const char *format, ...)
{
    char text[300];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    error_at(reader->error, -EINVAL, reader->file, 0, "%s: %s", *pointer ? pointer : "/", text);
    error_remedy(reader->error, "docs/evidence.schema.json has the form");
    return -EINVAL;
}

static const char *type_of(const json_t *json)
{
    static const char *const names[] = {
        [JSON_OBJECT] = "an object", [JSON_ARRAY] = "a list",
        [JSON_STRING] = "a text",    [JSON_INTEGER] = "a whole number",
        [JSON_REAL] = "a number",    [JSON_TRUE] = "true",
        [JSON_FALSE] = "false",      [JSON_NULL] = "null",
    };

    return json ? names[json_typeof(json)] : "nothing";
}

static int out_of_memory(struct reader *reader)
{
    return error_set(reader->error, -ENOMEM, "out of memory");
}

/* Jansson takes no NUL inside of a text, so that a C string is all of it. */
static int take_text(struct reader *reader, const json_t *json, const char *pointer,
                     const char **ret)
{
    if (!json_is_string(json))
        return wrong(reader, pointer, "expected a text, found %s", type_of(json));
    *ret = arena_strdup(reader->evidence->arena, json_string_value(json));
    return *ret ? 0 : out_of_memory(reader);
}

static int take_source(struct reader *reader, const json_t *json, const char *pointer,
                       struct evidence_fact *fact)
{
    const char *kind = json_string_value(json_object_get(json, "kind"));
    char at[200];

    if (!json_is_object(json))
        return wrong(reader, pointer, "expected an object, found %s", type_of(json));
    for (enum source_kind i = SOURCE_TEST; kind && i <= SOURCE_MEASUREMENT; i++) {
        if (strcmp(kind, source_kind_name(i)) != 0)
            continue;
        fact->source = i;
        snprintf(at, sizeof(at), "%.180s/where", pointer);
        return take_text(reader, json_object_get(json, "where"), at, &fact->where);
    }
    snprintf(at, sizeof(at), "%.180s/kind", pointer);
    return wrong(reader, at, "expected one of test, command, file, measurement");
}

static int take_word(struct reader *reader, const struct fact *row, const json_t *json,
                     const char *pointer, double *ret)
{
    int place = json_is_string(json) ? fact_word(row, json_string_value(json)) : -1;

    if (place >= 0) {
        *ret = place;
        return 0;
    }
    char words[160] = "";
    for (size_t i = 0; row->words[i]; i++) {
        size_t used = strlen(words);
        snprintf(words + used, sizeof(words) - used, "%s%s", i ? ", " : "", row->words[i]);
    }
    return wrong(reader, pointer, "expected one of %s", words);
}

static int take_value(struct reader *reader, const struct fact *row, const json_t *json,
                      const char *pointer, double *ret)
{
    if (row->type == FACT_WORD)
        return take_word(reader, row, json, pointer, ret);
    if (row->type == FACT_BOOL) {
        if (!json_is_boolean(json))
            return wrong(reader, pointer, "expected true or false, found %s", type_of(json));
        *ret = json_is_true(json);
        return 0;
    }
    if (row->type == FACT_COUNT ? !json_is_integer(json) : !json_is_number(json))
        return wrong(reader, pointer, "expected a %s, found %s", fact_type_name(row->type),
                     type_of(json));
    double value = json_number_value(json);
    if (!(value >= 0 && value <= row->high))
        return wrong(reader, pointer, "%.15g is not between 0 and %.15g", value, row->high);
    *ret = round(value * 1e6) / 1e6;
    return 0;
}

static bool is_one_of(const char *key, const char *const *keys)
{
    while (*keys && strcmp(*keys, key) != 0)
        keys++;
    return *keys;
}

static int check_fact_keys(struct reader *reader, json_t *json, const char *pointer)
{
    static const char *const keys[] = { "value", "unit", "absent", "source", NULL };
    const char *key;
    json_t *value;

    json_object_foreach (json, key, value)
        if (!is_one_of(key, keys))
            return wrong(reader, pointer, "a fact has no key '%.60s'", key);
    if (!json_object_get(json, "value") == !json_object_get(json, "absent"))
        return wrong(reader, pointer, "a fact has either 'value' or 'absent'");
    return 0;
}

static int take_unit(struct reader *reader, const struct fact *row, const json_t *json,
                     const char *pointer)
{
    const char *unit = json_string_value(json_object_get(json, "unit"));
    char at[200];

    snprintf(at, sizeof(at), "%.180s/unit", pointer);
    if (json_object_get(json, "unit") && (!unit || strcmp(unit, row->unit) != 0))
        return *row->unit ? wrong(reader, at, "the unit is '%s'", row->unit)
                          : wrong(reader, at, "this fact has no unit");
    return 0;
}

static int take_fact(struct reader *reader, size_t place, json_t *json, const char *pointer)
{
    struct evidence_fact *fact = &reader->evidence->facts[place];
    const struct fact *row = fact_at(place);
    char at[200];

    if (!json_is_object(json))
        return wrong(reader, pointer, "expected an object, found %s", type_of(json));
    int status = check_fact_keys(reader, json, pointer);
    if (status == 0)
        status = take_unit(reader, row, json, pointer);
    snprintf(at, sizeof(at), "%.180s/source", pointer);
    if (status == 0)
        status = take_source(reader, json_object_get(json, "source"), at, fact);
    if (status < 0)
        return status;
    if (json_object_get(json, "absent")) {
        fact->state = FACT_ABSENT;
        snprintf(at, sizeof(at), "%.180s/absent", pointer);
        return take_text(reader, json_object_get(json, "absent"), at, &fact->reason);
    }
    fact->state = FACT_KNOWN;
    snprintf(at, sizeof(at), "%.180s/value", pointer);
    return take_value(reader, row, json_object_get(json, "value"), at, &fact->value);
}

/* A name as a step of a pointer. */
static void escape(const char *name, char *text, size_t size)
{
    size_t used = 0;

    for (; *name && used + 3 < size; name++) {
        if (*name == '~' || *name == '/') {
            text[used++] = '~';
            text[used++] = *name == '~' ? '0' : '1';
        } else {
            text[used++] = *name;
        }
    }
    text[used] = '\0';
}

static int unknown_fact(struct reader *reader, const char *name, const char *pointer, bool known)
{
    const char *near = fact_near(name);

    if (known)
        return wrong(reader, pointer, "evidence of kind '%s' has no such fact",
                     evidence_kind_name(reader->evidence->kind));
    wrong(reader, pointer, "there is no such fact");
    if (near)
        error_remedy(reader->error, "did you mean %s? `assay rubric facts` lists them", near);
    else
        error_remedy(reader->error, "`assay rubric facts` lists them");
    return -EINVAL;
}

static int take_facts(struct reader *reader, json_t *facts)
{
    const char *name;
    json_t *json;

    if (!json_is_object(facts))
        return wrong(reader, "/facts", "expected an object, found %s", type_of(facts));
    json_object_foreach (facts, name, json) {
        char step[120], pointer[140];
        int place = fact_find(name);

        escape(name, step, sizeof(step));
        snprintf(pointer, sizeof(pointer), "/facts/%s", step);
        bool fits = place >= 0 && fact_at((size_t) place)->kinds & reader->evidence->kind;
        int status = fits ? take_fact(reader, (size_t) place, json, pointer)
                          : unknown_fact(reader, name, pointer, place >= 0);
        if (status < 0)
            return status;
    }
    return 0;
}

/* That no fact is larger than the one that bounds it. */
static int check_bounds(struct reader *reader)
{
    const struct evidence_fact *facts = reader->evidence->facts;

    for (size_t i = 0; i < fact_count(); i++) {
        const struct fact *row = fact_at(i);
        int most = row->most ? fact_find(row->most) : -1;
        char pointer[140];

        if (most < 0 || facts[i].state != FACT_KNOWN || facts[most].state != FACT_KNOWN ||
            facts[i].value <= facts[most].value)
            continue;
        snprintf(pointer, sizeof(pointer), "/facts/%s/value", row->name);
        return wrong(reader, pointer, "%.15g is more than %s, %.15g", facts[i].value, row->most,
                     facts[most].value);
    }
    return 0;
}

static int check_finding(struct reader *reader, const json_t *finding, size_t index)
{
    static const char *const needed[] = { "rule", "severity", "principle", "message" };
    static const char *const texts[] = { "file", "code", "why", "remedy", "fingerprint" };
    static const char *const places[] = { "line", "column", "end_line", "end_column" };
    char at[80];

    snprintf(at, sizeof(at), "/findings/%zu", index);
    if (!json_is_object(finding))
        return wrong(reader, at, "expected an object, found %s", type_of(finding));
    for (size_t i = 0; i < COUNT(needed); i++) {
        const json_t *json = json_object_get(finding, needed[i]);
        snprintf(at, sizeof(at), "/findings/%zu/%s", index, needed[i]);
        if (!json_is_string(json) || !*json_string_value(json))
            return wrong(reader, at, "expected a text, found %s",
                         json_is_string(json) ? "an empty one" : type_of(json));
    }
    snprintf(at, sizeof(at), "/findings/%zu/severity", index);
    if (severity_find(json_string_value(json_object_get(finding, "severity"))) < 0)
        return wrong(reader, at, "expected one of %s, %s, %s, %s", severity_names[0],
                     severity_names[1], severity_names[2], severity_names[3]);
    for (size_t i = 0; i < COUNT(texts); i++) {
        const json_t *json = json_object_get(finding, texts[i]);
        snprintf(at, sizeof(at), "/findings/%zu/%s", index, texts[i]);
        if (json && !json_is_string(json) && !json_is_null(json))
            return wrong(reader, at, "expected a text, found %s", type_of(json));
    }
    for (size_t i = 0; i < COUNT(places); i++) {
        const json_t *json = json_object_get(finding, places[i]);
        snprintf(at, sizeof(at), "/findings/%zu/%s", index, places[i]);
        if (json && !json_is_null(json) &&
            !(json_is_integer(json) && json_integer_value(json) >= 0))
            return wrong(reader, at, "expected a whole number, found %s", type_of(json));
    }
    return 0;
}

static int take_findings(struct reader *reader, json_t *findings)
{
    size_t index;
    json_t *finding;
    int status = 0;

    if (!findings)
        return 0;
    if (!json_is_array(findings))
        return wrong(reader, "/findings", "expected a list, found %s", type_of(findings));
    json_array_foreach (findings, index, finding) {
        status = check_finding(reader, finding, index);
        if (status < 0)
            return status;
    }
    return json_array_extend(reader->evidence->findings, findings) < 0 ? out_of_memory(reader) : 0;
}

static int take_subject(struct reader *reader, json_t *subject)
{
    static const char *const texts[] = { "problem", "title", "language" };
    const json_t *files = json_object_get(subject, "files");
    size_t index;
    json_t *name;

    if (!json_is_object(subject))
        return wrong(reader, "/subject", "expected an object, found %s", type_of(subject));
    for (size_t i = 0; i < COUNT(texts); i++) {
        const json_t *json = json_object_get(subject, texts[i]);
        if (json && !json_is_string(json) && !json_is_null(json))
            return wrong(reader, "/subject", "%s: expected a text, found %s", texts[i],
                         type_of(json));
    }
    if (files && !json_is_array(files))
        return wrong(reader, "/subject/files", "expected a list, found %s", type_of(files));
    json_array_foreach ((json_t *) files, index, name)
        if (!json_is_string(name))
            return wrong(reader, "/subject/files", "expected texts, found %s", type_of(name));
    return json_object_update(reader->evidence->subject, subject) < 0 ? out_of_memory(reader) : 0;
}

static int take_details(struct reader *reader, json_t *details)
{
    if (!details)
        return 0;
    if (!json_is_object(details))
        return wrong(reader, "/details", "expected an object, found %s", type_of(details));
    return json_object_update(reader->evidence->details, details) < 0 ? out_of_memory(reader) : 0;
}

static int check_head(struct reader *reader, const json_t *root, enum evidence_kind *ret)
{
    const char *format = json_string_value(json_object_get(root, "format"));
    const json_t *version = json_object_get(root, "version");
    const char *kind = json_string_value(json_object_get(root, "kind"));

    if (!json_is_object(root))
        return wrong(reader, "", "expected an object, found %s", type_of(root));
    if (!format || strcmp(format, "assay-evidence") != 0)
        return wrong(reader, "/format", "this is no evidence: expected \"assay-evidence\"");
    if (!json_is_integer(version) || json_integer_value(version) != 1)
        return wrong(reader, "/version", "expected 1, found %s",
                     json_is_integer(version) ? "another version" : type_of(version));
    *ret = kind ? (enum evidence_kind) evidence_kind_find(kind) : 0;
    if (!*ret)
        return wrong(reader, "/kind", "expected one of algorithm, service, review");
    return 0;
}

static int check_keys(struct reader *reader, json_t *root)
{
    static const char *const keys[] = { "format", "version",  "kind",    "subject",
                                        "facts",  "findings", "details", NULL };
    const char *key;
    json_t *value;

    json_object_foreach (root, key, value)
        if (!is_one_of(key, keys))
            return wrong(reader, "", "evidence has no key '%.60s'", key);
    return 0;
}

static int take_root(struct reader *reader, json_t *root)
{
    enum evidence_kind kind = 0;
    int status = check_head(reader, root, &kind);

    if (status == 0)
        status = check_keys(reader, root);
    if (status == 0)
        status = evidence_new(kind, &reader->evidence, reader->error);
    if (status == 0)
        status = take_subject(reader, json_object_get(root, "subject"));
    if (status == 0)
        status = take_facts(reader, json_object_get(root, "facts"));
    if (status == 0)
        status = check_bounds(reader);
    if (status == 0)
        status = take_findings(reader, json_object_get(root, "findings"));
    return status < 0 ? status : take_details(reader, json_object_get(root, "details"));
}

int evidence_read(const char *file, const char *text, size_t size, struct evidence **ret,
                  struct error *error)
{
    struct reader reader = { .file = file, .error = error };
    json_error_t fault;
    json_t *root = json_loadb(text, size, JSON_REJECT_DUPLICATES, &fault);

    if (!root)
        return error_at(error,
                        json_error_code(&fault) == json_error_out_of_memory ? -ENOMEM : -EINVAL,
                        file, fault.line > 0 ? fault.line : 0, "not JSON: %.200s", fault.text);
    int status = take_root(&reader, root);
    json_decref(root);
    if (status < 0) {
        evidence_free(reader.evidence);
        return status;
    }
    *ret = reader.evidence;
    return 0;
}
